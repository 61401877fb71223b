import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { useHasChanged } from "../has-changed.ts";
import { strings } from "../strings/index.ts";

interface ChangeNoticeProps {
  /** The state of the graph that is shown. */
  readonly revision: string | undefined;
  readonly onRenew: () => Promise<void>;
}

/** Tells that a build, or somebody else's decision, has changed the graph. The picture stays until people want the new one. */
export function ChangeNotice({ revision, onRenew }: ChangeNoticeProps): VNode {
  const hasChanged = useHasChanged(revision);
  const [error, setError] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const renew = (): void => {
    setError(undefined);
    onRenew().then(
      // What had the focus is gone.
      () => place.current?.focus(),
      (cause: unknown) => setError(String(cause)),
    );
  };
  return (
    <div role="status" tabIndex={-1} ref={place}>
      {hasChanged && (
        <div class="change-notice">
          <p>{strings.changed.text}</p>
          {error !== undefined && (
            <p class="quiet" role="alert">
              {strings.changed.failed} <bdi>{error}</bdi>
            </p>
          )}
          <button type="button" class="button" onClick={renew}>
            {strings.changed.show}
          </button>
        </div>
      )}
    </div>
  );
}

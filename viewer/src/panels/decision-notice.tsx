import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { IconButton } from "./icons.tsx";
import { refOfNode } from "./model-refs.ts";
import { NodeLink } from "./parts.tsx";

/** What the last decision led to, and the way to take it back. */
export function DecisionNotice(): VNode {
  const { curation, state } = useViewer();
  const last = curation?.last;
  const [error, setError] = useState<string>();
  const turn = (type: "undo" | "redo"): void => {
    setError(undefined);
    curation?.decide({ type, verdict: last?.verdict ?? "" }).catch((cause: unknown) => setError(String(cause)));
  };
  const nodes = (last?.nodes ?? []).filter((id) => state.model.nodeIndex.has(id));
  return (
    <div role="status">
      {curation !== undefined && last !== undefined && (
        <div class="decision-notice">
          <p>{last.type === "undo" ? strings.curation.takenBack : strings.curation.recorded}</p>
          <IconButton icon="close" label={strings.close} onClick={curation.forget} />
          {nodes.length > 0 && (
            <p class="decided-nodes">
              {nodes.map((id) => (
                <NodeLink key={id} node={refOfNode(state.model, id)} />
              ))}
            </p>
          )}
          {error !== undefined && (
            <p class="quiet" role="alert">
              {strings.curation.failed} <bdi>{error}</bdi>
            </p>
          )}
          <button type="button" class="button" onClick={() => turn(last.type === "undo" ? "redo" : "undo")}>
            {last.type === "undo" ? strings.curation.redo : strings.curation.undo}
          </button>
        </div>
      )}
    </div>
  );
}

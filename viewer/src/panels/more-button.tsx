import type { VNode } from "preact";
import { strings } from "../strings/index.ts";

interface MoreButtonProps {
  readonly shown: number;
  readonly total: number;
  /** How many more are shown each time. */
  readonly step: number;
  readonly onMore: () => void;
}

/** Shows more of a long list; nothing where all of it is shown. */
export function MoreButton({ shown, total, step, onMore }: MoreButtonProps): VNode | null {
  if (shown >= total) return null;
  return (
    <button type="button" class="button" onClick={onMore}>
      {strings.more(Math.min(step, total - shown))}
    </button>
  );
}

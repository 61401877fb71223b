import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { formatCount } from "../format.ts";
import { nodeSize, sizeMarks } from "../graph/node-size.ts";
import { weightOfNode } from "../graph/reducers.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";

/** What the sizes of nodes tell: a few of them with their numbers. */
export function SizeLegend(): VNode | null {
  const { model, view, visibility } = useViewer().state;
  const { size } = view.look;
  const most = useMemo(
    () =>
      visibility.nodes.reduce(
        (largest, isShown, node) => (isShown === 1 ? Math.max(largest, weightOfNode({ model, view }, node)) : largest),
        0,
      ),
    [model, visibility, size],
  );
  const marks = sizeMarks(most);
  if (marks.length === 0) return null;
  return (
    <p class="size-legend">
      <span>{strings.look.sizeOf[size]}</span>
      {marks.map(({ weight, orMore }) => {
        const radius = nodeSize(weight, model.data.nodes.id.length);
        return (
          <span key={weight}>
            <svg width={2 * radius} height={2 * radius} aria-hidden="true">
              <circle cx={radius} cy={radius} r={radius - 0.5} />
            </svg>
            {orMore ? strings.look.orMore(formatCount(weight)) : formatCount(weight)}
          </span>
        );
      })}
    </p>
  );
}

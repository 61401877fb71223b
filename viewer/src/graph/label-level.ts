import type { LabelLevel } from "../state/view.ts";
import { nodeSize } from "./node-size.ts";

/** How many nodes are named before one zooms in. */
const NAMED: Readonly<Partial<Record<LabelLevel, number>>> = { none: 0, few: 12, some: 36 };
/** In a large graph, how many facts a node needs to be named before one zooms in. */
const MUCH = 20;
/** Smaller than any difference between the sizes of two nodes, in pixels. */
const LEAST_DIFFERENCE = 1e-6;

/**
 * The least size of a node that is named. Zooming in makes nodes larger, so that more of them are. `weights`: what the sizes
 * of the shown nodes tell. `nodeCount`: of the whole graph.
 */
export function labelThreshold(
  level: LabelLevel,
  weights: readonly number[],
  nodeCount: number,
  isLarge: boolean,
): number {
  const count = NAMED[level];
  if (count === undefined) return isLarge ? nodeSize(MUCH, nodeCount) : 0;
  if (count === 0) return Infinity;
  const next = [...weights].sort((a, b) => b - a)[count];
  // As many as are larger than the first that is not named; of equals none, or there would be no few.
  return next === undefined ? 0 : nodeSize(next, nodeCount) + LEAST_DIFFERENCE;
}

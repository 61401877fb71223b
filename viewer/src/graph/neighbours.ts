import type { View } from "../state/view.ts";
import type { GraphModel } from "./model.ts";
import { computeVisibility, type Visibility } from "./visibility.ts";

/** All that the filters of a view let through: what would be shown if nothing were put away and everything on stage. */
export function withoutStage(model: GraphModel, { filters, asked }: Pick<View, "filters" | "asked">): Visibility {
  const whole = { ...model, core: Infinity };
  return computeVisibility(whole, { filters, asked, stage: undefined, away: new Set() }, { nodes: [], edges: [] });
}

/** The other ends of what may be shown at these nodes and is not, those first that have most facts. */
export function hiddenNeighbours(
  model: GraphModel,
  reachable: Visibility,
  shown: Visibility,
  ids: Iterable<string>,
): readonly string[] {
  const found = new Set<string>();
  for (const id of ids) {
    for (const other of neighboursIn(model, reachable, id)) {
      if (shown.nodes[model.nodeIndex.get(other) ?? -1] !== 1) found.add(other);
    }
  }
  const { degree } = model.data.nodes;
  const rank = (id: string): number => degree[model.nodeIndex.get(id) ?? -1] ?? 0;
  return [...found].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
}

/** The shown nodes that hang on this one alone: no shown fact ties them to another. */
export function hangingOn(model: GraphModel, shown: Visibility, id: string): readonly string[] {
  return [...neighboursIn(model, shown, id)].filter((other) =>
    [...neighboursIn(model, shown, other)].every((end) => end === id),
  );
}

/** These nodes with all that are at most so many facts away. */
export function within(
  model: GraphModel,
  reachable: Visibility,
  ids: Iterable<string>,
  steps: number,
): ReadonlySet<string> {
  const found = new Set([...ids].filter((id) => model.graph.hasNode(id)));
  let rim: ReadonlySet<string> = found;
  for (let step = 0; step < steps; step += 1) {
    const next = new Set<string>();
    for (const id of rim) {
      for (const other of neighboursIn(model, reachable, id)) if (!found.has(other)) next.add(other);
    }
    for (const id of next) found.add(id);
    rim = next;
  }
  return found;
}

/** The shown facts that have both ends among these nodes. */
export function factsBetween({ graph }: GraphModel, shown: Visibility, ids: ReadonlySet<string>): readonly string[] {
  return [...ids].flatMap((id) =>
    graph.hasNode(id)
      ? graph.filterOutEdges(id, (_, { index }, __, target) => shown.edges[index] === 1 && ids.has(target))
      : [],
  );
}

/** The other ends of the edges at a node that are among these. */
function neighboursIn({ graph }: GraphModel, among: Visibility, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!graph.hasNode(id)) return found;
  graph.forEachEdge(id, (_, { index }, source, target) => {
    if (among.edges[index] === 1) found.add(source === id ? target : source);
  });
  found.delete(id);
  return found;
}

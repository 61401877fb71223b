import { layoutGraph } from "../graph/layout.ts";
import type { Graph, Positions } from "../model/graph.ts";

/** The same for every graph, so that the same graph looks the same. */
const SEED = 1;

/**
 * Gives every node of a graph its place. The same graph gives the same picture. `previous`: the places of a graph that
 * somebody looks at while it changes; nodes stay about where they were, where enough of it is left.
 */
export function layOut(graph: Graph, previous?: Positions): Positions {
  const hiddenKinds = articleKinds(graph);
  return layoutGraph(graph, { seed: SEED, hiddenKinds, ...(previous === undefined ? {} : { previous }) });
}

/** Articles are tied to everything that they mention, and would draw all of it together. */
function articleKinds(graph: Graph): ReadonlySet<string> {
  return new Set([...graph.nodes()].filter((node) => node.type === "article").map((node) => node.kind));
}

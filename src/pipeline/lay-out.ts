import { layoutGraph } from "../graph/layout.ts";
import type { Graph, Positions } from "../model/graph.ts";

/** The same for every graph, so that the same graph looks the same. */
const SEED = 1;

/** Below this share of nodes that were there before, a picture is another one. */
const LEAST_OLD = 0.5;

/** Gives every node of a graph its place. The same graph gives the same picture. */
export function layOut(graph: Graph): Positions {
  return layoutGraph(graph, { seed: SEED, hiddenKinds: articleKinds(graph) });
}

/**
 * The places of a graph that somebody looks at while it changes: nodes stay about where they were. Where too little is left
 * of it, those of a picture made anew.
 */
export function layOutAfter(graph: Graph, previous: Positions, anew: Positions): Positions {
  const old = [...graph.nodes()].filter(({ id }) => previous.has(id)).length;
  if (old < LEAST_OLD * graph.nodeCount) return anew;
  return layoutGraph(graph, { seed: SEED, hiddenKinds: articleKinds(graph), previous });
}

/** Articles are tied to everything that they mention, and would draw all of it together. */
function articleKinds(graph: Graph): ReadonlySet<string> {
  return new Set([...graph.nodes()].filter((node) => node.type === "article").map((node) => node.kind));
}

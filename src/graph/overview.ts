import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { createGraph } from "./memory.ts";

export interface OverviewSize {
  /** Nodes, at most. */
  readonly nodes: number;
  /** Facts, at most. */
  readonly facts: number;
}

/**
 * The part of a graph that can be looked at as a whole: the nodes with most facts, and of what is between them that which
 * most texts report. Articles are left out, since they would join all that they mention.
 */
export function overviewOf(graph: Graph, size: OverviewSize): Graph {
  const degrees = new Map<GraphNode, number>();
  for (const node of graph.nodes()) {
    if (node.type === "article") continue;
    const facts = graph.edgesOf(node.id).filter(({ target }) => graph.node(target)?.type !== "article");
    degrees.set(node, facts.length);
  }
  const nodes = [...degrees]
    .sort(([a, many], [b, more]) => more - many || compareText(a.id, b.id))
    .slice(0, size.nodes)
    .map(([node]) => node);
  const taken = new Set<string>(nodes.map(({ id }) => id));
  const between: GraphEdge[] = [];
  for (const edge of graph.edges()) if (taken.has(edge.source) && taken.has(edge.target)) between.push(edge);
  const edges = between.sort((a, b) => b.weight - a.weight || compareText(a.id, b.id)).slice(0, size.facts);
  return createGraph(nodes, edges);
}

import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { createGraph } from "./memory.ts";

export interface NeighbourhoodOptions {
  /** How many facts away from the middle the others may be. */
  readonly steps: number;
  /** Nodes, at most. */
  readonly limit: number;
  /** Which facts count as steps. */
  readonly isWanted: (edge: GraphEdge) => boolean;
}

export interface GraphPart {
  readonly graph: Graph;
  /** Ids of its nodes in the order in which they were taken: the middle first. */
  readonly nearest: readonly string[];
  /** False where the limit left nodes out. */
  readonly complete: boolean;
}

/** The node of an id, or the two ends of the fact: what lies around a fact is around both. None where there is neither. */
export function centresOf(graph: Graph, id: string): readonly GraphNode[] {
  const edge = graph.node(id) === undefined ? graph.edge(id) : undefined;
  const ids = edge === undefined ? [id] : [...new Set([edge.source, edge.target])];
  return ids.flatMap((end) => graph.node(end) ?? []);
}

/**
 * What lies around nodes, with all wanted facts between what was taken. Nearer nodes come before farther ones, and of
 * equally near ones those first whose fact most texts report, so that the limit cuts what says least; the middle is never cut.
 *
 * Articles are left out, unless it is one that stands in the middle: they would join all that they mention.
 */
export function neighbourhood(graph: Graph, centres: readonly GraphNode[], options: NeighbourhoodOptions): GraphPart {
  const { steps, limit, isWanted } = options;
  const taken = new Map<string, GraphNode>(centres.map((node) => [node.id, node]));
  let rim = centres;
  let complete = true;
  for (let step = 0; step < steps && rim.length > 0 && complete; step += 1) {
    const found = new Map<string, { readonly node: GraphNode; weight: number }>();
    for (const { id } of rim) {
      for (const edge of graph.edgesOf(id)) {
        const node = graph.node(edge.source === id ? edge.target : edge.source);
        if (node === undefined || node.type === "article" || taken.has(node.id) || !isWanted(edge)) continue;
        const known = found.get(node.id);
        if (known === undefined) found.set(node.id, { node, weight: edge.weight });
        else known.weight = Math.max(known.weight, edge.weight);
      }
    }
    const order = [...found.values()].sort((a, b) => b.weight - a.weight || compareText(a.node.id, b.node.id));
    rim = order.slice(0, Math.max(0, limit - taken.size)).map(({ node }) => node);
    complete = rim.length === order.length;
    for (const node of rim) taken.set(node.id, node);
  }
  const edges = new Set<GraphEdge>();
  for (const id of taken.keys()) {
    for (const edge of graph.edgesOf(id)) {
      if (taken.has(edge.source) && taken.has(edge.target) && isWanted(edge)) edges.add(edge);
    }
  }
  return { graph: createGraph([...taken.values()], [...edges]), nearest: [...taken.keys()], complete };
}

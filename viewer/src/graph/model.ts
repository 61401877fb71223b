import { MultiDirectedGraph } from "graphology";
import type { GraphData } from "../../../src/server/contract.ts";

/** What sigma needs to know of a node to place it; how it looks is the reducers' business. */
export interface NodeAttributes {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface EdgeAttributes {
  readonly index: number;
}

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** The served graph, ready to be looked up and drawn. */
export interface GraphModel {
  readonly data: GraphData;
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly edgeIndex: ReadonlyMap<string, number>;
  readonly graph: DrawnGraph;
}

export function createModel(data: GraphData): GraphModel {
  const { nodes, edges } = data;
  const graph: DrawnGraph = new MultiDirectedGraph();
  nodes.id.forEach((id, index) => graph.addNode(id, { index, x: nodes.x[index] ?? 0, y: nodes.y[index] ?? 0 }));
  edges.id.forEach((id, index) => {
    const source = nodes.id[edges.source[index] ?? -1];
    const target = nodes.id[edges.target[index] ?? -1];
    graph.addDirectedEdgeWithKey(id, source, target, { index });
  });
  return { data, nodeIndex: indexById(nodes.id), edgeIndex: indexById(edges.id), graph };
}

function indexById(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

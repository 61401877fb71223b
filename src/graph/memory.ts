import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";

/** A graph in memory. Nodes and edges are kept sorted by id; an edge whose end is missing is a mistake of the caller. */
export function createGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  const sortedNodes = [...nodes].sort((a, b) => compareText(a.id, b.id));
  const sortedEdges = [...edges].sort((a, b) => compareText(a.id, b.id));
  const nodeById = new Map<string, GraphNode>(sortedNodes.map((node) => [node.id, node]));
  const edgeById = new Map<string, GraphEdge>(sortedEdges.map((edge) => [edge.id, edge]));
  const edgesByNode = new Map<string, GraphEdge[]>(sortedNodes.map((node) => [node.id, []]));
  for (const edge of sortedEdges) {
    for (const end of new Set([edge.source, edge.target])) {
      const list = edgesByNode.get(end);
      if (list === undefined) throw new RangeError(`edge ${edge.id} ends at ${end}, which is no node of the graph`);
      list.push(edge);
    }
  }
  return {
    nodeCount: sortedNodes.length,
    edgeCount: sortedEdges.length,
    nodes: () => sortedNodes,
    edges: () => sortedEdges,
    node: (id) => nodeById.get(id),
    edge: (id) => edgeById.get(id),
    edgesOf: (id) => edgesByNode.get(id) ?? [],
  };
}

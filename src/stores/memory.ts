import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { toCounts } from "./counts.ts";
import { createNameIndex, type NameIndex, toNamed } from "./names.ts";
import { byWeight, DEFAULT_NEIGHBOUR_LIMIT, DEFAULT_SEARCH_LIMIT, type GraphStore } from "./store.ts";

/** The reference: what the other stores must do, in maps. Answers no Cypher. */
export async function createMemoryStore(): Promise<GraphStore> {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const edgesByNode = new Map<string, Set<string>>();
  let names: NameIndex | undefined;

  const putEdge = (edge: GraphEdge): void => {
    edges.set(edge.id, edge);
    for (const end of [edge.source, edge.target]) {
      const ids = edgesByNode.get(end);
      if (ids === undefined) edgesByNode.set(end, new Set([edge.id]));
      else ids.add(edge.id);
    }
  };

  return {
    id: "memory",
    features: { cypher: false, persistent: false },
    async write(graph, { replace = false, signal, onProgress } = {}) {
      const newNodes: GraphNode[] = [];
      for await (const node of graph.nodes()) newNodes.push(node);
      const newEdges: GraphEdge[] = [];
      const known = new Set<string>(newNodes.map((node) => node.id));
      for await (const edge of graph.edges()) {
        if (!known.has(edge.source) || !known.has(edge.target)) {
          throw new RangeError(`edge ${edge.id} ends at no node of the graph`);
        }
        newEdges.push(edge);
      }
      signal?.throwIfAborted();
      if (replace) [nodes, edges, edgesByNode].forEach((map) => map.clear());
      for (const node of newNodes) nodes.set(node.id, node);
      onProgress?.({ phase: "nodes", done: newNodes.length });
      signal?.throwIfAborted();
      newEdges.forEach(putEdge);
      onProgress?.({ phase: "edges", done: newEdges.length });
      names = undefined;
      return { nodes: newNodes.length, edges: newEdges.length };
    },
    async counts() {
      return toCounts(
        [...nodes.values()].map((node) => [node.kind, 1]),
        [...edges.values()].map((edge) => [edge.relation, 1]),
      );
    },
    async node(id) {
      return nodes.get(id);
    },
    async neighbours(id, { limit = DEFAULT_NEIGHBOUR_LIMIT } = {}) {
      if (!nodes.has(id)) return undefined;
      const all = [...(edgesByNode.get(id) ?? [])].flatMap((edge) => edges.get(edge) ?? []).sort(byWeight);
      const shown = all.slice(0, limit);
      const ends = new Set<string>(shown.map((edge) => (edge.source === id ? edge.target : edge.source)));
      const others = [...ends].sort(compareText).flatMap((end) => nodes.get(end) ?? []);
      return { edges: shown, nodes: others, total: all.length };
    },
    async search(text, { limit = DEFAULT_SEARCH_LIMIT } = {}) {
      names ??= createNameIndex([...nodes.values()].map(toNamed));
      return names.search(text, limit).flatMap((id) => nodes.get(id) ?? []);
    },
    async close() {
      [nodes, edges, edgesByNode].forEach((map) => map.clear());
    },
  };
}

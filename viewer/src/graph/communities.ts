import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { createRandom } from "../../../src/graph/random.ts";
import type { Communities } from "./community-heads.ts";
import type { GraphModel } from "./model.ts";

/** Graphs with the weights of their edges. */
type Weighted = UndirectedGraph<object, { weight: number }>;
/** By node, the number of its community. Node and bundlers read the types of the package in different ways. */
const louvain = louvainModule as unknown as (
  graph: Weighted,
  options: { readonly rng: () => number; readonly getEdgeWeight: "weight" },
) => Readonly<Record<number, number>>;

/** Communities of a graph that have a colour of their own. */
export const MOST_COMMUNITIES = 8;
const known = new WeakMap<GraphModel, Communities>();

/** The communities of a graph, found once. */
export function communitiesOf(model: GraphModel): Communities {
  const found = known.get(model) ?? findCommunities(model, MOST_COMMUNITIES);
  known.set(model, found);
  return found;
}

/** Nodes that make a community. */
const LEAST = 3;

/**
 * Communities by the Louvain method (Blondel et al. 2008) over the facts between nodes, a pair counting as many as texts
 * report of it. The same graph falls apart in the same way, whatever is shown of it.
 */
export function findCommunities({ data, isFact }: GraphModel, most: number): Communities {
  const { nodes, edges } = data;
  const graph: Weighted = new UndirectedGraph();
  for (const index of nodes.id.keys()) graph.addNode(index);
  for (const [edge, source] of edges.source.entries()) {
    const target = edges.target[edge] ?? source;
    if (isFact[edge] !== 1) continue;
    const weight = edges.weight[edge] ?? 1;
    graph.updateUndirectedEdge(source, target, (before) => ({ weight: (before.weight ?? 0) + weight }));
  }
  const found = graph.size === 0 ? {} : louvain(graph, { rng: createRandom(1), getEdgeWeight: "weight" });
  const members = new Map<number, number[]>();
  for (const index of nodes.id.keys()) {
    const community = found[index] ?? -1;
    const list = members.get(community);
    if (list === undefined) members.set(community, [index]);
    else list.push(index);
  }
  const order = [...members]
    .filter(([community, list]) => community !== -1 && list.length >= LEAST)
    .sort(([, a], [, b]) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .slice(0, most);
  const numbers = new Map(order.map(([community], number) => [community, number]));
  return {
    of: Array.from(nodes.id, (_, index) => numbers.get(found[index] ?? -1) ?? most),
    count: order.length,
  };
}

import { createGraph } from "../../src/graph/memory.ts";
import { createRandom } from "../../src/graph/random.ts";
import type { Graph } from "../../src/model/graph.ts";
import { edge, entity } from "../helpers/graph.ts";

/** Community of a node of a planted graph. */
export function communityOf(id: string): number {
  return Number(/^person:(\d+)-/.exec(id)?.[1]);
}

/** A graph with communities of equal size: four of five edges stay within one. */
export function plantedGraph(given: {
  readonly nodes: number;
  readonly edges: number;
  readonly communities: number;
}): Graph {
  const random = createRandom(7);
  const size = Math.floor(given.nodes / given.communities);
  const pick = (length: number): number => Math.floor(random() * length);
  const id = (community: number, member: number): string => `person:${community}-${member}`;
  const nodes = Array.from({ length: given.communities * size }, (_, index) =>
    entity(id(index % given.communities, Math.floor(index / given.communities))),
  );
  const edges = Array.from({ length: given.edges }, (_, index) => {
    const community = pick(given.communities);
    const other = random() < 0.8 ? community : pick(given.communities);
    return edge(`fact:${index}`, id(community, pick(size)), "SPOKE_WITH", id(other, pick(size)));
  });
  return createGraph(nodes, edges);
}

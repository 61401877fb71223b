import type { Graph, GraphNode, Positions } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { placeByForce } from "./layout-force.ts";
import { componentsOf, createPairs, subnetworks, type Network } from "./layout-network.ts";
import { circleAround, MEAN_DISTANCE, normalise, packInRings, separate, type Coordinates } from "./layout-space.ts";
import { createRandom } from "./random.ts";

export interface LayoutOptions {
  /** The same seed gives the same picture of the same graph. Any whole number. */
  readonly seed: number;
  /**
   * Kinds that do not shape the picture, such as articles, which would pull together whatever they mention. Their nodes
   * are put between their neighbours when all others have their place. None when left out.
   */
  readonly hiddenKinds?: ReadonlySet<string>;
}

/**
 * Gives every node a place, so that what is connected is close and communities stand apart.
 *
 * A function of nodes, edges and seed, not of their order. Connected parts are placed one by one, the largest in the
 * middle, single nodes at the rim. Nodes are about 20 units apart, in graphs of up to 20,000 at least 10; coordinates
 * have three decimals, with the middle of the whole at 0, 0.
 */
export function layoutGraph(graph: Graph, { seed, hiddenKinds = new Set() }: LayoutOptions): Positions {
  const nodes = [...graph.nodes()].sort((a, b) => compareText(a.id, b.id));
  const isHidden = hiddenNodes(graph, hiddenKinds);
  const shaping = nodes.filter((node) => !isHidden(node));
  const hidden = nodes.filter(isHidden);
  const ids = [...shaping, ...hidden].map((node) => node.id);
  const index = new Map<string, number>(ids.map((id, place) => [id, place]));
  const pairs = [...graph.edges()].map((edge) => [index.get(edge.source)!, index.get(edge.target)!] as const);

  const coordinates = new Float64Array(2 * ids.length);
  coordinates.set(placeShaping(shaping.length, pairs, seed));
  placeHidden(coordinates, shaping.length, pairs);
  const { x, y } = circleAround(coordinates);
  return new Map(
    ids.map((id, place) => [
      id,
      { x: rounded(coordinates[2 * place]! - x), y: rounded(coordinates[2 * place + 1]! - y) },
    ]),
  );
}

/** Whether a node is of a hidden kind and has neighbours to be put between: one without any is a single node as others are. */
function hiddenNodes(graph: Graph, hiddenKinds: ReadonlySet<string>): (node: GraphNode) => boolean {
  const isOfHiddenKind = (id: string): boolean => hiddenKinds.has(graph.node(id)?.kind ?? "");
  return ({ id }) =>
    isOfHiddenKind(id) &&
    graph.edgesOf(id).some((edge) => !isOfHiddenKind(edge.source) || !isOfHiddenKind(edge.target));
}

/** Places the nodes from 0 to `size - 1`. */
function placeShaping(size: number, pairs: readonly (readonly [number, number])[], seed: number): Coordinates {
  const network = networkOf(
    size,
    pairs.filter(([source, target]) => source < size && target < size),
  );
  const components = componentsOf(network);
  const random = createRandom(seed);
  const parts = subnetworks(network, components).map((part) => {
    const coordinates = placeByForce(part, random);
    normalise(coordinates);
    separate(coordinates);
    return coordinates;
  });
  const circles = parts.map(circleAround);
  const centres = packInRings(circles.map(({ radius }) => radius + MEAN_DISTANCE / 2));
  const placed = new Float64Array(2 * size);
  components.forEach((members, part) => {
    members.forEach((node, place) => {
      placed[2 * node] = parts[part]![2 * place]! - circles[part]!.x + centres[part]!.x;
      placed[2 * node + 1] = parts[part]![2 * place + 1]! - circles[part]!.y + centres[part]!.y;
    });
  });
  return placed;
}

/** Edges side by side pull together, but ten do not pull ten times as strongly as one. */
function networkOf(size: number, pairs: readonly (readonly [number, number])[]): Network {
  const collected = createPairs(size);
  for (const [source, target] of pairs) collected.add(source, target, 1);
  const masses = new Float64Array(size).fill(1);
  const network = collected.network(masses, (count) => 1 + Math.log2(count));
  // ForceAtlas2 gives a node the mass of its degree and one, so that hubs keep their distance.
  network.weights.forEach((weight, edge) => {
    masses[network.sources[edge]!]! += weight;
    masses[network.targets[edge]!]! += weight;
  });
  return network;
}

/** Places the nodes from `first` on in the middle of those of their neighbours that have a place. */
function placeHidden(coordinates: Coordinates, first: number, pairs: readonly (readonly [number, number])[]): void {
  const counts = new Uint32Array(coordinates.length / 2);
  const join = (node: number, neighbour: number): void => {
    if (node < first || neighbour >= first) return;
    coordinates[2 * node]! += coordinates[2 * neighbour]!;
    coordinates[2 * node + 1]! += coordinates[2 * neighbour + 1]!;
    counts[node]! += 1;
  };
  for (const [source, target] of pairs) {
    join(source, target);
    join(target, source);
  }
  for (let node = first; node < counts.length; node += 1) {
    coordinates[2 * node]! /= Math.max(1, counts[node]!);
    coordinates[2 * node + 1]! /= Math.max(1, counts[node]!);
  }
  separate(coordinates, first);
}

/** Three decimals, and never -0, which JSON would lose. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

import type { Graph, GraphNode, Positions } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { placeByForce } from "./layout-force.ts";
import { componentsOf, createPairs, subnetworks, type Network } from "./layout-network.ts";
import { packParts } from "./layout-pack.ts";
import { isMostlyOld, type Remembered, settle } from "./layout-settle.ts";
import { circleAround, normalise, separate, type Coordinates } from "./layout-space.ts";
import { createRandom } from "./random.ts";

export interface LayoutOptions {
  /** The same seed gives the same picture of the same graph. Any whole number. */
  readonly seed: number;
  /**
   * Kinds that do not shape the picture, such as articles, which would pull together whatever they mention. Their nodes
   * are put between their neighbours when all others have their place. None when left out.
   */
  readonly hiddenKinds?: ReadonlySet<string>;
  /**
   * Where nodes were before the graph changed. Where most of its largest part was there already, its nodes stay about where
   * they were, and what is new finds a place among them. None when left out: then the picture follows from the graph alone.
   */
  readonly previous?: Positions;
}

/**
 * Gives every node a place, so that what is connected is close and communities stand apart.
 *
 * A function of nodes, edges, seed and what was before, not of their order. Connected parts are placed one by one, the largest in the
 * middle, single nodes last. Nodes are about 20 units apart, in graphs of up to 20,000 at least 10; coordinates
 * have three decimals, with the middle of the whole at 0, 0 unless it was there before.
 */
export function layoutGraph(graph: Graph, { seed, hiddenKinds = new Set(), previous }: LayoutOptions): Positions {
  const nodes = [...graph.nodes()].sort((a, b) => compareText(a.id, b.id));
  const isHidden = hiddenNodes(graph, hiddenKinds);
  const shaping = nodes.filter((node) => !isHidden(node));
  const hidden = nodes.filter(isHidden);
  const ids = [...shaping, ...hidden].map((node) => node.id);
  const index = new Map<string, number>(ids.map((id, place) => [id, place]));
  const pairs = [...graph.edges()].map((edge) => [index.get(edge.source)!, index.get(edge.target)!] as const);

  const coordinates = new Float64Array(2 * ids.length);
  const remembered = remember(shaping, previous);
  const { placed, isOld } = placeShaping(remembered, pairs, seed);
  coordinates.set(placed);
  placeHidden(coordinates, shaping.length, pairs);
  // What was there before is not moved, not even to the middle.
  const { x, y } = isOld ? { x: 0, y: 0 } : circleAround(coordinates);
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

/** Where each node was before; NaN where it was nowhere. */
function remember(nodes: readonly GraphNode[], previous: Positions = new Map()): Remembered {
  return Float64Array.from(
    nodes.flatMap(({ id }) => {
      const { x, y } = previous.get(id) ?? { x: Number.NaN, y: Number.NaN };
      return [x, y];
    }),
  );
}

/** Places the nodes that `remembered` has, part by part. `isOld`: whether the largest part kept its place. */
function placeShaping(
  remembered: Remembered,
  pairs: readonly (readonly [number, number])[],
  seed: number,
): { readonly placed: Coordinates; readonly isOld: boolean } {
  const size = remembered.length / 2;
  const network = networkOf(
    size,
    pairs.filter(([source, target]) => source < size && target < size),
  );
  const components = componentsOf(network);
  const random = createRandom(seed);
  const before = components.map((members) =>
    Float64Array.from([...members].flatMap((node) => [remembered[2 * node]!, remembered[2 * node + 1]!])),
  );
  const isOld = before[0] !== undefined && isMostlyOld(before[0]);
  const stays = before.map((part) => isOld && isMostlyOld(part));
  const parts = subnetworks(network, components).map((part, number) => {
    const coordinates = stays[number] === true ? settle(part, before[number]!) : placeByForce(part, random);
    if (stays[number] !== true) normalise(coordinates);
    separate(coordinates);
    return coordinates;
  });
  const placed = new Float64Array(2 * size);
  const put = (number: number, right: number, up: number): void => {
    components[number]!.forEach((node, place) => {
      placed[2 * node] = parts[number]![2 * place]! + right;
      placed[2 * node + 1] = parts[number]![2 * place + 1]! + up;
    });
  };
  // What stays has its places; what does not comes around it.
  const old = components.flatMap((_, number) => (stays[number] === true ? [number] : []));
  const anew = components.flatMap((_, number) => (stays[number] === true ? [] : [number]));
  for (const number of old) put(number, 0, 0);
  const core = Float64Array.from(old.flatMap((number) => [...parts[number]!]));
  const shifts = packParts(
    anew.map((number) => parts[number]!),
    core,
  );
  anew.forEach((number, index) => put(number, shifts[index]!.x, shifts[index]!.y));
  // Parts that grew may have come over each other.
  if (isOld) separate(placed);
  return { placed, isOld };
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

// One step of ForceAtlas2 on plain arrays. What the package documents works on a graphology graph and takes the mass of
// a node from its edges; here a node can stand for a group, and so has a mass of its own. The file is no part of the
// package's interface: its version is pinned exactly, and the tests of the layout fail if its arrays change.
import iterate from "graphology-layout-forceatlas2/iterate.js";
import { coarsen } from "./layout-levels.ts";
import type { Network } from "./layout-network.ts";
import type { Coordinates } from "./layout-space.ts";
import { shuffledIndices, type Random } from "./random.ts";

/** Attraction by the logarithm of the distance and weak gravity: communities stand apart, each close together. */
const FORCES = {
  linLogMode: true,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 2,
  strongGravityMode: false,
  gravity: 1,
  slowDown: 1,
  barnesHutTheta: 1.2,
};
/** From this size on the approximation of Barnes and Hut is faster than all pairs. */
const BARNES_HUT_FROM = 1000;
const MOST_STEPS = 300;
/** Steps at the finest level of a network of up to ten thousand nodes; larger ones take fewer. */
const FINE_STEPS = 60;
/** How far from its group a node starts, in distances between neighbours on an even grid. */
const SCATTER = 0.6;

/** Columns of the arrays that `iterate` works on. */
const NODE_COLUMNS = 10;
const MASS = 6;
const CONVERGENCE = 7;
const SIZE = 8;
const EDGE_COLUMNS = 3;

/**
 * Places the nodes of a connected network by ForceAtlas2 on several levels: groups first, then what is in them.
 *
 * ForceAtlas2: Jacomy, Venturini, Heymann and Bastian (2014); LinLog: Noack (2009); levels: Walshaw (2003).
 */
export function placeByForce(network: Network, random: Random): Coordinates {
  const levels = coarsen(network, random);
  const networks = [network, ...levels.map((level) => level.network)];
  const coarsest = networks.at(-1) ?? network;
  // Linear attraction first: the logarithm is too weak over long distances to untangle what starts in random order.
  let coordinates = relax(coarsest, onDisc(coarsest.size, random), MOST_STEPS, { ...FORCES, linLogMode: false });
  for (let level = levels.length; level >= 0; level -= 1) {
    const current = networks[level]!;
    const finer = levels[level];
    if (finer !== undefined) coordinates = scatter(coordinates, finer.groups, random);
    coordinates = relax(current, coordinates, stepsFor(current.size, network.size), FORCES);
  }
  return coordinates;
}

/** Steps that let new nodes find their places among old ones, and these make room: not so many that the picture turns. */
const SETTLING_STEPS = 20;

/** Lets a connected network that has its places nearly settle. Scale and place of the whole drift, its shape hardly. */
export function settleByForce(network: Network, coordinates: Coordinates): Coordinates {
  return relax(network, coordinates, SETTLING_STEPS, FORCES);
}

/** Coarse levels are cheap and decide the picture, so they get more steps. */
function stepsFor(size: number, finest: number): number {
  const fine = FINE_STEPS * Math.min(1, (10_000 / finest) ** 0.4);
  return Math.round(Math.min(MOST_STEPS, fine * Math.sqrt(finest / size)));
}

/** Points spread evenly over a disc, in random order, with about one unit between neighbours. */
function onDisc(size: number, random: Random): Coordinates {
  const coordinates = new Float64Array(2 * size);
  shuffledIndices(size, random).forEach((place, node) => {
    // Vogel's sunflower: the golden angle leaves no gaps and no lines.
    const angle = place * Math.PI * (3 - Math.sqrt(5));
    const radius = Math.sqrt(place + 0.5);
    coordinates[2 * node] = radius * Math.cos(angle);
    coordinates[2 * node + 1] = radius * Math.sin(angle);
  });
  return coordinates;
}

/** Starts each node near the place of its group. */
function scatter(coarse: Coordinates, groups: Uint32Array, random: Random): Coordinates {
  const reach = (SCATTER * extentOf(coarse)) / Math.sqrt(groups.length);
  const coordinates = new Float64Array(2 * groups.length);
  groups.forEach((group, node) => {
    coordinates[2 * node] = coarse[2 * group]! + reach * (random() - 0.5);
    coordinates[2 * node + 1] = coarse[2 * group + 1]! + reach * (random() - 0.5);
  });
  return coordinates;
}

/** Width or height of what the points cover, whichever is larger. */
function extentOf(coordinates: Coordinates): number {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  coordinates.forEach((value, index) => {
    low[index % 2] = Math.min(low[index % 2]!, value);
    high[index % 2] = Math.max(high[index % 2]!, value);
  });
  return Math.max(high[0]! - low[0]!, high[1]! - low[1]!);
}

/** Lets the forces move the nodes for some steps. */
function relax(network: Network, coordinates: Coordinates, steps: number, forces: typeof FORCES): Coordinates {
  const nodes = new Float32Array(network.size * NODE_COLUMNS);
  for (let node = 0; node < network.size; node += 1) {
    const row = node * NODE_COLUMNS;
    nodes[row] = coordinates[2 * node]!;
    nodes[row + 1] = coordinates[2 * node + 1]!;
    nodes[row + MASS] = network.masses[node]!;
    nodes[row + CONVERGENCE] = 1;
    nodes[row + SIZE] = 1;
  }
  const edges = new Float32Array(network.sources.length * EDGE_COLUMNS);
  for (let edge = 0; edge < network.sources.length; edge += 1) {
    edges.set(
      [network.sources[edge]! * NODE_COLUMNS, network.targets[edge]! * NODE_COLUMNS, network.weights[edge]!],
      edge * EDGE_COLUMNS,
    );
  }
  const settings = { ...forces, barnesHutOptimize: network.size >= BARNES_HUT_FROM };
  for (let step = 0; step < steps; step += 1) iterate(settings, nodes, edges);
  return Float64Array.from(
    { length: 2 * network.size },
    (_, index) => nodes[Math.floor(index / 2) * NODE_COLUMNS + (index % 2)]!,
  );
}

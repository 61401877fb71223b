import { createPairs, neighboursOf, type Network } from "./layout-network.ts";
import { shuffledIndices, type Random } from "./random.ts";

/** A smaller network in which groups of nodes are one node. */
export interface Coarsened {
  readonly network: Network;
  /** Node of the smaller network for each node of the larger one. */
  readonly groups: Uint32Array;
}

const PASSES = 2;
/** Largest mass of a group, in means of a node's: without a limit a hub swallows the network in one step. */
const LARGEST_GROUP = 12;
/** Networks this small are laid out directly. */
const SMALL = 300;
/** A step that keeps more of the nodes than this is not worth its time. */
const LEAST_REDUCTION = 0.9;

/** Ever smaller networks, each with the groups of the one before it; the last is small, or cannot be made smaller. */
export function coarsen(network: Network, random: Random): readonly Coarsened[] {
  const levels: Coarsened[] = [];
  let current = network;
  while (current.size > SMALL) {
    const next = groupNeighbours(current, random);
    if (next.network.size > LEAST_REDUCTION * current.size) break;
    levels.push(next);
    current = next.network;
  }
  return levels;
}

/**
 * Groups nodes by label propagation with a limit of size: each node in turn joins the group that pulls it most for its
 * mass. After Meyerhenke, Nöllenburg and Schulz, "Drawing large graphs by multilevel maxent-stress optimization" (2015).
 */
function groupNeighbours(network: Network, random: Random): Coarsened {
  const { size, masses } = network;
  const { starts, nodes, weights } = neighboursOf(network);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const limit = (LARGEST_GROUP * total) / size;
  const group = Uint32Array.from({ length: size }, (_, node) => node);
  const groupMass = masses.slice();
  const pull = new Float64Array(size);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const node of shuffledIndices(size, random)) {
      const own = group[node]!;
      const mass = masses[node]!;
      const begin = starts[node]!;
      const end = starts[node + 1]!;
      for (let place = begin; place < end; place += 1) pull[group[nodes[place]!]!]! += weights[place]!;
      let best = own;
      let bestScore = pull[own]! / Math.sqrt(groupMass[own]!);
      for (let place = begin; place < end; place += 1) {
        const other = group[nodes[place]!]!;
        if (other === own || groupMass[other]! + mass > limit) continue;
        const score = pull[other]! / Math.sqrt(groupMass[other]! + mass);
        if (score > bestScore) [best, bestScore] = [other, score];
      }
      for (let place = begin; place < end; place += 1) pull[group[nodes[place]!]!] = 0;
      group[node] = best;
      groupMass[own]! -= mass;
      groupMass[best]! += mass;
    }
  }
  return contract(network, group);
}

/** Makes one node of each group, and one edge of all edges between two groups. */
function contract(network: Network, group: Uint32Array): Coarsened {
  const numbers = new Map<number, number>();
  const groups = Uint32Array.from(group, (label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
  const masses = new Float64Array(numbers.size);
  groups.forEach((number, node) => {
    masses[number]! += network.masses[node]!;
  });
  const pairs = createPairs(numbers.size);
  for (let edge = 0; edge < network.sources.length; edge += 1) {
    pairs.add(groups[network.sources[edge]!]!, groups[network.targets[edge]!]!, network.weights[edge]!);
  }
  return { network: pairs.network(masses), groups };
}

/** What the layout knows of a graph: nodes are indices, parallel edges are one, and there are no loops. */
export interface Network {
  readonly size: number;
  /** How strongly each node pushes others away. */
  readonly masses: Float64Array;
  /** Ends of the edges, as indices of nodes, and how strongly each pulls. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

/** Neighbours of each node: those of `node` stand in `nodes` and `weights` from `starts[node]` to `starts[node + 1]`. */
export interface Neighbours {
  readonly starts: Uint32Array;
  readonly nodes: Uint32Array;
  readonly weights: Float64Array;
}

/** Collects the edges between pairs of nodes, whichever way round, and adds up their weights. Loops are passed over. */
export function createPairs(size: number): {
  readonly add: (one: number, other: number, weight: number) => void;
  /** The edges sorted by their ends, in whatever order they came; `weigh` turns a sum into a weight. */
  readonly network: (masses: Float64Array, weigh?: (sum: number) => number) => Network;
} {
  const sums = new Map<number, number>();
  return {
    add: (one, other, weight) => {
      if (one === other) return;
      // Exact up to 94 million nodes, where the square of the size passes 2^53.
      const pair = Math.min(one, other) * size + Math.max(one, other);
      sums.set(pair, (sums.get(pair) ?? 0) + weight);
    },
    network: (masses, weigh = (sum) => sum) => {
      const pairs = Float64Array.from(sums.keys()).sort();
      return {
        size,
        masses,
        sources: Uint32Array.from(pairs, (pair) => Math.floor(pair / size)),
        targets: Uint32Array.from(pairs, (pair) => pair % size),
        weights: pairs.map((pair) => weigh(sums.get(pair)!)),
      };
    },
  };
}

export function neighboursOf({ size, sources, targets, weights }: Network): Neighbours {
  const starts = new Uint32Array(size + 1);
  for (const ends of [sources, targets]) for (const node of ends) starts[node + 1]! += 1;
  for (let node = 0; node < size; node += 1) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const nodes = new Uint32Array(2 * sources.length);
  const pulls = new Float64Array(2 * sources.length);
  const append = (node: number, other: number, weight: number): void => {
    const place = next[node]!;
    nodes[place] = other;
    pulls[place] = weight;
    next[node] = place + 1;
  };
  for (let edge = 0; edge < sources.length; edge += 1) {
    append(sources[edge]!, targets[edge]!, weights[edge]!);
    append(targets[edge]!, sources[edge]!, weights[edge]!);
  }
  return { starts, nodes, weights: pulls };
}

/** The connected parts of a network, the largest first, among equals the one with the smallest index. */
export function componentsOf(network: Network): readonly (readonly number[])[] {
  const { starts, nodes } = neighboursOf(network);
  const seen = new Uint8Array(network.size);
  const components: number[][] = [];
  for (let first = 0; first < network.size; first += 1) {
    if (seen[first] === 1) continue;
    seen[first] = 1;
    const component = [first];
    // The list grows while it is walked: it is the queue of a breadth-first search.
    for (const node of component) {
      for (let place = starts[node]!; place < starts[node + 1]!; place += 1) {
        const other = nodes[place]!;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        component.push(other);
      }
    }
    components.push(component.sort((a, b) => a - b));
  }
  return components.sort((a, b) => b.length - a.length);
}

/** The network of some of the nodes, renumbered in the order in which they are given, and of the edges between them. */
export function subnetworks(network: Network, components: readonly (readonly number[])[]): readonly Network[] {
  const component = new Uint32Array(network.size);
  const place = new Uint32Array(network.size);
  const pairs = components.map((members, index) => {
    members.forEach((node, position) => {
      component[node] = index;
      place[node] = position;
    });
    return createPairs(members.length);
  });
  for (let edge = 0; edge < network.sources.length; edge += 1) {
    const source = network.sources[edge]!;
    pairs[component[source]!]!.add(place[source]!, place[network.targets[edge]!]!, network.weights[edge]!);
  }
  return components.map((members, index) =>
    pairs[index]!.network(Float64Array.from(members, (node) => network.masses[node]!)),
  );
}

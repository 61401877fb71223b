import type { Graph, Positions } from "../../src/model/graph.ts";

/** How well a picture shows a graph, on some of its nodes. */
export interface LayoutQuality {
  /** Share of a node's neighbours that are among as many nodes nearest to it: 1 is best. */
  readonly neighbours: number;
  /** Share of the ten nearest nodes that are of the node's community. */
  readonly community: number;
  /** Mean length of an edge to the mean distance of two nodes. */
  readonly length: number;
  /** Normalised stress at the best scale (Gansner, Koren and North 2004): 0 is best. */
  readonly stress: number;
}

const SAMPLE = 400;
const NEAREST = 10;

export function qualityOf(graph: Graph, positions: Positions, communityOf: (id: string) => number): LayoutQuality {
  const ids = [...graph.nodes()].map(({ id }) => id);
  const index = new Map<string, number>(ids.map((id, place) => [id, place]));
  const places = ids.map((id) => positions.get(id) ?? { x: 0, y: 0 });
  const neighbours = ids.map(() => new Set<number>());
  const edges: (readonly [number, number])[] = [];
  for (const edge of graph.edges()) {
    const [source, target] = [index.get(edge.source) ?? 0, index.get(edge.target) ?? 0];
    if (source === target) continue;
    neighbours[source]?.add(target);
    neighbours[target]?.add(source);
    edges.push([source, target]);
  }
  const distance = (a: number, b: number): number =>
    Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));

  const sample = Array.from({ length: Math.min(SAMPLE, ids.length) }, (_, place) =>
    Math.floor((place * ids.length) / Math.min(SAMPLE, ids.length)),
  );
  let [found, wanted, same] = [0, 0, 0];
  let [all, pairs] = [0, 0];
  // Stress is least at the scale that makes the two sums equal.
  let [far, square] = [0, 0];
  for (const node of sample) {
    const lengths = Float64Array.from(ids, (_, other) => distance(node, other));
    const order = Uint32Array.from(ids.keys())
      .filter((other) => other !== node)
      .sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
    const near = neighbours[node] ?? new Set();
    for (const other of order.subarray(0, near.size)) if (near.has(other)) found += 1;
    wanted += near.size;
    for (const other of order.subarray(0, NEAREST)) {
      if (communityOf(ids[other] ?? "") === communityOf(ids[node] ?? "")) same += 1;
    }
    const steps = stepsFrom(node, neighbours);
    for (const other of order) {
      const apart = lengths[other] ?? 0;
      all += apart;
      pairs += 1;
      const ideal = steps[other] ?? -1;
      if (ideal <= 0) continue;
      far += apart / ideal;
      square += (apart / ideal) ** 2;
    }
  }
  const joined = sample.length * (ids.length - 1);
  return {
    neighbours: found / wanted,
    community: same / (sample.length * NEAREST),
    length: edges.reduce((sum, [a, b]) => sum + distance(a, b), 0) / edges.length / (all / pairs),
    stress: 1 - far ** 2 / (square * joined),
  };
}

/** Steps to every node by the shortest way; -1 where there is none. */
function stepsFrom(start: number, neighbours: readonly ReadonlySet<number>[]): Int32Array {
  const steps = new Int32Array(neighbours.length).fill(-1);
  steps[start] = 0;
  const queue = [start];
  for (const node of queue) {
    for (const other of neighbours[node] ?? []) {
      if (steps[other] !== -1) continue;
      steps[other] = (steps[node] ?? 0) + 1;
      queue.push(other);
    }
  }
  return steps;
}

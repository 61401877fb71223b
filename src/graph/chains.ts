import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";

export interface ChainOptions {
  /** A chain has at most so many steps. */
  readonly maxSteps: number;
  /** Chains, at most. */
  readonly limit: number;
  /** Which facts count as steps. */
  readonly isWanted: (edge: GraphEdge) => boolean;
  /** Which nodes may stand between the two ends. */
  readonly mayPass: (node: GraphNode) => boolean;
}

export interface Chains {
  /** Steps of the shortest chains; undefined where there is none within the limit. */
  readonly length: number | undefined;
  /** How many chains of this length there are. */
  readonly total: number;
  /** Ids of the nodes of each, both ends included. Those first whose steps most texts report, then by their ids. */
  readonly chains: readonly (readonly string[])[];
}

/** What is known of a node on a shortest chain: chains from the beginning to it. */
interface Reached {
  readonly total: number;
  /** The best of them. */
  readonly best: readonly Partial[];
}

interface Partial {
  readonly ids: readonly string[];
  readonly weight: number;
}

/** The shortest chains of facts between two nodes, whichever way their facts point. */
export function shortestChains(graph: Graph, from: string, to: string, options: ChainOptions): Chains {
  if (from === to) return { length: 0, total: 1, chains: [[from]] };
  const layers = layersUntil(graph, from, to, options);
  if (layers === undefined) return { length: undefined, total: 0, chains: [] };
  let reached: ReadonlyMap<string, Reached> = new Map([[from, { total: 1, best: [{ ids: [from], weight: 0 }] }]]);
  for (const layer of layers.slice(1)) {
    const next = new Map<string, Reached>();
    for (const id of layer) {
      const steps = [...neighboursOf(graph, id, options)].flatMap(([other, weight]) => {
        const before = reached.get(other);
        return before === undefined ? [] : [{ before, weight }];
      });
      const best = steps
        .flatMap(({ before, weight }) =>
          before.best.map((partial): Partial => ({ ids: [...partial.ids, id], weight: partial.weight + weight })),
        )
        .sort((a, b) => b.weight - a.weight || compareText(a.ids.join("\n"), b.ids.join("\n")))
        .slice(0, options.limit);
      const total = steps.reduce((sum, { before }) => sum + before.total, 0);
      next.set(id, { total: Math.min(total, Number.MAX_SAFE_INTEGER), best });
    }
    reached = next;
  }
  const { total = 0, best = [] } = reached.get(to) ?? {};
  return { length: layers.length - 1, total, chains: best.map(({ ids }) => ids) };
}

/** The nodes at each distance from the beginning that lie on a shortest chain; the last layer is the end alone. */
function layersUntil(
  graph: Graph,
  from: string,
  to: string,
  options: ChainOptions,
): readonly ReadonlySet<string>[] | undefined {
  const layers: ReadonlySet<string>[] = [new Set([from])];
  const seen = new Set([from]);
  while (!seen.has(to)) {
    const rim = layers.at(-1);
    if (rim === undefined || rim.size === 0 || layers.length > options.maxSteps) return undefined;
    const next = new Set<string>();
    for (const id of rim) {
      for (const other of neighboursOf(graph, id, options).keys()) {
        const node = graph.node(other);
        if (seen.has(other) || next.has(other) || node === undefined) continue;
        if (other === to || options.mayPass(node)) next.add(other);
      }
    }
    for (const id of next) seen.add(id);
    layers.push(next);
  }
  // Back from the end, what does not lead to it falls away.
  let useful: ReadonlySet<string> = new Set([to]);
  const kept: ReadonlySet<string>[] = [useful];
  for (const layer of layers.slice(0, -1).reverse()) {
    const before = new Set<string>();
    for (const id of useful) {
      for (const other of neighboursOf(graph, id, options).keys()) if (layer.has(other)) before.add(other);
    }
    kept.push(before);
    useful = before;
  }
  return kept.reverse();
}

/** What a node is connected with by wanted facts, and how many texts report the one that most do. */
function neighboursOf(graph: Graph, id: string, { isWanted }: ChainOptions): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const edge of graph.edgesOf(id)) {
    if (!isWanted(edge)) continue;
    const other = edge.source === id ? edge.target : edge.source;
    weights.set(other, Math.max(weights.get(other) ?? 0, edge.weight));
  }
  return weights;
}

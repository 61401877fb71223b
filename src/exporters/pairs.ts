import type { GraphView } from "../model/graph.ts";
import { compareText } from "../model/text.ts";

/** All facts from one node to another, as one edge. */
export interface Pair {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Sorted, each once. */
  readonly relations: readonly string[];
  readonly modalities: readonly string[];
  /** How many facts. */
  readonly facts: number;
  /** The sum of theirs. */
  readonly weight: number;
  /** The first and the last day of them, of those of which a time is known. */
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
}

/** The facts of a graph, one edge a pair of ends and direction, sorted by them. Holds one of these for each pair, no quotes. */
export async function* pairsOf(graph: GraphView): AsyncGenerator<Pair> {
  const pairs = new Map<string, Pair>();
  for await (const { source, target, relation, modality, weight, dateFrom, dateTo } of graph.edges()) {
    const id = `${source} ${target}`;
    const known = pairs.get(id);
    pairs.set(id, {
      id,
      source,
      target,
      relations: withItem(known?.relations, relation),
      modalities: withItem(known?.modalities, modality),
      facts: (known?.facts ?? 0) + 1,
      weight: (known?.weight ?? 0) + weight,
      dateFrom: least(known?.dateFrom, dateFrom),
      dateTo: greatest(known?.dateTo, dateTo),
    });
  }
  yield* [...pairs.values()].sort((a, b) => compareText(a.source, b.source) || compareText(a.target, b.target));
}

function withItem(items: readonly string[] = [], item: string): readonly string[] {
  return items.includes(item) ? items : [...items, item].sort(compareText);
}

function least(a: string | null = null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function greatest(a: string | null = null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

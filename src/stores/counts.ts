import { compareText } from "../model/text.ts";
import type { StoreCounts } from "./store.ts";

export type NamedCount = readonly [name: string, count: number];

/** Adds up counts of the same name; names come sorted. */
export function toCounts(kinds: Iterable<NamedCount>, relations: Iterable<NamedCount>): StoreCounts {
  const [nodes, byKind] = sum(kinds);
  const [edges, byRelation] = sum(relations);
  return { nodes, edges, kinds: byKind, relations: byRelation };
}

function sum(counts: Iterable<NamedCount>): readonly [number, Readonly<Record<string, number>>] {
  const byName = new Map<string, number>();
  let total = 0;
  for (const [name, count] of counts) {
    byName.set(name, (byName.get(name) ?? 0) + count);
    total += count;
  }
  return [total, Object.fromEntries([...byName].sort(([a], [b]) => compareText(a, b)))];
}

import type { Draft } from "./neo4j-rows.ts";

/** Drafts that one statement writes, since kinds and relations cannot be parameters. */
export interface Batch<Key> {
  readonly key: Key;
  readonly drafts: readonly Draft[];
}

export interface Batches<Key> {
  /** Puts a draft to its like, and gives the batches that are now to be written. */
  add(key: Key, draft: Draft): Iterable<Batch<Key>>;
  /** What is left, in the order of the first drafts. */
  rest(): Iterable<Batch<Key>>;
}

/** Of one transaction: large enough that its overhead is small, small enough for any server. */
const ROWS = 2000;
const SIZE = 2_000_000;
/** Of all batches that are not full together: that is what a load holds in memory. */
const HELD_SIZE = 8_000_000;

/** Sorts drafts into batches. A batch is full by number or by size, and where all together are too large the largest one goes. */
export function createBatches<Key extends object>(): Batches<Key> {
  const open = new Map<string, { readonly key: Key; readonly drafts: Draft[]; size: number }>();
  let held = 0;
  const take = (name: string): Batch<Key>[] => {
    const batch = open.get(name);
    if (batch === undefined) return [];
    open.delete(name);
    held -= batch.size;
    return [batch];
  };
  return {
    *add(key, draft) {
      const name = JSON.stringify(key);
      const batch = open.get(name) ?? { key, drafts: [], size: 0 };
      open.set(name, batch);
      batch.drafts.push(draft);
      batch.size += draft.size;
      held += draft.size;
      if (batch.drafts.length >= ROWS || batch.size >= SIZE) yield* take(name);
      if (held < HELD_SIZE) return;
      const [largest] = [...open].sort(([, a], [, b]) => b.size - a.size);
      if (largest !== undefined) yield* take(largest[0]);
    },
    *rest() {
      for (const name of open.keys()) yield* take(name);
    },
  };
}

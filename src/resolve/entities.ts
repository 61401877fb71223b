import type { Phonetics } from "../language/phonetic.ts";
import type { Article } from "../model/article.ts";
import type { EntityDraft, Extraction } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import { createClusters } from "./clusters.ts";

/** An article with what was read in it, as this stage needs it. Sorted by article id before it comes here. */
export interface ResolvableRecord {
  readonly article: Article;
  readonly extraction: Extraction;
}

/** One entity of one article: position of its article in the list, and index in its extraction. */
export interface EntityAt {
  readonly record: number;
  readonly index: number;
  readonly draft: EntityDraft;
}

/** Entities that are one. */
export interface EntityCluster {
  readonly members: readonly EntityAt[];
  readonly kind: string;
  readonly known: string | undefined;
}

export interface ResolvedEntities {
  readonly clusters: readonly EntityCluster[];
  /** The cluster of an entity of an article; `undefined` for one without name and id. */
  readonly clusterOf: (record: number, index: number) => number | undefined;
}

/** Likeness from which two complete names are one, within a script and across scripts (measured: design notes on names). */
const SAME_SCRIPT = 0.92;
const ACROSS_SCRIPTS = 0.82;
const ARABIC = /[\u0600-\u06FF]/;

/**
 * Tells which entities of several articles are one: those with one id of the gazetteer, and those whose complete names
 * agree, letter by letter or by sound, and nothing else speaks against it.
 */
export function resolveEntities(records: readonly ResolvableRecord[], phonetics: Phonetics): ResolvedEntities {
  const all: EntityAt[] = records.flatMap(({ extraction }, record) =>
    extraction.entities.map((draft, index) => ({ record, index, draft })),
  );
  const usable = all.filter(({ draft }) => draft.known !== undefined || draft.names.length > 0);
  const sets = createClusters(usable.length);
  const draftAt = (i: number): EntityDraft => (usable[i] as EntityAt).draft;
  const mayBeOne = (a: number, b: number): boolean =>
    !contradict(draftAt(a), draftAt(b)) &&
    !(usable[a]?.record === usable[b]?.record && draftAt(a).known !== draftAt(b).known);

  const byKnown = new Map<string, number>();
  for (const [i, { draft }] of usable.entries()) {
    if (draft.known === undefined) continue;
    const first = byKnown.get(draft.known);
    if (first === undefined) byKnown.set(draft.known, i);
    else sets.join(first, i, () => true);
  }
  for (const { a, b } of comparablePairs(usable, phonetics)) {
    if (sets.find(a) !== sets.find(b) && likeness(draftAt(a), draftAt(b), phonetics) >= 1) sets.join(a, b, mayBeOne);
  }

  const roots = [...new Set(usable.map((_, i) => sets.find(i)))].sort((a, b) => a - b);
  const position = new Map(roots.map((root, i) => [root, i]));
  const clusters = roots.map((root): EntityCluster => {
    const members = sets.members(root).map((i) => usable[i] as EntityAt);
    return {
      members,
      kind: members[0]?.draft.kind ?? KINDS.person,
      known: members.find(({ draft }) => draft.known !== undefined)?.draft.known,
    };
  });
  const at = new Map(usable.map(({ record, index }, i) => [`${record} ${index}`, i]));
  return {
    clusters,
    clusterOf: (record, index) => {
      const i = at.get(`${record} ${index}`);
      return i === undefined ? undefined : position.get(sets.find(i));
    },
  };
}

/** Pairs that share the skeleton of a last word, best first found: a function of the set, not of its order. */
function comparablePairs(
  entities: readonly EntityAt[],
  phonetics: Phonetics,
): { readonly a: number; readonly b: number }[] {
  const blocks = new Map<string, number[]>();
  for (const [i, { draft }] of entities.entries()) {
    const keys = new Set(
      draft.names.flatMap(({ text }) =>
        phonetics.nameWords(text).map((word) => `${draft.kind} ${phonetics.skeleton(word)}`),
      ),
    );
    for (const key of keys) blocks.set(key, [...(blocks.get(key) ?? []), i]);
  }
  const pairs = new Map<string, { a: number; b: number }>();
  for (const block of blocks.values()) {
    for (const [i, a] of block.entries()) for (const b of block.slice(i + 1)) pairs.set(`${a} ${b}`, { a, b });
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** How well the best complete names of two entities agree, as a share of what is needed: 1 and more means the same. */
function likeness(a: EntityDraft, b: EntityDraft, phonetics: Phonetics): number {
  let best = 0;
  for (const left of a.names) {
    for (const right of b.names) {
      const sameScript = ARABIC.test(left.text) === ARABIC.test(right.text);
      const complete =
        a.kind !== KINDS.person ||
        (phonetics.nameWords(left.text).length > 1 && phonetics.nameWords(right.text).length > 1);
      if (!complete) continue;
      const score = phonetics.nameSimilarity(left.text, right.text) / (sameScript ? SAME_SCRIPT : ACROSS_SCRIPTS);
      best = Math.max(best, score);
    }
  }
  return best;
}

/** Whether something says that two entities cannot be one: other kind, other id, other state. */
function contradict(a: EntityDraft, b: EntityDraft): boolean {
  if (a.kind !== b.kind) return true;
  if (a.known !== undefined && b.known !== undefined && a.known !== b.known) return true;
  return a.state !== undefined && b.state !== undefined && a.state !== b.state;
}

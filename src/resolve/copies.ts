import { articleName, publicationDate, type Article } from "../model/article.ts";
import type { ArticleId } from "../model/ids.ts";
import { compareText, type Span } from "../model/text.ts";
import { countCommon, fingerprintsOf, hashOfLetters, lettersOf, numbersOf } from "./fingerprint.ts";

/** Articles that are copies of one text; the one that was published first comes first. */
export type CopyGroup = readonly [original: ArticleId, ...copies: ArticleId[]];

/** Which articles print the same text with small differences, while articles come and go. */
export interface Copies {
  /** `sentences`: what of the text counts. Where there are none all of it does. */
  readonly add: (article: Article, sentences: readonly Span[]) => void;
  readonly remove: (article: ArticleId) => void;
  /** Brings the groups up to date, and tells which are no more and which are new since the last time. */
  readonly settle: () => { readonly gone: readonly CopyGroup[]; readonly made: readonly CopyGroup[] };
  /** The article of which this one is a copy, as of the last `settle`. None where it is the first of its text. */
  readonly originalOf: (article: ArticleId) => ArticleId | undefined;
}

/** What share of the fingerprints of the shorter text stand in the longer one, at least: a cut text is a copy too. */
const COMMON = 0.6;
/** What share of the longer text the shorter is, at least. A digest is no copy of each article that it holds. */
const LENGTH = 0.25;
/** Letters below which a text is a copy of none but the same letters: short texts are alike by chance. */
const SHORT = 240;
/** What share of the numbers that two texts have behind the same letters may differ, and how many may at least. */
const OTHER_NUMBERS = 0.4;
const SOME_NUMBERS = 1;
/** By so many of its fingerprints, the smallest, an article is found: of two copies at least one is the same. */
const ANCHORS = 16;
/** Articles that are compared with all others under one anchor. What many articles print in passing costs no more. */
const MOST_SEEN = 32;

interface Entry {
  readonly id: ArticleId;
  /** Orders articles by when they were published. */
  readonly since: string;
  readonly prints: Uint32Array;
  readonly numbers: ReadonlyMap<number, number>;
  /** The letters of a short text. */
  readonly short: string | undefined;
  /** The copies among the others, with the share that is common. */
  readonly mates: Map<Entry, number>;
  group: CopyGroup | undefined;
}

/**
 * Two articles are a pair when nearly all of the shorter stands in the longer, with the same numbers: what an office says
 * every day in the same words, of others killed or of another temperature, is no copy. Groups are stars and not chains: among
 * articles that hang together by pairs, those are centres that are no pair with a centre of a smaller id, and the others
 * belong to the centre that they have most in common with. So two of a group have much of one text in common; the
 * updates of a live ticker, of which each is a pair with the next, and the last has nothing of the first, are several.
 *
 * Articles are found by their smallest fingerprints. Under an anchor that many have (a notice that an outlet puts under
 * everything) only the articles of the smallest ids are compared with all the others. Ids are hashes, so the work for an
 * article is bounded in the mean, in whatever order they come; and as a group's centre is the one with the smallest id,
 * it is compared with all of its copies. All of that is a function of the set of articles. `seen`: how many they are.
 */
export function createCopies(seen: number = MOST_SEEN): Copies {
  const entries = new Map<ArticleId, Entry>();
  const index = new Map<number, Entry[]>();
  let open = new Set<Entry>();
  let gone = new Set<CopyGroup>();

  const meet = (a: Entry, b: Entry): void => {
    const share = a === b || a.mates.has(b) ? undefined : shareOf(a, b);
    if (share === undefined) return;
    a.mates.set(b, share);
    b.mates.set(a, share);
    open.add(a).add(b);
  };
  const part = (a: Entry, b: Entry): void => {
    a.mates.delete(b);
    b.mates.delete(a);
    open.add(a).add(b);
  };
  const mayMeet = (a: Entry, b: Entry): boolean => {
    const theirs = new Set(anchorsOf(b));
    return anchorsOf(a).some((anchor) => {
      const bucket = index.get(anchor) ?? [];
      return theirs.has(anchor) && Math.min(placeIn(bucket, a), placeIn(bucket, b)) < seen;
    });
  };

  const add = (article: Article, sentences: readonly Span[]): void => {
    const entry = createEntry(article, sentences);
    if (entry === undefined) return;
    entries.set(article.id, entry);
    const hidden = new Set<Entry>();
    for (const anchor of anchorsOf(entry)) {
      const bucket = index.get(anchor) ?? [];
      index.set(anchor, bucket);
      const place = placeIn(bucket, entry);
      bucket.splice(place, 0, entry);
      for (const other of place < seen ? bucket : bucket.slice(0, seen)) meet(entry, other);
      const last = place < seen ? bucket[seen] : undefined;
      if (last !== undefined) hidden.add(last);
    }
    for (const last of hidden) for (const mate of last.mates.keys()) if (!mayMeet(last, mate)) part(last, mate);
  };

  const remove = (id: ArticleId): void => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    for (const mate of entry.mates.keys()) part(entry, mate);
    entries.delete(id);
    open.delete(entry);
    if (entry.group !== undefined) gone.add(entry.group);
    for (const anchor of anchorsOf(entry)) {
      const bucket = index.get(anchor) ?? [];
      const place = placeIn(bucket, entry);
      bucket.splice(place, 1);
      if (bucket.length === 0) index.delete(anchor);
      const shown = place < seen ? bucket[seen - 1] : undefined;
      if (shown !== undefined) for (const other of bucket) meet(shown, other);
    }
  };

  const settle = (): ReturnType<Copies["settle"]> => {
    const all = hangingTogether(open);
    const before = gone;
    for (const { group } of all) if (group !== undefined) before.add(group);
    const made: CopyGroup[] = [];
    for (const members of starsOf(all)) {
      const [first, ...rest] = members.sort((a, b) => compareText(a.since, b.since)).map(({ id }) => id);
      const group: CopyGroup | undefined = first === undefined || rest.length === 0 ? undefined : [first, ...rest];
      for (const member of members) member.group = group;
      if (group !== undefined) made.push(group);
    }
    open = new Set();
    gone = new Set();
    return { gone: [...before], made };
  };

  return {
    add,
    remove,
    settle,
    originalOf: (id) => {
      const original = entries.get(id)?.group?.[0];
      return original === id ? undefined : original;
    },
  };
}

function createEntry(article: Article, sentences: readonly Span[]): Entry | undefined {
  const { id, text } = article;
  const letters = lettersOf(
    sentences.length === 0 ? text : sentences.map(({ start, end }) => text.slice(start, end)).join(""),
  );
  if (letters.length === 0) return undefined;
  const isShort = letters.length < SHORT;
  return {
    id,
    since: [publicationDate(article) ?? "~", articleName(article), id].join("\n"),
    prints: isShort ? Uint32Array.of(hashOfLetters(letters)) : fingerprintsOf(letters),
    numbers: numbersOf(letters),
    short: isShort ? String.fromCharCode(...letters) : undefined,
    mates: new Map(),
    group: undefined,
  };
}

function anchorsOf({ prints }: Entry): readonly number[] {
  return [...prints.subarray(0, ANCHORS)];
}

/** Where an article stands, or would, among those under an anchor, which are sorted by id. */
function placeIn(bucket: readonly Entry[], { id }: Entry): number {
  let [from, to] = [0, bucket.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compareText(bucket[middle]?.id ?? "", id) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What two articles have in common, of the shorter; `undefined` where that does not make them copies. */
function shareOf(a: Entry, b: Entry): number | undefined {
  if (a.short !== undefined || b.short !== undefined) return a.short === b.short ? 1 : undefined;
  const [less, more] = [Math.min(a.prints.length, b.prints.length), Math.max(a.prints.length, b.prints.length)];
  if (less < LENGTH * more) return undefined;
  const share = countCommon(a.prints, b.prints) / less;
  return share < COMMON || countOthers(a, b) ? undefined : share;
}

/** Whether two texts say the same of other numbers: the reports of two days, and not two prints of one. */
function countOthers({ numbers: a }: Entry, { numbers: b }: Entry): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const both = [...few].filter(([context]) => many.has(context));
  const others = both.filter(([context, number]) => many.get(context) !== number).length;
  return others > SOME_NUMBERS && others > OTHER_NUMBERS * both.length;
}

function hangingTogether(from: Iterable<Entry>): readonly Entry[] {
  const found = new Set(from);
  // A set that grows is gone through to its end.
  for (const entry of found) for (const mate of entry.mates.keys()) found.add(mate);
  return [...found];
}

function starsOf(entries: readonly Entry[]): Entry[][] {
  const stars = new Map<Entry, Entry[]>();
  for (const entry of [...entries].sort((a, b) => compareText(a.id, b.id))) {
    const [centre] = [...entry.mates]
      .filter(([mate]) => stars.has(mate))
      .sort(([a, x], [b, y]) => y - x || compareText(a.id, b.id));
    if (centre === undefined) stars.set(entry, [entry]);
    else stars.get(centre[0])?.push(entry);
  }
  return [...stars.values()];
}

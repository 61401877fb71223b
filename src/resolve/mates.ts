import type { Extraction } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import { dayNumber } from "../model/time.ts";

/** Tells which articles have enough in common, while articles come and go. */
export interface Mates {
  readonly add: (article: ArticleId, extraction: Extraction) => void;
  readonly remove: (article: ArticleId) => void;
  /** The others that have enough in common with an article. Mutual. */
  readonly of: (article: ArticleId) => ReadonlySet<ArticleId>;
}

/** What articles are to have in common. */
interface InCommon {
  /** What is looked for in an article; each once. */
  readonly traits: readonly string[];
  /** Under what a trait is found by others, and where it looks for theirs. */
  readonly keyOf: (trait: string) => string;
  readonly seek: (trait: string) => readonly string[];
}

/** How many traits must be common, and what share they must be of those of the article that has fewer. */
interface Enough {
  readonly count: number;
  readonly share: number;
}

/** Known people, states, places and bodies that two articles of one day name both, from which they tell one story. */
const ONE_STORY: Enough = { count: 4, share: 0.6 };
/** Sequences of five words from which two articles report the same words. */
const SAME_WORDS: Enough = { count: 12, share: 0.08 };

/** Articles that tell one story, as several outlets and languages do: they are of one day, or the next, and name mostly the same. */
export function createStories(): Mates {
  return createMates(ONE_STORY, ({ anchor, entities }) => {
    if (anchor.from === undefined) return undefined;
    const day = dayNumber(anchor.from);
    return {
      traits: [...new Set(entities.flatMap((draft) => draft.known ?? []))],
      keyOf: (name) => `${day} ${name}`,
      seek: (name) => [day - 1, day, day + 1].map((near) => `${near} ${name}`),
    };
  });
}

/** Articles that report or quote the same words in their own news. */
export function createEchoes(): Mates {
  return createMates(SAME_WORDS, ({ events }) => ({
    traits: events.find(({ content }) => content.length > 0)?.content ?? [],
    keyOf: (hash) => hash,
    seek: (hash) => [hash],
  }));
}

interface Entry {
  readonly keys: readonly string[];
  readonly mates: Set<ArticleId>;
}

function createMates({ count, share }: Enough, inCommonOf: (extraction: Extraction) => InCommon | undefined): Mates {
  const entries = new Map<ArticleId, Entry>();
  const index = new Map<string, Set<ArticleId>>();

  return {
    add: (article, extraction) => {
      const inCommon = inCommonOf(extraction);
      if (inCommon === undefined || inCommon.traits.length < count) return;
      const { traits, keyOf, seek } = inCommon;
      const common = new Map<ArticleId, number>();
      for (const trait of traits) {
        for (const key of seek(trait)) {
          for (const other of index.get(key) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
        }
      }
      const entry: Entry = { keys: traits.map(keyOf), mates: new Set() };
      for (const [other, shared] of common) {
        const mate = entries.get(other);
        if (mate === undefined || shared < count) continue;
        if (shared < share * Math.min(traits.length, mate.keys.length)) continue;
        entry.mates.add(other);
        mate.mates.add(article);
      }
      entries.set(article, entry);
      for (const key of entry.keys) {
        const articles = index.get(key);
        if (articles === undefined) index.set(key, new Set([article]));
        else articles.add(article);
      }
    },
    remove: (article) => {
      const entry = entries.get(article);
      if (entry === undefined) return;
      entries.delete(article);
      for (const mate of entry.mates) entries.get(mate)?.mates.delete(article);
      for (const key of entry.keys) {
        const articles = index.get(key);
        articles?.delete(article);
        if (articles?.size === 0) index.delete(key);
      }
    },
    of: (article) => entries.get(article)?.mates ?? new Set(),
  };
}

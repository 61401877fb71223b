import type { Extraction } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import { dayNumber } from "../model/time.ts";

/** Known people, states, places and bodies that two articles of one day name both, from which they tell one story. */
const NAMES_IN_COMMON = 4;
/** And what share they are of those that the one with fewer names. */
const SHARE_IN_COMMON = 0.6;

/** Tells which articles tell one story, as several outlets or languages do, while articles come and go. */
export interface Stories {
  readonly add: (article: ArticleId, extraction: Extraction) => void;
  readonly remove: (article: ArticleId) => void;
  /** The other articles that tell the same story: they are of one day, or the next, and name mostly the same. */
  readonly mates: (article: ArticleId) => ReadonlySet<ArticleId>;
}

interface Story {
  readonly day: number;
  readonly known: ReadonlySet<string>;
  readonly mates: Set<ArticleId>;
}

export function createStories(): Stories {
  const stories = new Map<ArticleId, Story>();
  /** Articles by day and known name. */
  const index = new Map<string, Set<ArticleId>>();

  const keysOf = ({ day, known }: Story): string[] => [...known].map((name) => `${day} ${name}`);
  const candidates = ({ day, known }: Story): Map<ArticleId, number> => {
    const common = new Map<ArticleId, number>();
    for (const name of known) {
      for (const near of [day - 1, day, day + 1]) {
        for (const other of index.get(`${near} ${name}`) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
      }
    }
    return common;
  };

  return {
    add: (article, { anchor, entities }) => {
      const known = new Set(entities.flatMap((draft) => draft.known ?? []));
      if (anchor.from === undefined || known.size < NAMES_IN_COMMON) return;
      const story: Story = { day: dayNumber(anchor.from), known, mates: new Set() };
      for (const [other, common] of candidates(story)) {
        const mate = stories.get(other);
        if (mate === undefined || other === article || common < NAMES_IN_COMMON) continue;
        if (common < SHARE_IN_COMMON * Math.min(known.size, mate.known.size)) continue;
        story.mates.add(other);
        mate.mates.add(article);
      }
      stories.set(article, story);
      for (const key of keysOf(story)) {
        const articles = index.get(key);
        if (articles === undefined) index.set(key, new Set([article]));
        else articles.add(article);
      }
    },
    remove: (article) => {
      const story = stories.get(article);
      if (story === undefined) return;
      stories.delete(article);
      for (const mate of story.mates) stories.get(mate)?.mates.delete(article);
      for (const key of keysOf(story)) {
        const articles = index.get(key);
        articles?.delete(article);
        if (articles?.size === 0) index.delete(key);
      }
    },
    mates: (article) => stories.get(article)?.mates ?? new Set(),
  };
}

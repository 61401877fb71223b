import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import { articleIdOf, type ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import type { FoundText } from "../read/found-text.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { extractionKey } from "./extract-article.ts";

/** Extractions that come along with texts: what reading them elsewhere gave. */
export interface GivenExtractions {
  take(found: FoundText): void;
  /** What can be taken for reading the article here, with this knowledge. */
  of(article: Article, knowledge: Knowledge): Extraction | undefined;
}

/** An extraction counts where its key is current; with `keepOld` one of another version does too, where none is. */
export function createGivenExtractions(keepOld: boolean): GivenExtractions {
  const given = new Map<ArticleId, Extraction[]>();
  return {
    take: ({ text, extraction }) => {
      if (extraction === undefined) return;
      const id = articleIdOf(text);
      const others = given.get(id) ?? [];
      if (others.some(({ key }) => key === extraction.key)) return;
      given.set(
        id,
        [...others, extraction].sort((a, b) => compareText(a.key, b.key)),
      );
    },
    of: (article, knowledge) => {
      const all = given.get(article.id) ?? [];
      // The date and the language of the article are those of one of its sources: the extraction of that one counts.
      const key = extractionKey(article, knowledge);
      return all.find((extraction) => extraction.key === key) ?? (keepOld ? all[0] : undefined);
    },
  };
}

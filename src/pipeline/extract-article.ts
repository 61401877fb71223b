import { createExtractor } from "../extract/extract.ts";
import { createPacks, segment } from "../language/document.ts";
import { detectMentions } from "../mentions/detect.ts";
import { publicationDate, type Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import { hashOf } from "../model/ids.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/** The key that an extraction of this article has when it is current. */
export function extractionKey(article: Pick<Article, "id" | "sources">, knowledge: Knowledge): string {
  return hashOf(
    [article.id, publicationDate(article) ?? null, article.sources[0].language ?? null, knowledge.version],
    16,
  );
}

/** Makes the function that reads one article. What it returns depends on nothing but the article and the knowledge. */
export function createArticleExtractor(knowledge: Knowledge): (article: Article) => Extraction {
  const packs = createPacks(knowledge);
  const extract = createExtractor(knowledge);
  return (article) => {
    const segmented = segment(article, packs);
    return {
      format: "dragoman-extraction",
      article: article.id,
      key: extractionKey(article, knowledge),
      ...extract(segmented, detectMentions(segmented)),
    };
  };
}

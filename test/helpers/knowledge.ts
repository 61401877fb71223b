import { fileURLToPath } from "node:url";
import { createPacks, type LanguagePack } from "../../src/language/document.ts";
import type { Article } from "../../src/model/article.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import type { Graph } from "../../src/model/graph.ts";
import { articleIdOf, type LanguageCode } from "../../src/model/ids.ts";
import { buildGraph } from "../../src/pipeline/build-graph.ts";
import { createArticleExtractor } from "../../src/pipeline/extract-article.ts";
import { compileKnowledge } from "../../src/seeds/compile.ts";
import type { Knowledge } from "../../src/seeds/knowledge.ts";

export const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** The knowledge of `seeds/` as it stands, not as it was last built. Compiled once a test file: it takes a second. */
export const knowledge: Knowledge = compileKnowledge(SEEDS);

/** Reads one article with that knowledge. */
export const extract: (article: Article) => Extraction = createArticleExtractor(knowledge);

/** Every language, ready for use. */
export const packs: readonly LanguagePack[] = createPacks(knowledge);

/** One of them. */
export function packOf(code: string): LanguagePack {
  const pack = packs.find((candidate) => candidate.code === code);
  if (pack === undefined) throw new RangeError(`no folder seeds/languages/${code}`);
  return pack;
}

/** Where an article comes from. */
export interface Source {
  readonly name?: string;
  readonly publishedAt?: string;
  readonly language?: string;
}

/** An article of this text. Without more it has the name `a1` and no date. */
export function articleOf(text: string, { name = "a1", publishedAt, language }: Source = {}): Article {
  const source = {
    name,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language: language as LanguageCode }),
  };
  return { id: articleIdOf(text), text, sources: [source] };
}

/** The graph of these articles. */
export function graphOf(articles: readonly Article[]): Graph {
  return buildGraph(
    articles.map((article) => ({ article, extraction: extract(article) })),
    knowledge,
  );
}

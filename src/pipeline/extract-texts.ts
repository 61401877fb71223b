import { availableParallelism } from "node:os";
import type { Article } from "../model/article.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Extraction } from "../model/extraction.ts";
import { articleIdOf } from "../model/ids.ts";
import type { FoundText } from "../read/found-text.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import { extractAll, extractionFailure, type Readable } from "./extract-all.ts";
import { extractionKey } from "./extract-article.ts";
import { readLists, takeLists } from "./read-lists.ts";
import { createUncoveredLanguages } from "./uncovered.ts";

export interface ExtractTextsOptions {
  /** Takes what is worth telling and stops nothing: an article that could not be read. */
  readonly report: Report;
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  /** Files of whom and what the user knows (`docs/gazetteer.md`). */
  readonly gazetteers?: readonly string[];
  /** Threads that read. Default: one a processor. The results do not depend on it. */
  readonly jobs?: number;
}

/** A text and what was read in it. */
export interface ExtractedText {
  readonly found: FoundText;
  readonly extraction: Extraction;
}

/**
 * Reads texts as they come, each for itself, and gives what they say in their order. Nothing is kept: texts are asked
 * for only as fast as results are taken, so there may be more of them than memory holds.
 *
 * A text that brings along its extraction is read again only if that is not current. Throws `INPUT_UNREADABLE` and
 * `LIST_INVALID` for lists that cannot be used.
 */
export async function* extractTexts(
  texts: AsyncIterable<FoundText>,
  { report, knowledge: shipped = loadKnowledge(), gazetteers = [], jobs = availableParallelism() }: ExtractTextsOptions,
): AsyncGenerator<ExtractedText> {
  const knowledge = takeLists(shipped, await readLists(gazetteers, shipped, report), report);
  const uncovered = createUncoveredLanguages(knowledge);
  for await (const outcome of extractAll(toArticles(texts, knowledge), { knowledge, jobs })) {
    const { found, article } = outcome.item;
    if ("extraction" in outcome) {
      uncovered.note(outcome.extraction);
      yield { found, extraction: outcome.extraction };
    } else report(extractionFailure(article, outcome.error));
  }
  uncovered.report(report);
}

interface FoundArticle extends Readable {
  readonly found: FoundText;
}

async function* toArticles(texts: AsyncIterable<FoundText>, knowledge: Knowledge): AsyncGenerator<FoundArticle> {
  for await (const found of texts) {
    const { text, source, extraction } = found;
    const article: Article = { id: articleIdOf(text), text, sources: [source] };
    const isCurrent = extraction?.key === extractionKey(article, knowledge);
    yield { found, article, ...(isCurrent ? { extraction } : {}) };
  }
}

import { setImmediate } from "node:timers/promises";
import { extname } from "node:path";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createArticleExtractor } from "./extract-article.ts";

/** What reading an article gave: what it says, or the mistake of ours that prevented it. */
export type Outcome =
  | { readonly article: Article; readonly extraction: Extraction }
  | { readonly article: Article; readonly error: unknown };

export interface ExtractOptions {
  readonly knowledge: Knowledge;
  /** Threads that read. With 1 this thread does. */
  readonly jobs: number;
  /** Ends the reading after the articles that are begun. */
  readonly signal?: AbortSignal | undefined;
}

/** Articles that wait for each thread, so that none is idle while the slowest of them is read. */
const WAITING_PER_JOB = 8;

/** Reads articles. The outcomes come in the order of the articles, however many threads read. */
export async function* extractAll(articles: readonly Article[], options: ExtractOptions): AsyncGenerator<Outcome> {
  const jobs = Math.min(options.jobs, articles.length);
  if (jobs <= 1) yield* extractHere(articles, options);
  else yield* extractInThreads(articles, jobs, options);
}

async function* extractHere(
  articles: readonly Article[],
  { knowledge, signal }: ExtractOptions,
): AsyncGenerator<Outcome> {
  const extract = createArticleExtractor(knowledge);
  for (const article of articles) {
    if (signal?.aborted === true) return;
    yield await outcomeOf(article, () => extract(article));
    // Lets signals and timers in.
    await setImmediate();
  }
}

async function* extractInThreads(
  articles: readonly Article[],
  jobs: number,
  { knowledge, signal }: ExtractOptions,
): AsyncGenerator<Outcome> {
  const { Piscina } = await import("piscina");
  const worker = new URL(`./extract-worker${extname(import.meta.url)}`, import.meta.url);
  const pool = new Piscina<Article, Extraction>({
    filename: worker.href,
    minThreads: jobs,
    maxThreads: jobs,
    workerData: knowledge,
  });
  try {
    const waiting: Promise<Outcome>[] = [];
    for (const article of articles) {
      if (signal?.aborted === true) break;
      waiting.push(outcomeOf(article, () => pool.run(article, { name: "extract" })));
      const first = waiting.length < jobs * WAITING_PER_JOB ? undefined : waiting.shift();
      if (first !== undefined) yield await first;
    }
    for (const outcome of waiting) yield await outcome;
  } finally {
    await pool.destroy();
  }
}

async function outcomeOf(article: Article, extract: () => Extraction | Promise<Extraction>): Promise<Outcome> {
  try {
    return { article, extraction: await extract() };
  } catch (error) {
    return { article, error };
  }
}

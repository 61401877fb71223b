import { setImmediate } from "node:timers/promises";
import { extname } from "node:path";
import { articleName, type Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createArticleExtractor } from "./extract-article.ts";
import { mapInOrder } from "./map-in-order.ts";

/** What reading an article gave: what it says, or the mistake of ours that prevented it. */
export type Outcome<Item> =
  | { readonly item: Item; readonly extraction: Extraction }
  | { readonly item: Item; readonly error: unknown };

/** Something with an article in it. One that was read elsewhere brings along what it says. */
export interface Readable {
  readonly article: Article;
  readonly extraction?: Extraction | undefined;
}

export interface ExtractOptions {
  readonly knowledge: Knowledge;
  /** Threads that read. With 1 this thread does. */
  readonly jobs: number;
  /** Ends the reading after the articles that are begun. */
  readonly signal?: AbortSignal | undefined;
}

/** Articles that wait for each thread, so that none is idle while the slowest of them is read. */
const WAITING_PER_JOB = 8;
/**
 * Room for what a thread has just made, most of which is of no use a moment later: with less of it the collector has to
 * come several times an article, which takes a tenth of the time.
 */
const YOUNG_MEMORY_MB = 192;
/** The longest that a timer can wait: threads stay while whoever takes the results is slow. */
const FOREVER_MS = 2 ** 31 - 1;

/**
 * Reads articles as they come. The outcomes come in the order of the articles, however many threads read, and no more
 * than a few articles a thread are held at a time.
 */
export async function* extractAll<Item extends Readable>(
  items: AsyncIterable<Item> | Iterable<Item>,
  { knowledge, jobs, signal }: ExtractOptions,
): AsyncGenerator<Outcome<Item>> {
  const wanted = untilAborted(items, signal);
  if (jobs <= 1) {
    let extract: ((article: Article) => Extraction) | undefined;
    const extractHere = async ({ article }: Item): Promise<Extraction> => {
      // Lets signals and timers in.
      await setImmediate();
      return (extract ??= createArticleExtractor(knowledge))(article);
    };
    yield* mapInOrder(wanted, (item) => outcomeOf(item, extractHere), 1);
    return;
  }
  const { Piscina } = await import("piscina");
  const worker = new URL(`./extract-worker${extname(import.meta.url)}`, import.meta.url);
  const pool = new Piscina<Article, Extraction>({
    filename: worker.href,
    minThreads: 0,
    maxThreads: jobs,
    idleTimeout: FOREVER_MS,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
    workerData: knowledge,
  });
  try {
    const extract = ({ article }: Item): Promise<Extraction> => pool.run(article, { name: "extract" });
    yield* mapInOrder(wanted, (item) => outcomeOf(item, extract), jobs * WAITING_PER_JOB);
  } finally {
    await pool.destroy();
  }
}

async function* untilAborted<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  for await (const item of items) {
    if (signal?.aborted === true) return;
    yield item;
  }
}

async function outcomeOf<Item extends Readable>(
  item: Item,
  extract: (item: Item) => Promise<Extraction>,
): Promise<Outcome<Item>> {
  try {
    return { item, extraction: item.extraction ?? (await extract(item)) };
  } catch (error) {
    return { item, error };
  }
}

/** Tells of an article that could not be read. */
export function extractionFailure(article: Article, error: unknown): Diagnostic {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `could not be read, by a mistake of this program; please report it with the text: ${reason}`;
  return { code: "EXTRACTION_FAILED", severity: "error", message, at: articleName(article) };
}

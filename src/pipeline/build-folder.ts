import { availableParallelism } from "node:os";
import type { Size } from "../folder/derived.ts";
import type { JournalEntry } from "../folder/journal-entry.ts";
import type { LedgerRecord } from "../folder/ledger.ts";
import { markJournal } from "../folder/read-journal.ts";
import { openJournal, type JournalWriter } from "../folder/write-journal.ts";
import { withLists } from "../language/lists.ts";
import { articleName, type Article } from "../model/article.ts";
import type { Diagnostic, Report } from "../model/diagnostic.ts";
import type { EntityList } from "../model/entity-list.ts";
import type { LanguageCode } from "../model/ids.ts";
import type { FoundText } from "../read/found-text.ts";
import { gatherArticles } from "../read/gather.ts";
import { readInputs } from "../read/read-inputs.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import type { OnEvent } from "./events.ts";
import { extractAll, extractionFailure, type ExtractOptions, type Readable } from "./extract-all.ts";
import { extractionKey } from "./extract-article.ts";
import { createGivenExtractions, type GivenExtractions } from "./given-extractions.ts";
import { ensureGeneration } from "./generation.ts";
import { readLists, replaceLists, takeLists } from "./read-lists.ts";
import { lostDiagnostic, lostVerdicts } from "./verdict-log.ts";
import { createUncoveredLanguages } from "./uncovered.ts";

export interface BuildOptions {
  /** Files, folders, and `-` for standard input. With `gazetteers` there may be none: what the graph holds is read with them. */
  readonly inputs: readonly string[];
  /** The folder of the graph. It is made where there is none; articles that it holds stay. */
  readonly graphFolder: string;
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  /** Threads that read. Default: one a processor, fewer for few articles. The graph does not depend on it. */
  readonly jobs?: number;
  /** Keep what was read in an article once, even if this version would read it otherwise. Default: false. */
  readonly keepExtractions?: boolean;
  /** Date of publication, ISO 8601, of articles that give none. */
  readonly publishedAt?: string;
  /** Language of articles that give none. */
  readonly language?: LanguageCode;
  /**
   * Files of whom and what the user knows (`docs/gazetteer.md`), which the graph keeps: one takes the place of an earlier
   * one of its file's name, an empty one takes that away. Default: none, so that those that the graph has stay in force.
   */
  readonly gazetteers?: readonly string[];
  /** What `-` reads. Default: standard input of the process. */
  readonly stdin?: AsyncIterable<Buffer>;
  /** Stops the build after the articles that are begun. What was read is kept, and the next build goes on from there. */
  readonly signal?: AbortSignal;
  readonly onEvent?: OnEvent;
}

export interface BuildResult {
  /** Articles in the graph. */
  readonly articles: number;
  /** Articles that were read in this build. */
  readonly extracted: number;
  /** Articles whose extraction came along with them. The others were known. */
  readonly given: number;
  /** Articles of the graph that have not been read, since the build was stopped or failed on them. */
  readonly pending: number;
  /** Diagnostics of severity `error`: parts of the input that are not in the graph. */
  readonly errors: number;
  /** How large the graph is now. Absent when the build was stopped. */
  readonly size: Size | undefined;
}

/** Articles a thread, below which a further one costs more than it brings. */
const ARTICLES_PER_JOB = 16;
/** Articles after which, and milliseconds after which, what was read is written: so much a kill can cost. */
const BATCH_ARTICLES = 64;
const BATCH_MS = 1000;

/**
 * Reads articles into a graph folder.
 *
 * An article whose extraction is current is not read again. Everything is in the journal before anything is derived
 * from it, so a build may be killed at any time: the next one continues it, and makes the same graph.
 *
 * Throws `INPUT_UNREADABLE`, `INPUT_EMPTY` and `LIST_INVALID` before anything is written, and what `openJournal` throws.
 * Bad files inside folders are reported, and the rest is built.
 */
export async function buildFolder(options: BuildOptions): Promise<BuildResult> {
  const { graphFolder, knowledge = loadKnowledge(), signal, keepExtractions = false } = options;
  let errors = 0;
  const onEvent: OnEvent = (event) => {
    if (event.type === "diagnostic" && event.diagnostic.severity === "error") errors += 1;
    options.onEvent?.(event);
  };
  const report = (diagnostic: Diagnostic): void => onEvent({ type: "diagnostic", diagnostic });

  const lists = await readLists(options.gazetteers ?? [], knowledge, report);
  const given = createGivenExtractions(keepExtractions);
  const found = takeTexts(readInputs(options.inputs, { ...options, report }), given, onEvent, signal);
  const onlyLists = lists.length > 0 && options.inputs.length === 0;
  if (onlyLists) await markJournal(graphFolder);
  const articles = onlyLists ? [] : await gatherArticles(found, report);
  const journal = await openJournal(graphFolder, report);
  try {
    const listed = await putInForce(journal, lists, knowledge, report);
    await appendNew(journal, articles, report);
    const isCurrent = ({ article, extraction }: LedgerRecord): boolean =>
      extraction !== undefined && (keepExtractions || extraction.key === extractionKey(article, listed));
    const todo = journal.ledger
      .records()
      .filter((record) => !isCurrent(record))
      .map(({ article }): Readable => ({ article, extraction: given.of(article, listed) }));
    const toRead = todo.filter(({ extraction }) => extraction === undefined).length;
    const counts = await extractInto(
      journal,
      todo,
      { knowledge: listed, jobs: options.jobs ?? defaultJobs(toRead), signal },
      onEvent,
    );
    const records = journal.ledger.records();
    const interrupted = signal?.aborted === true;
    const derived = interrupted ? undefined : await ensureGeneration(graphFolder, journal, knowledge, onEvent);
    if (!interrupted) for (const lost of lostVerdicts(journal.ledger)) report(lostDiagnostic(lost, graphFolder));
    const pending = records.filter((record) => record.extraction === undefined).length;
    return { articles: records.length, ...counts, pending, errors, size: derived?.size };
  } finally {
    await journal.close();
  }
}

/**
 * Puts lists that are given in force, and returns the knowledge with all that are. Throws `LIST_INVALID` where one of them
 * contradicts another of the graph; nothing is written then.
 */
async function putInForce(
  journal: JournalWriter,
  given: readonly EntityList[],
  knowledge: Knowledge,
  report: Report,
): Promise<Knowledge> {
  const before = journal.ledger.lists();
  const lists = replaceLists(before, given);
  const listed = given.length > 0 ? takeLists(knowledge, lists, report) : withLists(knowledge, lists);
  const isNew = (list: EntityList): boolean => {
    const earlier = before.find(({ name }) => name === list.name);
    return earlier === undefined ? list.entities.length > 0 : JSON.stringify(earlier) !== JSON.stringify(list);
  };
  for (const { name, entities } of given) {
    if (entities.length > 0) continue;
    const message = before.some((list) => list.name === name)
      ? "has no rows: its list is taken away"
      : "has no rows, and the graph has no list of its name: nothing changes";
    report({ code: "LIST_TAKEN", severity: "note", message, at: name });
  }
  const entries = given.filter(isNew).map((list): JournalEntry => ({ type: "list", list }));
  if (entries.length > 0) await journal.append(entries);
  return listed;
}

function defaultJobs(articles: number): number {
  return Math.min(availableParallelism(), Math.ceil(articles / ARTICLES_PER_JOB));
}

async function* takeTexts(
  texts: AsyncIterable<FoundText>,
  given: GivenExtractions,
  onEvent: OnEvent,
  signal: AbortSignal | undefined,
): AsyncGenerator<FoundText> {
  let done = 0;
  for await (const text of texts) {
    signal?.throwIfAborted();
    done += 1;
    onEvent({ type: "progress", step: "read", done });
    given.take(text);
    yield text;
  }
}

async function appendNew(journal: JournalWriter, articles: readonly Article[], report: Report): Promise<void> {
  const { ledger } = journal;
  const found = new Set(articles.map(({ id }) => id));
  /** The one text that was found at the address of an article before, and not in this build as well. */
  const replacedBy = (article: Article): readonly string[] => {
    const others = ledger.sharingAddress(article);
    const texts = new Set(others.values());
    return texts.size === 1 && [...texts].every((id) => !found.has(id)) ? [...others.keys()] : [];
  };
  const fresh = articles
    .filter((article) => !ledger.knows(article))
    .map((article) => ({ article, replaces: replacedBy(article) }));
  for (let start = 0; start < fresh.length; start += BATCH_ARTICLES) {
    const batch = fresh.slice(start, start + BATCH_ARTICLES);
    await journal.append(
      batch.map(({ article: { id, text, sources }, replaces }): JournalEntry => {
        return { type: "article", id, text, sources, ...(replaces.length === 0 ? {} : { replaces }) };
      }),
    );
    for (const { article, replaces } of batch) {
      if (replaces.length === 0 || ledger.sharingAddress(article).size > 0) continue;
      const message = `takes the place of ${replaces.join(", ")}, an earlier version from the same address`;
      report({ code: "ARTICLE_REPLACED", severity: "note", message, at: articleName(article) });
    }
  }
}

/** Reads articles and appends what they say, in their order. Returns how many were read, and how many had been before. */
async function extractInto(
  journal: JournalWriter,
  articles: readonly Readable[],
  options: ExtractOptions,
  onEvent: OnEvent,
): Promise<Pick<BuildResult, "extracted" | "given">> {
  let batch: JournalEntry[] = [];
  let since = performance.now();
  let done = 0;
  const counts = { extracted: 0, given: 0 };
  const uncovered = createUncoveredLanguages(options.knowledge);
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await journal.append(batch);
    batch = [];
    since = performance.now();
  };
  for await (const outcome of extractAll(articles, options)) {
    done += 1;
    if ("extraction" in outcome) {
      counts[outcome.item.extraction === undefined ? "extracted" : "given"] += 1;
      uncovered.note(outcome.extraction);
      batch.push({ type: "extraction", extraction: outcome.extraction });
    } else onEvent({ type: "diagnostic", diagnostic: extractionFailure(outcome.item.article, outcome.error) });
    if (batch.length >= BATCH_ARTICLES || performance.now() - since >= BATCH_MS) await flush();
    onEvent({ type: "progress", step: "extract", done, total: articles.length });
  }
  await flush();
  uncovered.report((diagnostic) => onEvent({ type: "diagnostic", diagnostic }));
  return counts;
}

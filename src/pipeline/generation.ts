import { isSameOrigin, readDerived, replaceDerived, type Derived, type Origin, type Size } from "../folder/derived.ts";
import type { Ledger } from "../folder/ledger.ts";
import { markJournal } from "../folder/read-journal.ts";
import { openJournal } from "../folder/write-journal.ts";
import { withLists } from "../language/lists.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import type { ArticleRecord } from "./build-graph.ts";
import { derive, originOf } from "./derive.ts";
import type { OnEvent } from "./events.ts";

/** The articles of a ledger that have been read. */
export function readRecords(ledger: Ledger): readonly ArticleRecord[] {
  return ledger
    .records()
    .flatMap(({ extraction, ...record }) => (extraction === undefined ? [] : [{ ...record, extraction }]));
}

/** What the current generation would be made from now. */
export async function currentOrigin(folder: string, knowledge: Knowledge): Promise<Origin> {
  return originOf(await markJournal(folder), knowledge);
}

/**
 * Derives a new generation, unless the current one was made from this journal by this version. For the holder of the
 * lock.
 */
export async function ensureGeneration(
  folder: string,
  ledger: Ledger,
  knowledge: Knowledge,
  onEvent: OnEvent,
): Promise<Derived> {
  const derived = await readDerived(folder);
  const origin = await currentOrigin(folder, knowledge);
  if (derived !== undefined && isSameOrigin(derived.origin, origin)) return derived;
  return await replaceGeneration(folder, ledger, origin, knowledge, onEvent);
}

export interface RebuildOptions {
  readonly graphFolder: string;
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  readonly onEvent?: OnEvent;
}

/**
 * Makes everything that is derived from a journal anew: the same graph, byte for byte, as long as the version is the
 * same. No article is read again. Returns how large the graph is.
 *
 * Throws `GRAPH_FOLDER`, `GRAPH_LOCKED` and `JOURNAL_INVALID`.
 */
export async function rebuildFolder(options: RebuildOptions): Promise<Size> {
  const { graphFolder, knowledge = loadKnowledge(), onEvent = () => undefined } = options;
  await markJournal(graphFolder);
  const report = (diagnostic: Diagnostic): void => onEvent({ type: "diagnostic", diagnostic });
  const journal = await openJournal(graphFolder, report);
  try {
    const origin = await currentOrigin(graphFolder, knowledge);
    return (await replaceGeneration(graphFolder, journal.ledger, origin, knowledge, onEvent)).size;
  } finally {
    await journal.close();
  }
}

function replaceGeneration(
  folder: string,
  ledger: Ledger,
  origin: Origin,
  knowledge: Knowledge,
  onEvent: OnEvent,
): Promise<Derived> {
  const records = readRecords(ledger);
  const listed = withLists(knowledge, ledger.lists());
  return replaceDerived(folder, origin, (directory) => derive(directory, records, listed, onEvent));
}

import {
  findDamage,
  isSameOrigin,
  readDerived,
  replaceDerived,
  type Derived,
  type Origin,
  type Size,
} from "../folder/derived.ts";
import { readIdentityFile } from "../folder/identity-file.ts";
import type { FormerEntry } from "../folder/journal-entry.ts";
import { markJournal } from "../folder/read-journal.ts";
import { isSystemError } from "../folder/unwritable.ts";
import type { JournalWriter } from "../folder/write-journal.ts";
import { withLists } from "../language/lists.ts";
import type { Anchor } from "../model/verdict.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import { derive, originOf, partsOf } from "./derive.ts";
import type { OnEvent } from "./events.ts";
import { withJournal } from "./with-journal.ts";

/** What the current generation would be made from now. */
export async function currentOrigin(folder: string, knowledge: Knowledge): Promise<Origin> {
  return originOf(await markJournal(folder), knowledge);
}

/** The current generation; `undefined` where it is not whole, which is reported. */
export async function readWhole(folder: string, onEvent: OnEvent): Promise<Derived | undefined> {
  const derived = await readDerived(folder);
  const damage = await findDamage(folder, derived);
  if (damage === undefined) return derived;
  const message = `${damage}; it is made again from the journal, which holds everything`;
  onEvent({ type: "diagnostic", diagnostic: { code: "DERIVED_DAMAGED", severity: "warning", message, at: folder } });
  return undefined;
}

/**
 * Derives a new generation, unless the current one was made from this journal by this version and is whole. What is
 * damaged is reported.
 */
export async function ensureGeneration(
  folder: string,
  journal: JournalWriter,
  knowledge: Knowledge,
  onEvent: OnEvent,
): Promise<Derived> {
  const derived = await readWhole(folder, onEvent);
  const origin = await currentOrigin(folder, knowledge);
  if (derived !== undefined && isSameOrigin(derived.origin, origin)) return derived;
  return await replaceGeneration(folder, journal, knowledge, onEvent);
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
  return await withJournal(
    graphFolder,
    onEvent,
    async (journal) => (await replaceGeneration(graphFolder, journal, knowledge, onEvent)).size,
  );
}

function replaceGeneration(
  folder: string,
  journal: JournalWriter,
  knowledge: Knowledge,
  onEvent: OnEvent,
): Promise<Derived> {
  return replaceDerived(folder, async (directory, previous) => {
    const size = await derive(directory, journal.ledger, withLists(knowledge, journal.ledger.lists()), onEvent);
    const former = previous === undefined ? undefined : await formerIds(previous, directory);
    if (former !== undefined) await journal.append([former]);
    return { size, origin: await currentOrigin(folder, knowledge) };
  });
}

/** The ids that one generation has and the next has not. */
async function formerIds(previous: string, next: string): Promise<FormerEntry | undefined> {
  const ids = new Set<string>();
  for await (const { node } of readIdentityFile(partsOf(next).identities)) ids.add(node);
  const nodes: (readonly [string, Anchor])[] = [];
  try {
    for await (const { node, parts } of readIdentityFile(partsOf(previous).identities)) {
      const anchor = parts.find(({ anchors }) => anchors.length > 0)?.anchors[0];
      if (!ids.has(node) && anchor !== undefined) nodes.push([node, anchor]);
    }
  } catch (error) {
    // What is derived may be damaged, and is being made anew.
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
    return undefined;
  }
  return nodes.length === 0 ? undefined : { type: "former", nodes };
}

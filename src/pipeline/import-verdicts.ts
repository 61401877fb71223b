import type { Size } from "../folder/derived.ts";
import type { JournalEntry } from "../folder/journal-entry.ts";
import type { Ledger } from "../folder/ledger.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import type { OnEvent } from "./events.ts";
import { ensureGeneration } from "./generation.ts";
import { decodeVerdicts } from "./verdict-file.ts";
import { withJournal } from "./with-journal.ts";

export interface ImportVerdictsOptions {
  readonly graphFolder: string;
  /** What `encodeVerdicts` wrote. */
  readonly text: string;
  /** Where the text comes from, for messages. */
  readonly at: string;
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  readonly onEvent?: OnEvent;
}

export interface ImportedVerdicts {
  /** Verdicts that were new here, and those that were known. */
  readonly added: number;
  readonly known: number;
  readonly size: Size;
}

/**
 * Takes verdicts of another graph over, with what was taken back of them. They hold wherever the same articles are; those
 * whose articles are not in the graph wait for them. What is known already counts once.
 *
 * Throws `INPUT_UNREADABLE` as `decodeVerdicts` before anything is written, and what `withJournal` throws.
 */
export async function importVerdicts(options: ImportVerdictsOptions): Promise<ImportedVerdicts> {
  const { graphFolder, text, at, knowledge = loadKnowledge(), onEvent = () => undefined } = options;
  const lines = decodeVerdicts(text, at);
  return await withJournal(graphFolder, onEvent, async (journal) => {
    const before = new Set(journal.ledger.verdicts().map(({ verdict }) => verdict.id));
    const fresh = newLines(lines, journal.ledger);
    if (fresh.length > 0) await journal.append(fresh);
    const { size } = await ensureGeneration(graphFolder, journal, knowledge, onEvent);
    const given = new Set(lines.flatMap((line) => (line.type === "verdict" ? [line.verdict.id] : [])));
    const added = [...given].filter((id) => !before.has(id)).length;
    return { added, known: given.size - added, size };
  });
}

function newLines(lines: readonly JournalEntry[], ledger: Ledger): readonly JournalEntry[] {
  const known = new Set(
    ledger.verdicts().flatMap(({ verdict, turns }) => [verdict.id, ...turns.map((turn) => JSON.stringify(turn))]),
  );
  return lines.filter((line) => !known.has(line.type === "verdict" ? line.verdict.id : JSON.stringify(line)));
}

import { userInfo } from "node:os";
import { DragomanError } from "../errors.ts";
import type { Size } from "../folder/derived.ts";
import type { JournalEntry } from "../folder/journal-entry.ts";
import type { Ledger } from "../folder/ledger.ts";
import type { JournalWriter } from "../folder/write-journal.ts";
import { byInstant, makeVerdict, type Signature, type Verdict, type VerdictState } from "../model/verdict.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import type { Decision } from "../model/decision.ts";
import type { OnEvent } from "./events.ts";
import { ensureGeneration } from "./generation.ts";
import { rulingOf } from "./ruling-of.ts";
import { withJournal } from "./with-journal.ts";
import { openWorld } from "./world.ts";

export interface CurateOptions {
  readonly graphFolder: string;
  readonly decision: Decision;
  /** Who decides. Default: the environment variable `DRAGOMAN_USER`, else the user of the system. */
  readonly by?: string;
  readonly why?: string;
  /** ISO 8601 instant. Default: now. */
  readonly at?: string;
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  readonly onEvent?: OnEvent;
}

/** What a decision led to. */
export interface Curated {
  /** The verdict that was given, taken back, or put in force again. */
  readonly verdict: Verdict;
  /** Ids of the nodes that it is about, as they are now. */
  readonly nodes: readonly string[];
  readonly size: Size;
}

/**
 * Records a decision in the journal of a graph, and derives the graph anew.
 *
 * Throws `NOT_FOUND` for an id that the graph does not hold, `VERDICT_INVALID` for what cannot be decided, and what
 * `withJournal` throws; nothing is recorded then.
 */
export async function curate(options: CurateOptions): Promise<Curated> {
  const { graphFolder, decision, knowledge = loadKnowledge(), onEvent = () => undefined } = options;
  return await withJournal(graphFolder, onEvent, async (journal) => {
    const verdict = await decide(journal, decision, signatureOf(options, journal.ledger), {
      graphFolder,
      knowledge,
      onEvent,
    });
    const derived = await ensureGeneration(graphFolder, journal, knowledge, onEvent);
    const world = await openWorld(derived.folder, journal.ledger);
    return { verdict, nodes: world.nodesOf(verdict), size: derived.size };
  });
}

/** Who the signature of a verdict names where nobody is named. */
export function defaultAuthor(): string {
  const named = process.env["DRAGOMAN_USER"]?.trim();
  return named === undefined || named === "" ? userInfo().username : named;
}

function signatureOf({ by, at, why }: CurateOptions, ledger: Ledger): Signature {
  const reason = why?.trim();
  return {
    by: by?.trim() || defaultAuthor(),
    at: at ?? nowAfter(ledger),
    ...(reason === undefined || reason === "" ? {} : { why: reason }),
  };
}

/** The time now; after all that was decided before, whatever the clocks of those who did. */
function nowAfter(ledger: Ledger): string {
  const before = ledger.verdicts().flatMap(({ verdict, turns }) => [verdict, ...turns]);
  const last = before.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  return new Date(Math.max(Date.now(), last + 1)).toISOString();
}

async function decide(
  journal: JournalWriter,
  decision: Decision,
  signature: Signature,
  { graphFolder, knowledge, onEvent }: Required<Pick<CurateOptions, "graphFolder" | "knowledge" | "onEvent">>,
): Promise<Verdict> {
  if (decision.type === "undo" || decision.type === "redo") {
    const { verdict } = turned(journal.ledger, decision.type, decision.verdict);
    const turn: JournalEntry = { type: decision.type, verdict: verdict.id, ...signature };
    await journal.append([turn]);
    return verdict;
  }
  const { folder } = await ensureGeneration(graphFolder, journal, knowledge, onEvent);
  const { ruling, about } = rulingOf(decision, await openWorld(folder, journal.ledger));
  const verdict = makeVerdict(ruling, about, signature);
  await journal.append([{ type: "verdict", verdict }]);
  return verdict;
}

/** The verdict that is to be taken back or put in force again: the one with this beginning of its id, or the last one. */
function turned(ledger: Ledger, turn: "undo" | "redo", id: string | undefined): VerdictState {
  const wanted = ledger.verdicts().filter(({ active }) => active === (turn === "undo"));
  if (id === undefined) {
    const last = turn === "undo" ? wanted.at(-1) : lastUndone(wanted);
    if (last !== undefined) return last;
    throw new DragomanError("NOT_FOUND", turn === "undo" ? "no verdict is in force" : "no verdict was taken back");
  }
  const [found, another] = wanted.filter(({ verdict }) => verdict.id.startsWith(id));
  if (found !== undefined && another === undefined) return found;
  const state = turn === "undo" ? "is in force" : "was taken back";
  const many = another === undefined ? `no verdict ${id} ${state}` : `several verdicts begin with ${id}`;
  throw new DragomanError("NOT_FOUND", `${many}; \`dragoman log\` lists them`);
}

/** The one that was taken back last. */
function lastUndone(states: readonly VerdictState[]): VerdictState | undefined {
  const turns = states.flatMap((state) => state.turns.slice(-1).map((turn) => ({ ...turn, state })));
  return turns.sort(byInstant).at(-1)?.state;
}

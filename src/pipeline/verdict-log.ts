import type { Ledger } from "../folder/ledger.ts";
import { readJournal } from "../folder/read-journal.ts";
import type { Diagnostic, Report } from "../model/diagnostic.ts";
import type { LoggedVerdict } from "../model/verdict.ts";
import { reachOf } from "../resolve/reach.ts";
import { readRecords } from "./read-ledger.ts";

/** The verdicts of a graph folder in the order in which they were given. Throws as `readJournal`. */
export async function readVerdicts(
  folder: string,
  report: Report = () => undefined,
): Promise<readonly LoggedVerdict[]> {
  return logVerdicts((await readJournal(folder, report)).ledger);
}

/** Verdicts in force that no longer find what they are about, since their articles are read otherwise now. */
export function lostVerdicts(ledger: Ledger): readonly LoggedVerdict[] {
  return logVerdicts(ledger).filter(({ active, reach }) => active && reach === "lost");
}

/** The verdicts of a ledger in their order. */
export function logVerdicts(ledger: Ledger): readonly LoggedVerdict[] {
  const states = ledger.verdicts();
  if (states.length === 0) return [];
  const extractions = new Map(readRecords(ledger).map(({ article, extraction }) => [article.id, extraction]));
  return states.map((state) => ({
    ...state,
    reach: reachOf(state.verdict.ruling, (article) => extractions.get(article)),
  }));
}

/** What to tell of a verdict that finds nothing any more. */
export function lostDiagnostic({ verdict: { id, ruling, about, by, at } }: LoggedVerdict, folder: string): Diagnostic {
  const what = `${id} (${ruling.type}: ${about.join("; ")}; by ${by}, ${at.slice(0, 10)})`;
  const message = `the verdict ${what} no longer applies: its articles are read otherwise now; \`dragoman log\` lists it`;
  return { code: "VERDICT_LOST", severity: "warning", message, at: folder };
}

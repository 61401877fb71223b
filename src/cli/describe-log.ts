import type { LoggedVerdict, Signature } from "../model/verdict.ts";
import { toPlainText } from "./logger.ts";
import { countOf } from "./output.ts";
import { describeRuling } from "./run-curate.ts";

/** Verdicts for people: a line each, and under it why, and what became of it. */
export function describeLog(verdicts: readonly LoggedVerdict[]): string {
  if (verdicts.length === 0) return "Nobody has decided anything yet.\n";
  const entries = verdicts.map((logged) => {
    const { verdict, active, turns, reach } = logged;
    const head = describeVerdict(logged);
    const notes = [
      ...(verdict.why === undefined ? [] : [`because ${verdict.why}`]),
      ...turns.map((turn) => {
        const why = turn.why === undefined ? "" : `, because ${turn.why}`;
        return `${turn.type === "undo" ? "taken back" : "in force again"} ${describeSignature(turn)}${why}`;
      }),
      ...(active && reach === "lost" ? ["no longer applies: its articles are read otherwise now"] : []),
      ...(active && reach === "absent" ? ["waits: none of its articles is in the graph"] : []),
    ];
    return [head, ...notes.map((note) => `          ${note}`)].join("\n");
  });
  const inForce = verdicts.filter(({ active }) => active).length;
  const count = `${countOf(verdicts.length, "verdict")}, ${inForce.toLocaleString("en")} in force`;
  return toPlainText(`${entries.join("\n")}\n\n${count}\n`);
}

/** A verdict in a line: its id, when, who and what. */
export function describeVerdict({ verdict }: Pick<LoggedVerdict, "verdict">): string {
  return `${verdict.id}  ${describeSignature(verdict)}  ${describeRuling({ verdict })}`;
}

/** The day and time in UTC, and who: `2026-11-22 12:03 desk`. */
function describeSignature({ at, by }: Signature): string {
  return `${at.slice(0, 16).replace("T", " ")}  ${by}`;
}

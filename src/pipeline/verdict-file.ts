import { DragomanError } from "../errors.ts";
import { isTurn, isVerdict } from "../model/check-verdict.ts";
import type { Turn, Verdict, VerdictState } from "../model/verdict.ts";

/** The version of the format of files of verdicts. */
const FORMAT_VERSION = 1;
const FORMAT = "dragoman-verdicts";

/** A line of a file of verdicts after the first. */
export type VerdictLine = { readonly type: "verdict"; readonly verdict: Verdict } | Turn;

/** Verdicts as a file to share: JSON lines, the verdicts in their order and after each what became of it. */
export function* encodeVerdicts(states: Iterable<VerdictState>): Generator<string> {
  yield `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION })}\n`;
  for (const { verdict, turns } of states) {
    const lines: readonly VerdictLine[] = [{ type: "verdict", verdict }, ...turns];
    for (const line of lines) yield `${JSON.stringify(line)}\n`;
  }
}

/**
 * The lines of a file of verdicts. Throws `INPUT_UNREADABLE`, with the line, for what is no such file, is damaged, or was
 * written by a newer version.
 */
export function decodeVerdicts(text: string, at: string): readonly VerdictLine[] {
  const fail = (number: number, problem: string): DragomanError =>
    new DragomanError("INPUT_UNREADABLE", problem, { at: `${at}:${number}` });
  const [head = "", ...rest] = text.split("\n");
  const header = parse(head);
  if (header?.["format"] !== FORMAT || typeof header["formatVersion"] !== "number") {
    throw fail(1, "is no file of verdicts; `dragoman verdicts export` writes one");
  }
  if (header["formatVersion"] > FORMAT_VERSION) throw fail(1, "was written by a newer Dragoman; update this one");
  const known = new Set<string>();
  return rest.flatMap((line, index): readonly VerdictLine[] => {
    if (line.trim() === "") return [];
    const value = parse(line);
    const decoded = value === undefined ? undefined : asLine(value);
    if (decoded === undefined) throw fail(index + 2, "is damaged: it is no verdict");
    if (decoded.type === "verdict") known.add(decoded.verdict.id);
    else if (!known.has(decoded.verdict)) throw fail(index + 2, "is about a verdict that no line before it holds");
    return [decoded];
  });
}

function asLine(value: Readonly<Record<string, unknown>>): VerdictLine | undefined {
  if (isTurn(value)) return value;
  const { type, verdict } = value;
  return type === "verdict" && isVerdict(verdict) ? { type, verdict } : undefined;
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

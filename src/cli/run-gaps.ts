import type { Diagnostic } from "../model/diagnostic.ts";
import { findGaps, type GapGroup } from "../pipeline/find-gaps.ts";
import { readInputs, type ReadOptions } from "../read/read-inputs.ts";
import { logDiagnostic, logger } from "./logger.ts";
import { countOf, print } from "./output.ts";
import { formatTable } from "./rows.ts";

/** How the list can be written. */
export const GAP_FORMATS = { table: formatGapTable, jsonl: formatGapLines } as const;
export type GapFormat = keyof typeof GAP_FORMATS;

interface Options extends Pick<ReadOptions, "publishedAt" | "language"> {
  readonly examples: number;
  /** Verbs that are listed. */
  readonly limit?: number;
  readonly format: GapFormat;
}

/** Lists what the rules leave unread. Returns whether all of the input was looked at. */
export async function runGaps(
  inputs: readonly string[],
  { examples, limit, format, ...options }: Options,
): Promise<boolean> {
  let errors = 0;
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === "error") errors += 1;
    logDiagnostic(diagnostic);
  };
  const groups = await findGaps(readInputs(inputs, { ...options, report }), { examples });
  await print(GAP_FORMATS[format](groups.slice(0, limit)));
  if (errors > 0)
    logger.error(`${countOf(errors, "part of the input is", "parts of the input are")} left out, as told above`);
  return errors === 0;
}

/** One row a sentence; what it shares with the row above is left empty. */
function formatGapTable(groups: readonly GapGroup[]): string {
  const rows = groups.flatMap(({ count, language, verb, noun, known, examples }) =>
    examples.map(({ article, start, end, text }, i) => [
      ...(i > 0
        ? ["", "", ""]
        : [String(count), language, `${verb}${noun === undefined ? "" : ` + ${noun}`}${known ? "" : " ?"}`]),
      `${article}:${start}–${end}`,
      text,
    ]),
  );
  return formatTable({ columns: ["clauses", "lang", "verb", "place", "sentence"], rows });
}

function formatGapLines(groups: readonly GapGroup[]): string {
  return groups.map((group) => `${JSON.stringify(group)}\n`).join("");
}

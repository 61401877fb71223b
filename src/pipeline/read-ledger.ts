import type { Ledger } from "../folder/ledger.ts";
import type { Verdict } from "../model/verdict.ts";
import type { ArticleRecord } from "./build-graph.ts";

/** The articles of a ledger that have been read. */
export function readRecords(ledger: Ledger): readonly ArticleRecord[] {
  return ledger
    .records()
    .flatMap(({ extraction, ...record }) => (extraction === undefined ? [] : [{ ...record, extraction }]));
}

/** The verdicts of a ledger that were not taken back, in the order in which they were given. */
export function verdictsInForce(ledger: Ledger): readonly Verdict[] {
  return ledger
    .verdicts()
    .filter(({ active }) => active)
    .map(({ verdict }) => verdict);
}

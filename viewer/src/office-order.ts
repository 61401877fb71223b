import type { FactSummary } from "../../src/server/contract.ts";

/** Offices in the order of their last reports, the latest first; those without a date last, those of most texts first. */
export function inTime<Fact extends Pick<FactSummary, "reported" | "weight">>(facts: readonly Fact[]): readonly Fact[] {
  const dateOf = ({ reported }: Fact): string => reported?.last ?? "";
  return [...facts].sort((a, b) => compare(dateOf(b), dateOf(a)) || b.weight - a.weight);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";

/** What an article says, or the text that it prints: copies of one text are one voice. */
export type Vote<Value extends string = string> = readonly [voice: ArticleId, value: Value];

/** How many voices say each value: one that says it twice counts once. */
export function countVotes<Value extends string>(votes: readonly Vote<Value>[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  const given = new Set<string>();
  for (const [voice, value] of votes) {
    const vote = `${voice} ${value}`;
    if (!given.has(vote)) counts.set(value, (counts.get(value) ?? 0) + 1);
    given.add(vote);
  }
  return counts;
}

/** What most voices say; among equals the first by code unit. */
export function mostVoted<Value extends string>(votes: readonly Vote<Value>[]): Value | undefined {
  return [...countVotes(votes)].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}

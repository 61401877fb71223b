import { spotAtEnd } from "./scan.ts";
import type { QuerySchema, SchemaWord } from "./schema.ts";

export interface Completion extends SchemaWord {
  readonly kind: "label" | "relation" | "property" | "keyword" | "function";
}

export interface Completions {
  /** Where the word begins that is completed. */
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Of Cypher, what both databases know and a query that reads needs. */
const KEYWORDS =
  "MATCH OPTIONAL WHERE RETURN DISTINCT WITH UNWIND ORDER BY SKIP LIMIT AND OR XOR NOT IN AS ASC DESC IS NULL CONTAINS STARTS ENDS CASE WHEN THEN ELSE END UNION ALL EXISTS COUNT TRUE FALSE".split(
    " ",
  );
const FUNCTIONS =
  "count collect sum avg min max size type labels id date duration coalesce head last nodes relationships length shortestPath allShortestPaths toLower toUpper toString toInteger toFloat trim split replace substring range reduce any all none single abs round".split(
    " ",
  );

/**
 * What may be written at the end of a query's beginning: labels in a node's brackets, relations in a relationship's,
 * properties after a dot or in a map, else words of the language. Undefined where there is nothing to offer.
 */
export function completionsAt(text: string, { labels, relations, properties }: QuerySchema): Completions | undefined {
  const { within, bracket, since } = spotAtEnd(text);
  if (within !== "code") return undefined;
  const [word = ""] = /\w*$/.exec(text) ?? [];
  const from = text.length - word.length;
  const before = text.slice(since, from);
  const offer = (kind: Completion["kind"], words: readonly SchemaWord[]): Completions => ({
    from,
    options: words.map((each) => ({ ...each, kind })),
  });
  if (before.endsWith("$")) return undefined;
  if (/[\w)\]}]\.$/.test(before)) return offer("property", properties);
  if (bracket === "[" && /:[\s\w|:!]*$/.test(before) && /[:|!]\s*$/.test(before)) return offer("relation", relations);
  if (bracket === "{" && /(?:^|,)\s*$/.test(before)) return offer("property", properties);
  if (bracket !== "{" && /\w?:\s*$/.test(before)) return offer("label", labels);
  if (word === "" || /^\d/.test(word)) return undefined;
  return {
    from,
    options: [
      ...KEYWORDS.map((each): Completion => ({ word: each, kind: "keyword" })),
      ...FUNCTIONS.map((each): Completion => ({ word: each, kind: "function" })),
    ],
  };
}

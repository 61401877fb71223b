import { DragomanError } from "../errors.ts";
import type { CypherParameter } from "./store.ts";

/** Characters of a query that are looked at: patterns take longer the longer a text is, and this may be anybody's. */
const LOOKED_AT = 4000;

/** Cypher of Neo4j 5 that the embedded database does not know, and what to write so that both stores understand it. */
interface Difference {
  readonly pattern: RegExp;
  readonly advice: string;
}

const OWN_MATCH = "give shortestPath a MATCH of its own: MATCH (a), (b) MATCH p = shortestPath(…)";

/**
 * What the embedded database takes, and then never ends, or answers with other rows than Neo4j. It is refused before it
 * runs. Other differences of the two are in `docs/cookbook.md`.
 */
const TRAPS: readonly Difference[] = [
  {
    pattern: /,\s*\w+\s*=\s*(?:all)?shortestPaths?\s*\(/i,
    advice: `${OWN_MATCH}; in a list of patterns it may never end`,
  },
  {
    pattern: /\b(?:all)?shortestPaths?\s*\((?:[^()]|\([^()]*\))*\)\s*,\s*\w*\s*[(=]/i,
    advice: `${OWN_MATCH}; in a list of patterns it may never end`,
  },
  {
    pattern: /\[\s*(?:-\s*\d+\s*\.\.|[^\][]*\.\.\s*-)/,
    advice: "a slice counts from the front only: instead of list[-2..] write list[size(list) - 2..]",
  },
  {
    pattern: /\bdate\s*\(\s*\w+\.date\s*\)/i,
    advice: "date() takes whole days only, and n.date may be a month or a year: write n.dateFrom or n.dateTo",
  },
  { pattern: /\bsize\s*\(\s*\([^()]*\)\s*<?-/i, advice: "instead of size((n)--()) write COUNT { (n)--() }" },
];

const DIFFERENCES: readonly Difference[] = [
  {
    pattern: /[(\w]\s*:\s*\$\s*\(/,
    advice: "instead of (n:$($label)) write WHERE $label IN labels(n), and of [r:$($type)] WHERE type(r) = $type",
  },
  {
    pattern: /\[\s*\w*\s*:\s*[!%(]/,
    advice: "instead of [r:!A] write WHERE type(r) <> 'A', and of [r:%] write [r]",
  },
  {
    pattern: /\(\s*\w*\s*:\s*(?:[!%(]|\w+\s*[|&])|\bwhere\b[^]*(?<!\[\s*)\b\w+\s*:\s*(?:[!%]|\w+\s*[|&])/i,
    advice:
      "instead of (n:A|B) write MATCH (n) WHERE n:A OR n:B, instead of (n:A&B) (n:A:B), and of (n:!A) WHERE NOT n:A",
  },
  {
    pattern: /\(\s*\w*\s*(?::\s*\w+\s*)+where\b/i,
    advice: "WHERE stands after the pattern: MATCH (n:A) WHERE …",
  },
  {
    pattern: /\bcollect\s*\{/i,
    advice: "instead of COLLECT { … } write an OPTIONAL MATCH and collect()",
  },
  {
    pattern: /\b(?:shortest\s+\d|(?:all|any)\s+shortest\b|shortest\s+groups?\b)/i,
    advice: "instead of SHORTEST write MATCH (a), (b) MATCH p = shortestPath((a)-[*..6]-(b))",
  },
  {
    pattern: /\b(?:return|with|where|case|when)\b[^]*?(?<!=\s*)\b(?:all)?shortestPaths?\s*\(/i,
    advice: "instead of RETURN shortestPath(…) write MATCH p = shortestPath(…) RETURN p",
  },
  {
    pattern: /(?:[)\]]\s*-?>?|-{2}>?)\s*(?:\{\s*\d*\s*(?:,\s*\d*\s*)?\}|[+*](?=\s*\())/,
    advice: "instead of -[:R]->{1,3} write -[:R*1..3]->",
  },
  { pattern: /\boptional\s+call\b/i, advice: "instead of OPTIONAL CALL write OPTIONAL MATCH" },
  { pattern: /\boffset\s+[\d$]/i, advice: "instead of OFFSET write SKIP" },
  { pattern: /\|\|/, advice: "instead of a || b write a + b" },
  {
    pattern: /\b(?:duration\.\w+|(?:date|datetime|time|localdatetime|localtime)\.truncate)\s*\(/i,
    advice:
      "duration.between and date.truncate are not there: compare dates with < and >, add duration({days: 7}), " +
      "and write date({year: d.year, month: d.month}) for the month of d",
  },
  {
    pattern: /\b(?:date|datetime|localdatetime|time|localtime|duration)\s*\([^()]*\)\s*\./i,
    advice: "give it a name first: WITH date('2024-03-05') AS d RETURN d.year",
  },
  {
    pattern: /\bcollect\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*\[/i,
    advice: "instead of RETURN collect(…)[0..2] write WITH collect(…) AS list RETURN list[0..2]",
  },
  {
    pattern: /\bsize\s*\(\s*\[\s*\(/i,
    advice: "instead of size([(n)--(m) | m]) write COUNT { (n)--() }",
  },
  {
    pattern: /\bto(?:integer|float|boolean|string)ornull\s*\(/i,
    advice: "toInteger, toFloat, toBoolean and toString give null for what they cannot turn: leave OrNull out",
  },
  {
    pattern: /\bto(?:integer|float|boolean|string)list\s*\(/i,
    advice: "instead of toStringList(list) write [x IN list | toString(x)]",
  },
  { pattern: /\bisEmpty\s*\(/i, advice: "instead of isEmpty(x) write size(x) = 0" },
  { pattern: /\bbtrim\s*\(/i, advice: "instead of btrim(x) write trim(x)" },
  { pattern: /\bround\s*\([^()]*,/i, advice: "instead of round(x, 2) write round(x * 100) / 100" },
  {
    pattern: /\bcase\b[^]*\bwhen\s+(?:[^\s,]+\s*,|[<>=]|is\b)/i,
    advice: "instead of CASE x WHEN 1, 2 THEN … write CASE WHEN x IN [1, 2] THEN …, and of WHEN > 2 CASE WHEN x > 2",
  },
  {
    pattern: /\bis\s+(?:not\s+)?(?:::|typed\b)|\bvalueType\s*\(/i,
    advice: "of what type a value is cannot be asked",
  },
  { pattern: /\b\d+_\d|\b0o\d/i, advice: "write numbers as plain digits" },
  {
    pattern: /\b(?:limit|skip)\s+(?:\w+\s*\(|[\d$]\w*\s*[-+*/])/i,
    advice: "LIMIT and SKIP take a number or a parameter",
  },
  { pattern: /\bfinish\b/i, advice: "a query ends with RETURN" },
  { pattern: /\busing\s+(?:index|scan|join)\b/i, advice: "leave USING out: which index is used is not to be said" },
  { pattern: /^\s*cypher\b/i, advice: "leave CYPHER and its options out" },
  { pattern: /\bcall\s+[\w.]+\s*(?:$|yield\b|;)/i, advice: "a procedure needs its brackets: CALL db.labels()" },
  {
    pattern: /\bdb\.index\.fulltext\./i,
    advice: "there is no full-text index; write WHERE toLower(n.label) CONTAINS 'part of a name'",
  },
  {
    pattern: /\b(?:apoc|gds|dbms)\.\w|\bdb\.(?:schema|stats|index|info)\b/i,
    advice: "procedures of Neo4j and its plugins are not there; CALL grafeo.procedures() lists those that are",
  },
  {
    pattern: /^\s*(?:show|use)\b/i,
    advice: "SHOW and USE are not there; CALL db.labels() and CALL db.relationshipTypes() tell what is in the graph",
  },
  {
    pattern: /\bpoint(?:\.\w+)?\s*\(/i,
    advice: "there are no points",
  },
  {
    pattern: /\.(?:when|then|else|end|case|where|with|match|return|order|limit|set|in|as|is|on|union)\b(?!\s*\()/i,
    advice: "a property that is called like a word of Cypher needs backticks: n.`when`",
  },
];

/**
 * Throws `QUERY_INVALID` for a query that the embedded database would take and answer otherwise than Neo4j, or never,
 * with what to write so that both answer it alike.
 */
export function refuseTraps(cypher: string, parameters: Readonly<Record<string, CypherParameter>>): void {
  const { code, strings } = withoutStrings(cypher);
  const advice =
    TRAPS.find(({ pattern }) => pattern.test(code))?.advice ??
    filteredPath(code) ??
    brokenDate(code, strings, parameters);
  if (advice !== undefined) throw new DragomanError("QUERY_INVALID", `on the embedded database ${advice}`);
}

/** Throws `QUERY_INVALID` for an answered query without RETURN, for which the embedded database gives numbers of its own. */
export function refuseWithoutReturn(cypher: string): void {
  const { code } = withoutStrings(cypher);
  if (cypher.length > LOOKED_AT || /\breturn\b/i.test(code) || !/^\s*(?:match|optional|with|unwind)\b/i.test(code))
    return;
  throw new DragomanError("QUERY_INVALID", "a query ends with RETURN");
}

/** What to write instead, where the query uses something that is known to be different. */
export function dialectAdvice(cypher: string): string | undefined {
  const { code } = withoutStrings(cypher);
  return DIFFERENCES.find(({ pattern }) => pattern.test(code))?.advice;
}

/** What helps a query that has run too long. */
export function slownessAdvice(cypher: string): string {
  return /\[[^\][]*\*\s*(?:\d+\s*\.\.\s*)?[\]{]/.test(withoutStrings(cypher).code)
    ? "give the path a highest number of steps, and name the relations in it: -[:MET|SPOKE_WITH*..4]-"
    : "narrow it with labels, properties or a smaller number of steps";
}

interface Code {
  /** The beginning of the query without comments, each string in it replaced by its number in quotes. */
  readonly code: string;
  readonly strings: readonly string[];
}

function withoutStrings(cypher: string): Code {
  const strings: string[] = [];
  const code = cypher
    .slice(0, LOOKED_AT)
    .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (text) => {
      if (text.startsWith("/")) return " ";
      strings.push(text.slice(1, -1));
      return `'${strings.length - 1}'`;
    });
  return { code, strings };
}

/** Neo4j looks for the shortest of the paths that a WHERE allows, the embedded database whether the WHERE allows the shortest. */
function filteredPath(code: string): string | undefined {
  const paths = code.matchAll(
    /(\w+)\s*=\s*(?:all)?shortestPaths?\s*\((?:[^()[]|\([^()]*\))*\[\s*(\w*)(?:[^()]|\([^()]*\))*\)\s*where\b((?:(?!\b(?:return|with|match|optional|unwind|call|union)\b)[^])*)/gi,
  );
  for (const [, path = "", steps = "", condition = ""] of paths) {
    const names = [path, steps].filter((name) => name !== "");
    if (!names.some((name) => new RegExp(`\\b${name}\\b`).test(condition))) continue;
    return (
      `WHERE after shortestPath cannot choose among paths: name the relations in it, ` +
      `or write MATCH ${path} = (a)-[*..4]-(b) WHERE … RETURN ${path} ORDER BY length(${path}) LIMIT 1`
    );
  }
  return undefined;
}

/** Neo4j takes a month, a year and other forms of a date for their first day, the embedded database for nothing. */
function brokenDate(
  code: string,
  strings: readonly string[],
  parameters: Readonly<Record<string, CypherParameter>>,
): string | undefined {
  for (const [, literal, parameter] of code.matchAll(/\bdate\s*\(\s*(?:'(\d+)'|\$(\w+))\s*\)/gi)) {
    const value = literal === undefined ? parameters[parameter ?? ""] : strings[Number(literal)];
    if (typeof value === "string" && !isDay(value))
      return `date() takes whole days only: write 2024-03-01 instead of ${parameter === undefined ? "" : `$${parameter} = `}${value}`;
  }
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

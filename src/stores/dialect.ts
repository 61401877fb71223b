/** Cypher of Neo4j 5 that the embedded database does not know, and what to write so that both stores understand it. */
interface Difference {
  readonly pattern: RegExp;
  readonly advice: string;
}

const DIFFERENCES: readonly Difference[] = [
  {
    pattern: /\(\s*\w*\s*:\s*\w+\s*\|/,
    advice: "instead of (n:A|B) write MATCH (n) WHERE n:A OR n:B",
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
    pattern: /(?:[)\]]\s*-?>?|-{2}>?)\s*(?:\{\s*\d*\s*(?:,\s*\d*\s*)?\}|[+*](?=\s*\())/,
    advice: "instead of -[:R]->{1,3} write -[:R*1..3]->",
  },
  {
    pattern: /\b(?:duration\.\w+|(?:date|datetime|time|localdatetime|localtime)\.truncate)\s*\(/i,
    advice: "duration.between and date.truncate are not there; compare dates with < and >, or use .year and .month",
  },
  {
    pattern: /\bcollect\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*\[/i,
    advice: "instead of RETURN collect(…)[0..2] write WITH collect(…) AS list RETURN list[0..2]",
  },
  {
    pattern: /\bdb\.index\.fulltext\./i,
    advice: "there is no full-text index; write WHERE toLower(n.label) CONTAINS 'part of a name'",
  },
  {
    pattern: /\b(?:apoc|gds|dbms)\.\w/i,
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

/** What to write instead, where the query uses something that is known to be different. */
export function dialectAdvice(cypher: string): string | undefined {
  const code = cypher.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "''");
  return DIFFERENCES.find(({ pattern }) => pattern.test(code))?.advice;
}

/** What may have made a query run forever. */
export function slownessAdvice(cypher: string): string {
  return /,\s*\w+\s*=\s*(?:all)?shortestPaths?\b/i.test(cypher)
    ? "give shortestPath a MATCH of its own: MATCH (a), (b) MATCH p = shortestPath(…)"
    : "narrow it with labels, properties or a smaller number of steps";
}

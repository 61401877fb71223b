import { DragomanError } from "../errors.ts";

/**
 * Throws `QUERY_INVALID` for a query that loads a file. A database counts that as reading, so its read-only mode lets it
 * through, and whoever may send a query could read the files of this machine.
 */
export function refuseFileAccess(cypher: string): void {
  // Neo4j resolves \uXXXX anywhere in a query, other databases only within strings: neither reading may load a file.
  const resolved = cypher.replace(/\\u+([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  if (!loadsFile(cypher) && !loadsFile(resolved)) return;
  throw new DragomanError("QUERY_INVALID", "LOAD CSV is not allowed: a query reads the graph, not files or addresses");
}

/**
 * Whether LOAD CSV stands anywhere, in whatever case and with whatever in between that is no word. That it may stand in
 * a string is no excuse: telling strings from code apart in two dialects at once is where such a check goes wrong.
 */
function loadsFile(cypher: string): boolean {
  if (!/load/i.test(cypher)) return false;
  const ends = gapEnds(cypher);
  return [...cypher.matchAll(/load/gi)].some(({ index }) => {
    const next = ends[index + "load".length] ?? cypher.length;
    return /^csv/i.test(cypher.slice(next, next + "csv".length));
  });
}

/**
 * For each place the next one, at or after it, that is neither in a comment nor other than a letter. Found from the end, so
 * that every place is looked at once however many comments begin before it.
 */
function gapEnds(cypher: string): Int32Array {
  const { length } = cypher;
  const ends = new Int32Array(length + 1).fill(length);
  let comment = length;
  let line = length;
  for (let at = length - 1; at >= 0; at -= 1) {
    if (cypher.startsWith("*/", at + 2)) comment = at + 4;
    if (cypher.startsWith("\n", at + 2)) line = at + 3;
    let next = at + 1;
    if (cypher.startsWith("/*", at)) next = comment;
    else if (cypher.startsWith("//", at)) next = line;
    else if (/\p{L}/u.test(cypher.charAt(at))) next = at;
    ends[at] = next === at ? at : (ends[next] ?? length);
  }
  return ends;
}

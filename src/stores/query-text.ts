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
  for (const { index, 0: word } of cypher.matchAll(/load/gi)) {
    if (/^csv/i.test(cypher.slice(skipGap(cypher, index + word.length)))) return true;
  }
  return false;
}

/** The next place, at or after `start`, that is neither in a comment nor other than a letter. */
function skipGap(cypher: string, start: number): number {
  let at = start;
  while (at < cypher.length) {
    if (cypher.startsWith("/*", at)) at = endOf(cypher, "*/", at + 2);
    else if (cypher.startsWith("//", at)) at = endOf(cypher, "\n", at + 2);
    else if (/\P{L}/u.test(cypher.charAt(at))) at += 1;
    else break;
  }
  return at;
}

function endOf(cypher: string, mark: string, from: number): number {
  const at = cypher.indexOf(mark, from);
  return at === -1 ? cypher.length : at + mark.length;
}

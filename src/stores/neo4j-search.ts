import type { GraphNode } from "../model/graph.ts";
import type { RunCypher } from "./cypher.ts";
import { readNodes } from "./cypher-read.ts";
import { NAME_INDEX } from "./neo4j-schema.ts";
import { createNameIndex, foldName, type NamedNode, wordsOf } from "./names.ts";

/** Search by name in Neo4j. */

/** Nodes that the full-text index may offer before they are looked at one by one. */
const CANDIDATES_PER_RESULT = 25;

/**
 * The index offers candidates, those with most of the words first; whether and how well they match is decided as in
 * every store, since the index knows no ranks and leaves out English stop words.
 */
export async function searchNodes(read: RunCypher, text: string, limit: number): Promise<readonly GraphNode[]> {
  const query = fullTextQuery(text);
  if (query === undefined || !(await hasNameIndex(read))) return [];
  const rows = await read(
    `CALL db.index.fulltext.queryNodes('${NAME_INDEX}', $query) YIELD node, score
RETURN node.id AS id, node.label AS label, node.aliases AS aliases, coalesce(node.mentions, 0) AS mentions
ORDER BY score DESC, mentions DESC, id
LIMIT $limit`,
    { query, limit: limit * CANDIDATES_PER_RESULT },
  );
  const candidates = rows.map(({ id, label, aliases, mentions }): NamedNode => ({
    id: String(id),
    label: String(label),
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    mentions: typeof mentions === "number" ? mentions : 0,
  }));
  return readNodes(read, createNameIndex(candidates).search(text, limit));
}

/** Before the first write there is none, and then there is nothing to find. */
async function hasNameIndex(read: RunCypher): Promise<boolean> {
  const rows = await read("SHOW FULLTEXT INDEXES YIELD name WHERE name = $name RETURN name", { name: NAME_INDEX });
  return rows.length > 0;
}

/**
 * Any word of the text as the beginning of a word, in Lucene's syntax. Words are letters and digits only, so nothing of
 * that syntax can come in. Lucene folds accents of Latin letters and leaves other scripts as they are, hence both forms.
 */
export function fullTextQuery(text: string): string | undefined {
  const words = new Set([...wordsOf(foldName(text)), ...wordsOf(text.normalize("NFC").toLowerCase())]);
  return words.size === 0 ? undefined : [...words].map((word) => `${word}*`).join(" ");
}

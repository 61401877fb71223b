import type { GraphNode } from "../model/graph.ts";
import { NODE_LABELS, type RunCypher } from "./cypher.ts";
import { readNodes } from "./cypher-read.ts";
import { createNameIndex, foldName, type NamedNode, wordsOf } from "./names.ts";

/** Statements that only Neo4j understands: schema, full-text search, removal of what a graph does not hold. */

const NAME_INDEX = "dragoman_names";

/** Nodes that the full-text index may offer before they are looked at one by one. */
const CANDIDATES_PER_RESULT = 25;

/** Constraints make their own indexes here. The analyzer looks past case and accents. */
export const SCHEMA: readonly string[] = [
  ...NODE_LABELS.map(
    (label) =>
      `CREATE CONSTRAINT dragoman_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  `CREATE FULLTEXT INDEX ${NAME_INDEX} IF NOT EXISTS FOR (n:${NODE_LABELS.join("|")}) ON EACH [n.label, n.aliases]
OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'standard-folding' } }`,
];

const INDEX_WAIT_SECONDS = 300;

/** Must come first: without the constraints an upsert looks at every node, and two loads at once could make two. */
export async function prepareSchema(write: RunCypher): Promise<void> {
  for (const statement of SCHEMA) await write(statement);
  await write("CALL db.awaitIndexes($seconds)", { seconds: INDEX_WAIT_SECONDS });
}

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

const REMOVAL_BATCH = 1000;

/** Removes the nodes and edges of the store whose ids are not in `ids`; what others keep in the database stays. */
export async function removeOthers(
  read: RunCypher,
  write: RunCypher,
  ids: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const removeAll = async (found: readonly string[], statement: string): Promise<void> => {
    for (let start = 0; start < found.length; start += REMOVAL_BATCH) {
      signal?.throwIfAborted();
      await write(statement, { found: found.slice(start, start + REMOVAL_BATCH) });
    }
  };
  for (const label of NODE_LABELS) {
    const edges = await read(
      `MATCH (:${label})-[r]->() WHERE r.id IS NOT NULL RETURN r.id AS id, elementId(r) AS element`,
    );
    await removeAll(
      edges.flatMap(({ id, element }) => (ids.has(String(id)) ? [] : [String(element)])),
      "UNWIND $found AS element MATCH ()-[r]->() WHERE elementId(r) = element DELETE r",
    );
    const nodes = await read(`MATCH (n:${label}) RETURN n.id AS id`);
    await removeAll(
      nodes.flatMap(({ id }) => (ids.has(String(id)) ? [] : [String(id)])),
      `UNWIND $found AS id MATCH (n:${label} {id: id}) DETACH DELETE n`,
    );
  }
}

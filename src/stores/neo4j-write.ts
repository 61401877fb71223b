import { HASH_PROPERTY } from "../model/content-hash.ts";
import { identifier, NODE_LABELS, type NodeLabel, type RunCypher } from "./cypher.ts";
import type { SentRow } from "./neo4j-rows.ts";

/** Statements that bring nodes and edges into Neo4j and out of it. Each function is what one transaction does. */

export interface NodeKey {
  readonly label: NodeLabel;
  readonly kind: string;
  /** The kind that it had so far, where that is another. */
  readonly former?: string;
}

export interface EdgeKey {
  readonly relation: string;
  /** Where its ends are looked up; several labels where the id does not tell. */
  readonly source: readonly NodeLabel[];
  readonly target: readonly NodeLabel[];
  /** Whether there is one under each of the ids. */
  readonly held: boolean;
}

/** Afterwards each node has exactly these properties. */
export async function putNodes(run: RunCypher, key: NodeKey, rows: readonly SentRow[]): Promise<void> {
  const removed = key.former === undefined ? "" : `REMOVE n:${identifier(key.former)}\n`;
  await run(
    `UNWIND $rows AS row
MERGE (n:${key.label} {id: row.id})
${removed}SET n = row.properties, n:${identifier(key.kind)}`,
    { rows },
  );
}

/**
 * Afterwards each edge is there once, with these ends and exactly these properties. One that is thought to be new is looked
 * up all the same: it is there already where the transaction is run again after a commit whose answer was lost.
 *
 * Throws `RangeError` for an edge that ends at no node.
 */
export async function putEdges(run: RunCypher, key: EdgeKey, rows: readonly SentRow[]): Promise<void> {
  const relation = identifier(key.relation);
  if (key.held) {
    await run(
      `UNWIND $rows AS row
MATCH ()-[r:${relation} {id: row.id}]->()
WHERE startNode(r).id <> row.source OR endNode(r).id <> row.target
DELETE r`,
      { rows },
    );
    await run(`UNWIND $rows AS row MATCH ()-[r:${relation} {id: row.id}]->() SET r = row.properties`, { rows });
  }
  const [answer] = await run(
    `UNWIND $rows AS row
OPTIONAL MATCH ()-[held:${relation} {id: row.id}]->()
WITH row, held
WHERE held IS NULL
MATCH (a:${key.source.join("|")} {id: row.source})
MATCH (b:${key.target.join("|")} {id: row.target})
CREATE (a)-[r:${relation}]->(b)
SET r = row.properties
RETURN count(r) AS made`,
    { rows },
  );
  if (answer?.["made"] !== rows.length) await refuseLoose(run, relation, rows);
}

async function refuseLoose(run: RunCypher, relation: string, rows: readonly SentRow[]): Promise<void> {
  const [loose] = await run(
    `UNWIND $ids AS id
OPTIONAL MATCH ()-[r:${relation} {id: id}]->()
WITH id, r
WHERE r IS NULL
RETURN id
LIMIT 1`,
    { ids: rows.map(({ id }) => id) },
  );
  if (loose !== undefined) throw new RangeError(`edge ${String(loose["id"])} ends at no node of the graph`);
}

export async function removeEdges(run: RunCypher, relation: string, ids: readonly string[]): Promise<number> {
  const [answer] = await run(
    `UNWIND $ids AS id
MATCH ()-[r:${identifier(relation)} {id: id}]->()
DELETE r
RETURN count(r) AS removed`,
    { ids },
  );
  return Number(answer?.["removed"] ?? 0);
}

/** Leaves a node to which somebody else has tied something. Its own edges are gone before. */
export async function removeNodes(run: RunCypher, label: NodeLabel, ids: readonly string[]): Promise<number> {
  const [answer] = await run(
    `UNWIND $ids AS id
MATCH (n:${label} {id: id})
WHERE NOT EXISTS { (n)--() }
DELETE n
RETURN count(n) AS removed`,
    { ids },
  );
  return Number(answer?.["removed"] ?? 0);
}

/** The nodes with a label, a page at a time: see `Cursor`. */
export function nodePage(label: NodeLabel): string {
  return `MATCH (n:${label})
USING INDEX n:${label}(id)
WHERE n.id > $after
RETURN n.id AS id, n.${HASH_PROPERTY} AS hash, n.kind AS kind
ORDER BY n.id
LIMIT toInteger($limit)`;
}

/** The edges of a relation, a page at a time. */
export function edgePage(relation: string): string {
  const type = identifier(relation);
  return `MATCH ()-[r:${type}]->()
USING INDEX r:${type}(id)
WHERE r.id > $after
RETURN r.id AS id, r.${HASH_PROPERTY} AS hash
ORDER BY r.id
LIMIT toInteger($limit)`;
}

/** Tells from an id where its node is looked up: nodes whose ids begin alike (`person:`) have the same label, as a rule. */
export interface LabelsByPrefix {
  note(id: string, label: NodeLabel): void;
  of(id: string): readonly NodeLabel[];
}

/** Beginnings that are told apart. Ids without any order cost a second look-up, and no memory. */
const PREFIXES = 1000;

export function createLabelsByPrefix(): LabelsByPrefix {
  const known = new Map<string, readonly NodeLabel[]>();
  const prefixOf = (id: string): string => id.slice(0, id.indexOf(":") + 1);
  return {
    note(id, label) {
      const prefix = prefixOf(id);
      const labels = known.get(prefix);
      if (labels?.includes(label) === true) return;
      if (labels !== undefined) known.set(prefix, NODE_LABELS);
      else if (known.size < PREFIXES) known.set(prefix, [label]);
    },
    of: (id) => known.get(prefixOf(id)) ?? NODE_LABELS,
  };
}

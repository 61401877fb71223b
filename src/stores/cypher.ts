import { DragomanError } from "../errors.ts";
import type { CypherValue } from "./store.ts";

/**
 * Statements that both Cypher stores understand. Values are always parameters; kinds and relations, which Cypher does
 * not take as parameters, stand in the text after a strict check.
 */

/** One row of an answer, by column. */
export type CypherRow = Readonly<Record<string, CypherValue>>;

/** Runs one statement in a transaction of its own and gives its rows as plain values. */
export type RunCypher = (
  cypher: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly CypherRow[]>;

/** The label by which a node is looked up. Entities and events share one, articles have their own. */
export type NodeLabel = "Entity" | "Article";

export const NODE_LABELS: readonly NodeLabel[] = ["Entity", "Article"];

/** Properties that the databases hold as `date`, so that ranges and `.year` work. Nothing else is more than JSON. */
export const DATE_PROPERTIES = ["dateFrom", "dateTo"] as const;

/** Properties that are a `float` even when they are whole, so that a property has one type in the whole database. */
export const FLOAT_PROPERTIES = ["confidence"] as const;

/** Nodes of one kind: `$rows` of `{ id, properties, dateFrom, dateTo }`. Afterwards each has exactly these properties. */
export function upsertNodes(label: NodeLabel, kind: string): string {
  return `UNWIND $rows AS row
MERGE (n:${label} {id: row.id})
SET n = row.properties, n:${identifier(kind)}, ${dates("n")}`;
}

/** Edges of one relation: `$rows` of `{ id, source, target, properties, dateFrom, dateTo, confidence }`. */
export function upsertEdges(relation: string, source: NodeLabel, target: NodeLabel): string {
  const floats = FLOAT_PROPERTIES.map((name) => `r.${name} = toFloat(row.${name})`).join(", ");
  return `UNWIND $rows AS row
MATCH (a:${source} {id: row.source})
MATCH (b:${target} {id: row.target})
MERGE (a)-[r:${identifier(relation)} {id: row.id}]->(b)
SET r = row.properties, ${dates("r")}, ${floats}`;
}

/** Which other kinds the nodes with these `$ids` had so far. */
export function formerKinds(label: NodeLabel): string {
  return `UNWIND $ids AS id
MATCH (n:${label} {id: id})
WHERE n.kind <> $kind
RETURN DISTINCT n.kind AS kind`;
}

/** Takes the label of a former `$kind` off the nodes with these `$ids`. */
export function removeKind(label: NodeLabel, kind: string): string {
  return `UNWIND $ids AS id
MATCH (n:${label} {id: id})
WHERE n.kind = $kind
REMOVE n:${identifier(kind)}`;
}

export function findNode(label: NodeLabel): string {
  return `MATCH (n:${label} {id: $id}) RETURN labels(n) AS labels, properties(n) AS properties`;
}

export function findNodes(label: NodeLabel): string {
  return `UNWIND $ids AS id
MATCH (n:${label} {id: id})
RETURN labels(n) AS labels, properties(n) AS properties`;
}

export function findEdges(label: NodeLabel): string {
  return `MATCH (n:${label} {id: $id})-[r]-()
WITH DISTINCT r
ORDER BY r.weight DESC, r.id
LIMIT $limit
RETURN type(r) AS relation, startNode(r).id AS source, endNode(r).id AS target, properties(r) AS properties`;
}

export function countEdges(label: NodeLabel): string {
  return `MATCH (n:${label} {id: $id})-[r]-() RETURN count(DISTINCT r) AS total`;
}

export function countKinds(label: NodeLabel): string {
  return `MATCH (n:${label}) RETURN n.kind AS name, count(*) AS count`;
}

/** Leaves out relationships that somebody else has added to the database. */
export function countRelations(label: NodeLabel): string {
  return `MATCH (:${label})-[r]->() WHERE r.id IS NOT NULL RETURN type(r) AS name, count(*) AS count`;
}

function dates(variable: string): string {
  return DATE_PROPERTIES.map((name) => `${variable}.${name} = date(row.${name})`).join(", ");
}

/** A kind or relation as part of a statement. Throws `SEED_INVALID` for everything but ASCII letters and underscores. */
export function identifier(name: string): string {
  if (/^[A-Za-z_]+$/.test(name)) return name;
  throw new DragomanError(
    "SEED_INVALID",
    `"${name}" cannot name a kind or a relation in a database: only the letters A to Z, a to z and _ can`,
  );
}

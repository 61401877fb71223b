import type { Date as Neo4jDate, Integer } from "neo4j-driver";
import { edgeHash, HASH_PROPERTY, nodeHash } from "../model/content-hash.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { nodeProperties, storedEdgeProperties, type Properties, type PropertyValue } from "../model/properties.ts";
import { DATE_PROPERTIES, FLOAT_PROPERTIES } from "./cypher.ts";
import type { Neo4jDriver } from "./neo4j-values.ts";

/** A property as the driver sends it. Whole numbers are integers, but for those that are a float everywhere. */
type SentValue = string | number | readonly string[] | Integer | readonly Integer[] | Neo4jDate<number>;

/** A node or an edge as a parameter of a statement. */
export interface SentRow {
  readonly id: string;
  readonly source?: string;
  readonly target?: string;
  /** Everything that it is to have: what is not known is left out. */
  readonly properties: Readonly<Record<string, SentValue>>;
}

/** Makes a row of a node or an edge, once it has to be written. */
export interface Draft {
  readonly id: string;
  readonly hash: string;
  /** Characters of JSON: what the row costs in memory, about. */
  readonly size: number;
  readonly toRow: (neo4j: Neo4jDriver) => SentRow;
}

export function draftNode(node: GraphNode): Draft {
  const { hash, size } = nodeHash(node);
  const { id } = node;
  return { id, hash, size, toRow: (neo4j) => ({ id, properties: sent(neo4j, id, hash, nodeProperties(node)) }) };
}

export function draftEdge(edge: GraphEdge): Draft {
  const { hash, size } = edgeHash(edge);
  const { id, source, target } = edge;
  return {
    id,
    hash,
    size,
    toRow: (neo4j) => {
      const properties = sent(neo4j, id, hash, storedEdgeProperties(edge));
      return { id, source, target, properties };
    },
  };
}

function sent(neo4j: Neo4jDriver, id: string, hash: string, all: Properties): Readonly<Record<string, SentValue>> {
  const properties: Record<string, SentValue> = { id, [HASH_PROPERTY]: hash };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null) properties[name] = sentValue(neo4j, name, value);
  }
  return properties;
}

const DATES: readonly string[] = DATE_PROPERTIES;
const FLOATS: readonly string[] = FLOAT_PROPERTIES;

function sentValue(neo4j: Neo4jDriver, name: string, value: NonNullable<PropertyValue>): SentValue {
  if (typeof value === "string") return DATES.includes(name) ? toDate(neo4j, value) : value;
  if (typeof value === "number") return FLOATS.includes(name) ? value : neo4j.int(value);
  return isNumbers(value) ? value.map((number) => neo4j.int(number)) : value;
}

function isNumbers(list: readonly string[] | readonly number[]): list is readonly number[] {
  return typeof list[0] === "number";
}

function toDate(neo4j: Neo4jDriver, text: string): Neo4jDate<number> {
  const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
  return new neo4j.types.Date(year, month, day);
}

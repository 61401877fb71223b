import type { Node, Path, Relationship } from "neo4j-driver";
import type neo4jDriver from "neo4j-driver";
import { HASH_PROPERTY } from "../model/content-hash.ts";
import { compareText } from "../model/text.ts";
import type { CypherNode, CypherRelationship, CypherValue } from "./store.ts";

export type Neo4jDriver = typeof neo4jDriver;

/** A parameter as the driver takes it: JavaScript has no integers, so it sends every number as a float unless told. */
export function toParameter(neo4j: Neo4jDriver, value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map((item) => toParameter(neo4j, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toParameter(neo4j, item)]));
}

/** Finds the id of a node by the one that the server gives it. */
export type NodeIdOf = (elementId: string) => string;

/** A value of the server as both stores give it. */
export function plainNeo4jValue(neo4j: Neo4jDriver, value: unknown, nodeIdOf: NodeIdOf): CypherValue {
  const plain = (inner: unknown): CypherValue => plainNeo4jValue(neo4j, inner, nodeIdOf);
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (neo4j.isNode(value)) return plainNode(value, plain);
  if (neo4j.isRelationship(value)) return plainRelationship(value, nodeIdOf, plain);
  if (neo4j.isPath(value)) return plainPath(value, nodeIdOf, plain);
  if (neo4j.isDuration(value)) return isoDuration(value);
  if (isTemporal(neo4j, value)) return value.toString();
  if (ArrayBuffer.isView(value)) return [...(value as Iterable<unknown> & ArrayBufferView)].map(plain);
  return plainMap(value, plain);
}

/** The elements that a value holds ends of, but not the ends themselves. */
export function endsOf(neo4j: Neo4jDriver, value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  if (neo4j.isRelationship(value)) found.add(value.startNodeElementId).add(value.endNodeElementId);
  else if (neo4j.isPath(value)) value.segments.forEach((segment) => endsOf(neo4j, segment.relationship, found));
  else if (Array.isArray(value)) value.forEach((item) => endsOf(neo4j, item, found));
  else if (!neo4j.isNode(value)) Object.values(value).forEach((item) => endsOf(neo4j, item, found));
  return found;
}

type Plain = (value: unknown) => CypherValue;

/** The same in both databases, so without what only this one keeps. */
function ownProperties(properties: Node["properties"]): Node["properties"] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== HASH_PROPERTY));
}

function plainNode({ elementId, labels, properties: { id, ...properties } }: Node, plain: Plain): CypherNode {
  return {
    id: typeof id === "string" ? id : elementId,
    labels: [...labels].sort(compareText),
    properties: plainMap(ownProperties(properties), plain),
  };
}

function plainRelationship(relationship: Relationship, nodeIdOf: NodeIdOf, plain: Plain): CypherRelationship {
  const { id, ...properties } = relationship.properties;
  return {
    id: typeof id === "string" ? id : relationship.elementId,
    type: relationship.type,
    source: nodeIdOf(relationship.startNodeElementId),
    target: nodeIdOf(relationship.endNodeElementId),
    properties: plainMap(ownProperties(properties), plain),
  };
}

function plainPath({ start, segments }: Path, nodeIdOf: NodeIdOf, plain: Plain): CypherValue {
  return {
    nodes: [start, ...segments.map((segment) => segment.end)].map((node) => plainNode(node, plain)),
    relationships: segments.map((segment) => plainRelationship(segment.relationship, nodeIdOf, plain)),
  };
}

function plainMap(map: object, plain: Plain): { readonly [key: string]: CypherValue } {
  const entries = Object.entries(map).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}

function isTemporal(neo4j: Neo4jDriver, value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value)
  );
}

interface DurationParts {
  readonly months: unknown;
  readonly days: unknown;
  readonly seconds: unknown;
  readonly nanoseconds: unknown;
}

/** ISO 8601 without parts that are zero, as Cypher itself writes durations: P1Y2M3DT4H5M6.5S. */
function isoDuration({ months, days, seconds, nanoseconds }: DurationParts): string {
  const month = Number(months);
  const total = Number(seconds);
  const date = part(Math.trunc(month / 12), "Y") + part(month % 12, "M") + part(Number(days), "D");
  const second = (total % 60) + Number(nanoseconds) / 1e9;
  const time = part(Math.trunc(total / 3600), "H") + part(Math.trunc((total % 3600) / 60), "M") + part(second, "S");
  return date === "" && time === "" ? "PT0S" : `P${date}${time === "" ? "" : `T${time}`}`;
}

function part(count: number, unit: string): string {
  return count === 0 ? "" : `${count}${unit}`;
}

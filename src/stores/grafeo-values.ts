import type { GrafeoValue } from "@grafeo-db/js";
import { compareText } from "../model/text.ts";
import type { CypherNode, CypherRelationship, CypherValue } from "./store.ts";

/** Finds the id of a node by the number that the database gives it. */
export type NodeIdOf = (internal: number) => string;

type GrafeoMap = { readonly [key: string]: GrafeoValue };

/** A value of the embedded database as both stores give it. */
export function plainGrafeoValue(value: GrafeoValue | undefined, nodeIdOf: NodeIdOf): CypherValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => plainGrafeoValue(item, nodeIdOf));
  // Only a time without zone comes as Date; the zone that Date shows is not its own.
  if (value instanceof Date) return value.toISOString().replace(/(?:\.0+)?Z$/, "");
  if (ArrayBuffer.isView(value)) return [...(value as Iterable<number>)];
  const map = value as GrafeoMap;
  if (isNode(map)) return plainNode(map, nodeIdOf);
  if (isRelationship(map)) return plainRelationship(map, nodeIdOf);
  if (isPath(map)) {
    return {
      nodes: map.nodes.map((node) => plainNode(node, nodeIdOf)),
      relationships: map.edges.map((edge) => plainRelationship(edge, nodeIdOf)),
    };
  }
  return plainMap(map, nodeIdOf);
}

interface GrafeoNode extends GrafeoMap {
  readonly _id: number;
  readonly _labels: string[];
}

interface GrafeoRelationship extends GrafeoMap {
  readonly _id: number;
  readonly _source: number;
  readonly _target: number;
  readonly _type: string;
}

interface GrafeoPath extends GrafeoMap {
  readonly nodes: GrafeoNode[];
  readonly edges: GrafeoRelationship[];
}

function isNode(map: GrafeoMap): map is GrafeoNode {
  return typeof map["_id"] === "number" && Array.isArray(map["_labels"]);
}

function isRelationship(map: GrafeoMap): map is GrafeoRelationship {
  return typeof map["_id"] === "number" && typeof map["_source"] === "number" && typeof map["_type"] === "string";
}

function isPath(map: GrafeoMap): map is GrafeoPath {
  const { nodes, edges, ...rest } = map;
  return (
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    Object.keys(rest).length === 0 &&
    nodes.length === edges.length + 1 &&
    nodes.every((node) => isMap(node) && isNode(node)) &&
    edges.every((edge) => isMap(edge) && isRelationship(edge))
  );
}

function isMap(value: GrafeoValue): value is { [key: string]: GrafeoValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function plainNode({ _id, _labels, id, ...properties }: GrafeoNode, nodeIdOf: NodeIdOf): CypherNode {
  return {
    id: typeof id === "string" ? id : String(_id),
    labels: [..._labels].sort(compareText),
    properties: plainMap(properties, nodeIdOf),
  };
}

function plainRelationship(relationship: GrafeoRelationship, nodeIdOf: NodeIdOf): CypherRelationship {
  const { _id, _source, _target, _type, id, ...properties } = relationship;
  return {
    id: typeof id === "string" ? id : String(_id),
    type: _type,
    source: nodeIdOf(_source),
    target: nodeIdOf(_target),
    properties: plainMap(properties, nodeIdOf),
  };
}

function plainMap(map: GrafeoMap, nodeIdOf: NodeIdOf): { readonly [key: string]: CypherValue } {
  return Object.fromEntries(
    Object.keys(map)
      .sort(compareText)
      .map((key) => [key, plainGrafeoValue(map[key], nodeIdOf)]),
  );
}

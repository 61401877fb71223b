import type { CypherNode, CypherPath, CypherRelationship } from "../../../src/stores/store.ts";
import type { Highlight } from "../state/store.ts";

/** Ids of the nodes and facts of a graph. */
export interface KnownIds {
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly edgeIndex: ReadonlyMap<string, number>;
}

/** Whether a value of a row is a node. */
export function isNodeValue(value: unknown): value is CypherNode {
  return hasFields(value, "id", "labels", "properties");
}

export function isRelationshipValue(value: unknown): value is CypherRelationship {
  return hasFields(value, "id", "type", "source", "target");
}

export function isPathValue(value: unknown): value is CypherPath {
  return hasFields(value, "nodes", "relationships");
}

function hasFields(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}

/** The nodes and facts that rows hold, of those that there are in the picture's graph: as values, in lists and paths, or by their ids. */
export function foundIn(rows: readonly (readonly unknown[])[], { nodeIndex, edgeIndex }: KnownIds): Highlight {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      if (nodeIndex.has(value)) nodes.add(value);
      else if (edgeIndex.has(value)) edges.add(value);
    } else if (isNodeValue(value) || isRelationshipValue(value)) {
      // Not what their properties name: of an event that would be its place, of a fact its event.
      look(value.id);
    } else if (typeof value === "object" && value !== null) {
      for (const part of Object.values(value)) look(part);
    }
  };
  for (const row of rows) for (const value of row) look(value);
  return { nodes, edges };
}

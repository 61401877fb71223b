import type { CypherNode, CypherPath, CypherRelationship } from "../../../src/stores/store.ts";
import type { GraphModel } from "../graph/model.ts";
import type { Highlight } from "../state/store.ts";

/** The graph of the page: all of it, or an overview. */
export type KnownGraph = Pick<GraphModel, "nodeIndex" | "edgeIndex"> & {
  readonly data: Pick<GraphModel["data"], "overview">;
};

/** Nodes and facts that an overview fetches for an answer, at most. */
export const MOST_FETCHED = 100;

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

/**
 * The nodes and facts that rows hold, as values, in lists and paths, or by their ids: those that are in the page's graph. Of
 * an overview, which can fetch more, the first values that are not in it as well.
 */
export function foundIn(rows: readonly (readonly unknown[])[], { nodeIndex, edgeIndex, data }: KnownGraph): Highlight {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const fetched = new Set<string>();
  const isThere = (index: ReadonlyMap<string, number>, id: string): boolean => {
    if (index.has(id)) return true;
    if (data.overview === undefined || fetched.size === MOST_FETCHED) return false;
    fetched.add(id);
    return true;
  };
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      if (nodeIndex.has(value)) nodes.add(value);
      else if (edgeIndex.has(value)) edges.add(value);
      // Not what the properties of a node or a fact name: of an event that would be its place, of a fact its event.
    } else if (isNodeValue(value)) {
      if (isThere(nodeIndex, value.id)) nodes.add(value.id);
    } else if (isRelationshipValue(value)) {
      if (isThere(edgeIndex, value.id)) edges.add(value.id);
    } else if (typeof value === "object" && value !== null) {
      for (const part of Object.values(value)) look(part);
    }
  };
  for (const row of rows) for (const value of row) look(value);
  return { nodes, edges };
}

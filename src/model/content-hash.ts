import { createHash } from "node:crypto";
import type { GraphEdge, GraphNode } from "./graph.ts";
import { nodeProperties, storedEdgeProperties, type Properties } from "./properties.ts";

/**
 * The property in which a database that others use too keeps what `contentHash` gives. It says two things: that this program
 * wrote a node or an edge, and what it wrote.
 */
export const HASH_PROPERTY = "dragomanHash";

/** Raised when the same node or edge is to be written in another form, so that every database gets the new one. */
const FORM = 1;

/** What stands for everything that a database keeps of a node or an edge: two that differ in anything have two hashes. */
export interface ContentHash {
  readonly hash: string;
  /** How much it is, in characters of JSON. */
  readonly size: number;
}

export function nodeHash(node: GraphNode): ContentHash {
  return contentHash([FORM, node.type, node.id], nodeProperties(node));
}

export function edgeHash(edge: GraphEdge): ContentHash {
  const { relation, id, source, target } = edge;
  return contentHash([FORM, relation, id, source, target], storedEdgeProperties(edge));
}

function contentHash(identity: readonly (string | number)[], properties: Properties): ContentHash {
  const text = JSON.stringify([identity, properties]);
  // 96 bits: among a billion versions of one node two that are alike by chance are not to be expected.
  return { hash: createHash("sha256").update(text).digest("base64url").slice(0, 16), size: text.length };
}

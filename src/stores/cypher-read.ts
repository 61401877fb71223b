import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { type NamedCount, toCounts } from "./counts.ts";
import {
  countEdges,
  countKinds,
  countRelations,
  type CypherRow,
  findEdges,
  findNode,
  findNodes,
  NODE_LABELS,
  type RunCypher,
} from "./cypher.ts";
import { decodeEdge, decodeNode } from "./decode.ts";
import { byWeight, type CypherValue, type Neighbourhood, type StoreCounts } from "./store.ts";

/** What both Cypher stores answer in the same way. */

export async function readNode(run: RunCypher, id: string): Promise<GraphNode | undefined> {
  for (const label of NODE_LABELS) {
    const [row] = await run(findNode(label), { id });
    if (row !== undefined) return nodeOf(row);
  }
  return undefined;
}

/** The nodes with these ids, in the order of the ids; an id that is not there is passed over. */
export async function readNodes(run: RunCypher, ids: readonly string[]): Promise<readonly GraphNode[]> {
  const byId = new Map<string, GraphNode>();
  for (const label of NODE_LABELS) {
    for (const row of await run(findNodes(label), { ids })) {
      const node = nodeOf(row);
      byId.set(node.id, node);
    }
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function readNeighbours(run: RunCypher, id: string, limit: number): Promise<Neighbourhood | undefined> {
  for (const label of NODE_LABELS) {
    const [node] = await run(findNode(label), { id });
    if (node === undefined) continue;
    const [count] = await run(countEdges(label), { id });
    const edges = (await run(findEdges(label), { id, limit })).map(edgeOf).sort(byWeight);
    const ends = new Set(edges.map((edge) => (edge.source === id ? edge.target : edge.source)));
    const nodes = await readNodes(run, [...ends].sort(compareText));
    return { edges, nodes, total: numberOf(count?.["total"]) };
  }
  return undefined;
}

export async function readCounts(run: RunCypher): Promise<StoreCounts> {
  const kinds: NamedCount[] = [];
  const relations: NamedCount[] = [];
  for (const label of NODE_LABELS) {
    kinds.push(...(await run(countKinds(label))).map(countOf));
    relations.push(...(await run(countRelations(label))).map(countOf));
  }
  return toCounts(kinds, relations);
}

function countOf(row: CypherRow): NamedCount {
  return [String(row["name"]), numberOf(row["count"])];
}

function nodeOf(row: CypherRow): GraphNode {
  return decodeNode(row["labels"] ?? null, mapOf(row["properties"]));
}

function edgeOf(row: CypherRow): GraphEdge {
  return decodeEdge({
    relation: String(row["relation"]),
    source: String(row["source"]),
    target: String(row["target"]),
    properties: mapOf(row["properties"]),
  });
}

function mapOf(value: CypherValue | undefined): Readonly<Record<string, CypherValue>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, CypherValue>>)
    : {};
}

function numberOf(value: CypherValue | undefined): number {
  return typeof value === "number" ? value : 0;
}

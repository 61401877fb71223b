import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { GraphEdge, GraphNode, GraphView, Positions } from "../model/graph.ts";
import { readFileLines } from "./file-lines.ts";

/** Writes a graph, one node or edge a line. */
export async function writeGraphFile(path: string, graph: GraphView): Promise<void> {
  await pipeline(Readable.from(graphLines(graph)), createWriteStream(path, { flush: true }));
}

async function* graphLines(graph: GraphView): AsyncGenerator<string> {
  for await (const node of graph.nodes()) yield `${JSON.stringify({ node })}\n`;
  for await (const edge of graph.edges()) yield `${JSON.stringify({ edge })}\n`;
}

/** Reads a graph that `writeGraphFile` wrote. */
export async function readGraphFile(path: string): Promise<{
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}> {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for await (const { text } of readFileLines(path)) {
    const { node, edge } = JSON.parse(text) as { readonly node?: GraphNode; readonly edge?: GraphEdge };
    if (node !== undefined) nodes.push(node);
    if (edge !== undefined) edges.push(edge);
  }
  return { nodes, edges };
}

const EDGE_LINE = '{"edge"';

/** The graph of a file, read anew each time that it is asked for, so that it may be larger than memory. */
export function streamGraphFile(path: string): GraphView {
  return {
    async *nodes() {
      for await (const { text } of readFileLines(path)) {
        if (text.startsWith(EDGE_LINE)) return;
        yield (JSON.parse(text) as { readonly node: GraphNode }).node;
      }
    },
    async *edges() {
      for await (const { text } of readFileLines(path)) {
        if (text.startsWith(EDGE_LINE)) yield (JSON.parse(text) as { readonly edge: GraphEdge }).edge;
      }
    },
  };
}

/** Writes where the layout puts each node: `["id",x,y]` a line. */
export async function writePositionsFile(path: string, positions: Positions): Promise<void> {
  const lines = [...positions].map(([id, { x, y }]) => `${JSON.stringify([id, x, y])}\n`);
  await pipeline(Readable.from(lines), createWriteStream(path, { flush: true }));
}

/** Reads positions that `writePositionsFile` wrote. */
export async function readPositionsFile(path: string): Promise<Positions> {
  const positions = new Map<string, { readonly x: number; readonly y: number }>();
  for await (const { text } of readFileLines(path)) {
    const [id, x, y] = JSON.parse(text) as readonly [string, number, number];
    positions.set(id, { x, y });
  }
  return positions;
}

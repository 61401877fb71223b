import { DragomanError } from "../errors.ts";
import type { Graph, GraphNode } from "../model/graph.ts";
import type { OpenGraph } from "../pipeline/open-graph.ts";
import { createNameIndex, foldName, toNamed, wordsOf } from "../stores/names.ts";

/** Nodes that are offered where none or several have a name. */
const MOST_OFFERED = 5;

/**
 * The node that somebody means: by its id, a former id, or one of its names, whatever its case and accents. Throws
 * `NOT_FOUND` where there is none and `USAGE` where several have the name, both with what it might be.
 */
export async function findNode(open: OpenGraph, text: string): Promise<string> {
  const graph = await open.graph();
  if (graph.node(text) !== undefined) return text;
  const named = [...graph.nodes()].filter((node) => hasName(node, text));
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only.id;
  if (only !== undefined) {
    throw new DragomanError("USAGE", `${text} names several nodes; give the id of one: ${offer(named)}`);
  }
  const former = (await open.world()).identity(text);
  if (former !== undefined) return former.node;
  const similar = createNameIndex([...graph.nodes()].map(toNamed)).search(text, MOST_OFFERED);
  const hint = similar.length === 0 ? "" : `; is it ${offer(nodesOf(graph, similar))}?`;
  throw new DragomanError("NOT_FOUND", `the graph holds no node with the id or name ${text}${hint}`);
}

function hasName(node: GraphNode, text: string): boolean {
  const wanted = phrase(text);
  const { label, aliases } = toNamed(node);
  return wanted !== "" && [label, ...aliases].some((name) => phrase(name) === wanted);
}

function phrase(text: string): string {
  return wordsOf(foldName(text)).join(" ");
}

function nodesOf(graph: Graph, ids: readonly string[]): readonly GraphNode[] {
  return ids.flatMap((id) => graph.node(id) ?? []);
}

function offer(nodes: readonly GraphNode[]): string {
  const told = nodes.slice(0, MOST_OFFERED).map(({ id, label }) => `${id} (${label})`);
  return [...told, ...(nodes.length > MOST_OFFERED ? ["…"] : [])].join(", ");
}

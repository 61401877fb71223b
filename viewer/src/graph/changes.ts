import type { View } from "../state/view.ts";
import type { Focus } from "./focus.ts";
import type { GraphModel } from "./model.ts";
import type { Visibility } from "./visibility.ts";

/** What the looks of nodes and edges are made of, and what a step changes of it. */
export interface Looked {
  readonly model: GraphModel;
  readonly view: Pick<View, "look" | "picked" | "pinned">;
  readonly visibility: Pick<Visibility, "nodes" | "edges">;
  readonly focus: Focus | undefined;
  readonly main: ReadonlySet<number>;
}

/** Nodes and edges, by id. */
export interface Changes {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/**
 * What may look different after a step, or undefined where that is everything. Most of the time of a step in a large graph
 * goes into looks, and most steps change few of them.
 */
export function changesBetween(before: Looked, after: Looked): Changes | undefined {
  const { id: nodeIds } = after.model.data.nodes;
  const { id: edgeIds } = after.model.data.edges;
  const hasFocus = after.focus !== undefined;
  if (before.view.look !== after.view.look || (before.focus !== undefined) !== hasFocus) return undefined;

  const nodes = new Set<string>();
  const edges = new Set<string>();
  const addWhere = (set: Set<string>, ids: readonly string[], a: Uint8Array, b: Uint8Array): void => {
    for (const [index, id] of ids.entries()) if (a[index] !== b[index]) set.add(id);
  };
  addWhere(nodes, nodeIds, before.visibility.nodes, after.visibility.nodes);
  addWhere(edges, edgeIds, before.visibility.edges, after.visibility.edges);
  for (const index of [...before.main, ...after.main]) {
    if (before.main.has(index) !== after.main.has(index)) nodes.add(nodeIds[index] ?? "");
  }
  for (const { focus, view } of [before, after]) {
    for (const id of [...view.picked, ...view.pinned.keys()]) if (after.model.nodeIndex.has(id)) nodes.add(id);
    for (const id of focus?.nodes ?? []) nodes.add(id);
    for (const id of focus?.edges.keys() ?? []) edges.add(id);
    for (const id of focus?.centres ?? []) if (after.model.nodeIndex.has(id)) nodes.add(id);
  }
  return { nodes: [...nodes], edges: [...edges] };
}

import type { View } from "../state/view.ts";
import { MANY_EDGES } from "./crowds.ts";
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
  /** Whether only colours change: all keeps its place, size, shape and name. */
  readonly isPaint: boolean;
}

/**
 * What may look different after a step, or undefined where that is everything. Most of the time of a step in a large graph
 * goes into looks, and most steps change few of them.
 */
export function changesBetween(before: Looked, after: Looked): Changes | undefined {
  const { id: nodeIds } = after.model.data.nodes;
  const { id: edgeIds } = after.model.data.edges;
  const recedes = (before.focus !== undefined) !== (after.focus !== undefined);
  if (recedes && edgeIds.length <= MANY_EDGES) return undefined;
  // Edges tell of the same whatever is looked at, and among many they are faint anyway.
  const nodes = new Set(recedes || before.view.look !== after.view.look ? nodeIds : []);
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
  return { nodes: [...nodes], edges: [...edges], isPaint: isPaint(before, after) };
}

function isPaint(before: Looked, after: Looked): boolean {
  const { look, picked, pinned } = before.view;
  return (
    look.size === after.view.look.size &&
    look.labels === after.view.look.labels &&
    picked === after.view.picked &&
    pinned === after.view.pinned &&
    before.focus === after.focus &&
    before.visibility === after.visibility
  );
}

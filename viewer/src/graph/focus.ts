import { factOf, type Selection } from "../state/selection.ts";
import type { Highlight } from "../state/store.ts";
import type { DrawnGraph, EdgeAttributes, GraphModel } from "./model.ts";
import type { Visibility } from "./visibility.ts";

/** The part of the picture that is looked at; the rest recedes. */
export interface Focus {
  /** The selected node or fact, or the two nodes between which chains are looked for. */
  readonly centres: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  /** Edges in focus and how far each is bent, 0 for straight: parallel edges fan out so that each can be seen. */
  readonly edges: ReadonlyMap<string, number>;
}

/** How far two neighbours of a fan lie apart, as a share of their length. */
const FAN_STEP = 0.16;
/** However many edges there are, none is bent further. */
const FAN_WIDTH = 0.9;

/**
 * What is pointed out; else a node with what leads to it, or a fact with the other facts between the same two nodes. Nothing
 * where nothing of the kind is in the picture.
 */
export function computeFocus(
  model: GraphModel,
  shown: Visibility,
  selection: Selection,
  highlight: Highlight | undefined,
): Focus | undefined {
  const { graph } = model;
  if (highlight !== undefined) {
    const edges = [...highlight.edges].filter((edge) => graph.hasEdge(edge));
    const nodes = new Set([...highlight.nodes, ...edges.flatMap((edge) => graph.extremities(edge))]);
    const centres = selection.type === "path" ? [selection.from, selection.to] : [];
    return { centres: new Set(centres), nodes, edges: fanOut(model, edges) };
  }
  const isShown = (_: string, { index }: EdgeAttributes): boolean => shown.edges[index] === 1;
  if (selection.type === "node" && graph.hasNode(selection.id)) {
    const edges = graph.filterEdges(selection.id, isShown);
    const nodes = new Set([selection.id, ...edges.flatMap((edge) => graph.extremities(edge))]);
    return { centres: new Set([selection.id]), nodes, edges: fanOut(model, edges) };
  }
  const fact = factOf(selection);
  if (fact === undefined || !graph.hasEdge(fact)) return undefined;
  const [source, target] = graph.extremities(fact);
  const edges = graph.filterEdges(source, target, isShown);
  const back = source === target ? [] : graph.filterEdges(target, source, isShown);
  const between = [...new Set([...edges, ...back])];
  return { centres: new Set([fact]), nodes: new Set([source, target]), edges: fanOut(model, between) };
}

/** Edges in groups of those that connect the same two nodes. */
export function fansOf(graph: DrawnGraph, edges: Iterable<string>): readonly (readonly string[])[] {
  const fans = new Map<string, string[]>();
  for (const edge of edges) {
    const key = JSON.stringify(graph.extremities(edge).sort());
    const fan = fans.get(key);
    if (fan === undefined) fans.set(key, [edge]);
    else fan.push(edge);
  }
  return [...fans.values()];
}

function fanOut({ graph }: GraphModel, edges: readonly string[]): ReadonlyMap<string, number> {
  const bends = new Map<string, number>();
  for (const fan of fansOf(graph, edges)) {
    const step = Math.min(FAN_STEP, FAN_WIDTH / fan.length);
    fan.forEach((edge, position) => {
      const bend = (position - (fan.length - 1) / 2) * step;
      // A bend is to the left of the edge's own direction, and the edges of a fan run in both.
      bends.set(edge, graph.source(edge) <= graph.target(edge) ? bend : -bend);
    });
  }
  return bends;
}

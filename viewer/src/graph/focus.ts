import type { GraphModel } from "./model.ts";
import type { Visibility } from "./visibility.ts";

/** What is selected in the picture, if anything. */
export type PictureSelection =
  | { readonly type: "none" }
  | { readonly type: "node"; readonly id: string }
  | { readonly type: "fact"; readonly id: string };

/** The part of the picture that is looked at; the rest recedes. */
export interface Focus {
  /** The selected node, or the selected fact. */
  readonly centre: string;
  readonly nodes: ReadonlySet<string>;
  /** Edges in focus and how far each is bent, 0 for straight: parallel edges fan out so that each can be seen. */
  readonly edges: ReadonlyMap<string, number>;
}

/** How far two neighbours of a fan lie apart, as a share of their length. */
const FAN_STEP = 0.16;
/** However many edges there are, none is bent further. */
const FAN_WIDTH = 0.9;

/** A node with what leads to it, or a fact with the other facts between the same two nodes. */
export function computeFocus(model: GraphModel, shown: Visibility, selection: PictureSelection): Focus | undefined {
  const { graph } = model;
  if (selection.type === "none") return undefined;
  if (selection.type === "node") {
    if (!graph.hasNode(selection.id)) return undefined;
    const edges = graph.filterEdges(selection.id, (_, { index }) => shown.edges[index] === 1);
    return { centre: selection.id, nodes: endsOf(model, edges, selection.id), edges: fanOut(model, edges) };
  }
  if (!graph.hasEdge(selection.id)) return undefined;
  const [source, target] = graph.extremities(selection.id);
  const edges = graph.filterEdges(source, target, (_, { index }) => shown.edges[index] === 1);
  const back = source === target ? [] : graph.filterEdges(target, source, (_, { index }) => shown.edges[index] === 1);
  const between = [...new Set([...edges, ...back])];
  return { centre: selection.id, nodes: new Set([source, target]), edges: fanOut(model, between) };
}

function endsOf({ graph }: GraphModel, edges: readonly string[], centre: string): ReadonlySet<string> {
  return new Set([centre, ...edges.flatMap((edge) => graph.extremities(edge))]);
}

function fanOut({ graph }: GraphModel, edges: readonly string[]): ReadonlyMap<string, number> {
  const fans = new Map<string, string[]>();
  for (const edge of edges) {
    const key = JSON.stringify(graph.extremities(edge).sort());
    const fan = fans.get(key);
    if (fan === undefined) fans.set(key, [edge]);
    else fan.push(edge);
  }
  const bends = new Map<string, number>();
  for (const fan of fans.values()) {
    const step = Math.min(FAN_STEP, FAN_WIDTH / fan.length);
    fan.forEach((edge, position) => {
      const bend = (position - (fan.length - 1) / 2) * step;
      // A bend is to the left of the edge's own direction, and the edges of a fan run in both.
      bends.set(edge, graph.source(edge) <= graph.target(edge) ? bend : -bend);
    });
  }
  return bends;
}

import { MultiDirectedGraph } from "graphology";
import type { GraphData } from "../../../src/server/contract.ts";
import { createFacets, type Facets } from "../state/facets.ts";
import type { Place } from "../state/view.ts";

/**
 * What sigma needs to know of a node to place it; how it looks is the reducers' business. Where it is drawn is here, and not
 * in what reducers give, since sigma takes it from here for edges and whenever it draws everything anew.
 */
export interface NodeAttributes {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface EdgeAttributes {
  readonly index: number;
}

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** The served graph, ready to be looked up and drawn. */
export interface GraphModel {
  readonly data: GraphData;
  readonly facets: Facets;
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly edgeIndex: ReadonlyMap<string, number>;
  /** 1 for each edge that says something of the world: not for those that lead to an article. */
  readonly isFact: Uint8Array;
  /** By node, how many texts its facts have between them: a measure of how much is said of it. */
  readonly texts: readonly number[];
  readonly graph: DrawnGraph;
  /**
   * How many nodes the first picture is made of: those with a lower index. The others of a part that was fetched are shown
   * only where they are asked for.
   */
  readonly core: number;
}

export function createModel(data: GraphData, core = data.nodes.id.length): GraphModel {
  const { nodes, edges, ontology } = data;
  const graph: DrawnGraph = new MultiDirectedGraph();
  nodes.id.forEach((id, index) => graph.addNode(id, { index, x: nodes.x[index] ?? 0, y: nodes.y[index] ?? 0 }));
  edges.id.forEach((id, index) => {
    const source = nodes.id[edges.source[index] ?? -1];
    const target = nodes.id[edges.target[index] ?? -1];
    graph.addDirectedEdgeWithKey(id, source, target, { index });
  });
  const isArticle = nodes.kind.map((kind) => ontology.kinds[kind]?.type === "article");
  const isFact = Uint8Array.from(edges.target, (target) => (isArticle[target] === true ? 0 : 1));
  return {
    data,
    facets: createFacets(data),
    nodeIndex: indexById(nodes.id),
    edgeIndex: indexById(edges.id),
    isFact,
    texts: countTexts(data, isFact),
    graph,
    core,
  };
}

/** Where the layout has a node. */
export function placeInLayout({ data, nodeIndex }: GraphModel, id: string): Place {
  const index = nodeIndex.get(id) ?? -1;
  return { x: data.nodes.x[index] ?? 0, y: data.nodes.y[index] ?? 0 };
}

function countTexts({ nodes, edges }: GraphData, isFact: Uint8Array): readonly number[] {
  const texts = nodes.id.map(() => 0);
  edges.weight.forEach((weight, edge) => {
    for (const end of [edges.source[edge] ?? 0, edges.target[edge] ?? 0]) {
      texts[end] = (texts[end] ?? 0) + (isFact[edge] === 1 ? weight : 0);
    }
  });
  return texts;
}

function indexById(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

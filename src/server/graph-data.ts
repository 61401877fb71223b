import { overviewOf } from "../graph/overview.ts";
import type { Graph, GraphEdge, Positions } from "../model/graph.ts";
import { languagesOfNames } from "../model/labels.ts";
import { MODALITIES, SHOWN_MODALITIES } from "../model/modality.ts";
import { compareText } from "../model/text.ts";
import { dayNumber } from "../model/time.ts";
import type {
  ArticleColumns,
  EdgeColumns,
  GraphData,
  KindTerm,
  NodeColumns,
  NodeType,
  Ontology,
  RelationTerm,
} from "./contract.ts";
import { labelOf } from "./references.ts";
import type { SourceOntology } from "./source.ts";

/** A kind that the ontology does not know is grey. */
const UNKNOWN_COLOUR = { light: "#737373", dark: "#999999" };

/** Decimals of a coordinate: enough to place a node to a pixel at the closest zoom. */
const PRECISION = 1e4;

/** What is shown at first of a graph that is too large to be shown as a whole. */
const OVERVIEW = { nodes: 1500, facts: 8000 };

/** What the source of a graph tells of it. Default: that there is nothing beside it. */
type About = Partial<Pick<GraphData, "offers" | "revision">>;

export interface GraphDataOptions extends About {
  /** What the graph is a part of. Default: it is the whole. */
  readonly whole?: Whole;
}

/** What is told of the whole graph with each part of it. It takes a pass over all of it, so it is made once. */
export interface Whole {
  readonly graph: Graph;
  /** With the kinds and relations that the graph holds beyond it. */
  readonly ontology: Ontology;
  readonly nameLanguages: readonly string[];
  /** By the name of an article. */
  readonly outlets: ReadonlyMap<string, string | null>;
}

export function wholeOf(graph: Graph, ontology: SourceOntology): Whole {
  return {
    graph,
    ontology: completeOntology(graph, ontology),
    nameLanguages: languagesOfNames(graph),
    outlets: new Map(
      [...graph.nodes()].flatMap((node) => (node.type === "article" ? [[node.label, node.outlet]] : [])),
    ),
  };
}

/** A graph as columns. A node without a position is put at the centre. `labels`: the languages of its labels. */
export function toGraphData(
  graph: Graph,
  positions: Positions,
  ontology: SourceOntology,
  labels: readonly string[],
  { offers = [], whole = wholeOf(graph, ontology), ...about }: GraphDataOptions = {},
): GraphData {
  const kindIndex = indexById(whole.ontology.kinds);
  const relationIndex = indexById(whole.ontology.relations);
  const eventIndex = new Map(whole.ontology.events.map(({ id }, index) => [id, index]));
  const nodes = [...graph.nodes()];
  const edges = [...graph.edges()];
  const nodeIndex = indexById(nodes);
  const { articles, articleIndex } = toArticleColumns(whole, edges);

  const nodeColumns: NodeColumns = {
    id: nodes.map((node) => node.id),
    kind: nodes.map((node) => kindIndex(node.kind)),
    label: nodes.map(labelOf),
    unnamedEvent: nodes.map((node) =>
      node.type === "event" && node.aliases.length === 0 ? (eventIndex.get(node.eventType) ?? null) : null,
    ),
    date: nodes.map((node) => (node.type === "event" ? node.date : null)),
    from: nodes.map((node) => dayOf(node.type === "event" ? node.dateFrom : null)),
    to: nodes.map((node) => dayOf(node.type === "event" ? node.dateTo : null)),
    x: nodes.map((node) => round(positions.get(node.id)?.x ?? 0)),
    y: nodes.map((node) => round(positions.get(node.id)?.y ?? 0)),
    degree: nodes.map(
      ({ id, type }) =>
        whole.graph
          .edgesOf(id)
          .filter((edge) => type === "article" || whole.graph.node(edge.target)?.type !== "article").length,
    ),
  };
  const edgeColumns: EdgeColumns = {
    id: edges.map((edge) => edge.id),
    source: edges.map((edge) => nodeIndex(edge.source)),
    target: edges.map((edge) => nodeIndex(edge.target)),
    relation: edges.map((edge) => relationIndex(edge.relation)),
    modality: edges.map((edge) => MODALITIES.indexOf(edge.modality)),
    date: edges.map((edge) => edge.date),
    from: edges.map((edge) => dayOf(timeOf(graph, edge).dateFrom)),
    to: edges.map((edge) => dayOf(timeOf(graph, edge).dateTo)),
    event: edges.map(({ event }) => (event === null || graph.node(event) === undefined ? null : nodeIndex(event))),
    weight: edges.map((edge) => edge.weight),
    confidence: edges.map(confidenceOf),
    articles: edges.map((edge) => [...new Set(edge.evidence.map(({ article }) => articleIndex(article)))]),
  };
  return {
    formatVersion: 1,
    ontology: whole.ontology,
    modalities: MODALITIES,
    shownModalities: SHOWN_MODALITIES,
    nodes: nodeColumns,
    edges: edgeColumns,
    articles,
    labels,
    nameLanguages: whole.nameLanguages,
    offers,
    ...about,
  };
}

/** An overview of a graph: its nodes with most facts and what is between them, with how much there is in all. */
export function toOverviewData(
  graph: Graph,
  positions: Positions,
  ontology: SourceOntology,
  labels: readonly string[],
  options: GraphDataOptions = {},
): GraphData {
  const facts = [...graph.edges()].filter(({ target }) => graph.node(target)?.type !== "article").length;
  const overview = { nodes: graph.nodeCount, facts };
  const part = overviewOf(graph, OVERVIEW);
  return {
    ...toGraphData(part, positions, ontology, labels, { whole: wholeOf(graph, ontology), ...options }),
    overview,
  };
}

/** The articles that are named in evidence, in the order of their names. */
function toArticleColumns(
  { outlets }: Whole,
  edges: readonly GraphEdge[],
): { readonly articles: ArticleColumns; readonly articleIndex: (name: string) => number } {
  const languages = new Map(edges.flatMap(({ evidence }) => evidence.map((item) => [item.article, item.language])));
  const names = [...languages.keys()].sort(compareText);
  return {
    articles: {
      name: names,
      language: names.map((name) => languages.get(name) ?? "und"),
      outlet: names.map((name) => outlets.get(name) ?? null),
    },
    articleIndex: indexById(names.map((id) => ({ id }))),
  };
}

/** To hundredths: what is shown is what is filtered by. */
export function confidenceOf({ confidence }: GraphEdge): number {
  return Math.round(confidence * 100) / 100;
}

/** When a fact was: as it says itself, else as the event at one of its ends. */
export function timeOf(
  graph: Graph,
  edge: GraphEdge,
): { readonly dateFrom: string | null; readonly dateTo: string | null } {
  const events = [edge.source, edge.target].flatMap((id) => {
    const node = graph.node(id);
    return node?.type === "event" ? [node] : [];
  });
  return [edge, ...events].find(({ dateFrom, dateTo }) => dateFrom !== null || dateTo !== null) ?? edge;
}

function dayOf(day: string | null): number | null {
  return day === null ? null : dayNumber(day);
}

/** The ontology with what the nodes of each kind are, and with what the graph holds beyond it under its own id. */
function completeOntology(graph: Graph, ontology: SourceOntology): Ontology {
  const types = new Map<string, NodeType>();
  for (const node of graph.nodes()) types.set(node.kind, node.type);
  const kinds = ontology.kinds.map((kind): KindTerm => ({ ...kind, type: types.get(kind.id) ?? "entity" }));
  const known = new Set(kinds.map(({ id }) => id));
  const moreKinds = [...types]
    .filter(([id]) => !known.has(id))
    .map(([id, type]): KindTerm => ({ id, type, labels: { en: id }, colour: UNKNOWN_COLOUR }));

  const knownRelations = new Set(ontology.relations.map(({ id }) => id));
  const moreRelations = [...new Set([...graph.edges()].map((edge) => edge.relation))]
    .filter((id) => !knownRelations.has(id))
    .sort(compareText)
    .map((id): RelationTerm => ({ id, group: "other", symmetric: false, labels: { en: id } }));
  return { ...ontology, kinds: [...kinds, ...moreKinds], relations: [...ontology.relations, ...moreRelations] };
}

function indexById(items: readonly { readonly id: string }[]): (id: string) => number {
  const index = new Map(items.map(({ id }, position) => [id, position]));
  return (id) => {
    const position = index.get(id);
    if (position === undefined) throw new RangeError(`${id} is not in the graph`);
    return position;
  };
}

function round(coordinate: number): number {
  return Math.round(coordinate * PRECISION) / PRECISION;
}

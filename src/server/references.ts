import type { ArticleNode, Evidence, Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { webAddress } from "../model/address.ts";
import { compareText } from "../model/text.ts";
import type {
  ArticleRef,
  AttributionRef,
  EvidenceDetail,
  FactBrief,
  FactRef,
  FactSummary,
  NodeRef,
} from "./contract.ts";
import { directionOf } from "./direction.ts";

/** Short forms of what is in a graph, for links from one thing to another. */
export interface References {
  readonly node: (id: string) => NodeRef;
  readonly fact: (edge: GraphEdge) => FactRef;
  /** A fact as seen from one of its ends. */
  readonly factFrom: (edge: GraphEdge, end: string) => FactSummary;
  /** An article by the name that evidence uses. One that has no node is told by its name alone. */
  readonly article: (name: string) => ArticleRef;
  readonly evidence: (evidence: Evidence) => EvidenceDetail;
  /** A fact with the first places that say it, each of another article, at most so many. */
  readonly brief: (edge: GraphEdge, places: number) => FactBrief;
}

export function createReferences(graph: Graph): References {
  const articles = new Map<string, ArticleNode>();
  for (const node of graph.nodes()) if (node.type === "article") articles.set(node.label, node);

  const node = (id: string): NodeRef => {
    const found = graph.node(id);
    if (found === undefined) return { id, kind: "", label: id };
    return { id, kind: found.kind, label: labelOf(found) };
  };
  const fact = (edge: GraphEdge): FactRef => ({
    id: edge.id,
    source: node(edge.source),
    relation: edge.relation,
    target: node(edge.target),
    modality: edge.modality,
  });
  const article = (name: string): ArticleRef => articleRef(name, articles.get(name), graph);
  const attribution = (idOrWords: string): AttributionRef => {
    const found = graph.node(idOrWords);
    return found === undefined ? { id: null, label: idOrWords } : { id: found.id, label: labelOf(found) };
  };
  const evidence = (item: Evidence): EvidenceDetail => ({
    article: article(item.article),
    start: item.start,
    end: item.end,
    quote: item.text,
    language: item.language,
    direction: directionOf(item.language),
    attribution: item.attribution.map(attribution),
    rule: item.rule,
  });
  const reportedIn = (edge: GraphEdge): FactSummary["reported"] => {
    const dates = edge.evidence.flatMap((item) => articles.get(item.article)?.publishedAt ?? []).sort(compareText);
    const [first, last] = [dates[0], dates.at(-1)];
    return first === undefined || last === undefined ? null : { first, last };
  };
  return {
    node,
    fact,
    factFrom: (edge, end) => ({
      id: edge.id,
      relation: edge.relation,
      outgoing: edge.source === end,
      other: node(edge.source === end ? edge.target : edge.source),
      modality: edge.modality,
      date: edge.date,
      event: edge.event === null ? null : node(edge.event),
      office: edge.office,
      role: edge.role,
      weight: edge.weight,
      reported: reportedIn(edge),
      languages: [...new Set(edge.evidence.map((item) => item.language))].sort(compareText),
    }),
    article,
    evidence,
    brief: (edge, places) => ({
      ...fact(edge),
      date: edge.date,
      event: edge.event === null ? null : node(edge.event),
      office: edge.office,
      role: edge.role,
      weight: edge.weight,
      evidence: firstOfEachArticle(edge.evidence, places).map(evidence),
    }),
  };
}

function firstOfEachArticle(evidence: readonly Evidence[], count: number): readonly Evidence[] {
  const first = new Map<string, Evidence>();
  for (const item of evidence) {
    if (first.size === count) break;
    if (!first.has(item.article)) first.set(item.article, item);
  }
  return [...first.values()];
}

/** What a node is called: an article by its title, where it has one. */
export function labelOf(node: GraphNode): string {
  return node.type === "article" ? (node.title ?? node.label) : node.label;
}

function articleRef(name: string, node: ArticleNode | undefined, graph: Graph): ArticleRef {
  const language = node?.language ?? "";
  const original = node === undefined || node.copyOf === null ? undefined : graph.node(node.copyOf);
  return {
    name,
    title: node?.title ?? null,
    outlet: node?.outlet ?? null,
    publishedAt: node?.publishedAt ?? null,
    url: webAddress(node?.url ?? null),
    language,
    direction: directionOf(language),
    copyOf: original?.type === "article" ? { name: original.label, title: original.title } : null,
  };
}

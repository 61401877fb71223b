import type { FactId, LanguageCode, NodeId } from "./ids.ts";
import type { Modality } from "./modality.ts";

/** What every node has. */
interface NodeBase {
  readonly id: NodeId;
  /** A kind of `seeds/ontology/kinds.yaml`; in the databases also its second label. */
  readonly kind: string;
  readonly label: string;
}

/** A person, state, organization, place or topic. */
export interface EntityNode extends NodeBase {
  readonly type: "entity";
  /** Every name that its articles use, sorted. */
  readonly aliases: readonly string[];
  /** How many texts use each of the aliases: articles, copies of one text once. */
  readonly aliasCounts: readonly number[];
  /** Names by language (`en`, `de`, `ur` …), the best first. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** The same thing elsewhere, as the user's own list has it: Wikidata ids, addresses. */
  readonly sameAs: readonly string[];
  /** How often, and in how many articles, it is mentioned. */
  readonly mentions: number;
  readonly articles: number;
}

/** An event. */
export interface EventNode extends NodeBase {
  readonly type: "event";
  /** A type of `seeds/ontology/events.yaml`: `Call`, `Summit`. */
  readonly eventType: string;
  readonly aliases: readonly string[];
  /** How many texts use each of the aliases: articles, copies of one text once. */
  readonly aliasCounts: readonly number[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Those of its names that are its own, and no descriptions: "Munich Security Conference". */
  readonly properNames: readonly string[];
  /** As exact as known: `2022`, `2022-05`, `2022-05-06`. */
  readonly date: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  /** Id of the node where it takes place. */
  readonly place: NodeId | null;
  readonly status: string;
  /** What articles contradict each other on: parallel lists of field, value and article. */
  readonly conflictFields: readonly string[];
  readonly conflictValues: readonly string[];
  readonly conflictArticles: readonly string[];
  /**
   * How it stood with it, in the order in which it was reported: parallel lists of status, date (empty where the article
   * gives none) and article. Empty where no article saw it change.
   */
  readonly historyStatuses: readonly string[];
  readonly historyDates: readonly string[];
  readonly historyArticles: readonly string[];
  /** How many were killed, expelled …, as each article says it: parallel lists of what, value (`14`, `>=14`, `14-20`) and article. */
  readonly countKinds: readonly string[];
  readonly countValues: readonly string[];
  readonly countArticles: readonly string[];
  readonly mentions: number;
  readonly articles: number;
}

/** An article, so that a graph tells where it comes from. */
export interface ArticleNode extends NodeBase {
  readonly type: "article";
  readonly language: LanguageCode;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  /** The article, published first, whose text this one prints with small differences. */
  readonly copyOf: NodeId | null;
}

export type GraphNode = EntityNode | EventNode | ArticleNode;

/** One place that says it. `text` is exactly what the article holds from `start` to `end` (UTF-16, half-open). */
export interface Evidence {
  /** The article's name. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: LanguageCode;
  /** Who says so: ids of nodes or verbatim sources, outermost first. Empty for the article itself. */
  readonly attribution: readonly string[];
  readonly rule: string;
}

/** A fact: all statements with the same subject, relation, object, modality and event (or date, or office). */
export interface GraphEdge {
  readonly id: FactId;
  readonly source: NodeId;
  readonly target: NodeId;
  /** A relation of `seeds/ontology/relations.yaml`. */
  readonly relation: string;
  readonly modality: Modality;
  readonly date: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly event: NodeId | null;
  /** DENIED, ACCUSED, SUPPORTS, OPPOSES: the fact that is denied, alleged, backed or opposed. */
  readonly about: FactId | null;
  readonly office: string | null;
  readonly role: string | null;
  readonly confidence: number;
  /** Distinct texts, not sentences: one outlet repeating itself counts once, and so does a text that several print. */
  readonly weight: number;
  /** Sorted by article name and offset. Never empty. */
  readonly evidence: readonly Evidence[];
}

/** A readable graph, whoever holds it: nodes sorted by id, then edges sorted by id. Exporters and stores take this. */
export interface GraphView {
  nodes(): Iterable<GraphNode> | AsyncIterable<GraphNode>;
  edges(): Iterable<GraphEdge> | AsyncIterable<GraphEdge>;
}

/** A graph that fits into memory. */
export interface Graph extends GraphView {
  readonly nodeCount: number;
  readonly edgeCount: number;
  nodes(): Iterable<GraphNode>;
  edges(): Iterable<GraphEdge>;
  node(id: string): GraphNode | undefined;
  edge(id: string): GraphEdge | undefined;
  /** Edges in which the node stands at either end. */
  edgesOf(id: string): readonly GraphEdge[];
}

/** Where the layout puts each node. */
export type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

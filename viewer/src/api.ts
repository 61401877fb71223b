import type {
  ArticleDetail,
  DecisionRequest,
  DecisionResult,
  EdgeDetail,
  GraphData,
  IdentityDetail,
  NodeDetail,
  Paths,
  QueryResult,
  Review,
  SearchResult,
  Verdicts,
} from "../../src/server/contract.ts";
import type { PartFormatId } from "../../src/exporters/part.ts";
import type { CypherParameter } from "../../src/stores/store.ts";
import { embeddedApi } from "./embedded-api.ts";
import type { LabelLanguage } from "./state/preferences.ts";
import { serverApi } from "./server-api.ts";
import type { PathWish } from "./state/path-wish.ts";

/** Which pairs are wanted. */
export interface ReviewWish {
  readonly node?: string;
  /** Pairs, at most 1000. */
  readonly limit: number;
}

/** What people see of why nodes are one, and what they decide about it. */
export interface CurationApi {
  readonly identity: (id: string, signal: AbortSignal) => Promise<IdentityDetail>;
  /** Pairs that might be one; where a node is named, those with it. */
  readonly review: (wish: ReviewWish, labels: LabelLanguage, signal: AbortSignal) => Promise<Review>;
  /** The latest decisions, the last one first. */
  readonly verdicts: (limit: number, signal: AbortSignal) => Promise<Verdicts>;
  readonly decide: (request: DecisionRequest) => Promise<DecisionResult>;
}

/** What lies around a node, or around both ends of a fact, of everything that is said. */
export interface AroundWish {
  readonly id: string;
  readonly steps: number;
  /** Nodes, at most. */
  readonly limit: number;
}

/** Nodes and facts that somebody takes away, by id. */
export interface Part {
  readonly nodes: readonly string[];
  readonly facts: readonly string[];
}

/** Items of a list that are had at once, at most. */
export const MOST_ITEMS = 10_000;

/** All that the page asks for. Each rejects with an Error that says what went wrong, or with the signal's AbortError. */
export interface Api {
  /** The graph, or an overview of it where it is too large to be looked at as a whole. */
  readonly graph: (labels: LabelLanguage, signal: AbortSignal) => Promise<GraphData>;
  /** Which state of the graph there is now. Absent where it stays as it is: in a file, and see `GraphData.revision`. */
  readonly revision?: (signal: AbortSignal) => Promise<string>;
  readonly around: (wish: AroundWish, labels: LabelLanguage, signal: AbortSignal) => Promise<GraphData>;
  /** `limit`: of each list of it, at most `MOST_ITEMS`. */
  readonly node: (id: string, limit: number, labels: LabelLanguage, signal: AbortSignal) => Promise<NodeDetail>;
  readonly edge: (id: string, limit: number, labels: LabelLanguage, signal: AbortSignal) => Promise<EdgeDetail>;
  readonly article: (name: string, labels: LabelLanguage, signal: AbortSignal) => Promise<ArticleDetail>;
  readonly search: (query: string, labels: LabelLanguage, signal: AbortSignal) => Promise<SearchResult>;
  /** Absent where nothing can be decided: in a file. A server may not offer it either: see `GraphData.offers`. */
  readonly curation?: CurationApi;
  readonly path: (wish: PathWish, labels: LabelLanguage, signal: AbortSignal) => Promise<Paths>;
  /** A part of the graph as a file. */
  readonly part: (part: Part, format: PartFormatId, labels: LabelLanguage, signal: AbortSignal) => Promise<Blob>;
  /** This page with a part of the graph in it, as one file that begins with a view. Absent in such a file. */
  readonly page?: (part: Part, view: string, signal: AbortSignal) => Promise<Blob>;
  /** Answers a Cypher query, which can only read. Absent where there is no database. */
  readonly query?: (
    query: string,
    parameters: Readonly<Record<string, CypherParameter>>,
    signal: AbortSignal,
  ) => Promise<QueryResult>;
}

/** The graph that stands in the page, where it is built to be a file of its own; else the server's. */
export const api: Api = import.meta.env.MODE === "file" ? embeddedApi() : serverApi;

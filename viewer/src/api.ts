import type { Modality } from "../../src/model/modality.ts";
import type {
  ArticleDetail,
  EdgeDetail,
  GraphData,
  NodeDetail,
  Paths,
  SearchResult,
} from "../../src/server/contract.ts";
import { embeddedApi } from "./embedded-api.ts";
import type { LabelLanguage } from "./state/preferences.ts";
import { serverApi } from "./server-api.ts";

/** Which chains between two nodes are wanted. Each list that is left out is the usual one. */
export interface PathWish {
  readonly from: string;
  readonly to: string;
  readonly maxSteps: number;
  readonly relations?: readonly string[];
  readonly modalities?: readonly Modality[];
  /** Kinds of the nodes that may stand between the two. */
  readonly through?: readonly string[];
}

/** All that the page asks for. Each rejects with an Error that says what went wrong, or with the signal's AbortError. */
export interface Api {
  readonly graph: (labels: LabelLanguage, signal: AbortSignal) => Promise<GraphData>;
  readonly node: (id: string, labels: LabelLanguage, signal: AbortSignal) => Promise<NodeDetail>;
  readonly edge: (id: string, labels: LabelLanguage, signal: AbortSignal) => Promise<EdgeDetail>;
  readonly article: (name: string, labels: LabelLanguage, signal: AbortSignal) => Promise<ArticleDetail>;
  readonly search: (query: string, labels: LabelLanguage, signal: AbortSignal) => Promise<SearchResult>;
  readonly path: (wish: PathWish, labels: LabelLanguage, signal: AbortSignal) => Promise<Paths>;
}

/** The graph that stands in the page, where it is a file of its own; else the server's. */
export const api: Api = embeddedApi() ?? serverApi;

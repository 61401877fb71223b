import type { ExportOptions } from "../exporters/index.ts";
import type { Article, EarlierVersion } from "../model/article.ts";
import type { EntityList } from "../model/entity-list.ts";
import type { Identity, UnsurePair } from "../model/identity.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Reading } from "../model/reading.ts";
import type { LoggedVerdict, Verdict } from "../model/verdict.ts";
import type { Graph, Positions } from "../model/graph.ts";
import type { CypherParameter, QueryOptions, QueryResult } from "../stores/store.ts";
import type { DecisionRequest, DecisionResult, GraphData, KindTerm, Ontology } from "./contract.ts";

/** The ontology as its files have it: what the nodes of a kind are is read off the graph. */
export type SourceOntology = Omit<Ontology, "kinds"> & { readonly kinds: readonly Omit<KindTerm, "type">[] };

/** An article, with the texts that stood in its place before it, where that is known. */
export type ServedArticle = Article & { readonly earlier?: readonly EarlierVersion[] };

/**
 * What the server serves. `graph` and `positions` are read anew for every request, so a source whose getters return
 * another graph after a build serves that one from then on; what is derived from a graph is kept as long as it lives.
 */
export interface GraphSource {
  readonly graph: Graph;
  readonly positions: Positions;
  /**
   * Names the state of the graph: it is another whenever the graph may be. Absent where the graph stays as it is; then the
   * route is absent too.
   */
  readonly revision?: string;
  readonly ontology: SourceOntology;
  /** What formats of files take from the ontology, with words in these languages. Default: nothing. */
  readonly exportWords?: (languages: readonly string[]) => ExportOptions;
  /** The lists of the user with which the graph was made. */
  readonly lists?: readonly EntityList[];
  /** The article that evidence calls by this name. */
  readonly article: (name: string) => ServedArticle | undefined | Promise<ServedArticle | undefined>;
  /** What was read in the article that evidence calls by this name. Absent where only the graph is known. */
  readonly reading?: (name: string) => Promise<Reading | undefined>;
  /**
   * Answers a read-only Cypher query. Absent where there is no store: then the route is absent as well.
   * Throws DragomanError `QUERY_INVALID` for a query that is not understood or would write, `QUERY_LIMIT` for one that
   * ran too long.
   */
  readonly query?: (
    cypher: string,
    parameters: Readonly<Record<string, CypherParameter>>,
    options?: QueryOptions,
  ) => Promise<QueryResult>;
  /** What nodes are made of and what people decide about them. Absent where a graph cannot be changed: then the routes are absent too. */
  readonly curation?: Curation;
}

/** What people are asked and what they decide. */
export interface Curation {
  /** What a node is made of, by its id or a former one. */
  readonly identity: (id: string) => Promise<Identity | undefined>;
  readonly articleName: (id: ArticleId) => Promise<string | undefined>;
  readonly unsure: () => Promise<readonly UnsurePair[]>;
  readonly verdicts: () => Promise<readonly LoggedVerdict[]>;
  /** The nodes that a verdict is about, as they are now. */
  readonly nodesOf: (verdict: Verdict) => Promise<readonly string[]>;
  /** Records a decision. `graph` of the source is the graph after it. Throws `NOT_FOUND`, `VERDICT_INVALID`, `GRAPH_LOCKED`. */
  readonly decide: (request: DecisionRequest) => Promise<DecisionResult>;
}

/** What a source tells of its graph, and what it has beside it. */
export function describeSource({ query, curation, revision }: GraphSource): Pick<GraphData, "offers" | "revision"> {
  const offers: GraphData["offers"] = [
    ...(query === undefined ? [] : (["query"] as const)),
    ...(curation === undefined ? [] : (["curation"] as const)),
  ];
  return { offers, ...(revision === undefined ? {} : { revision }) };
}

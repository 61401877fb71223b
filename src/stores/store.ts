import type { GraphEdge, GraphNode, GraphView } from "../model/graph.ts";
import { compareText } from "../model/text.ts";

/** What a store can do beyond the common part. Callers ask this, never which store it is. */
export interface StoreFeatures {
  /** It answers Cypher: `query` is there. */
  readonly cypher: boolean;
  /** What was written is still there after `close`. */
  readonly persistent: boolean;
}

/** How far a write has come. Nodes come first, then edges. */
export interface WriteProgress {
  readonly phase: "nodes" | "edges";
  /** Nodes or edges written so far. */
  readonly done: number;
}

export interface WriteOptions {
  /**
   * Also remove every node and edge that the graph does not hold, so that the store ends up with this graph and nothing
   * else. Default: false, the graph is added to what is there.
   */
  readonly replace?: boolean;
  /** Ends the write between two batches; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WriteProgress) => void;
}

/** How many nodes and edges a write has put into the store, whether they were new, changed or the same. */
export interface WriteResult {
  readonly nodes: number;
  readonly edges: number;
}

export interface StoreCounts {
  readonly nodes: number;
  readonly edges: number;
  /** Nodes by kind, sorted by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Edges by relation, sorted by relation. */
  readonly relations: Readonly<Record<string, number>>;
}

/** The edges at a node, the one that most articles report first, and the nodes at their other ends. */
export interface Neighbourhood {
  /** Sorted by weight, the highest first, then by id. At most `limit`. */
  readonly edges: readonly GraphEdge[];
  /** The other ends of `edges`, sorted by id. */
  readonly nodes: readonly GraphNode[];
  /** How many edges there are without the limit. */
  readonly total: number;
}

/** The order of a neighbourhood. */
export function byWeight(a: GraphEdge, b: GraphEdge): number {
  return b.weight - a.weight || compareText(a.id, b.id);
}

export interface LimitOptions {
  /** At most so many. Default: 20 for `search`, 100 for `neighbours`. */
  readonly limit?: number;
}

/** A node in the result of a query. `id` is the node's own, never one of the database. */
export interface CypherNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: { readonly [name: string]: CypherValue };
}

/** A relationship in the result of a query. `source` and `target` are ids of nodes. */
export interface CypherRelationship {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: { readonly [name: string]: CypherValue };
}

/** A path in the result of a query: one node more than relationships. */
export interface CypherPath {
  readonly nodes: readonly CypherNode[];
  readonly relationships: readonly CypherRelationship[];
}

/**
 * A value in the result of a query, the same whichever store answers. It is plain JSON: dates and times are ISO 8601
 * strings, integers are numbers (beyond 2^53 the nearest, so ask for `toString(x)` where every digit counts), what is no
 * number of JSON, such as 1.0 / 0, is null, the keys of maps and properties are sorted.
 */
export type CypherValue =
  | string
  | number
  | boolean
  | null
  | readonly CypherValue[]
  | CypherNode
  | CypherRelationship
  | CypherPath
  | { readonly [key: string]: CypherValue };

/** What a parameter of a query can be: what JSON can say. */
export type CypherParameter =
  | string
  | number
  | boolean
  | null
  | readonly CypherParameter[]
  | { readonly [key: string]: CypherParameter };

export interface QueryOptions {
  /** Milliseconds after which the query is ended with `QUERY_LIMIT`. Default: 30 000. */
  readonly timeoutMs?: number;
  /** Rows after which the result is cut and `truncated` is set. Default: 10 000. */
  readonly maxRows?: number;
  /** Ends the query; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface QueryResult {
  readonly columns: readonly string[];
  /** One value a column, in the order of `columns`. */
  readonly rows: readonly (readonly CypherValue[])[];
  /** Whether there were more rows than `maxRows`. */
  readonly truncated: boolean;
}

/**
 * Keeps a graph. Every store passes `test/contract/store.ts`.
 *
 * Writes are upserts by id: the same graph twice leaves what once leaves, and a node or edge that is written again has
 * afterwards exactly the properties of the second write. An edge that is written again has the ends and the relation that
 * it had, since its id is made of them. One writer at a time.
 */
export interface GraphStore {
  /** The store's name in the registry. */
  readonly id: string;
  readonly features: StoreFeatures;
  write(graph: GraphView, options?: WriteOptions): Promise<WriteResult>;
  counts(): Promise<StoreCounts>;
  /** The node with this id; undefined when there is none. */
  node(id: string): Promise<GraphNode | undefined>;
  /** What is connected to a node; undefined when there is no such node. */
  neighbours(id: string, options?: LimitOptions): Promise<Neighbourhood | undefined>;
  /**
   * Nodes by name: each word of `text` is the beginning of a word in the node's label or aliases, whatever its case and
   * accents. Those with exactly this name come first, then names that begin with it, then those mentioned most.
   */
  search(text: string, options?: LimitOptions): Promise<readonly GraphNode[]>;
  /**
   * Answers a Cypher query; there exactly when `features.cypher` is true. It can only read.
   *
   * Throws `QUERY_INVALID` for what the store does not understand and for queries that would write or read files, and
   * `QUERY_LIMIT` past the limits.
   */
  readonly query?: (
    cypher: string,
    parameters?: Readonly<Record<string, CypherParameter>>,
    options?: QueryOptions,
  ) => Promise<QueryResult>;
  close(): Promise<void>;
}

/** How a store is made. The package that it needs is imported inside, so nobody loads the driver of a store not used. */
export type StoreFactory<Options> = (options: Options) => Promise<GraphStore>;

export const DEFAULT_TIMEOUT_MS = 30_000;
export const DEFAULT_MAX_ROWS = 10_000;
export const DEFAULT_SEARCH_LIMIT = 20;
export const DEFAULT_NEIGHBOUR_LIMIT = 100;

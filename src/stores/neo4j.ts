import type { RecordShape, Session } from "neo4j-driver";
import { DragomanError } from "../errors.ts";
import type { GraphView } from "../model/graph.ts";
import type { RunCypher } from "./cypher.ts";
import { readCounts, readNeighbours, readNode } from "./cypher-read.ts";
import { connectNeo4j, type Neo4jStoreOptions } from "./neo4j-connection.ts";
import { searchNodes } from "./neo4j-search.ts";
import { syncGraph, type SyncOptions, type SyncResult } from "./neo4j-sync.ts";
import { endsOf, type Neo4jDriver, plainNeo4jValue, toParameter } from "./neo4j-values.ts";
import { refuseFileAccess } from "./query-text.ts";
import {
  DEFAULT_MAX_ROWS,
  DEFAULT_NEIGHBOUR_LIMIT,
  DEFAULT_SEARCH_LIMIT,
  DEFAULT_TIMEOUT_MS,
  type GraphStore,
  type QueryResult,
} from "./store.ts";

/** A graph in Neo4j, which can be brought in line with another one. */
export interface Neo4jStore extends GraphStore {
  /** Writes what is not there or not the same; see `syncGraph`. */
  sync(graph: GraphView, options?: SyncOptions): Promise<SyncResult>;
}

/**
 * A graph in Neo4j 5.7 or later, over Bolt. What others keep in the same database is left alone, as long as it does not
 * use the labels `Entity` and `Article`.
 *
 * Throws what `connectNeo4j` throws.
 */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<Neo4jStore> {
  const connection = await connectNeo4j(options);
  const { neo4j, inSession, transact } = connection;
  const read: RunCypher = (cypher, parameters = {}) =>
    transact("READ", (run) => run(cypher, toParameter(neo4j, parameters) as RecordShape));

  return {
    id: "neo4j",
    features: { cypher: true, persistent: true },
    async write(graph, { replace = false, signal, onProgress } = {}) {
      const { nodes, edges } = await syncGraph(connection, graph, {
        prune: replace,
        ...(signal === undefined ? {} : { signal }),
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      return { nodes: nodes.total, edges: edges.total };
    },
    sync(graph, syncOptions = {}) {
      return syncGraph(connection, graph, syncOptions);
    },
    counts() {
      return readCounts(read);
    },
    node(id) {
      return readNode(read, id);
    },
    neighbours(id, { limit = DEFAULT_NEIGHBOUR_LIMIT } = {}) {
      return readNeighbours(read, id, limit);
    },
    search(text, { limit = DEFAULT_SEARCH_LIMIT } = {}) {
      return searchNodes(read, text, limit);
    },
    async query(cypher, parameters = {}, { timeoutMs = DEFAULT_TIMEOUT_MS, maxRows = DEFAULT_MAX_ROWS, signal } = {}) {
      refuseFileAccess(cypher);
      if (cypher.trim() === "") throw new DragomanError("QUERY_INVALID", "the query is empty");
      signal?.throwIfAborted();
      return inSession("READ", cypher, async (session) => {
        // Closing the session resets its connection, and the server ends what runs on it.
        const abort = (): void => void session.close();
        signal?.addEventListener("abort", abort, { once: true });
        try {
          return await runQuery(neo4j, session, cypher, toParameter(neo4j, parameters) as RecordShape, {
            timeoutMs,
            maxRows,
          });
        } catch (error) {
          signal?.throwIfAborted();
          throw error;
        } finally {
          signal?.removeEventListener("abort", abort);
        }
      });
    },
    close() {
      return connection.close();
    },
  };
}

interface Limits {
  readonly timeoutMs: number;
  readonly maxRows: number;
}

/** Takes rows as they come and stops at the limit, so that neither side holds more. */
async function runQuery(
  neo4j: Neo4jDriver,
  session: Session,
  cypher: string,
  parameters: RecordShape,
  { timeoutMs, maxRows }: Limits,
): Promise<QueryResult> {
  return session.executeRead(
    async (transaction) => {
      const result = transaction.run(cypher, parameters);
      const columns = await result.keys();
      const rows: unknown[][] = [];
      let truncated = false;
      for await (const record of result) {
        truncated = rows.length === maxRows;
        if (truncated) break;
        rows.push(columns.map((column) => record.get(column) as unknown));
      }
      // A relationship names its ends by what the server calls them; people know them by their ids.
      const elements = [...endsOf(neo4j, rows)];
      const ids = new Map<string, string>();
      if (elements.length > 0) {
        const ends = await transaction.run(
          "UNWIND $elements AS element MATCH (n) WHERE elementId(n) = element RETURN element, n.id AS id",
          { elements },
        );
        for (const record of ends.records) {
          const id: unknown = record.get("id");
          if (typeof id === "string") ids.set(String(record.get("element")), id);
        }
      }
      const idOf = (element: string): string => ids.get(element) ?? element;
      return { columns, rows: rows.map((row) => row.map((value) => plainNeo4jValue(neo4j, value, idOf))), truncated };
    },
    { timeout: timeoutMs },
  );
}

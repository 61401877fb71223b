import type { Driver, RecordShape, Session, SessionConfig } from "neo4j-driver";
import { DragomanError } from "../errors.ts";
import type { RunCypher } from "./cypher.ts";
import { readCounts, readNeighbours, readNode } from "./cypher-read.ts";
import { writeGraph } from "./cypher-write.ts";
import { addressOf, toNeo4jError } from "./neo4j-errors.ts";
import { prepareSchema, removeOthers, searchNodes } from "./neo4j-statements.ts";
import { endsOf, type Neo4jDriver, plainNeo4jValue, toParameter } from "./neo4j-values.ts";
import { refuseFileAccess } from "./query-text.ts";
import {
  type CypherValue,
  DEFAULT_MAX_ROWS,
  DEFAULT_NEIGHBOUR_LIMIT,
  DEFAULT_SEARCH_LIMIT,
  DEFAULT_TIMEOUT_MS,
  type GraphStore,
  type QueryResult,
} from "./store.ts";

export interface Neo4jStoreOptions {
  /** `bolt://`, `neo4j://` and their forms with `+s` and `+ssc`. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Default: the home database of the user. */
  readonly database?: string;
}

const OLDEST_MAJOR = 5;
const CONNECTION_TIMEOUT_MS = 10_000;
/** Also covers a server that takes the connection and then says nothing. */
const ACQUISITION_TIMEOUT_MS = 15_000;
/** How long the driver tries again what a busy server has refused. */
const RETRY_MS = 15_000;

/**
 * A graph in Neo4j 5 or later, over Bolt. What others keep in the same database is left alone, as long as it does not
 * use the labels `Entity` and `Article`.
 *
 * Throws `DRIVER_MISSING`, `USAGE` for an address that is none, `STORE_UNAVAILABLE` when nobody answers or the server is
 * too old, and `STORE_AUTH` for a wrong user or password.
 */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<GraphStore> {
  const { uri, database } = options;
  const neo4j = await loadDriver();
  const driver = createDriver(neo4j, options);
  const target = database === undefined ? {} : { database };

  const inSession = async <Value>(
    mode: "READ" | "WRITE",
    cypher: string,
    work: (session: Session) => Promise<Value>,
  ): Promise<Value> => {
    const config: SessionConfig = { ...target, defaultAccessMode: mode };
    const session = driver.session(config);
    try {
      return await work(session);
    } catch (error) {
      throw toNeo4jError(error, uri, cypher);
    } finally {
      await session.close();
    }
  };
  const runIn =
    (mode: "READ" | "WRITE"): RunCypher =>
    (cypher, parameters = {}) =>
      inSession(mode, cypher, async (session) => {
        const converted = toParameter(neo4j, parameters) as RecordShape;
        const { records } = await (mode === "READ"
          ? session.executeRead((transaction) => transaction.run(cypher, converted))
          : session.executeWrite((transaction) => transaction.run(cypher, converted)));
        return records.map((record) => {
          const columns = record.keys.map((key) => [key, plainNeo4jValue(neo4j, record.get(key), String)]);
          return Object.fromEntries(columns) as Readonly<Record<string, CypherValue>>;
        });
      });
  const read = runIn("READ");
  const write = runIn("WRITE");

  try {
    await inSession("READ", "", (session) => checkServer(session, uri));
  } catch (error) {
    await driver.close();
    throw error;
  }

  return {
    id: "neo4j",
    features: { cypher: true, persistent: true },
    async write(graph, { replace = false, signal, onProgress } = {}) {
      signal?.throwIfAborted();
      await prepareSchema(write);
      const ids = new Set<string>();
      const onWritten = replace ? { onWritten: (id: string) => ids.add(id) } : {};
      const written = await writeGraph(write, graph, { fresh: false, signal, onProgress, ...onWritten });
      if (replace) await removeOthers(read, write, ids, signal);
      return written;
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
      return driver.close();
    },
  };
}

async function loadDriver(): Promise<Neo4jDriver> {
  try {
    return (await import("neo4j-driver")).default;
  } catch (error) {
    throw new DragomanError("DRIVER_MISSING", "the driver of Neo4j is not installed; run npm install neo4j-driver", {
      at: "neo4j-driver",
      cause: error,
    });
  }
}

function createDriver(neo4j: Neo4jDriver, { uri, username, password }: Neo4jStoreOptions): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
      maxTransactionRetryTime: RETRY_MS,
      userAgent: "dragoman",
      telemetryDisabled: true,
    });
  } catch (error) {
    throw new DragomanError("USAGE", "this is no address of Neo4j; NEO4J_URI is like bolt://localhost:7687", {
      at: addressOf(uri),
      cause: error,
    });
  }
}

/** Asks for nothing in particular: that shows address, user, database and version at once, and is never tried again. */
async function checkServer(session: Session, uri: string): Promise<void> {
  const { summary } = await session.run("RETURN 1");
  const { agent } = summary.server;
  if (isSupportedServer(agent)) return;
  throw new DragomanError("STORE_UNAVAILABLE", `the server is ${agent ?? "unknown"}; Neo4j 5 or later is needed`, {
    at: addressOf(uri),
  });
}

/** Whether a server that calls itself so (`Neo4j/5.26.0`) knows the statements of this store. */
export function isSupportedServer(agent: string | undefined): boolean {
  const major = /^Neo4j\/(\d+)\./.exec(agent ?? "")?.[1];
  return major !== undefined && Number(major) >= OLDEST_MAJOR;
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
        for (const record of ends.records) ids.set(String(record.get("element")), String(record.get("id")));
      }
      const idOf = (element: string): string => ids.get(element) ?? element;
      return { columns, rows: rows.map((row) => row.map((value) => plainNeo4jValue(neo4j, value, idOf))), truncated };
    },
    { timeout: timeoutMs },
  );
}

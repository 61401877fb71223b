import type { AuthToken, Driver, ManagedTransaction, Session } from "neo4j-driver";
import { DragomanError } from "../errors.ts";
import type { CypherRow, RunCypher } from "./cypher.ts";
import { addressOf, toNeo4jError } from "./neo4j-errors.ts";
import { type Neo4jDriver, plainNeo4jValue } from "./neo4j-values.ts";
import type { CypherValue } from "./store.ts";

/** As whom to come: a user with a password, or the bearer of a token of single sign-on. */
export type Neo4jIdentity = { readonly username: string; readonly password: string } | { readonly token: string };

export type Neo4jStoreOptions = Neo4jIdentity & {
  /** `bolt://`, `neo4j://` and their forms with `+s` and `+ssc`. */
  readonly uri: string;
  /** Default: the home database of the user. */
  readonly database?: string;
  /** How long something is tried again that a server refuses because it is busy, away or starting. Default: 15 000 ms. */
  readonly retryMs?: number;
};

export type AccessMode = "READ" | "WRITE";

/** Runs statements in one transaction. Parameters are as the driver takes them: see `toParameter`. */
export type Transact = <Value>(
  mode: AccessMode,
  work: (run: RunCypher) => Promise<Value>,
  onRetry?: () => void,
) => Promise<Value>;

/** A server that has answered. */
export interface Neo4jConnection {
  readonly neo4j: Neo4jDriver;
  readonly inSession: <Value>(
    mode: AccessMode,
    cypher: string,
    work: (session: Session) => Promise<Value>,
  ) => Promise<Value>;
  /** Runs something in a transaction of the driver, which tries again what may succeed later. Whatever is in it may so be run twice. */
  readonly transact: Transact;
  close(): Promise<void>;
}

const OLDEST = [5, 7] as const;
const CONNECTION_TIMEOUT_MS = 10_000;
/** Also covers a server that takes the connection and then says nothing. */
const ACQUISITION_TIMEOUT_MS = 15_000;
const RETRY_MS = 15_000;

/**
 * Connects, and asks for nothing in particular: that shows address, user, database and version at once.
 *
 * Throws `DRIVER_MISSING`, `USAGE` for an address that is none, `STORE_UNAVAILABLE` when nobody answers or the server is
 * too old, and `STORE_AUTH` for whom it does not let in.
 */
export async function connectNeo4j(options: Neo4jStoreOptions): Promise<Neo4jConnection> {
  const { uri, database } = options;
  const neo4j = await loadDriver();
  const driver = createDriver(neo4j, options);
  // What is read is never older than what was written before, whichever member of a cluster answers.
  const bookmarkManager = neo4j.bookmarkManager();
  const target = { bookmarkManager, ...(database === undefined ? {} : { database }) };

  const inSession: Neo4jConnection["inSession"] = async (mode, cypher, work) => {
    const session = driver.session({ ...target, defaultAccessMode: mode });
    try {
      return await work(session);
    } catch (error) {
      throw toNeo4jError(error, uri, cypher);
    } finally {
      await session.close();
    }
  };
  const transact: Transact = (mode, work, onRetry) => {
    let attempts = 0;
    const attempt = (transaction: ManagedTransaction): ReturnType<typeof work> => {
      attempts += 1;
      if (attempts > 1) onRetry?.();
      return work((cypher, parameters = {}) => runIn(neo4j, transaction, cypher, parameters));
    };
    return inSession(mode, "", (session) =>
      mode === "READ" ? session.executeRead(attempt) : session.executeWrite(attempt),
    );
  };
  try {
    await inSession("READ", "", (session) => checkServer(session, uri));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return { neo4j, inSession, transact, close: () => driver.close() };
}

async function runIn(
  neo4j: Neo4jDriver,
  transaction: ManagedTransaction,
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly CypherRow[]> {
  const { records } = await transaction.run(cypher, parameters);
  return records.map((record) => {
    const columns = record.keys.map((key) => [key, plainNeo4jValue(neo4j, record.get(key), String)]);
    return Object.fromEntries(columns) as Readonly<Record<string, CypherValue>>;
  });
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

function createDriver(neo4j: Neo4jDriver, options: Neo4jStoreOptions): Driver {
  const { uri, retryMs = RETRY_MS } = options;
  try {
    return neo4j.driver(uri, authOf(neo4j, options), {
      // Numbers of JavaScript would make an infinity of what is too large for them.
      useBigInt: true,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
      maxTransactionRetryTime: retryMs,
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

function authOf(neo4j: Neo4jDriver, identity: Neo4jIdentity): AuthToken {
  return "token" in identity
    ? neo4j.auth.bearer(identity.token)
    : neo4j.auth.basic(identity.username, identity.password);
}

async function checkServer(session: Session, uri: string): Promise<void> {
  const { summary } = await session.run("RETURN 1");
  const { agent } = summary.server;
  if (isSupportedServer(agent)) return;
  throw new DragomanError(
    "STORE_UNAVAILABLE",
    `the server is ${agent ?? "unknown"}; Neo4j ${OLDEST.join(".")} or later is needed`,
    { at: addressOf(uri) },
  );
}

/** Whether a server that calls itself so (`Neo4j/5.26.0`) knows the statements of this store: 5.7 brought unique relationships. */
export function isSupportedServer(agent: string | undefined): boolean {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent ?? "") ?? [];
  if (major === undefined) return false;
  return Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]);
}

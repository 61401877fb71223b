import { DragomanError } from "../errors.ts";
import { type Neo4jStore, openNeo4jStore } from "../stores/neo4j.ts";
import type { Neo4jIdentity, Neo4jStoreOptions } from "../stores/neo4j-connection.ts";

/**
 * Connects to the Neo4j that the environment names: `NEO4J_URI` or `uri`, `NEO4J_USERNAME` and `NEO4J_PASSWORD`, or
 * `NEO4J_TOKEN`, and `NEO4J_DATABASE`. Secrets come from the environment only: a command line is seen by every user of the
 * machine.
 *
 * Throws `USAGE` where no address is given, or one that holds a password; `STORE_UNAVAILABLE` and `STORE_AUTH`.
 */
export async function openNeo4j(
  uri: string | undefined,
  options: Pick<Neo4jStoreOptions, "retryMs"> = {},
): Promise<Neo4jStore> {
  const { NEO4J_URI, NEO4J_DATABASE } = process.env;
  const address = uri ?? NEO4J_URI ?? "";
  if (address === "") {
    throw new DragomanError("USAGE", "no Neo4j is named; set NEO4J_URI, for example to neo4j://localhost:7687");
  }
  if (/^[^/]*\/\/[^/]*@/.test(address)) {
    throw new DragomanError(
      "USAGE",
      "the address of Neo4j holds a user or a password; set NEO4J_USERNAME and NEO4J_PASSWORD instead",
    );
  }
  const database = NEO4J_DATABASE === undefined || NEO4J_DATABASE === "" ? {} : { database: NEO4J_DATABASE };
  return await openNeo4jStore({ uri: address, ...identityOf(process.env), ...database, ...options });
}

/** A variable that is empty is one that is not set. */
function identityOf({ NEO4J_USERNAME = "", NEO4J_PASSWORD = "", NEO4J_TOKEN = "" }: NodeJS.ProcessEnv): Neo4jIdentity {
  // A server without authentication takes any.
  const username = NEO4J_USERNAME === "" ? "neo4j" : NEO4J_USERNAME;
  if (NEO4J_TOKEN === "") return { username, password: NEO4J_PASSWORD };
  if (NEO4J_PASSWORD === "") return { token: NEO4J_TOKEN };
  throw new DragomanError("USAGE", "NEO4J_TOKEN and NEO4J_PASSWORD are both set; unset the one that is not to be used");
}

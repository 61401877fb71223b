import { DragomanError } from "../errors.ts";
import { openNeo4jStore } from "../stores/neo4j.ts";
import type { GraphStore } from "../stores/store.ts";

/**
 * Connects to the Neo4j that the environment names: `NEO4J_URI` or `uri`, `NEO4J_USERNAME`, `NEO4J_PASSWORD`,
 * `NEO4J_DATABASE`. A password comes from the environment only: a command line is seen by every user of the machine.
 *
 * Throws `USAGE` where no address is given, or one that holds a password; `STORE_UNAVAILABLE` and `STORE_AUTH`.
 */
export async function openNeo4j(uri: string | undefined): Promise<GraphStore> {
  const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
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
  return await openNeo4jStore({
    uri: address,
    username: NEO4J_USERNAME ?? "neo4j",
    // A server without authentication takes any.
    password: NEO4J_PASSWORD ?? "",
    ...(NEO4J_DATABASE === undefined ? {} : { database: NEO4J_DATABASE }),
  });
}

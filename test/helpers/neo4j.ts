import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { inject } from "vitest";
import type { Neo4jConnection } from "./neo4j-server.ts";
import type { Neo4jAnswer } from "./neo4j-setup.ts";

/** A real Neo4j, empty, for this test file alone until it is released. */
export interface Neo4jLease {
  readonly connection: Neo4jConnection;
  release(): void;
}

/** There is no Neo4j on this machine; the reason has been printed. */
export interface Neo4jAbsence {
  readonly skip: string;
}

/**
 * Waits for a turn on the Neo4j of this run, which starts with the first call. Call it once at the top of a test file
 * and release it in `afterAll`. Where Neo4j cannot be had it says so, and fails with `CI=true`.
 *
 * @example
 * const neo4j = await leaseNeo4j();
 * describe.skipIf("skip" in neo4j)("on Neo4j", () => { … });
 */
export async function leaseNeo4j(): Promise<Neo4jLease | Neo4jAbsence> {
  const { port, token } = inject("neo4j");
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(`${token}\n`);
  for await (const line of createInterface(socket)) {
    const answer = JSON.parse(line) as Neo4jAnswer;
    if ("connection" in answer) return { connection: answer.connection, release: () => socket.destroy() };
    socket.destroy();
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }
  throw new Error("the process that lends Neo4j has closed the connection");
}

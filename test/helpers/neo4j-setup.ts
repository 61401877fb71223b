import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import neo4j from "neo4j-driver";
import type { TestProject } from "vitest/node";
import { type Neo4jConnection, type Neo4jServer, startNeo4j, whyNoServer } from "./neo4j-server.ts";

/**
 * One Neo4j for a whole run of the tests: a global setup of vitest.
 *
 * The server starts when the first test file asks for it, so a run that needs none waits for none. Files run in several
 * processes and the Community edition has one database, so this process lends it to one file at a time: a file holds a
 * connection to it (`leaseNeo4j` in neo4j.ts) and gives the database back by closing that, or by dying.
 */

/** Where a test file asks for the database. The token keeps other users of the machine from asking. */
export interface Neo4jLender {
  readonly port: number;
  readonly token: string;
}

/** What a test file is told, as one line of JSON. */
export type Neo4jAnswer =
  | { readonly connection: Neo4jConnection }
  | { readonly skip: string }
  | { readonly error: string };

declare module "vitest" {
  interface ProvidedContext {
    neo4j: Neo4jLender;
  }
}

let lender: Server | undefined;
let started: Promise<Neo4jAnswer> | undefined;
let ownServer: Neo4jServer | undefined;

export async function setup(project: TestProject): Promise<void> {
  const token = randomBytes(18).toString("base64url");
  let turn: Promise<unknown> = Promise.resolve();
  lender = createServer((socket) => {
    const closed = once(socket, "close");
    socket.on("error", () => socket.destroy());
    turn = turn.then(() => lend(socket, token, closed)).catch(() => socket.destroy());
  });
  lender.listen(0, "127.0.0.1");
  await once(lender, "listening");
  const address = lender.address();
  if (address === null || typeof address === "string") throw new Error("a listening server has no port");
  project.provide("neo4j", { port: address.port, token });
}

export async function teardown(): Promise<void> {
  lender?.close();
  await ownServer?.stop();
}

async function lend(socket: Socket, token: string, closed: Promise<unknown>): Promise<void> {
  if (socket.destroyed) return;
  for await (const line of createInterface(socket)) {
    if (line !== token) break;
    started ??= start();
    const answer = await started.then(emptied);
    socket.write(`${JSON.stringify(answer)}\n`);
    await closed;
    return;
  }
  socket.destroy();
}

async function start(): Promise<Neo4jAnswer> {
  const uri = process.env["NEO4J_URI"];
  if (uri !== undefined && uri !== "") return givenServer(uri);
  const reason = await whyNoServer();
  if (reason !== undefined) return without(reason);
  try {
    ownServer = await startNeo4j();
    return { connection: ownServer.connection };
  } catch (error) {
    return without(error instanceof Error ? error.message : String(error));
  }
}

/** Tests delete everything, so somebody's own server is only used while there is nothing on it. */
async function givenServer(uri: string): Promise<Neo4jAnswer> {
  const connection: Neo4jConnection = {
    uri,
    username: process.env["NEO4J_USERNAME"] ?? "neo4j",
    password: process.env["NEO4J_PASSWORD"] ?? "",
    database: process.env["NEO4J_DATABASE"] ?? "neo4j",
  };
  try {
    const nodes = await runQuery(connection, "MATCH (n) RETURN count(n) AS nodes");
    if (nodes === 0) return { connection };
    return {
      error: `the database of NEO4J_URI holds ${String(nodes)} nodes; the tests delete everything, so give them an empty one`,
    };
  } catch (error) {
    return { error: `NEO4J_URI does not answer: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function without(reason: string): Neo4jAnswer {
  if (process.env["CI"] === "true") return { error: `CI tests need Neo4j, but ${reason}` };
  process.stderr.write(`The tests on Neo4j are skipped: ${reason}\n`);
  return { skip: reason };
}

async function emptied(answer: Neo4jAnswer): Promise<Neo4jAnswer> {
  if ("connection" in answer) await runQuery(answer.connection, "MATCH (n) DETACH DELETE n");
  return answer;
}

async function runQuery(connection: Neo4jConnection, cypher: string): Promise<unknown> {
  const { uri, username, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
  try {
    const { records } = await driver.executeQuery(cypher, {}, { database });
    return records[0]?.get(0);
  } finally {
    await driver.close();
  }
}

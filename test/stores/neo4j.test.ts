import { once } from "node:events";
import { createServer, type Server } from "node:net";
import neo4jDriver from "neo4j-driver";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import { isSupportedServer, type Neo4jStoreOptions } from "../../src/stores/neo4j-connection.ts";
import type { CypherNode, GraphStore } from "../../src/stores/store.ts";
import { edgePage, nodePage } from "../../src/stores/neo4j-write.ts";
import { edge, entity, sampleGraph } from "../helpers/graph.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";

/** What the store on Neo4j must do beyond the contract: connections, and databases that it shares with others. */

const SECRET = "not-the-password";
const nobody: Neo4jStoreOptions = { uri: "bolt://127.0.0.1:1", username: "neo4j", password: SECRET };

/** A server of something else, which answers every connection in this way. */
async function serverThatSays(answer: (data: Buffer) => string | Buffer): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.on("data", (data) => socket.end(answer(data)));
  });
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `bolt://127.0.0.1:${address.port}`;
}

async function failureOf(options: Neo4jStoreOptions): Promise<unknown> {
  return openNeo4jStore(options).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("who cannot be reached is named, with what to do", () => {
  test("nobody listens", async () => {
    const error = await failureOf(nobody);
    expect(error).toMatchObject({ code: "STORE_UNAVAILABLE", at: "bolt://127.0.0.1:1" });
    expect(error).toMatchObject({ message: expect.stringMatching(/ECONNREFUSED.*NEO4J_URI/s) });
  });

  test("there is no such machine", async () => {
    const uri = "neo4j://nowhere.invalid:7687";
    expect(await failureOf({ ...nobody, uri })).toMatchObject({ code: "STORE_UNAVAILABLE", at: uri });
  });

  test("a web server answers", async () => {
    const uri = await serverThatSays(() => "HTTP/1.1 400 Bad Request\r\n\r\n");
    expect(await failureOf({ ...nobody, uri })).toMatchObject({ code: "STORE_UNAVAILABLE", at: uri });
  });

  test("a server answers that is too old to have a version in common", async () => {
    const uri = await serverThatSays(() => Buffer.alloc(4));
    expect(await failureOf({ ...nobody, uri })).toMatchObject({ code: "STORE_UNAVAILABLE", at: uri });
  });

  test.each(["http://127.0.0.1:7474", "localhost", ""])("%j is no address", async (uri) => {
    expect(await failureOf({ ...nobody, uri })).toMatchObject({
      code: "USAGE",
      message: expect.stringContaining("bolt://localhost:7687"),
    });
  });

  test.each([
    `bolt://someone:${SECRET}@127.0.0.1:1`,
    `http://some@one:/${SECRET}@127.0.0.1`,
    `http://someone:${SECRET}@127.0.0.1`,
  ])("no message shows a password (%s)", async (uri) => {
    const error = await failureOf({ ...nobody, uri });
    expect(error).toMatchObject({ message: expect.stringContaining("127.0.0.1") });
    expect(String(error)).not.toContain(SECRET);
  });
});

test.each([
  ["Neo4j/5.26.30", true],
  ["Neo4j/5.7.0", true],
  ["Neo4j/5.6.0", false],
  ["Neo4j/2025.10.1", true],
  ["Neo4j/4.4.40", false],
  ["Something/9.0.0", false],
  [undefined, false],
])("a server that calls itself %s is supported: %s", (agent, supported) => {
  expect(isSupportedServer(agent)).toBe(supported);
});

const neo4j = await leaseNeo4j();

describe.skipIf("skip" in neo4j)("on a server", () => {
  if ("skip" in neo4j) return;
  const { connection } = neo4j;
  afterAll(() => neo4j.release());

  /** Runs a statement as somebody else would who shares the database. */
  const run = async (cypher: string): Promise<readonly unknown[][]> => {
    const { uri, username, password, database } = connection;
    const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password), {
      disableLosslessIntegers: true,
    });
    try {
      const { records } = await driver.executeQuery(cypher, {}, { database });
      return records.map((record) => [...record.values()]);
    } finally {
      await driver.close();
    }
  };
  /** The steps by which the server would answer. */
  const planOf = async (cypher: string): Promise<string> => {
    const { uri, username, password, database } = connection;
    const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password));
    try {
      const { summary } = await driver.executeQuery(`EXPLAIN ${cypher}`, {}, { database });
      return JSON.stringify(summary.plan);
    } finally {
      await driver.close();
    }
  };
  const open = async (): Promise<GraphStore> => {
    const store = await openNeo4jStore(connection);
    onTestFinished(() => store.close());
    return store;
  };

  beforeEach(async () => {
    await run("MATCH (n) DETACH DELETE n");
  });

  test("a wrong password is told from a server that is away", async () => {
    const error = await failureOf({ ...connection, password: SECRET });
    expect(error).toMatchObject({ code: "STORE_AUTH", message: expect.stringContaining("NEO4J_PASSWORD") });
    expect(String(error)).not.toContain(SECRET);
  });

  test("a database that is not there is named", async () => {
    expect(await failureOf({ ...connection, database: "nothing" })).toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/nothing.*NEO4J_DATABASE/s),
    });
  });

  test("the database of the user is taken where none is named", async () => {
    const { uri, username, password } = connection;
    const store = await openNeo4jStore({ uri, username, password });
    onTestFinished(() => store.close());
    await store.write(sampleGraph());
    expect(await run("MATCH (n:Entity) RETURN count(n)")).toEqual([[8]]);
  });

  test("ids are unique by constraint, names and dates are indexed", async () => {
    const store = await open();
    await store.write(sampleGraph());
    const constraints = await run(
      "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties WHERE name STARTS WITH 'dragoman' RETURN labelsOrTypes, properties, type",
    );
    expect(constraints).toEqual(
      expect.arrayContaining([
        [["Article"], ["id"], "UNIQUENESS"],
        [["Entity"], ["id"], "UNIQUENESS"],
        [["SPOKE_WITH"], ["id"], "RELATIONSHIP_UNIQUENESS"],
        [["MENTIONED_IN"], ["id"], "RELATIONSHIP_UNIQUENESS"],
      ]),
    );
    const others = await run(
      "SHOW INDEXES YIELD name, labelsOrTypes, properties, state, type, owningConstraint WHERE owningConstraint IS NULL AND name STARTS WITH 'dragoman' RETURN labelsOrTypes, properties, state, type",
    );
    expect(others).toEqual(
      expect.arrayContaining([
        [["Entity", "Article"], ["label", "aliases"], "ONLINE", "FULLTEXT"],
        [["Entity"], ["dateFrom"], "ONLINE", "RANGE"],
        [["Entity"], ["dateTo"], "ONLINE", "RANGE"],
        [["SPOKE_WITH"], ["dateFrom"], "ONLINE", "RANGE"],
        [["SPOKE_WITH"], ["dateTo"], "ONLINE", "RANGE"],
      ]),
    );
    expect(others.filter(([types]) => String(types) === "MENTIONED_IN")).toEqual([]);
  });

  test("what is there is read by the index in its order, and nothing is sorted", async () => {
    const store = await open();
    await store.write(sampleGraph());
    for (const cypher of [nodePage("Entity"), edgePage("SPOKE_WITH")]) {
      const plan = await planOf(cypher.replace("$after", "''").replace("toInteger($limit)", "10"));
      expect(plan).toContain("IndexSeekByRange");
      expect(plan).not.toMatch(/"(?:Top|Sort)/);
    }
  });

  test("a range of dates is answered by the index", async () => {
    const store = await open();
    await store.write(sampleGraph());
    for (const cypher of [
      "MATCH (e:Entity) WHERE e.dateFrom >= date('2022-05-01') RETURN e.id",
      "MATCH ()-[r:SPOKE_WITH]->() WHERE r.dateFrom >= date('2022-05-01') RETURN r.id",
    ]) {
      expect(await planOf(cypher), cypher).toContain("IndexSeekByRange");
    }
  });

  test("types are those of Neo4j: dates, integers, and floats that are floats when they are whole", async () => {
    await (await open()).write(sampleGraph());
    expect(
      await run(`MATCH ()-[r {id: 'fact:01'}]->() RETURN valueType(r.dateFrom), valueType(r.date), valueType(r.confidence),
valueType(r.weight), valueType(r.starts), valueType(r.quotes)`),
    ).toEqual([
      [
        "DATE NOT NULL",
        "STRING NOT NULL",
        "FLOAT NOT NULL",
        "INTEGER NOT NULL",
        "LIST<INTEGER NOT NULL> NOT NULL",
        "LIST<STRING NOT NULL> NOT NULL",
      ],
    ]);
  });

  test("what others keep in the database is left alone, also by replace", async () => {
    const store = await open();
    await store.write(sampleGraph());
    await run(`MATCH (p:Person {id: 'person:antony-blinken'})
CREATE (:Note {id: 'note:1', text: 'mine'})-[:ABOUT {since: 2020}]->(p), (p)-[:KNOWS {since: 2020}]->(:Other)`);
    expect(await store.counts()).toMatchObject({ nodes: 10, edges: 11 });
    const graph = createGraph([entity("person:antony-blinken"), entity("b")], [edge("fact:x", "b", "MET", "b")]);
    await store.write(graph, { replace: true });
    expect(await store.counts()).toEqual({ nodes: 2, edges: 1, kinds: { Person: 2 }, relations: { MET: 1 } });
    expect(await run("MATCH (n:Note)-[r:ABOUT]->(p)-[k:KNOWS]->(:Other) RETURN n.text, r.since, k.since")).toEqual([
      ["mine", 2020, 2020],
    ]);
  });

  test("what others tie to a node has ends with names, also where those have no id", async () => {
    const store = await open();
    await store.write(sampleGraph());
    await run("MATCH (p:Person {id: 'person:antony-blinken'}) CREATE (p)-[:HAS]->(:Note)");
    const { rows } = (await store.query?.("MATCH ()-[r:HAS]->(n) RETURN r, n")) ?? {};
    const [[has, note] = []] = rows ?? [];
    expect(has).toMatchObject({ source: "person:antony-blinken", target: (note as CypherNode).id });
    expect((note as CypherNode).id).toMatch(/\d/);
  });

  test("search in a database that was never written to finds nothing", async () => {
    await run("DROP INDEX dragoman_names IF EXISTS");
    expect(await (await open()).search("Blinken")).toEqual([]);
  });

  test("a statement that only runs outside a transaction is refused like one that writes", async () => {
    const store = await open();
    for (const cypher of [
      "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS",
      "CREATE USER x SET PASSWORD 'long enough'",
    ]) {
      await expect(store.query?.(cypher)).rejects.toMatchObject({ code: "QUERY_INVALID" });
    }
  });

  test("a query that was stopped does not go on running on the server", async () => {
    const store = await open();
    const endless =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)";
    await expect(
      store.query?.(endless, {}, { signal: AbortSignal.timeout(200), timeoutMs: 3_600_000 }),
    ).rejects.toMatchObject({
      name: "TimeoutError",
    });
    const running =
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'range(1, 100000)' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)";
    await expect.poll(() => run(running)).toEqual([[0]]);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/server/app.ts";
import type { Problem, QueryResult } from "../../src/server/contract.ts";
import { serve, type Served } from "../../src/server/serve.ts";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import type { GraphStore } from "../../src/stores/store.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";
import { servedSource } from "../helpers/served-graph.ts";

const neo4j = await leaseNeo4j();
const folder = mkdtempSync(join(tmpdir(), "dragoman-test-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
  if (!("skip" in neo4j)) neo4j.release();
});

const STORES: readonly {
  readonly name: string;
  readonly skip: boolean;
  readonly open: () => Promise<GraphStore>;
}[] = [
  { name: "the embedded store", skip: false, open: () => openEmbeddedStore({ path: join(folder, "store") }) },
  {
    name: "Neo4j",
    skip: "skip" in neo4j,
    open: () => ("skip" in neo4j ? Promise.reject(new Error(neo4j.skip)) : openNeo4jStore(neo4j.connection)),
  },
];

/** What nobody may do through the API. */
const REFUSED: readonly string[] = [
  "CREATE (n:Entity {id: 'x'})",
  "create (n:Entity {id: 'x'}) return n",
  "/* RETURN 1 */ CREATE (n:Entity {id: 'x'}) // RETURN 1",
  "MERGE (n:Entity {id: 'x'}) RETURN n",
  "MATCH (n:Person) SET n.label = 'x'",
  "MATCH (n:Person) SET n += {label: 'x'} RETURN n",
  "MATCH (n:Person) REMOVE n.label",
  "MATCH (n:Person) DETACH DELETE n",
  "MATCH ()-[r]->() DELETE r",
  "MATCH (n:Person) FOREACH (x IN [1] | SET n.label = 'x')",
  "UNWIND [1] AS x CREATE (n:Entity {id: 'x'})",
  "RETURN 1 AS n UNION CREATE (n:Entity {id: 'x'}) RETURN n",
  "CALL { CREATE (n:Entity {id: 'x'}) RETURN n } RETURN n",
  "MATCH (p:Person) CALL { WITH p SET p.label = 'x' RETURN 1 AS one } RETURN one",
  "MATCH (p:Person) CALL { WITH p DETACH DELETE p } IN TRANSACTIONS",
  "CREATE INDEX x FOR (n:Entity) ON (n.label)",
  "DROP CONSTRAINT x",
  "CALL db.createLabel('X')",
  "CALL db.createProperty('x')",
  "CALL db.index.fulltext.createNodeIndex('x', ['Entity'], ['label'])",
  "CALL dbms.security.createUser('x', 'y', false)",
  "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
  "CALL { LOAD CSV FROM 'http://127.0.0.1/' AS row RETURN row } RETURN row",
  "LOAD /* a comment */ CSV FROM 'file:///etc/passwd' AS row RETURN row",
];

const ENDLESS =
  "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN sum(a * b * c)";

describe.each(STORES)("Cypher through the API, on $name", ({ skip, open }) => {
  let store: GraphStore;
  let served: Served;
  /** What the store was asked last. */
  let last: Promise<unknown> | undefined;
  beforeAll(async () => {
    if (skip) return;
    store = await open();
    const source = servedSource();
    await store.write(source.graph, { replace: true });
    const { query } = store;
    if (query === undefined) throw new Error("the store answers no queries");
    const answer: typeof query = (...asked) => {
      const answered = query(...asked);
      last = answered;
      return answered;
    };
    served = await serve({ app: createApp({ ...source, query: answer }), port: 0 });
  }, 60_000);
  afterAll(async () => {
    await served?.close();
    await store?.close();
  });

  const ask = (body: unknown, signal?: AbortSignal): Promise<Response> =>
    fetch(`${served.url}api/query`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });

  it.skipIf(skip)("reads", async () => {
    const response = await ask({
      query: "MATCH (n:Person {id: $id}) RETURN n.label",
      parameters: { id: "person:imran-khan" },
    });
    expect((await response.json()) as QueryResult).toMatchObject({ rows: [["Imran Khan"]], truncated: false });
    const cut = (await (await ask({ query: "UNWIND range(1, 100) AS n RETURN n", limit: 3 })).json()) as QueryResult;
    expect(cut).toEqual({ columns: ["n"], rows: [[1], [2], [3]], truncated: true });
  });

  it.skipIf(skip)("changes nothing, whatever it is asked", async () => {
    const before = await store.counts();
    for (const query of REFUSED) {
      const response = await ask({ query });
      const { code, detail } = (await response.json()) as Problem;
      expect([query, response.status, code]).toEqual([query, 400, "QUERY_INVALID"]);
      expect(detail, query).not.toContain("root:");
    }
    expect(await store.counts()).toEqual(before);
    const labels = await ask({ query: "MATCH (n) WHERE n.label = 'x' OR n.id = 'x' RETURN count(n) AS n" });
    expect(((await labels.json()) as QueryResult).rows).toEqual([[0]]);
  });

  it.skipIf(skip)("takes values of parameters for values", async () => {
    const name = "x'}) DETACH DELETE n //";
    const response = await ask({ query: "MATCH (n:Person {label: $name}) RETURN n", parameters: { name } });
    expect([response.status, ((await response.json()) as QueryResult).rows]).toEqual([200, []]);
  });

  it.skipIf(skip)("ends what runs too long, and goes on answering", async () => {
    const began = performance.now();
    const response = await ask({ query: ENDLESS, timeout: 1 });
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([422, "QUERY_LIMIT"]);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await ask({ query: "RETURN 1 AS one" })).status).toBe(200);
  });

  it.skipIf(skip)("ends what nobody waits for any more", async () => {
    const gone = new AbortController();
    const asked = ask({ query: ENDLESS }, gone.signal);
    setTimeout(() => gone.abort(), 500);
    await expect(asked).rejects.toThrow("aborted");
    await expect(last).rejects.toThrow(/./);
    expect((await ask({ query: "RETURN 1 AS one" })).status).toBe(200);
  });
});

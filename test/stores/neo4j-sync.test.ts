import neo4jDriver from "neo4j-driver";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { type Neo4jStore, openNeo4jStore } from "../../src/stores/neo4j.ts";
import { article, edge, entity, evidence, ringGraph, sampleGraph } from "../helpers/graph.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";

/** Bringing Neo4j in line with a graph: what is written, what is not, and what is taken away. */

const neo4j = await leaseNeo4j();
const nothing = { made: 0, changed: 0, gone: 0, removed: 0 };

describe.skipIf("skip" in neo4j)("sync", () => {
  if ("skip" in neo4j) return;
  const { connection } = neo4j;
  const { uri, username, password, database } = connection;
  const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password), { disableLosslessIntegers: true });
  afterAll(async () => {
    await driver.close();
    neo4j.release();
  });

  const run = async (cypher: string): Promise<readonly unknown[][]> => {
    const { records } = await driver.executeQuery(cypher, {}, { database });
    return records.map((record) => [...record.values()]);
  };
  const open = async (): Promise<Neo4jStore> => {
    const store = await openNeo4jStore(connection);
    onTestFinished(() => store.close());
    return store;
  };
  /** The state of the database: whatever is written to it makes another one. */
  const stateOf = async (): Promise<string> => {
    const session = driver.session({ database, defaultAccessMode: "READ" });
    await session.executeRead((transaction) => transaction.run("RETURN 1"));
    await session.close();
    return session.lastBookmarks().join();
  };

  beforeEach(async () => {
    await run("MATCH (n) DETACH DELETE n");
  });

  test("the same graph again writes nothing at all", async () => {
    const store = await open();
    const graph = sampleGraph();
    const empty = await stateOf();
    const counts = { nodes: { ...nothing, total: 10 }, edges: { ...nothing, total: 11 } };
    expect(await store.sync(graph)).toEqual({
      nodes: { ...counts.nodes, made: 10 },
      edges: { ...counts.edges, made: 11 },
    });
    const before = await stateOf();
    expect(before).not.toBe(empty);
    expect(await store.sync(graph)).toEqual(counts);
    expect(await store.sync(graph, { prune: true })).toEqual(counts);
    expect(await stateOf()).toBe(before);
  });

  test("what is new, changed and gone is counted by a dry run, done by a load, and then nothing is left to do", async () => {
    const store = await open();
    const nodes = ["a", "b", "c", "d"].map((id) => entity(id));
    await store.sync(
      createGraph(nodes, [
        edge("fact:1", "a", "MET", "b"),
        edge("fact:2", "b", "MET", "c"),
        edge("fact:3", "c", "SUPPORTS", "d"),
      ]),
    );
    const next = createGraph(
      [entity("a"), entity("b", { mentions: 7 }), entity("c", { kind: "Government" }), entity("e"), article("x")],
      [
        edge("fact:1", "a", "MET", "b", { evidence: [evidence("They met.")] }),
        edge("fact:2", "a", "MET", "c"),
        edge("fact:4", "e", "MENTIONED_IN", "x"),
      ],
    );
    const found = {
      nodes: { total: 5, made: 2, changed: 2, gone: 1, removed: 1 },
      edges: { total: 3, made: 1, changed: 2, gone: 1, removed: 1 },
    };
    const before = await stateOf();
    expect(await store.sync(next, { dryRun: true, prune: true })).toEqual(found);
    const without = { nodes: { ...found.nodes, removed: 0 }, edges: { ...found.edges, removed: 0 } };
    expect(await store.sync(next, { dryRun: true })).toEqual(without);
    expect(await stateOf()).toBe(before);

    expect(await store.sync(next)).toEqual(without);
    expect(await store.counts()).toMatchObject({ nodes: 6, edges: 4 });
    expect(await store.sync(next, { prune: true })).toEqual({
      nodes: { ...nothing, total: 5, gone: 1, removed: 1 },
      edges: { ...nothing, total: 3, gone: 1, removed: 1 },
    });
    expect(await store.counts()).toEqual({
      nodes: 5,
      edges: 3,
      kinds: { Article: 1, Government: 1, Person: 3 },
      relations: { MENTIONED_IN: 1, MET: 2 },
    });
    expect(await run("MATCH (n:Entity) WHERE n.kind = 'Government' RETURN labels(n)")).toEqual([
      [["Entity", "Government"]],
    ]);
    expect(await run("MATCH (a)-[r:MET {id: 'fact:2'}]->(b) RETURN a.id, b.id")).toEqual([["a", "c"]]);
  });

  test("a dry run in a database that was never written to makes no index, and counts all as new", async () => {
    for (const [name] of await run("SHOW CONSTRAINTS YIELD name")) await run(`DROP CONSTRAINT ${String(name)}`);
    const store = await open();
    expect(await store.sync(sampleGraph(), { dryRun: true })).toMatchObject({
      nodes: { made: 10 },
      edges: { made: 11 },
    });
    expect(await run("SHOW CONSTRAINTS YIELD name")).toEqual([]);
    expect(await store.counts()).toMatchObject({ nodes: 0 });
  });

  test("only what this program wrote is pruned", async () => {
    const store = await open();
    await store.sync(sampleGraph());
    await run(`CREATE (:Entity {id: 'mine:1'})-[:SPOKE_WITH {id: 'mine:2'}]->(:Entity {id: 'mine:3'})`);
    await run("MATCH (p {id: 'gov:PK'}) CREATE (:Note)-[:ABOUT]->(p)");
    const { nodes, edges } = await store.sync(createGraph([entity("a")], []), { prune: true });
    expect(nodes).toEqual({ total: 1, made: 1, changed: 0, gone: 10, removed: 9 });
    expect(edges).toEqual({ total: 0, made: 0, changed: 0, gone: 11, removed: 11 });
    expect(await run("MATCH (n) RETURN coalesce(n.id, 'note') AS id ORDER BY id")).toEqual(
      ["a", "gov:PK", "mine:1", "mine:3", "note"].map((id) => [id]),
    );
    expect(await run("MATCH ()-[r]->() RETURN type(r) AS type ORDER BY type")).toEqual([["ABOUT"], ["SPOKE_WITH"]]);
  });

  test("what somebody has deleted there comes back, of several pages and batches", async () => {
    const store = await open();
    const graph = ringGraph(4500);
    await store.sync(graph);
    await run("MATCH (n:Entity) WHERE toInteger(right(n.id, 6)) % 1000 = 7 DETACH DELETE n");
    expect(await store.sync(graph)).toEqual({
      nodes: { ...nothing, total: 4500, made: 5 },
      edges: { ...nothing, total: 4500, made: 10 },
    });
    expect(await store.counts()).toMatchObject({ nodes: 4500, edges: 4500 });
  });

  test("two loads at once make every node and edge once", async () => {
    const graph = ringGraph(3000);
    const stores = [await open(), await open()];
    await Promise.all(stores.map((store) => store.sync(graph)));
    expect(await run("MATCH (n:Entity) RETURN count(n), count(DISTINCT n.id)")).toEqual([[3000, 3000]]);
    expect(await run("MATCH ()-[r:KNOWS]->() RETURN count(r), count(DISTINCT r.id)")).toEqual([[3000, 3000]]);
  });

  test("the hash is no property of a node or edge that a query answers", async () => {
    const store = await open();
    await store.sync(sampleGraph());
    const answer = await store.query?.("MATCH p = (n)-[r]->(m) RETURN n, r, p LIMIT 3");
    expect(JSON.stringify(answer)).not.toContain("dragomanHash");
    expect(await run("MATCH (n) WHERE n.dragomanHash IS NULL RETURN count(n)")).toEqual([[0]]);
  });

  test("a graph that is not sorted is refused before anything of it is taken away", async () => {
    const store = await open();
    await store.sync(createGraph([entity("a"), entity("b")], []));
    const unsorted = { nodes: () => [entity("b"), entity("a")], edges: () => [] };
    await expect(store.sync(unsorted, { prune: true })).rejects.toThrow(/sorted/);
    expect(await store.counts()).toMatchObject({ nodes: 2 });
  });
});

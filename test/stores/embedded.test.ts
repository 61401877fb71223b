import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { type EmbeddedStoreOptions, openEmbeddedStore } from "../../src/stores/embedded.ts";
import { openForWriting } from "../../src/stores/grafeo.ts";
import { createGrafeoReader } from "../../src/stores/grafeo-reader.ts";
import type { GraphStore, QueryOptions, QueryResult } from "../../src/stores/store.ts";
import { entity, ringGraph, sampleGraph } from "../helpers/graph.ts";
import { tempFolder } from "../helpers/temp.ts";

/** What the embedded store must do beyond the contract: files, processes, and the limits of its engine. */

async function open(path: string, options: Partial<EmbeddedStoreOptions> = {}): Promise<GraphStore> {
  const store = await openEmbeddedStore({ path, ...options });
  onTestFinished(() => store.close());
  return store;
}

async function ask(store: GraphStore, cypher: string, options?: QueryOptions): Promise<QueryResult> {
  if (store.query === undefined) throw new Error("no Cypher");
  return store.query(cypher, {}, options);
}

const newPath = (): string => join(tempFolder(), "store");

test("what was written is there when the file is opened again", async () => {
  const path = newPath();
  const writer = await openEmbeddedStore({ path });
  await writer.write(sampleGraph());
  await writer.close();
  expect(readdirSync(dirname(path))).toEqual(["store"]);
  expect(await (await open(path, { readOnly: true })).counts()).toMatchObject({ nodes: 10, edges: 11 });
});

test("whoever reads sees what another one has written since", async () => {
  const path = newPath();
  const writer = await open(path);
  const reader = await open(path, { readOnly: true });
  await writer.write(createGraph([entity("a")], []));
  expect(await reader.counts()).toMatchObject({ nodes: 1 });
  expect((await ask(reader, "MATCH (n) RETURN n.id")).rows).toEqual([["a"]]);
  await writer.write(createGraph([entity("b")], []), { replace: true });
  expect(await reader.node("a")).toBeUndefined();
  expect((await ask(reader, "MATCH (n) RETURN n.id")).rows).toEqual([["b"]]);
});

test("reading goes on while a write puts a new file in place", async () => {
  const store = await open(newPath());
  await store.write(ringGraph(1500));
  const seen = new Set<number>();
  const write = store.write(ringGraph(3000), { replace: true }).then(() => "written");
  const look = async (): Promise<string> => {
    seen.add((await store.counts()).nodes);
    return "looked";
  };
  while ((await Promise.race([write, look()])) === "looked");
  await look();
  expect([...seen]).toEqual([1500, 3000]);
});

test("queries of people see the graph from before or from after, while it is written anew over and over", async () => {
  const path = newPath();
  const store = await open(path);
  const reader = await open(path, { readOnly: true });
  await store.write(ringGraph(400));
  const seen = new Set<unknown>();
  const written = new AbortController();
  const write = async (): Promise<void> => {
    for (const size of [800, 400, 800]) await store.write(ringGraph(size), { replace: true });
    written.abort();
  };
  const look = async (): Promise<void> => {
    do {
      const { rows } = await ask(reader, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)");
      const [nodes, edges] = rows[0] ?? [];
      expect(nodes).toBe(edges);
      seen.add(nodes);
    } while (!written.signal.aborted);
  };
  await Promise.all([write(), look(), look()]);
  expect([...seen].filter((nodes) => nodes !== 400 && nodes !== 800)).toEqual([]);
  expect((await ask(reader, "MATCH (n) RETURN count(n)")).rows).toEqual([[800]]);
  await expect(ask(reader, "CREATE (n:Entity {id: 'x'})")).rejects.toMatchObject({ code: "QUERY_INVALID" });
});

test("whoever reads ends its reading before the file is closed", async () => {
  const path = newPath();
  await (await open(path)).write(createGraph([entity("a")], []));
  const reader = createGrafeoReader(path);
  const rows = await reader.read(async ({ run }) => {
    await reader.close();
    return run("MATCH (n) RETURN n.id AS id");
  });
  expect(rows).toEqual([{ id: "a" }]);
});

test("a file that somebody writes to cannot be read, and can when it is free again", async () => {
  const path = newPath();
  await (await open(path)).write(createGraph([entity("a")], []));
  const reader = createGrafeoReader(path);
  onTestFinished(() => reader.close());
  const count = (): Promise<unknown> => reader.read(({ run }) => run("MATCH (n) RETURN count(n) AS n"));
  // The same state of the file before and after, as far as anybody can see.
  const touch = (): void => utimesSync(path, 1e9, 1e9);
  const writer = await openForWriting(path);
  touch();
  await expect(count()).rejects.toMatchObject({ code: "GRAPH_LOCKED", at: path });
  writer.close();
  touch();
  expect(await count()).toEqual([{ n: 1 }]);
});

test("a write that is killed leaves the graph as it was, and the next write is whole", async () => {
  const path = newPath();
  const store = await open(path);
  await store.write(createGraph([entity("before")], []));
  const writer = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("ring-writer.ts", import.meta.url)), path],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  for await (const line of createInterface(writer.stdout)) if (line === "edges 1000") break;
  writer.kill("SIGKILL");
  await once(writer, "exit");
  expect(readdirSync(dirname(path))).toContain("store.new");
  expect(await store.counts()).toMatchObject({ nodes: 1 });
  await store.write(ringGraph(1200));
  expect(await store.counts()).toMatchObject({ nodes: 1201, edges: 1200 });
  expect(readdirSync(dirname(path))).toEqual(["store"]);
});

test("a query that would hang the engine is refused, and what runs too long is ended, each with the way around", async () => {
  const store = await open(newPath());
  await store.write(ringGraph(300));
  const ends = "MATCH (a {id: 'person:000001'}), (b {id: 'person:000200'})";
  await expect(ask(store, `${ends}, p = shortestPath((a)-[*..200]-(b)) RETURN length(p)`)).rejects.toMatchObject({
    code: "QUERY_INVALID",
    message: expect.stringContaining("MATCH of its own"),
  });
  expect((await ask(store, `${ends} MATCH p = shortestPath((a)-[*..200]-(b)) RETURN length(p)`)).rows).toEqual([[101]]);
  const walks = "MATCH (a)-[*]-(b) MATCH (c)-[*]-(d) RETURN count(*)";
  await expect(ask(store, walks, { timeoutMs: 1000 })).rejects.toMatchObject({
    code: "QUERY_LIMIT",
    message: expect.stringContaining("a highest number of steps"),
  });
  expect((await ask(store, "RETURN 1 AS one")).rows).toEqual([[1]]);
});

test("a query that needs too much memory is ended", async () => {
  const store = await open(newPath(), { maxQueryMemoryMb: 300 });
  await store.write(sampleGraph());
  const greedy = "UNWIND range(1, 50000000) AS i RETURN collect(toString(i))";
  await expect(ask(store, greedy)).rejects.toMatchObject({
    code: "QUERY_LIMIT",
    message: expect.stringContaining("300 MB"),
  });
  expect((await ask(store, "MATCH (n:Person) RETURN count(n)")).rows).toEqual([[2]]);
});

test("closing the store ends what is running, and leaves nothing behind", async () => {
  const [path, scratch] = [newPath(), tempFolder()];
  vi.stubEnv("TMPDIR", scratch);
  onTestFinished(() => void vi.unstubAllEnvs());
  const store = await openEmbeddedStore({ path });
  await store.write(sampleGraph());
  const endless = ask(store, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN a");
  const ended = expect(endless).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  await ask(store, "RETURN 1");
  expect(readdirSync(scratch)).not.toEqual([]);
  await store.close();
  await ended;
  expect(readdirSync(scratch)).toEqual([]);
});

/** Processes that this one has started (proc(5), field 4 of stat). */
function childrenOf(parent: number | undefined): readonly string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent;
    } catch {
      // No process, or one that has ended meanwhile.
      return false;
    }
  });
}

test.runIf(existsSync("/proc/self/stat"))("a query that cannot be stopped does not outlive who asked", async () => {
  const path = newPath();
  await (await open(path)).write(ringGraph(300));
  const asking = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("endless-query.ts", import.meta.url)), path],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const line of createInterface(asking.stdout)) if (line === "ready") break;
  const children = childrenOf(asking.pid);
  expect(children).not.toEqual([]);
  asking.kill("SIGKILL");
  await once(asking, "exit");
  await expect.poll(() => children.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 10_000 }).toEqual([]);
});

test("other ways of the engine to write, to read files and to make graphs are no Cypher to it, or are refused", async () => {
  const store = await open(newPath());
  await store.write(sampleGraph());
  for (const cypher of [
    "LOAD DATA FROM '/etc/hostname' FORMAT CSV AS row RETURN row",
    "LOAD JSONL FROM '/etc/hostname' AS row RETURN row",
    "LOAD PARQUET FROM '/etc/hostname' AS row RETURN row",
    "INSERT (:Entity {id: 'x'})",
    "CREATE GRAPH other",
    "DROP INDEX Entity_id",
    "SESSION SET GRAPH other",
    "PROFILE CREATE (:Entity {id: 'x'})",
    "MATCH (n) CALL { CREATE (:Entity {id: 'x'}) } RETURN n",
    "CALL grafeo.save('/tmp/copy')",
  ]) {
    await expect(ask(store, cypher), cypher).rejects.toMatchObject({ code: "QUERY_INVALID" });
  }
  const { rows } = await ask(store, "CALL grafeo.procedures() YIELD name RETURN name");
  // They search and compute. What a newer engine adds is looked at before it is taken.
  const names = rows.map(([name]) => JSON.stringify(name));
  expect(names.filter((name) => /load|import|export|save|backup|file|set|create/i.test(name))).toEqual([]);
  expect(await store.counts()).toMatchObject({ nodes: 10 });
});

test("a mistake that has nothing to do with the dialect gets no such advice", async () => {
  const store = await open(newPath());
  await store.write(sampleGraph());
  const refused = await ask(store, "MATCH (n) RETUN n // (n:A|B)").catch((error: unknown) => error);
  const wrong = await ask(store, "RETURN CASE WHEN coalesce(null,true) THEN 1 / 0 END").catch(
    (error: unknown) => error,
  );
  for (const error of [refused, wrong]) {
    expect(error).toMatchObject({ code: "QUERY_INVALID", message: expect.not.stringContaining("embedded database") });
  }
});

test("where there is no database, everything says so", async () => {
  const path = newPath();
  const store = await open(path);
  const reads = [() => store.counts(), () => store.node("a"), () => store.search("a"), () => ask(store, "RETURN 1")];
  for (const read of reads) {
    await expect(read()).rejects.toMatchObject({ code: "GRAPH_FOLDER", at: path });
  }
  await store.write(sampleGraph());
  expect(await store.counts()).toMatchObject({ nodes: 10 });
});

test("a file that is no database is named, for queries too", async () => {
  const path = newPath();
  writeFileSync(path, "not a database");
  const store = await open(path);
  await expect(store.counts()).rejects.toMatchObject({ code: "GRAPH_FOLDER", at: path });
  await expect(ask(store, "RETURN 1")).rejects.toMatchObject({
    code: "GRAPH_FOLDER",
    message: expect.stringContaining(path),
  });
  await store.write(sampleGraph(), { replace: true });
  expect(await store.counts()).toMatchObject({ nodes: 10 });
});

test("opened for reading, it does not write", async () => {
  const path = newPath();
  await (await open(path)).write(sampleGraph());
  const { mtimeMs } = statSync(path);
  const store = await open(path, { readOnly: true });
  await expect(store.write(ringGraph(3))).rejects.toMatchObject({ code: "GRAPH_FOLDER", at: path });
  expect(statSync(path).mtimeMs).toBe(mtimeMs);
});

test("a place that is no folder is named", async () => {
  const file = join(tempFolder({ file: "" }), "file");
  const store = await open(join(file, "store"));
  await expect(store.write(sampleGraph())).rejects.toMatchObject({ code: "GRAPH_FOLDER", at: join(file, "store") });
});

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, copyFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import neo4jDriver from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { Neo4jStoreOptions } from "../../src/stores/neo4j-connection.ts";
import { type Neo4jStore, openNeo4jStore } from "../../src/stores/neo4j.ts";
import { edge, entity, evidence, ringGraph } from "../helpers/graph.ts";
import { type Neo4jServer, type Neo4jServerOptions, startNeo4j, whyNoServer } from "../helpers/neo4j-server.ts";

/**
 * What goes wrong while a graph is loaded, on a server of its own: the loader is killed, the server is killed, writes
 * nothing, has no room or speaks TLS. Nothing is lost, the message says what to do, and the same call completes the rest.
 */

/** `DRAGOMAN_KILLS=50 npx vitest run test/stores/neo4j-faults.test.ts` kills more often. */
const KILLS = Number(process.env["DRAGOMAN_KILLS"] ?? 5);
const LOADER = fileURLToPath(new URL("ring-loader.ts", import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const run = promisify(execFile);

type Restart = Pick<Neo4jServerOptions, "settings" | "maxFileKb">;
const started = (options: Restart): string => JSON.stringify(options);

const reason = process.env["CI"] === "true" ? undefined : await whyNoServer();
const openssl = await run("openssl", ["version"]).catch(() => undefined);

describe.skipIf(reason !== undefined)(`a load that is interrupted${reason === undefined ? "" : ` (${reason})`}`, () => {
  let server: Neo4jServer;
  /** How it was started: anew only where a test wants it otherwise, since that takes seconds. */
  let running = started({});
  beforeAll(async () => {
    server = await startNeo4j({ prepare: makeCertificate });
  });
  afterAll(() => server.stop());

  /** A server that runs so. */
  const serverWith = async (options: Restart): Promise<void> => {
    if (running === started(options)) return;
    await server.kill();
    await server.restart(options);
    running = started(options);
  };
  /** An empty one that is as it should be. */
  const emptyServer = async (): Promise<void> => {
    await serverWith({});
    await ask("MATCH (n) DETACH DELETE n");
  };

  /** A self-signed certificate, where Neo4j looks for it. */
  async function makeCertificate(home: string): Promise<void> {
    if (openssl === undefined) return;
    const folder = join(home, "certificates", "bolt");
    await mkdir(join(folder, "trusted"), { recursive: true });
    const files = ["-keyout", join(folder, "private.key"), "-out", join(folder, "public.crt")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "2"];
    await run("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject, ...files]);
    await copyFile(join(folder, "public.crt"), join(folder, "trusted", "public.crt"));
  }

  const ask = async (cypher: string): Promise<readonly unknown[][]> => {
    const { uri, username, password, database } = server.connection;
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
  const open = async (options: Partial<Neo4jStoreOptions> = {}): Promise<Neo4jStore> => {
    const store = await openNeo4jStore({ ...server.connection, ...options });
    onTestFinished(() => store.close());
    return store;
  };
  const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );
  /** Everything is there once, with what belongs to it. */
  const expectRing = async (size: number): Promise<void> => {
    expect(await ask("MATCH (n:Person) RETURN count(n), count(DISTINCT n.id), count(n.label)")).toEqual([
      [size, size, size],
    ]);
    const edges =
      "MATCH (a)-[r:KNOWS]->(b) RETURN count(r), count(DISTINCT r.id), count(DISTINCT [a.id, b.id]), count(r.quotes)";
    expect(await ask(edges)).toEqual([[size, size, size, size]]);
    const left = { total: size, made: 0, changed: 0, gone: 0, removed: 0 };
    expect(await (await open()).sync(ringGraph(size), { dryRun: true })).toEqual({ nodes: left, edges: left });
  };

  test(
    `the loader is killed ${KILLS} times at any time, and the next load completes it`,
    { timeout: 600_000 },
    async () => {
      await emptyServer();
      const size = 6000;
      const load = () =>
        spawn(process.execPath, ["--import", TSX, LOADER, JSON.stringify(server.connection), String(size)]);
      let loading = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (loading > 0) await ask("MATCH (n) WITH n LIMIT 4000 DETACH DELETE n");
        const child = load();
        for await (const line of createInterface(child.stdout)) if (line === "begun") break;
        // The first one tells how long it takes; the others end somewhere in between.
        const began = performance.now();
        const ended = once(child, "exit");
        if (kill > 0) {
          const timer = setTimeout(() => child.kill("SIGKILL"), loading * ((kill * 0.618) % 1));
          await ended;
          clearTimeout(timer);
        } else {
          await ended;
          loading = performance.now() - began;
        }
        // A batch is there whole or not at all: nothing is there twice, or without what belongs to it.
        const [counts = []] = await ask(
          "MATCH ()-[r:KNOWS]->() RETURN count(r), count(DISTINCT r.id), count(r.quotes)",
        );
        expect(new Set(counts).size).toBe(1);
      }
      const last = load();
      expect(await once(last, "exit")).toEqual([0, null]);
      await expectRing(size);
    },
  );

  test("the server is killed and started again: the load waits for it, and goes on", async () => {
    await emptyServer();
    const store = await open({ retryMs: 60_000 });
    let restarted: Promise<void> | undefined;
    let retries = 0;
    const { edges } = await store.sync(ringGraph(8000), {
      onRetry: () => (retries += 1),
      onProgress: ({ phase, done }) => {
        if (phase === "edges" && done >= 3000) restarted ??= server.kill().then(() => server.restart());
      },
    });
    await restarted;
    expect(restarted).toBeDefined();
    expect(retries).toBeGreaterThan(0);
    expect(edges.total).toBe(8000);
    await expectRing(8000);
  });

  test("the server is killed for longer: that is said, nothing is lost, and the same load completes it", async () => {
    await emptyServer();
    const store = await open({ retryMs: 500 });
    let killed: Promise<void> | undefined;
    const error = await failureOf(
      store.sync(ringGraph(8000), {
        onProgress: ({ phase, done }) => {
          if (phase === "edges" && done >= 3000) killed ??= server.kill();
        },
      }),
    );
    await killed;
    expect(error).toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/does not answer.*check that it runs/),
    });
    await server.restart();
    expect(await ask("MATCH (n:Person) RETURN count(n)")).toEqual([[8000]]);
    expect((await (await open()).sync(ringGraph(8000))).nodes).toMatchObject({ made: 0, changed: 0 });
    await expectRing(8000);
  });

  test("a server whose disk is full is told as that, and with room again the same load completes it", async () => {
    const long = "They spoke at length. ".repeat(500);
    const nodes = [entity("a"), entity("b")];
    const edges = Array.from({ length: 4000 }, (_, index) =>
      edge(`fact:${String(index).padStart(5, "0")}`, "a", "MET", "b", { evidence: [evidence(long)] }),
    );
    const graph = createGraph(nodes, edges);
    await emptyServer();
    await serverWith({ maxFileKb: 20_000 });
    const error = await failureOf(open({ retryMs: 2000 }).then((store) => store.sync(graph)));
    await serverWith({});
    expect(error).toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/disk.* full.*start Neo4j again/s),
    });
    await (await open()).sync(graph);
    expect(await ask("MATCH ()-[r:MET]->() RETURN count(r), count(DISTINCT r.id), count(r.quotes)")).toEqual([
      [4000, 4000, 4000],
    ]);
  });

  test("a server that only reads is told as that, and what is the same needs no write", async () => {
    await emptyServer();
    await (await open()).sync(ringGraph(10));
    await serverWith({ settings: ["server.databases.read_only=neo4j"] });
    const store = await open();
    expect(await store.sync(ringGraph(10))).toMatchObject({ nodes: { made: 0 }, edges: { made: 0 } });
    expect(await failureOf(store.sync(ringGraph(20)))).toMatchObject({
      code: "STORE_UNAVAILABLE",
      message: expect.stringMatching(/only reads.*neo4j:\/\//s),
    });
  });

  describe.skipIf(openssl === undefined)("TLS", () => {
    const address = (scheme: string): string => server.connection.uri.replace("bolt", scheme);

    // However it was started by the tests before, it speaks none until the next test.
    test("TLS where the server speaks none", async () => {
      expect(await failureOf(open({ uri: address("bolt+s") }))).toMatchObject({
        code: "STORE_UNAVAILABLE",
        message: expect.stringMatching(/does not speak TLS.*without \+s/),
      });
    });

    test("a certificate that nobody knows is refused by +s and taken by +ssc; without TLS it says so", async () => {
      await serverWith({
        settings: [
          "dbms.ssl.policy.bolt.enabled=true",
          "dbms.ssl.policy.bolt.client_auth=NONE",
          "server.bolt.tls_level=REQUIRED",
        ],
      });
      for (const scheme of ["bolt+s", "neo4j+s"]) {
        expect(await failureOf(open({ uri: address(scheme) })), scheme).toMatchObject({
          code: "STORE_UNAVAILABLE",
          message: expect.stringMatching(/certificate.*NODE_EXTRA_CA_CERTS.*\+ssc/),
        });
      }
      for (const scheme of ["bolt+ssc", "neo4j+ssc"]) {
        expect(await (await open({ uri: address(scheme) })).sync(ringGraph(3)), scheme).toMatchObject({
          edges: { total: 3 },
        });
      }
      expect(await failureOf(open({ uri: address("bolt") }))).toMatchObject({
        code: "STORE_UNAVAILABLE",
        message: expect.stringMatching(/\+s/),
      });
    });
  });
});

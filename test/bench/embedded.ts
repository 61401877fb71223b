import { readFileSync, rmSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import type { CypherParameter, GraphStore } from "../../src/stores/store.ts";
import { recipesOf, type Recipe } from "../../viewer/src/query/cookbook.ts";
import { startNeo4j, whyNoServer } from "../helpers/neo4j-server.ts";
import { generatedGraph } from "./generated-graph.ts";
import { figure, take, type Section } from "./measure.ts";

const NODES = 100_000;
const EDGES = 500_000;
const ROUNDS = 3;
const TIMEOUT_MS = 60_000;
/** Queries that take longer than this on one of the stores are listed. */
const SLOW_MS = 500;

const COOKBOOK = fileURLToPath(new URL("../../docs/cookbook.md", import.meta.url));

/** The embedded database: how fast it is filled and opened, and the cookbook on both stores, all on one generated graph. */
export async function embedded(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "dragoman-bench-"));
  const path = join(folder, "store");
  try {
    const graph = generatedGraph(NODES, EDGES);
    const store = await openEmbeddedStore({ path });
    let nodesDone = 0;
    let peak = 0;
    const began = performance.now();
    const { wall } = await take(() =>
      store.write(graph, {
        onProgress: ({ phase }) => {
          peak = Math.max(peak, process.memoryUsage.rss());
          if (phase === "nodes") nodesDone = performance.now() - began;
        },
      }),
    );
    await store.close();
    const reopened = await openEmbeddedStore({ path, readOnly: true });
    const open = await take(() => reopened.node("person:00000000"));
    const first = await take(() => reopened.query?.("RETURN 1 AS one"));
    const rows = [
      ["nodes a second", figure(graph.nodeCount / (nodesDone / 1000))],
      ["relationships a second", figure(EDGES / ((wall - nodesDone) / 1000))],
      ["all of it, s", figure(wall / 1000)],
      ["memory at most, MB", figure(peak / 1e6)],
      ["file, MB", figure(statSync(path).size / 1e6)],
      ["opened again, s", figure(open.wall / 1000)],
      ["a process for queries started, the database opened in it, s", figure(first.wall / 1000)],
      ...(await cookbook(reopened, graph)),
    ];
    await reopened.close();
    return {
      title: `The embedded database, ${graph.nodeCount} nodes and ${EDGES} relationships with evidence; the cookbook is the median of the queries, each the best of ${ROUNDS}:`,
      columns: ["", ""],
      rows,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cookbook(store: GraphStore, graph: ReturnType<typeof generatedGraph>): Promise<string[][]> {
  const recipes = recipesOf(readFileSync(COOKBOOK, "utf8"));
  const here = await timesOf(store, recipes);
  const why = await whyNoServer();
  if (why !== undefined) return [...told("embedded", here), ["cookbook on Neo4j", why]];
  const server = await startNeo4j();
  try {
    const neo4j = await openNeo4jStore(server.connection);
    await neo4j.write(graph);
    const there = await timesOf(neo4j, recipes);
    await neo4j.close();
    const slow = recipes.flatMap(({ title }, i) => {
      const [one = 0, other = 0] = [here[i], there[i]];
      return Math.max(one, other) < SLOW_MS
        ? []
        : [[`“${title}”, ms, embedded and Neo4j`, `${timeOf(one)}, ${timeOf(other)}`]];
    });
    return [...told("embedded", here), ...told("Neo4j", there), ...slow];
  } finally {
    await server.stop();
  }
}

function told(name: string, times: readonly number[]): string[][] {
  const sorted = [...times].sort((a, b) => a - b);
  return [[`cookbook on ${name}: median of ${times.length} queries, ms`, timeOf(sorted[sorted.length >> 1] ?? 0)]];
}

function timeOf(milliseconds: number): string {
  return milliseconds === Infinity ? `over ${TIMEOUT_MS}` : figure(milliseconds);
}

/** Milliseconds of the best of several rounds; `Infinity` for a query that was ended. */
async function timesOf(store: GraphStore, recipes: readonly Recipe[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { query, parameters } of recipes) {
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const answered = await store
        .query?.(query, generated(parameters), { timeoutMs: TIMEOUT_MS })
        .catch(() => undefined);
      if (answered === undefined) break;
      best = Math.min(best, performance.now() - began);
    }
    times.push(best);
  }
  return times;
}

/** The parameters of a recipe, with nodes and dates that the generated graph has; those of low numbers have most edges. */
function generated(parameters: Recipe["parameters"]): Record<string, CypherParameter> {
  const entries = Object.entries(parameters).map(([name, value], i): [string, CypherParameter] => {
    const prefix = typeof value === "string" ? /^(person|gov):/.exec(value)?.[1] : undefined;
    if (prefix !== undefined) return [name, `${prefix}:0000000${i + 1}`];
    return [name, typeof value === "string" ? value.replace(/^2024-/, "2015-") : value];
  });
  return Object.fromEntries(entries);
}

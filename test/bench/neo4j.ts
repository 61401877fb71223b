import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import neo4jDriver from "neo4j-driver";
import { neo4jAdmin } from "../../src/exporters/neo4j-admin.ts";
import { writeFolderExport } from "../../src/exporters/write.ts";
import { streamGraphFile, writeGraphFile } from "../../src/folder/graph-file.ts";
import type { GraphEdge, GraphView } from "../../src/model/graph.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import { type Neo4jServer, startNeo4j, whyNoServer } from "../helpers/neo4j-server.ts";
import { generatedGraph } from "./generated-graph.ts";
import { figure, type Section, take } from "./measure.ts";
import type { LoadTaken } from "./neo4j-loader.ts";

const NODES = Number(process.env["BENCH_NODES"] ?? 100_000);
const EDGES = 5 * NODES;
/** Edges that are merged one by one: enough to know the rate. */
const SINGLE = 2000;
const LOADER = fileURLToPath(new URL("neo4j-loader.ts", import.meta.url));
const run = promisify(execFile);

/** Loading a large graph into Neo4j, beside one MERGE an edge, and beside `neo4j-admin import` of the same data. */
export async function neo4jLoad(): Promise<Section> {
  const reason = await whyNoServer();
  if (reason !== undefined) return { title: `Neo4j was not measured: ${reason}`, columns: [], rows: [] };
  const folder = await mkdtemp(join(tmpdir(), "dragoman-bench-"));
  const settings = ["server.memory.pagecache.size=512m", "db.tx_log.rotation.size=256m"];
  const server = await startNeo4j({ tuned: true, settings });
  try {
    return await measure(server, folder);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(server: Neo4jServer, folder: string): Promise<Section> {
  const file = join(folder, "graph.jsonl");
  await writeGraphFile(file, generatedGraph(NODES, EDGES));
  const graph = streamGraphFile(file);
  const load = async (): Promise<LoadTaken> => {
    const args = ["--import", "tsx", LOADER, JSON.stringify(server.connection), file];
    return JSON.parse((await run(process.execPath, args)).stdout) as LoadTaken;
  };

  const single = await mergeSingly(server, graph);
  const first = await load();
  const second = await load();
  const written = await take(() => writeFolderExport(neo4jAdmin, graph, {}, join(folder, "tables")));
  await server.kill();
  const env = { ...process.env, PATH: `${server.bin}:${process.env["PATH"] ?? ""}` };
  const imported = await take(() =>
    run("sh", [join(folder, "tables", "import.sh"), "--overwrite-destination"], { env, maxBuffer: 2 ** 26 }),
  );

  const rate = (EDGES / first.edges) * 1000;
  const row = (what: string, seconds: number, edges: number, beside: string): readonly string[] => {
    const perSecond = edges / seconds;
    return [what, figure(seconds), figure(perSecond), figure(rate / perSecond), beside];
  };
  const whole = (first.nodes + first.edges) / 1000;
  return {
    title: `Neo4j: ${NODES} nodes and ${EDGES} edges with evidence, streamed from a file; server on this machine:`,
    columns: ["what", "s", "edges a second", "load is faster by", "beside"],
    rows: [
      row(`one MERGE a transaction, ${SINGLE} edges`, single / 1000, SINGLE, ""),
      row("load, the edges", first.edges / 1000, EDGES, memoryOf(first)),
      row("load, nodes and edges", whole, EDGES, `${figure(first.processor / 1000)} s of the loader's processor time`),
      row(
        "the same load again",
        (second.nodes + second.edges) / 1000,
        EDGES,
        `${second.written} written; ${memoryOf(second)}`,
      ),
      row(
        "neo4j-admin import, nodes and edges",
        imported.wall / 1000,
        EDGES,
        `load takes ${figure((whole * 1000) / imported.wall)} times as long`,
      ),
      row("writing the tables for it", written.wall / 1000, EDGES, ""),
    ],
  };
}

function memoryOf({ memory, before }: LoadTaken): string {
  return `${figure(memory)} MB of memory at most, ${figure(memory - before)} more than before`;
}

/** What a loader does that sends each edge by itself, with the nodes there and an index for their ids. Leaves no edge. */
async function mergeSingly({ connection }: Neo4jServer, graph: GraphView): Promise<number> {
  const store = await openNeo4jStore(connection);
  await store.sync({ nodes: () => graph.nodes(), edges: () => [] });
  await store.close();
  const { uri, username, password, database } = connection;
  const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password));
  const edges: GraphEdge[] = [];
  for await (const edge of graph.edges()) {
    if (edges.push(edge) >= SINGLE) break;
  }
  const labelOf = (id: string): string => (id.startsWith("article:") ? "Article" : "Entity");
  const { wall } = await take(async () => {
    for (const { id, source, target, relation, modality, weight, evidence } of edges) {
      await driver.executeQuery(
        `MATCH (a:${labelOf(source)} {id: $source}) MATCH (b:${labelOf(target)} {id: $target})
MERGE (a)-[r:${relation} {id: $id}]->(b)
SET r.modality = $modality, r.weight = $weight, r.quotes = $quotes, r.articles = $articles`,
        {
          id,
          source,
          target,
          modality,
          weight,
          quotes: evidence.map(({ text }) => text),
          articles: evidence.map(({ article }) => article),
        },
        { database },
      );
    }
  });
  await driver.executeQuery("MATCH ()-[r]->() DELETE r", {}, { database });
  await driver.executeQuery("MATCH (n) DETACH DELETE n", {}, { database });
  await driver.close();
  return wall;
}

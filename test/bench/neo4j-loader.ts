import { streamGraphFile } from "../../src/folder/graph-file.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import type { Neo4jConnection } from "../helpers/neo4j-server.ts";

/**
 * A program that loads the graph of a file into a Neo4j, as `dragoman load` does, and says what that took: a process of its
 * own, so that its memory is that of a load and of nothing else.
 */
export interface LoadTaken {
  /** Milliseconds for nodes and for edges. */
  readonly nodes: number;
  readonly edges: number;
  /** Milliseconds of processor time. */
  readonly processor: number;
  readonly written: number;
  /** Megabytes at most, and before anything was read. */
  readonly memory: number;
  readonly before: number;
}

const [, , connection = "", file = ""] = process.argv;
const store = await openNeo4jStore(JSON.parse(connection) as Neo4jConnection);
const before = process.memoryUsage.rss() / 1e6;
const began = performance.now();
let between = began;
const { nodes, edges } = await store.sync(streamGraphFile(file), {
  onProgress: ({ phase }) => {
    if (phase === "nodes") between = performance.now();
  },
});
const ended = performance.now();
await store.close();
const { user, system } = process.cpuUsage();
const taken: LoadTaken = {
  nodes: between - began,
  edges: ended - between,
  processor: (user + system) / 1000,
  written: nodes.made + nodes.changed + edges.made + edges.changed,
  // kB, as Linux and macOS's libuv give it.
  memory: process.resourceUsage().maxRSS / 1000,
  before,
};
process.stdout.write(JSON.stringify(taken));

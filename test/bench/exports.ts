import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { EXPORTERS } from "../../src/exporters/index.ts";
import { preparePython } from "../exporters/python/prepare.ts";
import { figure, type Section } from "./measure.ts";

const run = promisify(execFile);
const NODES = 100_000;
const EDGES = 500_000;
/** Room for the graph (700 MB) and some more: without a limit the heap grows before it is cleaned. */
const HEAP_MB = 1000;
const ONCE = fileURLToPath(new URL("export-once.ts", import.meta.url));
const NETWORKX = fileURLToPath(new URL("../exporters/python/write_graphml.py", import.meta.url));

/** What one export took in a process of its own. */
export interface OneExport {
  /** Seconds of processor time, all threads together. */
  readonly processor: number;
  /** Megabytes of resident memory at most, above what the process had with the graph in it. */
  readonly above: number;
}

/** A large graph in every format that is one file, and networkx writing the same GraphML that it has read. */
export async function exportsOfLargeGraph(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "dragoman-bench-"));
  const rows: string[][] = [];
  try {
    for (const { id } of EXPORTERS) {
      const file = join(folder, `graph.${id}`);
      const args = ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, "--import", "tsx", ONCE];
      const { stdout } = await run(process.execPath, [...args, id, file, String(NODES), String(EDGES)]);
      const { processor, above } = JSON.parse(stdout) as OneExport;
      rows.push([id, await megabytes(file), figure(processor), figure(Math.max(above, 0))]);
    }
    rows.push(await networkx(join(folder, "graph.graphml"), join(folder, "again.graphml")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    title: `Exports of a graph of ${NODES} nodes and ${EDGES} edges with one or two quotes each; memory above that of the graph:`,
    columns: ["format", "MB", "processor time, s", "memory, MB"],
    rows,
  };
}

async function networkx(file: string, again: string): Promise<string[]> {
  const prepared = await preparePython();
  if ("missing" in prepared) return ["graphml by networkx", "", prepared.missing, ""];
  const { stdout } = await run(prepared.python, [NETWORKX, file, again]);
  const { processor, above } = JSON.parse(stdout) as OneExport;
  return ["graphml by networkx", await megabytes(again), figure(processor), figure(above)];
}

async function megabytes(file: string): Promise<string> {
  return figure((await stat(file)).size / 1e6);
}

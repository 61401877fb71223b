import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { DragomanError } from "../errors.ts";
import type { GraphView } from "../model/graph.ts";
import { NODE_LABELS, type RunCypher } from "./cypher.ts";
import { readCounts, readNeighbours, readNode, readNodes } from "./cypher-read.ts";
import { type CypherWriteOptions, writeGraph } from "./cypher-write.ts";
import { refuseTraps, refuseWithoutReturn } from "./dialect.ts";
import { fileVersion, openForWriting } from "./grafeo.ts";
import { toWriteError } from "./grafeo-errors.ts";
import { createGrafeoReader, runOn } from "./grafeo-reader.ts";
import { createNameIndex, type NamedNode } from "./names.ts";
import { createQueryProcesses } from "./query-process.ts";
import { refuseFileAccess } from "./query-text.ts";
import {
  DEFAULT_MAX_ROWS,
  DEFAULT_NEIGHBOUR_LIMIT,
  DEFAULT_SEARCH_LIMIT,
  DEFAULT_TIMEOUT_MS,
  type GraphStore,
  type WriteResult,
} from "./store.ts";

export interface EmbeddedStoreOptions {
  /** The file of the database. The first write makes it. */
  readonly path: string;
  /** Refuse to write. Default: false. */
  readonly readOnly?: boolean;
  /** Megabytes that one query of `query` may use, the open database included. Default: 2048. */
  readonly maxQueryMemoryMb?: number;
}

const DEFAULT_QUERY_MEMORY_MB = 2048;

/**
 * Cypher without a server: Grafeo, in one file.
 *
 * A write never touches the file that is in use. It fills another one beside it and puts that in its place when
 * everything is on the disk, so readers see the graph from before or after, a write that is killed leaves nothing
 * behind, and other processes may go on reading. Opening is synchronous in the engine and takes about a second for
 * 500 000 edges; the file is opened by the first call that reads.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<GraphStore> {
  const { path, readOnly = false, maxQueryMemoryMb = DEFAULT_QUERY_MEMORY_MB } = options;
  const reader = createGrafeoReader(path);
  const processes = createQueryProcesses({ maxMemoryMb: maxQueryMemoryMb });

  return {
    id: "embedded",
    features: { cypher: true, persistent: true },
    async write(graph, { replace = false, signal, onProgress } = {}) {
      if (readOnly) throw new DragomanError("GRAPH_FOLDER", "the database was opened for reading", { at: path });
      signal?.throwIfAborted();
      const draft = `${path}.new`;
      try {
        await discard(draft);
        await mkdir(dirname(path), { recursive: true });
        const fresh = replace || !existsSync(path);
        if (!fresh) await copyFile(path, draft);
        const written = await fill(draft, graph, { fresh, signal, onProgress });
        await reader.close();
        await rename(draft, path);
        return written;
      } catch (error) {
        await discard(draft).catch(() => undefined);
        throw isSystemError(error) ? unwritable(path, error) : toWriteError(path, error);
      }
    },
    counts() {
      return reader.read(({ run }) => readCounts(run));
    },
    node(id) {
      return reader.read(({ run }) => readNode(run, id));
    },
    neighbours(id, { limit = DEFAULT_NEIGHBOUR_LIMIT } = {}) {
      return reader.read(({ run }) => readNeighbours(run, id, limit));
    },
    search(text, { limit = DEFAULT_SEARCH_LIMIT } = {}) {
      return reader.read(async (snapshot) => {
        snapshot.names ??= createNameIndex(await readNames(snapshot.run));
        return readNodes(snapshot.run, snapshot.names.search(text, limit));
      });
    },
    async query(cypher, parameters = {}, limits = {}) {
      const { timeoutMs = DEFAULT_TIMEOUT_MS, maxRows = DEFAULT_MAX_ROWS, signal } = limits;
      refuseFileAccess(cypher);
      refuseTraps(cypher, parameters);
      await fileVersion(path);
      const result = await processes.run({ path, cypher, parameters, maxRows }, { timeoutMs, signal });
      refuseWithoutReturn(cypher);
      return result;
    },
    async close() {
      await reader.close();
      await processes.close();
    },
  };
}

async function fill(file: string, graph: GraphView, options: CypherWriteOptions): Promise<WriteResult> {
  const database = await openForWriting(file);
  try {
    const run = runOn(database);
    for (const statement of SCHEMA) await run(statement);
    const written = await writeGraph(run, graph, options);
    // Before this a commit is not on the disk.
    database.walCheckpoint();
    return written;
  } finally {
    database.close();
  }
}

/** A constraint makes no index here, and without one each upsert looks at every node. */
const SCHEMA = NODE_LABELS.flatMap((label) => [
  `CREATE INDEX ${label}_id IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
  `CREATE CONSTRAINT ${label}_id_is_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
]);

/** The engine's own text index knows one property and no beginnings of words, so names are searched here. */
async function readNames(run: RunCypher): Promise<readonly NamedNode[]> {
  const names: NamedNode[] = [];
  for (const label of NODE_LABELS) {
    const rows = await run(
      `MATCH (n:${label}) RETURN n.id AS id, n.label AS label, n.aliases AS aliases, n.mentions AS mentions`,
    );
    for (const { id, label: name, aliases, mentions } of rows) {
      names.push({
        id: String(id),
        label: String(name),
        aliases: Array.isArray(aliases) ? aliases.map(String) : [],
        mentions: typeof mentions === "number" ? mentions : 0,
      });
    }
  }
  return names;
}

/** Removes what a write that was killed or has failed leaves: the database and its log. */
async function discard(path: string): Promise<void> {
  for (const file of [path, `${path}.wal`]) await rm(file, { force: true, recursive: true });
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function unwritable(path: string, cause: NodeJS.ErrnoException): DragomanError {
  return new DragomanError("GRAPH_FOLDER", `the database cannot be written (${cause.message})`, { at: path, cause });
}

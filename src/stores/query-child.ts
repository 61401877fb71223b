import type { GrafeoValue } from "@grafeo-db/js";
import { DragomanError } from "../errors.ts";
import { fileVersion, type GrafeoDatabase, openForReading } from "./grafeo.ts";
import { toGrafeoFailure } from "./grafeo-errors.ts";
import { plainGrafeoValue } from "./grafeo-values.ts";
import { OUT_OF_MEMORY, type QueryReply, type QueryRequest } from "./query-messages.ts";

/**
 * The program of the process that answers queries of people on the embedded database; `query-process.ts` starts it.
 *
 * The database can neither be told to stop a query nor to use less memory. So a process of its own runs each query: it
 * ends itself when it gets too big, and whoever started it ends it when the time is up.
 */

const MEMORY_CHECK_MS = 50;

interface OpenDatabase {
  readonly database: GrafeoDatabase;
  readonly version: string;
}

let open: OpenDatabase | undefined;

process.on("message", (request) => void handle(request as QueryRequest));
// Nothing may outlive the process that asked, not even a query that cannot be stopped.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

async function handle(request: QueryRequest): Promise<void> {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > request.maxMemory) process.exit(OUT_OF_MEMORY);
  }, MEMORY_CHECK_MS);
  const reply = await answer(request);
  clearInterval(watch);
  process.send?.(reply);
}

async function answer(request: QueryRequest): Promise<QueryReply> {
  try {
    const database = await current(request.path);
    process.send?.({ type: "begun" } satisfies QueryReply);
    return await run(database, request);
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return { type: "failed", code: error.code, message: error.message };
  }
}

/** The database, opened anew when a build has replaced its file. */
async function current(path: string): Promise<GrafeoDatabase> {
  const version = `${path}:${await fileVersion(path)}`;
  if (open?.version === version) return open.database;
  open?.database.close();
  open = { database: await openForReading(path), version };
  return open.database;
}

async function run(database: GrafeoDatabase, { cypher, parameters, maxRows }: QueryRequest): Promise<QueryReply> {
  try {
    const found = await database.executeCypher(cypher, parameters);
    const ids = new Map<number, string>();
    const nodeIdOf = (internal: number): string => {
      const known = ids.get(internal) ?? String(database.getNode(internal)?.get("id") ?? internal);
      ids.set(internal, known);
      return known;
    };
    const { columns, length } = found;
    const rows = Array.from({ length: Math.min(length, maxRows) }, (_, index) => {
      const row: Readonly<Record<string, GrafeoValue>> = found.get(index);
      return columns.map((column) => plainGrafeoValue(row[column], nodeIdOf));
    });
    return { type: "result", result: { columns, rows, truncated: length > maxRows } };
  } catch (error) {
    return { type: "refused", failure: toGrafeoFailure(error) };
  }
}

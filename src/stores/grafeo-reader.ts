import type { RunCypher } from "./cypher.ts";
import { fileVersion, type GrafeoDatabase, openForReading } from "./grafeo.ts";
import { plainGrafeoValue } from "./grafeo-values.ts";
import type { NameIndex } from "./names.ts";

/** What can be asked while the database stays as it is. */
export interface GrafeoSnapshot {
  readonly run: RunCypher;
  /** Names by which nodes are found; made by the first search. */
  names?: NameIndex;
}

/** Reads one file of a database, whatever takes its place meanwhile. */
export interface GrafeoReader {
  /** Opens the file anew when another one has taken its place. Throws `GRAPH_FOLDER` where there is none. */
  read<Value>(work: (snapshot: GrafeoSnapshot) => Promise<Value>): Promise<Value>;
  /** Closes the file, or, while somebody still reads it, lets the last of them close it. The next `read` opens it again. */
  close(): Promise<void>;
}

interface Opened {
  readonly database: GrafeoDatabase;
  readonly snapshot: GrafeoSnapshot;
}

/** One state of the file. It is closed when it is retired and its last user has gone. */
interface Generation {
  readonly version: string;
  readonly opened: Promise<Opened>;
  users: number;
  retired: boolean;
}

export function createGrafeoReader(path: string): GrafeoReader {
  let current: Generation | undefined;

  const retire = async (): Promise<void> => {
    const former = current;
    current = undefined;
    if (former === undefined) return;
    former.retired = true;
    await closeUnused(former);
  };

  const opened = async (generation: Generation): Promise<Opened> => {
    try {
      return await generation.opened;
    } catch (error) {
      // What kept it from opening may have gone by the next time.
      if (current === generation) current = undefined;
      throw error;
    }
  };

  return {
    async read(work) {
      const version = await fileVersion(path);
      const former = current?.version === version ? undefined : retire();
      const generation = (current ??= { version, opened: openFile(path), users: 0, retired: false });
      generation.users += 1;
      try {
        return await work((await opened(generation)).snapshot);
      } finally {
        generation.users -= 1;
        await closeUnused(generation);
        await former;
      }
    },
    close: retire,
  };
}

async function openFile(path: string): Promise<Opened> {
  const database = await openForReading(path);
  return { database, snapshot: { run: runOn(database) } };
}

async function closeUnused({ opened, users, retired }: Generation): Promise<void> {
  if (!retired || users > 0) return;
  // A file that could not be opened was reported to whoever wanted to read it, and needs no closing.
  const open = await opened.catch(() => undefined);
  open?.database.close();
}

/** Runs the store's own statements; those of people run in a process of their own. */
export function runOn(database: GrafeoDatabase): RunCypher {
  const nodeIdOf = (internal: number): string => String(database.getNode(internal)?.get("id") ?? internal);
  return async (cypher, parameters) => {
    const found = await database.executeCypher(cypher, parameters);
    return found.toArray().map((row) => {
      const columns = Object.entries(row).map(([name, value]) => [name, plainGrafeoValue(value, nodeIdOf)]);
      return Object.fromEntries(columns);
    });
  };
}

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
  /** Closes the file as soon as nobody reads it any more. The next `read` opens it again. */
  close(): void;
}

interface Opened {
  readonly database: GrafeoDatabase;
  readonly snapshot: GrafeoSnapshot;
  users: number;
  retired: boolean;
}

export function createGrafeoReader(path: string): GrafeoReader {
  let current: { readonly version: string; readonly opened: Promise<Opened> } | undefined;

  const retire = (): void => {
    const former = current?.opened;
    current = undefined;
    former?.then(
      (opened) => {
        opened.retired = true;
        closeUnused(opened);
      },
      () => undefined,
    );
  };

  return {
    async read(work) {
      const version = await fileVersion(path);
      if (current?.version !== version) {
        retire();
        current = { version, opened: openFile(path) };
      }
      const opened = await current.opened;
      opened.users += 1;
      try {
        return await work(opened.snapshot);
      } finally {
        opened.users -= 1;
        closeUnused(opened);
      }
    },
    close: retire,
  };
}

async function openFile(path: string): Promise<Opened> {
  const database = await openForReading(path);
  return { database, snapshot: { run: runOn(database) }, users: 0, retired: false };
}

function closeUnused({ database, users, retired }: Opened): void {
  if (retired && users === 0) database.close();
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

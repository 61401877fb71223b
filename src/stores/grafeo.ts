import { stat } from "node:fs/promises";
import type grafeo from "@grafeo-db/js";
import { DragomanError } from "../errors.ts";

/** An open database of the embedded engine. */
export type GrafeoDatabase = InstanceType<typeof grafeo.GrafeoDB>;

/** The engine's package is CommonJS: its classes are on the default export only. */
export async function loadGrafeo(): Promise<typeof grafeo.GrafeoDB> {
  try {
    return (await import("@grafeo-db/js")).default.GrafeoDB;
  } catch (error) {
    throw new DragomanError(
      "DRIVER_MISSING",
      `the embedded database has no build for this system (${process.platform}, ${process.arch}), or it is not ` +
        "installed: run npm install without --omit=optional, or use Neo4j",
      { at: "@grafeo-db/js", cause: error },
    );
  }
}

/** Tells one state of a database's file from the next: a build puts a new file in its place. Throws `GRAPH_FOLDER` where there is none. */
export async function fileVersion(path: string): Promise<string> {
  try {
    const { dev, ino, mtimeMs } = await stat(path);
    return [dev, ino, mtimeMs].join(":");
  } catch (error) {
    throw new DragomanError("GRAPH_FOLDER", "there is no database here; run dragoman build first", {
      at: path,
      cause: error,
    });
  }
}

/** Opens a database for reading; several processes may do so at once. */
export async function openForReading(path: string): Promise<GrafeoDatabase> {
  const engine = await loadGrafeo();
  return opening(path, () => engine.openReadOnly(path));
}

/** Opens a database for writing and makes it where there is none. Nobody else may have it open. */
export async function openForWriting(path: string): Promise<GrafeoDatabase> {
  const engine = await loadGrafeo();
  return opening(path, () => engine.create(path));
}

function opening(path: string, open: () => GrafeoDatabase): GrafeoDatabase {
  try {
    return open();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const locked = /database file cannot be locked/.test(message);
    throw new DragomanError(
      locked ? "GRAPH_LOCKED" : "GRAPH_FOLDER",
      locked
        ? "another process has the database open; try again when it has ended"
        : `the database cannot be opened (${message}); it is derived: run dragoman rebuild to make it again from the journal`,
      { at: path, cause: error },
    );
  }
}

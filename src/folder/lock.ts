import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import { errorCode, unwritable } from "./unwritable.ts";

/** The process that a lock names. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it took the lock, ISO 8601. */
  readonly since: string;
  /** When the process began, in the system's own count, where it tells: another process may get the same number later. */
  readonly started: string | null;
}

/** A lock that is held. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a graph folder: one process writes at a time.
 *
 * Throws `GRAPH_LOCKED` while another process holds it, `GRAPH_FOLDER` when the folder cannot be written. A lock whose
 * process is gone from this machine is taken over, and that is reported.
 */
export async function takeLock(path: string, report: Report): Promise<Lock> {
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    started: startOf(process.pid),
  };
  const content = `${JSON.stringify(own)}\n`;
  while (!(await create(path, content))) await removeStale(path, report);
  return { release: () => release(path, content) };
}

/** Writes the lock, unless there is one. */
async function create(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(content);
    } catch (error) {
      // Where there is no room, an empty one would be left that names nobody and keeps everybody out.
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw unwritable(dirname(path), error);
  }
}

async function release(path: string, content: string): Promise<void> {
  if ((await readLock(path)) === content) await rm(path, { force: true });
}

/** Removes the lock of a process that is gone. Throws `GRAPH_LOCKED` when it is not, or when that cannot be known. */
async function removeStale(path: string, report: Report): Promise<void> {
  const content = await readLock(path);
  if (content === undefined) return;
  const holder = parseHolder(content);
  if (holder === undefined || holder.host !== hostname() || isAlive(holder)) throw locked(path, holder);
  // Two processes may find the lock stale at once. The name of its own tells the one that moved it what it moved.
  const aside = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw unwritable(path, error);
  }
  if ((await readLock(aside)) !== content) {
    await rename(aside, path);
    throw locked(path, parseHolder((await readLock(path)) ?? ""));
  }
  await rm(aside, { force: true });
  const message = `process ${holder.pid}, which wrote here since ${holder.since}, is gone; its lock is taken over`;
  report({ code: "LOCK_TAKEN_OVER", severity: "note", message, at: path });
}

async function readLock(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw unwritable(path, error);
  }
}

function parseHolder(content: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, host, since, started = null } = value as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string" || typeof since !== "string") return undefined;
    return { pid, host, since, started };
  } catch {
    return undefined;
  }
}

function locked(path: string, holder: Holder | undefined): DragomanError {
  const who =
    holder === undefined
      ? "another process"
      : `process ${holder.pid} on ${holder.host}, since ${holder.since.slice(0, 19)}Z,`;
  const message = `${who} is writing to this graph; wait until it is done, or delete this file if it is gone`;
  return new DragomanError("GRAPH_LOCKED", message, { at: path });
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal, so it is there.
    if (errorCode(error) !== "EPERM") return false;
  }
  const now = startOf(pid);
  return started === null || now === null || now === started;
}

/**
 * When a process began, as Linux counts it (proc(5), field 22 of stat); `null` where the system does not tell. A process
 * that has ended, and waits for its parent to take note, never began.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in brackets, and may hold anything.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? "never" : (fields[18] ?? null);
  } catch {
    return null;
  }
}

import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { graphPaths, type GraphPaths } from "./paths.ts";
import { isSameMark, type JournalMark } from "./read-journal.ts";
import { isSystemError, unwritable } from "./unwritable.ts";

/** The version of what lies in a generation. Another version is made again. */
const DERIVED_VERSION = 2;

/** What a generation was made from. */
export interface Origin {
  readonly journal: JournalMark;
  /** The version of the knowledge and of the engine that made it. */
  readonly version: string;
}

/** How large the graph of a generation is. */
export interface Size {
  readonly nodes: number;
  readonly edges: number;
}

/** The current generation of what is derived from a journal. */
export interface Derived {
  readonly origin: Origin;
  readonly size: Size;
  readonly folder: string;
}

interface State extends Origin, Size {
  readonly formatVersion: number;
  /** Name of the folder beside `state.json`: `1`, `2` … */
  readonly generation: string;
}

/** The current generation, or `undefined` where there is none that this version can read. */
export async function readDerived(folder: string): Promise<Derived | undefined> {
  const paths = graphPaths(folder);
  const state = await readState(paths);
  if (state === undefined) return undefined;
  const { journal, version, nodes, edges, generation } = state;
  return { origin: { journal, version }, size: { nodes, edges }, folder: join(paths.derived, generation) };
}

export function isSameOrigin(a: Origin, b: Origin): boolean {
  return a.version === b.version && isSameMark(a.journal, b.journal);
}

/**
 * Makes a new generation: `fill` writes it into a folder of its own, which becomes the current one in a single step. It is
 * given the folder of the generation before, if there is one, and returns what it made the new one from.
 *
 * Whoever stops in between leaves the old generation in place. The one before stays for processes that still read it,
 * older ones are removed. Only the holder of the folder's lock may call this. Throws `GRAPH_FOLDER`.
 */
export async function replaceDerived(
  folder: string,
  fill: (directory: string, previous: string | undefined) => Promise<{ readonly origin: Origin; readonly size: Size }>,
): Promise<Derived> {
  const paths = graphPaths(folder);
  const previous = (await readState(paths))?.generation;
  const generation = String(Number(previous ?? 0) + 1);
  const directory = join(paths.derived, generation);
  let made: { readonly origin: Origin; readonly size: Size };
  try {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    made = await fill(directory, previous === undefined ? undefined : join(paths.derived, previous));
    const state: State = { formatVersion: DERIVED_VERSION, generation, ...made.origin, ...made.size };
    await replaceFile(paths.state, `${JSON.stringify(state)}\n`);
  } catch (error) {
    await rm(directory, { recursive: true, force: true }).catch(() => undefined);
    throw isSystemError(error) ? unwritable(paths.derived, error) : error;
  }
  // What cannot be removed now is tried again with the next generation.
  await removeOthers(paths, [generation, ...(previous === undefined ? [] : [previous])]).catch(() => undefined);
  return { ...made, folder: directory };
}

async function readState({ state }: GraphPaths): Promise<State | undefined> {
  const text = await readFile(state, "utf8").catch(() => undefined);
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isState(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is State {
  if (typeof value !== "object" || value === null) return false;
  const { formatVersion, generation, journal, version, nodes, edges } = value as Partial<State>;
  return (
    formatVersion === DERIVED_VERSION &&
    /^[1-9]\d*$/.test(generation ?? "") &&
    typeof version === "string" &&
    typeof nodes === "number" &&
    typeof edges === "number" &&
    typeof journal?.bytes === "number" &&
    typeof journal.tail === "string"
  );
}

/** Replaces a file in a single step, so that there is the old one or the new one, whole. */
async function replaceFile(path: string, content: string): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}

async function removeOthers({ derived, state }: GraphPaths, keep: readonly string[]): Promise<void> {
  for (const entry of await readdir(derived)) {
    if (entry !== basename(state) && !keep.includes(entry))
      await rm(join(derived, entry), { recursive: true, force: true });
  }
}

import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { crc32 } from "node:zlib";
import { graphPaths, type GraphPaths } from "./paths.ts";
import { isSameMark, type JournalMark } from "./read-journal.ts";
import { isSystemError, unwritable } from "./unwritable.ts";

/** The version of what lies in a generation. Another version is made again. */
const DERIVED_VERSION = 3;

/** Bytes of a file that are read at a time. */
const CHUNK = 1024 * 1024;

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

/** A checksum (CRC-32) of each file of a generation, by name. */
type Sums = Readonly<Record<string, number>>;

/** The current generation of what is derived from a journal. */
export interface Derived {
  readonly origin: Origin;
  readonly size: Size;
  readonly folder: string;
  readonly sums: Sums;
}

interface State extends Origin, Size {
  readonly formatVersion: number;
  /** Name of the folder beside `state.json`: `1`, `2` … */
  readonly generation: string;
  readonly sums: Sums;
}

/** The current generation, or `undefined` where there is none that this version can read. */
export async function readDerived(folder: string): Promise<Derived | undefined> {
  const paths = graphPaths(folder);
  const state = await readState(paths);
  if (state === undefined) return undefined;
  const { journal, version, nodes, edges, generation, sums } = state;
  return { origin: { journal, version }, size: { nodes, edges }, folder: join(paths.derived, generation), sums };
}

/**
 * What keeps the current generation of a folder from being used: the file that is missing or not as it was written, or
 * that there is a generation without a word of this version about it. `undefined` where it is whole, or not yet made.
 *
 * Reads every file: a second for about two gigabytes.
 */
export async function findDamage(folder: string, derived: Derived | undefined): Promise<string | undefined> {
  const paths = graphPaths(folder);
  if (derived === undefined) {
    const entries = await readdir(paths.derived).catch(() => []);
    return entries.length === 0 ? undefined : `${paths.state} is missing, damaged or of another version`;
  }
  for (const [name, sum] of Object.entries(derived.sums)) {
    const path = join(derived.folder, name);
    const found = await sumOf(path).catch((error: unknown) => {
      if (isSystemError(error)) return undefined;
      throw error;
    });
    if (found !== sum) return `${path} is ${found === undefined ? "missing" : "damaged"}`;
  }
  return undefined;
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
  let sums: Sums;
  try {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    made = await fill(directory, previous === undefined ? undefined : join(paths.derived, previous));
    sums = await sumsOf(directory);
    const state: State = { formatVersion: DERIVED_VERSION, generation, ...made.origin, ...made.size, sums };
    await replaceFile(paths.state, `${JSON.stringify(state)}\n`);
  } catch (error) {
    await rm(directory, { recursive: true, force: true }).catch(() => undefined);
    throw isSystemError(error) ? unwritable(paths.derived, error) : error;
  }
  // What cannot be removed now is tried again with the next generation.
  await removeOthers(paths, [generation, ...(previous === undefined ? [] : [previous])]).catch(() => undefined);
  return { ...made, folder: directory, sums };
}

async function sumsOf(directory: string): Promise<Sums> {
  const sums: Record<string, number> = {};
  for (const name of (await readdir(directory)).sort()) sums[name] = await sumOf(join(directory, name));
  return sums;
}

async function sumOf(path: string): Promise<number> {
  let sum = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
    sum = crc32(chunk, sum);
  return sum;
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
  const { formatVersion, generation, journal, version, nodes, edges, sums } = value as Partial<State>;
  return (
    formatVersion === DERIVED_VERSION &&
    /^[1-9]\d*$/.test(generation ?? "") &&
    typeof version === "string" &&
    typeof nodes === "number" &&
    typeof edges === "number" &&
    typeof journal?.bytes === "number" &&
    typeof journal.tail === "string" &&
    typeof sums === "object" &&
    sums !== null
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

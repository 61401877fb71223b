import { randomBytes } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DragomanError } from "../errors.ts";
import type { GraphView } from "../model/graph.ts";
import type { Exporter, FolderExporter } from "./exporter.ts";

/** What to do about a file that the system does not let us write. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist. Create the folder, or choose another",
  ENOTDIR: "a part of its path is a file. Choose another folder",
  EISDIR: "it is a folder. Name a file in it",
  EEXIST: "it is a file. Name a folder, which is made where there is none",
  EACCES: "permission is denied. Change the permissions of its folder, or choose another",
  EPERM: "permission is denied. Change the permissions of its folder, or choose another",
  EROFS: "the file system is read-only. Choose a folder elsewhere",
  ENOSPC: "the disk is full. Free some space, or choose a folder on another disk",
  EDQUOT: "your disk quota is used up. Free some space, or choose a folder on another disk",
  EFBIG: "it would be larger than the system allows. Choose a folder on another disk",
  ENAMETOOLONG: "its name is too long. Choose a shorter one",
};

/**
 * Writes a graph to a file, as `writeText` does. Throws what that throws, and what the graph throws while it is read.
 */
export async function writeExport<Options extends object>(
  exporter: Exporter<Options>,
  graph: GraphView,
  options: Readonly<Options>,
  file: string,
  abort: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  await writeText(exporter.encode(graph, { ...exporter.defaults, ...options }), file, abort);
}

/**
 * Writes a graph as the files of a folder, which is made where there is none; the folder around it must be there. Other
 * files in it stay. No file takes its name before all are complete, so they are all of one graph, unless the process is
 * killed in the moment of renaming. Returns their names. Throws as `writeText` does.
 */
export async function writeFolderExport<Options extends object>(
  exporter: FolderExporter<Options>,
  graph: GraphView,
  options: Readonly<Options>,
  folder: string,
  abort: { readonly signal?: AbortSignal } = {},
): Promise<readonly string[]> {
  const complete: { readonly file: string; readonly temporary: string }[] = [];
  let at = folder;
  try {
    if (!(await stat(folder).catch(ignoreMissing))?.isDirectory()) await mkdir(folder);
    for await (const { name, text } of exporter.files(graph, { ...exporter.defaults, ...options })) {
      at = join(folder, name);
      const temporary = temporaryName(at);
      complete.push({ file: at, temporary });
      await writeTemporary(temporary, text, 0o666, abort);
    }
    for (const { file, temporary } of complete) await rename(temporary, (at = file));
    return complete.map(({ file }) => basename(file));
  } catch (error) {
    for (const { temporary } of complete) await rm(temporary, { force: true });
    abort.signal?.throwIfAborted();
    throw asOutputError(error, at);
  }
}

/**
 * Writes a text to a file: streamed into a temporary file beside it, which takes its name when it is complete. So the file
 * is either the whole new text or what it was before, and a failure leaves nothing behind.
 *
 * A device or a pipe is written as it is. Throws `OUTPUT` when the file cannot be written, and the reason of `signal` when
 * it is aborted.
 */
export async function writeText(
  text: AsyncIterable<string> | Iterable<string>,
  file: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const abort = signal === undefined ? {} : { signal };
  try {
    const existing = await stat(file).catch(ignoreMissing);
    if (existing !== undefined && !existing.isFile()) await writeFile(file, text, abort);
    // A link stays one: what it leads to is replaced.
    else if (existing !== undefined) await replaceFile(await realpath(file), text, existing.mode, abort);
    else await replaceFile(file, text, 0o666, abort);
  } catch (error) {
    signal?.throwIfAborted();
    throw asOutputError(error, file);
  }
}

async function replaceFile(
  file: string,
  text: AsyncIterable<string> | Iterable<string>,
  mode: number,
  abort: { readonly signal?: AbortSignal },
): Promise<void> {
  const temporary = temporaryName(file);
  try {
    await writeTemporary(temporary, text, mode & 0o777, abort);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function temporaryName(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
}

async function writeTemporary(
  temporary: string,
  text: AsyncIterable<string> | Iterable<string>,
  mode: number,
  abort: { readonly signal?: AbortSignal },
): Promise<void> {
  const handle = await open(temporary, "wx", mode);
  try {
    // Takes a buffer only when the one before it is written, so there need be only one.
    await writeFile(handle, encoded(text), abort);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes that go to the file system at once. */
const BUFFER_LENGTH = 1_048_576;
/** The most bytes that UTF-8 needs for a unit of UTF-16. */
const BYTES_OF_UNIT = 3;

/**
 * A text as UTF-8, in buffers that hold many chunks each: to write a small one costs more than to make it. What it yields is
 * overwritten when the next is asked for.
 */
async function* encoded(text: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafe(BUFFER_LENGTH);
  let used = 0;
  for await (const chunk of text) {
    if (used + chunk.length * BYTES_OF_UNIT > buffer.length) {
      yield buffer.subarray(0, used);
      used = 0;
    }
    if (chunk.length * BYTES_OF_UNIT > buffer.length) yield Buffer.from(chunk);
    else used += buffer.write(chunk, used);
  }
  yield buffer.subarray(0, used);
}

function ignoreMissing(error: unknown): undefined {
  if (systemCode(error) !== "ENOENT") throw error;
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : undefined;
}

/** Errors of the file system get their place and remedy; others are none of ours and stay what they are. */
function asOutputError(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const remedy = REMEDIES[code] ?? `the system answered ${code}. Choose another file`;
  return new DragomanError("OUTPUT", `cannot be written: ${remedy}.`, { at: file, cause: error });
}

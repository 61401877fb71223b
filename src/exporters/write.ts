import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { mkdir, open, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
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
  const names: string[] = [];
  const written: WrittenFile[] = [];
  let made = false;
  let at = folder;
  try {
    if (!(await statOf(folder))?.isDirectory()) {
      await mkdir(folder);
      made = true;
    }
    for await (const { name, text } of exporter.files(graph, { ...exporter.defaults, ...options })) {
      at = join(folder, name);
      const existing = await statOf(at);
      // It could not be replaced, and that must not turn out when others have been.
      if (existing?.isFile() === false) throw outputError("it is no file. Take it away, or choose another folder", at);
      names.push(name);
      written.push(await writeBeside(at, existing, text, abort));
    }
    for (const file of written) await rename(file.temporary, (at = file.replaced));
    return names;
  } catch (error) {
    for (const { temporary } of written) await rm(temporary, { force: true });
    if (made) await rmdir(folder).catch(() => undefined);
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
  text: Text,
  file: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const abort = signal === undefined ? {} : { signal };
  try {
    const existing = await statOf(file);
    if (existing?.isFile() === false) await writeFile(file, text, abort);
    else {
      const { replaced, temporary } = await writeBeside(file, existing, text, abort);
      await rename(temporary, replaced).catch(async (error: unknown) => {
        await rm(temporary, { force: true });
        throw error;
      });
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw asOutputError(error, file);
  }
}

type Text = AsyncIterable<string> | Iterable<string>;

/** A file that is complete but for its name. */
interface WrittenFile {
  readonly temporary: string;
  /** The file whose place it is to take. */
  readonly replaced: string;
}

/** Writes what is to replace a file beside it, with the permissions of that. A link stays one: what it leads to is replaced. */
async function writeBeside(
  file: string,
  existing: Stats | undefined,
  text: Text,
  abort: { readonly signal?: AbortSignal },
): Promise<WrittenFile> {
  const replaced = existing === undefined ? file : await realpath(file);
  const temporary = join(dirname(replaced), `.${basename(replaced)}.${randomBytes(6).toString("hex")}.tmp`);
  const mode = existing === undefined ? 0o666 : existing.mode & 0o777;
  const handle = await open(temporary, "wx", mode);
  try {
    // The process may hold back permissions of what it makes.
    if (existing !== undefined) await handle.chmod(mode);
    // Takes a buffer only when the one before it is written, so there need be only one.
    await writeFile(handle, encoded(text), abort);
    await handle.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { replaced, temporary };
}

/** Bytes that go to the file system at once. */
const BUFFER_LENGTH = 1_048_576;
/** The most bytes that UTF-8 needs for a unit of UTF-16. */
const BYTES_OF_UNIT = 3;

/**
 * A text as UTF-8, in buffers that hold many chunks each: to write a small one costs more than to make it. What it yields is
 * overwritten when the next is asked for.
 */
async function* encoded(text: Text): AsyncGenerator<Uint8Array, void, undefined> {
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

/** Undefined where there is nothing. */
async function statOf(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  });
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : undefined;
}

/** Errors of the file system get their place and remedy; others are none of ours and stay what they are. */
function asOutputError(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const remedy = REMEDIES[code] ?? `the system answered ${code}. Choose another file`;
  return outputError(remedy, file, error);
}

function outputError(remedy: string, file: string, cause?: unknown): DragomanError {
  return new DragomanError("OUTPUT", `cannot be written: ${remedy}.`, { at: file, cause });
}

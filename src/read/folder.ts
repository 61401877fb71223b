import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { DragomanError } from "../errors.ts";
import { compareText } from "../model/text.ts";
import { formatOf, type ReadContext } from "./formats.ts";
import type { FoundText } from "./found-text.ts";
import { INDEX_FILE } from "./indexes.ts";
import { toDiagnostic, unreadable } from "./unreadable.ts";

/** The file by which a folder is known to hold a graph, and no articles. */
const GRAPH_MARK = "journal.jsonl";

/**
 * Every article in a folder and the folders in it, by path. Links are followed, each folder is read once.
 *
 * A file that cannot be read is reported and passed over; files of other kinds are counted, graph folders named.
 * Throws `INPUT_UNREADABLE` for the folder itself, `INPUT_EMPTY` when nothing in it could be read.
 */
export async function* readFolder(folder: string, context: ReadContext): AsyncGenerator<FoundText> {
  const counts = { read: 0, failed: 0, other: 0 };
  if (await isGraphFolder(folder)) {
    const message = "is a graph, not a folder of articles; passed over";
    context.report({ code: "PASSED_OVER", severity: "warning", message, at: folder });
    return;
  }
  for await (const path of walk(folder, context, new Set())) {
    const format = formatOf(path);
    if (format === undefined) counts.other += 1;
    else {
      try {
        for await (const found of format.read(path, context)) {
          counts.read += 1;
          yield found;
        }
      } catch (error) {
        counts.failed += 1;
        context.report(toDiagnostic(error, "FILE_UNREADABLE"));
      }
    }
  }
  const others = `${counts.other} ${counts.other === 1 ? "file" : "files"} of other kinds`;
  if (counts.read === 0) {
    const reasons = [
      ...(counts.failed > 0 ? [`${counts.failed} could not be read`] : []),
      ...(counts.other > 0 ? [others] : []),
    ];
    const found = reasons.length === 0 ? "" : ` (${reasons.join(", ")})`;
    const message = `holds no article that can be read${found}; articles are .txt, .md and .jsonl files`;
    throw new DragomanError("INPUT_EMPTY", message, { at: folder });
  }
  if (counts.other > 0) {
    context.report({ code: "PASSED_OVER", severity: "note", message: `${others} passed over`, at: folder });
  }
}

/** Whether a folder holds a graph. */
export async function isGraphFolder(folder: string): Promise<boolean> {
  return (await stat(join(folder, GRAPH_MARK)).catch(() => undefined))?.isFile() === true;
}

/** Paths of files, sorted; `index.jsonl` describes others and is none of them. */
async function* walk(folder: string, context: ReadContext, seen: Set<string>): AsyncGenerator<string> {
  let entries: readonly Dirent[];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw unreadable(folder, error);
  }
  for (const entry of [...entries].sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (kind?.isDirectory() === true) yield* walkInner(path, context, seen);
    // A link to nothing is read like a file, and reported as one. Pipes and sockets would be waited for without end.
    else if (entry.name !== INDEX_FILE && (kind === undefined || kind.isFile())) yield path;
  }
}

async function* walkInner(folder: string, context: ReadContext, seen: Set<string>): AsyncGenerator<string> {
  if (await isGraphFolder(folder)) {
    context.report({ code: "PASSED_OVER", severity: "note", message: "is a graph; passed over", at: folder });
    return;
  }
  try {
    yield* walk(folder, context, seen);
  } catch (error) {
    context.report(toDiagnostic(error, "FILE_UNREADABLE"));
  }
}

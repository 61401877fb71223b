import { stat } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import type { LanguageCode } from "../model/ids.ts";
import { readFolder } from "./folder.ts";
import { EXTENSIONS, formatOf, type ReadContext } from "./formats.ts";
import type { FoundText } from "./found-text.ts";
import { createIndexes, INDEX_FILE } from "./indexes.ts";
import { readStdin } from "./stdin.ts";
import { unreadable } from "./unreadable.ts";

export interface ReadOptions {
  /** Takes what is worth telling and stops nothing: a file in a folder that cannot be read, a line that is not JSON. */
  readonly report: Report;
  /** What `-` reads from. Default: the standard input of the process. */
  readonly stdin?: AsyncIterable<Buffer>;
  /** Date of publication, ISO 8601, of articles that give none. */
  readonly publishedAt?: string;
  /** Language of articles that give none. */
  readonly language?: LanguageCode;
}

/**
 * Reads articles from files, folders and, for `-`, standard input, in the order in which they are named.
 *
 * What is named must be readable: a file that is not throws `INPUT_UNREADABLE`, a folder without articles `INPUT_EMPTY`.
 * A bad file inside a folder, and a bad line inside a file, is reported and passed over.
 */
export async function* readInputs(inputs: readonly string[], options: ReadOptions): AsyncGenerator<FoundText> {
  const context: ReadContext = { report: options.report, indexes: createIndexes(options.report) };
  const defaults = {
    ...(options.publishedAt === undefined ? {} : { publishedAt: options.publishedAt }),
    ...(options.language === undefined ? {} : { language: options.language }),
  };
  let count = 0;
  for (const input of inputs) {
    const texts = input === "-" ? readStdin(options.stdin ?? process.stdin, context.report) : readPath(input, context);
    for await (const found of texts) {
      count += 1;
      yield { ...found, path: absolute(found.path), source: { ...defaults, ...found.source } };
    }
  }
  if (count === 0) throw new DragomanError("INPUT_EMPTY", `no article in ${inputs.join(", ")}; see the messages above`);
}

async function* readPath(input: string, context: ReadContext): AsyncGenerator<FoundText> {
  const stats = await stat(input).catch((error: unknown) => {
    throw unreadable(input, error);
  });
  if (stats.isDirectory()) yield* readFolder(input, context);
  // Metadata, read along with the articles that it describes: a shell's `folder/*` names it among them.
  else if (basename(input) === INDEX_FILE) return;
  else {
    const format = formatOf(input);
    if (format === undefined) {
      const kind = extname(input) === "" ? "has no extension" : `is a ${extname(input)} file`;
      const message = `${kind}, and only ${EXTENSIONS.join(", ")} files are read; "-" reads standard input`;
      throw new DragomanError("INPUT_UNREADABLE", message, { at: input });
    }
    yield* format.read(input, context);
  }
}

function absolute(path: string): string {
  return path === "stdin" ? path : resolve(path);
}

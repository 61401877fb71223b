import { readFile, stat } from "node:fs/promises";
import { basename, dirname, extname } from "node:path";
import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES, type FoundText } from "./found-text.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { createIndexes } from "./indexes.ts";
import { articleOfLine, readJsonLines } from "./json-lines.ts";
import { readChunks } from "./lines.ts";
import { parseMetadata, type RawMetadata } from "./metadata.ts";
import { unreadable } from "./unreadable.ts";

/** What the reader of a file is handed beside its path. */
export interface ReadContext {
  readonly report: Report;
  readonly indexes: ReturnType<typeof createIndexes>;
}

/** A kind of file that holds articles. Reading throws `INPUT_UNREADABLE` for a file that cannot be read as a whole. */
export interface Format {
  readonly extensions: readonly string[];
  readonly read: (path: string, context: ReadContext) => AsyncIterable<FoundText>;
}

/** Every kind of file that is read. */
export const FORMATS: readonly Format[] = [
  { extensions: [".txt"], read: (path, context) => readText(path, context, () => Promise.resolve({})) },
  {
    extensions: [".md", ".markdown"],
    read: (path, context) => readText(path, context, (text) => readFrontMatter(text, path, context.report)),
  },
  { extensions: [".jsonl", ".ndjson"], read: readArticleLines },
];

/** The extensions that are read, for messages and help. */
export const EXTENSIONS: readonly string[] = FORMATS.flatMap((format) => format.extensions);

/** How a file is read, by its extension. */
export function formatOf(path: string): Format | undefined {
  const extension = extname(path).toLowerCase();
  return FORMATS.find((format) => format.extensions.includes(extension));
}

/** One article a file: its name is the file's without its last extension. */
async function* readText(
  path: string,
  context: ReadContext,
  ownMetadata: (text: string) => Promise<RawMetadata>,
): AsyncGenerator<FoundText> {
  const text = decodeText(await readWhole(path), path);
  if (text.trim() === "") {
    throw new DragomanError("INPUT_UNREADABLE", "is empty; remove it, or give it the text of an article", { at: path });
  }
  const name = basename(path, extname(path));
  const known = await context.indexes.of(dirname(path));
  const metadata = parseMetadata({ ...known(name), ...(await ownMetadata(text)) }, path, context.report);
  yield { text, source: { name, ...metadata }, path };
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size <= MAX_TEXT_BYTES) return await readFile(path);
    const [found, most] = [size, MAX_TEXT_BYTES].map((bytes) => Math.ceil(bytes / 1024 / 1024));
    const message = `has ${found} MB, and an article ${most} MB at most; write one article a line into a .jsonl file`;
    throw new DragomanError("INPUT_UNREADABLE", message, { at: path });
  } catch (error) {
    throw error instanceof DragomanError ? error : unreadable(path, error);
  }
}

async function* readArticleLines(path: string, context: ReadContext): AsyncGenerator<FoundText> {
  const known = await context.indexes.of(dirname(path));
  for await (const line of readJsonLines(readChunks(path), path, context.report)) {
    const found = articleOfLine(line, path, known, context.report);
    if (found !== undefined) yield found;
  }
}

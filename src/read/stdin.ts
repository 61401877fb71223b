import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES, type FoundText } from "./found-text.ts";
import { articleOfLine, readJsonLines } from "./json-lines.ts";

/** The name of standard input in messages, and of the one article that plain text there is. */
const STDIN = "stdin";

/**
 * The articles on standard input: JSON lines where it begins with `{`, else one plain text.
 *
 * Throws `INPUT_EMPTY` when nothing comes, `INPUT_UNREADABLE` for what is no text.
 */
export async function* readStdin(input: AsyncIterable<Buffer>, report: Report): AsyncGenerator<FoundText> {
  const chunks = input[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const all = joinChunks(head, chunks);
  if (/^(?:\uFEFF)?\s*\{/.test(head.toString("utf8"))) {
    for await (const line of readJsonLines(all, STDIN, report)) {
      const found = articleOfLine(line, STDIN, () => ({}), report);
      if (found !== undefined) yield found;
    }
    return;
  }
  const text = decodeText(await readAll(all), STDIN);
  if (text.trim() === "") throw new DragomanError("INPUT_EMPTY", "nothing came on standard input", { at: STDIN });
  yield { text, source: { name: STDIN }, path: STDIN };
}

/** Bytes up to the first that is no white space, so that blank lines in front do not decide. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.toString("utf8").trim() === "" && head.length <= MAX_TEXT_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* joinChunks(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function readAll(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > MAX_TEXT_BYTES) {
      const message = `has more than ${MAX_TEXT_BYTES / 1024 / 1024} MB of plain text; send one article a line as JSON`;
      throw new DragomanError("INPUT_UNREADABLE", message, { at: STDIN });
    }
  }
  return Buffer.concat(parts);
}

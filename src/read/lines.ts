import { createReadStream } from "node:fs";
import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import { decodeText } from "./decode.ts";
import { MAX_TEXT_BYTES } from "./found-text.ts";
import { toDiagnostic, unreadable } from "./unreadable.ts";

/** A line of a file, its number counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The bytes of a file, in chunks. Throws `INPUT_UNREADABLE`. */
export async function* readChunks(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof DragomanError ? error : unreadable(path, error);
  }
}

/**
 * The lines that are not blank, one at a time, so that a file may be larger than memory.
 *
 * `at` names the file in messages. A line that cannot be decoded is reported and passed over.
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>, at: string, report: Report): AsyncGenerator<Line> {
  let number = 0;
  for await (const bytes of splitBytes(chunks, at)) {
    number += 1;
    const text = decodeLine(bytes, `${at}:${number}`, report);
    if (text !== undefined && text.trim() !== "") yield { number, text };
  }
}

function decodeLine(bytes: Buffer, at: string, report: Report): string | undefined {
  try {
    return decodeText(bytes, at);
  } catch (error) {
    report(toDiagnostic(error, "LINE_MALFORMED"));
    return undefined;
  }
}

async function* splitBytes(chunks: AsyncIterable<Buffer>, at: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  let wide: boolean | undefined;
  for await (const chunk of chunks) {
    wide ??= hasWideMark(chunk);
    let start = 0;
    for (let end = wide ? -1 : chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      length = 0;
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > MAX_TEXT_BYTES) {
      const message = `has more than ${MAX_TEXT_BYTES / 1024 / 1024} MB without a line end; write one article a line, in UTF-8`;
      throw new DragomanError("INPUT_UNREADABLE", message, { at });
    }
  }
  const last = Buffer.concat(rest);
  if (wide !== true) yield last;
  // A line end of UTF-16 is two bytes, and either of them may be half of another character: decode first, then split.
  else for (const line of decodeText(last, at).split("\n")) yield Buffer.from(line);
}

/** Whether bytes begin with the byte order mark of UTF-16. */
function hasWideMark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

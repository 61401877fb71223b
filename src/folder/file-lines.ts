import { createReadStream } from "node:fs";

/** A line of a file of JSON lines. */
export interface FileLine {
  readonly text: string;
  /** Its bytes, with its line end. */
  readonly length: number;
  /** Whether it has a line end. Only the last one may lack it. */
  readonly ended: boolean;
}

const LINE_END = 0x0a;

/**
 * The lines of a file, one at a time, so that the file may be larger than memory.
 *
 * Lines end with a line feed only: JSON may hold U+2028 and U+2029, at which Node's own reader of lines splits too.
 */
export async function* readFileLines(path: string): AsyncGenerator<FileLine> {
  let rest: Buffer[] = [];
  const take = (end: Buffer, ended: boolean): FileLine => {
    const bytes = Buffer.concat([...rest, end]);
    rest = [];
    return { text: bytes.toString("utf8"), length: bytes.length + (ended ? 1 : 0), ended };
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      yield take(chunk.subarray(start, end), true);
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield take(Buffer.alloc(0), false);
}

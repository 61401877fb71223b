import type { GraphView } from "../model/graph.ts";

/**
 * Writes a graph in one file format. A plain value, listed in `exporters/index.ts`.
 *
 * Chunks come as they are ready, so a large graph is never one string. The same graph gives the same text, byte for byte.
 * A view may be read more than once; it must not change meanwhile.
 */
export interface Exporter<Options extends object = object> {
  /** What `--format` calls it. */
  readonly id: string;
  readonly name: string;
  /** Without the dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  /** What holds for an option that is left out. */
  readonly defaults: Readonly<Options>;
  readonly encode: (graph: GraphView, options: Readonly<Options>) => AsyncIterable<string>;
}

/** Large enough that the cost of a chunk does not matter, small enough that memory does not either. */
const CHUNK_LENGTH = 65_536;

/** Writes items one after the other, and yields what they make in chunks of about 64 thousand characters. */
export async function* inChunks<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  write: (item: Item, index: number) => string,
): AsyncGenerator<string, void, undefined> {
  let chunk = "";
  let index = 0;
  for await (const item of items) {
    chunk += write(item, index);
    index += 1;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

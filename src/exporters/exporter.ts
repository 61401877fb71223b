import type { GraphView } from "../model/graph.ts";
import type { Modality } from "../model/modality.ts";

/** What every file format in which a graph can leave says of itself. A plain value, listed in `exporters/index.ts`. */
interface Format<Options extends object> {
  /** What `--format` calls it. */
  readonly id: string;
  readonly name: string;
  /** Which facts are written where nobody says: what is shown first, or all where every reader can tell them apart. */
  readonly modalities: readonly Modality[];
  /** Dialects of the format, the usual one first. None where there is one only. */
  readonly flavors: readonly string[];
  /** What holds for an option that is left out. */
  readonly defaults: Readonly<Options>;
}

/**
 * Writes a graph as one file.
 *
 * Chunks come as they are ready, so a large graph is never one string. The same graph gives the same text, byte for byte.
 * A view may be read more than once; it must not change meanwhile.
 */
export interface Exporter<Options extends object = object> extends Format<Options> {
  /** Without the dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  readonly encode: (graph: GraphView, options: Readonly<Options>) => AsyncIterable<string>;
}

/** Writes a graph as several files in one folder, each of them as an `Exporter` does. */
export interface FolderExporter<Options extends object = object> extends Format<Options> {
  /** In the order in which they are to be written. */
  readonly files: (
    graph: GraphView,
    options: Readonly<Options>,
  ) => Iterable<ExportedFile> | AsyncIterable<ExportedFile>;
}

/** One of the files of a `FolderExporter`. */
export interface ExportedFile {
  /** Without a folder. */
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

/** Large enough that the cost of a chunk does not matter, small enough that memory does not either. */
const CHUNK_LENGTH = 8_192;

/** Writes items one after the other, and yields what they make in chunks of about 8 thousand characters. */
export async function* inChunks<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  write: (item: Item, index: number) => string,
): AsyncGenerator<string, void, undefined> {
  let chunk = "";
  let index = 0;
  const add = (item: Item): boolean => {
    chunk += write(item, index);
    index += 1;
    return chunk.length >= CHUNK_LENGTH;
  };
  const take = (): string => {
    const full = chunk;
    chunk = "";
    return full;
  };
  // To wait for every item of a list takes longer than to write it.
  if (Symbol.iterator in items) {
    for (const item of items) if (add(item)) yield take();
  } else {
    for await (const item of items) if (add(item)) yield take();
  }
  if (chunk !== "") yield chunk;
}

import type { GraphView } from "../model/graph.ts";
import { csv } from "./csv.ts";
import type { FolderExporter } from "./exporter.ts";
import { graphml } from "./graphml.ts";
import type { ExportOptions } from "./index.ts";
import { json } from "./json.ts";

/** A file that the page makes of what it shows. */
export interface PartFormat {
  readonly mediaType: string;
  readonly write: (graph: GraphView, options: Readonly<ExportOptions>) => AsyncIterable<string>;
}

const table = (name: string): PartFormat => ({
  mediaType: "text/csv",
  write: (graph, options) => oneOf(csv, name, graph, options),
});

/** By what a file is called behind its dot, or whole. Nothing in it needs a server, so a file that holds its graph has them too. */
export const PART_FORMATS = {
  graphml: { mediaType: graphml.mediaType, write: (graph, options) => graphml.encode(graph, options) },
  json: { mediaType: json.mediaType, write: (graph, options) => json.encode(graph, options) },
  "nodes.csv": table("nodes.csv"),
  "edges.csv": table("edges.csv"),
} as const satisfies Readonly<Record<string, PartFormat>>;

export type PartFormatId = keyof typeof PART_FORMATS;

async function* oneOf(
  exporter: FolderExporter<ExportOptions>,
  name: string,
  graph: GraphView,
  options: Readonly<ExportOptions>,
): AsyncGenerator<string> {
  for await (const file of exporter.files(graph, options)) if (file.name === name) yield* file.text;
}

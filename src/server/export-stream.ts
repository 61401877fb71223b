import { extname } from "node:path";
import type { z } from "zod";
import { DragomanError } from "../errors.ts";
import type { Exporter, FolderExporter } from "../exporters/exporter.ts";
import type { ExportOptions } from "../exporters/index.ts";
import { selectGraph, type GraphSelection } from "../graph/select.ts";
import type { GraphView } from "../model/graph.ts";
import { MODALITIES } from "../model/modality.ts";
import type { Derived } from "./derived.ts";
import { daysOf, termsOf } from "./filters.ts";
import { found } from "./found.ts";
import type { ROUTES } from "./routes.ts";

type ExportQuery = z.output<(typeof ROUTES)["export"]["query"]>;
type AnyExporter = Exporter<ExportOptions> | FolderExporter<ExportOptions>;

/** Media types of the files of a folder that are not plain text, by the end of their names. */
const FILE_TYPES: Readonly<Record<string, string>> = { ".csv": "text/csv" };
const PLAIN_TEXT = "text/plain";
/** All that `streamExportFile` may answer with. */
export const FILE_MEDIA_TYPES: readonly string[] = [...Object.values(FILE_TYPES), PLAIN_TEXT];

/**
 * A part of a graph in a file format, written while it is fetched. A client that goes away ends it.
 *
 * Throws `QUERY_INVALID` for a flavor, kind or relation that there is not, `NOT_FOUND` for a node that the graph does not have.
 */
export function streamExport(
  exporter: Exporter<ExportOptions>,
  of: Derived,
  query: ExportQuery,
  options: Readonly<ExportOptions>,
): Response {
  const { view, given } = prepare(exporter, of, query, options);
  return download(exporter.encode(view, given), `graph.${exporter.extensions[0]}`, exporter.mediaType);
}

/** One of the files of a format of several. Throws as `streamExport` does, and `NOT_FOUND` for a file that it does not have. */
export async function streamExportFile(
  exporter: FolderExporter<ExportOptions>,
  name: string,
  of: Derived,
  query: ExportQuery,
  options: Readonly<ExportOptions>,
): Promise<Response> {
  const { view, given } = prepare(exporter, of, query, options);
  const others: string[] = [];
  // The text of a file that nobody asks for is not made.
  for await (const file of exporter.files(view, given)) {
    if (file.name === name) return download(file.text, name, FILE_TYPES[extname(name)] ?? PLAIN_TEXT);
    others.push(file.name);
  }
  throw new DragomanError("NOT_FOUND", `${exporter.id} has no file ${name}; it has: ${others.join(", ")}`);
}

/** A file that is written while it is fetched. */
export function download(text: AsyncIterable<string> | Iterable<string>, name: string, mediaType: string): Response {
  return new Response(ReadableStream.from(text).pipeThrough(new TextEncoderStream()), {
    headers: { "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${name}"` },
  });
}

function prepare(
  exporter: AnyExporter,
  of: Derived,
  query: ExportQuery,
  options: Readonly<ExportOptions>,
): { readonly view: GraphView; readonly given: Readonly<ExportOptions> } {
  const { flavor } = query;
  if (flavor !== undefined && !exporter.flavors.includes(flavor)) {
    const known = exporter.flavors.length === 0 ? "none" : exporter.flavors.join(", ");
    throw new DragomanError("QUERY_INVALID", `${exporter.id} has no flavor ${flavor}; it has: ${known}`);
  }
  return {
    view: selectGraph(of.graph, selectionOf(exporter, of, query)),
    given: { ...exporter.defaults, ...options, ...(flavor === undefined ? {} : { flavor }) },
  };
}

function selectionOf(exporter: AnyExporter, { graph, ontology }: Derived, query: ExportQuery): GraphSelection {
  const { minWeight, steps, around } = query;
  const kinds = termsOf("kind", query.kinds, ontology().kinds);
  const relations = termsOf("relation", query.relations, ontology().relations);
  const modalities = new Set(query.modalities ?? exporter.modalities);
  // Asked for now: once the answer has begun, it is too late for an error.
  for (const id of around ?? []) found(graph.node(id), "node", id);
  return {
    ...(kinds === undefined ? {} : { kinds }),
    ...(relations === undefined ? {} : { relations }),
    ...(MODALITIES.every((each) => modalities.has(each)) ? {} : { modalities }),
    ...daysOf(query),
    ...(minWeight === undefined ? {} : { minWeight }),
    ...(around === undefined ? {} : { around: { ids: around, steps } }),
  };
}

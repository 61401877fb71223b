import type { z } from "zod";
import { DragomanError } from "../errors.ts";
import type { Exporter } from "../exporters/exporter.ts";
import type { ExportOptions } from "../exporters/index.ts";
import { selectGraph, type GraphSelection } from "../graph/select.ts";
import { MODALITIES } from "../model/modality.ts";
import type { Derived } from "./derived.ts";
import { daysOf, termsOf } from "./filters.ts";
import { found } from "./requests.ts";
import type { ROUTES } from "./routes.ts";

type ExportQuery = z.output<(typeof ROUTES)["export"]["query"]>;

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
  const { flavor } = query;
  if (flavor !== undefined && !exporter.flavors.includes(flavor)) {
    const known = exporter.flavors.length === 0 ? "none" : exporter.flavors.join(", ");
    throw new DragomanError("QUERY_INVALID", `${exporter.id} has no flavor ${flavor}; it has: ${known}`);
  }
  const view = selectGraph(of.graph, selectionOf(exporter, of, query));
  const given = { ...exporter.defaults, ...options, ...(flavor === undefined ? {} : { flavor }) };
  const text = ReadableStream.from(exporter.encode(view, given));
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      "Content-Type": exporter.mediaType,
      "Content-Disposition": `attachment; filename="graph.${exporter.extensions[0]}"`,
    },
  });
}

function selectionOf(
  exporter: Exporter<ExportOptions>,
  { graph, ontology }: Derived,
  query: ExportQuery,
): GraphSelection {
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

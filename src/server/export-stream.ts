import type { Exporter } from "../exporters/exporter.ts";
import type { ExportOptions } from "../exporters/index.ts";
import type { GraphView } from "../model/graph.ts";

/** A graph in a file format, written while it is fetched. A client that goes away ends it. */
export function streamExport(
  exporter: Exporter<ExportOptions>,
  graph: GraphView,
  options: Readonly<ExportOptions>,
): Response {
  const text = ReadableStream.from(exporter.encode(graph, { ...exporter.defaults, ...options }));
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      "Content-Type": exporter.mediaType,
      "Content-Disposition": `attachment; filename="graph.${exporter.extensions[0]}"`,
    },
  });
}

import type { Exporter } from "./exporter.ts";
import { graphml } from "./graphml.ts";
import type { GraphmlOptions } from "./graphml-columns.ts";
import { json, type JsonOptions } from "./json.ts";

/** What any of the exporters takes. Each ignores what its format has no place for. */
export type ExportOptions = JsonOptions & GraphmlOptions;

/** Every format in which a graph can leave. */
export const EXPORTERS: readonly Exporter<ExportOptions>[] = [json, graphml];

/** The exporter that `--format` names. */
export function findExporter(id: string): Exporter<ExportOptions> | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

/** The exporter that the extension of a file's name asks for, whatever its case. */
export function exporterForFile(file: string): Exporter<ExportOptions> | undefined {
  const name = file.toLowerCase();
  return EXPORTERS.find((exporter) => exporter.extensions.some((extension) => name.endsWith(`.${extension}`)));
}

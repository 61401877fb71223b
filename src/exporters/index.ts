import type { Exporter, FolderExporter } from "./exporter.ts";
import { csv, type CsvOptions } from "./csv.ts";
import { cypher } from "./cypher-script.ts";
import { gexf } from "./gexf.ts";
import { graphml, type GraphmlOptions } from "./graphml.ts";
import { json, type JsonOptions } from "./json.ts";
import { jsonld, type JsonldOptions } from "./jsonld.ts";
import { neo4jAdmin } from "./neo4j-admin.ts";

/** What any of the exporters takes. Each ignores what its format has no place for. */
export type ExportOptions = JsonOptions & GraphmlOptions & CsvOptions & JsonldOptions;

/** Every format in which a graph can leave as one file. */
export const EXPORTERS: readonly Exporter<ExportOptions>[] = [graphml, gexf, json, jsonld, cypher];

/** Every format in which it can leave as a folder of files. */
export const FOLDER_EXPORTERS: readonly FolderExporter<ExportOptions>[] = [csv, neo4jAdmin];

/** The exporter of one file that `--format` names. */
export function findExporter(id: string): Exporter<ExportOptions> | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}

/** The exporter of a folder that `--format` names. */
export function findFolderExporter(id: string): FolderExporter<ExportOptions> | undefined {
  return FOLDER_EXPORTERS.find((exporter) => exporter.id === id);
}

/** The exporter that the extension of a file's name asks for, whatever its case. */
export function exporterForFile(file: string): Exporter<ExportOptions> | undefined {
  return forFile(file, EXPORTERS);
}

/** The first of some formats that has the extension of a file's name, whatever its case. */
export function forFile<Format extends { readonly extensions: readonly string[] }>(
  file: string,
  formats: readonly Format[],
): Format | undefined {
  const name = file.toLowerCase();
  return formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(`.${extension}`)));
}

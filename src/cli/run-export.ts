import type { Exporter } from "../exporters/exporter.ts";
import { exporterForFile, EXPORTERS, findExporter, type ExportOptions } from "../exporters/index.ts";
import { writeExport } from "../exporters/write.ts";
import { DragomanError } from "../errors.ts";
import type { Graph } from "../model/graph.ts";
import { inLanguage, languagesOfNames, withLabels } from "../model/labels.ts";
import { loadKnowledge } from "../seeds/knowledge.ts";
import { logger } from "./logger.ts";
import { print } from "./output.ts";
import { withGraph } from "./with-graph.ts";

export interface ExportCommandOptions {
  readonly graph: string;
  readonly format?: string;
  /** A file, or `-` for standard output. */
  readonly output: string;
  readonly layout?: true;
  readonly labels?: readonly string[];
}

/** Writes the graph of a folder to a file or to standard output. */
export async function runExport(command: ExportCommandOptions): Promise<void> {
  const { graph: folder, format, output, layout, labels = [] } = command;
  const exporter = chooseExporter(format, output);
  await withGraph(folder, async (open) => {
    const { graph, ...words } = chooseLabels(await open.graph(), labels);
    const options: ExportOptions = { ...words, ...(layout === true ? { positions: await open.positions() } : {}) };
    if (output !== "-") await writeExport(exporter, graph, options, output);
    else for await (const chunk of exporter.encode(graph, { ...exporter.defaults, ...options })) await print(chunk);
  });
}

/** The graph, and the words for its relations, in the languages that are asked for. */
function chooseLabels(
  graph: Graph,
  languages: readonly string[],
): { readonly graph: Graph } & Pick<ExportOptions, "relationLabels"> {
  if (languages.length === 0) return { graph };
  for (const language of languages) {
    if (languagesOfNames(graph).includes(language)) continue;
    logger.warn(`nothing in the graph has a name in the language ${language}`);
  }
  const { ontology } = loadKnowledge();
  const eventTypes = new Map(ontology.events.map(({ id, labels }) => [id, labels]));
  const relationLabels = new Map(
    ontology.relations.map(({ id, labels }) => [id, inLanguage<string>(labels, languages) ?? id]),
  );
  return { graph: withLabels(graph, { languages, eventTypes }), relationLabels };
}

function chooseExporter(format: string | undefined, output: string): Exporter<ExportOptions> {
  const exporter = format === undefined ? exporterForFile(output) : findExporter(format);
  if (exporter !== undefined) return exporter;
  const known = EXPORTERS.map(({ id }) => id).join(", ");
  const problem =
    format !== undefined
      ? `there is no format ${format}`
      : output === "-"
        ? "standard output needs a --format"
        : "no format has this extension; give one with --format";
  const at = format === undefined && output !== "-" ? output : undefined;
  throw new DragomanError("USAGE", `${problem}: ${known}`, { at });
}

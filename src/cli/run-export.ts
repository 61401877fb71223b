import type { Exporter } from "../exporters/exporter.ts";
import { exporterForFile, EXPORTERS, findExporter, type ExportOptions } from "../exporters/index.ts";
import { writeExport } from "../exporters/write.ts";
import { DragomanError } from "../errors.ts";
import { print } from "./output.ts";
import { withGraph } from "./with-graph.ts";

export interface ExportCommandOptions {
  readonly graph: string;
  readonly format?: string;
  /** A file, or `-` for standard output. */
  readonly output: string;
  readonly layout?: true;
}

/** Writes the graph of a folder to a file or to standard output. */
export async function runExport({ graph: folder, format, output, layout }: ExportCommandOptions): Promise<void> {
  const exporter = chooseExporter(format, output);
  await withGraph(folder, async (open) => {
    const graph = await open.graph();
    const options: ExportOptions = layout === true ? { positions: await open.positions() } : {};
    if (output !== "-") await writeExport(exporter, graph, options, output);
    else for await (const chunk of exporter.encode(graph, { ...exporter.defaults, ...options })) await print(chunk);
  });
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

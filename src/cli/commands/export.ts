import { type Command, Option } from "commander";
import { graphOption, labelsOption } from "../options.ts";
import type { ExportCommandOptions } from "../run-export.ts";

export function addExport(program: Command): void {
  program
    .command("export")
    .summary("write the graph to a file")
    .description(
      "Writes the graph as a file: json (as graphology reads it) or graphml (as Gephi, yEd and networkx do).",
    )
    .addOption(graphOption())
    .addOption(new Option("--format <format>", "format of the file (default: as its extension says)"))
    .addOption(new Option("-o, --output <file>", "the file, or - for standard output").default("-"))
    .option("--layout", "add the place of each node: x and y")
    .addOption(labelsOption())
    .addHelpText(
      "after",
      `
Examples:
  dragoman export --output graph.graphml
  dragoman export --format json --output graph.json
  dragoman export --labels ur,de --output graph.graphml      labels in Urdu, else in German
  dragoman export --format json | jq '.nodes | length'`,
    )
    .action(async (options: ExportCommandOptions) => {
      const { runExport } = await import("../run-export.ts");
      await runExport(options);
    });
}

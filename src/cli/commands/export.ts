import { type Command, Option } from "commander";
import { graphOption, labelsOption, selectionOptions } from "../options.ts";
import type { ExportCommandOptions } from "../run-export.ts";

export function addExport(program: Command): void {
  const command = program
    .command("export")
    .summary("write the graph to a file")
    .description(
      "Writes the graph, or a part of it, for other programs:\n" +
        "  graphml  Gephi, Cytoscape, networkx, igraph; --flavor yed, apoc (Neo4j), simple (no parallel edges)\n" +
        "  gexf     Gephi, with a time line\n" +
        "  csv      a folder with nodes.csv and edges.csv; --flavor excel\n" +
        "  html     one file with the viewer and the graph in it; --flavor quotes leaves texts out\n" +
        "  json     graphology, jq, your own programs\n" +
        "  jsonld   linked data: schema.org and PROV-O\n" +
        "  cypher   a script for Neo4j\n" +
        "  neo4j-admin  a folder for neo4j-admin database import, with the command\n" +
        "docs/exports.md tells what each holds.",
    )
    .addOption(graphOption())
    .addOption(new Option("--format <format>", "format of the file (default: as its extension says)"))
    .addOption(new Option("--flavor <flavor>", "dialect of the format"))
    .addOption(
      new Option("-o, --output <file>", "the file, or - for standard output; of csv and neo4j-admin a folder").default(
        "-",
      ),
    )
    .option("--layout", "add the place of each node: x and y")
    .addOption(labelsOption());
  for (const option of selectionOptions()) command.addOption(option);
  command
    .addHelpText(
      "after",
      `
Examples:
  dragoman export --output graph.graphml
  dragoman export --format csv --output tables
  dragoman export --labels ur,de --output graph.graphml      labels in Urdu, else in German
  dragoman export --kinds Person,Government --from 2022-05 --to 2022-06 --output may.graphml
  dragoman export --around 'Antony Blinken' --steps 2 --output near.graphml
  dragoman export --format json | jq '.nodes | length'`,
    )
    .action(async (options: ExportCommandOptions) => {
      const { runExport } = await import("../run-export.ts");
      await runExport(options);
    });
}

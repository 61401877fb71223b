import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addLoad(program: Command): void {
  program
    .command("load")
    .summary("load the graph into Neo4j")
    .description(
      "Loads the graph into Neo4j. Loading it twice leaves what loading it once leaves.\n" +
        "NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE say where and as whom.",
    )
    .addOption(graphOption())
    .option("--uri <uri>", "address of Neo4j, instead of NEO4J_URI")
    .addHelpText(
      "after",
      `
Examples:
  NEO4J_URI=neo4j://localhost NEO4J_PASSWORD=… dragoman load
  NEO4J_PASSWORD=… dragoman load --graph news --uri neo4j+s://example.databases.neo4j.io`,
    )
    .action(async ({ graph, uri }: { readonly graph: string; readonly uri?: string }) => {
      const { runLoad } = await import("../run-load.ts");
      await runLoad(graph, uri);
    });
}

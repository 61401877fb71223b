import type { Command } from "commander";
import { graphOption } from "../options.ts";
import type { LoadOptions } from "../run-load.ts";

export function addLoad(program: Command): void {
  program
    .command("load")
    .summary("load the graph into Neo4j")
    .description(
      "Brings Neo4j in line with the graph: what is there and the same is not written again, and what was interrupted\n" +
        "is completed by the same command. NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD (or NEO4J_TOKEN) and\n" +
        "NEO4J_DATABASE say where and as whom.",
    )
    .addOption(graphOption())
    .option("--uri <uri>", "address of Neo4j, instead of NEO4J_URI")
    .option("--prune", "remove what Dragoman wrote there and the graph no longer has")
    .option("--dry-run", "write nothing; tell what would be new, changed and, with --prune, removed")
    .addHelpText(
      "after",
      `
Examples:
  NEO4J_URI=neo4j://localhost NEO4J_PASSWORD=… dragoman load
  NEO4J_URI=neo4j://localhost NEO4J_PASSWORD=… dragoman load --prune --dry-run
  NEO4J_PASSWORD=… dragoman load --graph news --uri neo4j+s://example.databases.neo4j.io`,
    )
    .action(async ({ graph, ...options }: { readonly graph: string } & LoadOptions) => {
      const { runLoad } = await import("../run-load.ts");
      await runLoad(graph, options);
    });
}

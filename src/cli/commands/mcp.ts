import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addMcp(program: Command): void {
  program
    .command("mcp")
    .summary("let a language model ask the graph, over the Model Context Protocol")
    .description(
      "Serves the graph over the Model Context Protocol on standard input and output. A client starts it by itself:\n" +
        "docs/mcp.md has what to write into its configuration. Its tools only read.",
    )
    .addOption(graphOption())
    .addHelpText("after", "\nExample:\n  dragoman mcp --graph /home/me/news")
    .action(async ({ graph }: { readonly graph: string }) => {
      const { runMcp } = await import("../run-mcp.ts");
      await runMcp(graph);
    });
}

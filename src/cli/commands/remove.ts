import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addRemove(program: Command): void {
  program
    .command("remove")
    .summary("take articles out of the graph")
    .description(
      "Takes articles out of the graph, with everything that only they say. Their texts stay in the journal, and dragoman\n" +
        "build brings them back.",
    )
    .argument("<articles...>", "names, ids or addresses of articles")
    .addOption(graphOption())
    .addHelpText("after", "\nExample:\n  dragoman remove report-7 https://example.org/report-9")
    .action(async (articles: readonly string[], { graph }: { readonly graph: string }) => {
      const [{ removeArticles }, { createEventDisplay }, { countOf, print }] = await Promise.all([
        import("../../pipeline/remove-articles.ts"),
        import("../run-build.ts"),
        import("../output.ts"),
      ]);
      const { onEvent, clear } = createEventDisplay();
      const { nodes, edges } = await removeArticles({ graphFolder: graph, articles, onEvent }).finally(clear);
      await print(`${graph}: ${countOf(nodes, "node")}, ${countOf(edges, "edge")}\n`);
    });
}

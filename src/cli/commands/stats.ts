import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addStats(program: Command): void {
  program
    .command("stats")
    .summary("tell what is in the graph")
    .description(
      "Counts what is in a graph: nodes by kind, edges by relation and modality, quotes by language, and\nrows by list of your own.",
    )
    .addOption(graphOption())
    .addHelpText("after", "\nExample:\n  dragoman stats --graph news")
    .action(async ({ graph: folder }: { readonly graph: string }) => {
      const [{ withGraph }, { describeStats }, { print }, { countGraph }] = await Promise.all([
        import("../with-graph.ts"),
        import("../describe-stats.ts"),
        import("../output.ts"),
        import("../../server/stats.ts"),
      ]);
      await withGraph(folder, async (graph) =>
        print(describeStats(countGraph(await graph.graph(), await graph.lists()))),
      );
    });
}

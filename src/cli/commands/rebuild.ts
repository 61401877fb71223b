import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addRebuild(program: Command): void {
  program
    .command("rebuild")
    .summary("make the database and the layout anew from the journal")
    .description(
      "Makes everything that is derived from a graph's journal anew: the resolved graph, its layout and its database.\n" +
        "No article is read again. Needed only if the folder derived/ was damaged.",
    )
    .addOption(graphOption())
    .addHelpText("after", "\nExample:\n  dragoman rebuild --graph news")
    .action(async ({ graph }: { readonly graph: string }) => {
      const [{ rebuildFolder }, { createEventDisplay }, { countOf, print }] = await Promise.all([
        import("../../pipeline/generation.ts"),
        import("../run-build.ts"),
        import("../output.ts"),
      ]);
      const { onEvent, clear } = createEventDisplay();
      const { nodes, edges } = await rebuildFolder({ graphFolder: graph, onEvent }).finally(clear);
      await print(`${graph}: ${countOf(nodes, "node")}, ${countOf(edges, "edge")}\n`);
    });
}

import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("tell why a fact or an entity is in the graph")
    .description(
      "Tells why a fact is in the graph: the sentences that say it, who says so, and the rules and words that read them;\n" +
        "or what is known of an entity or an event, and the names that were brought together in it;\n" +
        "or everything that was read in an article, with the rule and the words for each statement.",
    )
    .argument("<id>", "id of a fact, an entity, an event or an article")
    .addOption(graphOption())
    .addHelpText(
      "after",
      `
Examples:
  dragoman explain gov:PK
  dragoman query "MATCH (a:Article) RETURN a.id, a.label"      gives the ids of articles
  dragoman query "MATCH ()-[r:SPOKE_WITH]->() RETURN r.id"    gives the ids of facts`,
    )
    .action(async (id: string, { graph: folder }: { readonly graph: string }) => {
      const [{ withGraph }, { explain }, { explainIdentity }, { print }] = await Promise.all([
        import("../with-graph.ts"),
        import("../explain.ts"),
        import("../explain-identity.ts"),
        import("../output.ts"),
      ]);
      await withGraph(folder, async (open) => {
        const world = await open.world();
        // A node may have had another id before.
        const now = world.graph.edge(id) === undefined ? (world.identity(id)?.node ?? id) : id;
        const text = explain(world.graph, await open.records(), now);
        await print(text + explainIdentity(world, await open.verdicts(), now));
      });
    });
}

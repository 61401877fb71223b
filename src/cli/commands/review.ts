import { type Command, Option } from "commander";
import { graphOption, parseCount } from "../options.ts";
import type { ReviewCommandOptions } from "../run-review.ts";

export function addReview(program: Command): void {
  program
    .command("review")
    .summary("list what might be one")
    .description(
      "Lists pairs of nodes that might be one: their names agree almost, or would fit another as well. Those of which most\n" +
        "hangs on the answer come first. With --ask each is asked about, and the answers become verdicts.",
    )
    .addOption(graphOption())
    .addOption(new Option("--limit <count>", "pairs that are listed").argParser(parseCount).default(10))
    .option("--ask", "ask about each: one, two, or skip")
    .option("--by <name>", "who decides (default: DRAGOMAN_USER, else your name on this computer)")
    .addHelpText("after", "\nExamples:\n  dragoman review --limit 20\n  dragoman review --ask")
    .action(async (options: ReviewCommandOptions) => {
      const { runReview } = await import("../run-review.ts");
      await runReview(options);
    });
}

import type { Command } from "commander";
import { graphOption } from "../options.ts";

export function addLog(program: Command): void {
  program
    .command("log")
    .summary("list what people decided")
    .description(
      "Lists the verdicts of a graph, the oldest first: who decided what, when and why, what was taken back, and what no\n" +
        "longer applies since its articles are read otherwise now.",
    )
    .addOption(graphOption())
    .addHelpText("after", "\nExample:\n  dragoman log --graph news")
    .action(async ({ graph }: { readonly graph: string }) => {
      const [{ readVerdicts }, { describeLog }, { print }, { logDiagnostic }] = await Promise.all([
        import("../../pipeline/verdict-log.ts"),
        import("../describe-log.ts"),
        import("../output.ts"),
        import("../logger.ts"),
      ]);
      await print(describeLog(await readVerdicts(graph, logDiagnostic)));
    });
}

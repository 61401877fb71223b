import type { Command } from "commander";
import { graphOption } from "../options.ts";
import { LOOPBACK, portOption } from "./serve.ts";

export function addDemo(program: Command): void {
  program
    .command("demo")
    .summary("build the graph of the sample articles and show it")
    .description(
      "Builds the graph of the five sample articles and shows it in the browser.\n" +
        "A graph that holds other articles is shown as it is.",
    )
    .addOption(graphOption())
    .addOption(portOption())
    .option("--open", "open the browser")
    .addHelpText("after", "\nExample:\n  dragoman demo --open")
    .action(async ({ graph, port, open }: { readonly graph: string; readonly port: number; readonly open?: true }) => {
      const { runDemo } = await import("../run-demo.ts");
      await runDemo({ graph, port, host: LOOPBACK, names: [], open: open === true });
    });
}

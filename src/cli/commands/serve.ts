import { type Command, Option } from "commander";
import { graphOption, parsePort } from "../options.ts";

/** The first port that is tried. */
export const DEFAULT_PORT = 4747;

export function addServe(program: Command): void {
  program
    .command("serve")
    .summary("show the graph in the browser")
    .description(
      "Serves the viewer and its API on 127.0.0.1, which only programs of this machine reach.\n" +
        "What a build adds meanwhile is shown when the page is loaded again.",
    )
    .addOption(graphOption())
    .addOption(portOption())
    .option("--open", "open the browser")
    .addHelpText("after", "\nExamples:\n  dragoman serve --open\n  dragoman serve --graph news --port 8080")
    .action(async ({ graph, port, open }: { readonly graph: string; readonly port: number; readonly open?: true }) => {
      const { runServe } = await import("../run-serve.ts");
      await runServe({ graph, port, open: open === true });
    });
}

export function portOption(): Option {
  return new Option("--port <port>", "port to listen on; the next free one if it is taken")
    .argParser(parsePort)
    .default(DEFAULT_PORT);
}

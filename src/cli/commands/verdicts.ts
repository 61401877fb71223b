import { type Command, Option } from "commander";
import { graphOption } from "../options.ts";

export function addVerdicts(program: Command): void {
  const verdicts = program
    .command("verdicts")
    .summary("share what people decided")
    .description("Writes the verdicts of a graph to a file, and takes those of another graph over.");

  verdicts
    .command("export")
    .summary("write verdicts to a file")
    .description("Writes the verdicts of a graph as JSON lines, with what was taken back.")
    .addOption(graphOption())
    .addOption(new Option("-o, --output <file>", "the file, or - for standard output").default("-"))
    .addHelpText("after", "\nExample:\n  dragoman verdicts export --output verdicts.jsonl")
    .action(async ({ graph, output }: { readonly graph: string; readonly output: string }) => {
      const { runVerdictsExport } = await import("../run-verdicts.ts");
      await runVerdictsExport(graph, output);
    });

  verdicts
    .command("import")
    .summary("take verdicts of a file over")
    .description(
      "Takes verdicts over. They hold for the same articles, in whatever graph they are; those whose articles are not in\n" +
        "this one wait for them. A verdict that is there already counts once.",
    )
    .argument("<file>", "a file that dragoman verdicts export wrote, or - for standard input")
    .addOption(graphOption())
    .addHelpText("after", "\nExample:\n  dragoman verdicts import verdicts.jsonl --graph news")
    .action(async (file: string, { graph }: { readonly graph: string }) => {
      const { runVerdictsImport } = await import("../run-verdicts.ts");
      await runVerdictsImport(graph, file);
    });
}

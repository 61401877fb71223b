import { type Command, Option } from "commander";
import type { LanguageCode } from "../../model/ids.ts";
import type { Decision, Part } from "../../model/decision.ts";
import { graphOption, parseLang, parsePlace, type ArticlePlace } from "../options.ts";
import type { CurateCommandOptions } from "../run-curate.ts";

/** The commands by which people correct the graph. Each decision goes into the journal, and can be taken back. */
export function addCuration(program: Command): void {
  decide(program, "merge", "say that nodes are one")
    .description(
      "Says that two nodes, or more, are one person, body, place or event. What articles say of each stays, and what is\n" +
        "read later is brought together in the same way.",
    )
    .argument("<ids...>", "ids of the nodes")
    .option("--across-kinds", "also nodes of several kinds, such as a place and an organization")
    .addHelpText("after", "\nExample:\n  dragoman merge person:maas person:heiko-maas --why 'both are the minister'")
    .action((ids: readonly string[], options: CurateCommandOptions & { readonly acrossKinds?: true }) =>
      run({ type: "merge", ids, ...(options.acrossKinds === true ? { acrossKinds: true } : {}) }, options),
    );

  decide(program, "split", "say that a part of a node is another")
    .description(
      "Says that what some articles call by a name, or some mentions, are not the person, body, place or event that the\n" +
        "rest of the node is.",
    )
    .argument("<id>", "id of the node")
    .option("--article <name...>", "articles in which it is another")
    .option("--name <name...>", "names by which it is another, as articles write them")
    .addOption(
      new Option("--mention <place...>", "mentions that are another: article:start-end").argParser(collectPlaces),
    )
    .addHelpText(
      "after",
      `
Examples:
  dragoman split person:li-wei --article report-7 report-9
  dragoman split person:khan --mention report-7:310-314
  dragoman explain person:li-wei      lists its names, articles and mentions`,
    )
    .action((id: string, options: CurateCommandOptions & SplitOptions) =>
      run({ type: "split", id, part: partOf(options) }, options),
    );

  decide(program, "different", "say that two nodes are two")
    .description(
      "Says that two nodes are two, and stay two whatever is read later: the answer to a pair of dragoman review.",
    )
    .argument("<id>", "id of a node")
    .argument("<other>", "id of another")
    .addHelpText("after", "\nExample:\n  dragoman different person:li-wei person:li-wei-2a7f")
    .action((id: string, other: string, options: CurateCommandOptions) =>
      run({ type: "different", ids: [id, other] }, options),
    );

  decide(program, "rename", "give a node another name")
    .description("Gives a node a name: its label, and its best name in a language.")
    .argument("<id>", "id of the node")
    .argument("<name>", "the name")
    .addOption(
      new Option("--lang <code>", "language of the name (default: for labels of every language)").argParser(parseLang),
    )
    .addHelpText("after", "\nExample:\n  dragoman rename org:tlp 'Tehreek-e-Labbaik Pakistan' --lang en")
    .action((id: string, name: string, options: CurateCommandOptions & { readonly lang?: LanguageCode }) =>
      run({ type: "rename", id, name, ...(options.lang === undefined ? {} : { language: options.lang }) }, options),
    );

  decide(program, "reject", "say that facts are wrong, or nodes nothing")
    .description(
      "Says that facts are wrong: the statements of articles behind them leave the graph. Or that nodes are no person, body,\n" +
        "place or event: they leave it with all that is said of them.",
    )
    .argument("<ids...>", "ids of facts or nodes")
    .addHelpText("after", "\nExample:\n  dragoman reject fact:5d0c81f2a7b3e946 --why 'the sentence denies it'")
    .action((ids: readonly string[], options: CurateCommandOptions) => run({ type: "reject", ids }, options));

  decide(program, "note", "write a note to a node or a fact")
    .description("Writes something down to a node or a fact. `dragoman explain` shows it; nothing else changes.")
    .argument("<id>", "id of a node or a fact")
    .argument("<text>", "the note")
    .addHelpText("after", "\nExample:\n  dragoman note person:maas 'called back on 3 May'")
    .action((id: string, text: string, options: CurateCommandOptions) => run({ type: "note", id, text }, options));

  for (const [type, summary] of [
    ["undo", "take a verdict back"],
    ["redo", "put a verdict in force again"],
  ] as const) {
    decide(program, type, summary)
      .description(`Makes it so that you ${summary}: the last one, or one that dragoman log lists.`)
      .argument("[verdict]", "id of the verdict, or its beginning")
      .addHelpText("after", `\nExample:\n  dragoman ${type} 1a2b3c4d`)
      .action((verdict: string | undefined, options: CurateCommandOptions) =>
        run({ type, ...(verdict === undefined ? {} : { verdict }) }, options),
      );
  }
}

interface SplitOptions {
  readonly article?: readonly string[];
  readonly name?: readonly string[];
  readonly mention?: readonly ArticlePlace[];
}

function decide(program: Command, name: string, summary: string): Command {
  return program
    .command(name)
    .summary(summary)
    .addOption(graphOption())
    .option("--by <name>", "who decides (default: DRAGOMAN_USER, else your name on this computer)")
    .option("--why <reason>", "why");
}

async function run(decision: Decision, options: CurateCommandOptions): Promise<void> {
  const { runCurate } = await import("../run-curate.ts");
  await runCurate(decision, options);
}

function partOf({ article, name, mention }: SplitOptions): Part {
  return {
    ...(article === undefined ? {} : { articles: article }),
    ...(name === undefined ? {} : { names: name }),
    ...(mention === undefined ? {} : { mentions: mention }),
  };
}

function collectPlaces(text: string, previous: readonly ArticlePlace[] = []): readonly ArticlePlace[] {
  return [...previous, parsePlace(text)];
}

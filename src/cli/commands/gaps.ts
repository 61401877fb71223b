import { type Command, Option } from "commander";
import type { LanguageCode } from "../../model/ids.ts";
import { parseCount, parseLang, parsePublished } from "../options.ts";
import type { GapFormat } from "../run-gaps.ts";

interface Options {
  readonly examples: number;
  readonly limit?: number;
  readonly format: GapFormat;
  readonly published?: string;
  readonly lang?: LanguageCode;
}

export function addGaps(program: Command): void {
  program
    .command("gaps")
    .summary("list the verbs that no rule reads, as a worklist for new rules")
    .description(
      "Reads articles, and lists the clauses that name two actors and of which nothing is stated, grouped by their verb,\n" +
        "the most frequent first. A verb marked ? is in no list: it is a word of a clause in which no verb is known.",
    )
    .argument("<inputs...>", "files, folders, or - for standard input")
    .addOption(
      new Option("--examples <count>", "sentences that are shown of each verb").argParser(parseCount).default(3),
    )
    .addOption(new Option("--limit <count>", "verbs that are shown (default: all)").argParser(parseCount))
    .addOption(
      new Option("--format <format>", "a table, or JSON lines with one verb each")
        .choices(["table", "jsonl"])
        .default("table"),
    )
    .addOption(new Option("--published <date>", "date of articles that give none").argParser(parsePublished))
    .addOption(new Option("--lang <code>", "language of articles that give none").argParser(parseLang))
    .addHelpText(
      "after",
      `
Examples:
  dragoman gaps articles/ --limit 20
  dragoman gaps - --format jsonl --examples 10 < articles.jsonl > worklist.jsonl

CONTRIBUTING.md tells how a row is written that reads such a clause.`,
    )
    .action(async (inputs: readonly string[], { published, lang, ...options }: Options) => {
      const { runGaps } = await import("../run-gaps.ts");
      const succeeded = await runGaps(inputs, {
        ...options,
        ...(published === undefined ? {} : { publishedAt: published }),
        ...(lang === undefined ? {} : { language: lang }),
      });
      if (!succeeded) process.exitCode = 1;
    });
}

import { type Command, Option } from "commander";
import type { LanguageCode } from "../../model/ids.ts";
import { graphOption, parseCount, parseLang, parsePublished } from "../options.ts";

interface Options {
  readonly graph: string;
  readonly published?: string;
  readonly lang?: LanguageCode;
  readonly jobs?: number;
  readonly keepExtractions?: true;
}

export function addBuild(program: Command): void {
  program
    .command("build")
    .summary("read articles into a graph")
    .description(
      "Reads articles into a graph: files and folders of .txt, .md and .jsonl, and standard input for -.\n" +
        "Articles that are in the graph already are not read again, and a build that was stopped goes on from there.",
    )
    .argument("<inputs...>", "files, folders, or - for standard input")
    .addOption(graphOption())
    .addOption(new Option("--published <date>", "date of articles that give none").argParser(parsePublished))
    .addOption(new Option("--lang <code>", "language of articles that give none").argParser(parseLang))
    .addOption(new Option("--jobs <count>", "threads that read (default: one a processor)").argParser(parseCount))
    .option("--keep-extractions", "do not read articles again that an older version has read")
    .addHelpText(
      "after",
      `
Examples:
  dragoman build articles/ more.jsonl
  dragoman build --graph news --published 2022-05-06 today.txt
  curl -s https://example.org/articles.jsonl | dragoman build -

An index.jsonl beside articles gives their dates and languages: {"id":"today","date":"2022-05-06","lang":"en"}.
A line of any other .jsonl is an article: {"id":"a1","text":"…","title":"…","url":"…","lang":"en","publishedAt":"2022-05-06","source":"…"},
or what dragoman extract wrote.`,
    )
    .action(async (inputs: readonly string[], { graph, published, lang, jobs, keepExtractions }: Options) => {
      const { runBuild } = await import("../run-build.ts");
      const succeeded = await runBuild({
        inputs,
        graphFolder: graph,
        ...(published === undefined ? {} : { publishedAt: published }),
        ...(lang === undefined ? {} : { language: lang }),
        ...(jobs === undefined ? {} : { jobs }),
        ...(keepExtractions === undefined ? {} : { keepExtractions }),
      });
      if (!succeeded) process.exitCode = 1;
    });
}

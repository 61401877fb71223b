import { type Command, Option } from "commander";
import type { LanguageCode } from "../../model/ids.ts";
import { gazetteerOption, parseCount, parseLang, parsePublished } from "../options.ts";

interface Options {
  readonly published?: string;
  readonly lang?: LanguageCode;
  readonly gazetteer?: readonly string[];
  readonly jobs?: number;
}

export function addExtract(program: Command): void {
  program
    .command("extract")
    .summary("write what articles say as JSON lines, without a graph")
    .description(
      "Reads articles, and writes each with what it says as one line of JSON, in their order. Nothing is kept, and\n" +
        "there may be any number of articles: this is how reading is spread over machines. What it writes is an input of\n" +
        "build, which then has nothing left to read.",
    )
    .argument("[inputs...]", "files, folders, or - for standard input", ["-"])
    .addOption(new Option("--published <date>", "date of articles that give none").argParser(parsePublished))
    .addOption(new Option("--lang <code>", "language of articles that give none").argParser(parseLang))
    .addOption(gazetteerOption())
    .addOption(new Option("--jobs <count>", "threads that read (default: one a processor)").argParser(parseCount))
    .addHelpText(
      "after",
      `
Examples:
  dragoman extract < articles.jsonl > extractions.jsonl
  dragoman build extractions.jsonl
  dragoman extract --jobs 1 articles/ | gzip > part-1.jsonl.gz
  gunzip -c part-*.jsonl.gz | dragoman build -

A line that cannot be read is named with its reason and left out; the exit code is then 1.
A line of the output has the fields of an article (id, text …), "format":"dragoman-extraction", and "extraction".`,
    )
    .action(async (inputs: readonly string[], { published, lang, gazetteer, jobs }: Options) => {
      const { runExtract } = await import("../run-extract.ts");
      const succeeded = await runExtract(inputs, {
        ...(published === undefined ? {} : { publishedAt: published }),
        ...(lang === undefined ? {} : { language: lang }),
        ...(gazetteer === undefined ? {} : { gazetteers: gazetteer }),
        ...(jobs === undefined ? {} : { jobs }),
      });
      if (!succeeded) process.exitCode = 1;
    });
}

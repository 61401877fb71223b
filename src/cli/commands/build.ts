import { type Command, Option } from "commander";
import type { LanguageCode } from "../../model/ids.ts";
import { gazetteerOption, graphOption, parseCount, parseLang, parsePublished } from "../options.ts";
import type { TargetId } from "../run-build-into.ts";

interface Options {
  readonly graph: string;
  readonly published?: string;
  readonly lang?: LanguageCode;
  readonly gazetteer?: readonly string[];
  readonly jobs?: number;
  readonly keepExtractions?: true;
  readonly store?: TargetId;
  readonly prune?: true;
}

export function addBuild(program: Command): void {
  program
    .command("build")
    .summary("read articles into a graph")
    .description(
      "Reads articles into a graph: files and folders of .txt, .md and .jsonl, and standard input for -.\n" +
        "Articles that are in the graph already are not read again, and a build that was stopped goes on from there.",
    )
    .argument("[inputs...]", "files, folders, or - for standard input; none with --gazetteer alone")
    .addOption(graphOption())
    .addOption(new Option("--published <date>", "date of articles that give none").argParser(parsePublished))
    .addOption(new Option("--lang <code>", "language of articles that give none").argParser(parseLang))
    .addOption(gazetteerOption())
    .addOption(new Option("--jobs <count>", "threads that read (default: one a processor)").argParser(parseCount))
    .option("--keep-extractions", "do not read articles again that an older version has read")
    .addOption(
      new Option("--store <store>", "also send what has changed to this database, as load does").choices(["neo4j"]),
    )
    .option("--prune", "with --store: remove there what the graph no longer has")
    .addHelpText(
      "after",
      `
Examples:
  dragoman build articles/ more.jsonl
  dragoman build --graph news --published 2022-05-06 today.txt
  dragoman build --gazetteer people.csv articles/
  NEO4J_URI=neo4j://localhost NEO4J_PASSWORD=… dragoman build --store neo4j today/
  curl -s https://example.org/articles.jsonl | dragoman build -

An index.jsonl beside articles gives their dates and languages: {"id":"today","date":"2022-05-06","lang":"en"}.
A line of any other .jsonl is an article: {"id":"a1","text":"…","title":"…","url":"…","lang":"en","publishedAt":"2022-05-06","source":"…"},
or what dragoman extract wrote.
A list for --gazetteer is a table with the columns id, kind (Person, Government, Organization, Place) and names (several
with | between them), and, if you like, names_de and so on, same_as (Q42, https://…) and state (PK). The graph keeps it.`,
    )
    .action(async (inputs: readonly string[], options: Options, command: Command) => {
      const { graph, published, lang, gazetteer, jobs, keepExtractions, store, prune } = options;
      if (inputs.length === 0 && gazetteer === undefined) command.error("error: missing required argument 'inputs'");
      if (prune === true && store === undefined) command.error("error: option '--prune' needs --store");
      const build = {
        inputs,
        graphFolder: graph,
        ...(published === undefined ? {} : { publishedAt: published }),
        ...(lang === undefined ? {} : { language: lang }),
        ...(gazetteer === undefined ? {} : { gazetteers: gazetteer }),
        ...(jobs === undefined ? {} : { jobs }),
        ...(keepExtractions === undefined ? {} : { keepExtractions }),
      };
      const succeeded =
        store === undefined
          ? await (await import("../run-build.ts")).runBuild(build)
          : await (await import("../run-build-into.ts")).runBuildInto(store, build, { prune });
      if (!succeeded) process.exitCode = 1;
    });
}

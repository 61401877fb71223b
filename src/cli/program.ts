import { Command } from "commander";
import { addBuild } from "./commands/build.ts";
import { addCuration } from "./commands/curation.ts";
import { addDemo } from "./commands/demo.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addExtract } from "./commands/extract.ts";
import { addGaps } from "./commands/gaps.ts";
import { addLoad } from "./commands/load.ts";
import { addLog } from "./commands/log.ts";
import { addMcp } from "./commands/mcp.ts";
import { addQuery } from "./commands/query.ts";
import { addRebuild } from "./commands/rebuild.ts";
import { addRemove } from "./commands/remove.ts";
import { addReview } from "./commands/review.ts";
import { addServe } from "./commands/serve.ts";
import { addStats } from "./commands/stats.ts";
import { addVerdicts } from "./commands/verdicts.ts";
import { readVersion } from "./version.ts";

/** The command line. Commands load what they need when they run, so that help and mistakes are answered at once. */
export function createProgram(): Command {
  const program = new Command("dragoman")
    .description("Reads news articles in several languages and builds one knowledge graph of who did what with whom.")
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("(--help tells what can be given)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  dragoman build articles/            read a folder of articles into the graph in graph/
  dragoman serve --open               look at it in the browser
  dragoman query "MATCH (p:Person) RETURN p.label ORDER BY p.mentions DESC LIMIT 10"

Exit codes: 0 done, 1 failed, 2 wrong usage.`,
    );
  for (const add of [
    addBuild,
    addServe,
    addMcp,
    addQuery,
    addExport,
    addLoad,
    addStats,
    addExplain,
    addReview,
    addCuration,
    addLog,
    addVerdicts,
    addRemove,
    addExtract,
    addGaps,
    addRebuild,
    addDemo,
  ]) {
    add(program);
  }
  return program;
}

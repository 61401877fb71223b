import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { graphPaths } from "../folder/paths.ts";
import { readJournal } from "../folder/read-journal.ts";
import type { ArticleId } from "../model/ids.ts";
import { readInputs } from "../read/read-inputs.ts";
import { gatherArticles } from "../read/gather.ts";
import { logger } from "./logger.ts";
import { runBuild } from "./run-build.ts";
import { runServe, type ServeCommandOptions } from "./run-serve.ts";

/** The sample articles, which come with the program. */
const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

/** Builds the graph of the sample articles, unless the folder holds a graph of the user's own, and serves it. */
export async function runDemo(options: ServeCommandOptions): Promise<void> {
  if (await holdsOtherArticles(options.graph)) {
    logger.info(`${options.graph} holds other articles than the samples, and is shown as it is.`);
  } else if (!(await runBuild({ inputs: [SAMPLES], graphFolder: options.graph }))) {
    process.exitCode = 1;
    return;
  }
  await runServe(options);
}

async function holdsOtherArticles(folder: string): Promise<boolean> {
  if (!existsSync(graphPaths(folder).journal)) return false;
  const samples = new Set(
    (await gatherArticles(readInputs([SAMPLES], { report: ignore }), ignore)).map(({ id }) => id),
  );
  const { ledger } = await readJournal(folder, ignore);
  return ledger.records().some(({ article }) => !samples.has(article.id satisfies ArticleId));
}

/** What is worth telling is told when the folder is built or served. */
function ignore(): void {}

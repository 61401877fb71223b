import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type * as dragoman from "../../src/index.ts";

/** The program as it was built, which is what people run: its start reads files that only the build makes. */
const built = new URL("../../dist/", import.meta.url);
if (!existsSync(built)) throw new Error("nothing is built; run `npm run bench`");

export const { createArticleExtractor, extractTexts, loadKnowledge } = (await import(
  new URL("index.js", built).href
)) as typeof dragoman;

/** The command line. */
export const MAIN = fileURLToPath(new URL("cli/main.js", built));

export const knowledge = loadKnowledge();
export const extract = createArticleExtractor(knowledge);

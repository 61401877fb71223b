import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { loadKnowledge } from "../seeds/knowledge.ts";
import { tokenRulesOf } from "./lexicon.ts";
import { encodePhrases } from "./phrase-file.ts";
import { collectPhrases } from "./phrases.ts";

/** `node dist/language/build.js`: writes down what the words of each language with rules are, so that no start has to find out. */
const folder = fileURLToPath(new URL("../phrases", import.meta.url));
const knowledge = loadKnowledge();
mkdirSync(folder, { recursive: true });
for (const [code, data] of Object.entries(knowledge.languages)) {
  const phrases = collectPhrases(knowledge, data, tokenRulesOf(data));
  writeFileSync(path.join(folder, `${code}.txt`), encodePhrases(knowledge.version, phrases));
}

import { writeFileSync } from "node:fs";
import { compileKnowledge } from "./compile.ts";
import { fileURLToPath } from "node:url";

/** `node dist/seeds/build.js`: compiles `seeds/` into `dist/knowledge.json`. YAML takes seconds to parse, JSON milliseconds. */
const knowledge = compileKnowledge(fileURLToPath(new URL("../../seeds", import.meta.url)));
writeFileSync(new URL("../knowledge.json", import.meta.url), JSON.stringify(knowledge));

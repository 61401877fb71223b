import { readdirSync } from "node:fs";
import { join } from "node:path";
import { languageContract } from "./contract/language.ts";
import { SEEDS } from "./helpers/knowledge.ts";

for (const code of readdirSync(join(SEEDS, "languages")).sort()) languageContract(code);

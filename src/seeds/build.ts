import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compileKnowledge } from "./compile.ts";

/** Folders of built code that make the graph of an article: another engine gives another version, and articles are read again. */
const ENGINE = ["model", "language", "mentions", "extract", "resolve", "graph"];

/**
 * `node dist/seeds/build.js`: compiles `seeds/` into `dist/knowledge.json`. YAML takes seconds to parse, JSON milliseconds.
 * The version of the result covers the data and the engine that reads it.
 */
const built = fileURLToPath(new URL("..", import.meta.url));
const knowledge = compileKnowledge(path.join(built, "..", "seeds"));
const hash = createHash("sha256").update(knowledge.version);
for (const folder of ENGINE) {
  const files = readdirSync(path.join(built, folder)).filter((name) => name.endsWith(".js"));
  for (const name of files.sort()) hash.update(readFileSync(path.join(built, folder, name)));
}
writeFileSync(
  path.join(built, "knowledge.json"),
  JSON.stringify({ ...knowledge, version: hash.digest("hex").slice(0, 16) }),
);

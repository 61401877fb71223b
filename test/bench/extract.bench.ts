import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bench, describe } from "vitest";
import { articleOf, extract, SEEDS } from "../helpers/knowledge.ts";

/** One thread, knowledge loaded: rate = size × hz. */
describe("extraction", () => {
  const folder = join(SEEDS, "articles");
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  for (const name of names) {
    const text = readFileSync(join(folder, name), "utf8");
    const article = articleOf(text, { name, publishedAt: "2022-05-07" });
    bench(
      `${name}, ${Buffer.byteLength(text)} bytes`,
      () => {
        extract(article);
      },
      { iterations: 20, time: 0, warmupIterations: 5, warmupTime: 0 },
    );
  }
});

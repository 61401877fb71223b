import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import nlp from "compromise";
import { bench, describe } from "vitest";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Article } from "../../src/model/article.ts";
import { extractAll } from "../../src/pipeline/extract-all.ts";
import { loadKnowledge } from "../../src/seeds/knowledge.ts";
import { articleOf, extract } from "../helpers/knowledge.ts";
import { articlesOf, bytesOf, longText } from "./texts.ts";

/** Every bench names the bytes that one round reads: rate = bytes × hz. */
const named = (what: string, bytes: number): string => `${what}, ${bytes} bytes`;
const settled = { time: 0, warmupTime: 0, warmupIterations: 2, iterations: 5 };
const long = { time: 0, warmupTime: 0, warmupIterations: 0, iterations: 2 };

const english = articlesOf("en", 60);
const languages = { English: english, German: articlesOf("de", 60), Urdu: articlesOf("ur", 60) };
const mixed = english.flatMap((article, i) =>
  [article, languages.German[i], languages.Urdu[i]].filter((x) => x !== undefined),
);

const readAll = (articles: readonly Article[]): void => {
  for (const article of articles) extract(article);
};

describe("extraction, one thread, knowledge loaded", () => {
  for (const [language, articles] of Object.entries({ ...languages, "all three": mixed })) {
    bench(named(language, bytesOf(articles)), () => readAll(articles), settled);
  }
});

describe("one article of a length", () => {
  for (const bytes of [1_000, 100_000, 10_000_000]) {
    const article = articleOf(longText("en", bytes), { publishedAt: "2022-05-07" });
    bench(named("English", bytesOf([article])), () => readAll([article]), bytes > 1_000_000 ? long : settled);
  }
});

describe("English beside tools that tag words and phrases and extract no statements", () => {
  const wink = winkNLP(model);
  bench(named("dragoman, from text to statements", bytesOf(english)), () => readAll(english), settled);
  bench(
    named("compromise, tags and people", bytesOf(english)),
    () => {
      for (const { text } of english) nlp(text).people().out("array");
    },
    settled,
  );
  bench(
    named("wink-nlp, tags and entities", bytesOf(english)),
    () => {
      for (const { text } of english) wink.readDoc(text).entities().out();
    },
    settled,
  );
});

describe("threads, with their start", async () => {
  const knowledge = loadKnowledge();
  const many = Array.from({ length: 3 }, () => mixed).flat();
  for (const jobs of [1, 2]) {
    bench(
      named(`${jobs} of them`, bytesOf(many)),
      async () => {
        for await (const _ of extractAll(
          many.map((article) => ({ article })),
          { knowledge, jobs },
        ));
      },
      long,
    );
  }
});

describe("the program, from its start to what the first article says", () => {
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  for (const [language, articles] of Object.entries(languages)) {
    const input = JSON.stringify({ text: articles[0]?.text });
    bench(
      language,
      () => {
        execFileSync(process.execPath, [main, "extract", "--jobs", "1"], { input });
      },
      { ...long, iterations: 10 },
    );
  }
});

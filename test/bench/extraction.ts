import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { best, figure, rate, type Section, type Taken } from "./measure.ts";
import { extract } from "./program.ts";
import { articleOf, articlesOf, bytesOf, LANGUAGES, longText } from "./texts.ts";

const ARTICLES = 60;
const ROUNDS = { warm: 2, counted: 5 };
const WARM_UP = 12;

/** How fast one thread reads articles of each language, and of all by turns. */
export async function extraction(): Promise<Section> {
  const sets = Object.entries(LANGUAGES).map(([code, name]) => ({ name, articles: articlesOf(code, ARTICLES) }));
  const mixed = Array.from({ length: ARTICLES }, (_, i) => sets.flatMap(({ articles }) => articles[i] ?? [])).flat();
  // Reading gets faster for seconds, until the engine of the language has seen enough of the program.
  for (let i = 0; i < WARM_UP; i += 1) mixed.forEach(extract);
  const rows: string[][] = [];
  for (const { name, articles } of [...sets, { name: "all by turns", articles: mixed }]) {
    const { wall, processor } = await best(() => articles.forEach(extract), ROUNDS);
    const bytes = bytesOf(articles);
    rows.push([name, String(bytes), figure(rate(bytes, wall)), figure(rate(bytes, processor))]);
  }
  return {
    title:
      "Extraction of the texts of the samples and the golden articles, which tell much in few words; one thread, knowledge loaded:",
    columns: ["text", "bytes", "MB/s", "MB a second of processor time"],
    rows,
  };
}

/** Whether what a byte costs depends on how many there are in one article. */
export async function lengths(): Promise<Section> {
  const rows: string[][] = [];
  for (const [bytes, rounds] of [
    [1_000, { warm: 200, counted: 200 }],
    [100_000, { warm: 3, counted: 5 }],
    [10_000_000, { warm: 0, counted: 1 }],
  ] as const) {
    const article = articleOf(longText("en", bytes), "long");
    const size = bytesOf([article]);
    const { wall, processor } = await best(() => extract(article), rounds);
    rows.push([String(size), figure(wall), figure((1e6 * processor) / size)]);
  }
  return {
    title: "One English article of a length:",
    columns: ["bytes", "ms", "processor time a byte, ns"],
    rows,
  };
}

/** Beside tools that tag words and find names, and extract no statements. */
export async function others(): Promise<Section> {
  const articles = articlesOf("en", ARTICLES);
  const bytes = bytesOf(articles);
  const wink = winkNLP(model);
  const tools: readonly (readonly [string, () => void])[] = [
    ["Dragoman: from text to statements", () => articles.forEach(extract)],
    [
      "compromise: tags and people",
      () => {
        for (const { text } of articles) nlp(text).people().out("array");
      },
    ],
    [
      "wink-nlp with wink-eng-lite-web-model: tags and entities",
      () => {
        for (const { text } of articles) wink.readDoc(text).entities().out();
      },
    ],
  ];
  const taken: ({ readonly name: string } & Taken)[] = [];
  for (const [name, work] of tools) taken.push({ name, ...(await best(work, ROUNDS)) });
  const own = taken[0]?.processor ?? 1;
  return {
    title: "The English ones beside other tools, in the same run:",
    columns: ["tool", "MB/s", "MB a second of processor time", "Dragoman is as fast, times"],
    rows: taken.map(({ name, wall, processor }) => [
      name,
      figure(rate(bytes, wall)),
      figure(rate(bytes, processor)),
      figure(processor / own),
    ]),
  };
}

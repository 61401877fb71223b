import type { FoundText } from "../../src/index.ts";
import { figure, rate, type Section } from "./measure.ts";
import { extractTexts, knowledge } from "./program.ts";
import { articlesOf, LANGUAGES } from "./texts.ts";

/** Articles that are read, and of them those after which threads are warm. */
const ARTICLES = 2400;
const WARM = 900;

async function* found(texts: readonly string[]): AsyncGenerator<FoundText> {
  for (let i = 0; i < ARTICLES; i += 1) {
    const text = texts[i % texts.length] ?? "";
    yield { text, source: { name: `a${i}`, publishedAt: "2022-05-07" }, path: "bench" };
  }
}

/** How much faster two threads are than one, once all are warm. */
export async function threads(): Promise<Section> {
  const texts = Object.keys(LANGUAGES).flatMap((code) => articlesOf(code, 30).map(({ text }) => text));
  const rates: number[] = [];
  for (const jobs of [1, 2]) {
    let [read, bytes, since] = [0, 0, 0];
    for await (const { found: one } of extractTexts(found(texts), { knowledge, jobs, report: () => undefined })) {
      read += 1;
      if (read === WARM) since = performance.now();
      else if (read > WARM) bytes += Buffer.byteLength(one.text);
    }
    rates.push(rate(bytes, performance.now() - since));
  }
  return {
    title: "Threads, on articles of all three languages:",
    columns: ["threads", "MB/s", "to one"],
    rows: rates.map((one, i) => [String(i + 1), figure(one), figure(one / (rates[0] ?? one))]),
  };
}

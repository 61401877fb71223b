import type { FoundText } from "../../src/index.ts";
import { figure, rate, stopwatch, type Section } from "./measure.ts";
import { extractTexts, knowledge } from "./program.ts";
import { articlesOf, LANGUAGES } from "./texts.ts";

/** Articles that are read, and of them those after which threads are warm. */
const ARTICLES = 3000;
const WARM = 2000;

async function* found(texts: readonly string[]): AsyncGenerator<FoundText> {
  for (let i = 0; i < ARTICLES; i += 1) {
    const text = texts[i % texts.length] ?? "";
    yield { text, source: { name: `a${i}`, publishedAt: "2022-05-07" }, path: "bench" };
  }
}

/**
 * How much faster two threads are than one, once all are warm. Where the machine does other work too the clock says little:
 * by processor time, two threads are as many times faster as they take less of it for the same, times two.
 */
export async function threads(): Promise<Section> {
  const texts = Object.keys(LANGUAGES).flatMap((code) => articlesOf(code, 30).map(({ text }) => text));
  const rates: { readonly wall: number; readonly processor: number }[] = [];
  for (const jobs of [1, 2]) {
    let [read, bytes] = [0, 0];
    let taken = stopwatch();
    for await (const { found: one } of extractTexts(found(texts), { knowledge, jobs, report: () => undefined })) {
      read += 1;
      if (read === WARM) taken = stopwatch();
      else if (read > WARM) bytes += Buffer.byteLength(one.text);
    }
    const { wall, processor } = taken();
    rates.push({ wall: rate(bytes, wall), processor: rate(bytes, processor) });
  }
  const [{ wall: alone, processor: own } = { wall: 1, processor: 1 }] = rates;
  return {
    title: "Threads, on articles of all three languages, once they are warm:",
    columns: ["threads", "MB/s", "to one", "MB a second of processor time", "to one, with a core for each"],
    rows: rates.map(({ wall, processor }, i) => [
      String(i + 1),
      figure(wall),
      figure(wall / alone),
      figure(processor),
      figure(((i + 1) * processor) / own),
    ]),
  };
}

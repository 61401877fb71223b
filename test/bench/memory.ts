import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { FoundText } from "../../src/index.ts";
import { figure, take, type Section } from "./measure.ts";
import { extractTexts, knowledge } from "./program.ts";

const ARTICLES = 100_000;
const INTERVAL = 20_000;
const SYLLABLES = ["ba", "den", "ka", "lor", "mi", "nes", "ra", "sto", "tu", "vel"];
const CITIES = ["Berlin", "Islamabad", "Paris", "Kabul", "Geneva", "Ankara", "Moscow"];

/** A word of its own for each number. */
function wordOf(number: number): string {
  const word = [...String(number)].map((digit) => SYLLABLES[Number(digit)] ?? "").join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Short news, each with words that no other one has, so that nothing that is kept for a word can hide. */
async function* news(): AsyncGenerator<FoundText> {
  for (let i = 0; i < ARTICLES; i += 1) {
    const text = `Minister ${wordOf(i)} met President ${wordOf(i + 7)} in ${CITIES[i % CITIES.length]} on Monday.`;
    yield { text, source: { name: `a${i}` }, path: "bench" };
  }
}

/** The heap while articles stream through, and how fast they do. */
export async function memory(): Promise<Section> {
  setFlagsFromString("--expose_gc");
  const collect = runInNewContext("gc") as () => void;
  const rows: string[][] = [];
  let read = 0;
  const { wall } = await take(async () => {
    for await (const _ of extractTexts(news(), { knowledge, jobs: 1, report: () => undefined })) {
      read += 1;
      if (read % INTERVAL !== 0) continue;
      collect();
      rows.push([String(read), figure(process.memoryUsage().heapUsed / 1e6)]);
    }
  });
  return {
    title: `Memory while ${ARTICLES} short articles with names that differ stream through one thread, in ${figure(wall / 1000)} s:`,
    columns: ["articles", "heap, MB"],
    rows,
  };
}

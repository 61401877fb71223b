import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createRandom } from "../../src/graph/random.ts";
import type { Article } from "../../src/model/article.ts";
import { createCopies, type Copies, type CopyGroup } from "../../src/resolve/copies.ts";
import { figure, take, type Section } from "./measure.ts";
import { articleOf, LANGUAGES, longText } from "./texts.ts";

const SIZES = [5_000, 10_000, 20_000];
/** Characters of an article, at least and at most. */
const SHORTEST = 600;
const LONGEST = 5_600;
/** Share of the articles that print what another has printed, with a headline of their own, up to somewhere in its second half. */
const COPIED = 0.15;
const WORDS_IN_TURN = 2;

/** What it takes to find the articles that print one text, in time and in memory. */
export async function copies(): Promise<Section> {
  const rows: string[][] = [];
  for (const size of SIZES) rows.push(await measure(size));
  return {
    title: `Copies among articles of ${SHORTEST} to ${LONGEST} characters, all added one by one:`,
    columns: ["articles", "processor time an article, µs", "memory an article, kB", "copies", "found"],
    rows,
  };
}

async function measure(size: number): Promise<string[]> {
  const { articles, copied } = generate(size);
  let found: Copies | undefined = createCopies();
  let groups: readonly CopyGroup[] = [];
  const { processor } = await take(() => {
    for (const article of articles) found?.add(article, []);
    groups = found?.settle().made ?? [];
  });
  const sum = groups.reduce((all, group) => all + group.length - 1, 0);
  const full = held();
  [found, groups] = [undefined, []];
  const memory = (full - held()) / size / 1000;
  return [String(size), figure((1000 * processor) / size), figure(memory), String(copied), String(sum)];
}

/** Articles of words of all languages in a random order, some of them copies. */
function generate(size: number): { readonly articles: readonly Article[]; readonly copied: number } {
  const random = createRandom(1);
  const words = Object.keys(LANGUAGES).flatMap((language) => longText(language, 60_000).split(/\s+/));
  const someWords = (): string => {
    const at = Math.floor(random() * words.length);
    return words.slice(at, at + WORDS_IN_TURN).join(" ");
  };
  const articles: Article[] = [];
  let copied = 0;
  for (let i = 0; i < size; i += 1) {
    const other = random() < COPIED ? articles[Math.floor(random() * articles.length)] : undefined;
    const parts: string[] = [`${someWords()} ${i}`];
    if (other === undefined) {
      const length = SHORTEST + random() * (LONGEST - SHORTEST);
      for (let written = 0; written < length; written += parts.at(-1)?.length ?? 0) parts.push(someWords());
    } else {
      copied += 1;
      parts.push(other.text.slice(0, (0.5 + random() / 2) * other.text.length));
    }
    articles.push(articleOf(parts.join(" "), `copy-${i}`));
  }
  return { articles, copied };
}

/** Bytes that are held, once what is not has been given back. */
function held(): number {
  setFlagsFromString("--expose_gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BCubed } from "./b-cubed.ts";
import { figure, type Section } from "./measure.ts";
import type { NewsResolved } from "./resolve-news.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const PROGRAM = fileURLToPath(new URL("resolve-news.ts", import.meta.url));

/**
 * How fast generated news are resolved, what one more article takes then, and how near they come to the truth. Each size in a
 * process of its own, so that the memory of one does not hide that of another.
 */
export async function resolution(): Promise<Section> {
  const rows: string[][] = [];
  let before: number | undefined;
  for (const mentions of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, PROGRAM, String(mentions)]);
    const { articles, processor, memory, additions, compared, entities, events } = JSON.parse(stdout) as NewsResolved;
    const each = (1000 * processor) / mentions;
    rows.push([
      String(mentions),
      String(articles),
      figure(each),
      before === undefined ? "" : figure(each / before),
      figure(memory / 1e6),
      figure(additions[Math.floor(additions.length / 2)] ?? Number.NaN),
      figure(additions.at(-1) ?? Number.NaN),
      `${figure(100 * compared)} %`,
      shares(entities),
      shares(events),
    ]);
    before = each;
  }
  return {
    title:
      "Resolution of generated news in three languages, with typos and people of one name; then 20 more articles, one by one:",
    columns: [
      "mentions",
      "articles",
      "processor time a mention, µs",
      "to the size before",
      "peak memory with the news, MB",
      "one more article: median, ms",
      "most, ms",
      "pairs of profiles that were compared",
      "B³ of entities: precision, recall, F1",
      "of events",
    ],
    rows,
  };
}

function shares({ precision, recall, f1 }: BCubed): string {
  return [precision, recall, f1].map((share) => share.toFixed(3)).join(", ");
}

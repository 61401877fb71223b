import { createResolver } from "../../src/resolve/resolve.ts";
import { generateNews, type GeneratedArticle } from "./generated-news.ts";
import { figure, take, type Section } from "./measure.ts";
import { knowledge } from "./program.ts";

const SIZES = [10_000, 100_000];

/** How fast generated news are resolved, and how near to the truth: B³ (Bagga and Baldwin, 1998). */
export async function resolution(): Promise<Section> {
  const rows: string[][] = [];
  for (const mentions of SIZES) {
    const news = generateNews(knowledge, mentions);
    const resolver = createResolver(knowledge);
    let nodeOf = resolver.resolution().nodeOf;
    const { processor } = await take(() => {
      for (const article of news) resolver.add(article);
      ({ nodeOf } = resolver.resolution());
    });
    const score = (letter: "e" | "v", truth: (article: GeneratedArticle) => readonly string[]): string =>
      bCubed(
        news.flatMap((one) => truth(one).map((id, i) => [nodeOf(one.article.id, `${letter}${i}`) ?? "", id] as const)),
      ).toFixed(3);
    rows.push([
      String(mentions),
      figure((1000 * processor) / mentions),
      score("e", ({ entities }) => entities),
      score("v", ({ events }) => events),
    ]);
  }
  return {
    title: "Resolution of generated news in three languages, with typos and people of one name, all added one by one:",
    columns: ["mentions", "processor time a mention, µs", "B³ F1 of entities", "B³ F1 of events"],
    rows,
  };
}

/** B³ F1 of pairs of a group that was found and the true one. */
function bCubed(pairs: readonly (readonly [found: string, truth: string])[]): number {
  const tally = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const found = tally(pairs.map(([group]) => group));
  const truths = tally(pairs.map(([, truth]) => truth));
  const both = tally(pairs.map((pair) => JSON.stringify(pair)));
  const mean = (sizes: ReadonlyMap<string, number>, at: 0 | 1): number => {
    const shares = pairs.map((pair) => (both.get(JSON.stringify(pair)) ?? 0) / (sizes.get(pair[at]) ?? 1));
    return shares.reduce((sum, share) => sum + share, 0) / pairs.length;
  };
  const [precision, recall] = [mean(found, 0), mean(truths, 1)];
  return (2 * precision * recall) / (precision + recall);
}

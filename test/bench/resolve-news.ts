import { createResolver } from "../../src/resolve/resolve.ts";
import { bCubed, type BCubed } from "./b-cubed.ts";
import { generateNews, type GeneratedArticle } from "./generated-news.ts";
import { take } from "./measure.ts";
import { knowledge } from "./program.ts";

/** What the resolution of generated news of one size takes, and how near it comes to the truth. */
export interface NewsResolved {
  readonly articles: number;
  /** Processor time until all but the last articles are resolved, in milliseconds. */
  readonly processor: number;
  /** Most memory that the process had, the news among it, in bytes. */
  readonly memory: number;
  /** Clock time of adding and resolving each of the last articles, in milliseconds, the least first. */
  readonly additions: readonly number[];
  /** Share of all pairs of profiles that were compared. */
  readonly compared: number;
  readonly entities: BCubed;
  readonly events: BCubed;
}

/** Articles that come when all others are resolved. */
const LATE = 20;
const KILO = 1024;

async function resolveNews(mentions: number): Promise<NewsResolved> {
  const news = generateNews(knowledge, mentions);
  const resolver = createResolver(knowledge);
  const { processor } = await take(() => {
    for (const article of news.slice(0, -LATE)) resolver.add(article);
    resolver.settle();
  });
  const additions: number[] = [];
  for (const article of news.slice(-LATE)) {
    const { wall } = await take(() => {
      resolver.add(article);
      resolver.settle();
    });
    additions.push(wall);
  }
  // The truth is held against it afterwards, which takes memory of its own.
  const memory = process.resourceUsage().maxRSS * KILO;
  const { profiles } = resolver.effort();
  const { nodeOf } = resolver.resolution();
  const score = (letter: "e" | "v", truth: (article: GeneratedArticle) => readonly string[]): BCubed =>
    bCubed(
      news.flatMap((one) => truth(one).map((id, i) => [nodeOf(one.article.id, `${letter}${i}`) ?? "", id] as const)),
    );
  return {
    articles: news.length,
    processor,
    memory,
    additions: additions.sort((a, b) => a - b),
    compared: profiles.compared / ((profiles.items * (profiles.items - 1)) / 2),
    entities: score("e", ({ entities }) => entities),
    events: score("v", ({ events }) => events),
  };
}

process.stdout.write(JSON.stringify(await resolveNews(Number(process.argv[2]))));

import { createGapFinder, type Predicate } from "../extract/gaps.ts";
import { createPacks, segment } from "../language/document.ts";
import { detectMentions } from "../mentions/detect.ts";
import type { Article } from "../model/article.ts";
import { articleIdOf, type LanguageCode } from "../model/ids.ts";
import { compareText, type Span } from "../model/text.ts";
import type { FoundText } from "../read/found-text.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";

/** A sentence in which a clause is left unread. */
export interface GapExample extends Span {
  /** Name of the article; `start` and `end` are into its text. */
  readonly article: string;
  readonly text: string;
}

/** Clauses with one predicate of which nothing is stated though they hold two actors: where a row may be missing. */
export interface GapGroup extends Predicate {
  readonly language: LanguageCode;
  /** Clauses. */
  readonly count: number;
  /** The first ones, in the order of the articles. */
  readonly examples: readonly GapExample[];
}

export interface FindGapsOptions {
  /** Sentences that are kept of each predicate. */
  readonly examples: number;
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
}

/** Reads articles, and groups what is left unread in them by predicate, the most frequent first. */
export async function findGaps(
  texts: AsyncIterable<FoundText>,
  { examples, knowledge = loadKnowledge() }: FindGapsOptions,
): Promise<readonly GapGroup[]> {
  const packs = createPacks(knowledge);
  const gapsIn = createGapFinder(knowledge);
  const groups = new Map<string, Omit<GapGroup, "count" | "examples"> & { count: number; examples: GapExample[] }>();
  const seen = new Set<string>();
  for await (const { text, source } of texts) {
    const article: Article = { id: articleIdOf(text), text, sources: [source] };
    if (seen.has(article.id)) continue;
    seen.add(article.id);
    const segmented = segment(article, packs);
    for (const { predicates, language, sentence } of gapsIn(segmented, detectMentions(segmented))) {
      for (const predicate of predicates) {
        const key = JSON.stringify([language, predicate.known, predicate.verb, predicate.noun ?? null]);
        let group = groups.get(key);
        if (group === undefined) groups.set(key, (group = { ...predicate, language, count: 0, examples: [] }));
        group.count += 1;
        const { start, end } = sentence;
        if (group.examples.length < examples && group.examples.at(-1)?.start !== start)
          group.examples.push({ article: source.name, start, end, text: text.slice(start, end) });
      }
    }
  }
  const nameOf = ({ language, verb, noun }: GapGroup): string => `${language} ${verb} ${noun ?? ""}`;
  return [...groups.values()].sort((a, b) => b.count - a.count || compareText(nameOf(a), nameOf(b)));
}

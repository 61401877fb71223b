import type { Modality } from "../../src/model/modality.ts";
import type { ArticleDetail, ArticleFact, ArticleMention } from "../../src/server/contract.ts";
import { cutsOf, type Mark, paragraphsOf, type Segment, segmentsOf, type Span } from "./passages.ts";
import type { Highlight } from "./state/store.ts";

/** A stretch of a paragraph that ends where a sentence with facts does, or where the marked sentence begins or ends. */
export interface Passage extends Span {
  readonly isQuoted: boolean;
  readonly segments: readonly Segment<ArticleMention>[];
  /** What was read in the sentences that end with it. */
  readonly facts: readonly ArticleFact[];
}

export interface Paragraph extends Span {
  readonly passages: readonly Passage[];
}

/** What one can go to in an article: words that speak of something, or the facts behind a sentence. */
export interface Stop {
  readonly key: string;
  readonly mention?: ArticleMention;
}

type Read = Pick<ArticleDetail, "text" | "mentions" | "facts">;

/** The text of an article, cut where something in it begins or ends. */
export function layOutArticle({ text, mentions, facts }: Read, quote: Span | undefined): readonly Paragraph[] {
  const paragraphs = paragraphsOf(text);
  const marks = mentions.map((value): Mark<ArticleMention> => ({ ...value, value }));
  const factsByEnd = groupByEnd(facts);
  return paragraphs.map((paragraph, index) => {
    const { start, end } = paragraph;
    const next = paragraphs[index + 1]?.start ?? Infinity;
    const here = marks.filter((mark) => mark.start < end && mark.end > start);
    // A sentence may end behind the last letter of its paragraph.
    const told = new Map<number, readonly ArticleFact[]>();
    for (const [place, found] of factsByEnd) {
      const within = Math.min(place, end);
      if (place > start && place <= next) told.set(within, [...(told.get(within) ?? []), ...found]);
    }
    const cuts = [...told.keys(), ...(quote === undefined ? [] : [quote.start, quote.end])];
    const passages = cutsOf(paragraph, cuts).map((passage) => ({
      ...passage,
      isQuoted: quote !== undefined && quote.start <= passage.start && passage.end <= quote.end,
      segments: segmentsOf(passage, here),
      facts: [...new Set(told.get(passage.end))],
    }));
    return { ...paragraph, passages };
  });
}

/** All that one can go to, in the order of the text. */
export function stopsOf(paragraphs: readonly Paragraph[]): readonly Stop[] {
  return paragraphs.flatMap(({ passages }) =>
    passages.flatMap((passage) => [
      ...passage.segments.flatMap((segment) =>
        segment.mark === undefined ? [] : [{ key: keyOf(segment), mention: segment.mark.value }],
      ),
      ...(passage.facts.length === 0 ? [] : [{ key: factsKeyOf(passage) }]),
    ]),
  );
}

/** What an article says and whom it mentions, as a part of the picture. */
export function partOfArticle(
  { facts, nodes }: Pick<ArticleDetail, "facts" | "nodes">,
  isShown: (modality: Modality) => boolean,
): Highlight {
  return {
    nodes: new Set(nodes.map(({ id }) => id)),
    edges: new Set(facts.filter(({ modality }) => isShown(modality)).map(({ id }) => id)),
  };
}

/** The key of the stop at words. */
export function keyOf({ start }: Span): string {
  return String(start);
}

/** The key of the stop behind a sentence. */
export function factsKeyOf({ end }: Span): string {
  return `facts ${end}`;
}

/** Facts by the ends of the sentences that say them. */
function groupByEnd(facts: readonly ArticleFact[]): ReadonlyMap<number, readonly ArticleFact[]> {
  const groups = new Map<number, ArticleFact[]>();
  for (const fact of facts) {
    for (const { end } of fact.places) {
      const group = groups.get(end);
      if (group === undefined) groups.set(end, [fact]);
      else group.push(fact);
    }
  }
  return groups;
}

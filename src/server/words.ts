import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/text.ts";
import type { EdgeDetail, EvidenceDetail, EvidenceWords, FactBrief, FactRef } from "./contract.ts";

/** What was read in the article of a name, where that is known. */
export type Readings = (name: string) => Reading | undefined | Promise<Reading | undefined>;

/** A fact whose quotes, and those of what is said against it, tell which of their words say what. */
export async function withWords(edge: EdgeDetail, readings: Readings | undefined): Promise<EdgeDetail> {
  if (readings === undefined) return edge;
  const known = new Map<string, Reading | undefined>();
  const evidenceOf = async (fact: FactRef, evidence: readonly EvidenceDetail[]): Promise<readonly EvidenceDetail[]> => {
    const told: EvidenceDetail[] = [];
    for (const item of evidence) {
      const { name } = item.article;
      if (!known.has(name)) known.set(name, await readings(name));
      const reading = known.get(name);
      told.push(reading === undefined ? item : { ...item, words: wordsOf(fact, item, reading) });
    }
    return told;
  };
  const dispute: FactBrief[] = [];
  for (const fact of edge.dispute) dispute.push({ ...fact, evidence: await evidenceOf(fact, fact.evidence) });
  return { ...edge, evidence: await evidenceOf(edge, edge.evidence), dispute };
}

/** The words of a quote that speak of the ends of a fact, and those that say what happens between them. */
export function wordsOf({ source, relation, target }: FactRef, quote: Span, reading: Reading): EvidenceWords {
  const isInside = ({ start, end }: Span): boolean => quote.start <= start && end <= quote.end;
  const placesOf = (node: string): readonly Span[] =>
    reading.mentions.filter((mention) => isInside(mention) && mention.nodes.some((id) => id === node)).map(toSpan);
  const ends = new Set<string>([source.id, target.id]);
  const deed = reading.sayings
    .filter((saying) => saying.start === quote.start && saying.end === quote.end && saying.relation === relation)
    // The ends of a symmetric relation stand in the order of their ids.
    .filter((saying) => ends.has(saying.source) && ends.has(saying.target))
    .flatMap(({ words }) => words.filter(isInside));
  return { source: placesOf(source.id), target: placesOf(target.id), deed: distinct(deed) };
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}

function distinct(spans: readonly Span[]): readonly Span[] {
  const byPlace = new Map(spans.map(({ start, end }) => [`${start} ${end}`, { start, end }]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

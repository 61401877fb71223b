import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/text.ts";
import type { Chain, EdgeDetail, EvidenceDetail, EvidenceWords, FactBrief, FactRef, Paths } from "./contract.ts";

/** What was read in the article of a name, where that is known. */
export type Readings = (name: string) => Reading | undefined | Promise<Reading | undefined>;

/** A fact whose quotes, and those of what is said against it, tell which of their words say what. */
export async function withWords(edge: EdgeDetail, readings: Readings | undefined): Promise<EdgeDetail> {
  if (readings === undefined) return edge;
  const tell = createTeller(readings);
  const dispute: FactBrief[] = [];
  for (const fact of edge.dispute) dispute.push(await tell(fact));
  return { ...(await tell(edge)), dispute };
}

/** Chains whose quotes tell which of their words say what. */
export async function withWordsOfChains(paths: Paths, readings: Readings | undefined): Promise<Paths> {
  if (readings === undefined) return paths;
  const tell = createTeller(readings);
  const chains: Chain[] = [];
  for (const chain of paths.chains) {
    const steps: Chain["steps"][number][] = [];
    for (const step of chain.steps) {
      const facts: FactBrief[] = [];
      for (const fact of step.facts) facts.push(await tell(fact));
      steps.push({ ...step, facts });
    }
    chains.push({ ...chain, steps });
  }
  return { ...paths, chains };
}

type Quoted = FactRef & { readonly evidence: readonly EvidenceDetail[] };

/** A function that tells of the words in the quotes of facts. Asks once for the reading of each article. */
function createTeller(readings: Readings): <Fact extends Quoted>(fact: Fact) => Promise<Fact> {
  const known = new Map<string, Reading | undefined>();
  return async (fact) => {
    const evidence: EvidenceDetail[] = [];
    for (const item of fact.evidence) {
      const { name } = item.article;
      if (!known.has(name)) known.set(name, await readings(name));
      const reading = known.get(name);
      evidence.push(reading === undefined ? item : { ...item, words: wordsOf(fact, item, reading) });
    }
    return { ...fact, evidence };
  };
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

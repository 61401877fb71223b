import type { LanguageData } from "../seeds/knowledge.ts";

/** What the cutting into chunks needs to know of a language, ready to be asked by lemma or folded word. */
export interface ChunkRules {
  /** Lemmas of auxiliaries. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Lemmas of verbs that take who gets something as a bare object: "gave Ukraine tanks". */
  readonly givingVerbs: ReadonlySet<string>;
  /** Nouns of which a row speaks. */
  readonly frameNouns: ReadonlySet<string>;
  /** Nouns that say what a name beside them is, with the verb of a clause that would say so. */
  readonly apposedNouns: ReadonlyMap<string, string>;
  readonly includingMarkers: ReadonlySet<string>;
  /** Nouns that count what stands behind them. */
  readonly measures: ReadonlySet<string>;
  /** Nouns that two who stand before them can share: "talks", "war". */
  readonly mutualNouns: ReadonlySet<string>;
  /** The relations that the rows of a noun tell. */
  readonly relationsOf: ReadonlyMap<string, readonly string[]>;
  /** Types of events by noun; of one that says something else than its last word, not the type itself. */
  readonly eventTypes: ReadonlyMap<string, string>;
  /** Whether a folded word can only be an adjective, a plural, an oblique form, by its ending. */
  readonly endsAsAdjective: (norm: string) => boolean;
  readonly endsAsPlural: (norm: string) => boolean;
  readonly endsAsOblique: (norm: string) => boolean;
  /** Whether a word in small letters has another article in the nominative than in dative and genitive. */
  readonly isFeminine: (word: string) => boolean;
}

const rules = new WeakMap<LanguageData, ChunkRules>();

/** The rules of a language, made once. */
export function chunkRulesOf(data: LanguageData): ChunkRules {
  let known = rules.get(data);
  if (known === undefined) rules.set(data, (known = createChunkRules(data)));
  return known;
}

function createChunkRules({ verbs, frames, events, language, words }: LanguageData): ChunkRules {
  const relationsOf = new Map<string, string[]>();
  for (const { nouns, gives } of frames) {
    const relations = gives.map(({ relation }) => relation);
    for (const noun of nouns) relationsOf.set(noun, [...(relationsOf.get(noun) ?? []), ...relations]);
  }
  const giving = frames.filter(({ gives }) => gives.some(({ object }) => object.split("|").includes("indirect")));
  return {
    auxiliaries: new Set(verbs.auxiliaries.map(({ lemma }) => lemma)),
    givingVerbs: new Set(giving.flatMap((frame) => frame.verbs)),
    frameNouns: new Set(frames.flatMap(({ nouns }) => nouns)),
    apposedNouns: new Map(
      frames
        .filter(({ apposition }) => apposition)
        .flatMap(({ nouns, verbs: [verb] }) => (verb === undefined ? [] : nouns.map((noun) => [noun, verb] as const))),
    ),
    includingMarkers: new Set(words.includingMarkers),
    measures: new Set(words.measures),
    mutualNouns: new Set(
      frames
        .filter((frame) => frame.verbs.length === 0 && frame.gives.some(({ subject }) => subject === "pair"))
        .flatMap(({ nouns }) => nouns),
    ),
    relationsOf,
    eventTypes: new Map(
      events.nouns.flatMap(({ type, apart, nouns }) =>
        nouns.map((noun) => [noun, apart ? `${type} apart` : type] as const),
      ),
    ),
    endsAsAdjective: matcherOf(language.adjectivePattern),
    endsAsPlural: matcherOf(language.pluralPattern),
    endsAsOblique: matcherOf(language.obliquePattern),
    isFeminine: matcherOf(language.femininePattern),
  };
}

function matcherOf(pattern: string | undefined): (norm: string) => boolean {
  if (pattern === undefined) return () => false;
  const expression = new RegExp(pattern, "u");
  return (norm) => expression.test(norm);
}

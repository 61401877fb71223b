import type { LanguageData } from "../seeds/knowledge.ts";
import { createClause, type Chunk, type Clause, type Owner, type Phrase } from "./parse.ts";
import { hasFeature, type VerbRules } from "./verbs.ts";

/** What the cutting of clauses needs to know of a language. */
export interface ClauseRules extends VerbRules {
  readonly order: LanguageData["language"]["order"];
  /** Lemmas of verbs whose object can be a clause without complementizer. */
  readonly reporting: ReadonlySet<string>;
  /** For each verb, the nouns that make one predicate with it: sanctions are imposed. */
  readonly nounsOfVerb: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nouns that govern a clause: the claim that. */
  readonly governingNouns: ReadonlySet<string>;
  /** Adpositions under which an infinitive did not happen, and under which it is still to come. */
  readonly absenceMarkers: ReadonlySet<string>;
  readonly aheadMarkers: ReadonlySet<string>;
  /** Words with which a relative clause names some of those before it. */
  readonly includingPredicates: ReadonlySet<string>;
}

/** State while the chunks of one sentence are read from left to right. */
export interface Builder {
  readonly rules: ClauseRules;
  readonly clauses: Clause[];
  current: Clause;
  quoted: boolean;
  afterBreak: boolean;
  afterCoordinator: boolean;
  infinitive: boolean;
  /** Participles that the next phrase completes: "[Iran-backed] rebels". */
  attributes: Clause[];
  /** Who did what the next phrase names. */
  doers: readonly Owner[];
}

/** Opens a clause, in which reading goes on. */
export function openClause(builder: Builder, kind: Clause["kind"], index: number, parent: Clause | undefined): Clause {
  const clause = createClause(kind, index, parent);
  clause.quoted = builder.quoted;
  clause.coordinated = builder.afterCoordinator;
  builder.clauses.push(clause);
  builder.current = clause;
  return clause;
}

/** The phrase before a chunk, past what depends on it, where its noun governs the clause that opens there. */
export function governingPhrase(
  chunks: readonly Chunk[],
  i: number,
  { governingNouns }: ClauseRules,
): Phrase | undefined {
  for (let at = i - 1; at >= 0; at -= 1) {
    const chunk = chunks[at];
    if (chunk?.type !== "phrase") return undefined;
    const { phrase } = chunk;
    if (phrase.members.length === 0 && phrase.nouns.some(({ lemma }) => governingNouns.has(lemma))) return phrase;
    if (phrase.marker === undefined) return undefined;
  }
  return undefined;
}

/** Whether nothing has been read into a clause yet. */
export function isEmpty(clause: Clause): boolean {
  return clause.verbs.length === 0 && clause.phrases.length === 0;
}

/** Whether a clause has a finite verb. */
export const hasFinite = (clause: Clause): boolean => clause.verbs.some(({ entries }) => hasFeature(entries, "finite"));

/** A verb, where it is read. */
export type VerbChunk = Extract<Chunk, { type: "verb" }>;

/** What a verb does to the clauses, in the order of words of a language. */
export type VerbStep = (builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number) => void;

/** Takes a verb into a clause. */
export function addVerb(clause: Clause, chunk: VerbChunk): void {
  clause.verbs.push({ index: chunk.index, to: chunk.to, entries: chunk.entries });
  clause.to = chunk.to;
}

/** Takes the last bare phrase out of a clause: it is the subject of a new one. */
export function takeSubject(clause: Clause): Phrase | undefined {
  const last = clause.phrases.at(-1);
  if (last === undefined || last.marker !== undefined || last.date !== undefined) return undefined;
  clause.phrases.pop();
  return last;
}

/** The participle that stands before its noun is a clause of its own, which the noun completes. */
export function attributeOf(parent: Clause, chunk: Extract<Chunk, { type: "attribute" }>): Clause {
  const clause = createClause("participle", chunk.from, parent);
  clause.phrases.push(...chunk.phrases);
  clause.verbs.push({ index: chunk.index, to: chunk.to, entries: chunk.entries });
  clause.reducedPassive = !chunk.active;
  clause.to = chunk.to;
  return clause;
}

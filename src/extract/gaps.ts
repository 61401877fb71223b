import type { Segmented, Sentence } from "../language/document.ts";
import { startsWithCapital } from "../language/fold.ts";
import type { LanguageCode } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Span } from "../model/text.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createExtractor } from "./extract.ts";
import type { Clause, Phrase } from "./parse.ts";
import type { SentenceState } from "./state.ts";

/** What may be the predicate of a clause: a verb, with the noun that it makes one predicate with, or an unknown word. */
export interface Predicate {
  /** Lemma of the verb; of an unknown word its folded form. */
  readonly verb: string;
  /** The noun that a verb without a meaning of its own stands with: "make" a *statement*. */
  readonly noun: string | undefined;
  /** Whether the language pack knows the verb. */
  readonly known: boolean;
}

/** A clause that holds two known or named actors, and of which nothing is stated. */
export interface Gap {
  /** One; or, where no verb is known, every unknown word of the clause that may be it. */
  readonly predicates: readonly Predicate[];
  readonly language: LanguageCode;
  readonly clause: Span;
  readonly sentence: Span;
}

/** Makes the function that finds what the rules leave unread in an article. It reads the article as extraction does. */
export function createGapFinder(
  knowledge: Knowledge,
): (segmented: Segmented, mentions: ReadonlyMap<Sentence, readonly MentionItem[]>) => readonly Gap[] {
  const gaps: Gap[] = [];
  const extract = createExtractor(knowledge, (sentence) => gaps.push(...gapsOf(sentence)));
  return (segmented, mentions) => {
    gaps.length = 0;
    extract(segmented, mentions);
    return [...gaps];
  };
}

function gapsOf(state: SentenceState): readonly Gap[] {
  const { clauses, language, span } = state;
  return clauses
    .filter((clause) => actorsOf(state, clause) > 1 && !isStated(state, clause))
    .map((clause) => ({
      predicates: predicatesOf(state, clause),
      language,
      clause: spanOf(state, clause),
      sentence: span,
    }))
    .filter(({ predicates }) => predicates.length > 0);
}

/** How many different actors the phrases of a clause name or refer to; the subject that it shares counts. */
function actorsOf({ article, resolved }: SentenceState, { phrases, subject, object, indirect }: Clause): number {
  const all = [...phrases, subject, object, indirect].filter((phrase) => phrase !== undefined);
  const items = all.flatMap(({ members, owners }) => [...members, ...owners.map(({ item }) => item)]);
  const entities = items.flatMap((item) => resolved.get(item) ?? []);
  return new Set(entities.filter((index) => article.discourse.entity(index).kind !== KINDS.place)).size;
}

/** Whether words of the clause made a row fire, or tell of an event with participants. */
function isStated(state: SentenceState, clause: Clause): boolean {
  const { article, eventAt, span } = state;
  const within = spanOf(state, clause);
  for (let i = article.statements.length - 1; i >= 0; i -= 1) {
    const statement = article.statements[i];
    // Those of the sentence are the last.
    if (statement?.evidence.start !== span.start) break;
    const words = statement.rule.startsWith(`${state.grammar.pack.code}.`) ? statement.trigger : [];
    if (words.some(({ start }) => start >= within.start && start < within.end)) return true;
  }
  return clause.phrases.some((phrase) => (eventAt.get(phrase.from)?.participants.size ?? 0) > 1);
}

function spanOf({ sentence }: SentenceState, { from, to }: Clause): Span {
  return {
    start: sentence.tokens[from]?.start ?? sentence.start,
    end: sentence.tokens[Math.max(from, to - 1)]?.end ?? sentence.end,
  };
}

function predicatesOf(state: SentenceState, clause: Clause): readonly Predicate[] {
  const { group } = clause;
  if (group === undefined) return unknownWords(state, clause).map((verb) => ({ verb, noun: undefined, known: false }));
  return [{ verb: group.lemma, noun: needsNoun(state, group.lemma) ? nounAt(state, clause) : undefined, known: true }];
}

/** Whether a verb means little without a noun: a copula, or one that most of its rows take with a noun. */
function needsNoun({ grammar }: SentenceState, lemma: string): boolean {
  const rows = grammar.frames.byVerb.get(lemma) ?? [];
  const withNoun = rows.filter(({ nouns }) => nouns.length > 0);
  return grammar.clauses.auxiliaries.get(lemma)?.has("copula") === true || withNoun.length > rows.length / 2;
}

/** The noun that makes one predicate with the verb: before it where verbs stand last, else the first behind it. */
function nounAt({ grammar, sentence }: SentenceState, { group, phrases }: Clause): string | undefined {
  if (group === undefined) return undefined;
  const bare = phrases.filter(({ members }) => members.length === 0);
  const phrase: Phrase | undefined =
    grammar.clauses.order === "sov"
      ? bare.findLast(({ to }) => to <= group.from)
      : (bare.find(({ from }) => from > group.from) ?? bare.at(-1));
  const head = phrase?.unknownHead === true ? sentence.tokens[phrase.to - 1]?.norm : undefined;
  return phrase?.nouns.at(-1)?.lemma ?? head;
}

/** Words that no list knows and that are written as verbs are: small, where names or nouns have capitals. */
function unknownWords({ sentence, grammar }: SentenceState, { from, to, phrases }: Clause): readonly string[] {
  const cased = grammar.pack.lexicon.data.language.capitals !== "none";
  const named = new Set(
    phrases
      .flatMap(({ members }) => members)
      .flatMap((item) => Array.from({ length: item.to - item.from }, (_, i) => item.from + i)),
  );
  const words = sentence.tokens.slice(from, to).filter(({ shape, text }, i) => {
    const at = from + i;
    if (shape !== "word" || named.has(at) || (sentence.matches[at] ?? []).length > 0) return false;
    return !cased || !startsWithCapital(text);
  });
  return [...new Set(words.map(({ norm }) => norm))];
}

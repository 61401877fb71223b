import { fold } from "../language/fold.ts";
import type { Sentence } from "../language/document.ts";
import type { Token } from "../language/tokens.ts";
import type { EventCount } from "../model/extraction.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import type { ArticleEvent } from "./article-events.ts";
import type { Clause } from "./parse.ts";
import { readingOf } from "./speech.ts";
import type { SentenceState } from "./state.ts";

/** Words in order, folded. */
type Words = readonly string[];

/** How a language counts people. */
export interface CountRules {
  readonly numbers: readonly (readonly [words: Words, value: number])[];
  readonly multipliers: readonly (readonly [words: Words, value: number])[];
  readonly least: readonly Words[];
  readonly most: readonly Words[];
  readonly near: readonly Words[];
  readonly range: ReadonlySet<string>;
  readonly people: readonly Words[];
  readonly kinds: readonly CountKind[];
}

/** By what words a language says what people met with. */
interface CountKind {
  readonly what: string;
  readonly before: readonly Words[];
  readonly behind: readonly Words[];
  readonly verbs: ReadonlySet<string>;
}

export function countRulesOf({ counts }: LanguageData): CountRules {
  const words = (text: string): Words => fold(text).split(" ");
  const longestFirst = (all: readonly string[]): Words[] => all.map(words).sort((a, b) => b.length - a.length);
  const valued = (rows: LanguageData["counts"]["numbers"]): (readonly [Words, number])[] =>
    rows
      .flatMap(({ forms, value }) => forms.map((form): readonly [Words, number] => [words(form), value]))
      .sort(([a], [b]) => b.length - a.length);
  return {
    numbers: valued(counts.numbers),
    multipliers: valued(counts.multipliers),
    least: longestFirst(counts.least),
    most: longestFirst(counts.most),
    near: longestFirst(counts.near),
    range: new Set(counts.range.map(fold)),
    people: longestFirst(counts.people),
    kinds: counts.counts.map(({ what, before, behind, verbs }) => ({
      what,
      before: longestFirst(before),
      behind: longestFirst(behind),
      verbs: new Set(verbs),
    })),
  };
}

/** A number of a sentence with the words that bound it, and where it stands. */
interface Amount {
  /** First token, with those of its bounds, and the first token of the digits or words themselves. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** What a sentence counts: how many were killed, with the token of the number. */
export interface Counted extends Pick<EventCount, "what" | "from" | "to"> {
  readonly at: number;
}

/** Words that may stand between a number and whom it counts: "60 Russian diplomats". */
const REACH = 4;
/** Words that may stand between whom it counts and what they met with: "14 people in the mosque were killed". */
const GAP = 6;
const DIGITS = /^\d{1,3}(?:[.,\u066c]\d{3})+$|^\d+$/;
/** Years look like numbers of people. */
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Which people a sentence counts, and what they met with. A number counts where words of a kind stand directly before it
 * ("killed 14 people"), or behind it and the people ("14 people were killed", "14 dead"), or where the verb of its clause
 * says so of its object. `clauses`: those of the sentence.
 */
function countedIn(sentence: Sentence, rules: CountRules, clauses: readonly Clause[]): readonly Counted[] {
  const { tokens } = sentence;
  const amounts = amountsIn(sentence, rules).filter((amount, i, all) => !isAdded(amount, all[i - 1], sentence, rules));
  const found: Counted[] = [];
  const told = new Set<number>();
  /** Tokens of words that were taken as what stands before a number, so that they say nothing of another before them. */
  const taken = new Set<number>();
  const add = (amount: Amount, what: string): void => {
    const { at, least, most } = amount;
    told.add(at);
    found.push({
      what,
      at,
      ...(least === undefined ? {} : { from: least }),
      ...(most === undefined ? {} : { to: most }),
    });
  };
  for (const amount of amounts) {
    if (peopleEnd(amount.to, tokens, rules) === undefined && !isAlone(amount.to, sentence)) continue;
    for (const { what, before } of rules.kinds) {
      const words = told.has(amount.at) ? undefined : before.find((form) => endsAt(form, amount.from, tokens));
      if (words === undefined) continue;
      for (let i = amount.from - words.length; i < amount.from; i += 1) taken.add(i);
      add(amount, what);
    }
  }
  for (const amount of amounts) {
    const people = peopleEnd(amount.to, tokens, rules);
    for (const { what, behind, verbs } of rules.kinds) {
      if (told.has(amount.at)) break;
      if (saysBehind(behind, amount, people, amounts, sentence, taken)) add(amount, what);
      else if (people !== undefined && isObjectOf(verbs, amount, clauses)) add(amount, what);
    }
  }
  return found;
}

function amountsIn({ tokens, dates }: Sentence, rules: CountRules): readonly Amount[] {
  const isDate = (i: number): boolean => dates.some(({ from, to }) => from <= i && i < to);
  const amounts: Amount[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const number = isDate(i) ? undefined : numberAt(i, tokens, rules);
    if (number === undefined) continue;
    const joint = tokens[number.to];
    const end = joint !== undefined && rules.range.has(joint.norm) ? numberAt(number.to + 1, tokens, rules) : undefined;
    const last = end !== undefined && end.value > number.value ? end : number;
    const amount = boundedBy(i, last.to, { least: number.value, most: last.value }, tokens, rules);
    // "one" is often no number: "killed by one of them", "durch einen Angriff getötet".
    if (number.value > 1 || peopleEnd(amount.to, tokens, rules) === amount.to + 1) amounts.push(amount);
    i = last.to - 1;
  }
  return amounts;
}

/** A number with what bounds it, before it or behind it: at least 14, up to 14, 14 سے زیادہ. */
function boundedBy(
  at: number,
  end: number,
  bounds: Pick<Amount, "least" | "most">,
  tokens: readonly Token[],
  { least, most, near }: CountRules,
): Amount {
  const around = (all: readonly Words[]): Pick<Amount, "from" | "to"> | undefined => {
    const before = all.find((form) => endsAt(form, at, tokens));
    if (before !== undefined) return { from: at - before.length, to: end };
    const behind = all.find((form) => startsAt(form, end, tokens));
    return behind === undefined ? undefined : { from: at, to: end + behind.length };
  };
  const atLeast = around(least);
  if (atLeast !== undefined) return { at, ...atLeast, least: bounds.least, most: undefined };
  const atMost = around(most);
  if (atMost !== undefined) return { at, ...atMost, least: undefined, most: bounds.most };
  return { at, from: at, to: end, ...around(near), ...bounds };
}

function numberAt(
  i: number,
  tokens: readonly Token[],
  { numbers, multipliers }: CountRules,
): { readonly value: number; readonly to: number } | undefined {
  const token = tokens[i];
  if (token === undefined) return undefined;
  const word = numbers.find(([form]) => startsAt(form, i, tokens));
  const digits = token.shape === "number" && DIGITS.test(token.norm) && !YEAR.test(token.norm);
  if (word === undefined && !digits) return undefined;
  const base = word?.[1] ?? Number(token.norm.replaceAll(/\D/g, ""));
  const end = i + (word?.[0].length ?? 1);
  const times = multipliers.find(([form]) => startsAt(form, end, tokens));
  return times === undefined ? { value: base, to: end } : { value: base * times[1], to: end + times[0].length };
}

/** Where the people end that a number counts; `undefined` where it counts something else, or nothing is said. */
function peopleEnd(from: number, tokens: readonly Token[], { people }: CountRules): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + REACH); i += 1) {
    const form = people.find((words) => startsAt(words, i, tokens));
    if (form !== undefined) return i + form.length;
    if (tokens[i]?.shape === "mark" && tokens[i]?.glued !== true) return undefined;
    if (tokens[i]?.shape === "number") return undefined;
  }
  return undefined;
}

/** "12 civilians and 9 soldiers were killed": whether a number is added to another, so that it is not all. */
function isAdded(amount: Amount, before: Amount | undefined, sentence: Sentence, rules: CountRules): boolean {
  const joint = amount.from - 1;
  if (before === undefined || !isCoordinator(joint, sentence)) return false;
  return peopleEnd(before.to, sentence.tokens, rules) === joint;
}

function isCoordinator(at: number, { matches }: Sentence): boolean {
  return (matches[at] ?? []).some(({ entry }) => entry.type === "coordinator");
}

/** "killed 14 in Kabul": whether nothing follows that the number could count. */
function isAlone(to: number, sentence: Sentence): boolean {
  const next = sentence.tokens[to];
  if (next === undefined || next.shape === "mark") return true;
  return isCoordinator(to, sentence) || (sentence.matches[to] ?? []).some(({ entry }) => entry.type === "adposition");
}

/** Whether words of a kind stand behind a number and whom it counts, with nothing between that ends what is said. */
function saysBehind(
  forms: readonly Words[],
  amount: Amount,
  people: number | undefined,
  amounts: readonly Amount[],
  sentence: Sentence,
  taken: ReadonlySet<number>,
): boolean {
  const { tokens } = sentence;
  const start = people ?? amount.to;
  const reach = people === undefined ? 1 : GAP;
  for (let i = start; i < Math.min(tokens.length, start + reach + 1); i += 1) {
    if (amounts.some(({ from }) => from === i)) return false;
    const form = forms.find((words) => startsAt(words, i, tokens));
    if (form !== undefined && !form.some((_, k) => taken.has(i + k))) return true;
    if (tokens[i]?.shape === "mark" || taken.has(i) || isCoordinator(i, sentence)) return false;
  }
  return false;
}

/** "weist vier Diplomaten aus": whether the number stands in the object of a clause whose verb says so, or in its subject in the passive. */
function isObjectOf(verbs: ReadonlySet<string>, { at }: Amount, clauses: readonly Clause[]): boolean {
  const clause = innermost(at, clauses);
  if (clause?.group === undefined || !verbs.has(clause.group.lemma)) return false;
  const phrase = clause.phrases.find(({ from, to }) => from <= at && at < to);
  if (phrase === undefined || phrase.marker === "subject") return false;
  return clause.group.passive || phrase.from !== clause.subject?.from;
}

function innermost(at: number, clauses: readonly Clause[]): Clause | undefined {
  return clauses
    .filter(({ phrases, group }) => {
      const ends = [...phrases, ...(group === undefined ? [] : [group])];
      return ends.some(({ from, to }) => from <= at && at < to);
    })
    .at(-1);
}

function startsAt(words: Words, at: number, tokens: readonly Token[]): boolean {
  return words.every((word, k) => tokens[at + k]?.norm === word);
}

function endsAt(words: Words, end: number, tokens: readonly Token[]): boolean {
  return end >= words.length && startsAt(words, end - words.length, tokens);
}

/** What a sentence counts as a fact: not what could have been, or what was not. */
export function countsToldIn(state: SentenceState): readonly Counted[] {
  const { grammar, sentence, clauses } = state;
  return countedIn(sentence, grammar.counts, clauses).filter(({ at }) => {
    const clause = innermost(at, clauses);
    return clause === undefined || (!clause.negated && readingOf(state, clause).modality === "actual");
  });
}

/** Adds what a sentence counts to the event that it tells, or that the sentence before it told. */
export function readCounts(state: SentenceState): void {
  const { trust, span } = state;
  for (const { what, at: _, ...bounds } of countsToldIn(state)) {
    const event = eventOf(state, what);
    const known = event?.counts.get(what);
    // The first counts, but what a headline says the text says more exactly.
    if (event?.status === "held" && (known === undefined || known.trust < trust))
      event.counts.set(what, { count: { what, ...bounds, evidence: span }, trust });
  }
}

/** The only event of a type in which people meet with this that the sentence tells, or else the one before it. */
function eventOf({ article, index }: SentenceState, what: string): ArticleEvent | undefined {
  for (const start of [article.sentences[index]?.start, article.sentences[index - 1]?.start]) {
    const told = article.events.all.filter(
      ({ type, evidence }) =>
        article.eventTypes.get(type)?.counts.includes(what) === true && evidence.some((span) => span.start === start),
    );
    if (told.length > 0) return told.length === 1 ? told[0] : undefined;
  }
  return undefined;
}

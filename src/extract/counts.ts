import type { Sentence } from "../language/document.ts";
import type { Token } from "../language/tokens.ts";
import type { EventCount } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import {
  amountRulesOf,
  amountsIn,
  endsAt,
  longestFirst,
  peopleEnd,
  startsAt,
  type Amount,
  type AmountRules,
  type Words,
} from "./amounts.ts";
import type { Clause } from "./parse.ts";
import { readingOf } from "./speech.ts";
import type { SentenceState } from "./state.ts";

/** How a language counts people. */
export interface CountRules extends AmountRules {
  readonly including: readonly Words[];
  readonly kinds: readonly CountKind[];
}

/** By what words a language says what people met with. */
interface CountKind {
  readonly what: string;
  readonly tolls: readonly Words[];
  readonly before: readonly Words[];
  readonly behind: readonly Words[];
  readonly verbs: ReadonlySet<string>;
}

export function countRulesOf(data: LanguageData): CountRules {
  return {
    ...amountRulesOf(data),
    including: longestFirst(data.counts.including),
    kinds: data.counts.counts.map(({ what, tolls, before, behind, verbs }) => ({
      what,
      tolls: longestFirst(tolls),
      before: longestFirst(before),
      behind: longestFirst(behind),
      verbs: new Set(verbs),
    })),
  };
}

/** What a sentence counts: how many were killed, with the token of the number. */
export interface Counted extends Pick<EventCount, "what" | "from" | "to"> {
  readonly at: number;
  /** Whether its bounds are words of negation: "no fewer than 14". */
  readonly hasNegation: boolean;
}

/** Words that may stand between whom it counts and what they met with: "14 people in the mosque were killed". */
const GAP = 6;
/** Tokens of the longest parenthesis between them. */
const LONGEST_PARENTHESIS = 12;

/**
 * Which people a sentence counts, and what they met with. A number counts where words of a kind stand directly before it
 * ("killed 14 people", "the death toll rose to 14"), or behind it and the people ("14 people were killed", "14 dead"), or
 * where the verb of its clause says so of its object. What is added to another is not read. `clauses`: those of the
 * sentence.
 */
function countedIn(sentence: Sentence, rules: CountRules, clauses: readonly Clause[]): readonly Counted[] {
  const { tokens } = sentence;
  const amounts = amountsIn(sentence, rules);
  /** Tokens of words that were taken as what stands before a number, so that they say nothing of another before them. */
  const taken = new Set<number>();
  const before = amounts.map((amount) => {
    const found = kindBefore(amount, sentence, rules);
    for (let i = amount.from - (found?.words ?? 0); i < amount.from; i += 1) taken.add(i);
    return found?.what;
  });
  const behind = amounts.map((amount) => {
    const people = peopleEnd(amount.to, tokens, rules);
    const isTold = (kind: CountKind): boolean =>
      saysBehind(kind.behind, amount, people, amounts, sentence, rules, taken);
    return rules.kinds.find(isTold)?.what;
  });
  const isAdded = amounts.map((amount) => isAddedToSomebody(amount, sentence, rules, clauses));
  for (let i = 1; i < amounts.length; i += 1) {
    if (!areJoined(amounts[i - 1], amounts[i], sentence, rules)) continue;
    // "killed 12 and 9 were injured" adds nothing.
    const areTwo = before[i - 1] !== undefined && behind[i] !== undefined;
    isAdded[i] = !areTwo;
    isAdded[i - 1] ||= !areTwo;
  }
  return amounts.flatMap((amount, i): Counted[] => {
    const { at, from, to, least, most } = amount;
    const isObject = ({ verbs }: CountKind): boolean =>
      peopleEnd(to, tokens, rules) !== undefined && isObjectOf(verbs, amount, clauses);
    const what = before[i] ?? behind[i] ?? rules.kinds.find(isObject)?.what;
    if (what === undefined || isAdded[i] === true) return [];
    const bounds = { ...(least === undefined ? {} : { from: least }), ...(most === undefined ? {} : { to: most }) };
    return [{ what, at, ...bounds, hasNegation: isNegated(from, at, sentence) }];
  });
}

/** By what words before a number the people that it counts met with something, and how many words these are. */
function kindBefore(
  { from, to }: Amount,
  sentence: Sentence,
  rules: CountRules,
): { readonly what: string; readonly words: number } | undefined {
  const { tokens } = sentence;
  const counts = peopleEnd(to, tokens, rules) !== undefined || isAlone(to, sentence);
  for (const { what, tolls, before } of rules.kinds) {
    const words = [...tolls, ...(counts ? before : [])].find((form) => endsAt(form, from, tokens));
    if (words !== undefined) return { what, words: words.length };
  }
  return undefined;
}

/** "12 civilians and 9 soldiers", "12 civilians, 9 soldiers": whether two numbers are parts of one sum. */
function areJoined(one: Amount | undefined, other: Amount | undefined, sentence: Sentence, rules: CountRules): boolean {
  if (one === undefined || other === undefined) return false;
  const { tokens } = sentence;
  const joint = other.from - 1;
  if (peopleEnd(one.to, tokens, rules) !== joint) return false;
  // "14 people, 12 of them children"
  return isCoordinator(joint, sentence) || (tokens[joint]?.text === "," && !isAdposition(other.to, sentence));
}

/** "a soldier and two civilians", "X and four others": whether a number is added to somebody who is not in a number. */
function isAddedToSomebody(
  { from }: Amount,
  sentence: Sentence,
  { people }: CountRules,
  clauses: readonly Clause[],
): boolean {
  const joint = from - 1;
  if (!isCoordinator(joint, sentence)) return false;
  if (people.some((form) => endsAt(form, joint, sentence.tokens))) return true;
  return clauses.some(({ phrases }) =>
    phrases.some(({ members }) => members.some((item) => item.to === joint && isPerson(item))),
  );
}

function isPerson({ reference }: MentionItem): boolean {
  return "kind" in reference && reference.kind === KINDS.person;
}

function isNegated(from: number, to: number, { matches }: Sentence): boolean {
  return matches.slice(from, to).some((found) => found.some(({ entry }) => entry.type === "negation"));
}

function isCoordinator(at: number, { matches }: Sentence): boolean {
  return (matches[at] ?? []).some(({ entry }) => entry.type === "coordinator");
}

/** "killed 14 in Kabul": whether nothing follows that the number could count. */
function isAlone(to: number, sentence: Sentence): boolean {
  const next = sentence.tokens[to];
  if (next === undefined || next.shape === "mark") return true;
  return isCoordinator(to, sentence) || isAdposition(to, sentence);
}

function isAdposition(at: number, { matches }: Sentence): boolean {
  return (matches[at] ?? []).some(({ entry }) => entry.type === "adposition");
}

/** Whether words of a kind stand behind a number and whom it counts, with nothing between that ends what is said. */
function saysBehind(
  forms: readonly Words[],
  amount: Amount,
  people: number | undefined,
  amounts: readonly Amount[],
  sentence: Sentence,
  { including }: CountRules,
  taken: ReadonlySet<number>,
): boolean {
  const { tokens } = sentence;
  const start = people === undefined ? amount.to : behindParenthesis(people, tokens, including);
  const reach = people === undefined ? 1 : GAP;
  for (let i = start; i < Math.min(tokens.length, start + reach + 1); i += 1) {
    if (amounts.some(({ from }) => from === i)) return false;
    const form = forms.find((words) => startsAt(words, i, tokens));
    if (form !== undefined && !form.some((_, k) => taken.has(i + k))) return true;
    if (tokens[i]?.shape === "mark" || taken.has(i) || isCoordinator(i, sentence)) return false;
  }
  return false;
}

/** "30 people, including 12 children, were killed": where it goes on behind what is said of some of them. */
function behindParenthesis(at: number, tokens: readonly Token[], including: readonly Words[]): number {
  if (tokens[at]?.text !== "," || !including.some((form) => startsAt(form, at + 1, tokens))) return at;
  const end = tokens.slice(at + 1, at + LONGEST_PARENTHESIS).findIndex(({ text }) => text === ",");
  return end === -1 ? at : at + end + 2;
}

/** "weist vier Diplomaten aus": whether the number stands in the object of a clause whose verb says so, or in its subject in the passive. */
function isObjectOf(verbs: ReadonlySet<string>, { at }: Amount, clauses: readonly Clause[]): boolean {
  const clause = innermost(at, clauses);
  if (clause?.group === undefined || !verbs.has(clause.group.lemma)) return false;
  const phrase = clause.phrases.find(({ from, to }) => from <= at && at < to);
  if (phrase === undefined || phrase.marker === "subject") return false;
  return clause.group.passive || phrase.from !== clause.subject?.from;
}

/** The innermost clause to which a token belongs. */
export function innermost(at: number, clauses: readonly Clause[]): Clause | undefined {
  return clauses
    .filter(({ phrases, group }) => {
      const ends = [...phrases, ...(group === undefined ? [] : [group])];
      return ends.some(({ from, to }) => from <= at && at < to);
    })
    .at(-1);
}

/** What a sentence counts as a fact: not what could have been, or what was not. */
export function countsToldIn(state: SentenceState): readonly Counted[] {
  const { grammar, sentence, clauses } = state;
  return countedIn(sentence, grammar.counts, clauses).filter(({ at, hasNegation }) => {
    const clause = innermost(at, clauses);
    if (clause === undefined) return true;
    const told = hasNegation ? { ...clause, negated: false } : clause;
    return !told.negated && readingOf(state, told).modality === "actual";
  });
}

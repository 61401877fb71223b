import { fold } from "../language/fold.ts";
import type { Sentence } from "../language/document.ts";
import type { Token } from "../language/tokens.ts";
import type { LanguageData } from "../seeds/knowledge.ts";

/** Words in order, folded. */
export type Words = readonly string[];

/** How a language writes numbers, and what it sets around them. */
export interface AmountRules {
  readonly numbers: readonly (readonly [words: Words, value: number])[];
  readonly multipliers: readonly (readonly [words: Words, value: number])[];
  readonly joints: readonly Words[];
  readonly least: readonly Words[];
  readonly most: readonly Words[];
  readonly near: readonly Words[];
  readonly range: ReadonlySet<string>;
  readonly between: readonly Words[];
  readonly of: readonly Words[];
  readonly outOf: readonly Words[];
  readonly vague: readonly Words[];
  readonly units: readonly Words[];
  readonly people: readonly Words[];
}

export function amountRulesOf({ counts }: LanguageData): AmountRules {
  const valued = (rows: LanguageData["counts"]["numbers"]): (readonly [Words, number])[] =>
    rows
      .flatMap(({ forms, value }) => forms.map((form): readonly [Words, number] => [wordsOf(form), value]))
      .sort(([a], [b]) => b.length - a.length);
  return {
    numbers: valued(counts.numbers),
    multipliers: valued(counts.multipliers),
    joints: longestFirst(counts.joints),
    least: longestFirst(counts.least),
    most: longestFirst(counts.most),
    near: longestFirst(counts.near),
    range: new Set(counts.range.map(fold)),
    between: longestFirst(counts.between),
    of: longestFirst(counts.of),
    outOf: longestFirst(counts.outOf),
    vague: longestFirst(counts.vague),
    units: longestFirst(counts.units),
    people: longestFirst(counts.people),
  };
}

const wordsOf = (text: string): Words => fold(text).split(" ");

export const longestFirst = (all: readonly string[]): Words[] => all.map(wordsOf).sort((a, b) => b.length - a.length);

/** A number of a sentence with the words that bound it, and where it stands. */
export interface Amount {
  /** First token, with those of its bounds, and the first token of the digits or words themselves. */
  readonly from: number;
  readonly at: number;
  /** Behind its last token, with those of its bounds and of the whole of which it is a part. */
  readonly to: number;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** A number in digits or words, and where it ends. */
interface Numeral {
  readonly value: number;
  readonly to: number;
}

/** Words that may stand between a number and whom it counts: "60 Russian diplomats". */
const REACH = 4;
const DIGITS = /^\d{1,3}(?:[.,\u066c]\d{3})+$|^\d+$/;
/** Of what is multiplied: "1.2 million". */
const DECIMAL = /^\d+[.,\u066b]\d{1,2}$/;
/** Years look like numbers of people. */
const YEAR = /^(?:19|20)\d\d$/;
/** From here on a multiplier ends a part of a number: "two thousand" of "two thousand five hundred". */
const THOUSAND = 1000;

/** The numbers of a sentence that can count people, in order: no dates, ages, sums of money. */
export function amountsIn({ tokens, dates, matches }: Sentence, rules: AmountRules): readonly Amount[] {
  const isDate = (i: number): boolean => dates.some(({ from, to }) => from <= i && i < to);
  // "1500" alone may be a year, and is none where people follow.
  const isNumber = (i: number): boolean =>
    !isDate(i) || (DIGITS.test(tokens[i]?.norm ?? "") && peopleEnd(boundedAt(i), tokens, rules) !== undefined);
  const boundedAt = (i: number): number => boundedBy(i, i + 1, { least: 0, most: 0 }, tokens, rules).to;
  const isCoordinator = (i: number): boolean => (matches[i] ?? []).some(({ entry }) => entry.type === "coordinator");
  const amounts: Amount[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const number = isNumber(i) ? numberAt(i, tokens, rules) : undefined;
    if (number === undefined) continue;
    const end = endOfRange(i, number, tokens, rules, isCoordinator);
    const whole = end === undefined ? wholeBehind(number.to, tokens, rules) : undefined;
    const most = end ?? number;
    const amount = boundedBy(i, (whole ?? most).to, { least: number.value, most: most.value }, tokens, rules);
    // "one" is often no number: "killed by one of them", "durch einen Angriff getötet".
    const isCount = number.value > 1 || whole !== undefined || peopleEnd(amount.to, tokens, rules) === amount.to + 1;
    if (isCount && !countsOther(amount, tokens, rules)) amounts.push(amount);
    i = (whole ?? most).to - 1;
  }
  return amounts;
}

/** The end of a range that begins with a number: 20 to 30, between 20 and 30. */
function endOfRange(
  at: number,
  { value, to }: Numeral,
  tokens: readonly Token[],
  rules: AmountRules,
  isCoordinator: (i: number) => boolean,
): Numeral | undefined {
  const isOpen = rules.between.some((form) => endsAt(form, at, tokens));
  const isJoint = isOpen ? isCoordinator(to) : rules.range.has(tokens[to]?.norm ?? "");
  const end = isJoint ? numberAt(to + 1, tokens, rules) : undefined;
  return end !== undefined && end.value > value ? end : undefined;
}

/** The number of whom a number counts a part: five of the 20. */
function wholeBehind(to: number, tokens: readonly Token[], rules: AmountRules): Numeral | undefined {
  const form = rules.of.find((words) => startsAt(words, to, tokens));
  return form === undefined ? undefined : numberAt(to + form.length, tokens, rules);
}

/** Whether a number counts what is no people, or all of whom others are meant: 45 years, 20 میں سے, several hundred. */
function countsOther({ from, to }: Amount, tokens: readonly Token[], rules: AmountRules): boolean {
  // "45-jährig": a part of a word.
  if (tokens[to]?.text === "-" && tokens[to].glued && tokens[to + 1]?.glued === true) return true;
  if (rules.units.some((form) => startsAt(form, to, tokens))) return true;
  if (rules.vague.some((form) => endsAt(form, from, tokens))) return true;
  const end = peopleEnd(to, tokens, rules) ?? to;
  return rules.outOf.some((form) => startsAt(form, end, tokens));
}

/** A number with what bounds it, before it or behind it: at least 14, up to 14, 14 سے زیادہ. */
function boundedBy(
  at: number,
  end: number,
  bounds: Pick<Amount, "least" | "most">,
  tokens: readonly Token[],
  { least, most, near }: AmountRules,
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

/** A whole number in digits or words: 14, 1.2 million, twenty-one, two thousand five hundred. */
function numberAt(at: number, tokens: readonly Token[], rules: AmountRules): Numeral | undefined {
  const first = wordAt(at, tokens, rules) ?? digitsAt(at, tokens);
  if (first === undefined) return undefined;
  let { value: part, to } = first;
  let total = 0;
  /** What is added has to be less: behind twenty less than ten, behind thousand less than a thousand. */
  let below = tokens[at]?.shape === "number" ? 0 : placeOf(part);
  for (;;) {
    const times = multiplierAt(to, tokens, rules);
    const next = times === undefined ? partBehind(to, below, tokens, rules) : undefined;
    if (times === undefined && next === undefined) break;
    if (times !== undefined)
      [total, part] = times.value < THOUSAND ? [total, part * times.value] : [total + part * times.value, 0];
    else part += next?.value ?? 0;
    below = times?.value ?? placeOf(next?.value ?? 0);
    to = (times ?? next)?.to ?? to;
  }
  const isYear = to === at + 1 && YEAR.test(tokens[at]?.norm ?? "");
  // "1.2" and "ڈیڑھ" count people only where they are multiplied.
  const value = Math.round((total + part) * THOUSAND) / THOUSAND;
  return isYear || !Number.isInteger(value) ? undefined : { value, to };
}

function wordAt(at: number, tokens: readonly Token[], { numbers }: AmountRules): Numeral | undefined {
  const word = numbers.find(([form]) => startsAt(form, at, tokens));
  return word === undefined ? undefined : { value: word[1], to: at + word[0].length };
}

function digitsAt(at: number, tokens: readonly Token[]): Numeral | undefined {
  const { shape, norm = "" } = tokens[at] ?? {};
  if (shape !== "number") return undefined;
  if (DIGITS.test(norm)) return { value: Number(norm.replaceAll(/\D/g, "")), to: at + 1 };
  return DECIMAL.test(norm) ? { value: Number(norm.replace(/\D/, ".")), to: at + 1 } : undefined;
}

function multiplierAt(at: number, tokens: readonly Token[], { multipliers }: AmountRules): Numeral | undefined {
  const times = multipliers.find(([form]) => startsAt(form, at, tokens));
  return times === undefined ? undefined : { value: times[1], to: at + times[0].length };
}

/** What is added to a part of a number: the one of twenty-one, the five of "two thousand five hundred". */
function partBehind(end: number, below: number, tokens: readonly Token[], rules: AmountRules): Numeral | undefined {
  if (below === 0) return undefined;
  const hyphen = tokens[end]?.text === "-" && tokens[end].glued ? 1 : undefined;
  const joint = rules.joints.find((form) => startsAt(form, end, tokens))?.length;
  const at = end + (hyphen ?? joint ?? 0);
  const digits = digitsAt(at, tokens);
  // "two thousand 30 years ago": digits are added only where they are multiplied.
  const isMultiplied = digits !== undefined && multiplierAt(digits.to, tokens, rules) !== undefined;
  const part = wordAt(at, tokens, rules) ?? (isMultiplied ? digits : undefined);
  return part === undefined || part.value >= below ? undefined : part;
}

/** Below what another number has to be that is added to a round one: 10 for twenty, 100 for two hundred; 0: nothing is. */
function placeOf(value: number): number {
  if (value < 20) return 0;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place === 1 ? 0 : place;
}

/** Where the people end that a number counts; `undefined` where it counts something else, or nothing is said. */
export function peopleEnd(from: number, tokens: readonly Token[], { people, units }: AmountRules): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + REACH); i += 1) {
    const form = people.find((words) => startsAt(words, i, tokens));
    if (form !== undefined) return i + form.length;
    if (tokens[i]?.shape === "mark" && tokens[i]?.glued !== true) return undefined;
    if (tokens[i]?.shape === "number" || units.some((words) => startsAt(words, i, tokens))) return undefined;
  }
  return undefined;
}

export function startsAt(words: Words, at: number, tokens: readonly Token[]): boolean {
  return words.every((word, k) => tokens[at + k]?.norm === word);
}

export function endsAt(words: Words, end: number, tokens: readonly Token[]): boolean {
  return end >= words.length && startsAt(words, end - words.length, tokens);
}

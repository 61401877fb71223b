import {
  boundsOf,
  dayNumber,
  isoDay,
  spanBetween,
  spanOfDate,
  weekdayOf,
  type TimeConstraint,
  type TimeSpan,
} from "../model/time.ts";
import type { Holiday } from "../seeds/knowledge.ts";
import { fold } from "./fold.ts";
import { holidayIn } from "./holidays.ts";
import type { EntryOf, Match } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** A date expression: tokens `from` to `to` (half-open) of a sentence, and what it says. */
export interface DateExpression {
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** Of a word that looks both ways (کل is yesterday and tomorrow) both. */
  readonly relative?: readonly EntryOf<"relative-date">[];
  /** First of the ten years that it names: the 1990s. */
  readonly decade?: number;
  readonly holiday?: Holiday["on"];
  /** The end of a span: "May 3 to 5", "from 2015 to 2018". What it does not say is as at the beginning. */
  readonly until?: { readonly day?: number; readonly month?: number; readonly year?: number };
}

export type Tense = "past" | "future";

type Fields = Omit<DateExpression, "from" | "to">;

/**
 * Patterns of a language, ready to match: literal words and the slots {day} {month} {year} {decade} {weekday} {relative}
 * {part} {holiday}, and {untilDay} {untilMonth} {untilYear} for the end of a span.
 * A tree, so that what many patterns begin with is looked at once.
 */
export interface DatePatterns {
  readonly words: Map<string, DatePatterns>;
  readonly slots: Map<string, DatePatterns>;
  /** Place in the list of the pattern that ends here. */
  rank: number | undefined;
}

export function compileDatePatterns(patterns: readonly string[]): DatePatterns {
  const root: DatePatterns = { words: new Map(), slots: new Map(), rank: undefined };
  for (const [rank, pattern] of patterns.entries()) {
    let node = root;
    for (const part of pattern.split(/\s+/)) {
      const slot = /^\{(.+)\}$/.exec(part)?.[1];
      const [branches, key] = slot === undefined ? [node.words, fold(part)] : [node.slots, slot];
      let next = branches.get(key);
      if (next === undefined) branches.set(key, (next = { words: new Map(), slots: new Map(), rank: undefined }));
      node = next;
    }
    node.rank ??= rank;
  }
  return root;
}

/** All date expressions of a sentence, the longest at each place, none overlapping. */
export function findDates(
  tokens: readonly Token[],
  matches: readonly (readonly Match[])[],
  patterns: DatePatterns,
): DateExpression[] {
  const found: DateExpression[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const numeric = numericDate(tokens, i);
    const fit = longestFit(tokens, matches, i, patterns, {}, undefined);
    const best = fit !== undefined && fit.to > (numeric?.to ?? i) ? { from: i, to: fit.to, ...fit.fields } : numeric;
    if (best !== undefined) found.push(best);
    // The Friday of the Good Friday Agreement is no day of the week.
    const end = best?.to ?? matches[i]?.find(({ type }) => type === "holiday")?.end;
    if (end !== undefined) i = end - 1;
  }
  return found;
}

/** Types of entries that fill slots; days and years are numbers. */
const FILLS_SLOT: ReadonlySet<Match["type"]> = new Set([
  "day",
  "month",
  "weekday",
  "relative-date",
  "part-of-day",
  "holiday",
] as const);

/** A pattern that fits: the longest, and of several the first of the list. */
interface Fit {
  readonly to: number;
  readonly rank: number;
  readonly fields: Fields;
}

function longestFit(
  tokens: readonly Token[],
  matches: readonly (readonly Match[])[],
  at: number,
  node: DatePatterns,
  fields: Fields,
  best: Fit | undefined,
): Fit | undefined {
  const { rank } = node;
  let longest = best;
  if (rank !== undefined && (best === undefined || at > best.to || (at === best.to && rank < best.rank)))
    longest = { to: at, rank, fields };
  const token = tokens[at];
  if (token === undefined) return longest;
  const next = node.words.get(token.norm);
  if (next !== undefined) longest = longestFit(tokens, matches, at + 1, next, fields, longest);
  if (token.shape !== "number" && matches[at]?.some(({ type }) => FILLS_SLOT.has(type)) !== true) return longest;
  for (const [slot, branch] of node.slots) {
    const filled = fillSlot(slot, tokens, matches, at);
    if (filled !== undefined)
      longest = longestFit(tokens, matches, filled.to, branch, joined(fields, filled.fields), longest);
  }
  return longest;
}

function joined(fields: Fields, filled: Fields): Fields {
  const until = { ...fields.until, ...filled.until };
  return { ...fields, ...filled, ...(Object.keys(until).length === 0 ? {} : { until }) };
}

type Filled = { readonly to: number; readonly fields: Fields } | undefined;

/** How each slot is filled at a token. */
const SLOTS: Readonly<
  Record<string, (tokens: readonly Token[], matches: readonly (readonly Match[])[], at: number) => Filled>
> = {
  day: (tokens, matches, at) => withDay(dayAt(tokens, matches, at), (day) => ({ day })),
  untilDay: (tokens, matches, at) => withDay(dayAt(tokens, matches, at), (day) => ({ until: { day } })),
  month: (_, matches, at) => entryAt(matches, at, "month", ({ value }) => ({ month: value })),
  untilMonth: (_, matches, at) => entryAt(matches, at, "month", ({ value }) => ({ until: { month: value } })),
  year: (tokens, _, at) => numberAt(tokens, at, YEAR, (year) => ({ year })),
  untilYear: (tokens, _, at) => numberAt(tokens, at, YEAR, (year) => ({ until: { year } })),
  decade: (tokens, _, at) =>
    numberAt(tokens, at, DECADE, (decade) => ({ decade: decade < 100 ? CENTURY + decade : decade })),
  weekday: (_, matches, at) => entryAt(matches, at, "weekday", ({ value }) => ({ weekday: value })),
  relative: relativeAt,
  part: (_, matches, at) => entryAt(matches, at, "part-of-day", () => ({})),
  holiday: holidayAt,
};

function fillSlot(slot: string, tokens: readonly Token[], matches: readonly (readonly Match[])[], at: number): Filled {
  return SLOTS[slot]?.(tokens, matches, at);
}

function entryAt<Type extends Match["type"]>(
  matches: readonly (readonly Match[])[],
  at: number,
  type: Type,
  fieldsOf: (entry: EntryOf<Type>) => Fields,
): Filled {
  const found = matches[at]?.find((match) => match.type === type);
  return found === undefined ? undefined : { to: found.end, fields: fieldsOf(found.entry as EntryOf<Type>) };
}

function relativeAt(_: readonly Token[], matches: readonly (readonly Match[])[], at: number): Filled {
  const found = (matches[at] ?? []).flatMap(({ end, entry }) =>
    entry.type === "relative-date" ? [{ end, entry }] : [],
  );
  const to = found[0]?.end;
  if (to === undefined) return undefined;
  return { to, fields: { relative: found.filter(({ end }) => end === to).map(({ entry }) => entry) } };
}

/** A holiday, unless a longer name begins with it: Easter Island. */
function holidayAt(_: readonly Token[], matches: readonly (readonly Match[])[], at: number): Filled {
  const found = entryAt(matches, at, "holiday", ({ on }) => (on === undefined ? {} : { holiday: on }));
  return found === undefined || matches[at]?.some(({ end }) => end > found.to) === true ? undefined : found;
}

const YEAR = /^[12]\d{3}$/;
/** 1990s, and 90s, which are those of the last century. */
const DECADE = /^(?:[12]\d{2}|[2-9])0$/;
const CENTURY = 1900;

function numberAt(tokens: readonly Token[], at: number, form: RegExp, fieldsOf: (value: number) => Fields): Filled {
  const token = tokens[at];
  if (token?.shape !== "number" || !form.test(token.norm)) return undefined;
  return { to: at + 1, fields: fieldsOf(Number(token.norm)) };
}

function dayAt(
  tokens: readonly Token[],
  matches: readonly (readonly Match[])[],
  at: number,
): { readonly to: number; readonly day: number } | undefined {
  const token = tokens[at];
  if (token?.shape !== "number") {
    const found = matches[at]?.find(({ type }) => type === "day");
    return found?.entry.type === "day" ? { to: found.end, day: found.entry.value } : undefined;
  }
  const day = /^\d{1,2}$/.test(token.norm) ? Number(token.norm) : 0;
  if (day < 1 || day > 31) return undefined;
  const next = tokens[at + 1];
  return { to: next?.glued === true && /^(?:st|nd|rd|th)$/.test(next.norm) ? at + 2 : at + 1, day };
}

function withDay(found: ReturnType<typeof dayAt>, fieldsOf: (day: number) => Fields): Filled {
  return found === undefined ? undefined : { to: found.to, fields: fieldsOf(found.day) };
}

/** 2022-05-06 and 6.5.2022, the same in every language. */
function numericDate(tokens: readonly Token[], i: number): DateExpression | undefined {
  const token = tokens[i];
  if (token?.shape !== "number") return undefined;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(token.norm);
  if (dotted !== null)
    return checked({ from: i, to: i + 1, day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]) });
  const [, month, , day] = [tokens[i + 1], tokens[i + 2], tokens[i + 3], tokens[i + 4]];
  const iso = /^\d{4}$/.test(token.norm) && tokens[i + 1]?.text === "-" && tokens[i + 3]?.text === "-";
  if (!iso || !/^\d{2}$/.test(month?.norm ?? "") || !/^\d{2}$/.test(day?.norm ?? "")) return undefined;
  return checked({ from: i, to: i + 5, year: Number(token.norm), month: Number(month?.norm), day: Number(day?.norm) });
}

function checked(date: DateExpression & { readonly month: number; readonly day: number }): DateExpression | undefined {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 ? date : undefined;
}

/** What an expression means: a time where it or the anchor gives the year, else what it constrains. */
export interface ResolvedDate {
  readonly time: TimeSpan;
  readonly constraint: TimeConstraint;
}

/**
 * Counts an expression from the anchor, in the direction of the verb: a bare weekday with a past verb is the latest such
 * day up to the anchor, with a future verb the next one; so for a day and month, and for a month.
 */
export function resolveDate(expression: DateExpression, anchor: string | undefined, tense: Tense): ResolvedDate {
  const { year, month, day, weekday, relative, decade, holiday, until } = expression;
  const constraint: TimeConstraint =
    until === undefined
      ? {
          ...(weekday === undefined ? {} : { weekday }),
          ...(month === undefined ? {} : { month }),
          ...(day === undefined ? {} : { day }),
        }
      : {};
  const at = (time: TimeSpan): ResolvedDate => ({ time, constraint });
  if (decade !== undefined) return at(spanBetween(`${decade}-01-01`, `${decade + 9}-12-31`));
  const inYear = (candidate: number): TimeSpan => timeIn(candidate, expression);
  if (year !== undefined) return at(inYear(year));
  if (anchor === undefined) return at({});
  const now = dayNumber(boundsOf(anchor).to);
  const anchorYear = Number(anchor.slice(0, 4));
  if (month !== undefined || holiday !== undefined) {
    const candidates = [anchorYear - 1, anchorYear, anchorYear + 1].map(inYear);
    const fits = candidates.filter((span) =>
      tense === "past"
        ? span.from !== undefined && dayNumber(span.from) <= now
        : span.to !== undefined && dayNumber(span.to) >= now,
    );
    return at((tense === "past" ? fits.at(-1) : fits[0]) ?? {});
  }
  if (weekday !== undefined && relative === undefined) {
    const today = weekdayOf(now);
    const back = (today - weekday + 7) % 7;
    const ahead = (weekday - today + 7) % 7 || 7;
    return at(spanOfDate(isoDay(tense === "past" ? now - back : now + ahead)));
  }
  if (relative !== undefined) {
    const looks = relative.find(({ offset }) => (tense === "past" ? offset <= 0 : offset >= 0)) ?? relative[0];
    const span = looks === undefined ? {} : relativeSpan(looks, now);
    if (weekday === undefined || span.from === undefined) return at(span);
    const monday = dayNumber(span.from) - weekdayOf(dayNumber(span.from)) + 1;
    return at(spanOfDate(isoDay(monday + weekday - 1)));
  }
  return at({});
}

/** The time that an expression names in a year. */
function timeIn(year: number, { month, day, holiday, until }: DateExpression): TimeSpan {
  if (holiday !== undefined) return holidayIn(year, holiday);
  const span = spanOf(year, month, day);
  if (until === undefined) return span;
  const endMonth = until.month ?? month;
  // From December to January
  const turns = month !== undefined && endMonth !== undefined && endMonth < month;
  const end = spanOf(until.year ?? year + (turns ? 1 : 0), endMonth, until.day);
  return span.from === undefined || end.to === undefined || end.to < span.from ? span : spanBetween(span.from, end.to);
}

function spanOf(year: number, month: number | undefined, day: number | undefined): TimeSpan {
  const two = (value: number): string => String(value).padStart(2, "0");
  if (month === undefined) return spanOfDate(String(year));
  const ofMonth = `${year}-${two(month)}`;
  if (day === undefined) return spanOfDate(ofMonth);
  const last = Number(boundsOf(ofMonth).to.slice(8));
  return spanOfDate(day <= last ? `${ofMonth}-${two(day)}` : ofMonth);
}

function relativeSpan({ offset, unit }: EntryOf<"relative-date">, now: number): TimeSpan {
  const today = isoDay(now);
  switch (unit) {
    case "day":
      return spanOfDate(isoDay(now + offset));
    case "week":
    case "weekend": {
      const monday = now - weekdayOf(now) + 1 + 7 * offset;
      return spanBetween(isoDay(unit === "week" ? monday : monday + 5), isoDay(monday + 6));
    }
    case "month": {
      const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offset;
      return spanOf(Math.floor(month / 12), (month % 12) + 1, undefined);
    }
    case "year":
      return spanOf(Number(today.slice(0, 4)) + offset, undefined, undefined);
  }
}

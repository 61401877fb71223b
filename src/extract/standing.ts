import { resolveDate, type DateExpression, type ResolvedDate } from "../language/dates.ts";
import type { Sentence } from "../language/document.ts";
import type { EventStatus } from "../model/extraction.ts";
import type { Modality } from "../model/modality.ts";
import type { EventMention, EventRules } from "./event-mentions.ts";
import type { Clause } from "./parse.ts";
import { readingOf } from "./speech.ts";
import type { SentenceState } from "./state.ts";

/** What a clause says of how it stands with an event that it names. */
export interface Standing {
  readonly status: EventStatus | undefined;
  /** Of an event that is put off: when it was to be, and when it is to be now. */
  readonly before?: ResolvedDate | undefined;
  readonly now?: ResolvedDate | undefined;
}

/** What verb, adjective and dates of a clause say of an event: planned, cancelled, put off from 18 May to 20 June. */
export function standingOf(state: SentenceState, mention: EventMention, clause: Clause): Standing {
  const { events } = state.grammar;
  const datesIn = ({ phrases }: Clause): DateExpression[] => phrases.flatMap(({ date }) => date ?? []);
  // "the summit planned for 18 May"
  const qualified = state.clauses.filter(({ antecedent }) => antecedent?.from === mention.phrase.from).flatMap(datesIn);
  const dates = [...new Set([...mention.dates, ...datesIn(clause)])];
  const isUnder = (words: ReadonlySet<string>): DateExpression | undefined =>
    dates.find((date) => stands(words, date, state.sentence, events));
  const from = isUnder(events.movedFrom);
  const to = isUnder(events.movedTo);
  const status = statusOf(state, mention, clause, (to ?? from?.until) !== undefined);
  if (status !== "postponed") return { status };
  const own = [...mention.dates, ...qualified].find((date) => date !== to);
  for (const date of [from, to, own]) if (date !== undefined) state.eventDates.add(date);
  // "from 18 May to 20 June" can be one expression.
  const before = from ?? own;
  const now = to === from ? endOf(from) : (to ?? endOf(from));
  const resolved = (date: DateExpression | undefined): ResolvedDate | undefined =>
    date === undefined
      ? undefined
      : resolveDate(withoutEnd(date), state.paragraph.postedAt ?? state.article.anchorDay, "future");
  return { status, before: resolved(before), now: resolved(now) };
}

/** The beginning of a span of time, and its end, each as a date of its own. */
function withoutEnd(date: DateExpression): DateExpression {
  const { until: _, ...beginning } = date;
  return beginning;
}

function endOf(date: DateExpression | undefined): DateExpression | undefined {
  if (date?.until === undefined) return undefined;
  const { until, weekday: _, ...beginning } = date;
  return { ...beginning, ...until };
}

/** Whether one of some words stands before a date, or behind it where adpositions do. */
function stands(
  words: ReadonlySet<string>,
  { from, to }: DateExpression,
  { tokens }: Sentence,
  { spanWordsLead }: EventRules,
): boolean {
  // "auf den 20. Juni": a determiner may stand between.
  const beside = spanWordsLead ? [from, from - 1, from - 2] : [to - 1, to];
  return beside.some((i) => words.has(tokens[i]?.norm ?? ""));
}

/**
 * What verb or adjective says: that it is put off or cancelled before that it was planned. What is not, or might be, put
 * off or cancelled is still to come.
 */
function statusOf(
  state: SentenceState,
  mention: EventMention,
  clause: Clause,
  toAnotherDay: boolean,
): EventStatus | undefined {
  const told = toldOf(state, mention, clause, toAnotherDay);
  if (told !== "postponed" && told !== "cancelled") return mention.status ?? told;
  return NOT_SO.has(readingOf(state, clause).modality) ? "planned" : told;
}

/** How what is said of an event is not so. */
const NOT_SO: ReadonlySet<Modality> = new Set(["negated", "denied", "requested", "conditional", "hypothetical"]);

function toldOf(
  { grammar, sentence }: SentenceState,
  { phrase }: EventMention,
  { group, subject, object }: Clause,
  toAnotherDay: boolean,
): EventStatus | undefined {
  const { copulas, moveVerbs, statusOfSubject, statusVerbs } = grammar.events;
  if (group === undefined) return undefined;
  if (phrase.marker !== undefined) {
    const told = statusVerbs.get(`${group.lemma} ${phrase.marker}`);
    if (told !== undefined) return told;
  }
  const isSubject = subject?.from === phrase.from;
  for (const { entry } of sentence.matches[group.to] ?? [])
    if (entry.type === "event-status" && isSubject && copulas.has(group.lemma)) return entry.status;
  // "ist verschoben": a participle beside a copula says it as the passive does.
  const isState = object === undefined && group.auxiliaries.some((lemma) => copulas.has(lemma));
  const end = group.passive || isState || statusOfSubject.has(group.lemma) ? subject : object;
  const ofVerb =
    statusVerbs.get(`${group.lemma} ${sentence.tokens[group.to]?.norm ?? ""}`) ??
    statusVerbs.get(group.lemma) ??
    (moveVerbs.has(group.lemma) && toAnotherDay ? "postponed" : undefined);
  if (end?.from === phrase.from && ofVerb !== undefined) return ofVerb;
  if (phrase.marker !== undefined) return undefined;
  // "… ملتوی کر دیا": the word that says it makes one predicate with the verb behind it, or with a negation between.
  for (let i = Math.max(0, group.from - LONGEST_STATUS); i < group.from; i += 1) {
    for (const { end: to, entry } of sentence.matches[i] ?? []) {
      if (entry.type !== "event-status" || entry.status === "planned") continue;
      const isNegated = (sentence.matches[to] ?? []).some((between) => between.entry.type === "negation");
      if (to === group.from || (isNegated && to + 1 === group.from)) return entry.status;
    }
  }
  return undefined;
}

/** Words of the longest word of a status: "to be held". */
const LONGEST_STATUS = 3;

import { KINDS } from "../model/kinds.ts";
import type { Span } from "../model/text.ts";
import { dayNumber, isoDay, type TimeSpan } from "../model/time.ts";
import type { ArticleEvent } from "./article-events.ts";
import { countsToldIn, innermost } from "./counts.ts";
import { whenOf } from "./event-clauses.ts";
import type { Clause } from "./parse.ts";
import type { SentenceState } from "./state.ts";

/** What an article tells without a day happened on its own day, or on one of so many days before. */
const DAYS_OF_NEWS = 2;

/** Adds what a sentence counts to the event that it tells, or that the sentence before it told. */
export function readCounts(state: SentenceState): void {
  const { trust, span } = state;
  for (const { what, at, from, to } of countsToldIn(state)) {
    const event = eventOf(state, what, innermost(at, state.clauses));
    const known = event?.counts.get(what);
    const bounds = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    // The first counts, but what a headline says the text says more exactly.
    if (event?.status === "held" && (known === undefined || known.trust < trust))
      event.counts.set(what, { count: { what, ...bounds, evidence: span }, trust });
  }
}

/**
 * The only event of a type in which people meet with this that the sentence tells, or else the one before it, if nothing
 * in the sentence speaks of another. What is counted after which something happened ("five years after 30 people were
 * killed") is of another event, unless its clause names the event.
 */
function eventOf(state: SentenceState, what: string, clause: Clause | undefined): ArticleEvent | undefined {
  const { article, eventAt, index } = state;
  const isBefore = clause?.subordinator === "time" && ![...eventAt.keys()].some((at) => isIn(clause, at));
  if (isBefore) return undefined;
  const toldAt = (start: number | undefined): readonly ArticleEvent[] =>
    article.events.all.filter(
      ({ type, evidence }) =>
        article.eventTypes.get(type)?.counts.includes(what) === true && evidence.some((span) => span.start === start),
    );
  const here = toldAt(state.span.start);
  const [event, ...others] = here.length > 0 ? here : toldAt(article.sentences[index - 1]?.start);
  if (event === undefined || others.length > 0) return undefined;
  const isNew = event.evidence[0]?.start === state.span.start;
  if (!isNew && namesAnother(state.clauses, event, what, state)) return undefined;
  return here.length > 0 || goesOn(state, event) ? event : undefined;
}

function isIn({ phrases }: Clause, token: number): boolean {
  return phrases.some(({ from, to }) => from <= token && token < to);
}

/** Whether clauses name an event of another type in which people meet with the same: "the war has killed 40,000 people". */
function namesAnother(
  clauses: readonly Clause[],
  { type }: ArticleEvent,
  what: string,
  { article: { eventTypes }, grammar }: SentenceState,
): boolean {
  const nouns = clauses.flatMap(({ phrases }) => phrases.flatMap((phrase) => phrase.nouns));
  return nouns.some(({ lemma }) => {
    const other = grammar.events.byNoun.get(lemma)?.type;
    return other !== undefined && other !== type && eventTypes.get(other)?.counts.includes(what) === true;
  });
}

/** Whether a sentence that tells no event can go on with that of the sentence before: it names no other day and no other place. */
function goesOn(state: SentenceState, event: ArticleEvent): boolean {
  const { article, index, sentence, span } = state;
  const day = article.anchorDay;
  const news = day === undefined ? {} : { from: isoDay(dayNumber(day) - DAYS_OF_NEWS), to: day };
  const when = sentence.dates.map((date) => whenOf(state, [date], "past")?.time ?? {});
  if (when.some((time) => areApart(time, event.time.from === undefined ? news : event.time))) return false;
  const before = new Set(placesIn(state, article.sentences[index - 1]));
  return placesIn(state, span).every((place) => place === event.place || before.has(place));
}

function areApart(a: TimeSpan, b: TimeSpan): boolean {
  return (
    (a.to !== undefined && b.from !== undefined && a.to < b.from) ||
    (b.to !== undefined && a.from !== undefined && b.to < a.from)
  );
}

/** The places, and not states, that a sentence names: this one or the one before it, whose mentions are the last. */
function placesIn({ article }: SentenceState, sentence: Span | undefined): readonly number[] {
  if (sentence === undefined) return [];
  const { discourse, mentions } = article;
  const end = mentions.findLastIndex(({ start }) => start < sentence.end) + 1;
  const from = mentions.findLastIndex(({ start }, i) => i < end && start < sentence.start) + 1;
  return mentions
    .slice(from, end)
    .filter(({ of }) => of.startsWith("e"))
    .map(({ of }) => Number(of.slice(1)))
    .filter((place) => discourse.entity(place).kind === KINDS.place);
}

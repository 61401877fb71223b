import { resolveDate, type DateExpression, type ResolvedDate, type Tense } from "../language/dates.ts";
import type { EventStatus, Participant } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Modality } from "../model/modality.ts";
import type { EventType, Frame, Relation } from "../seeds/knowledge.ts";
import type { ArticleEvent } from "./article-events.ts";
import { eventMention, mayBeEvent, type EventMention } from "./event-mentions.ts";
import type { Filler, FrameFit } from "./frames.ts";
import type { Clause, Phrase } from "./parse.ts";
import { resolveItem } from "./references.ts";
import { readingOf } from "./speech.ts";
import { entityId, eventId, fitsOf, type Reading, type SentenceState } from "./state.ts";

const NOUN_RULE = "event-noun";
const PARTICIPANT = "participant";
/** What a noun that names an event is worth as a find, before the verb around it says more. */
const NOUN_CONFIDENCE = 0.8;

/**
 * Finds the events that noun phrases of a clause name: "the Covid summit", "the call". A noun of which a row tells, with
 * those who take part, is left to the row; `rest` are those of which none has made an event.
 */
export function readEventNouns(state: SentenceState, clause: Clause, which: "free" | "rest"): void {
  for (const phrase of clause.phrases) {
    readEventNoun(state, clause, phrase, which);
    for (const attribute of phrase.attributes ?? []) readEventNoun(state, clause, attribute, which);
  }
}

function readEventNoun(state: SentenceState, clause: Clause, phrase: Phrase, which: "free" | "rest"): void {
  const { article, grammar, sentence, language } = state;
  if (!mayBeEvent(phrase, grammar.events) || state.eventAt.has(phrase.from)) return;
  if (isToldByFrame(state, clause, phrase) !== (which === "rest")) return;
  const mention = eventMention(phrase, clause, sentence, grammar.pack, grammar.events);
  if (mention === undefined) return;
  const event = recordNoun(state, mention, clause);
  if (event === undefined) return;
  state.eventAt.set(phrase.from, event);
  article.mentions.push({
    start: mention.start,
    end: mention.end,
    of: eventId(event),
    form: mention.name === undefined ? "description" : "name",
    language,
  });
}

/** Finds the sessions of organizations that meet: "at the UN General Assembly". */
export function readSessions(state: SentenceState, clause: Clause): void {
  const { article, grammar, sentence, language } = state;
  for (const phrase of clause.phrases) {
    const [item] = phrase.members;
    if (item === undefined || !grammar.events.occasionMarkers.has(phrase.marker ?? "")) continue;
    const [index] = resolveItem(state, item);
    const type = index === undefined ? undefined : article.discourse.sessionOf(index);
    const [first, last] = [sentence.tokens[item.from], sentence.tokens[item.to - 1]];
    if (index === undefined || type === undefined || first === undefined || last === undefined) continue;
    const confidence = NOUN_CONFIDENCE * state.trust;
    const event = article.events.record({
      type,
      name: { text: article.text.slice(first.start, last.end), language, proper: true },
      when: whenOf(state, datesOf(clause), readingOf(state, clause).tense),
      status: clause.group?.future === true ? "planned" : "held",
      place: undefined,
      participants: [{ entity: entityId(index), role: PARTICIPANT, evidence: state.span, rule: NOUN_RULE, confidence }],
      ordinal: undefined,
      medium: undefined,
      topic: [],
      key: undefined,
      evidence: state.span,
      confidence,
      refersBack: false,
    });
    if (event !== undefined) state.eventAt.set(phrase.from, event);
  }
}

/** Whether a row tells of the event that the phrase names, with those who take part: "the second call between X and Y". */
function isToldByFrame(state: SentenceState, clause: Clause, phrase: Phrase): boolean {
  return fitsOf(state, clause).some(
    ({ frame, nounPhrase }) => frame.event !== undefined && nounPhrase?.from === phrase.from,
  );
}

function recordNoun(state: SentenceState, mention: EventMention, clause: Clause): ArticleEvent | undefined {
  const { article, language } = state;
  const happens = clauseOfHappening(state, mention, clause);
  const dates = [
    ...(tellsOtherwise(state, mention, clause) ? [] : mention.dates),
    ...(happens?.phrases.flatMap(({ date }) => (date === undefined ? [] : [date])) ?? []),
  ];
  const { places, actors } = tiesOf(state, mention, clause);
  const told = statusOf(state, mention, clause);
  const ahead = told === "planned" || isInvitedTo(state, mention, clause) || liesAhead(state, mention, happens, clause);
  for (const date of dates) state.eventDates.add(date);
  const place = firstPlace(state, happens === undefined ? [] : placeItems(state, happens)) ?? places[0];
  const when = whenOf(state, dates, ahead ? "future" : "past");
  const status = told ?? (ahead ? "planned" : "held");
  const alone =
    isSaidToBe(readingOf(state, clause).modality) &&
    (mention.specific || standsAlone(mention, article.eventTypes.get(mention.type), when, place, actors, told));
  if (!alone && !mention.definite) return undefined;
  const confidence = NOUN_CONFIDENCE * state.trust;
  return article.events.record({
    type: mention.type,
    name: mention.name === undefined ? undefined : { text: mention.name, language, proper: mention.proper },
    when,
    status,
    place,
    participants: [...new Set(actors)].map((index) => ({
      entity: entityId(index),
      role: PARTICIPANT,
      evidence: state.span,
      rule: NOUN_RULE,
      confidence,
    })),
    ordinal: mention.ordinal,
    medium: mention.medium,
    topic: mention.topic,
    key: mention.specific || mention.proper ? mention.key : undefined,
    evidence: state.span,
    confidence,
    refersBack: !alone,
  });
}

/** Whether a verb says of an event, or of who takes part in it, that it is to come. */
function liesAhead(
  state: SentenceState,
  { phrase }: EventMention,
  happens: Clause | undefined,
  clause: Clause,
): boolean {
  if (happens !== undefined) return happens.group?.future === true;
  if (clause.group?.future !== true) return false;
  const isEnd = (filler: Filler): boolean => filler.type === "event" && filler.phrase.from === phrase.from;
  return (
    [clause.subject, clause.object].some((end) => end?.from === phrase.from) ||
    fitsOf(state, clause).some(({ gives }) => gives.some(({ ends }) => ends.some(([, right]) => isEnd(right))))
  );
}

/** Whether a noun in a clause of this modality speaks of an event that there is, or will be. */
function isSaidToBe(modality: Modality): boolean {
  return modality !== "conditional" && modality !== "hypothetical";
}

/** "denounced the attack on Monday": behind the object of a verb that tells something of its own, a date is that of the verb. */
function tellsOtherwise(state: SentenceState, { phrase, dates }: EventMention, clause: Clause): boolean {
  return (
    dates.length > 0 &&
    clause.object?.from === phrase.from &&
    clause.group !== undefined &&
    !state.grammar.events.takePlace.has(clause.group.lemma) &&
    fitsOf(state, clause).some(({ frame }) => frame.verbs.length > 0 && frame.nouns.length === 0)
  );
}

/** Where an event is and who takes part, by what its noun is tied to: "US elections" are there, "US talks" are theirs. */
function tiesOf(
  state: SentenceState,
  mention: EventMention,
  clause: Clause,
): { readonly places: readonly number[]; readonly actors: readonly number[] } {
  const { discourse, eventTypes } = state.article;
  const type = eventTypes.get(mention.type);
  const places = mention.places
    .flatMap((item) => resolveItem(state, item).slice(0, 1))
    .filter((index) => isWhere(discourse.entity(index)));
  const actors: number[] = [];
  const modifying = mention.actors.filter(({ tie }) => tie === "modifier").length;
  for (const { item, tie } of mention.actors) {
    for (const index of resolveItem(state, item, {
      clause,
      others: [],
      isSubject: false,
      inPair: tie === "participant",
      speaker: readingOf(state, clause).speaker,
    })) {
      const { kind } = discourse.entity(index);
      const where =
        tie === "genitive" ? type?.owner : tie === "modifier" && modifying === 1 ? type?.modifier : undefined;
      if (kind === KINDS.place || (kind === KINDS.state && where === "place")) places.push(index);
      else if (kind !== KINDS.state || where !== "either") actors.push(index);
    }
  }
  return { places, actors };
}

function isWhere({ kind }: { readonly kind: string }): boolean {
  return kind === KINDS.place || kind === KINDS.state;
}

/** What adjective or verb says of how it stands with an event: planned, cancelled. */
function statusOf(
  { grammar }: SentenceState,
  { status, phrase }: EventMention,
  clause: Clause,
): EventStatus | undefined {
  if (status !== undefined) return status;
  const { group, subject, object } = clause;
  if (group === undefined) return undefined;
  const told = group.passive ? subject : object;
  return told?.from === phrase.from ? grammar.events.statusVerbs.get(group.lemma) : undefined;
}

/** Whether a noun phrase tells of an event of its own: by its name, number, topic, date, place, or those who take part. */
function standsAlone(
  { proper, ordinal, topic, generic, dateAhead }: EventMention,
  type: EventType | undefined,
  when: ResolvedDate | undefined,
  place: number | undefined,
  actors: readonly number[],
  status: EventStatus | undefined,
): boolean {
  const needs = type?.needs ?? "date";
  if (proper || ordinal !== undefined || dateAhead) return true;
  if (needs === "both") return actors.length > 0 && (place !== undefined || when !== undefined);
  if (actors.length > 0 || (place !== undefined && needs !== "actor")) return true;
  if (topic.length > 0 && (!generic || when !== undefined)) return true;
  return needs === "date" && (when !== undefined || status !== undefined);
}

/** Whether the clause invites or calls to the event, so that it lies ahead, whatever the tense of the invitation. */
function isInvitedTo({ article, grammar }: SentenceState, { phrase }: EventMention, clause: Clause): boolean {
  if (clause.group === undefined || clause.subject?.from === phrase.from) return false;
  const rows = grammar.frames.byVerb.get(clause.group.lemma) ?? [];
  return rows.some(({ gives, nouns }) => {
    const held =
      nouns.length === 0 || clause.phrases.some((other) => other.nouns.some(({ lemma }) => nouns.includes(lemma)));
    return held && gives.some(({ relation }) => isRequestToEvent(article.relations.get(relation)));
  });
}

function isRequestToEvent(relation: Relation | undefined): boolean {
  return relation?.plover === "REQUEST" && relation.range.every((kind) => kind === KINDS.event);
}

/** The clause that says that the event takes place: a relative clause at it, or the one whose subject it is. */
function clauseOfHappening(state: SentenceState, mention: EventMention, clause: Clause): Clause | undefined {
  const { from } = mention.phrase;
  const within = (index: number | undefined): boolean =>
    index !== undefined && index >= from && (state.sentence.tokens[index]?.start ?? Infinity) < mention.end;
  const told =
    state.clauses.find(
      (other) => (other.kind === "relative" || other.kind === "participle") && within(other.antecedent?.from),
    ) ?? (clause.subject?.from === from ? clause : undefined);
  return told?.group !== undefined && state.grammar.events.takePlace.has(told.group.lemma) ? told : undefined;
}

/** The time of the first expression that gives one, else what the first one constrains. */
export function whenOf(state: SentenceState, dates: readonly DateExpression[], tense: Tense): ResolvedDate | undefined {
  const day = state.paragraph.postedAt ?? state.article.anchorDay;
  const all = dates.map((date) => resolveDate(date, day, tense));
  return all.find(({ time }) => time.date !== undefined) ?? all[0];
}

/** The dates of a clause; of one that only says what happened meanwhile, without any, those of the clause above it. */
export function datesOf(clause: Clause): DateExpression[] {
  const own = clause.phrases.flatMap(({ date }) => (date === undefined ? [] : [date]));
  const { parent } = clause;
  return own.length === 0 && parent !== undefined && clause.subordinator === "simultaneous" ? datesOf(parent) : own;
}

function placeItems(state: SentenceState, clause: Clause): MentionItem[] {
  const { placeMarkers } = state.grammar.events;
  return clause.phrases
    .filter(({ marker }) => marker !== undefined && placeMarkers.has(marker))
    .flatMap(({ members }) => members);
}

function firstPlace(state: SentenceState, items: readonly MentionItem[]): number | undefined {
  const { discourse } = state.article;
  return items
    .flatMap((item) => resolveItem(state, item).slice(0, 1))
    .find((index) => discourse.entity(index).kind === KINDS.place || discourse.entity(index).kind === KINDS.state);
}

/** The event that a row of the frames makes of its ends: a call of who speaks with whom. */
export function recordFrameEvent(
  state: SentenceState,
  fit: FrameFit,
  clause: Clause,
  reading: Reading,
  ends: readonly (readonly [number, number])[],
  slots: readonly [string, string],
  modality: Modality,
  rule: string,
): ArticleEvent | undefined {
  const { frame, nounPhrase } = fit;
  const { article, grammar, sentence, language } = state;
  if (frame.event === undefined) return undefined;
  const noun =
    nounPhrase === undefined ? undefined : eventMention(nounPhrase, clause, sentence, grammar.pack, grammar.events);
  const status = modality === "planned" || modality === "requested" ? "planned" : "held";
  notePair(state, ends);
  const place = placeItems(state, clause)
    .flatMap((item) => resolveItem(state, item).slice(0, 1))
    .find((index) => article.discourse.entity(index).kind === KINDS.place);
  const event = article.events.record({
    type: frame.event,
    name: noun?.name === undefined ? undefined : { text: noun.name, language, proper: noun.proper },
    when: whenOf(state, [...(noun?.dates ?? []), ...datesOf(clause)], status === "planned" ? "future" : reading.tense),
    status,
    place,
    participants: participantsOf(state, frame, ends, slots, rule),
    ordinal: noun?.ordinal,
    medium: frame.medium ?? noun?.medium ?? mediumOf(state, clause),
    topic: noun?.topic ?? [],
    key: noun?.specific === true || noun?.proper === true ? noun.key : undefined,
    evidence: state.span,
    confidence: frame.confidence * state.trust,
    refersBack: false,
  });
  if (event !== undefined && nounPhrase !== undefined) state.eventAt.set(nounPhrase.from, event);
  return event;
}

/** How something takes place, where a word of the clause says so: "by phone". */
function mediumOf({ sentence }: SentenceState, { from, to }: Clause): string | undefined {
  for (const matches of sentence.matches.slice(from, to)) {
    for (const { entry } of matches) if (entry.type === "medium") return entry.medium;
  }
  return undefined;
}

function participantsOf(
  state: SentenceState,
  frame: Frame,
  ends: readonly (readonly [number, number])[],
  slots: readonly [string, string],
  rule: string,
): Participant[] {
  const participants = new Map<string, Participant>();
  for (const pair of ends) {
    for (const [i, index] of pair.entries()) {
      if (state.article.discourse.entity(index).kind === KINDS.place) continue;
      const role = frame.roles[slots[i] ?? ""] ?? "participant";
      participants.set(`${index} ${role}`, {
        entity: entityId(index),
        role,
        evidence: state.span,
        rule,
        confidence: frame.confidence * state.trust,
      });
    }
  }
  return [...participants.values()];
}

/** Two people in contact are who "the two ministers" are from here on. */
function notePair(state: SentenceState, ends: readonly (readonly [number, number])[]): void {
  const { discourse } = state.article;
  const [pair] = ends;
  if (pair !== undefined && ends.length === 1 && pair.every((index) => discourse.entity(index).kind === KINDS.person))
    discourse.notePair(pair);
}

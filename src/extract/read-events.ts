import type { DateExpression, ResolvedDate, Tense } from "../language/dates.ts";
import type { EventStatus, Participant } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { Modality } from "../model/modality.ts";
import { dayNumber } from "../model/time.ts";
import type { EventType } from "../seeds/knowledge.ts";
import { PARTICIPANT, type ArticleEvent } from "./article-events.ts";
import {
  GENITIVE,
  attendantsOf,
  firstPlace,
  hereOf,
  isBeforeStory,
  isOccasion,
  isPresent,
  ownDates,
  placeItems,
  saysItTakesPlace,
  subjectsOf,
  tellingOf,
  type Telling,
  whenOf,
} from "./event-clauses.ts";
import { eventMention, mayBeEvent, type EventMention } from "./event-mentions.ts";
import { eventTypeOf, isOfNoun } from "./frame-events.ts";
import type { Filler } from "./slots.ts";
import type { Clause, Phrase } from "./parse.ts";
import { resolveItem } from "./references.ts";
import { standingOf } from "./standing.ts";
import { readingOf } from "./speech.ts";
import { entityId, eventId, fitsOf, type SentenceState } from "./state.ts";

const NOUN_RULE = "event-noun";
/** What a noun that names an event is worth as a find, before the verb around it says more. */
const NOUN_CONFIDENCE = 0.8;
/** Days within which a month that begins is the coming one. */
const COMING_DAYS = 31;

/** The event that a noun phrase of the sentence names; asked once. */
function mentionAt(state: SentenceState, phrase: Phrase, clause: Clause): EventMention | undefined {
  if (!state.eventMentions.has(phrase)) {
    const { grammar, sentence } = state;
    state.eventMentions.set(phrase, eventMention(phrase, clause, sentence, grammar.pack, grammar.events));
  }
  return state.eventMentions.get(phrase);
}

function phrasesOf({ phrases }: Clause): readonly Phrase[] {
  return phrases.some(({ attributes }) => attributes !== undefined)
    ? phrases.flatMap((outer) => [outer, ...(outer.attributes ?? [])])
    : phrases;
}

const NO_PHRASES: readonly Phrase[] = [];

/** "مذاکرات کا آخری مرحلہ": the part of a phrase that ends in a noun of an event which owns what stands behind it. */
function ownersIn(state: SentenceState, phrase: Phrase): readonly Phrase[] {
  const { grammar, sentence } = state;
  if (!phrase.nouns.some(({ lemma }) => grammar.events.byNoun.has(lemma))) return NO_PHRASES;
  const known = state.ownersIn.get(phrase);
  if (known !== undefined) return known;
  const found = phrase.nouns.flatMap(({ lemma, index }): Phrase[] => {
    if (!grammar.events.byNoun.has(lemma)) return [];
    const end = Math.max(
      index + 1,
      ...(sentence.matches[index] ?? []).flatMap((match) =>
        match.entry.type === "noun" && match.entry.lemma === lemma ? [match.end] : [],
      ),
    );
    if (end >= phrase.to || !(sentence.matches[end] ?? []).some(({ entry }) => entry.type === "genitive")) return [];
    return [
      {
        ...phrase,
        to: end,
        marker: GENITIVE,
        members: [],
        nouns: phrase.nouns.filter((noun) => noun.index <= index),
        owners: phrase.owners.filter(({ item }) => item.to <= index),
        unknownHead: false,
        dangling: false,
      },
    ];
  });
  state.ownersIn.set(phrase, found);
  return found;
}

/** "after the summit in June": marks the dates of an event that a noun names, and the places of a war, which are not those of the clause. */
export function claimSurroundings(state: SentenceState, clause: Clause): void {
  for (const phrase of phrasesOf(clause).flatMap((outer) => [outer, ...ownersIn(state, outer)])) {
    if (phrase.marker === undefined || !mayBeEvent(phrase, state.grammar.events)) continue;
    const mention = mentionAt(state, phrase, clause);
    if (mention === undefined || tellsOtherwise(state, mention, clause)) continue;
    for (const date of mention.dates) state.eventDates.add(date);
    if (mention.lasting) for (const place of mention.places) state.eventPlaces.add(place);
  }
}

/**
 * Finds the events that noun phrases of a clause name: "the Covid summit", "the call". A noun of which a row tells, with
 * those who take part, is left to the row; `rest` are those of which none has made an event.
 */
export function readEventNouns(state: SentenceState, clause: Clause, which: "free" | "rest"): void {
  for (const phrase of phrasesOf(clause)) {
    readEventNoun(state, clause, phrase, which);
    if (which === "rest") eventOwning(state, clause, phrase);
  }
}

/** "معاہدے کی منظوری": the event that owns what a phrase ends in; the last of several. Recorded once. */
export function eventOwning(state: SentenceState, clause: Clause, phrase: Phrase): ArticleEvent | undefined {
  let event: ArticleEvent | undefined;
  for (const owner of ownersIn(state, phrase)) {
    const known = state.ownerEvents.get(owner);
    event = known ?? noteEvent(state, clause, owner) ?? event;
    if (known === undefined && event !== undefined) state.ownerEvents.set(owner, event);
  }
  return event;
}

function readEventNoun(state: SentenceState, clause: Clause, phrase: Phrase, which: "free" | "rest"): void {
  const { grammar } = state;
  if (!mayBeEvent(phrase, grammar.events) || state.eventAt.has(phrase.from)) return;
  if (isToldByFrame(state, clause, phrase) !== (which === "rest")) return;
  const event = noteEvent(state, clause, phrase);
  if (event !== undefined) state.eventAt.set(phrase.from, event);
}

/** Records the event that a phrase names, and that it names it. */
function noteEvent(state: SentenceState, clause: Clause, phrase: Phrase): ArticleEvent | undefined {
  const mention = mentionAt(state, phrase, clause);
  const event = mention === undefined ? undefined : recordNoun(state, mention, clause);
  if (mention === undefined || event === undefined) return undefined;
  state.article.mentions.push({
    start: mention.start,
    end: mention.end,
    of: eventId(event),
    form: mention.name === undefined ? "description" : "name",
    language: state.language,
  });
  return event;
}

/** Finds the sessions of organizations that meet, and who is there: "said at the UN General Assembly". */
export function readSessions(state: SentenceState, clause: Clause): void {
  const { article, grammar, sentence, language } = state;
  for (const phrase of clause.phrases) {
    const [item] = phrase.members;
    if (item === undefined || !grammar.events.occasionMarkers.has(phrase.marker ?? "")) continue;
    const [index] = resolveItem(state, item);
    const type = index === undefined ? undefined : article.discourse.sessionOf(index);
    const [first, last] = [sentence.tokens[item.from], sentence.tokens[item.to - 1]];
    if (index === undefined || type === undefined || first === undefined || last === undefined) continue;
    const there = isOccasion(state, phrase) ? attendantsOf(state, { clause, by: "attendance" }, false) : [];
    const confidence = NOUN_CONFIDENCE * state.trust;
    const event = article.events.record({
      type,
      name: { text: article.text.slice(first.start, last.end), language, proper: true },
      when: whenOf(state, ownDates(state, clause), readingOf(state, clause).tense),
      status: clause.group?.future === true ? "planned" : "held",
      place: undefined,
      participants: participantsOf(state, [index, ...there], PARTICIPANT, confidence),
      ordinal: undefined,
      medium: undefined,
      topic: [],
      key: undefined,
      noun: undefined,
      definite: false,
      anaphoric: false,
      general: false,
      actors: [],
      evidence: state.span,
      confidence,
      refersBack: false,
      narrated: readingOf(state, clause).attribution.length === 0,
      lasting: false,
      happens: false,
      background: false,
    });
    if (event !== undefined) state.eventAt.set(phrase.from, event);
  }
}

function participantsOf(
  { span }: SentenceState,
  indices: readonly number[],
  role: string,
  confidence: number,
): Participant[] {
  return [...new Set(indices)].map((index) => ({
    entity: entityId(index),
    role,
    evidence: span,
    rule: NOUN_RULE,
    confidence,
  }));
}

/** Whether a row tells of the event that the phrase names, with those who take part: "the second call between X and Y". */
function isToldByFrame(state: SentenceState, clause: Clause, phrase: Phrase): boolean {
  return fitsOf(state, clause).some(
    (fit) =>
      fit.nounPhrase?.from === phrase.from &&
      fit.gives.some(({ relation }) => {
        const type = eventTypeOf(state, clause, fit.frame, state.article.relations.get(relation));
        return type !== undefined && isOfNoun(state, fit, type);
      }),
  );
}

function recordNoun(state: SentenceState, mention: EventMention, clause: Clause): ArticleEvent | undefined {
  const { article, language } = state;
  const type = article.eventTypes.get(mention.type);
  const telling = tellingOf(state, mention, clause, type);
  const happens = telling?.by === "happening" ? telling.clause : undefined;
  const { places, actors } = tiesOf(state, mention, clause);
  if (mention.of === "court" && !actors.some((actor) => article.discourse.isCourt(actor))) return undefined;
  const standing = standingOf(state, mention, clause);
  const told = standing.status;
  const reading = readingOf(state, clause);
  const toCome =
    telling?.clause.group?.future === true || (telling?.by === "holding" && reading.modality === "planned");
  const invited = isInvitedTo(state, mention, clause);
  const ahead = told === "planned" || toCome || invited || liesAhead(state, mention, happens, clause);
  const tense = ahead || isPresent(telling) ? "future" : "past";
  const when = told === "postponed" ? standing.now : timeOf(state, mention, telling, clause, tense);
  const place = placeOf(state, telling) ?? places[0];
  const owned = type?.solo === true && mention.actors.some(({ tie }) => tie === "genitive");
  const awaiting = type?.awaited === true && told === "planned" ? subjectsOf(state, clause) : [];
  // Who invites to it need not take part.
  const attending = telling === undefined || invited ? [] : attendantsOf(state, telling, owned);
  const there = [...attending, ...awaiting]
    .map((index) => partyOf(state, index, type))
    .filter((index) => type?.parties?.includes(article.discourse.entity(index).kind) ?? true);
  const status = told ?? (ahead ? "planned" : "held");
  const alone =
    isSaidToBe(reading.modality) &&
    (mention.specific || standsAlone(mention, telling, type, when, place, [...actors, ...there], told));
  if (!alone && !mention.definite) return undefined;
  const confidence = NOUN_CONFIDENCE * state.trust;
  const role = (telling?.by === "holding" ? type?.doer : undefined) ?? PARTICIPANT;
  return article.events.record({
    type: mention.type,
    name: mention.name === undefined ? undefined : { text: mention.name, language, proper: mention.proper },
    when,
    before: standing.before,
    status,
    place,
    participants: [
      ...participantsOf(state, there, role, confidence),
      ...participantsOf(
        state,
        actors.filter((actor) => !there.includes(actor)),
        PARTICIPANT,
        confidence,
      ),
    ],
    ordinal: mention.ordinal,
    medium: mention.medium,
    topic: mention.topic,
    key: mention.specific || mention.proper ? mention.key : undefined,
    noun: mention.noun,
    definite: mention.definite,
    anaphoric: mention.anaphoric,
    general: mention.general,
    actors: actors.map(entityId),
    evidence: state.span,
    confidence,
    refersBack: !alone,
    narrated: reading.attribution.length === 0,
    lasting: mention.lasting,
    happens: telling !== undefined && telling.by !== "attendance" && isFact(state, telling),
    background:
      (mention.lasting && (!mention.definite || isPast(state, mention))) ||
      (telling !== undefined && isBeforeStory(telling.clause)),
  });
}

/** Whether a clause with a finite verb says that something is so. */
function isFact(state: SentenceState, { clause }: Telling): boolean {
  return clause.group?.finite === true && readingOf(state, clause).modality === "actual";
}

/** "since the war", "the anniversary of the war": what is counted from is not of these days. */
function isPast({ article, grammar }: SentenceState, { phrase }: EventMention): boolean {
  const { byNoun, pastMarkers } = grammar.events;
  const head = phrase.after?.nouns.at(-1)?.lemma ?? "";
  const before = article.eventTypes.get(byNoun.get(head)?.type ?? "");
  return pastMarkers.has(phrase.marker ?? "") || before?.remembers === true;
}

/** When an event is: by the dates of its own phrase, else by those of the clause that says that it takes place. */
function timeOf(
  state: SentenceState,
  mention: EventMention,
  telling: Telling | undefined,
  clause: Clause,
  tense: Tense,
): ResolvedDate | undefined {
  const own = tellsOtherwise(state, mention, clause) ? [] : mention.dates;
  const happening = telling?.by === "happening" ? ownDates(state, telling.clause) : [];
  // Who speaks at a meeting speaks on its day; who loses in a war does not.
  const around = telling === undefined || mention.lasting ? [] : ownDates(state, telling.clause);
  const dates = [...own, ...happening];
  for (const date of dates) state.eventDates.add(date);
  const said = dates.length === 0 ? around : dates;
  const when = whenOf(state, said, tense);
  const other = whenOf(state, said, tense === "past" ? "future" : "past");
  const past =
    isToldAsPast(state, mention, clause) ||
    (own.length === 0 && (telling?.by === "attendance" || telling?.clause.group?.features.has("past") === true));
  return other !== undefined && (isKnownAt(state, mention, other) || (!past && isNearer(state, said, other, when)))
    ? other
    : when;
}

/** "after the vote", "the vote, which they won": whether what stands around a noun says that it has been. */
function isToldAsPast(state: SentenceState, { phrase }: EventMention, clause: Clause): boolean {
  const behind = state.clauses.find(({ kind, antecedent }) => kind === "relative" && antecedent?.from === phrase.from);
  return (
    state.grammar.events.pastMarkers.has(phrase.marker ?? "") ||
    clause.subordinator === "time" ||
    clause.subordinator === "ahead" ||
    (behind?.group?.features.has("past") === true && !behind.group.future)
  );
}

/** "on Monday" is the Monday on which such an event is known to be. */
function isKnownAt({ article }: SentenceState, { type, dates }: EventMention, { time }: ResolvedDate): boolean {
  return (
    dates.every(({ month }) => month === undefined) &&
    article.events.all.some((event) => event.type === type && time.date !== undefined && event.time.date === time.date)
  );
}

/**
 * A noun has no tense, nor does the present tell: "the election of 24 December" is the one that lies nearer to the article, "the October summit" that
 * of the coming month.
 */
function isNearer(
  { article, paragraph }: SentenceState,
  dates: readonly DateExpression[],
  other: ResolvedDate,
  when: ResolvedDate | undefined,
): boolean {
  const day = paragraph.postedAt ?? article.anchorDay;
  const [from, than] = [other.time.from, when?.time.from];
  if (!dates.some(({ month }) => month !== undefined)) return false;
  if (day === undefined || from === undefined || than === undefined) return false;
  const away = (iso: string): number => Math.abs(dayNumber(iso) - dayNumber(day));
  const exact = dates.some(({ day: ofMonth }) => ofMonth !== undefined);
  return away(from) < (exact ? away(than) : Math.min(away(than), COMING_DAYS));
}

/** Where an event is, by the clause that tells of it. */
function placeOf(state: SentenceState, telling: Telling | undefined): number | undefined {
  if (telling === undefined || telling.by === "attendance") return undefined;
  return firstPlace(state, placeItems(state, telling.clause)) ?? hereOf(state, telling.clause);
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
    !saysItTakesPlace(state, clause, phrase.from) &&
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
      // "talks with Tehran": with whom something is acts, so a capital is its state.
      const actor = tie === "participant" && kind === KINDS.place ? discourse.actorAt(index) : undefined;
      if (actor !== undefined) {
        actors.push(actor);
        continue;
      }
      if (type?.parties !== undefined && !type.parties.includes(kind) && kind !== KINDS.place) continue;
      const where =
        tie === "genitive"
          ? type?.owner
          : tie === "modifier" && modifying === 1
            ? (mention.modifier ?? type?.modifier)
            : undefined;
      if (where === "none") continue;
      if (mention.within && kind === KINDS.state && tie !== "participant") {
        places.push(index);
        actors.push(index);
        continue;
      }
      if (kind === KINDS.place || (kind === KINDS.state && where === "place")) places.push(index);
      else if (kind !== KINDS.state || where !== "either") actors.push(partyOf(state, index, type));
    }
  }
  return { places, actors };
}

/** Who is a party to an event: of an agreement the state, and not its body. */
function partyOf({ article }: SentenceState, index: number, type: EventType | undefined): number {
  const { kind } = article.discourse.entity(index);
  const state = kind === KINDS.organization ? article.discourse.stateOf(index) : undefined;
  return type?.ofStates === true ? (state ?? index) : index;
}

function isWhere({ kind }: { readonly kind: string }): boolean {
  return kind === KINDS.place || kind === KINDS.state;
}

/** Whether a noun phrase tells of an event of its own: by its name, number, topic, date, place, or those who take part. */
function standsAlone(
  { proper, ordinal, topic, generic, dateAhead, needs: own }: EventMention,
  telling: Telling | undefined,
  type: EventType | undefined,
  when: ResolvedDate | undefined,
  place: number | undefined,
  actors: readonly number[],
  status: EventStatus | undefined,
): boolean {
  const needs = own ?? type?.needs ?? "date";
  if (proper || ordinal !== undefined || dateAhead) return true;
  if (needs === "both")
    return actors.length > 0 && (place !== undefined || when !== undefined || telling?.by === "holding");
  if (actors.length > 0 || (place !== undefined && needs !== "actor")) return true;
  if (topic.length > 0 && (!generic || when !== undefined)) return true;
  return needs === "date" && (when !== undefined || status !== undefined);
}

/** Whether the clause invites or calls to the event, so that it lies ahead, whatever the tense of the invitation. */
function isInvitedTo({ grammar }: SentenceState, { phrase }: EventMention, clause: Clause): boolean {
  if (clause.group === undefined || clause.subject?.from === phrase.from) return false;
  const rows = grammar.frames.inviting.get(clause.group.lemma) ?? [];
  return rows.some(
    ({ nouns }) =>
      nouns.length === 0 || clause.phrases.some((other) => other.nouns.some(({ lemma }) => nouns.includes(lemma))),
  );
}

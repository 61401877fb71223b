import { resolveDate, type DateExpression, type ResolvedDate, type Tense } from "../language/dates.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { EventType } from "../seeds/knowledge.ts";
import { endsSpan, type EventMention } from "./event-mentions.ts";
import { holdsWord, type Clause, type Phrase } from "./parse.ts";
import { resolveItem } from "./references.ts";
import { readingOf } from "./speech.ts";
import type { SentenceState } from "./state.ts";

/**
 * How a clause tells of an event that its noun names: that it takes place ("the talks began in Geneva"), that somebody
 * holds it ("held talks in Geneva"), or that somebody does something there ("said at the talks").
 */
export interface Telling {
  readonly clause: Clause;
  readonly by: "happening" | "holding" | "attendance";
}

/** Marker of what owns the rest of its phrase, and so is nothing to the verb. */
export const GENITIVE = "genitive";

export function tellingOf(
  state: SentenceState,
  mention: EventMention,
  clause: Clause,
  type: EventType | undefined,
): Telling | undefined {
  const { holdVerbs, comeVerbs, purposeMarkers } = state.grammar.events;
  const { from } = mention.phrase;
  const within = (index: number | undefined): boolean =>
    index !== undefined && index >= from && (state.sentence.tokens[index]?.start ?? Infinity) < mention.end;
  const behind = state.clauses.find(
    (other) => (other.kind === "relative" || other.kind === "participle") && within(other.antecedent?.from),
  );
  // Where the verb is last, a bare phrase before it may be its subject, whatever else was taken for it.
  const bare = mention.phrase.marker === undefined && state.grammar.clauses.order === "sov";
  for (const other of [behind, clause.subject?.from === from || bare ? clause : undefined]) {
    const { group } = other ?? {};
    if (other === undefined || group === undefined) continue;
    if (saysItTakesPlace(state, other, from)) return { clause: other, by: "happening" };
    const done = other === behind || other.subject?.from === from;
    if (done && group.passive && holdVerbs.has(group.lemma)) return { clause: other, by: "holding" };
  }
  if (clause.group === undefined || clause.negated) return undefined;
  if (claimsIt(state, clause, mention.phrase)) return { clause, by: "holding" };
  const held =
    mention.phrase.marker !== GENITIVE && (clause.object?.from === from || mention.phrase.marker === undefined);
  if (held && clause.subject?.from !== from && !clause.group.passive && holdVerbs.has(clause.group.lemma))
    return { clause, by: "holding" };
  if (type?.attended !== true) return undefined;
  const comes = comeVerbs.has(clause.group.lemma) && purposeMarkers.has(mention.phrase.marker ?? "");
  return comes || isOccasion(state, mention.phrase) ? { clause, by: "attendance" } : undefined;
}

/** Whether the verb of a clause says that what begins at a token takes place: "took place", "broke out"; not that it is something. */
export function saysItTakesPlace({ grammar }: SentenceState, clause: Clause, from: number): boolean {
  const { group, object } = clause;
  if (group === undefined) return false;
  const is = grammar.events.copulas.has(group.lemma) && object !== undefined && object.from !== from;
  const needed = grammar.events.takePlace.get(group.lemma) ?? [];
  return needed.some((others) => (others.length > 0 || !is) && others.every((word) => holdsWord(clause, word)));
}

/** "The conference begins on Friday": the present tells of what is to come. */
export function isPresent(telling: Telling | undefined): boolean {
  const { group } = telling?.clause ?? {};
  return telling?.by === "happening" && group?.finite === true && group.features.has("present") && !group.perfect;
}

/** "claimed responsibility for the attack": whether a clause says that its subject owns up to an event. */
function claimsIt({ grammar }: SentenceState, clause: Clause, { marker = "object" }: Phrase): boolean {
  return grammar.events.claims.some(
    ({ verbs, with: words, markers }) =>
      verbs.includes(clause.group?.lemma ?? "") &&
      markers.includes(marker) &&
      (words.length === 0 || words.some((word) => holdsWord(clause, word))),
  );
}

/** "at the talks", "during the war"; not what something is about. */
export function isOccasion({ grammar }: SentenceState, { marker }: Phrase): boolean {
  const { occasionMarkers, topicMarkers } = grammar.events;
  return marker !== undefined && occasionMarkers.has(marker) && !topicMarkers.has(marker);
}

/**
 * Those whom the clause that tells of an event says to be part of it: who holds it and with whom, who does something there.
 * `owned`: it is somebody's alone ("said during the visit of Y"), so that who speaks there has no part in it.
 */
export function attendantsOf(state: SentenceState, { clause, by }: Telling, owned: boolean): readonly number[] {
  const { modality } = readingOf(state, clause);
  if (modality !== "actual" && modality !== "planned") return [];
  const passive = clause.group?.passive === true;
  if (by === "attendance" && (owned || passive)) return [];
  const { frames, events } = state.grammar;
  const isUnder = ({ marker, pairs }: Phrase): boolean =>
    pairs || (marker !== undefined && events.participantMarkers.has(marker) && !events.possessorMarkers.has(marker));
  const partners = by === "attendance" ? [] : clause.phrases.filter(isUnder);
  const agents = clause.phrases.filter(({ marker }) => marker !== undefined && frames.agentMarkers.has(marker));
  const own = passive ? agents : clause.subject === undefined ? [] : [clause.subject];
  return actorsIn(state, by === "happening" ? partners : [...own, ...partners]);
}

/** Those whom the subject of a clause names. */
export function subjectsOf(state: SentenceState, { subject }: Clause): readonly number[] {
  return subject === undefined ? [] : actorsIn(state, [subject]);
}

function actorsIn(state: SentenceState, phrases: readonly Phrase[]): readonly number[] {
  return phrases
    .flatMap(({ members }) => members)
    .flatMap((item) => resolveItem(state, item))
    .filter((index) => state.article.discourse.entity(index).kind !== KINDS.place);
}

/** The time of the first expression that gives one, else what the first one constrains. */
export function whenOf(state: SentenceState, dates: readonly DateExpression[], tense: Tense): ResolvedDate | undefined {
  const all = dates.map((date) => resolveDate(date, countedFrom(state, date, tense), tense));
  return all.find(({ time }) => time.date !== undefined) ?? all[0];
}

/** The day that an expression is counted from: that of the article, or the one that the text told last before it. */
function countedFrom(state: SentenceState, date: DateExpression, tense: Tense): string | undefined {
  const day = state.paragraph.postedAt ?? state.article.anchorDay;
  if (date.relative?.some(({ told }) => told) !== true) return day;
  const before = state.sentence.dates.filter(({ to }) => to <= date.from);
  return toldDay(state, before, tense) ?? state.article.toldDay ?? day;
}

/** The last of some expressions that names a whole day. */
export function toldDay(state: SentenceState, dates: readonly DateExpression[], tense: Tense): string | undefined {
  const days = dates.flatMap((date) => {
    const { from, to } = resolveDate(date, countedFrom(state, date, tense), tense).time;
    return from !== undefined && from === to ? [from] : [];
  });
  return days.at(-1);
}

/**
 * The dates of a clause; without any, of one that only says what happened with what is above it (meanwhile, or in a participle) those of the clause above, and of one
 * that goes on telling of the same subject in the past ("was removed on Monday and was arrested") those of that clause.
 */
function datesOf(clause: Clause): DateExpression[] {
  const own = clause.phrases.flatMap(({ date }) => (date === undefined ? [] : [date]));
  if (own.length > 0) return own;
  const { parent, sharesSubjectWith: before } = clause;
  const isBeside = clause.subordinator === "simultaneous" || (clause.kind === "participle" && !clause.reducedPassive);
  if (parent !== undefined && isBeside) return datesOf(parent);
  return before !== undefined && clause.coordinated && isPast(before) && isPast(clause) ? datesOf(before) : own;
}

function isPast({ group }: Clause): boolean {
  return group?.features.has("past") === true && !group.future;
}

/** "had met": whether a clause tells of what had been before its story. */
export function isBeforeStory({ group }: Clause): boolean {
  return group?.perfect === true && group.features.has("past") && !group.features.has("present") && !group.future;
}

/** Dates of the clause itself: not those of a meeting that it invites to, or after which it is, nor since or until when. */
export function ownDates({ eventDates, sentence, grammar }: SentenceState, clause: Clause): DateExpression[] {
  return datesOf(clause).filter((date) => !eventDates.has(date) && !endsSpan(date, sentence, grammar.events));
}

/** Where a clause is: not where a war is during which it happens. */
export function placeItems({ grammar, eventPlaces }: SentenceState, clause: Clause): MentionItem[] {
  const { placeMarkers } = grammar.events;
  return clause.phrases
    .filter(({ marker }) => marker !== undefined && placeMarkers.has(marker))
    .flatMap(({ members }) => members)
    .filter((item) => !eventPlaces.has(item));
}

/** Where the article is written, if a clause says "here". */
export function hereOf({ article, grammar }: SentenceState, clause: Clause): number | undefined {
  return grammar.events.here.some((word) => holdsWord(clause, word)) ? article.dateline : undefined;
}

/** The first of some mentions that is where something can be */
export function firstPlace(state: SentenceState, items: readonly MentionItem[]): number | undefined {
  const { discourse } = state.article;
  return items
    .flatMap((item) => resolveItem(state, item).slice(0, 1))
    .find((index) => discourse.entity(index).kind === KINDS.place || discourse.entity(index).kind === KINDS.state);
}

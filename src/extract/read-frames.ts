import type { LocalId, StatementDraft } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { Modality } from "../model/modality.ts";
import type { Span } from "../model/text.ts";
import type { Frame, Relation } from "../seeds/knowledge.ts";
import { addParticipant, PARTICIPANT, PARTICIPATION, type ArticleEvent } from "./article-events.ts";
import type { FittedGives, FrameFit } from "./frames.ts";
import type { Filler } from "./slots.ts";
import { isReflexive, type Clause } from "./parse.ts";
import { ownDates, whenOf } from "./event-clauses.ts";
import { notePair, recordFrameEvent } from "./frame-events.ts";
import { isWilled } from "./mood.ts";
import { eventOwning } from "./read-events.ts";
import { isRequestToEvent } from "./frame-index.ts";
import { resolveItem } from "./references.ts";
import { readingOf } from "./speech.ts";
import {
  addStatement,
  entityId,
  eventId,
  fitsOf,
  indexOf,
  isEntity,
  type Reading,
  type SentenceState,
} from "./state.ts";

/** Moods in which what a row tells is an event of the world, or one to come. */
const HAPPENS: ReadonlySet<Modality> = new Set(["actual", "planned", "requested"]);
/** Moods in which an event is one of which only one end needs to be told: not one that somebody demands. */
const HAPPENED: ReadonlySet<Modality> = new Set(["actual", "planned"]);
/** How many sentences back an accusation is answered. */
const ANSWER_REACH = 2;
/** What a clause is worth that leaves out who and takes it from the one before. */
const ELLIPSIS_FACTOR = 0.9;

/** Makes statements of all rows that fit a clause. */
export function readFrames(state: SentenceState, clause: Clause): void {
  const reading = readingOf(state, clause);
  for (const fit of fitsOf(state, clause)) stateFit(state, fit, clause, reading);
  inheritEnds(state, clause, reading);
}

function stateFit(state: SentenceState, fit: FrameFit, clause: Clause, reading: Reading): void {
  const { article } = state;
  const { frame } = fit;
  const rule = ruleOf(state, frame);
  const trigger = spansOf(state, fit.trigger);
  let event: ArticleEvent | undefined;
  for (const given of fit.gives.flatMap((told) => apart(state, told))) {
    const relation = article.relations.get(given.relation);
    if (relation === undefined) continue;
    if (given.again) event = undefined;
    const modality = modalityOfGiven(state, given, relation, fit, clause, reading);
    const ends = endsOf(state, given, relation, clause, reading);
    const actors = ends
      .filter(([a, b]) => isEntity(a) && isEntity(b))
      .map(([a, b]) => [indexOf(a), indexOf(b)] as const);
    const single =
      ends.length === 0 && HAPPENED.has(modality) ? singleEnd(state, fit, given, relation, reading, clause) : [];
    if (single.length > 0) recordFrameEvent(state, fit, relation, clause, reading, single, modality, rule);
    if (event === undefined && actors.length > 0 && HAPPENS.has(modality)) {
      notePair(state, actors);
      const parts = actors.flatMap((pair) => pair.map((index, i) => [given.slots[i] ?? "", index] as const));
      event = recordFrameEvent(state, fit, relation, clause, reading, parts, modality, rule);
    }
    for (const [a, b] of ends) {
      const target = isEntity(b) ? undefined : article.events.all[indexOf(b)];
      if (target !== undefined && given.relation === PARTICIPATION && isSaidOf(target, modality)) {
        addParticipant(target, {
          entity: a,
          role: PARTICIPANT,
          evidence: state.span,
          rule,
          confidence: frame.confidence * state.trust,
        });
        continue;
      }
      const happened = target === undefined ? event : undefined;
      const index = addStatement(article.statements, {
        ...statement(state, relation, [a, b], modality, reading, clause, happened),
        ...(given.relation === PARTICIPATION ? { role: PARTICIPANT } : {}),
        trigger,
        rule,
        confidence: frame.confidence * state.trust,
      });
      state.readAt.set(index, { clause, nounPhrase: fit.nominal ? fit.nounPhrase : undefined });
      if (target !== undefined && isRequestToEvent(relation))
        noteInvitation(state, given.relation, a, target, fit, clause, reading);
    }
    if (actors.length > 0) {
      const told = { sentence: state.index, ends: actors };
      article.lastEnds.set(`${frame.id} ${given.relation}`, told);
      article.lastEnds.set(given.relation, told);
    }
  }
}

/** Whom the end names that says which event it is, where nobody is known at the other: "it arrested X", "X was arrested". */
function singleEnd(
  state: SentenceState,
  { frame }: FrameFit,
  { alone, ends, slots }: FittedGives,
  relation: Relation,
  reading: Reading,
  clause: Clause,
): (readonly [string, number])[] {
  const of = frame.of ?? relation.event?.of;
  if (of === undefined) return [];
  const [at, kinds] = of === "subject" ? ([0, relation.domain] as const) : ([1, relation.range] as const);
  const fillers = alone ?? new Set(ends.map((end) => end[at]));
  return [...fillers].flatMap((filler) =>
    endOf(state, filler, kinds, clause, reading, []).map((id) => [slots[at], indexOf(id)] as const),
  );
}

/** "met with the king and later with the prime minister": what is said of each by itself, where the adposition is said again. */
function apart({ sentence }: SentenceState, given: FittedGives): (FittedGives & { readonly again: boolean })[] {
  const groupOf = ([, right]: FittedGives["ends"][number]): number => {
    if (right.type !== "mention" || right.phrase?.marker === undefined) return 0;
    const { from, marker } = right.phrase;
    const before = sentence.matches.slice(from, right.item.from);
    return before.filter((here) => here.some(({ entry }) => entry.type === "adposition" && entry.id === marker)).length;
  };
  if (given.alone !== undefined) return [{ ...given, again: false }];
  const groups = [...new Set(given.ends.map(groupOf))];
  return groups.map((group, i) => ({
    ...given,
    ends: given.ends.filter((end) => groupOf(end) === group),
    again: i > 0,
  }));
}

/** Whether somebody's part in an event stands as firmly as the event itself. */
function isSaidOf({ status }: ArticleEvent, modality: Modality): boolean {
  return modality === "actual" || (modality === "planned" && (status === "planned" || status === "postponed"));
}

/** How what a row gives is told: as the row says, else as the clause is, but for what is taken for granted or still ahead. */
function modalityOfGiven(
  state: SentenceState,
  given: FittedGives,
  relation: Relation,
  fit: FrameFit,
  clause: Clause,
  reading: Reading,
): Modality {
  // "did not persuade X" urges nobody, whatever the row says of "tried to persuade X".
  const saysOtherwise = given.modality !== undefined && given.modality !== "actual";
  if (saysOtherwise) return given.modality;
  if (isEnded(state, relation, fit, clause)) return "negated";
  const told = isStillAhead(state, relation, fit, clause)
    ? "planned"
    : isFactOfClaim(given, reading) || isPresupposed(state, relation, fit, clause, reading)
      ? "actual"
      : reading.modality;
  return told === "negated" ? told : (given.modality ?? told);
}

/** That X claims something of Y is a fact: X accuses Y. Only what he claims is alleged. */
function isFactOfClaim({ ends }: FittedGives, { modality }: Reading): boolean {
  return modality === "alleged" && ends.some(([left]) => left.type === "speaker");
}

function spansOf({ sentence }: SentenceState, tokens: readonly number[]): Span[] {
  return tokens.flatMap((index): Span[] => {
    const token = sentence.tokens[index];
    return token === undefined ? [] : [{ start: token.start, end: token.end }];
  });
}

/** "ended its support for X": what a noun says that is no more. What has happened stays so, even if it is over. */
function isEnded(
  { grammar }: SentenceState,
  { event, presupposed }: Relation,
  { nominal, nounPhrase }: FrameFit,
  { group, subject, object, negated }: Clause,
): boolean {
  if (!nominal || nounPhrase === undefined || group === undefined || event !== undefined || presupposed) return false;
  if (negated || !grammar.events.endVerbs.has(group.lemma)) return false;
  return (group.passive ? subject : object)?.from === nounPhrase.from;
}

/** "months before the country's exit": a noun of what is scheduled, behind a word of what comes later; "the meeting may be delayed". */
function isStillAhead(
  { grammar }: SentenceState,
  { scheduled }: Relation,
  { nominal, nounPhrase }: FrameFit,
  { group, subject, object, negated }: Clause,
): boolean {
  if (!nominal || nounPhrase === undefined) return false;
  if (group !== undefined && !negated && grammar.events.statusVerbs.get(group.lemma) === "postponed") {
    const put = group.passive ? subject : object;
    if (put?.from === nounPhrase.from) return true;
  }
  return scheduled && nounPhrase.marker !== undefined && grammar.mood.before.has(nounPhrase.marker);
}

/** "the accusation by X": whether the noun names who does what it says. */
function isDoneBy({ grammar }: SentenceState, { gives }: FrameFit): boolean {
  return gives.some(({ slots: [subject] }) => grammar.frames.agentMarkers.has(subject));
}

/** Whether what a noun says is taken for granted, so that the mood of the clause around it says nothing of it. */
function isPresupposed(
  state: SentenceState,
  relation: Relation,
  fit: FrameFit,
  clause: Clause,
  { modality }: Reading,
): boolean {
  const { events, mood } = state.grammar;
  const { frame, nounPhrase, nominal } = fit;
  const marker = nounPhrase?.marker ?? "";
  // "never recognised Russia's annexation of X", "keine Fortschritte bei den Gesprächen zwischen X und Y": a negation of the
  // verb is none of what a noun with its owner tells, or one under an adposition that says on which occasion.
  if (modality === "negated" && nominal) {
    const owned = nounPhrase?.owners.some(({ by }) => by === "genitive") === true || isDoneBy(state, fit);
    const occasion = events.pastMarkers.has(marker) || events.occasionMarkers.has(marker);
    return (
      clause.negated && (owned || occasion || (relation.presupposed && marker !== "" && !mood.absence.has(marker)))
    );
  }
  if (modality === "hypothetical" && relation.attempted && isWilled(clause, mood, "tries")) return true;
  if (modality === "planned" && relation.decided && isWilled(clause, mood, "decides")) return true;
  if (frame.nouns.length === 0 || !OPEN.has(modality)) return false;
  if (relation.presupposed) return true;
  return nominal && events.pastMarkers.has(marker) && modality !== "planned" && modality !== "requested";
}

/** Moods that leave open whether it is so. */
const OPEN: ReadonlySet<Modality> = new Set(["hypothetical", "conditional", "planned", "requested"]);

function ruleOf(state: SentenceState, frame: Frame): string {
  return `${state.grammar.pack.code}.${frame.id}`;
}

function statement(
  state: SentenceState,
  relation: Relation,
  [subject, object]: readonly [LocalId, LocalId],
  modality: Modality,
  reading: Reading,
  clause: Clause,
  event: ArticleEvent | undefined,
): Omit<StatementDraft, "trigger" | "rule" | "confidence"> {
  const when =
    relation.group === "state" || event !== undefined
      ? undefined
      : whenOf(state, ownDates(state, clause), reading.tense);
  return {
    subject,
    relation: relation.id,
    object,
    modality,
    attribution: reading.attribution.map((source) => (typeof source === "number" ? entityId(source) : source)),
    ...(event === undefined ? {} : { event: eventId(event) }),
    ...(when?.time.date === undefined ? {} : { time: when.time }),
    evidence: state.span,
    language: state.language,
  };
}

/** Both ends of what a row gives, as entities or events of the kinds that the relation allows. */
function endsOf(
  state: SentenceState,
  given: FittedGives,
  relation: Relation,
  clause: Clause,
  reading: Reading,
): (readonly [LocalId, LocalId])[] {
  const pairs = given.ends.flatMap(([left, right]): (readonly [LocalId, LocalId])[] => {
    if (left === right) {
      const both = groupEnds(state, left, clause, reading);
      return relation.symmetric ? both : [...both, ...both.map(([a, b]) => [b, a] as const)];
    }
    if (right.type === "answered") {
      const answering = endOf(state, left, relation.domain, clause, reading, []);
      return answering.flatMap((id) => answeredBy(state, relation, id).map(([, said]) => [id, said.subject] as const));
    }
    const object =
      sameAsBefore(state, right, relation, clause) ?? endOf(state, right, relation.range, clause, reading, []);
    const subject = endOf(state, left, relation.domain, clause, reading, object.map(indexOf));
    // "said that his country should", "that both countries should": who speaks of his own state demands nothing of another.
    const speaksOfOwn = (a: LocalId): boolean => {
      const own = isEntity(a) ? state.article.discourse.stateOf(indexOf(a)) : undefined;
      return given.slots[1] === "complement" && own !== undefined && object.includes(entityId(own));
    };
    return subject.flatMap((a) => object.flatMap((b) => (a === b || speaksOfOwn(a) ? [] : [[a, b] as const])));
  });
  const { people } = given;
  return people === undefined ? pairs : pairs.filter((ends) => people === ends.some((id) => isPerson(state, id)));
}

/** "X congratulated Y. Z also congratulated him": who does the same as somebody in the sentence before does it to the same. */
function sameAsBefore(
  { article, index }: SentenceState,
  right: Filler,
  { id }: Relation,
  { additive }: Clause,
): readonly LocalId[] | undefined {
  if (!additive || right.type !== "mention") return undefined;
  const { reference } = right.item;
  if (reference.type !== "pronoun" || reference.person !== 3 || isReflexive(right.item)) return undefined;
  const before = article.lastEnds.get(id);
  return before === undefined || index - before.sentence !== 1
    ? undefined
    : [...new Set(before.ends.map(([, object]) => entityId(object)))];
}

function isPerson({ article }: SentenceState, id: LocalId): boolean {
  return isEntity(id) && article.discourse.entity(indexOf(id)).kind === KINDS.person;
}

/** The local ids that a filler stands for, of the kinds that the relation allows there. */
function endOf(
  state: SentenceState,
  filler: Filler,
  kinds: readonly string[],
  clause: Clause,
  reading: Reading,
  others: readonly number[],
): readonly LocalId[] {
  const { discourse } = state.article;
  if (filler.type === "speaker") return reading.speaker === undefined ? [] : [entityId(reading.speaker)];
  if (filler.type === "answered") return [];
  if (filler.type === "event") {
    const event = state.eventAt.get(filler.phrase.from) ?? eventOwning(state, clause, filler.phrase);
    return event !== undefined && kinds.includes(KINDS.event) ? [eventId(event)] : [];
  }
  const isSubject = filler.phrase?.from === clause.subject?.from;
  return resolveItem(state, filler.item, { clause, others, isSubject, speaker: reading.speaker }).flatMap((index) => {
    const { kind } = discourse.entity(index);
    if (kinds.includes(kind)) return [entityId(index)];
    // A relation of states that is told of their people is one of the states; where no place can stand, a capital is its state.
    const lifted =
      kinds.every((allowed) => allowed === KINDS.state) && kind === KINDS.person
        ? discourse.stateOf(index)
        : kind === KINDS.place && kinds.includes(KINDS.state)
          ? discourse.actorAt(index)
          : undefined;
    return lifted === undefined ? [] : [entityId(lifted)];
  });
}

/**
 * What was said last of somebody, or of his state, that a relation answers: the accusation, for whom denies something. With
 * where it stands; nothing or one.
 */
export function answeredBy(
  { article, index }: SentenceState,
  { answers }: Relation,
  id: LocalId,
): readonly (readonly [index: number, said: StatementDraft])[] {
  const { statements, sentences, discourse } = article;
  const since = sentences[Math.max(index - ANSWER_REACH, 0)]?.start ?? 0;
  const own = indexOf(id);
  const ofSameState = (other: LocalId): boolean =>
    isEntity(other) &&
    (other === id || discourse.stateOf(own) === indexOf(other) || discourse.stateOf(indexOf(other)) === own);
  for (let i = statements.length - 1; i >= 0; i -= 1) {
    const said = statements[i];
    if (said === undefined || said.evidence.start < since) break;
    if (said.modality === "actual" && answers.includes(said.relation) && ofSameState(said.object)) return [[i, said]];
  }
  return [];
}

function groupEnds(
  state: SentenceState,
  filler: Filler,
  clause: Clause,
  reading: Reading,
): (readonly [LocalId, LocalId])[] {
  if (filler.type !== "mention") return [];
  const [a, b, ...more] = resolveItem(state, filler.item, {
    clause,
    others: [],
    isSubject: true,
    speaker: reading.speaker,
  });
  return a === undefined || b === undefined || more.length > 0 ? [] : [[entityId(a), entityId(b)]];
}

/** An invitation ties inviter and invitee to the event. */
function noteInvitation(
  state: SentenceState,
  relation: string,
  invitee: LocalId,
  event: ArticleEvent,
  fit: FrameFit,
  clause: Clause,
  reading: Reading,
): void {
  const inviting = fit.gives.find((given) => given.relation !== relation && given.ends.length > 0);
  if (inviting === undefined) return;
  event.invitees.add(indexOf(invitee));
  if (event.status === "held" && !event.dated) event.status = "planned";
  const actors = [KINDS.person, KINDS.state, KINDS.organization];
  for (const [left] of inviting.ends)
    for (const id of endOf(state, left, actors, clause, reading, [])) event.inviters.add(indexOf(id));
}

/** "… and also to the meeting": a clause that adds to the sentence before and leaves out who, takes the same ends. */
function inheritEnds(state: SentenceState, clause: Clause, reading: Reading): void {
  const { article, grammar } = state;
  if (clause.group === undefined || !state.clauses.some(({ additive }) => additive)) return;
  for (const frame of grammar.frames.byVerb.get(clause.group.lemma) ?? []) {
    if (
      frame.nouns.length > 0 &&
      !clause.phrases.some((phrase) => phrase.nouns.some(({ lemma }) => frame.nouns.includes(lemma)))
    )
      continue;
    const toEvent = frame.gives.find(({ relation }) => isToEvent(article.relations.get(relation)));
    const toActor = frame.gives.find((given) => given !== toEvent);
    const relation = toEvent === undefined ? undefined : article.relations.get(toEvent.relation);
    if (toEvent === undefined || toActor === undefined || relation === undefined) continue;
    const before = article.lastEnds.get(`${frame.id} ${toActor.relation}`);
    if (before === undefined || state.index - before.sentence !== 1) continue;
    const slots = toEvent.object.split("|");
    const event = clause.phrases
      .map((phrase) => (slots.includes(phrase.marker ?? "") ? state.eventAt.get(phrase.from) : undefined))
      .find((found) => found !== undefined);
    if (event === undefined) continue;
    for (const [inviter, invitee] of before.ends) {
      event.inviters.add(inviter);
      event.invitees.add(invitee);
      addStatement(article.statements, {
        ...statement(
          state,
          relation,
          [entityId(invitee), eventId(event)],
          reading.modality,
          reading,
          clause,
          undefined,
        ),
        trigger: spansOf(state, clause.group.tokens),
        rule: ruleOf(state, frame),
        confidence: frame.confidence * state.trust * ELLIPSIS_FACTOR,
      });
    }
  }
}

function isToEvent(relation: Relation | undefined): boolean {
  return relation !== undefined && relation.range.every((kind) => kind === KINDS.event);
}

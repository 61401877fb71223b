import type { EventName, Participant } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Modality } from "../model/modality.ts";
import { isRemote } from "../model/presence.ts";
import type { Frame, Relation } from "../seeds/knowledge.ts";
import type { ArticleEvent } from "./article-events.ts";
import { hereOf, isBeforeStory, isPresent, ownDates, placeItems, tellingOf, whenOf } from "./event-clauses.ts";
import { eventMention, type EventMention } from "./event-mentions.ts";
import type { FrameFit } from "./frames.ts";
import type { Clause } from "./parse.ts";
import { resolveItem } from "./references.ts";
import { standingOf } from "./standing.ts";
import { entityId, type Reading, type SentenceState } from "./state.ts";

/**
 * The event that a row of the frames, or else the relation that it gives, makes of its ends: a call of who speaks with whom.
 * `ends` are entities by the slots that they fill.
 */
export function recordFrameEvent(
  state: SentenceState,
  fit: FrameFit,
  relation: Relation,
  clause: Clause,
  reading: Reading,
  ends: readonly (readonly [string, number])[],
  modality: Modality,
  rule: string,
): ArticleEvent | undefined {
  const { frame, nounPhrase } = fit;
  const { article, grammar, sentence } = state;
  const type = eventTypeOf(state, clause, frame, relation);
  if (type === undefined) return undefined;
  const noun =
    nounPhrase === undefined || !isOfNoun(state, fit, type)
      ? undefined
      : eventMention(nounPhrase, clause, sentence, grammar.pack, grammar.events);
  const standing = noun === undefined ? undefined : standingOf(state, noun, clause);
  const ahead = modality === "planned" || modality === "requested";
  const isOff = standing?.status === "postponed" || standing?.status === "cancelled";
  const status = isOff ? standing.status : ahead ? "planned" : "held";
  const telling = noun === undefined ? undefined : tellingOf(state, noun, clause, article.eventTypes.get(noun.type));
  // "findet am 18. Mai statt": what takes place, and has not taken, is to come.
  const tense = status === "held" && !isPresent(telling) ? reading.tense : "future";
  const actors = ends.map(([, index]) => index);
  const place =
    placeBeside(state, [...(noun?.places ?? []), ...placeItems(state, clause)], actors) ??
    hereOf(state, clause) ??
    (actors.length === 1 ? actors.find((index) => article.discourse.entity(index).kind === KINDS.place) : undefined);
  const event = article.events.record({
    type: typeOf(state, type, noun?.type),
    name: nameOf(state, fit, relation, noun),
    when:
      status === "postponed"
        ? standing?.now
        : whenOf(state, [...(noun?.dates ?? []), ...ownDates(state, clause)], tense),
    before: standing?.before,
    status,
    place,
    participants: participantsOf(state, frame, ends, rule),
    ordinal: noun?.ordinal,
    medium: frame.medium ?? noun?.medium ?? mediumOf(state, clause),
    topic: noun?.topic ?? [],
    key: noun?.specific === true || noun?.proper === true ? noun.key : undefined,
    noun: noun?.noun,
    definite: false,
    anaphoric: false,
    general: false,
    actors: [],
    evidence: state.span,
    confidence: frame.confidence * state.trust,
    refersBack: false,
    narrated: reading.attribution.length === 0,
    lasting: noun?.lasting ?? false,
    relation: relation.id,
    happens: true,
    background: (noun?.lasting === true && !noun.definite) || isBeforeStory(clause),
  });
  if (event !== undefined && nounPhrase !== undefined && isOfNoun(state, fit, type))
    state.eventAt.set(nounPhrase.from, event);
  return event;
}

/** The type of the event that a row tells when it gives a relation in a clause. */
export function eventTypeOf(
  state: SentenceState,
  clause: Clause,
  { event }: Frame,
  relation: Relation | undefined,
): string | undefined {
  if (event !== undefined) return event;
  return relation?.event?.remote === true && !isRemote(mediumOf(state, clause)) ? undefined : relation?.event?.type;
}

/**
 * Whether the event that a row makes is the one that its noun names: to fly to a summit is a journey, and no summit; where
 * the row does not name it, it must be of the noun's kind: to withdraw from a treaty makes no treaty.
 */
export function isOfNoun({ article, grammar }: SentenceState, { frame, noun }: FrameFit, type: string): boolean {
  const row = noun === undefined ? undefined : grammar.events.byNoun.get(noun.lemma);
  if (row === undefined) return true;
  const [one, other] = [article.eventTypes.get(row.type), article.eventTypes.get(type)];
  return frame.event === undefined ? one?.family === other?.family : one?.inPerson === other?.inPerson;
}

/** The type that the row gives, unless its noun is of another kind: "the ceasefire between A and B" is no agreement. */
function typeOf({ article }: SentenceState, ofRow: string, ofNoun: string | undefined): string {
  const family = (type: string): string | undefined => article.eventTypes.get(type)?.family;
  return ofNoun === undefined || family(ofNoun) === family(ofRow) ? ofRow : ofNoun;
}

/** The words that name it: those of its noun, else what events of the relation are called. */
function nameOf(
  { language }: SentenceState,
  { frame }: FrameFit,
  { event }: Relation,
  noun: EventMention | undefined,
): EventName | undefined {
  if (noun?.name !== undefined) return { text: noun.name, language, proper: noun.proper };
  const labels: Readonly<Partial<Record<LanguageCode, string>>> = event?.labels ?? {};
  const text = frame.event === undefined ? labels[language] : undefined;
  return text === undefined ? undefined : { text, language, proper: false };
}

/** Where it is: a place before a state, and no state that is one of those who take part. */
function placeBeside(
  state: SentenceState,
  items: readonly MentionItem[],
  actors: readonly number[],
): number | undefined {
  const { discourse } = state.article;
  const found = items.flatMap((item) => resolveItem(state, item).slice(0, 1));
  return (
    found.find((index) => discourse.entity(index).kind === KINDS.place) ??
    found.find((index) => discourse.entity(index).kind === KINDS.state && !actors.includes(index))
  );
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
  ends: readonly (readonly [string, number])[],
  rule: string,
): Participant[] {
  const participants = new Map<string, Participant>();
  for (const [slot, index] of ends) {
    if (state.article.discourse.entity(index).kind === KINDS.place) continue;
    const role = frame.roles[slot] ?? "participant";
    participants.set(`${index} ${role}`, {
      entity: entityId(index),
      role,
      evidence: state.span,
      rule,
      confidence: frame.confidence * state.trust,
    });
  }
  return [...participants.values()];
}

/** Two people in contact are who "the two ministers" are from here on. */
export function notePair(state: SentenceState, ends: readonly (readonly [number, number])[]): void {
  const { discourse } = state.article;
  const [pair] = ends;
  if (pair !== undefined && ends.length === 1 && pair.every((index) => discourse.entity(index).kind === KINDS.person))
    discourse.notePair(pair);
}

import type { Participant } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Modality } from "../model/modality.ts";
import type { Frame } from "../seeds/knowledge.ts";
import type { ArticleEvent } from "./article-events.ts";
import { hereOf, ownDates, placeItems, whenOf } from "./event-clauses.ts";
import { eventMention } from "./event-mentions.ts";
import type { FrameFit } from "./frames.ts";
import type { Clause } from "./parse.ts";
import { resolveItem } from "./references.ts";
import { entityId, type Reading, type SentenceState } from "./state.ts";

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
    nounPhrase === undefined || !isOfNoun(state, fit)
      ? undefined
      : eventMention(nounPhrase, clause, sentence, grammar.pack, grammar.events);
  const status = modality === "planned" || modality === "requested" ? "planned" : "held";
  notePair(state, ends);
  const place =
    placeBeside(state, [...(noun?.places ?? []), ...placeItems(state, clause)], ends) ?? hereOf(state, clause);
  const event = article.events.record({
    type: typeOf(state, frame.event, noun?.type),
    name: noun?.name === undefined ? undefined : { text: noun.name, language, proper: noun.proper },
    when: whenOf(
      state,
      [...(noun?.dates ?? []), ...ownDates(state, clause)],
      status === "planned" ? "future" : reading.tense,
    ),
    status,
    place,
    participants: participantsOf(state, frame, ends, slots, rule),
    ordinal: noun?.ordinal,
    medium: frame.medium ?? noun?.medium ?? mediumOf(state, clause),
    topic: noun?.topic ?? [],
    key: noun?.specific === true || noun?.proper === true ? noun.key : undefined,
    noun: noun?.noun,
    anaphoric: false,
    general: false,
    actors: [],
    evidence: state.span,
    confidence: frame.confidence * state.trust,
    refersBack: false,
    narrated: reading.attribution.length === 0,
    lasting: noun?.lasting ?? false,
    happens: true,
    background: noun?.lasting === true && !noun.definite,
  });
  if (event !== undefined && nounPhrase !== undefined && isOfNoun(state, fit))
    state.eventAt.set(nounPhrase.from, event);
  return event;
}

/** Whether the event that a row makes is the one that its noun names: to fly to a summit is a journey, and no summit. */
export function isOfNoun({ article, grammar }: SentenceState, { frame, noun }: FrameFit): boolean {
  const isJourney = (type: string | undefined): boolean => article.eventTypes.get(type ?? "")?.inPerson === true;
  const row = noun === undefined ? undefined : grammar.events.byNoun.get(noun.lemma);
  return row === undefined || isJourney(row.type) === isJourney(frame.event);
}

/** The type that the row gives, unless its noun is of another kind: "the ceasefire between A and B" is no agreement. */
function typeOf({ article }: SentenceState, ofRow: string, ofNoun: string | undefined): string {
  const family = (type: string): string | undefined => article.eventTypes.get(type)?.family;
  return ofNoun === undefined || family(ofNoun) === family(ofRow) ? ofRow : ofNoun;
}

/** Where it is: a place before a state, and no state that is one of those who take part. */
function placeBeside(
  state: SentenceState,
  items: readonly MentionItem[],
  ends: readonly (readonly [number, number])[],
): number | undefined {
  const { discourse } = state.article;
  const found = items.flatMap((item) => resolveItem(state, item).slice(0, 1));
  return (
    found.find((index) => discourse.entity(index).kind === KINDS.place) ??
    found.find((index) => discourse.entity(index).kind === KINDS.state && !ends.flat().includes(index))
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

import { countryOf, KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import { COMMAS } from "./marks.ts";
import type { Clause, Phrase } from "./parse.ts";
import { resolveItem } from "./references.ts";
import { addStatement, entityId, type SentenceState } from "./state.ts";

const PLACE_RULE = "place-within";
const PLACE_CONFIDENCE = 0.9;

/** States where a place is, as its phrase says: "Pakistan's Sindh province", "Kharkiv in Ukraine", "Lahore, Pakistan". */
export function readPlaces(state: SentenceState, clause: Clause): void {
  for (const [i, phrase] of clause.phrases.entries()) {
    const [place, ...more] = phrase.members;
    if (place === undefined || more.length > 0) continue;
    const around = [
      ...phrase.owners.map(({ item }) => item),
      ...beside(state, phrase, clause.phrases[i + 1]),
      ...beforeOf(phrase),
    ];
    for (const item of around) stateWithin(state, place, item);
  }
}

/** States where organizations have their seat, as the words between them and a place say: "the Vienna-based agency", "mit Sitz in Genf". */
export function readSeats(state: SentenceState, items: readonly MentionItem[]): void {
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    if (next === undefined) break;
    if (isOrganization(next) && parts(state, item.to, next.from, "based-before")) stateIn(state, next, item);
    else if (isOrganization(item) && parts(state, item.to, next.from, "based-behind")) stateIn(state, item, next);
    else if (isOrganization(item) && standsIn(state, item.to, next.from)) stateSeat(state, item, next);
    else if (isOrganization(next) && standsIn(state, item.to, next.from)) stateSeat(state, next, item);
  }
}

function isOrganization({ reference }: MentionItem): boolean {
  return "kind" in reference && reference.kind === KINDS.organization;
}

/** Whether between two mentions stands nothing but a phrase of a type, with hyphens, marks of case and articles around it. */
function parts({ sentence }: SentenceState, from: number, to: number, type: "based-before" | "based-behind"): boolean {
  let found = false;
  for (let i = from; i < to;) {
    const matches = sentence.matches[i] ?? [];
    const phrase = matches.find((match) => match.type === type && match.end <= to);
    const passed = matches.some((match) => match.type === "adposition" || match.type === "determiner");
    if (phrase === undefined && !passed && sentence.tokens[i]?.shape === "word") return false;
    found ||= phrase !== undefined;
    i = phrase?.end ?? i + 1;
  }
  return found;
}

/** Whether between two mentions stands only what says that the one is in the other: "the embassy in Kyiv". */
function standsIn({ sentence, grammar }: SentenceState, from: number, to: number): boolean {
  if (to === from + 1) {
    return (sentence.matches[from] ?? []).some(
      ({ end, entry }) => end === to && entry.type === "adposition" && grammar.events.placeMarkers.has(entry.id),
    );
  }
  return false;
}

/** The same of an organization whose seat is known to be there; else it may only do something there. */
function stateSeat(state: SentenceState, organization: MentionItem, place: MentionItem): void {
  const [inner] = resolveItem(state, organization);
  const [outer] = resolveItem(state, place);
  if (inner === undefined || outer === undefined) return;
  const { discourse } = state.article;
  if (discourse.seatOf(inner) === discourse.entity(outer).known) stateIn(state, organization, place);
}

function stateIn(state: SentenceState, within: MentionItem, place: MentionItem): void {
  const [inner] = resolveItem(state, within);
  const [outer] = resolveItem(state, place);
  if (inner === undefined || outer === undefined || inner === outer) return;
  const { kind } = state.article.discourse.entity(outer);
  if (kind === KINDS.state || kind === KINDS.place) addPlace(state, inner, outer);
}

/** What stands directly behind a place, in or beside which it is. */
function beside(
  { grammar, sentence }: SentenceState,
  phrase: Phrase,
  next: Phrase | undefined,
): readonly MentionItem[] {
  if (next === undefined || next.members.length !== 1) return [];
  const under = next.from === phrase.to && grammar.events.placeMarkers.has(next.marker ?? "");
  const mark = sentence.tokens[phrase.to]?.text ?? "";
  const apposed = next.marker === undefined && next.from === phrase.to + 1 && COMMAS.has(mark);
  return under || apposed ? next.members : [];
}

/** "the Afghan city of Kunduz": whose the noun is of which the place is the name. */
function beforeOf({ after, marker }: Phrase): readonly MentionItem[] {
  const described = after?.members[0]?.reference.type === "description" || (after?.nouns.length ?? 0) > 0;
  return marker !== undefined && described ? (after?.owners.map(({ item }) => item) ?? []) : [];
}

/** States that a place is within what another mention names, unless the one is known to lie elsewhere. */
function stateWithin(state: SentenceState, place: MentionItem, within: MentionItem): void {
  const { discourse } = state.article;
  const [inner] = resolveItem(state, place);
  const [outer] = resolveItem(state, within);
  if (inner === undefined || outer === undefined || inner === outer) return;
  const [small, large] = [discourse.entity(inner), discourse.entity(outer)];
  if (small.kind !== KINDS.place || (large.kind !== KINDS.state && large.kind !== KINDS.place)) return;
  const country = large.kind === KINDS.state ? countryOf(large.known ?? "") : large.country;
  // Of two places whose state is disputed or not one, the text alone knows.
  if (small.country !== country || (country === undefined && large.kind === KINDS.state)) return;
  if (discourse.mayLieIn(inner, outer)) addPlace(state, inner, outer);
}

function addPlace({ article, language, span, trust }: SentenceState, inner: number, outer: number): void {
  addStatement(article.statements, {
    subject: entityId(inner),
    relation: "LOCATED_IN",
    object: entityId(outer),
    modality: "actual",
    attribution: [],
    evidence: span,
    trigger: [],
    language,
    rule: PLACE_RULE,
    confidence: PLACE_CONFIDENCE * trust,
  });
}

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
  const { discourse, statements } = state.article;
  const [inner] = resolveItem(state, place);
  const [outer] = resolveItem(state, within);
  if (inner === undefined || outer === undefined || inner === outer) return;
  const [small, large] = [discourse.entity(inner), discourse.entity(outer)];
  if (small.kind !== KINDS.place || (large.kind !== KINDS.state && large.kind !== KINDS.place)) return;
  const country = large.kind === KINDS.state ? countryOf(large.known ?? "") : large.country;
  if (country === undefined || small.country !== country) return;
  addStatement(statements, {
    subject: entityId(inner),
    relation: "LOCATED_IN",
    object: entityId(outer),
    modality: "actual",
    attribution: [],
    evidence: state.span,
    trigger: [],
    language: state.language,
    rule: PLACE_RULE,
    confidence: PLACE_CONFIDENCE * state.trust,
  });
}

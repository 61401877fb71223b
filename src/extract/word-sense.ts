import { quotationAt } from "../language/quotations.ts";
import { startsWithCapital } from "../language/fold.ts";
import { hasHead, verbsAt, type ChunkState } from "./chunk-state.ts";
import type { Chunk } from "./parse.ts";
import { BREAKS } from "./marks.ts";
import type { VerbEntry } from "./parse.ts";
import { hasFiniteAhead, isNotVerbByPlace } from "./verb-or-noun.ts";
import {
  endingOf,
  isAdjectiveForm,
  isLeadingParticiple,
  isRelativePronoun,
  standsAtClauseStart,
} from "./verb-second.ts";

/** How far ahead a subordinator is looked for its verb, and an infinitive marker for its infinitive. */
const CLAUSE_AHEAD = 14;
const INFINITIVE_AHEAD = 3;

/** Whether an infinitive follows: "to [quickly] leave". */
export function leadsInfinitive(state: ChunkState, index: number): boolean {
  for (let i = index; i < Math.min(index + INFINITIVE_AHEAD, state.tokens.length); i += 1) {
    const verb = verbsAt(state, i);
    const infinitive = verb?.found.some(({ features }) => features.has("base") || features.has("infinitive")) === true;
    if (infinitive && !state.itemAt.has(i)) return !isNounFirst(state, i);
    if (!state.cursor.is(i, "adverb", "negation")) return false;
  }
  return false;
}

/** "took it to task over", "put to use.": a noun of which the verb is rare, with nothing behind it that the verb would govern. */
function isNounFirst(state: ChunkState, index: number): boolean {
  const { cursor, data } = state;
  const verb = verbsAt(state, index);
  if (data.language.order !== "svo" || verb === undefined || !cursor.is(index, "noun")) return false;
  const next = cursor.token(verb.end);
  const alone = next === undefined || next.shape === "mark" || cursor.is(verb.end, "adposition");
  return alone && verb.found.every(({ features }) => features.has("infinitive"));
}

/** Most adjectives between an article and its noun. */
const ADJECTIVES_AHEAD = 5;

/** Whether a noun phrase follows: [adjectives] noun, or a mention. */
function leadsNoun(state: ChunkState, index: number): boolean {
  const { cursor } = state;
  if (state.itemAt.has(index) || cursor.is(index, "noun")) return true;
  const { capitals, adjectiveEndings } = state.data.language;
  if (capitals !== "nouns") return false;
  for (let i = index; i < index + ADJECTIVES_AHEAD; i += 1) {
    const token = cursor.token(i);
    if (token === undefined || token.shape === "mark") return false;
    if (startsWithCapital(token.text) || state.itemAt.has(i)) return true;
    const inflected = adjectiveEndings.some((ending) => token.norm.endsWith(ending)) || cursor.is(i, "ordinal");
    if (!inflected || cursor.is(i, "pronoun", "possessive", "adposition", "adverb", "determiner", "negation"))
      return false;
  }
  return false;
}

/** Whether a word that is determiner and complementizer is the former: "that deal", not "said that Russia did". */
export function isDeterminerHere(state: ChunkState, end: number): boolean {
  const { cursor, open, chunks, data } = state;
  if (data.language.order !== "svo") return leadsNoun(state, end);
  if (open !== undefined || state.itemAt.has(end) || cursor.is(end, "pronoun", "determiner", "possessive"))
    return false;
  if (state.marker !== undefined) return true;
  const previous = chunks.at(-1);
  // "said that A did X and that B did Y": one complement may follow another.
  const follows = previous?.type === "coordinator" && chunks.some(({ type }) => type === "complementizer");
  return previous?.type === "verb" || previous?.type === "adverb" || follows ? !hasFiniteAhead(state, end) : true;
}

/** Whether a clause follows, so that "since", "after", "before" are no adpositions. */
export function leadsClause(state: ChunkState, index: number, purpose: boolean): boolean {
  if (state.data.language.order === "v2") {
    // Behind a noun without a comma none opens: "als Held gefeiert", "um seine Wiederwahl".
    return (
      standsAtClauseStart(state) && (purpose ? leadsMarkedInfinitive(state, index) : endingOf(state, index).finite)
    );
  }
  for (let i = index; i < Math.min(index + CLAUSE_AHEAD, state.tokens.length); i += 1) {
    if (BREAKS.has(state.tokens[i]?.text ?? "")) return false;
    const byPlace = state.data.language.order === "svo";
    if (byPlace && i > index && state.cursor.is(i, "complementizer", "relative")) return false;
    const verb = verbsAt(state, i);
    if (verb === undefined || state.itemAt.has(i)) continue;
    if (byPlace && i === index && !isGerund(verb.found)) return false;
    // "after talks mediated by X": a participle, as who does it follows.
    const isPassive =
      byPlace && verb.found.some(({ features }) => features.has("participle")) && isAgentAt(state, verb.end);
    if (verb.found.some(({ features }) => features.has("finite")) && !isSecondOrNoun(state, i) && !isPassive)
      return true;
    if (i === index && verb.found.some(({ features }) => features.has("gerund"))) return true;
  }
  return false;
}

/** Whether an infinitive with its marker follows before the next break: "um … zu verhindern", "um … einzudämmen". */
function leadsMarkedInfinitive(state: ChunkState, index: number): boolean {
  for (let i = index; i < state.tokens.length; i += 1) {
    if (BREAKS.has(state.tokens[i]?.text ?? "")) return false;
    if (verbsAt(state, i)?.found.some(({ marked }) => marked) === true) return true;
    if (state.cursor.is(i, "infinitive-marker") && leadsInfinitive(state, i + 1)) return true;
  }
  return false;
}

function isAgentAt({ cursor, data }: ChunkState, index: number): boolean {
  return data.words.agentMarkers.includes(cursor.find(index, "adposition")?.entry.id ?? "");
}

const isGerund = (found: readonly VerbEntry[]): boolean => found.some(({ features }) => features.has("gerund"));

/** Where position tells verbs from nouns: a form behind a coordinator or a preposition is not the first verb of a clause. */
function isSecondOrNoun(state: ChunkState, index: number): boolean {
  return (
    state.data.language.order === "svo" &&
    state.cursor.is(index - 1, "coordinator", "adposition", "determiner", "possessive")
  );
}

/** Whether a word that can be a relative pronoun is one: by what stands before it, and, where it is also an article, by what follows. */
export function isRelative(state: ChunkState, index: number, end: number, orComplementizer: boolean): boolean {
  if (state.data.language.order === "v2") return isRelativePronoun(state, index, end);
  // "that" after a noun and before a verb is relative, else it opens a complement.
  return !orComplementizer || (state.open !== undefined && verbsAt(state, end) !== undefined);
}

/** The separable prefix that stands at the token: at the end of its clause, when a verb before it wants one. */
export function separablePrefix(state: ChunkState, index: number): string | undefined {
  const { cursor, chunks } = state;
  if (state.data.language.order !== "v2") return undefined;
  const next = cursor.token(index + 1);
  const atEnd =
    next === undefined ||
    next.shape === "mark" ||
    cursor.is(index + 1, "coordinator", "subordinator", "infinitive-marker");
  const norm = cursor.token(index)?.norm ?? "";
  const wanted = chunks.some(
    (chunk) => chunk.type === "verb" && chunk.entries.some((entry) => entry.split && entry.prefix === norm),
  );
  return atEnd && wanted ? norm : undefined;
}

/** Whether a form that is also a mark of the genitive is a verb here: at the end of a clause, or before an auxiliary. */
export function isVerbNotGenitive(state: ChunkState, end: number): boolean {
  const { cursor } = state;
  const next = cursor.token(end);
  if (next === undefined) return true;
  // "کی ’انتھک‘ کوششیں": behind a mark of the genitive words in quotation marks are its noun.
  if (next.shape === "mark") return quotationAt(state.tokens, end, state.quoted) !== "opens";
  if (cursor.is(end, "coordinator", "complementizer", "subordinator", "negation", "relative")) return true;
  return (
    verbsAt(state, end) !== undefined &&
    !state.itemAt.has(end) &&
    !cursor.is(end, "noun") &&
    state.open?.head === undefined
  );
}

/** Whether a word that can be verb and noun is a noun here. */
export function isNounNotVerb(state: ChunkState, index: number, end: number, found: readonly VerbEntry[]): boolean {
  const { cursor, open, marker } = state;
  const { language } = state.data;
  if (lacksPrefix(state, index, end, found)) return true;
  if (language.capitals === "nouns") {
    // Nouns have capitals; written small, only a participle with the ending of an adjective can stand before one.
    if (startsWithCapital(state.tokens[index]?.text ?? "")) return isCapitalNoun(state, index, found);
    if (marker !== undefined && open === undefined) return true;
    if (open !== undefined && !hasHead(open)) return isAdjectiveForm(state, index, found);
    // "warf ihm wiederholte Einmischung vor": a clause whose second place is taken has no other finite verb before a noun.
    return isAdjectiveForm(state, index, found) && holdsFinite(state.chunks);
  }
  if (language.order === "sov") return isPredicateNoun(state, index, end);
  if (language.order === "svo") return isNotVerbByPlace(state, index, end, found);
  const noun = cursor.is(index, "noun", "office", "body", "acting-noun", "topic", "transparent");
  const complete = hasHead(open);
  // Behind a determiner or a possessor, and before any other noun, only a noun can stand.
  const led = open !== undefined && !complete && (open.determined || open.owners.some(({ by }) => by === "genitive"));
  const qualified = open !== undefined && !complete && open.owners.length > 0;
  if (found.every(({ features }) => features.has("gerund"))) {
    if (led || (open?.determined === true && open.unknownHead)) return true;
    return noun && (marker !== undefined || qualified || isFollowedAsNoun(state, index + 1));
  }
  // A participle between determiner and noun qualifies it: "the deposed minister".
  if (found.every(({ features }) => features.has("participle") || features.has("past"))) {
    return led || (marker !== undefined && found.some(({ features }) => features.has("participle")));
  }
  if (led || (marker !== undefined && open === undefined)) return true;
  if (!noun) return false;
  return qualified || isNounByNeighbours(state, found, complete);
}

/** Whether a verb that can only be finite has been read since the last word or mark that may open a clause. */
function holdsFinite(chunks: readonly Chunk[]): boolean {
  for (let i = chunks.length - 1; i >= 0; i -= 1) {
    const chunk = chunks[i];
    if (chunk === undefined || OPENS.has(chunk.type)) return false;
    if (chunk.type === "verb") return chunk.entries.every(({ features }) => features.has("finite"));
  }
  return false;
}

const OPENS: ReadonlySet<Chunk["type"]> = new Set([
  "break",
  "stop",
  "coordinator",
  "relative",
  "subordinator",
  "complementizer",
  "quote",
]);

/** "war lange geplant": an adverb that is also a form of verbs with a prefix, none of which stands behind it. */
function lacksPrefix({ cursor, tokens }: ChunkState, index: number, end: number, found: readonly VerbEntry[]): boolean {
  if (!cursor.is(index, "adverb") || !found.every(({ split }) => split)) return false;
  return !found.some(({ prefix }) => tokens.slice(end).some(({ norm }) => norm === prefix));
}

/** "رہا کر دیا": where the verb stands last, a noun that no verb stands before makes one predicate with the full verb behind it. */
function isPredicateNoun({ cursor, chunks, open, rules }: ChunkState, index: number, end: number): boolean {
  if (!cursor.is(index, "noun") || (open === undefined && chunks.at(-1)?.type === "verb")) return false;
  const behind = (cursor.sentence.matches[end] ?? []).flatMap(({ entry }) => (entry.type === "verb" ? [entry] : []));
  return behind.length > 0 && behind.every(({ lemma }) => !rules.auxiliaries.has(lemma));
}

/** A verb has a capital only where a sentence begins, and there no mark stands behind it: "Frage: Haben Sie …". */
function isCapitalNoun(state: ChunkState, index: number, found: readonly VerbEntry[]): boolean {
  const before = state.tokens[index - 1];
  const begins = before === undefined || (before.shape === "mark" && before.text !== "-" && before.text !== ",");
  if (!begins || BREAKS.has(state.tokens[index + 1]?.text ?? "")) return true;
  return index > 0 && (state.cursor.is(index, "noun") || !found.every(({ features }) => features.has("finite")));
}

function isFollowedAsNoun(state: ChunkState, index: number): boolean {
  return state.cursor.token(index) === undefined || state.cursor.is(index, "adposition", "coordinator", "verb");
}

function isNounByNeighbours(state: ChunkState, found: readonly VerbEntry[], complete: boolean): boolean {
  const { open } = state;
  const previous = state.chunks.at(-1);
  if (previous?.type === "infinitive" || open?.head !== undefined) return false;
  // "received call": behind a full verb a base form that is also a noun is one.
  if (previous?.type === "verb" && open === undefined) {
    return (
      previous.entries.every(({ lemma }) => !state.rules.auxiliaries.has(lemma)) &&
      !found.some(({ features }) => features.has("past"))
    );
  }
  if (complete) return !found.some(({ features }) => features.has("finite"));
  return open !== undefined || previous === undefined || previous.type === "coordinator" || previous.type === "break";
}

/** Whether a word changes nothing in its clause: a known adverb, or one by its ending. */
export function isAdverb(state: ChunkState, index: number): boolean {
  // "so-called"
  if ((state.cursor.find(index, "adjective")?.end ?? 0) > index + 1) return false;
  if (state.cursor.is(index, "adverb", "particle")) return true;
  if (state.data.language.order === "v2" && isLeadingParticiple(state, index)) return true;
  const norm = state.tokens[index]?.norm ?? "";
  return state.data.language.adverbEndings.some((ending) => norm.length > ending.length + 2 && norm.endsWith(ending));
}

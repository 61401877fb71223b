import { startsWithCapital } from "../language/fold.ts";
import { hasHead, isJoinedBefore, verbsAt, type ChunkState, type OpenPhrase } from "./chunk-state.ts";
import { BREAKS } from "./marks.ts";
import type { Chunk, VerbEntry } from "./parse.ts";

/** How far ahead another verb is looked for that leaves none of the work to this one. */
const VERB_AHEAD = 12;

/**
 * Whether a form that is a verb elsewhere is a noun or adjective here, in a language in which position tells: by what
 * stands before it (a determiner, an adposition, an auxiliary), by number (a base form has no singular subject, a form in
 * -s no plural one), and by what follows.
 */
export function isNotVerbByPlace(state: ChunkState, index: number, end: number, found: readonly VerbEntry[]): boolean {
  const every = (...wanted: readonly string[]): boolean =>
    found.every(({ features }) => wanted.some((feature) => features.has(feature)));
  const some = (feature: string): boolean => found.some(({ features }) => features.has(feature));
  const auxiliary = found.some(({ lemma }) => state.rules.auxiliaries.has(lemma));
  const previous = lastContent(state.chunks);
  const { open } = state;
  if (isCapitalAmongSmall(state, index, end)) return true;
  const afterInfinitive = previous?.type === "infinitive";
  const afterAuxiliary =
    open === undefined && state.marker === undefined && previous?.type === "verb" && isAuxiliary(state, previous);
  if (afterInfinitive && open === undefined && (some("base") || some("infinitive"))) return false;
  const led =
    open !== undefined && !hasHead(open) && (open.determined || open.owners.some(({ by }) => by === "genitive"));
  if (auxiliary) return led && !some("finite");
  if (every("gerund")) return isVerbalNoun(state, index, end, led, afterAuxiliary);
  if (every("past", "participle")) return isAdjectival(state, index, end, led, afterAuxiliary, found);
  // "it calls": a pronoun that stands before a verb form is its subject.
  if (open === undefined && previous?.type === "phrase" && previous.phrase.to === index && isPronoun(previous))
    return false;
  if (afterAuxiliary) return isCopula(state, previous) ? !some("participle") && !some("gerund") : !verbBehind(found);
  if (led || (state.marker !== undefined && open === undefined)) return true;
  // A form that is nothing but an infinitive needs its marker or an auxiliary before it.
  if (found.every(({ features }) => features.size === 1 && features.has("infinitive"))) return true;
  if (open !== undefined && endsInAdjective(state, open) && !some("past")) return true;
  if (some("past")) return open !== undefined && open.marker !== undefined && isNoun(state, index);
  if (open === undefined) return isNounAlone(state, index, end, found, previous);
  return some("base")
    ? isNounBehind(state, open, index, end, previous)
    : isPluralBehind(state, open, index, end, previous);
}

/** "Theresa May accuses": a capital inside a sentence that is not written in capitals throughout is that of a name. */
function isCapitalAmongSmall({ tokens }: ChunkState, index: number, end: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[end]];
  if (token === undefined || !startsWithCapital(token.text) || before?.shape !== "word") return false;
  return next?.shape === "word" && !startsWithCapital(next.text) && tokens.some(isLongAndSmall);
}

const LONG_WORD = 5;
const isLongAndSmall = ({ text, shape }: ChunkState["tokens"][number]): boolean =>
  shape === "word" && text.length >= LONG_WORD && !startsWithCapital(text);

/** What counts before a verb: past adverbs, negations, hedges. */
function lastContent(chunks: readonly Chunk[]): Chunk | undefined {
  return chunks.findLast(
    ({ type }) => type !== "adverb" && type !== "negation" && type !== "additive" && type !== "hedge",
  );
}

function isAuxiliary(state: ChunkState, { entries }: Extract<Chunk, { type: "verb" }>): boolean {
  return entries.some(({ lemma }) => state.rules.auxiliaries.has(lemma));
}

function isPronoun({ phrase }: Extract<Chunk, { type: "phrase" }>): boolean {
  const [item] = phrase.members;
  return phrase.marker === undefined && item?.reference.type === "pronoun" && !item.possessive;
}

/** Whether the auxiliary takes a participle or a predicate, never a base form. */
function isCopula(state: ChunkState, { entries }: Extract<Chunk, { type: "verb" }>): boolean {
  const { auxiliaries } = state.data.verbs;
  return entries.every(({ lemma }) =>
    auxiliaries.some((row) => row.lemma === lemma && (row.role === "copula" || row.role === "perfect")),
  );
}

const verbBehind = (found: readonly VerbEntry[]): boolean =>
  found.some(({ features }) => features.has("base") || features.has("infinitive") || features.has("participle"));

function isNoun(state: ChunkState, index: number): boolean {
  return state.cursor.is(index, "noun", "office", "body", "acting-noun", "topic", "transparent");
}

/** "the killing of", "the ruling party", "peace-making": a form in -ing that is no participle. */
function isVerbalNoun(state: ChunkState, index: number, end: number, led: boolean, afterAuxiliary: boolean): boolean {
  const { cursor, open } = state;
  if (afterAuxiliary) return false;
  if (led || cursor.is(end, "genitive") || state.data.words.possessorMarkers.includes(markerAt(state, end)))
    return true;
  const noun = isNoun(state, index);
  if (open === undefined) return noun && isNounEnd(state, end);
  // "outside the government building"
  const named = open.head !== undefined && cursor.is(open.head.from, "determiner", "possessive");
  if (noun && isNounEnd(state, end) && (open.owners.length > 0 || open.determined || named)) return true;
  return open.determined && open.unknownHead && endsPhrase(state, end);
}

const markerAt = (state: ChunkState, index: number): string => state.cursor.find(index, "adposition")?.entry.id ?? "";

/** Whether nothing follows that could be the object of a verb. */
function isNounEnd(state: ChunkState, index: number): boolean {
  const { cursor } = state;
  const isVerb = cursor.is(index, "verb") && !cursor.is(index, "noun");
  const adposition = cursor.find(index, "adposition");
  // "by firing about 200 rockets": how many it is, is no end of the phrase.
  const counts =
    adposition !== undefined &&
    state.data.words.approximators.includes(adposition.entry.id) &&
    (cursor.token(adposition.end)?.shape === "number" || cursor.is(adposition.end, "determiner"));
  if (cursor.token(index) === undefined || isVerb) return true;
  return (adposition !== undefined && !counts) || cursor.is(index, "coordinator");
}

/** Whether the phrase cannot go on: the sentence or clause ends, or a finite verb follows. */
function endsPhrase(state: ChunkState, index: number): boolean {
  const next = state.cursor.token(index);
  return next === undefined || next.shape === "mark" || isFiniteAt(state, index);
}

/** "the deposed minister", "of increased pressure", "got mixed results": a participle before its noun. */
function isAdjectival(
  state: ChunkState,
  index: number,
  end: number,
  led: boolean,
  afterAuxiliary: boolean,
  found: readonly VerbEntry[],
): boolean {
  const { open, marker, chunks } = state;
  const participle = found.some(({ features }) => features.has("participle"));
  if (led) return true;
  if (marker !== undefined && open === undefined) return participle;
  const previous = lastContent(chunks);
  const behindVerb = open === undefined && previous?.type === "verb" && previous.to === index;
  // "sentenced ousted leader X"
  if (participle && !afterAuxiliary && behindVerb && startsTitle(state, end)) return true;
  if (!participle || afterAuxiliary || !startsPlainNoun(state, end)) return false;
  if (open !== undefined) return open.determined && open.unknownHead && endsInAdjective(state, open);
  return previous === undefined ? hasFiniteAhead(state, end) : behindVerb;
}

/** Whether an office without an article stands at the token: "leader X". */
function startsTitle({ cursor, itemAt }: ChunkState, index: number): boolean {
  const token = cursor.token(index);
  return token !== undefined && itemAt.has(index) && !startsWithCapital(token.text) && cursor.is(index, "office");
}

/** Whether a common noun or an adjective stands at the token: nothing that opens a phrase of its own. */
function startsPlainNoun(state: ChunkState, index: number): boolean {
  const { cursor } = state;
  const token = cursor.token(index);
  if (token?.shape !== "word" || startsWithCapital(token.text) || state.itemAt.has(index)) return false;
  return !cursor.is(
    index,
    "determiner",
    "possessive",
    "pronoun",
    "adposition",
    "coordinator",
    "complementizer",
    "subordinator",
    "relative",
    "infinitive-marker",
    "adverb",
    "particle",
    "negation",
  );
}

function endsInAdjective(state: ChunkState, open: OpenPhrase): boolean {
  const last = state.tokens[open.to - 1];
  if (last === undefined || open.head !== undefined || open.nouns.some(({ index }) => index === open.to - 1))
    return false;
  return last.shape === "number" || state.cursor.is(open.to - 1, "adjective") || state.rules.endsAsAdjective(last.norm);
}

/** A present form with no phrase before it: first in its clause, or behind a verb or coordinator. */
function isNounAlone(
  state: ChunkState,
  index: number,
  end: number,
  found: readonly VerbEntry[],
  previous: Chunk | undefined,
): boolean {
  const noun = isNoun(state, index);
  switch (previous?.type) {
    case "relative":
      return false;
    // "received call": behind a full verb a base form is a noun.
    case "verb":
      return noun || found.every(({ features }) => !features.has("base"));
    case "coordinator":
      return noun && !startsPhrase(state, end);
    case "complementizer":
    case "subordinator":
      return noun;
    case undefined:
    case "break":
    case "stop":
    case "quote":
      return (
        noun &&
        (found.some(({ features }) => features.has("base")) ? !startsPhrase(state, end) : hasFiniteAhead(state, end))
      );
    default:
      return noun && !startsPhrase(state, end);
  }
}

/** A base form behind its possible subject: that must be several. */
function isNounBehind(
  state: ChunkState,
  open: OpenPhrase,
  index: number,
  end: number,
  previous: Chunk | undefined,
): boolean {
  const { head } = open;
  // "demanded that Russia withdraw"
  if (previous?.type === "complementizer" && !isFiniteAt(state, end) && !hasFiniteAhead(state, end)) return false;
  if (head !== undefined) {
    const { reference } = head;
    if (reference.type === "pronoun") return false;
    // "the US-Taliban deal": names that are joined stand before a noun.
    if (isJoinedBefore(state, head.from)) return isNoun(state, index);
    if (reference.type === "group" || isPlural(state, open) || isCoordinated(state)) return false;
    return isNoun(state, index) || !startsPhrase(state, end) || reference.type === "known";
  }
  return !isPlural(state, open) && !isCoordinated(state);
}

/** A form in -s behind its possible subject: that must be one, and the clause needs a verb. */
function isPluralBehind(
  state: ChunkState,
  open: OpenPhrase,
  index: number,
  end: number,
  previous: Chunk | undefined,
): boolean {
  if (open.head?.reference.type === "pronoun") return false;
  if (open.head === undefined && isPlural(state, open)) return true;
  if (isFiniteAt(state, end)) return true;
  const object = isObjectPlace(state, open);
  if (!isNoun(state, index) || previous?.type === "relative") return false;
  // English counts: one thing without an article stands before the noun that it qualifies.
  const bare = open.head === undefined && !open.determined && open.owners.every(({ by }) => by !== "genitive");
  if (bare) return object || !startsPhrase(state, end);
  if (object) return true;
  return !startsPhrase(state, end) && (open.marker !== undefined || hasFiniteAhead(state, end));
}

/** Whether the phrase stands behind the finite verb of its clause, so that no other verb is looked for. */
function isObjectPlace({ chunks, data }: ChunkState, open: OpenPhrase): boolean {
  for (let i = chunks.length - 1; i >= 0; i -= 1) {
    const chunk = chunks[i];
    switch (chunk?.type) {
      case "complementizer":
      case "relative":
      case "subordinator":
      case "break":
      case "quote":
      case "stop":
        return false;
      case "coordinator":
        if (open.marker === undefined) return false;
        break;
      case "verb":
        return !chunk.entries.some((entry) => data.reporting.verbs.some(({ lemma }) => lemma === entry.lemma));
      default:
        break;
    }
  }
  return false;
}

function isPlural(state: ChunkState, open: OpenPhrase): boolean {
  const last = state.tokens[open.to - 1];
  if (last === undefined) return false;
  if (state.data.words.plurals.includes(last.norm)) return true;
  if (state.cursor.is(open.to - 1, "acting-noun") && state.rules.endsAsPlural(last.norm)) return true;
  const { head } = open;
  // "The Houthis": one word with an article names several, "the United Nations" is one.
  const single = open.determined && head !== undefined && head.to === head.from + 1;
  const name = (head?.name !== undefined || head?.reference.type === "known") && !single;
  return !name && state.rules.endsAsPlural(last.norm);
}

/** Whether the open phrase is the last of a list: "China and Russia agree". */
function isCoordinated({ chunks }: ChunkState): boolean {
  return chunks.at(-1)?.type === "coordinator" && chunks.at(-2)?.type === "phrase";
}

/** Whether the token opens a phrase or clause that a verb governs, past adverbs. */
function startsPhrase(state: ChunkState, index: number): boolean {
  const { cursor } = state;
  for (let i = index; i < index + 2; i += 1) {
    const token = cursor.token(i);
    if (token === undefined || token.shape === "mark") return false;
    if (state.itemAt.has(i) || token.shape === "number") return true;
    if (cursor.is(i, "determiner", "possessive", "pronoun", "complementizer", "infinitive-marker")) return true;
    if (startsWithCapital(token.text)) return true;
    if (!cursor.is(i, "adverb")) return false;
  }
  return false;
}

/** Whether a verb that needs no auxiliary before it and can be nothing else stands at the token. */
function isFiniteAt(state: ChunkState, index: number): boolean {
  if (state.itemAt.has(index)) return false;
  const verb = verbsAt(state, index);
  return (
    verb !== undefined &&
    verb.found.some(({ features }) => features.has("finite")) &&
    verb.found.some(({ lemma, features }) => state.rules.auxiliaries.has(lemma) || features.has("past"))
  );
}

/** Whether the clause has a finite verb later on. */
export function hasFiniteAhead(state: ChunkState, index: number): boolean {
  for (let i = index; i < Math.min(index + VERB_AHEAD, state.tokens.length); i += 1) {
    if (BREAKS.has(state.tokens[i]?.text ?? "")) return false;
    if (state.cursor.is(i, "relative", "subordinator", "complementizer") && !state.cursor.is(i, "adposition"))
      return false;
    if (isFiniteAt(state, i)) return true;
  }
  return false;
}

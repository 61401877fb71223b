import { fold, startsWithCapital } from "../language/fold.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { rememberWords } from "../language/memo.ts";
import { isJoiner } from "../language/tokens.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import { COMMAS } from "./marks.ts";
import type { Token } from "../language/tokens.ts";
import { verbsAt, type ChunkState } from "./chunk-state.ts";
import type { VerbEntry } from "./parse.ts";

/**
 * What words are in a language whose finite verb stands second in main clauses and last in others: there a clause shows by
 * its end what it is, and nouns show by their capital.
 */

/** Most tokens between the article and the participle of an attribute: "die am Montag in Kiew von … unterzeichnete". */
const ATTRIBUTE_TOKENS = 14;

/** How a stretch of words up to the next break ends. */
interface Ending {
  /** Whether its last word is a finite verb, and no other finite verb stands before the verbs at its end. */
  readonly finite: boolean;
  /** How many verbs stand together at its end. */
  readonly verbs: number;
}

/** How the words from here to the next break or to a coordinator behind a verb end. */
export function endingOf(state: ChunkState, index: number): Ending {
  let verbs = 0;
  let last: readonly VerbEntry[] = [];
  let earlier = false;
  for (let i = index; i < state.tokens.length;) {
    const token = state.tokens[i];
    const date = state.dateAt.get(i);
    if (token === undefined) break;
    if (date === undefined && endsStretch(state, token, i)) {
      if (verbs > 0 || earlier || !goesOn(state, token, i + 1)) break;
      i += 1;
      continue;
    }
    if (verbs > 0 && state.cursor.is(i, "coordinator")) break;
    if (QUOTES.has(token.text)) {
      i += 1;
      continue;
    }
    const verb = smallVerbAt(state, i);
    const infinitive = state.cursor.is(i - 1, "infinitive-marker");
    if (verb === undefined || infinitive || isParticipleBeforeNoun(state, i, verb.end)) {
      earlier ||= isSurelyFinite(last);
      [verbs, last] = [0, []];
      i = Math.max(i + 1, state.itemAt.get(i)?.to ?? 0, date?.to ?? 0);
      continue;
    }
    verbs += 1;
    last = verb.found;
    i = verb.end;
  }
  return { finite: !earlier && last.some(({ features }) => features.has("finite")), verbs };
}

/** "als er A, B und C traf", "als er Güter, darunter Öl, verbot": behind a comma a noun, a name or an insertion goes on. */
function goesOn({ itemAt, cursor, tokens }: ChunkState, { text }: Token, next: number): boolean {
  if (!COMMAS.has(text)) return false;
  if (itemAt.has(next) || startsWithCapital(tokens[next]?.text ?? "")) return true;
  return cursor.is(next, "adposition") && !cursor.is(next, "relative");
}

/** Marks that may stand inside a stretch. */
const QUOTES = new Set(["“", "„", "«", "»", "”", "‘", "’", "‚", '"']);

function endsStretch(state: ChunkState, token: Token, index: number): boolean {
  return token.shape === "mark" && !QUOTES.has(token.text) && !isJoiner(state.tokens, index);
}

/** A verb that is written small, as all verbs are that are no nouns. */
function smallVerbAt(state: ChunkState, index: number): ReturnType<typeof verbsAt> {
  if (state.itemAt.has(index) || startsWithCapital(state.tokens[index]?.text ?? "")) return undefined;
  return verbsAt(state, index);
}

function isSurelyFinite(entries: readonly VerbEntry[]): boolean {
  return entries.length > 0 && entries.every(({ features }) => features.has("finite"));
}

/** "das erwartete Urteil": a form that is also a participle with the ending of an adjective, before a noun. */
function isParticipleBeforeNoun(state: ChunkState, index: number, end: number): boolean {
  return participleWithEnding(state, index) !== undefined && startsNoun(state, end);
}

/**
 * Whether a form that is also a verb is an adjective behind an article: "im gleichen Jahr", "die weiten Felder", but "das
 * sagte der Minister".
 */
export function isAdjectiveForm(state: ChunkState, index: number, found: readonly VerbEntry[]): boolean {
  if (!startsNoun(state, index + 1)) return false;
  if (participleWithEnding(state, index) !== undefined) return true;
  const norm = state.tokens[index]?.norm ?? "";
  const inflected = state.data.language.adjectiveEndings.some((ending) => norm.endsWith(ending));
  return inflected && !found.some(({ features }) => features.has("past"));
}

/** A participle, and whether it tells of who does what the verb says. */
interface Participle {
  readonly entries: readonly VerbEntry[];
  readonly active: boolean;
}

/** The participle that an adjective is made of: angegriffen of "angegriffene", bedrohen of "bedrohende". */
export function participleWithEnding({ cursor, tokens }: ChunkState, index: number): Participle | undefined {
  const token = tokens[index];
  if (token === undefined || token.shape !== "word" || startsWithCapital(token.text)) return undefined;
  const { lexicon } = cursor.pack;
  let participleOf = participles.get(lexicon);
  if (participleOf === undefined)
    participles.set(lexicon, (participleOf = rememberWords((norm) => readParticiple(norm, lexicon))));
  return participleOf(token.norm);
}

/** What the words of a language are the participles of. */
const participles = new WeakMap<Lexicon, (norm: string) => Participle | undefined>();

function readParticiple(norm: string, lexicon: Lexicon): Participle | undefined {
  for (const ending of lexicon.data.language.adjectiveEndings) {
    if (!norm.endsWith(ending)) continue;
    const stem = norm.slice(0, -ending.length);
    const past = readings(lexicon, stem, "participle");
    if (past.length > 0) return { entries: past, active: false };
    if (!stem.endsWith("nd")) continue;
    const present = readings(lexicon, stem.slice(0, -1), "infinitive");
    if (present.length > 0) return { entries: present, active: true };
  }
  return undefined;
}

/** "Aufbauend auf …": a participle of the present at the start of a sentence is no noun, however it is written there. */
export function isLeadingParticiple({ cursor, tokens }: ChunkState, index: number): boolean {
  const token = tokens[index];
  if (
    token === undefined ||
    !token.norm.endsWith("nd") ||
    !tokens.slice(0, index).every(({ shape }) => shape === "mark")
  )
    return false;
  return readings(cursor.pack.lexicon, token.norm.slice(0, -1), "infinitive").length > 0;
}

/** The verbs of which a folded word is a form with a feature. */
function readings(lexicon: Lexicon, norm: string, feature: string): VerbEntry[] {
  return lexicon
    .phrase([norm])
    .flatMap((entry) => (entry.type === "verb" && entry.features.has(feature) ? [entry] : []))
    .toReversed();
}

/** Whether a noun or name stands here, with adjectives before it or none. */
export function startsNoun(state: ChunkState, index: number): boolean {
  for (let i = index; i < state.tokens.length; i += 1) {
    const token = state.tokens[i];
    if (token === undefined || token.shape !== "word") return false;
    if (startsWithCapital(token.text)) return true;
    if (!isInflected(state, i)) return false;
  }
  return false;
}

/** Whether a word has the ending of an adjective before a noun. */
export function isInflected(state: ChunkState, index: number): boolean {
  const { cursor, data } = state;
  const norm = state.tokens[index]?.norm ?? "";
  if (cursor.is(index, "pronoun", "possessive", "determiner", "adposition", "negation", "coordinator")) return false;
  return data.language.adjectiveEndings.some((ending) => norm.endsWith(ending)) || cursor.is(index, "ordinal");
}

/** Whether a word that may open a clause does so here: at the start, behind a break or a coordinator, perhaps with adverbs before it. */
export function standsAtClauseStart(state: ChunkState): boolean {
  if (state.open !== undefined || state.marker !== undefined) return false;
  const before = state.chunks.findLast(
    ({ type }) => type !== "adverb" && type !== "additive" && type !== "hedge" && type !== "negation",
  );
  return (
    before === undefined ||
    before.type === "break" ||
    before.type === "stop" ||
    before.type === "coordinator" ||
    before.type === "quote" ||
    (before.type === "phrase" && before.phrase.date !== undefined)
  );
}

/** Whether a word that names a source and is also an adverb names one: ", so der Minister", without a verb behind it. */
export function isSource(state: ChunkState, index: number, end: number): boolean {
  if (!state.cursor.is(index, "adverb")) return true;
  const named = state.itemAt.has(end) || startsNoun(state, end) || state.cursor.is(end, "determiner");
  return named && standsAtClauseStart(state) && !holdsVerb(state, end);
}

function holdsVerb(state: ChunkState, index: number): boolean {
  for (let i = index; i < state.tokens.length; i += 1) {
    const token = state.tokens[i];
    if (token === undefined || endsStretch(state, token, i)) return false;
    if (smallVerbAt(state, i) !== undefined && !isParticipleBeforeNoun(state, i, i + 1)) return true;
  }
  return false;
}

/**
 * Whether a word that is also an article is a relative pronoun: behind a comma and a noun, where a clause with its verb at
 * the end follows. "…, die Regierung ging": with one noun before its verb it is read as an article.
 */
export function isRelativePronoun(state: ChunkState, index: number, end: number): boolean {
  if (state.open !== undefined) return false;
  const { cursor } = state;
  const previous = state.chunks.at(-1);
  const opened = previous?.type === "break" || previous?.type === "coordinator";
  if (!opened) return false;
  // "hatten Spanien und der Iran vereinbart": behind "und" a relative clause goes on with one that is complete.
  if (previous.type === "coordinator" && state.chunks.at(-2)?.type === "phrase") return false;
  // "der die Wahl untersucht": of two articles the first is none.
  if (cursor.is(index, "determiner") && cursor.is(end, "determiner")) return true;
  const ending = endingOf(state, end);
  if (!ending.finite) return false;
  // An article has its noun behind it, and no second article.
  if (cursor.is(end, "determiner", "possessive", "adposition")) return true;
  if (!startsNoun(state, end) && !state.itemAt.has(end)) return true;
  if (!cursor.is(index, "determiner")) return true;
  const item = state.itemAt.get(end);
  if (item?.reference.type === "pronoun" || item?.possessive === true) return true;
  const before = state.chunks.findLast(({ type }) => type !== "break" && type !== "coordinator");
  if (state.marker !== undefined) return true;
  if (before?.type === "verb" && isSurelyFinite(before.entries)) return false;
  const person = item !== undefined && item.name !== undefined && item.offices.length === 0;
  if (item !== undefined && standsAlone(state, item)) return true;
  const named = before?.type === "phrase" && before.phrase.members.length > 0;
  return person || ending.verbs > 1 || holdsSecondPhrase(state, end, named);
}

/** "Israel, dem Südafrika …": a state or place that has no article cannot stand behind one. */
function standsAlone({ cursor, data, tokens }: ChunkState, { from, to, reference, offices }: MentionItem): boolean {
  if (reference.type !== "known" || offices.length > 0 || to > from + 1) return false;
  if (reference.kind !== KINDS.state && reference.kind !== KINDS.place) return false;
  const norm = tokens[from]?.norm ?? "";
  return cursor.is(from, "state", "place") && !data.words.articleNames.some((name) => fold(name) === norm);
}

/** Whether behind the first noun a phrase of its own follows; one under an adposition may also be tied to that noun. */
function holdsSecondPhrase(state: ChunkState, index: number, orTied: boolean): boolean {
  let nouns = 0;
  for (let i = index; i < state.tokens.length; i += 1) {
    const token = state.tokens[i];
    if (token === undefined || token.shape === "mark") return false;
    if (nouns > 0 && state.cursor.is(i, "adposition")) return orTied;
    if (nouns > 0 && state.cursor.is(i, "determiner", "pronoun", "possessive")) {
      // "die Regierung der Ukraine": a genitive belongs to the noun before it.
      const cases = state.cursor.find(i, "determiner")?.entry.cases;
      return cases?.includes("gen") !== true;
    }
    if (startsWithCapital(token.text)) nouns += 1;
  }
  return false;
}

/** Where the attribute ends that stands between an article and its noun: "die [von Russland angegriffene] Ukraine". */
export function attributeEnd(state: ChunkState, index: number): number | undefined {
  const { cursor } = state;
  const item = state.itemAt.get(index);
  const opens =
    cursor.is(index, "adposition", "determiner", "adverb") ||
    state.dateAt.has(index) ||
    (item !== undefined && item.reference.type === "pronoun" && item.possessive);
  if (!opens || cursor.is(index, "relative") !== cursor.is(index, "determiner")) return undefined;
  for (let i = index; i < Math.min(index + ATTRIBUTE_TOKENS, state.tokens.length); i += 1) {
    const token = state.tokens[i];
    if (token === undefined || (token.shape === "mark" && token.text !== "-")) return undefined;
    const known = state.itemAt.get(i)?.to ?? state.dateAt.get(i)?.to;
    if (known !== undefined && i > index && participleWithEnding(state, i) !== undefined && startsNoun(state, i + 1))
      return i;
    if (known !== undefined) {
      i = Math.max(i, known - 1);
      continue;
    }
    const verb = smallVerbAt(state, i);
    // Behind a noun an adjective closes it too: "das für Umweltschutz zuständige Ministerium".
    const behindNoun = i > index && startsWithCapital(state.tokens[i - 1]?.text ?? "");
    const adjective = participleWithEnding(state, i) !== undefined || (behindNoun && isInflected(state, i));
    if (adjective && startsNoun(state, i + 1)) return i;
    if (verb !== undefined && isSurelyFinite(verb.found)) return undefined;
  }
  return undefined;
}

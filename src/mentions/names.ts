import { fold, isAllCapitals, startsWithCapital } from "../language/fold.ts";
import type { Entry } from "../language/lexicon.ts";
import { isJoiner, type Token } from "../language/tokens.ts";
import type { TokenRange } from "../model/mention.ts";
import type { Cursor } from "../language/cursor.ts";
import type { LanguagePack } from "../language/document.ts";

/** The names of people of one article that are complete, so that a part of one is recognised when it stands alone. */
export interface NameRegistry {
  /** Whether the article names the person of the gazetteer in full. */
  readonly names: (id: string) => boolean;
  /** Whether the folded words are a part of the name of somebody in the article. */
  readonly isPart: (norms: readonly string[]) => boolean;
  /** The folded word without an ending that names may carry, if that makes it a part of a name. */
  readonly stripEnding: (norm: string) => string;
}

/**
 * Makes the registry from complete names, each as its folded words, and the ids of known people among them. Particles
 * alone are no part of a name: the "al" of al-Saadi.
 */
export function createNameRegistry(
  names: readonly (readonly string[])[],
  endings: readonly string[],
  known: ReadonlySet<string> = new Set(),
  particles: ReadonlySet<string> = new Set(),
): NameRegistry {
  const parts = new Set<string>();
  for (const words of names) for (const part of partsOf(words)) if (!particles.has(part)) parts.add(part);
  const stripEnding = (norm: string): string => {
    if (parts.has(norm)) return norm;
    const ending = endings.find((candidate) => norm.endsWith(candidate) && parts.has(norm.slice(0, -candidate.length)));
    return ending === undefined ? norm : norm.slice(0, -ending.length);
  };
  return {
    names: (id) => known.has(id),
    stripEnding,
    isPart: (norms) => {
      const last = norms.at(-1);
      return last !== undefined && parts.has([...norms.slice(0, -1), stripEnding(last)].join(" "));
    },
  };
}

/** A registry that knows no name, and keeps what it is asked. */
export interface EmptyRegistry extends NameRegistry {
  /** Whether another one would have given the same answers, so that whatever was found with this one stands. */
  readonly agreesWith: (other: NameRegistry) => boolean;
}

/** Makes the registry with which a sentence is read before the names of its article are known. */
export function createEmptyRegistry(): EmptyRegistry {
  const ids: string[] = [];
  const names: (readonly string[])[] = [];
  const words: string[] = [];
  return {
    names: (id) => {
      ids.push(id);
      return false;
    },
    isPart: (norms) => {
      names.push(norms);
      return false;
    },
    stripEnding: (norm) => {
      words.push(norm);
      return norm;
    },
    agreesWith: (other) =>
      !ids.some(other.names) && !names.some(other.isPart) && words.every((norm) => other.stripEnding(norm) === norm),
  };
}

/**
 * Complete names without those that are two names side by side: of "Blinken Bilawal" each half is a part of another name.
 */
export function withoutJoined(names: readonly (readonly string[])[]): (readonly string[])[] {
  const distinct = new Map(names.map((words) => [words.join(" "), words]));
  /** For each part of a name the name, or that it is one of several. */
  const holders = new Map<string, string | undefined>();
  for (const [name, words] of distinct) {
    for (const part of partsOf(words))
      holders.set(part, holders.has(part) && holders.get(part) !== name ? undefined : name);
  }
  const isPartOfOther = (words: readonly string[], name: string): boolean => {
    const part = words.join(" ");
    return holders.has(part) && holders.get(part) !== name;
  };
  return [...distinct].flatMap(([name, words]) => {
    const joined =
      !isPartOfOther(words, name) &&
      words.some(
        (_, cut) => cut > 0 && isPartOfOther(words.slice(0, cut), name) && isPartOfOther(words.slice(cut), name),
      );
    return joined ? [] : [words];
  });
}

/** All sequences of words of a name. */
function partsOf(words: readonly string[]): string[] {
  return words.flatMap((_, from) => words.slice(from).map((__, i) => words.slice(from, from + i + 1).join(" ")));
}

/** The longest name that a person carries in a newspaper. */
const LONGEST_NAME = 5;

/** Entries that no name begins with or holds, whatever its capital. */
const CLOSED: ReadonlySet<Entry["type"]> = new Set([
  "determiner",
  "possessive",
  "adposition",
  "relative",
  "subordinator",
  "pronoun",
  "coordinator",
  "complementizer",
  "negation",
  "genitive",
  "subject-marker",
  "object-marker",
  "month",
  "weekday",
  "holiday",
  "not-name",
  "state",
  "demonym",
  "organization",
  "body",
  "office",
  "honorific",
  "additive",
  "infinitive-marker",
] as const);

/** Entries that are common nouns: no part of a name where all nouns have capitals. */
const COMMON: ReadonlySet<Entry["type"]> = new Set([
  "noun",
  "acting-noun",
  "organization-head",
  "topic",
  "counterpart",
  "description",
  "occupation",
  "transparent",
] as const);

/**
 * The tokens of a person's name that starts at `from`: a chain of capitalised words with particles and initials, or,
 * in a script without capitals, of words that no lexicon knows. `undefined` when there is none.
 *
 * A chain that holds two names of the article ends after the first ("… gratulierte Blinken Bilawal …").
 */
export function nameChain(cursor: Cursor, from: number, registry: NameRegistry): TokenRange | undefined {
  if (cursor.titleCase) return titleCaseName(cursor, from, registry);
  const cased = cursor.pack.lexicon.data.language.capitals !== "none";
  let to = from;
  let words = 0;
  for (let i = from; i < cursor.length && words < LONGEST_NAME;) {
    const token = cursor.token(i);
    if (token === undefined || token.shape !== "word" || cursor.inDate(i)) break;
    const particle = cursor.find(i, "name-particle");
    if (particle !== undefined && !(cased && startsWithCapital(token.text) && words === 0)) {
      const behind = cursor.skipJoiner(particle.end);
      const next = cursor.token(behind);
      // al-Islam, al-Iraqi: whatever a hyphen ties to a particle is part of the name.
      const tied = behind > particle.end && next?.shape === "word";
      const goesOn = tied || (next !== undefined && next.shape === "word" && isNameWord(cursor, behind, next, cased));
      if (!goesOn || (cased && !startsWithCapital(next.text))) break;
      if (tied) {
        words += 1;
        to = behind + 1;
      }
      i = tied ? to : behind;
      continue;
    }
    if (!isNameWord(cursor, i, token, cased)) break;
    if (!cased && words > 0 && startsPhrase(cursor, i, words)) break;
    if (words > 0 && (startsAnotherName(cursor, from, i, registry) || startsKnownName(cursor, i, words))) break;
    words += 1;
    i += 1;
    to = i;
    // Bhutto-Zardari: a hyphen joins the next word to the name.
    if (isJoiner(cursor.sentence.tokens, i)) i += 1;
    // Yang Geum-deok: the second half of a given name is written small.
    if (i > to && words > 1 && isUnknownSmall(cursor, i)) {
      i += 1;
      to = i;
    }
  }
  return to > from ? trimmed(cursor, shortest(cursor, { from, to }, registry)) : undefined;
}

/**
 * "Vorgänger Nursultan Nasarbajew", "dass Joe Biden Paris besuchte": where nouns have capitals too, a complete name of a
 * list begins another one, and behind a complete name a place does.
 */
function startsKnownName(cursor: Cursor, index: number, words: number): boolean {
  if (cursor.pack.lexicon.data.language.capitals !== "nouns") return false;
  return (cursor.find(index, "person")?.end ?? 0) > index + 1 || (words > 1 && cursor.is(index, "place"));
}

/** Whether a word has no capital and no list knows it. */
function isUnknownSmall(cursor: Cursor, index: number): boolean {
  const token = cursor.token(index);
  if (token?.shape !== "word" || startsWithCapital(token.text)) return false;
  return cursor.sentence.matches[index]?.length === 0;
}

/** Where no capital shows where a name ends: whether a known phrase begins, which is no name of a person or another's. */
function startsPhrase(cursor: Cursor, index: number, words: number): boolean {
  return (cursor.sentence.matches[index] ?? []).some(({ end, entry }) => {
    if (entry.type === "person") return words > 1 && end > index + 1;
    return entry.type !== "surname" && entry.type !== "given-name";
  });
}

/** In Title Case every word looks like a name: only names that are known from elsewhere are taken for one. */
function titleCaseName(cursor: Cursor, from: number, registry: NameRegistry): TokenRange | undefined {
  const person = cursor.find(from, "person");
  if (person !== undefined) return { from, to: person.end };
  for (let to = Math.min(from + LONGEST_NAME, cursor.length); to > from; to -= 1) {
    const range = { from, to };
    const norms = nameNorms(cursor, range);
    if (norms.length === to - from && registry.isPart(norms)) return range;
  }
  const surname = cursor.find(from, "surname");
  return surname?.entry.alone !== true ? undefined : { from, to: surname.end };
}

/** Where nouns have capitals too, a chain that is no name of the article but begins with one is that one: "Khans Vorwürfe". */
function shortest(cursor: Cursor, chain: TokenRange, registry: NameRegistry): TokenRange {
  if (cursor.pack.lexicon.data.language.capitals !== "nouns" || registry.isPart(nameNorms(cursor, chain))) return chain;
  // A given name is not the whole of one, even where the article has somebody of that last name.
  const given = cursor.is(chain.from, "given-name");
  for (let to = chain.to - 1; to > chain.from; to -= 1) {
    const range = { from: chain.from, to };
    const norms = nameNorms(cursor, range);
    const ends = cursor.token(to - 1)?.shape === "word";
    if (ends && norms.length > (given ? 1 : 0) && registry.isPart(norms)) return range;
  }
  const surname = given ? undefined : cursor.find(chain.from, "surname");
  return surname === undefined ? untilGenitive(cursor, chain) : { from: chain.from, to: surname.end };
}

/** "Jim Furyks Mannschaft": a name of two words or more whose last word carries an ending owns what follows. */
function untilGenitive(cursor: Cursor, chain: TokenRange): TokenRange {
  const endings = cursor.pack.lexicon.data.language.nameEndings.filter((ending) => ending !== "");
  for (let i = chain.from + 1; i < chain.to - 1; i += 1) {
    const token = cursor.token(i);
    if (
      token?.shape === "word" &&
      // Juan Manuel Santos
      !cursor.is(i, "given-name") &&
      !isJoiner(cursor.sentence.tokens, i + 1) &&
      endings.some((ending) => token.norm.endsWith(ending))
    )
      return { from: chain.from, to: i + 1 };
  }
  return chain;
}

/** A chain of words in a script without capitals that does not end where a name can: its first words alone are the name. */
function trimmed(cursor: Cursor, chain: TokenRange): TokenRange {
  if (cursor.pack.lexicon.data.language.capitals !== "none" || endsName(cursor, chain.to)) return chain;
  return { from: chain.from, to: Math.min(chain.to, chain.from + (cursor.is(chain.from, "given-name") ? 2 : 1)) };
}

/** What a name can end before in a script without capitals: a marker of case, an adposition, what begins another phrase. */
const BEHIND_NAME: ReadonlySet<Entry["type"]> = new Set([
  "subject-marker",
  "object-marker",
  "genitive",
  "adposition",
  "coordinator",
  "additive",
  "pronoun",
  "determiner",
  "adverb",
  "complementizer",
  "subordinator",
  "relative",
  "negation",
] as const);

/** Whether a name can end before the index in a script without capitals: also before a mark or a date. */
export function endsName(cursor: Cursor, index: number): boolean {
  const next = cursor.token(index);
  return next === undefined || next.shape === "mark" || cursor.inDate(index) || cursor.isIn(index, BEHIND_NAME);
}

function isNameWord(cursor: Cursor, index: number, token: Token, cased: boolean): boolean {
  if (cased) {
    if (!startsWithCapital(token.text)) return false;
    if (isAllCapitals(token.text) && token.text.length > 1 && token.text.length < 4) return false;
    const { capitals } = cursor.pack.lexicon.data.language;
    if (index === 0 && isCommonWord(cursor, index)) return false;
    if (endsAsNoun(cursor, token)) return false;
    return !cursor.isIn(index, CLOSED) && !(capitals === "nouns" && cursor.isIn(index, COMMON));
  }
  // What a list knows is no name, unless it knows it as one.
  return (cursor.sentence.matches[index] ?? []).every(({ end, entry }) => end !== index + 1 || isNameEntry(entry));
}

const nounPatterns = new WeakMap<LanguagePack, RegExp>();

/** Whether a word is a common noun by its ending, in a language that says which are. */
function endsAsNoun({ pack }: Cursor, { norm }: Token): boolean {
  const { nounPattern } = pack.lexicon.data.language;
  if (nounPattern === undefined) return false;
  let pattern = nounPatterns.get(pack);
  if (pattern === undefined) nounPatterns.set(pack, (pattern = new RegExp(nounPattern, "u")));
  return pattern.test(norm);
}

/** Whether a list knows a word, and not as a name: its capital may be that of the sentence. */
function isCommonWord(cursor: Cursor, index: number): boolean {
  const known = (cursor.sentence.matches[index] ?? []).filter(({ end }) => end === index + 1);
  return known.length > 0 && !known.some(({ entry }) => isNameEntry(entry) || entry.type === "name-particle");
}

const COMMON_BESIDE_HEADS: ReadonlySet<Entry["type"]> = new Set(
  [...COMMON].filter((type) => type !== "organization-head"),
);

/** Whether a list knows a word as a common noun, other than one at the head of names of organizations. */
export function isCommonNoun(cursor: Cursor, index: number): boolean {
  return cursor.isIn(index, COMMON_BESIDE_HEADS);
}

/** Whether a list knows a word as a part of a person's name. */
export function isNameEntry({ type }: Entry): boolean {
  return type === "given-name" || type === "surname" || type === "person";
}

/** Whether the words so far are a name of the article and the next begins another one. */
function startsAnotherName(cursor: Cursor, from: number, at: number, registry: NameRegistry): boolean {
  const norms = (start: number, end: number): string[] =>
    cursor.sentence.tokens
      .slice(start, end)
      .filter((token) => token.shape === "word")
      .map((token) => token.norm);
  const next = cursor.token(at);
  if (next === undefined) return false;
  return registry.isPart(norms(from, at)) && registry.isPart([next.norm]) && !registry.isPart(norms(from, at + 1));
}

/** The text of a name: its tokens as they stand, joined as they were, without an ending of the case. */
export function nameText(cursor: Cursor, range: TokenRange, registry: NameRegistry): string {
  const first = cursor.token(range.from);
  const last = cursor.token(range.to - 1);
  if (first === undefined || last === undefined) return "";
  const text = cursor.sentence.tokens
    .slice(range.from, range.to)
    .map((token, i) => (i === 0 || token.glued ? token.text : ` ${token.text}`))
    .join("");
  const known = registry.stripEnding(last.norm);
  const stripped = known === last.norm ? withoutGenitive(cursor, range, last.norm) : known;
  return stripped === last.norm ? text : text.slice(0, text.length - (fold(last.text).length - stripped.length));
}

/** Letters of a last name that are left when its ending is taken off. */
const SHORTEST_STEM = 4;

/** "Angela Merkels Rede": where all nouns have capitals, a name of two words directly before a noun carries the ending of the genitive. */
function withoutGenitive(cursor: Cursor, { from, to }: TokenRange, norm: string): string {
  const { capitals, nameEndings } = cursor.pack.lexicon.data.language;
  const next = cursor.token(to);
  if (capitals !== "nouns" || to < from + 2 || next?.shape !== "word" || !startsWithCapital(next.text)) return norm;
  if (cursor.is(to - 1, "given-name")) return norm;
  const ending = nameEndings.find((one) => one !== "" && norm.endsWith(one));
  const stem = ending === undefined ? norm : norm.slice(0, -ending.length);
  return stem.length < SHORTEST_STEM || stem.endsWith("s") ? norm : stem;
}

/** The folded words of a name. */
export function nameNorms(cursor: Cursor, range: TokenRange): string[] {
  return cursor.sentence.tokens
    .slice(range.from, range.to)
    .filter((token) => token.shape === "word")
    .map((token) => token.norm);
}

import type { Cursor } from "../language/cursor.ts";
import type { Sentence } from "../language/document.ts";
import { fold, startsWithCapital } from "../language/fold.ts";
import type { EntryOf, Match } from "../language/lexicon.ts";
import { isJoiner } from "../language/tokens.ts";
import { KINDS } from "../model/kinds.ts";
import type { Reference, TokenRange } from "../model/mention.ts";
import { isCommonNoun, isNameEntry } from "./names.ts";

/** A name that an article gives to an organization: one that no list holds, or an abbreviation of its own for a known one. */
export interface OrganizationName {
  /** The words of the name, folded; one for an abbreviation. */
  readonly norms: readonly string[];
  /** The abbreviation to the letter, since folded it is often another word. */
  readonly exact: string | undefined;
  readonly entry: EntryOf<"organization">;
}

/** An abbreviation as it stands in brackets: BDI, KfW, AUKUS. */
const ABBREVIATION = /^\p{Lu}[\p{L}&]*\p{Lu}[\p{L}]?$/u;
const LONGEST_ABBREVIATION = 8;
const LONGEST_NAME = 9;
const LONGEST_UNCASED = 5;

/** What an entry of an organization refers to. */
export function organizationReference({ id, name, partOf }: EntryOf<"organization">): Reference {
  return name === undefined
    ? { type: "known", kind: KINDS.organization, id: `org:${id}` }
    : { type: "name", kind: KINDS.organization, text: name, ...(partOf === undefined ? {} : { partOf }) };
}

/**
 * The names that a sentence gives to organizations: by the noun at their head ("Green Belt Movement", "Bank of
 * Somewhere"), and by an abbreviation in brackets behind them, whose letters are those of the words.
 */
export function organizationsIn(cursor: Cursor): OrganizationName[] {
  if (cursor.titleCase) return [];
  const found: OrganizationName[] = [];
  for (let i = 0; i < cursor.length;) {
    const part = partNamed(cursor, i);
    const known = part === undefined ? cursor.find(i, "organization") : undefined;
    const range = part ?? (known === undefined ? nameFrom(cursor, i) : { from: i, to: known.end });
    if (range === undefined) {
      i += 1;
      continue;
    }
    const entry = known?.entry ??
      bracketed(cursor, range.to) ?? {
        type: "organization" as const,
        id: "",
        name: textOf(cursor, range),
        ...(part === undefined ? {} : { partOf: `org:${cursor.find(i, "organization")?.entry.id ?? ""}` }),
      };
    if (known === undefined) found.push({ norms: normsOf(cursor, range), exact: undefined, entry });
    const short = abbreviationAt(cursor, range.to) ?? ownAbbreviation(cursor, range);
    if (short !== undefined) found.push({ norms: [fold(short)], exact: short, entry });
    i = range.to;
  }
  return found;
}

/** The names that an article gives to organizations, by their first word. */
export type OrganizationNames = ReadonlyMap<string, readonly OrganizationName[]>;

export function byFirstWord(names: readonly OrganizationName[]): OrganizationNames {
  const index = new Map<string, OrganizationName[]>();
  for (const name of names) {
    const [first] = name.norms;
    if (first === undefined) continue;
    const list = index.get(first);
    if (list === undefined) index.set(first, [name]);
    else list.push(name);
  }
  return index;
}

/** The sentence with what the article calls organizations as entries of its tokens, before all others. */
export function withOrganizations(sentence: Sentence, names: OrganizationNames): Sentence {
  const { tokens } = sentence;
  if (names.size === 0 || !tokens.some(({ norm }) => names.has(norm))) return sentence;
  const matchesAt = (from: number): Match[] =>
    (names.get(tokens[from]?.norm ?? "") ?? []).flatMap(({ norms, exact, entry }) => {
      let at = from;
      for (const norm of norms) {
        if (at > from && isJoiner(tokens, at)) at += 1;
        if (tokens[at]?.norm !== norm || (exact !== undefined && tokens[at]?.text !== exact)) return [];
        at += 1;
      }
      return [{ end: at, entry, type: entry.type }];
    });
  const matches = sentence.matches.map((own, i) => {
    const given = matchesAt(i);
    return given.length === 0 ? own : [...given.sort((a, b) => b.end - a.end), ...own];
  });
  return { ...sentence, matches };
}

/** Most words between an organization and the noun for a part of it. */
const MOST_BETWEEN = 5;

/** "U.N. sanctions monitoring team", "UN-Beobachtermission": a known organization whose name leads a noun for a part of it. */
function partNamed(cursor: Cursor, from: number): TokenRange | undefined {
  const whole = cursor.find(from, "organization");
  if (whole?.entry.hasParts !== true) return undefined;
  const { language } = cursor.pack.lexicon.data;
  const { tokens } = cursor.sentence;
  const genitive = cursor.find(whole.end, "genitive");
  // Where nouns have capitals and are joined, the part stands behind a hyphen; where capitals are none, behind a genitive.
  if (
    language.capitals === "nouns"
      ? !isJoiner(tokens, whole.end)
      : (language.capitals === "none") !== (genitive !== undefined)
  )
    return undefined;
  const start = genitive?.end ?? cursor.skipJoiner(whole.end);
  for (let i = start; i <= start + (language.capitals === "nouns" ? 0 : MOST_BETWEEN); i += 1) {
    const part = cursor.find(i, "organization-part");
    const longer = cursor.find(i, "noun");
    if (part !== undefined && (longer?.end ?? 0) <= part.end) {
      // "the UN mission statement": a noun behind it is what is spoken of.
      return cursor.is(part.end, "organization-part") ? undefined : { from, to: part.end };
    }
    if (endsWithPart(cursor, i)) return { from, to: i + 1 };
    if (!canStandBetween(cursor, i)) return undefined;
  }
  return undefined;
}

/** "Beobachtermission": a compound whose last part is a noun for a part of an organization. */
function endsWithPart(cursor: Cursor, index: number): boolean {
  const { language, references } = cursor.pack.lexicon.data;
  const norm = cursor.token(index)?.norm ?? "";
  return (
    language.compounds &&
    references.organizationParts.some((part) => norm.endsWith(fold(part)) && norm.length > part.length + 2)
  );
}

function canStandBetween(cursor: Cursor, index: number): boolean {
  const token = cursor.token(index);
  if (token?.shape !== "word" || cursor.inDate(index)) return isJoiner(cursor.sentence.tokens, index);
  if (cursor.is(index, "coordinator")) return !startsWithCapital(cursor.token(index + 1)?.text ?? "");
  if (cursor.isIn(index, BOUNDARIES)) return false;
  const verbs = (cursor.sentence.matches[index] ?? []).filter(({ type }) => type === "verb");
  const finite = verbs.some(({ entry }) => entry.type === "verb" && !entry.features.has("gerund"));
  return !finite || cursor.is(index, "noun");
}

/** What parts phrases: nothing of it stands in a name. */
const BOUNDARIES: ReadonlySet<Match["type"]> = new Set([
  "determiner",
  "possessive",
  "adposition",
  "pronoun",
  "complementizer",
  "relative",
  "subordinator",
  "genitive",
  "subject-marker",
  "object-marker",
  "negation",
  "office",
  "person",
  "state",
  "organization",
  "acting-noun",
] as const);

function nameFrom(cursor: Cursor, from: number): TokenRange | undefined {
  return cursor.pack.lexicon.data.language.capitals === "none"
    ? uncasedName(cursor, from)
    : (namedByHead(cursor, from) ?? namedByLetters(cursor, from));
}

/** Whether a word can stand in the name of an organization: with a capital, and no noun where all of them have one. */
function isCapitalWord(cursor: Cursor, index: number): boolean {
  const token = cursor.token(index);
  if (token?.shape !== "word" || !startsWithCapital(token.text) || cursor.inDate(index)) return false;
  if (
    cursor.is(index, "determiner", "pronoun", "honorific", "weekday", "month", "complementizer", "relative", "verb")
  ) {
    return index > 0 && !cursor.is(index, "determiner", "pronoun", "honorific", "weekday", "month", "relative");
  }
  return (
    index > 0 || !cursor.is(index, "adposition", "adverb", "subordinator", "coordinator", "former", "coming", "source")
  );
}

const isHead = (cursor: Cursor, index: number): boolean =>
  cursor.is(index, "organization-head") && startsWithCapital(cursor.token(index)?.text ?? "");

/** "Kachin Independence Army", "Confederation of British Industry": capitals up to a head, and what it is the head of. */
function namedByHead(cursor: Cursor, from: number): TokenRange | undefined {
  if (!isCapitalWord(cursor, from) || isOwner(cursor, from)) return undefined;
  const nouns = cursor.pack.lexicon.data.language.capitals === "nouns";
  let head: number | undefined;
  let i = from;
  while (i < cursor.length && i - from < LONGEST_NAME && isCapitalWord(cursor, i)) {
    if (isHead(cursor, i) && fitsHead(cursor, i, from)) head = i;
    else if (nouns && isCommonNoun(cursor, i)) break;
    i += 1;
    const genitive = cursor.find(i, "genitive");
    if (genitive !== undefined && isCapitalWord(cursor, genitive.end)) i = genitive.end;
    else if (cursor.token(i)?.text === "&" || isJoiner(cursor.sentence.tokens, i)) i += 1;
  }
  if (head === undefined) return undefined;
  const before = { from, to: head + 1 };
  const whole = { from, to: tailOf(cursor, head) };
  if (whole.to > before.to && !isBodyOf(cursor, whole)) return isListed(cursor, whole) ? undefined : whole;
  return isSpecific(cursor, before) && !isListed(cursor, before) ? before : undefined;
}

/** "Indonesia's Disaster Agency": who owns an organization is no part of its name. */
function isOwner(cursor: Cursor, index: number): boolean {
  const known = cursor.find(index, "state", "place", "person", "organization");
  if (known !== undefined) return cursor.is(known.end, "genitive");
  return isUnknown(cursor, index) && cursor.is(index + 1, "genitive");
}

/** Whether an adjective stands before a head in a language whose adjectives have endings: Hoher Rat, but not Mays Partei. */
function fitsHead(cursor: Cursor, head: number, from: number): boolean {
  const { language, references } = cursor.pack.lexicon.data;
  const { capitals, adjectiveEndings } = language;
  const { organizationHeads } = references;
  if (capitals !== "nouns" || head === from || !organizationHeads.includes(cursor.token(head)?.text ?? "")) return true;
  const before = cursor.token(head - 1)?.norm ?? "";
  return adjectiveEndings.some((ending) => ending !== "" && before.endsWith(ending));
}

/** Where the name ends that goes on behind a head: "Confederation | of British Industry". */
function tailOf(cursor: Cursor, head: number): number {
  const { words, language } = cursor.pack.lexicon.data;
  const adposition = cursor.find(head + 1, "adposition");
  const marked =
    adposition !== undefined &&
    (words.possessorMarkers.includes(adposition.entry.id) ||
      (words.holderMarkers.includes(adposition.entry.id) &&
        !cursor.is(cursor.find(adposition.end, "determiner")?.end ?? adposition.end, "state", "place", "person")));
  const article = cursor.find(marked ? adposition.end : head + 1, "determiner");
  const genitive = article?.entry.cases?.includes("gen") === true;
  if (!marked && !genitive) return head + 1;
  let i = article?.end ?? adposition?.end ?? head + 1;
  // Where all nouns have capitals, an adjective that has one shows that the words are a name: der Deutschen Industrie.
  if (language.capitals === "nouns" && !(cursor.is(i, "demonym") && startsWithCapital(cursor.token(i)?.text ?? "")))
    return head + 1;
  let end = head + 1;
  while (i < cursor.length && isCapitalWord(cursor, i) && i - head < LONGEST_NAME) {
    end = i + 1;
    i = cursor.find(end, "genitive")?.end ?? (isJoiner(cursor.sentence.tokens, end) ? end + 1 : end);
    const and = cursor.find(i, "coordinator");
    if (and !== undefined && isCapitalWord(cursor, and.end) && !cursor.is(and.end, "state", "person")) i = and.end;
  }
  return end;
}

/**
 * Whether words before a head say more than whose it is. Of a body that every state has they must say more than where:
 * "Kabul Police" is the police in Kabul; where all nouns have capitals, one word may be no more than that either.
 */
function isSpecific(cursor: Cursor, { from, to }: TokenRange): boolean {
  const common = cursor.is(to - 1, "body");
  const needed = common && cursor.pack.lexicon.data.language.capitals === "nouns" ? 2 : 1;
  let specific = 0;
  for (let i = from; i < to - 1; i += 1) {
    const general = (cursor.sentence.matches[i] ?? []).find(
      ({ end, entry }) =>
        end <= to &&
        (["body", "state", "demonym", "people"].includes(entry.type) || (common && entry.type === "place")),
    );
    if (general !== undefined) i = general.end - 1;
    else if (cursor.token(i)?.shape === "word" && !isHead(cursor, i) && !cursor.is(i, "genitive", "office"))
      specific += 1;
  }
  return specific >= needed;
}

/** "Ministry of Defence of Ukraine", "Bank of Russia": a body of a state, or a head of which only the state is said. */
function isBodyOf(cursor: Cursor, { from, to }: TokenRange): boolean {
  const body = cursor.find(from, "body");
  for (let i = body?.end ?? from + 1; i < to; i += 1) {
    if (startsWithCapital(cursor.token(i)?.text ?? "") && !cursor.is(i, "state", "demonym")) return false;
  }
  return body !== undefined;
}

/** Whether a list holds the words as something else: a place, a person, an office, a topic. */
function isListed(cursor: Cursor, { from, to }: TokenRange): boolean {
  const types = ["organization", "place", "person", "state", "body", "office", "topic", "not-name"] as const;
  for (let i = from; i < to; i += 1) {
    if (cursor.is(i, "thing-head") && !isHead(cursor, i)) return true;
    const known = cursor.find(i, ...types);
    if (known !== undefined && known.end >= to && known.end > i + 1) return true;
  }
  return false;
}

/** "Free Syrian Army (FSA)": capitals whose first letters are those in the brackets behind them. */
function namedByLetters(cursor: Cursor, from: number): TokenRange | undefined {
  if (!isCapitalWord(cursor, from)) return undefined;
  let letters = "";
  for (let i = from; i < cursor.length && i - from < LONGEST_NAME; i += 1) {
    const token = cursor.token(i);
    if (token?.shape !== "word") {
      if (!isJoiner(cursor.sentence.tokens, i)) return undefined;
      continue;
    }
    if (cursor.is(i, "verb") && !startsWithCapital(token.text)) return undefined;
    if (startsWithCapital(token.text)) letters += token.text.charAt(0);
    const short = abbreviationAt(cursor, i + 1);
    if (short === undefined) continue;
    const range = { from, to: i + 1 };
    return letters.length > 1 && letters === short.toUpperCase() && !isListed(cursor, range) ? range : undefined;
  }
  return undefined;
}

/** A known organization in brackets behind a name is the one that the name means: "… Pharmaceutical Group (Sinopharm)". */
function bracketed(cursor: Cursor, index: number): EntryOf<"organization"> | undefined {
  const known = cursor.token(index)?.text === "(" ? cursor.find(index + 1, "organization") : undefined;
  return known !== undefined && cursor.token(known.end)?.text === ")" ? known.entry : undefined;
}

/** The abbreviation in brackets at the index. */
function abbreviationAt(cursor: Cursor, index: number): string | undefined {
  const inside = cursor.token(index + 1);
  if (cursor.token(index)?.text !== "(" || cursor.token(index + 2)?.text !== ")" || inside?.shape !== "word")
    return undefined;
  const { text } = inside;
  if (cursor.is(index + 1, "organization", "state")) return undefined;
  return ABBREVIATION.test(text) && text.length <= LONGEST_ABBREVIATION ? text : undefined;
}

/** The abbreviation behind a name that is also another's, where its letters are those of the name: "Rapid Support Forces (RSF)". */
function ownAbbreviation(cursor: Cursor, { from, to }: TokenRange): string | undefined {
  const inside = cursor.token(to + 1);
  if (cursor.token(to)?.text !== "(" || cursor.token(to + 2)?.text !== ")" || inside === undefined) return undefined;
  const words = cursor.sentence.tokens.slice(from, to).filter(({ text }) => startsWithCapital(text));
  const letters = words.map(({ text }) => text.charAt(0)).join("");
  return letters.length > 1 && letters === inside.text ? letters : undefined;
}

/** Without capitals: a place, a state or a name before words that hardly stand elsewhere, up to a head. */
function uncasedName(cursor: Cursor, from: number): TokenRange | undefined {
  let shown = false;
  for (let i = from; i < cursor.length && i - from < LONGEST_UNCASED; i += 1) {
    if (cursor.token(i)?.shape !== "word") return undefined;
    if (i > from && shown && cursor.is(i, "organization-head")) {
      const range = { from, to: i + 1 };
      return isListed(cursor, range) ? undefined : range;
    }
    const word = cursor.is(i, "organization-word");
    shown ||= word;
    if (!word && !cursor.is(i, "state", "demonym", "place") && !isUnknown(cursor, i)) return undefined;
  }
  return undefined;
}

function isUnknown(cursor: Cursor, index: number): boolean {
  return (cursor.sentence.matches[index] ?? []).every(({ end, entry }) => end > index + 1 || isNameEntry(entry));
}

function normsOf(cursor: Cursor, { from, to }: TokenRange): string[] {
  const { tokens } = cursor.sentence;
  return tokens.slice(from, to).flatMap(({ norm }, i) => (isJoiner(tokens, from + i) ? [] : [norm]));
}

function textOf(cursor: Cursor, { from, to }: TokenRange): string {
  return cursor.sentence.tokens
    .slice(from, to)
    .map((token, i) => (i === 0 || token.glued ? token.text : ` ${token.text}`))
    .join("");
}

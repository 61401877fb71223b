import type { Cursor } from "../language/cursor.ts";
import { startsWithCapital } from "../language/fold.ts";
import type { LanguagePack } from "../language/document.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem, TokenRange } from "../model/mention.ts";
import { endsName, isNameEntry, nameNorms, type NameRegistry } from "./names.ts";

/** How far behind a name the noun of an apposition stands, in tokens. */
const APPOSITION_REACH = 6;
const OLDEST = 120;
const QUOTES = /^["“”„«»‘’‚']$/u;

/**
 * Whether something shows that a chain of words names a person. A word is not a person only because it has a capital: a
 * complete name elsewhere in the article, a given name, a family name, what is said of it or what it says has to show it.
 */
export function isPerson(
  cursor: Cursor,
  chain: TokenRange,
  registry: NameRegistry,
  before: MentionItem | undefined,
): boolean {
  const norms = nameNorms(cursor, chain);
  if (registry.isPart(norms)) return norms.length > 1 || !isInsideName(cursor, chain.from);
  if (norms.length < 2 || isThing(cursor, chain) || isQuotedWork(cursor, chain)) return false;
  if (holdsName(cursor, chain)) return false;
  return (
    isNameOfPerson(cursor, chain) ||
    (cursor.is(chain.from - 1, "people") && !cursor.is(chain.from - 1, "demonym")) ||
    isApposed(cursor, chain, before) ||
    isNamedTo(cursor, chain) ||
    (speaks(cursor, chain) && isUnknown(cursor, chain))
  );
}

/** Whether the word before belongs to the same name: Trump in "Ivanka Trump" is not the one whom the name alone means. */
export function isInsideName(cursor: Cursor, index: number): boolean {
  const before = cursor.token(index - 1);
  if (before?.shape !== "word" || !startsWithCapital(before.text)) return false;
  if (cursor.is(index - 1, "given-name")) return true;
  const { capitals } = cursor.pack.lexicon.data.language;
  return capitals === "names" && index > 1 && (cursor.sentence.matches[index - 1] ?? []).length === 0;
}

/** "Pilot Neil Armstrong": where all nouns have capitals, a name begins with its given name. */
function holdsName(cursor: Cursor, { from, to }: TokenRange): boolean {
  if (cursor.pack.lexicon.data.language.capitals !== "nouns" || cursor.is(from, "given-name")) return false;
  for (let i = from + 1; i < to - 1; i += 1) if (cursor.is(i, "given-name")) return true;
  return false;
}

/** A given name before, or a family name behind; without capitals both have to stand where a name can end. */
function isNameOfPerson(cursor: Cursor, { from, to }: TokenRange): boolean {
  const given = cursor.is(from, "given-name");
  const last = (cursor.sentence.matches[to - 1] ?? []).some(({ end, entry }) => end === to && entry.type === "surname");
  if (cursor.pack.lexicon.data.language.capitals !== "none") return given || last;
  return (given || last) && to - from <= UNCASED_WORDS && endsName(cursor, to);
}

const UNCASED_WORDS = 4;

/** Jordan Bridge, Nobel Prize: a name whose last word, or the word behind it, says that it is no person. */
export function isThing(cursor: Cursor, { from, to }: TokenRange): boolean {
  for (let i = from + 1; i <= to; i += 1) {
    const token = cursor.token(i);
    if (token === undefined || (i === to && (token.shape !== "word" || !startsWithCapital(token.text)))) continue;
    if (cursor.is(i, "organization-head", "thing-head")) return true;
  }
  return false;
}

/** “Billie Jean”: what fills a pair of quotation marks is a work. */
function isQuotedWork(cursor: Cursor, { from, to }: TokenRange): boolean {
  const [before, behind] = [cursor.token(from - 1), cursor.token(to)];
  return before !== undefined && behind !== undefined && QUOTES.test(before.text) && QUOTES.test(behind.text);
}

/** Letters before a capital within a name: McCain, DeSantis. More of them are two words that lost their space. */
const GLUED = /\p{L}{3}\p{Ll}\p{Lu}/u;

/** Whether no list knows a word of the chain as a common one: "Lehman Brothers said", but not "Green Energy said". */
function isUnknown(cursor: Cursor, { from, to }: TokenRange): boolean {
  if (cursor.sentence.tokens.slice(from, to).some(({ text }) => GLUED.test(text))) return false;
  return cursor.sentence.matches.slice(from, to).every((matches) => matches.every(({ entry }) => isNameEntry(entry)));
}

const reportingVerbs = new WeakMap<LanguagePack, ReadonlySet<string>>();

/** Whether the index is at a verb of saying. */
function isReport(cursor: Cursor, index: number): boolean {
  const { pack } = cursor;
  let lemmas = reportingVerbs.get(pack);
  if (lemmas === undefined) {
    lemmas = new Set(pack.lexicon.data.reporting.verbs.map(({ lemma }) => lemma));
    reportingVerbs.set(pack, lemmas);
  }
  const known = lemmas;
  return (cursor.sentence.matches[index] ?? []).some(({ entry }) => entry.type === "verb" && known.has(entry.lemma));
}

/**
 * "…, Greta Thunberg said", "…, said Greta Thunberg". Behind an article or number stands no name: "48 Stunden Zeit", "dem
 * Großen Basar".
 */
function speaks(cursor: Cursor, { from, to }: TokenRange): boolean {
  if (cursor.pack.lexicon.data.language.capitals === "none") return false;
  if (cursor.is(from - 1, "determiner") || cursor.token(from - 1)?.shape === "number") return false;
  return (isReport(cursor, to) && !cursor.is(from - 1, "adposition")) || isReport(cursor, from - 1);
}

/** "elected Succes Masra as prime minister", "named Succes Masra prime minister": who is to hold an office is a person. */
function isNamedTo(cursor: Cursor, chain: TokenRange): boolean {
  const { words, language } = cursor.pack.lexicon.data;
  if (language.capitals === "none" || !isUnknown(cursor, chain) || cursor.is(chain.from - 1, "determiner"))
    return false;
  const marker = cursor.find(chain.to, "adposition");
  if (marker === undefined) {
    const office = cursor.is(chain.from - 1, "verb") ? cursor.find(chain.to, "office") : undefined;
    return office !== undefined && (closes(cursor, office.end) || cursor.is(office.end, "adposition", "coordinator"));
  }
  const { id } = marker.entry;
  if (!words.predicateMarkers.includes(id) && !words.resultMarkers.includes(id)) return false;
  let at = marker.end;
  while (cursor.is(at, "determiner", "possessive", "former", "acting", "ordinal", "adjective")) at += 1;
  return cursor.is(at, "office");
}

/** A name in apposition: "The ambassador, Michael McFaul, …", "Jane Goodall, 87, …", "Ratan Tata, head of …". */
function isApposed(cursor: Cursor, { from, to }: TokenRange, before: MentionItem | undefined): boolean {
  const titled = before?.reference.type === "office" || before?.reference.type === "counterpart";
  if (titled && commaBehind(cursor, before.to) === from - 1 && closes(cursor, to)) return true;
  const opens = cursor.token(to)?.text;
  if (opens !== "," && opens !== "(") return false;
  const next = cursor.token(to + 1);
  if (next?.shape === "number") return Number(next.text) <= OLDEST && closes(cursor, to + 2);
  const role = cursor.find(to + 1, "relative")?.entry.role;
  return opens === "," && (role === "subject" || role === "object" || isDescribed(cursor, to + 1));
}

/** Most words of whose an office is, where no list knows them: "der Kommandeur der Gruppe, …". */
const OWNER_WORDS = 4;

/** Index of the comma behind an office; whose it is, and an abbreviation in brackets, may stand between. */
export function commaBehind(cursor: Cursor, index: number): number | undefined {
  const { words } = cursor.pack.lexicon.data;
  const isComma = (at: number): boolean => cursor.token(at)?.text === "," || cursor.token(at)?.text === "،";
  const pastBrackets = (at: number): number =>
    cursor.token(at)?.text === "(" && cursor.token(at + 2)?.text === ")" ? at + 3 : at;
  if (isComma(pastBrackets(index))) return pastBrackets(index);
  const marker = cursor.find(index, "adposition");
  const marked = marker !== undefined && words.possessorMarkers.includes(marker.entry.id);
  const article = cursor.find(marked ? marker.end : index, "determiner");
  if (!marked && article?.entry.cases?.includes("gen") !== true) return undefined;
  for (let at = article?.end ?? marker?.end ?? index, count = 0; count <= OWNER_WORDS; at += 1, count += 1) {
    if (count > 0 && isComma(pastBrackets(at))) return pastBrackets(at);
    if (cursor.token(at)?.shape !== "word" || cursor.is(at, "determiner", "relative", "coordinator")) return undefined;
    if (cursor.is(at, "verb") && !cursor.is(at, "noun", "description")) return undefined;
  }
  return undefined;
}

function closes(cursor: Cursor, index: number): boolean {
  const next = cursor.token(index);
  return next === undefined || next.shape === "mark";
}

/** Whether words behind a comma say what the person before it is, and end at a mark, or have no article. */
function isDescribed(cursor: Cursor, start: number): boolean {
  let person = false;
  for (let i = start; i < cursor.length; i += 1) {
    const noun = cursor.find(i, "office", "occupation", "counterpart");
    const described =
      noun ?? (cursor.find(i, "description")?.entry.kind === KINDS.person ? cursor.find(i, "description") : undefined);
    if (described !== undefined) {
      person = true;
      i = described.end - 1;
      continue;
    }
    if (closes(cursor, i)) return person;
    if (isReport(cursor, i)) return person && !cursor.is(start, "determiner");
    if (!person && i - start >= APPOSITION_REACH) return false;
  }
  return person;
}

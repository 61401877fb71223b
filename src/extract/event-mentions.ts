import type { LanguagePack, Sentence } from "../language/document.ts";
import type { DateExpression } from "../language/dates.ts";
import { fold } from "../language/fold.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Span } from "../model/text.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import type { Clause, Phrase } from "./parse.ts";

type EventNoun = LanguageData["events"]["nouns"][number];

/** The event nouns of a language by lemma. */
export interface EventRules {
  readonly byNoun: ReadonlyMap<string, EventNoun>;
  readonly topicMarkers: ReadonlySet<string>;
  readonly placeMarkers: ReadonlySet<string>;
  readonly takePlace: ReadonlySet<string>;
}

export function eventRulesOf(data: LanguageData): EventRules {
  return {
    byNoun: new Map(data.events.nouns.flatMap((row) => row.nouns.map((noun) => [noun, row] as const))),
    topicMarkers: new Set(data.events.topicMarkers),
    placeMarkers: new Set(data.events.placeMarkers),
    takePlace: new Set(data.events.takePlace),
  };
}

/** An event as one noun phrase tells it. */
export interface EventMention extends Span {
  readonly type: string;
  readonly phrase: Phrase;
  /** The words that name it, where they say more than its type: "Second Global Covid Summit". */
  readonly name: string | undefined;
  /** Whether it is written as a name: "Munich Security Conference". */
  readonly proper: boolean;
  readonly topic: readonly string[];
  readonly ordinal: number | undefined;
  readonly medium: string | undefined;
  readonly dates: readonly DateExpression[];
  readonly places: readonly MentionItem[];
  /** Whether the noun needs more to be an event of its own. */
  readonly generic: boolean;
}

/** Reads an event off a phrase whose head is an event noun, with the phrases around it that belong to it. */
export function eventMention(
  phrase: Phrase,
  clause: Clause,
  sentence: Sentence,
  pack: LanguagePack,
  rules: EventRules,
): EventMention | undefined {
  const noun = phrase.nouns.find(({ lemma }) => rules.byNoun.has(lemma));
  const row = noun === undefined ? undefined : rules.byNoun.get(noun.lemma);
  if (noun === undefined || row === undefined || phrase.members.length > 0) return undefined;
  const around =
    pack.lexicon.data.language.adpositions === "before"
      ? phrasesBehind(phrase, clause, rules)
      : phrasesBeforeLinker(phrase, clause, sentence);
  const topical = around.filter(({ marker }) => marker !== undefined && rules.topicMarkers.has(marker));
  const inName = [phrase, ...topical];
  const from = Math.min(...inName.map((part) => part.from));
  const to = Math.max(...inName.map((part) => part.to));
  const entries = sentence.matches
    .slice(from, to)
    .flatMap((matches, i) => matches.filter(({ end }) => end + 0 <= to && i >= 0).map(({ entry }) => entry));
  const own = sentence.matches.slice(phrase.from, phrase.to).flatMap((matches) => matches.map(({ entry }) => entry));
  const topic = new Set(entries.flatMap((entry) => (entry.type === "topic" ? [entry.id] : [])));
  const start = nameStart(phrase, topical, sentence, pack);
  const first = sentence.tokens[start];
  const last = sentence.tokens[lastOf(phrase, topical, sentence) - 1];
  if (first === undefined || last === undefined) return undefined;
  const ordinal = own.find((entry) => entry.type === "ordinal");
  const medium = own.find((entry) => entry.type === "medium");
  const words = sentence.tokens.slice(start, lastOf(phrase, topical, sentence));
  const proper = isProperName(
    words.map((token) => token.text),
    pack,
  );
  return {
    start: first.start,
    end: last.end,
    type: row.type,
    phrase,
    name:
      proper || topic.size > 0
        ? words.map((token, i) => (i === 0 || token.glued ? token.text : ` ${token.text}`)).join("")
        : undefined,
    proper,
    topic: [...topic].sort(),
    ordinal: ordinal?.type === "ordinal" ? ordinal.value : undefined,
    medium: medium?.type === "medium" ? medium.medium : row.medium,
    dates: around.flatMap(({ date }) => (date === undefined ? [] : [date])),
    places: around
      .filter(({ marker }) => marker !== undefined && rules.placeMarkers.has(marker))
      .flatMap(({ members }) => members.filter(isPlace)),
    generic: row.generic,
  };
}

function isPlace(item: MentionItem): boolean {
  return (
    item.reference.type === "known" && (item.reference.kind === KINDS.place || item.reference.kind === KINDS.state)
  );
}

/** Dates and adpositional phrases that follow the noun without a break. */
function phrasesBehind(phrase: Phrase, clause: Clause, rules: EventRules): Phrase[] {
  const found: Phrase[] = [];
  let end = phrase.to;
  for (const next of clause.phrases) {
    if (next.from < end || next.from !== end) continue;
    const belongs =
      next.date !== undefined ||
      (next.marker !== undefined &&
        (rules.topicMarkers.has(next.marker) || rules.placeMarkers.has(next.marker) || next.pairs));
    if (!belongs) break;
    found.push(next);
    end = next.to;
  }
  return found;
}

/** In languages that qualify before the noun: phrases before the word that links them to it. */
function phrasesBeforeLinker(phrase: Phrase, clause: Clause, sentence: Sentence): Phrase[] {
  const linkerEnds = (index: number): boolean =>
    (sentence.matches[index] ?? []).some(({ end, entry }) => entry.type === "linker" && end === phrase.from);
  const found: Phrase[] = [];
  let next = phrase.from;
  const last = clause.phrases.find((other) => other.to < phrase.from && linkerEnds(other.to));
  if (last === undefined) return found;
  next = last.to;
  for (const other of clause.phrases.toReversed()) {
    if (other.to > next || other.to !== next) continue;
    if (other.marker === "subject" || other.marker === "object") break;
    found.push(other);
    next = other.from;
  }
  return found;
}

/** Where the name begins: behind determiner and adposition, with the topic when that stands before the noun. */
function nameStart(phrase: Phrase, topical: readonly Phrase[], sentence: Sentence, pack: LanguagePack): number {
  let start = Math.min(phrase.from, ...topical.map(({ from }) => from));
  const skipped = [
    "determiner",
    "possessive",
    ...(pack.lexicon.data.language.adpositions === "before" ? ["adposition"] : []),
  ];
  while (start < phrase.to && (sentence.matches[start] ?? []).some(({ entry }) => skipped.includes(entry.type)))
    start += 1;
  return start;
}

function lastOf(phrase: Phrase, topical: readonly Phrase[], sentence: Sentence): number {
  let end = Math.max(phrase.to, ...topical.map(({ to }) => to));
  // A postposition behind the phrase is no part of the name.
  while (
    end > phrase.from + 1 &&
    (sentence.matches[end - 1] ?? []).some(
      ({ entry }) => entry.type === "adposition" || entry.type === "object-marker" || entry.type === "subject-marker",
    )
  )
    end -= 1;
  return end;
}

/** Whether a name is written as one: a capital on more than its last word, in scripts where that says something. */
function isProperName(words: readonly string[], pack: LanguagePack): boolean {
  return (
    pack.lexicon.data.language.capitals !== "none" &&
    words.length > 1 &&
    words.slice(0, -1).every((word) => /^\p{Lu}/u.test(word) || word.length < 4) &&
    /^\p{Lu}/u.test(words.at(-1) ?? "")
  );
}

/** Folded words of a text, in sequences of five, hashed small: near-identical reports have many in common. */
export function contentOf(texts: readonly string[], length = 5): string[] {
  const hashes = new Set<string>();
  for (const text of texts) {
    const words = fold(text).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
    for (let i = 0; i + length <= words.length; i += 1) hashes.add(smallHash(words.slice(i, i + length).join(" ")));
  }
  return [...hashes].sort();
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): enough to compare two articles, and short. */
function smallHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

import type { LanguagePack, Sentence } from "../language/document.ts";
import type { Token } from "../language/tokens.ts";
import type { DateExpression } from "../language/dates.ts";
import { CHARACTER, classOf, codePointAt, widthOf } from "../language/characters.ts";
import { fold } from "../language/fold.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Span } from "../model/text.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import type { EventStatus } from "../model/extraction.ts";
import type { Entry } from "../language/lexicon.ts";
import { COMMAS } from "./marks.ts";
import type { Clause, NounUse, Owner, Phrase } from "./parse.ts";

type EventNoun = LanguageData["events"]["nouns"][number];

/** The event nouns of a language by lemma. */
export interface EventRules {
  readonly byNoun: ReadonlyMap<string, EventNoun>;
  readonly topicMarkers: ReadonlySet<string>;
  readonly placeMarkers: ReadonlySet<string>;
  /** Markers that bring who takes part: with, by. */
  readonly participantMarkers: ReadonlySet<string>;
  /** Markers of an occasion: at, during. */
  readonly occasionMarkers: ReadonlySet<string>;
  readonly possessorMarkers: ReadonlySet<string>;
  /** Markers of what has been: after, since. */
  readonly pastMarkers: ReadonlySet<string>;
  /** Verbs that say that an event takes place, with the words that each needs: take, with place. */
  readonly takePlace: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Whether only names have capitals, so that these show one. */
  readonly namesHaveCapitals: boolean;
  /** Verbs that say that something is: they do so of an event only without a complement. */
  readonly copulas: ReadonlySet<string>;
  /** Verbs whose subject holds the event that is their object. */
  readonly holdVerbs: ReadonlySet<string>;
  /** Verbs of coming, and markers of what somebody comes for: arrived for the talks. */
  readonly comeVerbs: ReadonlySet<string>;
  readonly purposeMarkers: ReadonlySet<string>;
  /** Words for where the article is written. */
  readonly here: readonly string[];
  /** Words that make a date the end of a span: since, until. */
  readonly spanWords: ReadonlySet<string>;
  /** Whether such words stand before the date. */
  readonly spanWordsLead: boolean;
  /** Words beside the day from which, and to which, an event is put off: from, to. */
  readonly movedFrom: ReadonlySet<string>;
  readonly movedTo: ReadonlySet<string>;
  /** What verbs say of an event that is their object, or stands under the adposition behind their lemma, or with the particle there. */
  readonly statusVerbs: ReadonlyMap<string, EventStatus>;
  /** Those that say it of their subject in the active. */
  readonly statusOfSubject: ReadonlySet<string>;
  /** Verbs that say that an event is put off only with the day to which: move. */
  readonly moveVerbs: ReadonlySet<string>;
  /** Verbs that say of their object that it is no more: end. */
  readonly endVerbs: ReadonlySet<string>;
  /** Verbs by which somebody owns up to an event. */
  readonly claims: LanguageData["events"]["claims"];
}

export function eventRulesOf(data: LanguageData): EventRules {
  return {
    byNoun: new Map(
      data.events.nouns
        .map((row) => ({ ...row, without: row.without.map(fold) }))
        .flatMap((row) => row.nouns.map((noun) => [noun, row] as const)),
    ),
    topicMarkers: new Set(data.events.topicMarkers),
    placeMarkers: new Set(data.events.placeMarkers),
    participantMarkers: new Set(data.events.participantMarkers),
    occasionMarkers: new Set([...data.events.placeMarkers, ...data.events.occasionMarkers]),
    possessorMarkers: new Set(data.words.possessorMarkers),
    pastMarkers: new Set(data.events.pastMarkers),
    takePlace: byVerb(data.events.takePlace),
    namesHaveCapitals: data.language.capitals === "names",
    copulas: new Set(data.verbs.auxiliaries.flatMap(({ lemma, role }) => (role === "copula" ? [lemma] : []))),
    holdVerbs: new Set(data.events.holdVerbs),
    comeVerbs: new Set(data.events.comeVerbs),
    purposeMarkers: new Set(data.events.purposeMarkers),
    here: data.events.here.map(fold),
    spanWords: new Set(data.events.spanWords.map(fold)),
    spanWordsLead: data.language.adpositions === "before",
    movedFrom: new Set(data.events.movedFrom.map(fold)),
    movedTo: new Set(data.events.movedTo.map(fold)),
    statusVerbs: new Map(
      data.events.statusVerbs.flatMap(({ lemmas, marker, particle, status }) =>
        lemmas.map((lemma) => [[lemma, marker ?? particle ?? []].flat().join(" "), status] as const),
      ),
    ),
    statusOfSubject: new Set(data.events.statusVerbs.flatMap(({ lemmas, ofSubject }) => (ofSubject ? lemmas : []))),
    moveVerbs: new Set(data.events.moveVerbs),
    endVerbs: new Set(data.events.endVerbs),
    claims: data.events.claims.map((row) => ({ ...row, with: row.with.map(fold) })),
  };
}

/** Verbs of one or more words by each of their words, with the others: which one is the verb shows when it is asked for. */
function byVerb(verbs: readonly string[]): Map<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const words of verbs.map((verb) => verb.split(" "))) {
    for (const word of words) {
      const others = words.filter((other) => other !== word).map(fold);
      found.set(word, [...(found.get(word) ?? []), others]);
    }
  }
  return found;
}

const MARKERS: ReadonlySet<string> = new Set(["adposition", "object-marker", "subject-marker"]);

/** What ends where the words of a name begin, wherever it stands, and what is left out only at their beginning. */
const NOT_IN_NAME: ReadonlySet<string> = new Set(["determiner", "possessive"]);
const NOT_AT_START: ReadonlySet<string> = new Set(["adposition", "genitive", "subject-marker", "object-marker"]);

/** What can stand before a noun and leaves open which event it is. */
const SAYS_NOT_WHICH: ReadonlySet<string> = new Set([
  "adjective",
  "ordinal",
  "medium",
  "event-status",
  "adverb",
  "determiner",
  "negation",
  "pronoun",
  "possessive",
]);
/** Letters below which a word of a name may be small: of, ki. */
const SHORT_WORD = 4;
/** Letters of a noun by which it is found in a compound. */
const STEM = 4;

/** What ties somebody or something to the noun of an event. */
export type EventTie = "genitive" | "modifier" | "participant";

/** An event as one noun phrase tells it, with the phrases around it that belong to it. */
export interface EventMention extends Span {
  readonly type: string;
  readonly phrase: Phrase;
  /** The words that name it, where they say more than its type: "Second Global Covid Summit", "war between A and B". */
  readonly name: string | undefined;
  /** Whether it is written as a name: "Munich Security Conference". */
  readonly proper: boolean;
  readonly topic: readonly string[];
  readonly ordinal: number | undefined;
  readonly medium: string | undefined;
  readonly status: EventStatus | undefined;
  readonly dates: readonly DateExpression[];
  readonly places: readonly MentionItem[];
  /** Who or what it is of, between or with. */
  readonly actors: readonly { readonly item: MentionItem; readonly tie: EventTie }[];
  /** Noun and what stands before it, without endings: by it another mention of the same event is known. */
  readonly key: string;
  /** Whether what stands before the noun says which: "trade war", "border dispute", not "a long war". */
  readonly specific: boolean;
  /** Whether it can be one that is known already: not "a meeting". */
  readonly definite: boolean;
  readonly noun: string;
  /** Whether its noun alone refers to one that is known already: "the meeting". */
  readonly anaphoric: boolean;
  /** Whether it can so refer to any event of its kind: "the gathering". */
  readonly general: boolean;
  readonly dateAhead: boolean;
  /** Whether the noun needs more to be an event of its own. */
  readonly generic: boolean;
  /** Whether it goes on for longer than a day: a war. */
  readonly lasting: boolean;
  /** Whose it must be to be an event. */
  readonly of: EventNoun["of"];
  readonly modifier: EventNoun["modifier"];
  /** What it needs to tell of an event, where that is not what others of its type do. */
  readonly needs: EventNoun["needs"];
  /** Whether the state of which it is said to be is where it is, and one of its parties: a civil war, a crisis. */
  readonly within: boolean;
}

/** Whether a phrase has a noun that can name an event, and nobody's name at its head: most have none. */
export function mayBeEvent({ nouns, members }: Phrase, { byNoun }: EventRules): boolean {
  return nouns.some(({ lemma, index }) => byNoun.has(lemma) && members.every((item) => isItsName(item, index)));
}

/** "her television address State of the Union": whether a mention behind a noun can be the name of what the noun says. */
function isItsName({ reference, offices, from }: MentionItem, noun: number): boolean {
  return reference.type === "name" && offices.length === 0 && from > noun;
}

/** Reads an event off a phrase whose head is an event noun. */
export function eventMention(
  whole: Phrase,
  clause: Clause,
  sentence: Sentence,
  pack: LanguagePack,
  rules: EventRules,
): EventMention | undefined {
  const noun = headNoun(whole, sentence, rules);
  const phrase = withoutPredicate(whole, noun);
  const row = noun === undefined ? undefined : rules.byNoun.get(noun.lemma);
  if (noun === undefined || row === undefined || !mayBeEvent(phrase, rules)) return undefined;
  if (row.without.length > 0 && holdsOne(phrase, sentence, row.without)) return undefined;
  const before = pack.lexicon.data.language.adpositions === "before";
  const around = before
    ? phrasesBehind(phrase, clause, sentence, rules)
    : phrasesAhead(phrase, clause, sentence, rules);
  const dateAhead = dateDirectlyAhead(phrase, clause, sentence);
  const parts = [
    // "on Monday the talks": a date before the article is none of the name.
    ...(dateAhead === undefined || startsDetermined(phrase, sentence) ? [] : [dateAhead]),
    phrase,
    ...around.filter(({ date }) => date === undefined),
  ];
  const under = (markers: ReadonlySet<string>): Phrase[] =>
    around.filter(({ marker }) => marker !== undefined && markers.has(marker));
  const topical = under(rules.topicMarkers);
  const range = rangeOf(parts, phrase, sentence);
  const words = sentence.tokens.slice(range.from, range.to);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const entriesIn = (phrases: readonly Phrase[]): Entry[] =>
    phrases.flatMap(({ from, to }) =>
      sentence.matches
        .slice(from, to)
        .flatMap((matches) => matches.flatMap(({ end, entry }) => (end <= to ? [entry] : []))),
    );
  const own = entriesIn([phrase]);
  const topic = new Set(entriesIn([phrase, ...topical]).flatMap((entry) => (entry.type === "topic" ? [entry.id] : [])));
  const proper = isProperName(sentence.tokens.slice(nameStart(phrase, sentence), phrase.to), sentence, pack);
  const actors = actorsOf(phrase, around, clause, rules);
  const key = keyOf(noun, phrase, sentence, pack);
  const dates = [
    ...sentence.dates.filter(({ from, to }) => from >= phrase.from && to <= phrase.to),
    ...[dateAhead, ...around].flatMap((part) => (part?.date === undefined ? [] : [part.date])),
  ].filter((date) => !endsSpan(date, sentence, rules));
  if (dates.length === 0) dates.push(...yearsIn(range, sentence));
  const places = under(rules.placeMarkers).flatMap((part) => placesIn(part, rules));
  return {
    start: first.start,
    end: last.end,
    type: row.type,
    phrase,
    name:
      words.length > 1 || key.specific
        ? words.map((token, i) => (i === 0 || token.glued ? token.text : ` ${token.text}`)).join("")
        : undefined,
    proper,
    topic: [...topic].sort(),
    ordinal: own.find((entry) => entry.type === "ordinal")?.value,
    medium: own.find((entry) => entry.type === "medium")?.medium ?? row.medium,
    status: entriesIn([
      { ...phrase, to: Math.max(phrase.to, ...parts.map(({ to }) => to), ...around.map(({ from }) => from)) },
    ]).find((entry) => entry.type === "event-status")?.status,
    noun: noun.lemma,
    anaphoric: !key.described && isDetermined(phrase, sentence),
    general: row.general,
    definite: !(sentence.matches[phrase.from] ?? []).some(
      ({ entry }) => entry.type === "determiner" && !entry.definite,
    ),
    dates,
    places,
    actors,
    ...key,
    dateAhead: dateAhead !== undefined,
    generic: row.generic,
    lasting: row.lasting,
    of: row.of,
    modifier: row.modifier,
    needs: row.needs,
    within: row.within,
  };
}

/** Whether one of some words, folded, stands in the phrase. */
function holdsOne({ from, to }: Phrase, { tokens }: Sentence, words: readonly string[]): boolean {
  const norms = ` ${tokens
    .slice(from, to)
    .map(({ norm }) => norm)
    .join(" ")} `;
  return words.some((word) => norms.includes(` ${word} `));
}

/** "the 1999 war", "the Gulf War of 1991": a year within the words of an event. */
function yearsIn({ from, to }: { readonly from: number; readonly to: number }, { tokens }: Sentence): DateExpression[] {
  return tokens.slice(from, to).flatMap(({ norm, shape }, i): DateExpression[] => {
    const isYear = shape === "number" && /^(?:1[5-9]|20)\d\d$/.test(norm);
    return isYear ? [{ from: from + i, to: from + i + 1, year: Number(norm) }] : [];
  });
}

/** "since December": whether a date is only the end of a span of time, of which it does not say both. */
export function endsSpan(
  { from, to, until }: DateExpression,
  { tokens }: Sentence,
  { spanWords, spanWordsLead }: EventRules,
): boolean {
  const beside = spanWordsLead ? [from - 1, from] : [to - 1, to];
  return until === undefined && beside.some((i) => spanWords.has(tokens[i]?.norm ?? ""));
}

/** Whether a definite article or demonstrative stands in a phrase. */
function isDetermined({ from, to }: Phrase, { matches }: Sentence): boolean {
  return matches
    .slice(from, to)
    .some((here) => here.some(({ entry }) => entry.type === "determiner" && entry.definite));
}

function startsDetermined({ from }: Phrase, { matches }: Sentence): boolean {
  return (matches[from] ?? []).some(({ entry }) => entry.type === "determiner");
}

/** What stands before a noun, in its phrase or in its own word, and whether that says which event it is. */
function keyOf(
  { lemma, index }: NounUse,
  phrase: Phrase,
  sentence: Sentence,
  pack: LanguagePack,
): { readonly key: string; readonly specific: boolean; readonly described: boolean } {
  const range = Array.from({ length: Math.max(0, index - nameStart(phrase, sentence)) }, (_, i) => index - 1 - i);
  const before = range.toReversed().filter((i) => sentence.tokens[i]?.shape === "word");
  const says = (i: number): boolean => !(sentence.matches[i] ?? []).some(({ entry }) => SAYS_NOT_WHICH.has(entry.type));
  const isOwned = (i: number): boolean => phrase.owners.some(({ item }) => item.from <= i && i < item.to);
  const norm = sentence.tokens[index]?.norm ?? "";
  const stem = fold(lemma).slice(0, Math.max(STEM, lemma.length - 2));
  const compound = pack.lexicon.data.language.compounds ? norm.slice(0, Math.max(0, norm.lastIndexOf(stem))) : "";
  return {
    key: [...before.map((i) => sentence.tokens[i]?.norm ?? ""), `${compound}${lemma}`].join(" "),
    specific: compound !== "" || /[ -]/.test(lemma) || before.some(says),
    described: compound !== "" || before.some((i) => says(i) && !isOwned(i)),
  };
}

/**
 * The last noun of a phrase, if it names an event: "vote anniversary" is an anniversary. What makes one predicate with a
 * verb of taking place, or of how it stands, is none: معاہدہ طے پایا, اجلاس ملتوی ہوا.
 */
function headNoun(phrase: Phrase, sentence: Sentence, rules: EventRules): NounUse | undefined {
  const isPredicate = ({ lemma, index }: NounUse): boolean =>
    rules.takePlace.has(lemma) || (sentence.matches[index] ?? []).some(({ entry }) => entry.type === "event-status");
  const nouns = phrase.nouns.filter((noun) => rules.byNoun.has(noun.lemma) || !isPredicate(noun));
  const last = Math.max(...nouns.map(({ index }) => index));
  if (phrase.unknownHead && !isNamedBehind(phrase, last, sentence, rules)) return undefined;
  return nouns.find(({ lemma, index }) => index === last && rules.byNoun.has(lemma));
}

/** "Operation Desert Storm", "her television address State of the Union": whether what stands behind the noun is a name. */
function isNamedBehind({ to }: Phrase, noun: number, { tokens }: Sentence, { namesHaveCapitals }: EventRules): boolean {
  const behind = tokens.slice(noun + 1, to);
  return (
    namesHaveCapitals &&
    behind.length > 0 &&
    isCapital(behind[0]) &&
    isCapital(behind.at(-1)) &&
    behind.every((token) => isCapital(token) || token.text.length < SHORT_WORD)
  );
}

function isCapital(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? "");
}

/** "in Kabul"; "in parts of Pakistan" is in Pakistan. */
function placesIn({ members, nouns, owners }: Phrase, rules: EventRules): MentionItem[] {
  if (members.length > 0) return members.filter(isPlace);
  return nouns.some(({ lemma }) => rules.byNoun.has(lemma)) ? [] : owners.map(({ item }) => item).filter(isPlace);
}

/** The phrase without what makes a predicate with the verb behind it. */
function withoutPredicate(phrase: Phrase, head: NounUse | undefined): Phrase {
  const behind = phrase.nouns.filter(({ index }) => index > (head?.index ?? Infinity)).map(({ index }) => index);
  return behind.length === 0 ? phrase : { ...phrase, to: Math.min(...behind) };
}

function isPlace(item: MentionItem): boolean {
  return (
    item.reference.type === "known" && (item.reference.kind === KINDS.place || item.reference.kind === KINDS.state)
  );
}

/** Those whom the phrase belongs to, and those with or between whom it is. */
function actorsOf(
  phrase: Phrase,
  around: readonly Phrase[],
  clause: Clause,
  rules: EventRules,
): EventMention["actors"] {
  // "the anniversary of the Falklands war": who owns the owner does not own the event.
  const isOwn = ({ item }: Owner): boolean =>
    item.from < phrase.to || clause.phrases.some(({ members }) => members.includes(item));
  const owners = phrase.owners
    .filter(isOwn)
    .map(({ item, by }) => ({ item, tie: by === "modifier" ? by : ("genitive" as const) }));
  const others = around
    .filter(({ marker, pairs }) => pairs || (marker !== undefined && rules.participantMarkers.has(marker)))
    .flatMap(({ members }) => members.map((item) => ({ item, tie: "participant" as const })));
  return [...owners, ...others];
}

/** Whether a phrase next to the noun of an event can belong to it. */
function belongs({ date, marker, pairs }: Phrase, rules: EventRules): boolean {
  return (
    date !== undefined ||
    pairs ||
    (marker !== undefined &&
      [rules.topicMarkers, rules.placeMarkers, rules.participantMarkers, rules.possessorMarkers].some((markers) =>
        markers.has(marker),
      ))
  );
}

/** Dates and adpositional phrases that follow the noun without a break. */
function phrasesBehind(phrase: Phrase, clause: Clause, sentence: Sentence, rules: EventRules): Phrase[] {
  const found: Phrase[] = [];
  let end = phrase.to;
  let dated = false;
  for (const next of clause.phrases) {
    if (next === phrase || next.from < end || !isJust(end, next, sentence)) continue;
    // "the meeting in June by the ministers": behind a date only a place still belongs to the noun.
    if (!belongs(next, rules) || (dated && !rules.placeMarkers.has(next.marker ?? ""))) break;
    found.push(next);
    dated ||= next.date !== undefined;
    end = next.to;
  }
  return found;
}

/**
 * Whether a phrase begins where the one before it ends, or, a date, behind its adposition or what says that the event is
 * to be then: "on 1 October", ", now scheduled for October".
 */
function isJust(end: number, { from, date }: Phrase, sentence: Sentence): boolean {
  if (from === end) return true;
  if (date === undefined) return false;
  const matches = sentence.matches[end] ?? [];
  return (
    matches.some((match) => match.end === from && match.entry.type === "adposition") ||
    leadsToDate(end, from, false, sentence)
  );
}

/** Whether nothing stands between two places but commas, adverbs, adpositions, and at least one word of an event's status. */
function leadsToDate(from: number, to: number, told: boolean, sentence: Sentence): boolean {
  if (from >= to) return told && from === to;
  if (COMMAS.has(sentence.tokens[from]?.text ?? "")) return leadsToDate(from + 1, to, told, sentence);
  return (sentence.matches[from] ?? []).some(({ end, entry }) => {
    const says = entry.type === "event-status" || entry.type === "linker";
    const passes = says || entry.type === "adverb" || entry.type === "adposition";
    return passes && leadsToDate(end, to, told || says, sentence);
  });
}

/** In languages that qualify before the noun: what stands directly before it, or before the words that link it to the noun. */
function phrasesAhead(phrase: Phrase, clause: Clause, sentence: Sentence, rules: EventRules): Phrase[] {
  const linkedTo = (from: number, to: number): boolean =>
    from === to ||
    (sentence.matches[from] ?? []).some(({ end, entry }) => entry.type === "linker" && linkedTo(end, to));
  const found: Phrase[] = [];
  let next = phrase.from;
  for (const other of clause.phrases.toReversed()) {
    if (other.from >= next) continue;
    if (!belongs(other, rules) || !linkedTo(other.to, next)) break;
    found.push(other);
    next = other.from;
  }
  return found;
}

/** "the May 25 referendum", "Friday's verdict": a date directly before the noun. */
function dateDirectlyAhead(phrase: Phrase, clause: Clause, sentence: Sentence): Phrase | undefined {
  const last = clause.phrases.findLast(({ from }) => from < phrase.from);
  return last?.date !== undefined &&
    last.to === phrase.from &&
    phrase.marker === undefined &&
    sentence.tokens[last.from] !== undefined
    ? last
    : undefined;
}

/** Where the words of an event begin and end: without the determiner and adposition before, the postposition behind. */
function rangeOf(
  parts: readonly Phrase[],
  phrase: Phrase,
  sentence: Sentence,
): { readonly from: number; readonly to: number } {
  const start = Math.min(...parts.map(({ from }) => from));
  let to = Math.max(...parts.map((part) => part.to));
  const marked = sentence.matches
    .slice(phrase.from + 1, to)
    .findIndex((matches) => matches.some(({ end, entry }) => end === to && MARKERS.has(entry.type)));
  if (marked >= 0) to = phrase.from + 1 + marked;
  return { from: start === phrase.from ? nameStart(phrase, sentence) : start, to };
}

/** Where the noun phrase begins, behind adposition, determiner and what marks the phrase before it. */
function nameStart(phrase: Phrase, sentence: Sentence): number {
  const head = Math.max(phrase.from, ...phrase.nouns.map(({ index }) => index));
  let start = phrase.from;
  for (let i = phrase.from; i < head; i += 1) {
    const matches = sentence.matches[i] ?? [];
    const skips = matches.filter(({ entry }) => NOT_IN_NAME.has(entry.type));
    const atStart = matches.filter(({ entry }) => i === start && NOT_AT_START.has(entry.type));
    for (const { end } of [...skips, ...atStart]) if (end <= head) start = Math.max(start, end);
  }
  return start;
}

/**
 * Whether a name is written as one: a capital on more than its last word ("Munich Security Conference"), and where all
 * nouns have one, on an adjective ("Münchner Sicherheitskonferenz").
 */
function isProperName(words: readonly Token[], sentence: Sentence, pack: LanguagePack): boolean {
  const { capitals } = pack.lexicon.data.language;
  const [first] = words;
  if (capitals === "none" || words.length < 2 || first === undefined) return false;
  if (!words.every((word, i) => isCapital(word) || (i > 0 && i < words.length - 1 && word.text.length < SHORT_WORD)))
    return false;
  if (capitals === "names") return true;
  const matches = sentence.matches[sentence.tokens.indexOf(first)] ?? [];
  return words.length === 2 && first !== sentence.tokens[0] && !matches.some(({ entry }) => entry.type === "noun");
}

const FNV_PRIME = 0x01000193;
const SPACE = 0x20;

/** Folded words of a text, in sequences of five, hashed small: near-identical reports have many in common. */
export function contentOf(texts: readonly string[], length = 5): string[] {
  const hashes = new Set<number>();
  for (const text of texts) {
    const folded = fold(text);
    const words = wordsIn(folded);
    for (let i = 0; i + length <= words.length; i += 1) hashes.add(smallHash(folded, words, i, i + length));
  }
  return Array.from(hashes, (hash) => hash.toString(36)).sort();
}

/** Where the words of two letters or more lie in a text. */
function wordsIn(text: string): readonly Span[] {
  const words: Span[] = [];
  let start = 0;
  let letters = 0;
  for (let i = 0; i <= text.length;) {
    const code = codePointAt(text, i);
    if ((classOf(code) & (CHARACTER.letter | CHARACTER.mark)) !== 0) {
      if (letters === 0) start = i;
      letters += 1;
    } else {
      if (letters > 1) words.push({ start, end: i });
      letters = 0;
    }
    i += widthOf(code);
  }
  return words;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo), of words with a space between them: enough to compare two articles, and short. */
function smallHash(text: string, words: readonly Span[], from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) {
    if (i > from) hash = Math.imul(hash ^ SPACE, FNV_PRIME);
    const { start = 0, end = 0 } = words[i] ?? {};
    for (let j = start; j < end; j += 1) hash = Math.imul(hash ^ text.charCodeAt(j), FNV_PRIME);
  }
  return hash >>> 0;
}

import type { Segmented, Sentence } from "../language/document.ts";
import { startsWithCapital } from "../language/fold.ts";
import type { Entry, EntryOf } from "../language/lexicon.ts";
import { isJoiner } from "../language/tokens.ts";
import { KINDS, stateId } from "../model/kinds.ts";
import type { MentionItem, Reference, TokenRange } from "../model/mention.ts";
import { createCursor, type Cursor } from "../language/cursor.ts";
import {
  createEmptyRegistry,
  createNameRegistry,
  nameChain,
  nameNorms,
  nameText,
  withoutJoined,
  type NameRegistry,
} from "./names.ts";
import { countStates, withNamesakes } from "./namesakes.ts";
import { knownAlone, knownWithin, nameAt, nominalPhrase, pronounOf } from "./nominal.ts";
import { byFirstWord, organizationReference, organizationsIn, withOrganizations } from "./organizations.ts";
import { withParties } from "./parties.ts";
import { shareTitles } from "./titles.ts";
import { commaBehind, isInsideName, isPerson } from "./shown.ts";

/** The mentions of each sentence of each paragraph, in reading order, none overlapping. */
export type DetectedMentions = ReadonlyMap<Sentence, readonly MentionItem[]>;

/**
 * Finds who and what an article speaks of. Twice over: the first pass learns the complete names of its people, the
 * second recognises parts of them where they stand alone. It leaves out sentences to which the names make no difference.
 */
export function detectMentions(segmented: Segmented): DetectedMentions {
  const sentences = segmented.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((sentence) => ({ paragraph, sentence })),
  );
  const endings = [...new Set(segmented.paragraphs.flatMap(({ pack }) => pack.lexicon.data.language.nameEndings))];
  const organizations = byFirstWord(
    sentences.flatMap(({ paragraph, sentence }) => organizationsIn(createCursor(sentence, paragraph.pack))),
  );
  const states = countStates(sentences.map(({ sentence }) => sentence));
  const names: string[][] = [];
  const known = new Set<string>();
  const first = sentences.map(({ paragraph, sentence }) => {
    const { pack } = paragraph;
    const namesakes = withNamesakes(sentence, states, pack.lexicon.data.language.countries);
    const cursor = createCursor(withOrganizations(namesakes, organizations), pack);
    const empty = createEmptyRegistry();
    return { sentence, cursor, empty, items: mentionsOf(cursor, empty) };
  });
  for (const { cursor, items } of first) {
    for (const { name, reference, offices } of items) {
      if (name === undefined || reference.type === "body") continue;
      const complete = name.to - name.from > 1;
      if (complete && reference.type === "known") known.add(reference.id);
      // An unknown last name under a title is complete enough, where a capital shows it to be a name.
      const cased = cursor.pack.lexicon.data.language.capitals !== "none";
      const titled = offices.length > 0 && reference.type === "name" && cased;
      if (complete || titled) names.push(nameNorms(cursor, name));
    }
  }
  for (const { author } of segmented.paragraphs) {
    const words = author?.name.split(/\s+/).map((word) => word.toLowerCase());
    if (words !== undefined && words.length > 1) names.push(words);
  }
  const particles = new Set(segmented.paragraphs.flatMap(({ pack }) => pack.lexicon.data.words.nameParticles));
  const registry = createNameRegistry(withoutJoined(withoutEndings(names, endings)), endings, known, particles);
  return new Map(
    first.map(({ sentence, cursor, empty, items }) => [
      sentence,
      empty.agreesWith(registry) ? items : mentionsOf(cursor, registry),
    ]),
  );
}

/** Names without those that are another's with an ending: behind a title "Macrons" of "Macrons Rede" looks like a name. */
function withoutEndings(names: readonly string[][], endings: readonly string[]): string[][] {
  const words = new Set(names.flat());
  const isInflected = (word: string): boolean =>
    endings.some((ending) => ending !== "" && word.endsWith(ending) && words.has(word.slice(0, -ending.length)));
  return names.filter(([first, ...more]) => first === undefined || more.length > 0 || !isInflected(first));
}

function mentionsOf(cursor: Cursor, registry: NameRegistry): MentionItem[] {
  const items: MentionItem[] = [];
  for (let i = 0; i < cursor.length;) {
    const item = cursor.inDate(i) ? undefined : mentionAt(cursor, i, registry, items.at(-1));
    if (item === undefined) {
      i = cursor.inDate(i) ? i + 1 : behindMarker(cursor, i);
      continue;
    }
    const before = items.at(-1);
    // "in der Provinz Helmand": a description right before a name says what the name is, and refers to nothing else.
    if (before?.reference.type === "description" && before.to === item.from && item.reference.type === "known")
      items.pop();
    if (saysOfWhatPeople(cursor, before, item)) items.pop();
    items.push(item);
    i = Math.max(item.to, i + 1);
  }
  return withParties(cursor, shareTitles(cursor, joinAppositions(cursor, tieToAbbreviations(cursor, items))));
}

/** "the Foreign Ministry (FO)": a body is of the state of which its abbreviation in brackets says that it is. */
function tieToAbbreviations(cursor: Cursor, items: readonly MentionItem[]): MentionItem[] {
  return items.map((item, i) => {
    const { reference } = item;
    const behind = items[i + 1];
    if (reference.type !== "body" || reference.country !== undefined || behind?.reference.type !== "body") return item;
    const { body, country } = behind.reference;
    const isAbbreviation = behind.from === item.to + 1 && cursor.token(item.to)?.text === "(";
    if (!isAbbreviation || body !== reference.body || country === undefined) return item;
    return { ...item, reference: { ...reference, country }, country };
  });
}

/** "der Russe Sergej Lawrow": where nouns have capitals, one of a people right before a name says where its bearer is from. */
function saysOfWhatPeople(cursor: Cursor, before: MentionItem | undefined, { from, name }: MentionItem): boolean {
  if (cursor.pack.lexicon.data.language.capitals !== "nouns" || name?.from !== from || before?.to !== from)
    return false;
  const { reference, to, qualifies } = before;
  return reference.type === "known" && reference.kind === KINDS.state && !qualifies && cursor.is(to - 1, "people");
}

/** Index of the next token; past an adposition or adverb of several words, in which no mention begins: "سے پہلے", "کی جانب سے". */
function behindMarker(cursor: Cursor, i: number): number {
  if (cursor.pack.lexicon.data.language.adpositions !== "after") return i + 1;
  return Math.max(i + 1, cursor.find(i, "adposition")?.end ?? 0, cursor.find(i, "adverb")?.end ?? 0);
}

function mentionAt(
  cursor: Cursor,
  i: number,
  registry: NameRegistry,
  before: MentionItem | undefined,
): MentionItem | undefined {
  const token = cursor.token(i);
  if (token === undefined) return undefined;
  if (token.shape === "handle") {
    return token.text.startsWith("@")
      ? plain(i, i + 1, { type: "handle", kind: KINDS.person, handle: token.text })
      : undefined;
  }
  if (token.shape === "number") {
    const aged = agedAt(cursor, i, registry);
    if (aged !== undefined) return aged;
  }
  // What no list knows can only be a name.
  if (cursor.sentence.matches[i]?.length === 0 && !isJoiner(cursor.sentence.tokens, i))
    return token.shape === "mark" ? undefined : personName(cursor, i, registry, before);
  const group = groupAt(cursor, i);
  if (group !== undefined) return group;
  const phrase = nominalPhrase(cursor, i, registry);
  // "Pope Francis", "King Salman": a name that holds a title is tried before the title.
  const titled = cursor.find(i, "person");
  // "Arakan Army": a known organization is not the army of a region.
  const named = phrase?.reference.type === "body" ? (phrase.name?.from ?? i) : undefined;
  const organization = named === undefined ? undefined : cursor.find(named, "organization");
  const isName = phrase !== undefined && organization !== undefined && organization.end >= phrase.to;
  const isTitled = titled !== undefined && phrase !== undefined && titled.end >= phrase.to;
  if (phrase !== undefined && !isName && !(isTitled && phrase.name?.to !== titled.end)) return phrase;
  return (
    knownName(cursor, i, registry) ??
    personName(cursor, i, registry, before) ??
    pronounAt(cursor, i) ??
    descriptionAt(cursor, i)
  );
}

/** "both sides", "the two", "the two foreign ministers", "the two countries": the noun behind it tells who its members are. */
function groupAt(cursor: Cursor, i: number): MentionItem | undefined {
  const first = cursor.find(i, "group");
  if (first === undefined) return undefined;
  const inner = cursor.find(i + 1, "group");
  // "the two countries" holds "the two" and "two countries": the longer one tells more.
  const group = inner !== undefined && inner.end > first.end ? inner : first;
  const { members, needsArticle } = group.entry;
  if (needsArticle && cursor.find(i - 1, "determiner")?.entry.definite !== true) return undefined;
  if (isOwned(cursor, group.end)) return undefined;
  for (let at = i; at <= group.end; at += 1) {
    const office = cursor.find(at, "office");
    if (office !== undefined)
      return plain(i, Math.max(group.end, office.end), { type: "group", members: "people", office: office.entry.id });
  }
  const noun = cursor.find(group.end, "description");
  if (noun === undefined) return plain(i, group.end, { type: "group", members, office: undefined });
  const states = noun.entry.kind === KINDS.state;
  return plain(i, noun.end, { type: "group", members: states ? "states" : members, office: undefined });
}

/** Whether a possessor follows that says which ones are meant: "the foreign ministers | of the G7", "die Außenminister | der EU". */
function isOwned(cursor: Cursor, index: number): boolean {
  const { words } = cursor.pack.lexicon.data;
  const adposition = cursor.find(index, "adposition");
  if (adposition !== undefined) return words.possessorMarkers.includes(adposition.entry.id);
  return cursor.find(index, "determiner")?.entry.cases?.includes("gen") === true;
}

function plain(from: number, to: number, reference: Reference, country?: string, qualifies = false): MentionItem {
  return { from, to, reference, name: undefined, offices: [], country, tied: false, qualifies, possessive: false };
}

/** What a name can be, where one name is several things the first: Georgia is a state before it is a place, Afghan a quality. */
const KNOWN = ["person", "state", "demonym", "people", "organization", "place", "region-adjective"] as const;
const IS_KNOWN: ReadonlySet<Entry["type"]> = new Set(KNOWN);

/** A state, its people, an organization, a place, or a person of the gazetteer; the longest phrase wins. */
function knownName(cursor: Cursor, i: number, registry: NameRegistry): MentionItem | undefined {
  if (!cursor.isIn(i, IS_KNOWN)) return undefined;
  const all = KNOWN.flatMap((type) => cursor.find(i, type) ?? []);
  const end = Math.max(0, ...all.map((found) => found.end));
  const entry = all.find((found) => found.end === end)?.entry;
  if (entry === undefined) return undefined;
  // A single word is tried with what stands around it: "Kim" of Kim Kardashian.
  if (entry.type === "person" && end === i + 1) return undefined;
  // "Khan" of somebody's longer name is not the state or place of that name; nor is a name that goes on: "Jordan Peterson".
  const chain = nameChain(cursor, i, registry);
  if (chain !== undefined && chain.to > end && entry.type !== "person" && registry.isPart(nameNorms(cursor, chain)))
    return undefined;
  switch (entry.type) {
    case "person":
      return {
        ...plain(i, end, { type: "known", kind: KINDS.person, id: `person:${entry.id}` }),
        name: { from: i, to: end },
      };
    case "organization":
      return plain(i, end, organizationReference(entry));
    case "place":
      return plain(i, end, { type: "known", kind: KINDS.place, id: `place:${entry.id}` });
    case "region-adjective":
      return plain(i, end, { type: "known", kind: KINDS.place, id: `place:${entry.id}` }, undefined, true);
    case "demonym": {
      // Abu Musab al-Suri: behind a particle of names it is part of one.
      if (isJoiner(cursor.sentence.tokens, i - 1) && cursor.is(i - 2, "name-particle")) return undefined;
      const people = cursor.find(i, "people");
      const noun =
        people !== undefined && startsWithCapital(cursor.token(i)?.text ?? "") && isNounHere(cursor, people.end);
      if (noun && isSomeOf(cursor, i)) return undefined;
      return plain(i, end, { type: "known", kind: KINDS.state, id: stateId(entry.id) }, entry.id, !noun);
    }
    case "people":
    case "state":
      // "مالی" is Mali before a mark, and "financial" before a noun.
      if (entry.type === "state" ? isAdjectiveHere(cursor, i, end) : isSomeOf(cursor, i)) return undefined;
      return plain(i, end, { type: "known", kind: KINDS.state, id: stateId(entry.id) }, entry.id);
  }
}

/** "young Mexicans": whether an adjective picks some of a people, who are not their state. */
function isSomeOf(cursor: Cursor, i: number): boolean {
  return cursor.is(i - 1, "adjective") && !cursor.is(i - 1, "demonym", "people", "former");
}

/** Whether a word that can be adjective or noun stands alone, as a noun does. */
function isNounHere(cursor: Cursor, end: number): boolean {
  const next = cursor.token(end);
  return (
    next === undefined ||
    next.shape === "mark" ||
    cursor.is(end, "verb", "adposition", "coordinator", "genitive", "subject-marker", "object-marker")
  );
}

/** Where adpositions follow, whether a word that is name and adjective stands before what it qualifies. */
function isAdjectiveHere(cursor: Cursor, i: number, end: number): boolean {
  if (end > i + 1 || !cursor.is(i, "adjective") || cursor.pack.lexicon.data.language.adpositions === "before")
    return false;
  return !cursor.is(end, "adposition", "genitive", "subject-marker", "object-marker");
}

/** A person without title: an honorific or occupation, a name of the article, or something around it shows that it is one. */
function personName(
  cursor: Cursor,
  i: number,
  registry: NameRegistry,
  before: MentionItem | undefined,
): MentionItem | undefined {
  const occupation = cursor.find(i, "occupation", "honorific");
  if (occupation !== undefined) {
    const name = nameAt(cursor, occupation.end, registry);
    if (name === undefined || !isShownBehind(cursor, occupation.entry.type, name.range, registry)) return undefined;
    return { ...plain(i, name.to, name.reference), name: name.range };
  }
  const chain = nameChain(cursor, i, registry);
  if (chain === undefined) return undefined;
  const alone = isInsideName(cursor, i)
    ? undefined
    : (knownAlone(cursor, chain, registry) ?? knownWithin(cursor, chain));
  if (alone !== undefined) return { ...plain(i, chain.to, alone), name: chain };
  if (!isPerson(cursor, chain, registry, before)) return undefined;
  return {
    ...plain(i, chain.to, { type: "name", kind: KINDS.person, text: nameText(cursor, chain, registry) }),
    name: chain,
  };
}

/** Without capitals an occupation is no proof of what follows it: a given name, a last name or the article has to be. */
function isShownBehind(
  cursor: Cursor,
  type: "occupation" | "honorific",
  name: TokenRange,
  registry: NameRegistry,
): boolean {
  if (type === "honorific" || cursor.pack.lexicon.data.language.capitals !== "none") return true;
  return cursor.is(name.from, "given-name", "surname", "person") || registry.isPart(nameNorms(cursor, name));
}

function pronounAt(cursor: Cursor, i: number): MentionItem | undefined {
  const pronoun = cursor.find(i, "pronoun");
  if (isAddress(cursor, i)) return undefined;
  // "her visit": a form that is both is a possessive before a noun.
  const owns = cursor.is(i, "possessive") && (!isNounHere(cursor, i + 1) || cursor.is(i + 1, "noun"));
  if (pronoun !== undefined && !owns && !pointsAtNoun(cursor, i, pronoun)) {
    return plain(i, pronoun.end, pronounOf(pronoun.entry));
  }
  const possessive = cursor.find(i, "possessive");
  // "worden sein": before no noun a form that is also a verb is one.
  if (possessive === undefined || (cursor.is(i, "verb") && isNounHere(cursor, i + 1))) return undefined;
  return {
    ...plain(i, possessive.end, pronounOf(possessive.entry)),
    qualifies: true,
    possessive: true,
  };
}

/** Marks behind a phrase, in languages that have them there. */
const MARKS = ["genitive", "subject-marker", "object-marker", "adposition", "source"] as const;

/**
 * Whether a word that is pronoun and demonstrative points at the noun behind it. Where adpositions follow, an oblique form
 * stands alone only before one of them; a nominative one that leads a noun with such a mark is not the noun's.
 */
function pointsAtNoun(
  cursor: Cursor,
  i: number,
  { end, entry }: { readonly end: number; readonly entry: EntryOf<"pronoun"> },
): boolean {
  const { adpositions } = cursor.pack.lexicon.data.language;
  if (adpositions !== "after" || entry.cases === undefined || !cursor.is(i, "determiner")) return false;
  let next = end;
  while (cursor.is(next, "particle", "additive")) next += 1;
  if (!entry.cases.includes("nom")) return !cursor.is(next, ...MARKS);
  const noun = cursor.find(next, "noun");
  const behind = noun?.end ?? next + 1;
  return (
    noun !== undefined &&
    next === end &&
    cursor.token(behind)?.shape !== "mark" &&
    !cursor.is(behind, "verb", "noun", ...MARKS)
  );
}

/** Where nouns have capitals a pronoun with one inside a sentence speaks to somebody: "wenn Sie mit ihm sprechen". */
function isAddress(cursor: Cursor, i: number): boolean {
  const before = cursor.token(i - 1);
  return (
    cursor.pack.lexicon.data.language.capitals === "nouns" &&
    before !== undefined &&
    before.shape !== "mark" &&
    startsWithCapital(cursor.token(i)?.text ?? "")
  );
}

/** Adjectives between somebody's age and what he is. */
const MOST_ADJECTIVES = 2;

/** "the 50-year-old", "der 50 Jahre alte Diplomat": somebody by his age and by what he is, but not by his name. */
function agedAt(cursor: Cursor, i: number, registry: NameRegistry): MentionItem | undefined {
  const age = cursor.find(cursor.skipJoiner(i + 1), "age");
  const years = Number(cursor.token(i)?.text);
  if (age === undefined || !Number.isInteger(years)) return undefined;
  const { adpositions } = cursor.pack.lexicon.data.language;
  const determiner = cursor.find(i - 1, "determiner");
  const definite = determiner?.entry.definite ?? adpositions === "after";
  if (!definite) return undefined;
  let to = age.end;
  for (let at = to; at <= to + MOST_ADJECTIVES; at += 1) {
    if (nameAt(cursor, at, registry) !== undefined) return undefined;
    const description = cursor.find(at, "description");
    const found =
      cursor.find(at, "office", "occupation") ?? (description?.entry.kind === KINDS.person ? description : undefined);
    if (found !== undefined) {
      if (nameAt(cursor, found.end, registry) !== undefined) return undefined;
      to = found.end;
      break;
    }
    if (!cursor.is(at, "adjective", "former")) break;
  }
  // Without a word for a person, what stands behind an age in a language of postpositions is a thing.
  if (to === age.end && adpositions === "after") return undefined;
  return plain(i, to, { type: "description", kind: KINDS.person, types: undefined, definite, age: years });
}

function descriptionAt(cursor: Cursor, i: number): MentionItem | undefined {
  const description = cursor.find(i, "description");
  // "ملک بدر": what begins a longer word is none.
  if (description === undefined || (cursor.find(i, "noun")?.end ?? 0) > description.end) return undefined;
  const definite = [i, i - 1].some((at) => cursor.find(at, "determiner")?.entry.definite === true);
  const { kind, types } = description.entry;
  return plain(i, description.end, { type: "description", kind, types, definite });
}

/** "Shah Mahmood Qureshi, the foreign minister of Pakistan, …": an office without name behind a name is his who is named. */
function joinAppositions(cursor: Cursor, items: readonly MentionItem[]): MentionItem[] {
  const joined: MentionItem[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const apposed =
      before?.name !== undefined &&
      item.reference.type === "office" &&
      item.name === undefined &&
      item.from === before.to + 1 &&
      cursor.token(before.to)?.text === "," &&
      closesApposition(cursor, item.to);
    const office = item.name === undefined ? undefined : officeNamed(cursor, joined, item);
    if (office !== undefined) {
      joined.length = joined.findIndex(({ from }) => from === office.from);
      joined.push({
        ...item,
        from: office.from,
        offices: [...office.offices, ...item.offices],
        country: office.country ?? item.country,
        possessive: office.possessive,
        ...(office.possessor === undefined ? {} : { possessor: office.possessor }),
      });
    } else if (apposed && before !== undefined)
      joined[joined.length - 1] = {
        ...before,
        to: item.to,
        offices: [...before.offices, ...item.offices],
        country: before.country ?? item.country,
      };
    else joined.push(item);
  }
  return joined;
}

/**
 * The office whose holder an item names: "The prime minister of India, Narendra Modi, …", "his Indian counterpart,
 * Narendra Modi, …". Between them may stand
 * whose it is ("der Sprecher des Präsidenten, Dmitri Peskow, …") and, in brackets, what that is called for short.
 */
function officeNamed(cursor: Cursor, items: readonly MentionItem[], item: MentionItem): MentionItem | undefined {
  if (item.offices.length > 0 && !isRank(cursor, item)) return undefined;
  const isOffice = (candidate: MentionItem | undefined): boolean =>
    ["office", "counterpart"].includes(candidate?.reference.type ?? "") && candidate?.name === undefined;
  // "(TPLF)": an abbreviation that is a mention of its own.
  const last = items.findLastIndex(({ from }) => cursor.token(from - 1)?.text !== "(");
  const [outer, inner] = [items[last - 1], items[last]];
  if (inner === undefined || commaBehind(cursor, inner.to) !== item.from - 1) return undefined;
  const owned = isOffice(outer) && outer?.to === inner.from && isGenitive(cursor, inner);
  const office = owned ? outer : inner;
  const closed =
    closesApposition(cursor, item.to) || (cursor.is(office.from, "determiner") && cursor.is(item.to, "coordinator"));
  if (!closed || !isOffice(office)) return undefined;
  return owned && inner.country !== undefined ? heldIn(office, inner.country) : office;
}

/** "der Sprecher des russischen Präsidenten": an office that says only by whose it is in which state. */
function heldIn(office: MentionItem, country: string): MentionItem {
  const of: Reference = { type: "known", kind: KINDS.state, id: stateId(country) };
  return { ...office, country, offices: office.offices.map((words) => ({ ...words, of })) };
}

/** "Field Marshal Birhanu Jula": a name whose only office is a rank, which says nothing of whose it is. */
function isRank(cursor: Cursor, { from, offices }: MentionItem): boolean {
  return offices.length === 1 && offices[0]?.of === undefined && cursor.find(from, "office")?.entry.rank === true;
}

/** Whether a mention begins with an article that can only be a genitive: "des Präsidenten". */
function isGenitive(cursor: Cursor, { from }: MentionItem): boolean {
  const cases = cursor.find(from, "determiner")?.entry.cases;
  return cases?.length === 1 && cases[0] === "gen";
}

/** Most words under an adposition that belong to an office: "adviser on Libya", "spokesman for foreign affairs". */
const SCOPE_WORDS = 4;

/** Whether an apposition ends at a token, at once or behind what its office is for. */
function closesApposition(cursor: Cursor, index: number): boolean {
  const isMark = (at: number): boolean => cursor.token(at) === undefined || cursor.token(at)?.shape === "mark";
  if (isMark(index)) return true;
  const adposition = cursor.pack.lexicon.data.language.adpositions === "before" && cursor.find(index, "adposition");
  if (!adposition) return false;
  for (let at = adposition.end; at <= adposition.end + SCOPE_WORDS; at += 1) {
    if (isMark(at)) return at > adposition.end;
    if (cursor.is(at, "verb", "relative", "subordinator") && !cursor.is(at, "noun")) return false;
  }
  return false;
}

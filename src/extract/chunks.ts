import type { LanguagePack, Sentence } from "../language/document.ts";
import { startsWithCapital } from "../language/fold.ts";
import type { Case, Entry } from "../language/lexicon.ts";
import { isJoiner } from "../language/tokens.ts";
import { isShortQuotation, quotationAt } from "../language/quotations.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import { joinAppositions } from "./appositions.ts";
import {
  closePhrase,
  createChunkState,
  demoteHead,
  hasHead,
  isJoinedBefore,
  openPhrase,
  passOver,
  phraseOfMention,
  pushChunk,
  verbsAt,
  type ChunkState,
  type OpenPhrase,
} from "./chunk-state.ts";
import {
  joinAdjectives,
  joinIncluded,
  joinOwners,
  joinThings,
  mergeCoordination,
  nameDescribed,
  nameGroups,
} from "./coordination.ts";
import { joinNamedPlaces } from "./descriptions.ts";
import { datelineEnd } from "./home.ts";
import { endingOfKnown } from "./name-ending.ts";
import { BREAKS, COMMAS, SEMICOLONS } from "./marks.ts";
import { isReflexive, SOURCE, type Chunk } from "./parse.ts";
import { attributeEnd, isInflected, isSource, participleWithEnding, startsNoun } from "./verb-second.ts";
import {
  isAdverb,
  isDeterminerHere,
  isNounNotVerb,
  isRelative,
  isVerbNotGenitive,
  leadsClause,
  leadsInfinitive,
  separablePrefix,
} from "./word-sense.ts";

/**
 * Reads a sentence into noun phrases with their markers, verbs, and the words between them. What a word is where it can
 * be several things is decided by its neighbours alone. Linear in the number of tokens.
 */
export function chunkSentence(sentence: Sentence, items: readonly MentionItem[], pack: LanguagePack): Chunk[] {
  const state = createChunkState(sentence, items, pack);
  for (let i = datelineEnd(sentence, items); i < state.tokens.length;) i = readChunk(state, i);
  closePhrase(state);
  const { order } = state.data.language;
  const named = joinNamedPlaces(state.chunks, pack.lexicon.data.words.possessorMarkers);
  const joined = joinAppositions(named, sentence, pack);
  const merged = joinIncluded(
    mergeCoordination(joined, pack.lexicon.data, order === "v2"),
    state.rules.includingMarkers,
    state.before,
  );
  const described = order === "sov" ? merged : nameDescribed(merged);
  const whole = joinAdjectives(nameGroups(order === "v2" ? joinThings(described) : described));
  return state.before ? whole : joinOwners(whole);
}

/** Reads what stands at a token, and returns the index behind it; `undefined` when it is something else. */
type ReadAt = (state: ChunkState, index: number) => number | undefined;

/** The index behind what stands at a token. Something always does: at the least a word that is only passed over. */
function readChunk(state: ChunkState, index: number): number {
  let may = state.tokens[index]?.shape === "mark" ? READ_MARKS : READ_WORDS;
  for (const { type } of state.cursor.sentence.matches[index] ?? []) may |= READ_LISTED.get(type) ?? 0;
  for (let i = 0; may !== 0; i += 1, may >>>= 1) {
    const end = (may & 1) === 0 ? undefined : READERS[i]?.(state, index);
    if (end !== undefined) return Math.max(end, index + 1);
  }
  return index + 1;
}

const readJoiner: ReadAt = ({ tokens }, i) => (isJoiner(tokens, i) ? i + 1 : undefined);

const readDate: ReadAt = (state, i) => {
  const date = state.dateAt.get(i);
  if (date === undefined) return undefined;
  closePhrase(state);
  const { marker } = state;
  const phrase = openPhrase(state, i);
  phrase.date = date;
  phrase.to = endOfDate(state, date.to);
  closePhrase(state);
  // "for Friday's attack": the noun that the date belongs to stands under the adposition too.
  if (state.before && phrase.to > date.to) state.marker = marker;
  return phrase.to;
};

/** An adverb of several words is read before the words that it begins with: "at that time", "اس موقع پر". */
const readLongAdverb: ReadAt = (state, i) => {
  const adverb = state.cursor.find(i, "adverb");
  if (adverb === undefined || adverb.end - i < 2 || (state.itemAt.get(i)?.to ?? 0) >= adverb.end) return undefined;
  const [longest] = state.cursor.sentence.matches[i] ?? [];
  return longest !== undefined && longest.end > adverb.end ? undefined : endAdverb(state, i, adverb.end);
};

/** "Friday's verdict": a mark of the genitive behind a date belongs to it. */
function endOfDate({ cursor }: ChunkState, end: number): number {
  const genitive = cursor.find(end, "genitive");
  const adposition = cursor.find(end, "adposition");
  return genitive === undefined || (adposition?.end ?? 0) > genitive.end ? end : genitive.end;
}

const readMention: ReadAt = (state, i) => {
  const item = state.itemAt.get(i);
  if (item === undefined) return undefined;
  const { cursor } = state;
  if (ownsGovernment(state, item)) {
    const { open } = state;
    if (open?.head?.reference.type === "known" && open.head.reference.kind === KINDS.person) {
      demoteHead(state, "genitive");
      open.head = item;
    }
    if (open !== undefined) open.to = item.to;
    return item.to;
  }
  if (isPredicateAdjective(state, item)) {
    closePhrase(state);
    const predicate = openPhrase(state, i);
    predicate.unknownHead = true;
    predicate.to = item.to;
    return item.to;
  }
  if (state.open !== undefined && saysWhat(state, item)) {
    state.open.to = item.to;
    return item.to;
  }
  if (joinsState(state, item)) {
    demoteHead(state, "genitive");
    state.open?.owners.push({ item, by: "genitive" });
    if (state.open !== undefined) state.open.to = item.to;
    return item.to;
  }
  // "Trumps Schwiegersohn Jared Kushner": the name owns the noun that stands before the other name.
  if (state.open?.head !== undefined && isDescribed(item) && isGenitiveName(state, state.open.head))
    demoteHead(state, "genitive");
  if (state.open?.head !== undefined && !isJoinedBefore(state, i)) closePhrase(state);
  // "US-China relations": of two joined names both stand before the noun.
  else if (state.before) demoteHead(state, "modifier");
  // "In an unusual move the president met X", "the duties his government imposed": so does what has an article or a possessive.
  const determined = cursor.is(i, "determiner", "possessive");
  if (state.before && state.data.language.order === "svo" && hasHead(state.open) && determined) closePhrase(state);
  if (isContactSubject(state, item)) closePhrase(state);
  // "600 prisoners it calls criminals": a pronoun begins its phrase.
  if (item.reference.type === "pronoun" && state.before && hasHead(state.open)) closePhrase(state);
  if (!state.before && (state.open?.nouns.length ?? 0) > 0) {
    const { open } = state;
    if (open !== undefined && ownsBehind(state, item)) {
      open.owners.push({ item, by: "genitive" });
      open.to = item.to;
      return item.to;
    }
    closePhrase(state);
  }
  if (followsCompleteNoun(state, i)) {
    // "der Angriff Russlands": what follows a complete noun owns it by its case, or is another phrase.
    if (state.open !== undefined && isGenitiveName(state, item)) {
      state.open.owners.push({ item, by: "genitive" });
      state.open.to = item.to;
      return item.to;
    }
    if (cursor.is(i, "determiner") || (item.reference.type !== "name" && !namesNoun(state, item))) closePhrase(state);
  } else if (
    state.data.language.capitals === "nouns" &&
    state.open?.unknownHead === true &&
    cursor.is(i, "determiner")
  ) {
    closePhrase(state);
  }
  const phrase = openPhrase(state, i);
  phrase.to = item.to;
  // "Seinen Dank": a possessive tells the case of its phrase.
  if (item.possessive) phrase.cases ??= cursor.find(i, "determiner")?.entry.cases;
  if (item.qualifies) {
    phrase.owners.push({ item, by: item.possessive ? "genitive" : "modifier" });
    return item.to;
  }
  if (item.possessive) phrase.determined = true;
  phrase.head = item;
  phrase.unknownHead = false;
  // "Uzbekistan's capital": where the verb stands last, such a word can be the noun of its predicate.
  if (item.reference.type === "description" && state.data.language.order === "sov") {
    for (const { end, entry } of cursor.sentence.matches[i] ?? []) {
      if (entry.type === "noun" && end === item.to) phrase.nouns.push({ lemma: entry.lemma, index: i });
    }
  }
  phrase.cases ??= cursor.find(i, "determiner")?.entry.cases ?? casesOfAdjective(state, phrase);
  if (item.reference.type === "handle") closePhrase(state);
  if (item.reference.type === "pronoun") endPronoun(state, i);
  return item.to;
};

/** "a charge Ukraine denied": behind a noun that says nothing of it, and before a verb, a state is who does it. */
function isContactSubject(state: ChunkState, { reference, to, qualifies }: MentionItem): boolean {
  const { open, before, rules, data } = state;
  const last = open?.nouns.at(-1);
  if (!before || data.language.order !== "svo" || open?.head !== undefined || last === undefined) return false;
  const isActor = reference.type === "known" && (reference.kind === KINDS.state || reference.kind === KINDS.place);
  if (!isActor || qualifies || rules.apposedNouns.has(last.lemma) || last.index + 1 !== open?.to) return false;
  return verbsAt(state, to)?.found.some(({ features }) => features.has("finite")) === true;
}

/** Whether a mention begins with a noun that says who is named behind it, and no office. */
function isDescribed({ from, name, offices }: MentionItem): boolean {
  return name !== undefined && name.from > from && offices.length === 0;
}

/**
 * "چین امریکہ تعلقات": two states before a noun own it together, in languages that put them so; with an organization
 * ("امریکہ طالبان مذاکرات") only where the noun is of two sides.
 */
function joinsState({ open, cursor, before, rules }: ChunkState, item: MentionItem): boolean {
  const isOf =
    (...kinds: readonly string[]) =>
    ({ reference }: MentionItem): boolean =>
      reference.type === "known" && kinds.includes(reference.kind);
  const isState = isOf(KINDS.state);
  const isActor = isOf(KINDS.state, KINDS.organization, KINDS.person);
  const first = open?.head ?? open?.owners.findLast(({ item: owner }) => owner.qualifies)?.item;
  if (before || first === undefined || !isActor(first) || !isActor(item) || item.qualifies) return false;
  if (first.to !== item.from || first.offices.length > 0) return false;
  let at = item.to;
  while (cursor.is(at, "medium", "ordinal", "adjective") && !cursor.is(at, "noun")) at += 1;
  if (isState(first) && isState(item)) return cursor.is(at, "noun");
  return (cursor.sentence.matches[at] ?? []).some(
    ({ entry }) => entry.type === "noun" && rules.mutualNouns.has(entry.lemma),
  );
}

/** "طالبان حکومت نے", "مودی حکومت نے": a body that does not say of which state it is, behind the name of who makes it up. */
function ownsGovernment(
  { open, cursor, before }: ChunkState,
  { reference, tied, from, to, country }: MentionItem,
): boolean {
  const head = open?.head?.reference;
  if (before || reference.type !== "body" || tied || country !== undefined || open?.to !== from) return false;
  if (head?.type !== "known" || (head.kind !== KINDS.person && head.kind !== KINDS.organization)) return false;
  return cursor.is(to, "subject-marker", "object-marker", "adposition", "genitive");
}

/** "مخالفت ترک کر دی": before a full verb that stands last an adjective of a state is none, but another word with its letters. */
function isPredicateAdjective(state: ChunkState, { from, to, reference }: MentionItem): boolean {
  if (state.before || reference.type !== "known" || reference.kind !== KINDS.state) return false;
  if (!state.cursor.is(from, "demonym") || state.cursor.is(from, "state")) return false;
  const verb = verbsAt(state, to);
  return verb?.found.every(({ lemma }) => !state.rules.auxiliaries.has(lemma)) === true;
}

/** "قندوز شہر پر", "the X rebel group": behind a name the noun that says what it is, before the marker of both. */
function saysWhat({ open, cursor, before }: ChunkState, { reference, from, to }: MentionItem): boolean {
  const head = open?.head?.reference;
  if (open?.to !== from || reference.type !== "description") return false;
  const kind = head?.type === "known" || head?.type === "name" ? head.kind : undefined;
  if (before) return kind === KINDS.organization && kind === reference.kind && open.head?.possessive !== true;
  return kind === reference.kind && cursor.is(to, "subject-marker", "object-marker", "adposition", "genitive");
}

/**
 * "دورہ بھارت": behind a noun in its direct form a state or place owns it, in languages that join them so. Behind an oblique
 * noun, or one that has an owner, a name begins another phrase.
 */
function ownsBehind({ open, tokens, rules, cursor }: ChunkState, { reference, to }: MentionItem): boolean {
  const place = reference.type === "known" && (reference.kind === KINDS.state || reference.kind === KINDS.place);
  const last = open?.nouns.at(-1);
  const noun = tokens[last?.index ?? -1];
  return (
    place &&
    open !== undefined &&
    last !== undefined &&
    noun !== undefined &&
    last.index + 1 === open.to &&
    // "اجلاس کی میزبانی برونائی کے سلطان نے کی": what owns the next noun begins a phrase with it, where the noun before has an owner.
    !(open.genitiveEnd > open.from && cursor.is(to, "genitive")) &&
    !rules.endsAsOblique(noun.norm) &&
    (open.owners.length === 0 ||
      open.owners.every(({ item }) => item.offices.length > 0 || item.name !== undefined || isReflexive(item)))
  );
}

/** "die Ausweisung russischer Diplomaten": the case that the ending of an adjective shows behind a noun. */
function casesOfAdjective(
  { tokens, data, last, cursor }: ChunkState,
  { from, marker, determined }: OpenPhrase,
): readonly Case[] | undefined {
  const first = tokens[from];
  if (first === undefined || marker !== undefined || determined || startsWithCapital(first.text)) return undefined;
  if (last === undefined || last.to !== from || last.members.length > 0 || last.date !== undefined) return undefined;
  if (last.nouns.length === 0 && !last.unknownHead) return undefined;
  const isGenitive = data.language.genitiveAdjectiveEndings.some((ending) => first.norm.endsWith(ending));
  return isGenitive && !cursor.is(from, "determiner", "possessive", "pronoun", "adverb") ? GENITIVE : undefined;
}

const GENITIVE: readonly Case[] = ["gen"];

/** Whether a noun that is complete stands open, in a language that writes nouns with a capital and joins no two of them. */
function followsCompleteNoun(state: ChunkState, i: number): boolean {
  const { open } = state;
  return (
    state.data.language.capitals === "nouns" &&
    open?.head === undefined &&
    (open?.nouns.length ?? 0) > 0 &&
    !isJoinedBefore(state, i)
  );
}

/** "das Militärbündnis Nato", "die Partei Fidesz": a name behind a noun for an organization says which. */
function namesNoun({ open, data }: ChunkState, { from, reference }: MentionItem): boolean {
  const last = open?.nouns.at(-1);
  if (last === undefined || last.index + 1 !== from) return false;
  return (
    reference.type === "known" &&
    reference.kind === KINDS.organization &&
    data.references.organizationHeads.includes(last.lemma)
  );
}

/** Whether a name carries an ending of the genitive: Russlands. */
function isGenitiveName(state: ChunkState, item: MentionItem): boolean {
  const { pack, token } = state.cursor;
  const last = token(item.to - 1);
  if (last === undefined || state.cursor.is(item.from, "determiner")) return false;
  if (item.reference.type === "name") return !item.reference.text.endsWith(last.text);
  const { reference } = item;
  if (reference.type !== "known") return false;
  return endingOfKnown(state.tokens.slice(item.from, item.to), reference.id, pack) !== "";
}

/** No noun follows a pronoun in its phrase; some forms hold their marker: انہیں, "to them". */
function endPronoun(state: ChunkState, i: number): void {
  const pronoun = state.cursor.find(i, "pronoun");
  if (pronoun === undefined || state.open === undefined) return;
  const { cases, marker } = pronoun.entry;
  state.open.cases = cases;
  if (marker !== undefined) closePhrase(state, { id: markerOfForm(state, marker), pairs: false });
  else if (state.before) closePhrase(state);
}

/** The name under which clauses know a marker that is given by its form. */
function markerOfForm({ data }: ChunkState, form: string): string {
  if (data.words.objectMarkers.includes(form)) return "object";
  if (data.words.subjectMarkers.includes(form)) return "subject";
  return data.words.adpositions.find(({ forms }) => forms.includes(form))?.id ?? form;
}

/** Most tokens of a remark in brackets that parts a phrase from its marker: "the lower house (X) نے". */
const REMARK_TOKENS = 8;

/** The index behind a remark in brackets that stands between a phrase and its marker; `undefined` for any other mark. */
function remarkEnd(state: ChunkState, i: number): number | undefined {
  const { cursor, open, tokens, before } = state;
  if (before || open === undefined || tokens[i]?.text !== "(") return undefined;
  const closing = tokens.slice(i, i + REMARK_TOKENS).findIndex(({ text }) => text === ")");
  const end = i + closing + 1;
  const marked = cursor.is(end, "subject-marker", "object-marker", "adposition", "genitive");
  return closing > 0 && marked ? end : undefined;
}

/** "$300 million": such a sign belongs to its number. */
const CURRENCY = /^\p{Sc}$/u;

const readMark: ReadAt = (state, i) => {
  const token = state.tokens[i];
  if (token?.shape !== "mark") return undefined;
  if (CURRENCY.test(token.text)) return i + 1;
  const remark = remarkEnd(state, i);
  if (remark !== undefined) return remark;
  const quotation = quotationAt(state.tokens, i, state.quoted);
  if (quotation === undefined) {
    pushChunk(
      state,
      BREAKS.has(token.text)
        ? { type: "break", index: i, comma: COMMAS.has(token.text), strong: SEMICOLONS.has(token.text) }
        : { type: "stop", index: i },
    );
    return i + 1;
  }
  const opens = quotation === "opens";
  if (opens === state.quoted) return i + 1;
  // A quotation of a few words inside a phrase does not end it.
  if (!isShortQuotation(state.tokens, i, opens)) pushChunk(state, { type: "quote", index: i, open: opens });
  state.quoted = opens;
  return i + 1;
};

/** Most words of an insertion in brackets that is passed over: an abbreviation, a party. */
const INSERTION_TOKENS = 8;

/** An insertion in brackets without verb and date says nothing in its clause. */
const readInsertion: ReadAt = (state, i) => {
  if (state.tokens[i]?.text !== "(") return undefined;
  for (let j = i + 1; j <= i + INSERTION_TOKENS; j += 1) {
    const text = state.tokens[j]?.text;
    if (text === undefined || state.dateAt.has(j) || verbsAt(state, j) !== undefined) return undefined;
    if (text !== ")") continue;
    const { open } = state;
    if (open !== undefined) open.to = j + 1;
    closePhrase(state);
    return j + 1;
  }
  return undefined;
};

/** A marker behind its phrase, in languages that have them there. */
const readMarkerBehind: ReadAt = (state, i) => {
  if (state.before) return undefined;
  const { cursor, open, chunks } = state;
  const behind = cursor.find(i, "subject-marker", "object-marker", "adposition", "source");
  const genitive = cursor.find(i, "genitive");
  if (behind === undefined) return undefined;
  const { end, entry } = behind;
  if (open === undefined) {
    const earlier = chunks.at(-1);
    // "کرنے کے لیے": what an infinitive stands under, where that is more than a genitive.
    if (earlier?.type === "verb" && end > (genitive?.end ?? 0) && isInfinitive(earlier)) {
      if (entry.type === "adposition") chunks.push({ type: "adposition", index: i, id: entry.id });
      // "واپس بلانے کو کہا"
      else if (entry.type === "object-marker") chunks.push({ type: "linker", index: i });
      return end;
    }
    if (genitive !== undefined) return undefined;
    // The adposition of a date.
    if (earlier?.type === "phrase" && earlier.phrase.date !== undefined && earlier.phrase.to === i) {
      state.last = { ...earlier.phrase, to: end, reach: end };
      chunks[chunks.length - 1] = { type: "phrase", phrase: state.last };
    }
    return end;
  }
  if (end < (genitive?.end ?? 0)) return undefined;
  open.to = end;
  if (entry.type === "adposition") closePhrase(state, entry);
  else if (entry.type === "source") closePhrase(state, { id: SOURCE, pairs: false });
  else closePhrase(state, { id: entry.type === "subject-marker" ? "subject" : "object", pairs: false });
  return end;
};

const readGenitive: ReadAt = (state, i) => {
  const { cursor, open } = state;
  const genitive = cursor.find(i, "genitive");
  if (genitive === undefined || open === undefined) return undefined;
  const verb = verbsAt(state, i);
  if (verb !== undefined && isVerbNotGenitive(state, verb.end)) return undefined;
  demoteHead(state, "genitive");
  open.to = genitive.end;
  open.genitiveEnd = genitive.end;
  open.unknownHead = false;
  return genitive.end;
};

/** Words of the closed classes that stand between phrases, by what each of them is. */
const readFunctionWord: ReadAt = (state, i) => {
  const { cursor } = state;
  const push = (chunk: Chunk, end: number): number => {
    pushChunk(state, chunk);
    return end;
  };
  const linker = cursor.find(i, "linker");
  if (linker !== undefined) {
    push({ type: "linker", index: i }, linker.end);
    passOver(state, i, linker.end);
    return linker.end;
  }
  const negation = cursor.find(i, "negation");
  if (negation !== undefined) {
    if (!state.before || hasHead(state.open) || isGerundBehind(state, negation.end)) closePhrase(state);
    state.chunks.push({ type: "negation", index: i });
    return negation.end;
  }
  const additive = cursor.find(i, "additive");
  if (additive !== undefined) return push({ type: "additive", index: i }, additive.end);
  const hedge = cursor.find(i, "hedge");
  // "stellt … bereit": a prefix of the verb before it is none.
  if (hedge !== undefined && separablePrefix(state, i) === undefined) {
    state.chunks.push({ type: "hedge", index: i, entry: hedge.entry });
    return hedge.end;
  }
  const infinitive = cursor.find(i, "infinitive-marker");
  if (infinitive !== undefined && leadsInfinitive(state, infinitive.end))
    return push({ type: "infinitive", index: i }, infinitive.end);
  return undefined;
};

/** "of not attacking": what an adposition governs is no phrase. */
function isGerundBehind(state: ChunkState, index: number): boolean {
  const verb = state.marker === undefined ? undefined : verbsAt(state, index);
  return verb?.found.every(({ features }) => features.has("gerund")) === true;
}

/** What stands behind a relative pronoun where adpositions follow: its marker, or a mark of the genitive. */
function relativeMarkerAt(
  { cursor, before }: ChunkState,
  index: number,
): { readonly end: number; readonly role?: string; readonly marker?: string } | undefined {
  if (before) return undefined;
  const found = cursor.find(index, "subject-marker", "object-marker", "adposition");
  const genitive = cursor.find(index, "genitive");
  if (genitive !== undefined && genitive.end >= (found?.end ?? 0)) return { end: genitive.end, role: "possessor" };
  if (found === undefined) return undefined;
  const { end, entry } = found;
  if (entry.type === "adposition") return { end, marker: entry.id };
  return { end, marker: entry.type === "subject-marker" ? "subject" : "object" };
}

/** Relatives, complementizers, subordinators, coordinators. */
const readClauseOpener: ReadAt = (state, i) => {
  const { cursor } = state;
  const complementizer = cursor.find(i, "complementizer");
  const relative = cursor.find(i, "relative");
  if (relative !== undefined && isRelative(state, i, relative.end, complementizer !== undefined)) {
    const behind = relativeMarkerAt(state, relative.end);
    const { role } = relative.entry;
    pushChunk(state, { type: "relative", index: i, role: behind?.role ?? role, marker: behind?.marker });
    return behind?.end ?? relative.end;
  }
  // "کہ آیا": one that is a part of a longer word opens what that opens.
  const inLonger = (cursor.find(i, "subordinator")?.end ?? 0) > (complementizer?.end ?? Infinity);
  if (
    complementizer !== undefined &&
    !inLonger &&
    !(cursor.is(i, "determiner") && isDeterminerHere(state, complementizer.end))
  ) {
    pushChunk(state, { type: "complementizer", index: i });
    return complementizer.end;
  }
  const subordinator = cursor.find(i, "subordinator");
  const adposition = cursor.find(i, "adposition");
  const asAdposition = adposition !== undefined && adposition.end >= (subordinator?.end ?? 0);
  const purpose = subordinator?.entry.kind === "purpose";
  if (subordinator !== undefined && isAdverbInGroup(state, subordinator.end)) {
    state.chunks.push({ type: "adverb", index: i });
    return subordinator.end;
  }
  if (subordinator !== undefined && !(asAdposition && !leadsClause(state, subordinator.end, purpose))) {
    pushChunk(state, { type: "subordinator", index: i, kind: subordinator.entry.kind });
    return subordinator.end;
  }
  const coordinator = cursor.find(i, "coordinator");
  if (coordinator === undefined) return undefined;
  if (joinsAdjectives(state, coordinator.end)) return coordinator.end;
  pushChunk(state, { type: "coordinator", index: i });
  return coordinator.end;
};

/** "russische und belarussische Banken": between two adjectives of one noun a coordinator parts no phrases. */
function joinsAdjectives(state: ChunkState, end: number): boolean {
  const { open, tokens, rules, cursor } = state;
  if (state.data.language.order === "sov" && open !== undefined) {
    // "تاریخی اور ثقافتی رشتے"
    const isAdjective = (at: number): boolean =>
      !state.itemAt.has(at) &&
      !cursor.is(at, "noun") &&
      (cursor.is(at, "adjective") || rules.endsAsAdjective(tokens[at]?.norm ?? ""));
    return open.head === undefined && open.genitiveEnd < open.to && isAdjective(open.to - 1) && isAdjective(end);
  }
  if (state.data.language.capitals !== "nouns" || open === undefined || hasHead(open)) return false;
  return state.itemAt.get(end)?.qualifies === true || (isInflected(state, end) && !state.itemAt.has(end));
}

/** "Staats- und Regierungschefs": the first of two compounds, which leaves out what both end in. */
const readShortened: ReadAt = (state, i) => {
  const { tokens, cursor } = state;
  const hyphen = tokens[i + 1];
  if (state.itemAt.has(i) || hyphen?.text !== "-" || !hyphen.glued || isJoiner(tokens, i + 1)) return undefined;
  return cursor.find(i + 2, "coordinator")?.end;
};

/** "has since left": between an auxiliary and its verb nothing opens a clause. */
function isAdverbInGroup(state: ChunkState, end: number): boolean {
  const previous = state.chunks.at(-1);
  if (state.open !== undefined || previous?.type !== "verb") return false;
  const behind = verbsAt(state, end)?.found.some(({ features }) => features.has("participle")) === true;
  return behind && previous.entries.some(({ lemma }) => state.rules.auxiliaries.has(lemma));
}

const readPrefix: ReadAt = (state, i) => {
  const prefix = separablePrefix(state, i);
  if (prefix === undefined) return undefined;
  pushChunk(state, { type: "prefix", index: i, form: prefix });
  return i + 1;
};

const CLOCK = /^\d{1,2}(?:[.:]\d{2})?$/;

/** "am Abend", "vor Ort", "18:40 Uhr": adverbs of several words, and times of the day. */
const readAdverbial: ReadAt = (state, i) => {
  const { cursor, tokens, data } = state;
  if (data.language.order !== "v2") return undefined;
  const adverb = cursor.find(i, "adverb");
  const clock = CLOCK.test(tokens[i]?.text ?? "") && cursor.is(i + 1, "part-of-day");
  const end = clock ? i + 2 : (adverb?.end ?? 0);
  const adposition = cursor.find(i, "adposition");
  if (end < i + 2 || end <= (adposition?.end ?? 0)) return undefined;
  pushChunk(state, { type: "adverb", index: i, to: end });
  return end;
};

/** An adposition or a word that names a source, before its phrase or behind it. */
const readAdposition: ReadAt = (state, i) => {
  const { cursor } = state;
  const adposition = state.before ? cursor.find(i, "adposition") : undefined;
  const found = cursor.find(i, "source");
  const source = found !== undefined && isSource(state, i, found.end) ? found : undefined;
  if (adposition !== undefined && (isApproximate(state, i, adposition.end) || leadsToInfinitive(state, adposition.end)))
    return adposition.end;
  if (adposition !== undefined && adposition.end >= (source?.end ?? 0)) {
    closePhrase(state);
    state.marker = { id: adposition.entry.id, pairs: adposition.entry.pairs, index: i };
    return adposition.end;
  }
  if (source === undefined) return undefined;
  closePhrase(state);
  if (state.before) state.marker = { id: SOURCE, pairs: false, index: i };
  return source.end;
};

/** "killed about 200 people": before a number and behind a verb or another adposition a word that says how exact it is. */
function isApproximate(
  { open, chunks, marker, cursor, data, tokens }: ChunkState,
  index: number,
  end: number,
): boolean {
  if (open !== undefined || !data.words.approximators.includes(cursor.find(index, "adposition")?.entry.id ?? ""))
    return false;
  const counts = tokens[end]?.shape === "number" || isFraction(cursor, end);
  return counts && (marker !== undefined || chunks.at(-1)?.type !== "phrase");
}

/** "a fifth", "a dozen". */
function isFraction(cursor: ChunkState["cursor"], index: number): boolean {
  const article = cursor.find(index, "determiner");
  return article !== undefined && cursor.is(article.end, "ordinal", "transparent");
}

/** "is due to meet X": an adposition of several words whose last one is the marker of the infinitive that follows. */
function leadsToInfinitive(state: ChunkState, end: number): boolean {
  const { cursor, chunks, open } = state;
  if (open !== undefined || chunks.at(-1)?.type !== "verb" || !cursor.is(end - 1, "infinitive-marker")) return false;
  if (cursor.find(end - 1, "adposition")?.end === end && cursor.find(end - 2, "adposition")?.end !== end) return false;
  if (!leadsInfinitive(state, end)) return false;
  chunks.push({ type: "infinitive", index: end - 1 });
  return true;
}

const readParticle: ReadAt = (state, i) => {
  const particle = state.cursor.find(i, "particle");
  if (particle === undefined) return undefined;
  state.chunks.push({ type: "adverb", index: i });
  return particle.end;
};

/** Whether a verb is an infinitive and nothing else. */
function isInfinitive({ entries }: Extract<Chunk, { type: "verb" }>): boolean {
  return entries.every(({ features }) => features.has("infinitive"));
}

/** A mark of the genitive behind an infinitive: "the threat of doing". */
const readInfinitiveGenitive: ReadAt = (state, i) => {
  const genitive = state.cursor.find(i, "genitive");
  const previous = state.chunks.at(-1);
  if (genitive === undefined || state.before || state.open !== undefined || previous?.type !== "verb") return undefined;
  if (!isInfinitive(previous)) return undefined;
  state.chunks.push({ type: "linker", index: i });
  return genitive.end;
};

/** "Iran-backed rebels": a participle joined to the name of who does it tells of the phrase that it stands in. */
function readJoinedParticiple(
  state: ChunkState,
  index: number,
  { end, found }: NonNullable<ReturnType<typeof verbsAt>>,
): number | undefined {
  const { open, data, chunks } = state;
  const agent = open?.head;
  const [marker] = data.words.agentMarkers;
  const entries = found.filter(({ features }) => features.has("participle"));
  if (!state.before || open === undefined || agent?.to !== index - 1 || entries.length === 0) return undefined;
  const phrase = { ...phraseOfMention(agent), marker };
  chunks.push({ type: "attribute", index, from: agent.from, to: end, phrases: [phrase], entries, active: false });
  open.head = undefined;
  open.to = end;
  return end;
}

/** "helped broker a deal", "helped Mali fight rebels": behind such a verb an infinitive needs no marker. */
function isBareInfinitive(
  { chunks, open, marker, data, cursor }: ChunkState,
  { end, found }: NonNullable<ReturnType<typeof verbsAt>>,
): boolean {
  const verb = chunks.at(-1);
  const helps = verb?.type === "verb" && verb.entries.some(({ lemma }) => data.verbs.bareInfinitives.includes(lemma));
  if (!helps || marker !== undefined || (open !== undefined && open.head === undefined)) return false;
  const isBase = found.some(({ features }) => features.has("base") || features.has("infinitive"));
  return isBase && !cursor.is(end, "adposition") && cursor.token(end) !== undefined;
}

const readVerb: ReadAt = (state, i) => {
  const verb = verbsAt(state, i);
  if (verb === undefined) return undefined;
  // Joined to the word before it, a participle is an adjective: "government-backed".
  if (isJoinedBefore(state, i)) return readJoinedParticiple(state, i, verb);
  if (isBareInfinitive(state, verb)) pushChunk(state, { type: "infinitive", index: i });
  else if (isNounNotVerb(state, i, verb.end, verb.found)) return undefined;
  pushChunk(state, { type: "verb", index: i, to: verb.end, entries: verb.found });
  return verb.end;
};

/** What stands behind a phrase where adpositions follow. */
const MARKS = ["subject-marker", "object-marker", "adposition", "genitive"] as const;

const readDeterminer: ReadAt = (state, i) => {
  const determiner = state.cursor.find(i, "determiner");
  if (determiner === undefined) return undefined;
  // "most recently": before an adverb it is one.
  if (state.cursor.is(i, "adverb") && isAdverb(state, determiner.end)) return undefined;
  // "پاکستان اور بھارت دونوں کی": behind a name, and before its mark, it counts those who were named.
  const { open, cursor } = state;
  const counts = !state.before && open?.head !== undefined && cursor.is(determiner.end, ...MARKS);
  if (counts && open !== undefined) {
    open.to = determiner.end;
    return determiner.end;
  }
  if (hasHead(state.open)) closePhrase(state);
  const phrase = openPhrase(state, i);
  phrase.cases ??= determiner.entry.cases;
  phrase.determined = true;
  phrase.to = readAttribute(state, determiner.end);
  return phrase.to;
};

/** A participle with its phrases between an article and its noun becomes a chunk before the phrase. Returns the index behind it. */
function readAttribute(state: ChunkState, index: number): number {
  if (state.data.language.order !== "v2") return index;
  const end = attributeEnd(state, index);
  if (end === undefined) return index;
  const inner: ChunkState = { ...state, chunks: [], open: undefined, marker: undefined, last: undefined };
  for (let i = index; i < end;) i = readChunk(inner, i);
  closePhrase(inner);
  const phrases = mergeCoordination(inner.chunks, state.data, true).flatMap((chunk) =>
    chunk.type === "phrase" ? [chunk.phrase] : [],
  );
  const participle = participleWithEnding(state, end);
  if (participle !== undefined)
    state.chunks.push({ type: "attribute", from: index, index: end, to: end + 1, phrases, ...participle });
  // "der von der Armee gestürzte Staatschef X": a mention that the participle begins is read with it.
  return state.itemAt.has(end) ? end : end + 1;
}

/** "gave Ukraine tanks": behind a verb of giving a bare name is who gets what follows. */
function isReceiver({ data, rules, open, chunks, cursor }: ChunkState): boolean {
  const verb = chunks.at(-1);
  if (data.language.order !== "svo" || open?.head === undefined || verb?.type !== "verb") return false;
  if (open.determined || open.marker !== undefined || open.nouns.length + open.owners.length > 0) return false;
  // "sent WhatsApp messages": other names stand before nouns as what they are about.
  const { reference } = open.head;
  const { head } = open;
  const isActor =
    reference.type === "office" ||
    (reference.type === "known" && (reference.kind === KINDS.state || reference.kind === KINDS.person));
  if (!isActor || cursor.find(head.from, "demonym")?.end === head.to) return false;
  return verb.entries.some(({ lemma }) => rules.givingVerbs.has(lemma));
}

function actsForBody({ open, cursor, before }: ChunkState, index: number): boolean {
  const { reference, possessive } = open?.head ?? {};
  const isBody = reference?.type === "body" || (reference?.type === "known" && reference.kind === KINDS.organization);
  const acting = cursor.find(index, "acting-noun");
  if (!before || !isBody || possessive === true || acting?.end !== index + 1) return false;
  // What stands before another noun is no head: "State Department officials' claims".
  return !cursor.is(index + 1, "genitive", "noun");
}

/** "called the Taliban dangerous": an adjective behind a name, with no noun behind it, says something of who is named. */
function isPredicate({ data, cursor, open }: ChunkState, index: number): boolean {
  if (data.language.capitals !== "names" || open?.head === undefined || !cursor.is(index, "adjective")) return false;
  const next = cursor.token(index + 1);
  const ends = next === undefined || next.shape === "mark" || cursor.is(index + 1, "adposition", "coordinator");
  return ends && !cursor.is(index, "noun", "office") && !cursor.is(index, "demonym");
}

/** "naval exercise" is an exercise too, where no row speaks of the longer noun; a "trade war" is no war. */
function addHeads(state: ChunkState, phrase: OpenPhrase, from: number, to: number): void {
  const { frameNouns, eventTypes, relationsOf } = state.rules;
  const own = phrase.nouns.filter(({ index }) => index === from).map(({ lemma }) => lemma);
  const verbLast = state.data.language.order === "sov";
  if (!verbLast && own.some((lemma) => frameNouns.has(lemma))) return;
  const told = new Set(own.flatMap((lemma) => relationsOf.get(lemma) ?? []));
  const type = own.map((lemma) => eventTypes.get(lemma)).find((found) => found !== undefined);
  for (let i = from + 1; i < to; i += 1) {
    for (const { end, entry } of state.cursor.sentence.matches[i] ?? []) {
      if (entry.type !== "noun" || end !== to) continue;
      const isOther = type !== undefined && (eventTypes.get(entry.lemma) ?? type) !== type;
      // "لفظی حملہ": of the longer noun the rows say something else.
      const isOtherAct = told.size > 0 && !(relationsOf.get(entry.lemma) ?? []).some((relation) => told.has(relation));
      if (!isOther && !isOtherAct) phrase.nouns.push({ lemma: entry.lemma, index: from });
    }
  }
}

/** Whether the open phrase has a noun already, known or, under an adposition, by its capital: "in der Angelegenheit Sanktionen". */
function endsInNoun({ open, tokens }: ChunkState): boolean {
  if (open === undefined) return false;
  const isUnknownNoun = open.marker !== undefined && open.unknownHead;
  return open.nouns.length > 0 || (isUnknownNoun && startsWithCapital(tokens[open.to - 1]?.text ?? ""));
}

/** "1,3 Milliarden Dollar Militärhilfe": a noun that counts has what it counts behind it. */
function isMeasured({ open, rules }: ChunkState): boolean {
  const last = open?.nouns.at(-1);
  return last !== undefined && last.index + 1 === open?.to && rules.measures.has(last.lemma);
}

/** Everything else is part of a noun phrase, unless it is an adverb. */
const readNoun: ReadAt = (state, i) => {
  const { cursor, data } = state;
  const token = state.tokens[i];
  const noun = cursor.find(i, "noun");
  const known = cursor.find(
    i,
    "topic",
    "medium",
    "ordinal",
    "counterpart",
    "office",
    "body",
    "acting-noun",
    "transparent",
  );
  const adverb = noun === undefined && token?.shape !== "number" && isAdverb(state, i);
  if (token === undefined || (adverb && (known === undefined || isAdverbInGroup(state, i + 1)))) return undefined;
  const adjective =
    data.language.capitals === "nouns" &&
    !startsWithCapital(token.text) &&
    noun === undefined &&
    token.shape !== "number";
  const qualifies = adjective || (noun === undefined && cursor.is(i, "adjective", "ordinal"));
  if (data.language.capitals === "nouns" && !isJoinedBefore(state, i)) {
    const { open } = state;
    if (open?.head !== undefined) {
      // A name stands before a noun only in the genitive.
      if (isGenitiveName(state, open.head)) demoteHead(state, "genitive");
      else closePhrase(state);
    } else if (noun !== undefined && endsInNoun(state) && !isMeasured(state)) closePhrase(state);
  }
  if (adjective && hasHead(state.open)) closePhrase(state);
  // "State Department officials": those who act for a body act as it.
  if (state.open?.head !== undefined && actsForBody(state, i)) {
    state.open.to = i + 1;
    return i + 1;
  }
  if (isPredicate(state, i)) {
    pushChunk(state, { type: "adverb", index: i });
    return i + 1;
  }
  // Where adpositions follow, a name does not stand before a noun without a mark of the genitive.
  if (isReceiver(state)) closePhrase(state);
  else if (state.before) demoteHead(state, "modifier");
  else if (state.open?.head !== undefined) closePhrase(state);
  const phrase = openPhrase(state, i);
  const adjectiveEnd = cursor.find(i, "adjective")?.end ?? 0;
  phrase.to = Math.max(noun?.end ?? 0, known?.end ?? 0, adjectiveEnd, i + 1);
  for (const { end, entry } of cursor.sentence.matches[i] ?? []) {
    if (entry.type === "noun" && end === noun?.end) phrase.nouns.push({ lemma: entry.lemma, index: i });
  }
  if (noun !== undefined) addHeads(state, phrase, i, noun.end);
  phrase.unknownHead = noun === undefined && token.shape === "word" && !qualifies;
  phrase.cases ??= casesOfAdjective(state, phrase);
  return phrase.to;
};

/** Whether a phrase has an article or an owner, and no noun yet: "the recently elected", "Libya's internationally". */
function waitsInside(open: OpenPhrase | undefined): boolean {
  return open?.determined === true || (!hasHead(open) && open?.owners.some(({ by }) => by === "genitive") === true);
}

const readAdverb: ReadAt = (state, i) => endAdverb(state, i, i + 1);

function endAdverb(state: ChunkState, i: number, end: number): number {
  // "the recently elected president", "mit rund 100 Panzern": inside a phrase that has begun an adverb does not end it.
  const { order } = state.data.language;
  const inside = order === "svo" ? waitsInside(state.open) : order === "v2" && waitsForNoun(state, end);
  if (!inside) closePhrase(state);
  state.chunks.push({ type: "adverb", index: i, to: end });
  passOver(state, i, end);
  return end;
}

/** "von den USA gelieferte Raketen": without an article too, a participle before its noun takes who does it with it. */
const readBareAttribute: ReadAt = (state, i) => {
  if (state.data.language.order !== "v2" || state.marker !== undefined) return undefined;
  const { open, data, chunks } = state;
  const participle = participleWithEnding(state, i);
  if (participle === undefined || participle.active || verbsAt(state, i) !== undefined || !startsNoun(state, i + 1))
    return undefined;
  if (open?.head === undefined || !data.words.agentMarkers.includes(open.marker?.id ?? "")) return undefined;
  closePhrase(state);
  const agent = chunks.pop();
  if (agent?.type === "phrase")
    chunks.push({
      type: "attribute",
      from: agent.phrase.from,
      index: i,
      to: i + 1,
      phrases: [agent.phrase],
      ...participle,
    });
  return i + 1;
};

/** Whether an adposition waits for a phrase that begins at a token. */
function waitsForNoun(state: ChunkState, index: number): boolean {
  if (state.open !== undefined || state.marker === undefined || verbsAt(state, index) !== undefined) return false;
  if (state.cursor.is(index, "determiner", "possessive") || state.tokens[index]?.shape === "number") return true;
  return startsNoun(state, index);
}

const READERS: readonly ReadAt[] = [
  readJoiner,
  readShortened,
  readDate,
  readLongAdverb,
  readMention,
  readInsertion,
  readMark,
  readMarkerBehind,
  readGenitive,
  readFunctionWord,
  readClauseOpener,
  readPrefix,
  readAdverbial,
  readAdposition,
  readParticle,
  readInfinitiveGenitive,
  readBareAttribute,
  readVerb,
  readDeterminer,
  readNoun,
  readAdverb,
];

/** Readers as bits, by their place in the list: so few of all that are tried can read what stands at a token. */
function bitsOf(...readers: readonly ReadAt[]): number {
  return readers.reduce((bits, read) => bits | (1 << READERS.indexOf(read)), 0);
}

/** Readers of what a list knows, by what it says that it is. */
const READ_LISTED: ReadonlyMap<Entry["type"], number> = new Map(
  Object.entries({
    adverb: [readLongAdverb],
    "subject-marker": [readMarkerBehind],
    "object-marker": [readMarkerBehind],
    adposition: [readMarkerBehind, readAdposition],
    source: [readMarkerBehind, readAdposition],
    genitive: [readGenitive, readInfinitiveGenitive],
    linker: [readFunctionWord],
    negation: [readFunctionWord],
    additive: [readFunctionWord],
    hedge: [readFunctionWord],
    "infinitive-marker": [readFunctionWord],
    complementizer: [readClauseOpener],
    relative: [readClauseOpener],
    subordinator: [readClauseOpener],
    coordinator: [readClauseOpener],
    particle: [readParticle],
    verb: [readVerb],
    determiner: [readDeterminer],
  } satisfies Partial<Record<Entry["type"], readonly ReadAt[]>>).map(
    ([type, readers]) => [type as Entry["type"], bitsOf(...readers)] as const,
  ),
);
/** Readers of marks only, and all that are tried on any token: those of which the table above says nothing. */
const READ_MARKS_ONLY = bitsOf(readJoiner, readInsertion, readMark);
const READ_WORDS = [...READ_LISTED.values()].reduce(
  (bits, some) => bits & ~some,
  bitsOf(...READERS) & ~READ_MARKS_ONLY,
);
const READ_MARKS = READ_WORDS | READ_MARKS_ONLY;

import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import type { Apposition, Chunk, Phrase } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

/**
 * Joins coordinated names into one phrase ("A, B and C"), and drops what is only an apposition between commas. A name
 * before a finite verb of its own is left alone: "A met B and C said …".
 */
export function mergeCoordination(
  chunks: readonly Chunk[],
  { language, reporting, words }: LanguageData,
  hasBracket: boolean,
): Chunk[] {
  const merged: Chunk[] = [];
  for (let i = 0; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined) break;
    if (isExcluded(chunks, i)) {
      i += 2;
      continue;
    }
    if (chunk.type !== "phrase" || chunk.phrase.members.length === 0) {
      merged.push(chunk);
      continue;
    }
    let { phrase } = chunk;
    if (isFronted(merged, chunks, i, phrase)) {
      merged.push(chunk);
      continue;
    }
    // Where the verb stands last, one behind a list is that of its clause.
    const mayBeObject =
      language.order !== "sov" &&
      isObjectPlace(merged, phrase, reporting.verbs) &&
      !isAgent(merged, phrase, words.agentMarkers);
    let closed = false;
    for (;;) {
      const list = nextMember(chunks, i, phrase);
      // "die Präsidenten von A und B, C und D, …": behind its coordinator a list has no comma.
      const comma = chunks[i + 1]?.type === "break";
      if (list === undefined || (closed && comma)) break;
      closed ||= !comma;
      // Behind a comma and a coordinator a name may be the subject of a clause of its own, whatever stands beside it.
      const apart = comma && phrase.members.length === 1;
      const following = apart ? verbBehind(chunks, list.to, reporting.verbs) : chunks[list.to];
      const opensClause =
        following?.type === "verb" &&
        following.entries.some(({ features }) => features.has("finite") || features.has("base")) &&
        // "will A und B besuchen": what can close a bracket opens no clause.
        !(
          hasBracket &&
          following.entries.some(({ features }) => features.has("infinitive") || features.has("participle"))
        );
      // "between A and B" needs its second member, whatever follows.
      const needsMember = phrase.pairs && phrase.members.length === 1;
      if (mayBeObject && opensClause && !needsMember) break;
      phrase = {
        ...phrase,
        to: list.phrase.to,
        reach: list.phrase.reach,
        marker: list.phrase.marker ?? phrase.marker,
        pairs: phrase.pairs || list.phrase.pairs,
        members: [...phrase.members, ...list.phrase.members],
        apposed: [...(phrase.apposed ?? []), ...ownedBy(phrase.members.at(-1), list.phrase)],
      };
      i = list.to - 1;
    }
    merged.push({ type: "phrase", phrase });
  }
  return merged;
}

/** What stands behind a member of a list: "met X in Y, and Z, the spokesman of W, said", past the comma that ends an apposition. */
function verbBehind(
  chunks: readonly Chunk[],
  at: number,
  reporting: readonly { readonly lemma: string }[],
): Chunk | undefined {
  const first = chunks[at];
  if (first?.type !== "break" || !first.comma) return first;
  // "and his spokesman, W, said": the name may be the apposition.
  const closing = chunks.findIndex((chunk, i) => i > at && chunk.type !== "phrase");
  const isApposed = closing > at + 1 && chunks[closing]?.type === "break";
  const verb = chunks[isApposed ? closing + 1 : at + 1];
  if (verb?.type !== "verb") return first;
  const reports = verb.entries.some((entry) => reporting.some(({ lemma }) => lemma === entry.lemma));
  return reports && !isApposed ? first : verb;
}

/** "X and his wife Y": whose wife she is stands before her in the list. */
function ownedBy(item: MentionItem | undefined, { apposed = [], owners }: Phrase): readonly Apposition[] {
  if (item === undefined || owners.length === 0) return apposed;
  const owner = { item, by: "genitive" } as const;
  return apposed.map((one) => ({ ...one, phrases: one.phrases.map((phrase) => ({ ...phrase, owners: [owner] })) }));
}

/** "In Singapore, X and Y met": a place before a comma is none of those who do it. */
function isFronted(before: readonly Chunk[], chunks: readonly Chunk[], at: number, phrase: Phrase): boolean {
  if (phrase.marker === undefined || phrase.pairs || chunks[at + 1]?.type !== "break") return false;
  if (before.some(({ type }) => type === "verb")) return false;
  let end = at;
  for (let next = nextMember(chunks, end, phrase); next !== undefined; next = nextMember(chunks, end, phrase)) {
    if (next.phrase.marker !== undefined) return false;
    end = next.to - 1;
  }
  const verb = chunks[end + 1];
  return end > at && verb?.type === "verb" && hasFeature(verb.entries, "finite");
}

/** "a truce agreed by X and Y ended": behind a participle, who does it may be several, though a finite verb follows. */
function isAgent(before: readonly Chunk[], { marker }: Phrase, agentMarkers: readonly string[]): boolean {
  if (marker === undefined || !agentMarkers.includes(marker)) return false;
  const verbs = before.filter((chunk) => chunk.type === "verb");
  return verbs.every(({ entries }) => hasFeature(entries, "participle"));
}

const isName = (chunk: Chunk | undefined): boolean => chunk?.type === "phrase" && chunk.phrase.members.length > 0;

/** Whether three chunks from here only say who it was not: "Trump[, not Biden], met", "[X نہیں بلکہ] Y". */
function isExcluded(chunks: readonly Chunk[], at: number): boolean {
  const [first, second, third, fourth] = chunks.slice(at, at + 4);
  if (isName(first) && second?.type === "negation" && third?.type === "coordinator") return isName(fourth);
  if (first?.type !== "break" || second?.type !== "negation" || !isName(third)) return false;
  return chunks[at - 1]?.type === "phrase" && (fourth === undefined || fourth.type === "break");
}

/** Whether a phrase belongs to what stands before it, so that a name behind it may be the subject of the next verb. */
function isObjectPlace(
  before: readonly Chunk[],
  phrase: Phrase,
  reporting: readonly { readonly lemma: string }[],
): boolean {
  if (!before.some(({ type }) => type === "verb")) return false;
  if (phrase.marker !== undefined) return true;
  const last = before.findLast(({ type }) => type !== "adverb" && type !== "negation" && type !== "additive");
  switch (last?.type) {
    case "verb":
      return !last.entries.some((entry) => reporting.some(({ lemma }) => lemma === entry.lemma));
    case "complementizer":
    case "subordinator":
    case "break":
    case "quote":
    case "coordinator":
      return false;
    default:
      return true;
  }
}

const ADVERBS: ReadonlySet<string> = new Set(["adverb", "additive"]);

/** The next member of a list that `phrase` begins: behind a coordinator, or behind a comma when a coordinator comes later. */
function nextMember(
  chunks: readonly Chunk[],
  at: number,
  phrase: Phrase,
): { readonly phrase: Phrase; readonly to: number } | undefined {
  const link = chunks[at + 1];
  let skip = link?.type === "break" && chunks[at + 2]?.type === "coordinator" ? 1 : 0;
  // "mit A und anschließend auch mit B": the same marker joins them, whatever adverb stands between.
  while (phrase.marker !== undefined && ADVERBS.has(chunks[at + 2 + skip]?.type ?? "")) skip += 1;
  const next = chunks[at + 2 + skip];
  const afterAdverb = ADVERBS.has(chunks[at + 1 + skip]?.type ?? "");
  if (
    link === undefined ||
    next?.type !== "phrase" ||
    next.phrase.members.length === 0 ||
    (!next.phrase.members.every(isSomebody) && next.phrase.owners.some(({ item }) => item.reference.type !== "pronoun"))
  )
    return undefined;
  if (link.type === "break" && (!link.comma || (skip === 0 && !listGoesOn(chunks, at + 2)))) return undefined;
  if (link.type !== "break" && link.type !== "coordinator") return undefined;
  const { marker } = next.phrase;
  // "Egypt, along with Qatar, tries": behind a comma an adposition of its own begins no member.
  if (link.type === "break" && marker !== undefined && phrase.marker === undefined && !phrase.pairs) return undefined;
  // "X, the vice-chancellor and leader of Y, met": what stands behind a comma says what X is.
  if (link.type === "break" && next.phrase.members.every(isOfficeAlone) && phrase.members.every(isSomebody))
    return undefined;
  if (afterAdverb && next.phrase.marker !== phrase.marker) return undefined;
  const sameMarker =
    next.phrase.marker === undefined || next.phrase.marker === phrase.marker || phrase.marker === undefined;
  return sameMarker && next.phrase.quoted === phrase.quoted ? { phrase: next.phrase, to: at + 3 + skip } : undefined;
}

/** "Germany's X and France's Y": somebody whom his state stands before is a member of a list none the less. */
function isSomebody({ reference }: MentionItem): boolean {
  return "kind" in reference && reference.kind === KINDS.person && reference.type !== "office";
}

function isOfficeAlone({ reference, name }: MentionItem): boolean {
  return reference.type === "office" && name === undefined;
}

/** Whether a comma-separated list of names ends in a coordinator. */
function listGoesOn(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at; i < chunks.length; i += 2) {
    const phrase = chunks[i];
    const link = chunks[i + 1];
    if (phrase?.type !== "phrase" || phrase.phrase.members.length === 0) return false;
    if (link?.type === "coordinator") return chunks[i + 2]?.type === "phrase";
    if (link?.type !== "break") return false;
    if (chunks[i + 2]?.type === "coordinator") return chunks[i + 3]?.type === "phrase";
  }
  return false;
}

/**
 * "پاکستانی اور بھارتی فوج", "امریکی اور یورپی پابندیاں": where adjectives of states stand before one noun, each state has
 * one of its own.
 */
export function joinAdjectives(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const [i, chunk] of chunks.entries()) {
    const before = joined.at(-2);
    if (
      chunk.type !== "phrase" ||
      chunks[i - 1]?.type !== "coordinator" ||
      !isAdjective(before) ||
      (before.phrase.marker !== undefined && chunk.phrase.marker !== undefined)
    ) {
      joined.push(chunk);
      continue;
    }
    // "zwischen indischen und chinesischen Soldaten": an adposition before the first is that of both.
    const { owners, from, marker, pairs } = before.phrase;
    const phrase = marker === undefined ? chunk.phrase : { ...chunk.phrase, marker, pairs };
    const [head] = phrase.members;
    if (
      head !== undefined &&
      (head.name === undefined || head.reference.type === "body") &&
      head.country !== undefined &&
      phrase.members.length === 1
    ) {
      const members = owners.flatMap(({ item }) => twinOf(head, item));
      joined.splice(-2, 2, { type: "phrase", phrase: { ...phrase, from, members: [...members, head] } });
    } else if (head === undefined && phrase.owners[0]?.item.qualifies === true) {
      joined.splice(-2, 2, { type: "phrase", phrase: { ...phrase, from, owners: [...owners, ...phrase.owners] } });
    } else joined.push(chunk);
  }
  return joined;
}

/** A phrase that is the adjective of a state and nothing else. */
function isAdjective(chunk: Chunk | undefined): chunk is Extract<Chunk, { type: "phrase" }> {
  if (chunk?.type !== "phrase") return false;
  const { nouns, owners, members, unknownHead, date } = chunk.phrase;
  if (date !== undefined || nouns.length + members.length > 0 || unknownHead) return false;
  return owners.length > 0 && owners.every(({ item }) => item.qualifies);
}

/** The same office or body of another state. */
function twinOf(head: MentionItem, { reference, country, from, to }: MentionItem): MentionItem[] {
  if (country === undefined) return [];
  const offices = head.offices.map((office) => ({ ...office, of: reference }));
  const own =
    head.reference.type === "body"
      ? { ...head.reference, country }
      : head.reference.type === "known"
        ? reference
        : head.reference;
  return [{ ...head, reference: own, country, offices, from, to }];
}

/** What may stand between some and those of them who are named. */
const BETWEEN: ReadonlySet<Chunk["type"]> = new Set(["break", "additive", "adverb", "verb", "prefix"]);

/** "mehrere Staaten, darunter Indien, …": those of a group that are named stand for it, or are named beside it. */
export function joinIncluded(chunks: Chunk[], markers: ReadonlySet<string>, before: boolean): Chunk[] {
  if (markers.size === 0) return chunks;
  if (!before) return joinAhead(chunks, markers);
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    // "hat Sanktionen gegen mehrere Politiker verhängt, darunter X": what closes a bracket may stand between.
    const host = joined.findLast(({ type }) => !BETWEEN.has(type));
    const named = chunk.type === "phrase" && chunk.phrase.members.length > 0;
    if (
      !named ||
      !markers.has(chunk.phrase.marker ?? "") ||
      host?.type !== "phrase" ||
      host.phrase.date !== undefined
    ) {
      joined.push(chunk);
      continue;
    }
    const members = [...host.phrase.members, ...chunk.phrase.members];
    const at = joined.indexOf(host);
    const to = joined.slice(at).some(({ type }) => type === "verb") ? host.phrase.to : chunk.phrase.to;
    joined[at] = { type: "phrase", phrase: { ...host.phrase, members, to } };
  }
  return joined;
}

/** "چین اور روس سمیت کئی ممالک سے": where adpositions follow, those who are named stand before the group, and stand for it. */
function joinAhead(chunks: readonly Chunk[], markers: ReadonlySet<string>): Chunk[] {
  return chunks.reduceRight<Chunk[]>((joined, chunk) => {
    const [host] = joined;
    const isIncluded =
      chunk.type === "phrase" && markers.has(chunk.phrase.marker ?? "") && chunk.phrase.members.length > 0;
    if (!isIncluded || host?.type !== "phrase" || host.phrase.date !== undefined || host.phrase.nouns.length > 0)
      return [chunk, ...joined];
    const members = [...chunk.phrase.members, ...host.phrase.members.filter(({ name }) => name !== undefined)];
    return [{ type: "phrase", phrase: { ...host.phrase, members, from: chunk.phrase.from } }, ...joined.slice(1)];
  }, []);
}

/** "پاکستان اور قطر کا شکریہ": where the owner stands before its noun, a name joined to the first owner owns with it. */
export function joinOwners(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const [i, chunk] of chunks.entries()) {
    const before = joined.at(-2);
    const own = chunk.type === "phrase" ? chunk.phrase : undefined;
    const [first] = own?.owners ?? [];
    const owns = own?.members.length === 0 && first?.by === "genitive" && first.item.from === own.from;
    if (own === undefined || !owns || chunks[i - 1]?.type !== "coordinator" || !isBareName(before)) {
      joined.push(chunk);
      continue;
    }
    const { phrase } = before;
    const owners = phrase.members.map((item) => ({ item, by: "genitive" as const }));
    joined.splice(-2, 2, { type: "phrase", phrase: { ...own, from: phrase.from, owners: [...owners, ...own.owners] } });
  }
  return joined;
}

/** "zwischen den beiden Rivalen A und B", "the foreign ministers A and B": names directly behind a group say who it is. */
export function nameGroups(chunks: readonly Chunk[]): Chunk[] {
  const named: Chunk[] = [];
  for (const chunk of chunks) {
    const before = named.at(-1);
    if (chunk.type !== "phrase" || before?.type !== "phrase" || !namesGroup(chunk.phrase, before.phrase)) {
      named.push(chunk);
      continue;
    }
    const { members, to, reach } = chunk.phrase;
    named[named.length - 1] = { type: "phrase", phrase: { ...before.phrase, members, to, reach } };
  }
  return named;
}

/** "Zölle auf Autos, Alkohol und Tabak aus den USA": things of which nothing is known, in a list under one adposition, are one phrase. */
export function joinThings(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  let replaced: { readonly last: Phrase; readonly by: Phrase } | undefined;
  for (let i = 0; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined) break;
    if (chunk.type !== "phrase") {
      joined.push(chunk);
      continue;
    }
    // What stands behind the list stands at the whole of it.
    const after = replaced?.last === chunk.phrase.after ? replaced?.by : chunk.phrase.after;
    const first = after === chunk.phrase.after ? chunk.phrase : { ...chunk.phrase, after };
    const end = endOfThings(chunks, i);
    const last = chunks[end];
    if (end === i || last?.type !== "phrase") {
      joined.push({ type: "phrase", phrase: first });
      continue;
    }
    const phrase = { ...first, to: last.phrase.to, reach: last.phrase.reach };
    replaced = { last: last.phrase, by: phrase };
    joined.push({ type: "phrase", phrase });
    i = end;
  }
  return joined;
}

/** Index of the last thing of a list that begins at a phrase; that of the phrase where none does. */
function endOfThings(chunks: readonly Chunk[], at: number): number {
  const first = chunks[at];
  if (first?.type !== "phrase" || first.phrase.marker === undefined || !isThing(first.phrase)) return at;
  for (let i = at + 1; ; i += 2) {
    const [link, next] = [chunks[i], chunks[i + 1]];
    if (next?.type !== "phrase" || !isThing(next.phrase) || next.phrase.marker !== undefined) return at;
    if (next.phrase.cases !== undefined || next.phrase.quoted !== first.phrase.quoted) return at;
    if (link?.type === "coordinator") return i + 1;
    if (link?.type !== "break" || !link.comma || link.strong) return at;
  }
}

const isThing = ({ members, owners, nouns, date, unknownHead, pairs }: Phrase): boolean =>
  members.length + owners.length + nouns.length === 0 && date === undefined && unknownHead && !pairs;

/** "traf seinen Rivalen, Oppositionsführer X, zu einem Gespräch": a name between commas says who the one before it is. */
export function nameDescribed(chunks: readonly Chunk[]): Chunk[] {
  const named: Chunk[] = [];
  for (let i = 0; i < chunks.length; i += 1) {
    const [chunk, comma, name, closing] = chunks.slice(i, i + 4);
    if (chunk === undefined) break;
    const isParted = comma?.type === "break" && comma.comma && (closing === undefined || closing.type === "break");
    // "In his memoirs, X, …": before the first verb what stands under an adposition may be no person.
    const opensSentence = chunk.type === "phrase" && chunk.phrase.marker !== undefined && !holdsVerb(named);
    if (
      chunk.type !== "phrase" ||
      name?.type !== "phrase" ||
      !isParted ||
      opensSentence ||
      !isDescribedAs(chunk.phrase, name.phrase)
    ) {
      named.push(chunk);
      continue;
    }
    const { from, marker, cases } = chunk.phrase;
    named.push({ type: "phrase", phrase: { ...name.phrase, from, marker, cases: cases ?? name.phrase.cases } });
    i += closing === undefined ? 2 : 3;
  }
  return named;
}

function holdsVerb(chunks: readonly Chunk[]): boolean {
  return chunks.some(({ type }) => type === "verb");
}

/** Whether a phrase is of somebody without a name whom the next one can name. */
function isDescribedAs({ members, owners, nouns, date, unknownHead, cases }: Phrase, name: Phrase): boolean {
  const [only, ...more] = members;
  const nameless =
    only === undefined
      ? unknownHead && nouns.length === 0
      : only.reference.type === "group" || only.reference.type === "description";
  const isOwned = owners.some(({ by }) => by === "genitive");
  if (date !== undefined || !nameless || more.length > 0 || !isOwned) return false;
  const [item, ...others] = name.members;
  const isPerson =
    item?.name !== undefined || (item?.reference.type === "known" && item.reference.kind === KINDS.person);
  if (!isPerson || others.length > 0 || name.marker !== undefined || name.owners.length > 0) return false;
  return cases === undefined || name.cases === undefined || cases.some((one) => name.cases?.includes(one));
}

function namesGroup({ from, marker, members, owners }: Phrase, group: Phrase): boolean {
  const [only, ...more] = group.members;
  if (only?.reference.type !== "group" || more.length > 0 || group.to !== from || owners.length > 0) return false;
  return marker === undefined && members.length > 1;
}

function isBareName(chunk: Chunk | undefined): chunk is Extract<Chunk, { type: "phrase" }> {
  if (chunk?.type !== "phrase") return false;
  const { marker, nouns, owners, members, unknownHead } = chunk.phrase;
  return marker === undefined && nouns.length + owners.length === 0 && members.length > 0 && !unknownHead;
}

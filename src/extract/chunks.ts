import type { LanguagePack, Sentence } from "../language/document.ts";
import { startsWithCapital } from "../language/fold.ts";
import { isJoiner, type Case, type Entry, type EntryOf, type Match } from "../language/lexicon.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Chunk, NounUse, Owner, Phrase, VerbEntry } from "./parse.ts";

const OPENING = new Set(["“", "„", "«", "‘"]);
const CLOSING = new Set(["”", "»", "’"]);
const STRAIGHT = new Set(['"']);
const BREAKS = new Set([",", ";", ":", "(", ")", "[", "]", "–", "—", "-", "،", "؛", "/", "…"]);

/** Builds the phrase that is open while tokens are read. */
interface OpenPhrase {
  from: number;
  to: number;
  marker: { readonly id: string; readonly pairs: boolean; readonly index: number } | undefined;
  cases: readonly Case[] | undefined;
  head: MentionItem | undefined;
  members: MentionItem[];
  nouns: NounUse[];
  owners: Owner[];
  date: Phrase["date"];
  unknownHead: boolean;
  determined: boolean;
}

/**
 * Reads a sentence into noun phrases with their markers, verbs, and the words between them. What a word is where it can
 * be several things is decided by its neighbours alone.
 */
export function chunkSentence(sentence: Sentence, items: readonly MentionItem[], pack: LanguagePack): Chunk[] {
  const { tokens } = sentence;
  const { language, words } = pack.lexicon.data;
  const before = language.adpositions === "before";
  const cased = language.capitals !== "none";
  const itemAt = new Map(items.map((item) => [item.from, item]));
  const dateAt = new Map(sentence.dates.map((date) => [date.from, date]));
  const auxiliaries = new Set(pack.lexicon.data.verbs.auxiliaries.map(({ lemma }) => lemma));
  const chunks: Chunk[] = [];
  let open: OpenPhrase | undefined;
  let marker: OpenPhrase["marker"];
  let quoted = false;
  let last: Phrase | undefined;

  const entries = (index: number): readonly Match[] => sentence.matches[index] ?? [];
  const find = <Type extends Entry["type"]>(index: number, ...types: readonly Type[]): { readonly end: number; readonly entry: EntryOf<Type> } | undefined => {
    for (const { end, entry } of entries(index)) if ((types as readonly string[]).includes(entry.type)) return { end, entry: entry as EntryOf<Type> };
    return undefined;
  };
  const verbsAt = (index: number): { readonly end: number; readonly found: readonly VerbEntry[] } | undefined => {
    const all = entries(index).filter(({ entry }) => entry.type === "verb");
    const end = Math.max(0, ...all.map((match) => match.end));
    const found = all.filter((match) => match.end === end).map(({ entry }) => entry as VerbEntry);
    return found.length === 0 ? undefined : { end, found };
  };

  const start = (index: number): OpenPhrase => {
    open ??= {
      from: marker?.index ?? index,
      to: index,
      marker,
      cases: undefined,
      head: undefined,
      members: [],
      nouns: [],
      owners: [],
      date: undefined,
      unknownHead: false,
      determined: false,
    };
    marker = undefined;
    return open;
  };
  const close = (behind?: { readonly id: string; readonly pairs: boolean }): void => {
    if (open === undefined) {
      if (marker !== undefined) chunks.push({ type: "adposition", index: marker.index, id: marker.id });
      marker = undefined;
      return;
    }
    const phrase: Phrase = {
      from: open.from,
      to: open.to,
      marker: behind?.id ?? open.marker?.id,
      pairs: behind?.pairs ?? open.marker?.pairs ?? false,
      cases: open.cases,
      members: open.head === undefined ? open.members : [...open.members, open.head],
      nouns: open.nouns,
      owners: open.owners,
      date: open.date,
      unknownHead: open.unknownHead,
      after: last !== undefined && last.to === open.from ? last : undefined,
      quoted,
    };
    chunks.push({ type: "phrase", phrase });
    last = phrase;
    open = undefined;
  };
  /** A mention that was the head so far turns out to stand before the head. */
  const demote = (): void => {
    if (open?.head === undefined) return;
    open.owners.push({ item: open.head, by: "modifier" });
    open.head = undefined;
  };

  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined) break;
    if (isJoiner(tokens, i)) {
      i += 1;
      continue;
    }
    const date = dateAt.get(i);
    if (date !== undefined) {
      close();
      const phrase = start(i);
      phrase.date = date;
      phrase.to = date.to;
      i = date.to;
      close();
      continue;
    }
    const item = itemAt.get(i);
    if (item !== undefined) {
      if (open?.head !== undefined && !isJoinedBefore(tokens, i)) {
        // Two names side by side are two phrases, unless the first only qualifies the second.
        if (open.head.qualifies) demote();
        else close();
      }
      const phrase = start(i);
      phrase.to = item.to;
      i = item.to;
      if (item.qualifies) {
        phrase.owners.push({ item, by: item.possessive ? "genitive" : "modifier" });
        continue;
      }
      if (item.possessive) phrase.determined = true;
      phrase.head = item;
      phrase.unknownHead = false;
      const leading = find(item.from, "determiner");
      phrase.cases ??= leading?.entry.cases;
      if (item.reference.type === "handle") close();
      const pronoun = find(item.from, "pronoun");
      if (item.reference.type !== "pronoun" || pronoun === undefined) continue;
      // No noun follows a pronoun in its phrase; some forms hold their marker: انہیں.
      phrase.cases = pronoun.entry.cases;
      if (pronoun.entry.marker !== undefined) close({ id: markerOf(pronoun.entry.marker), pairs: false });
      else if (before) close();
      continue;
    }
    if (token.shape === "mark") {
      const isOpen: boolean = OPENING.has(token.text) && !(quoted && token.text === "“" && token.glued);
      if (isOpen || CLOSING.has(token.text) || STRAIGHT.has(token.text) || (token.text === "“" && quoted)) {
        const opens: boolean = STRAIGHT.has(token.text) ? !quoted : isOpen;
        if (opens !== quoted) {
          // A quotation of a few words inside a phrase does not end it.
          if (!isShortQuotation(tokens, i, opens)) {
            close();
            chunks.push({ type: "quote", index: i, open: opens });
          }
          quoted = opens;
        }
        i += 1;
        continue;
      }
      close();
      chunks.push({ type: BREAKS.has(token.text) ? "break" : "stop", index: i });
      i += 1;
      continue;
    }
    const behind = before ? undefined : find(i, "subject-marker", "object-marker", "adposition");
    const genitive = find(i, "genitive");
    if (behind !== undefined && open === undefined && genitive === undefined) {
      // The adposition of a date or of an infinitive.
      const earlier = chunks.at(-1);
      if (earlier?.type === "phrase" && earlier.phrase.date !== undefined && earlier.phrase.to === i) {
        last = { ...earlier.phrase, to: behind.end };
        chunks[chunks.length - 1] = { type: "phrase", phrase: last };
      }
      i = behind.end;
      continue;
    }
    if (behind !== undefined && open !== undefined && behind.end >= (genitive?.end ?? 0)) {
      const { entry } = behind;
      open.to = behind.end;
      close(entry.type === "adposition" ? entry : { id: entry.type === "subject-marker" ? "subject" : "object", pairs: false });
      i = behind.end;
      continue;
    }
    const verb = verbsAt(i);
    if (genitive !== undefined && open !== undefined && !(verb !== undefined && isVerbHere(i, verb.end))) {
      if (open.head !== undefined) {
        open.owners.push({ item: open.head, by: "genitive" });
        open.head = undefined;
      }
      open.to = genitive.end;
      open.unknownHead = false;
      i = genitive.end;
      continue;
    }
    const linker = find(i, "linker");
    if (linker !== undefined) {
      close();
      chunks.push({ type: "linker", index: i });
      i = linker.end;
      continue;
    }
    const function_ = functionWord(i);
    if (function_ !== undefined) {
      i = function_;
      continue;
    }
    // Joined to the word before it, a participle is an adjective: "government-backed".
    if (verb !== undefined && !isJoinedBefore(tokens, i) && !isNounHere(i, verb.found)) {
      close();
      chunks.push({ type: "verb", index: i, to: verb.end, entries: verb.found });
      i = verb.end;
      continue;
    }
    const determiner = find(i, "determiner");
    if (determiner !== undefined) {
      if (open !== undefined && (open.head !== undefined || open.nouns.length > 0 || open.unknownHead)) {
        close();
        if (before && determiner.entry.cases?.includes("gen") === true) marker = undefined;
      }
      const phrase = start(i);
      phrase.cases ??= determiner.entry.cases;
      phrase.determined = true;
      phrase.to = determiner.end;
      i = determiner.end;
      continue;
    }
    const noun = find(i, "noun");
    const topic = find(i, "topic", "medium", "ordinal", "counterpart", "office", "body", "acting-noun", "transparent");
    if (noun !== undefined || topic !== undefined || token.shape === "number" || !isAdverb(i)) {
      const adjective = cased && language.capitals === "nouns" && !startsWithCapital(token.text) && noun === undefined && token.shape !== "number";
      if (adjective && open !== undefined && (open.head !== undefined || open.nouns.length > 0 || open.unknownHead)) close();
      demote();
      const phrase = start(i);
      phrase.to = Math.max(noun?.end ?? 0, topic?.end ?? 0, i + 1);
      if (noun !== undefined) phrase.nouns.push({ lemma: noun.entry.lemma, index: i });
      for (const { end, entry } of entries(i)) if (entry.type === "noun" && end === noun?.end && entry !== noun.entry) phrase.nouns.push({ lemma: entry.lemma, index: i });
      phrase.unknownHead = noun === undefined && token.shape === "word" && !adjective;
      i = phrase.to;
      continue;
    }
    if (language.order !== "svo" || open?.determined !== true) close();
    chunks.push({ type: "adverb", index: i });
    i += 1;
  }
  close();
  return mergeCoordination(chunks);

  /** The name under which clauses know a marker that is given by its form. */
  function markerOf(form: string): string {
    if (words.objectMarkers.includes(form)) return "object";
    if (words.subjectMarkers.includes(form)) return "subject";
    return words.adpositions.find(({ forms }) => forms.includes(form))?.id ?? form;
  }

  function functionWord(i: number): number | undefined {
    const push = (chunk: Chunk, end: number): number => {
      close();
      chunks.push(chunk);
      return end;
    };
    const negation = find(i, "negation");
    if (negation !== undefined) {
      if (open !== undefined && !before) close();
      chunks.push({ type: "negation", index: i });
      return negation.end;
    }
    const additive = find(i, "additive");
    if (additive !== undefined) return push({ type: "additive", index: i }, additive.end);
    const hedge = find(i, "hedge");
    if (hedge !== undefined) {
      chunks.push({ type: "hedge", index: i, entry: hedge.entry });
      return hedge.end;
    }
    const infinitive = find(i, "infinitive-marker");
    if (infinitive !== undefined && leadsInfinitive(infinitive.end)) return push({ type: "infinitive", index: i }, infinitive.end);
    const relative = find(i, "relative");
    const complementizer = find(i, "complementizer");
    if (relative !== undefined && isRelativeHere(i, relative.end, complementizer !== undefined))
      return push({ type: "relative", index: i, role: relative.entry.role }, relative.end);
    const determiner = find(i, "determiner");
    if (complementizer !== undefined && (determiner === undefined || !leadsNoun(complementizer.end))) return push({ type: "complementizer", index: i }, complementizer.end);
    const subordinator = find(i, "subordinator");
    const adposition = find(i, "adposition");
    if (subordinator !== undefined && !(adposition !== undefined && adposition.end >= subordinator.end && !leadsClause(subordinator.end)))
      return push({ type: "subordinator", index: i, kind: subordinator.entry.kind }, subordinator.end);
    const coordinator = find(i, "coordinator");
    if (coordinator !== undefined) return push({ type: "coordinator", index: i }, coordinator.end);
    const prefix = separablePrefix(i);
    if (prefix !== undefined) return push({ type: "prefix", index: i, form: prefix }, i + 1);
    if (before && adposition !== undefined) {
      close();
      marker = { id: adposition.entry.id, pairs: adposition.entry.pairs, index: i };
      return adposition.end;
    }
    const source = find(i, "source");
    if (source !== undefined) {
      if (before) {
        close();
        marker = { id: SOURCE, pairs: false, index: i };
      } else {
        if (open !== undefined) open.to = source.end;
        close({ id: SOURCE, pairs: false });
      }
      return source.end;
    }
    if (find(i, "particle") !== undefined) {
      chunks.push({ type: "adverb", index: i });
      return (find(i, "particle")?.end ?? i) as number;
    }
    return undefined;
  }

  function leadsInfinitive(index: number): boolean {
    for (let i = index; i < Math.min(index + 3, tokens.length); i += 1) {
      const verb = verbsAt(i);
      if (verb?.found.some(({ features }) => features.has("base") || features.has("infinitive")) === true && itemAt.get(i) === undefined) return true;
      if (find(i, "adverb") === undefined) return false;
    }
    return false;
  }

  /** Whether a noun phrase follows: [adjective] noun or mention. */
  function leadsNoun(index: number): boolean {
    if (itemAt.get(index) !== undefined || find(index, "noun") !== undefined) return true;
    const token = tokens[index];
    return cased && language.capitals === "nouns" && token !== undefined && (startsWithCapital(token.text) || startsWithCapital(tokens[index + 1]?.text ?? ""));
  }

  function leadsClause(index: number): boolean {
    for (let i = index; i < Math.min(index + 14, tokens.length); i += 1) {
      if (BREAKS.has(tokens[i]?.text ?? "")) return false;
      const verb = verbsAt(i);
      if (verb?.found.some(({ features }) => features.has("finite")) === true && itemAt.get(i) === undefined) return true;
      if (i === index && verb?.found.some(({ features }) => features.has("gerund")) === true) return true;
    }
    return false;
  }

  function isRelativeHere(i: number, end: number, orComplementizer: boolean): boolean {
    const previous = chunks.at(-1);
    const behindBreak = open === undefined && (previous?.type === "break" || (previous?.type === "adposition" && true));
    if (language.order === "v2") {
      const governed = marker !== undefined;
      const beforeMarker = chunks.at(-1)?.type === "break";
      return (behindBreak || (governed && beforeMarker)) && !leadsNoun(end) && itemAt.get(end) === undefined;
    }
    if (!orComplementizer) return true;
    // "that" after a noun and before a verb is relative, else it opens a complement.
    const afterNoun = open !== undefined;
    return afterNoun && verbsAt(end) !== undefined;
  }

  function separablePrefix(i: number): string | undefined {
    if (language.order !== "v2") return undefined;
    const next = tokens[i + 1];
    const atEnd = next === undefined || next.shape === "mark" || find(i + 1, "coordinator") !== undefined || find(i + 1, "subordinator") !== undefined;
    const norm = tokens[i]?.norm ?? "";
    const wanted = chunks.some((chunk) => chunk.type === "verb" && chunk.entries.some((entry) => entry.split && entry.prefix === norm));
    return atEnd && wanted ? norm : undefined;
  }

  /** Whether a form that is also a mark of the genitive is a verb here: at the end of a clause or before an auxiliary. */
  function isVerbHere(i: number, end: number): boolean {
    const next = tokens[end];
    if (next === undefined || next.shape === "mark") return true;
    if (find(end, "coordinator", "complementizer", "subordinator", "negation") !== undefined) return true;
    const following = verbsAt(end);
    return following !== undefined && itemAt.get(end) === undefined && find(end, "noun") === undefined && open?.head === undefined;
  }

  /** Whether a word that can be verb and noun is a noun here. */
  function isNounHere(i: number, found: readonly VerbEntry[]): boolean {
    const noun = find(i, "noun", "office", "body", "acting-noun", "topic", "transparent");
    if (language.capitals === "nouns" && i > 0 && startsWithCapital(tokens[i]?.text ?? "")) return true;
    if (language.order === "sov") return false;
    const complete = open !== undefined && (open.head !== undefined || open.nouns.length > 0 || open.unknownHead);
    // Behind a determiner or a possessor, and before any other noun, only a noun can stand.
    const led = open !== undefined && !complete && (open.determined || open.owners.some(({ by }) => by === "genitive"));
    const qualified = open !== undefined && !complete && open.owners.length > 0;
    if (found.every(({ features }) => features.has("gerund"))) {
      if (led || (open?.determined === true && open.unknownHead)) return true;
      if (noun === undefined) return false;
      const next = tokens[i + 1];
      return marker !== undefined || qualified || next === undefined || find(i + 1, "adposition", "coordinator", "verb") !== undefined;
    }
    // A participle between determiner and noun qualifies it: "the deposed minister".
    if (found.every(({ features }) => features.has("participle") || features.has("past"))) return led || (marker !== undefined && found.some(({ features }) => features.has("participle")));
    if (led || (marker !== undefined && open === undefined)) return true;
    if (noun === undefined) return false;
    if (qualified) return true;
    const previous = chunks.at(-1);
    if (previous?.type === "infinitive" || open?.head !== undefined) return false;
    // "received call": behind a full verb a base form that is also a noun is one.
    if (previous?.type === "verb" && open === undefined) return previous.entries.every(({ lemma }) => !auxiliaries.has(lemma)) && !found.some(({ features }) => features.has("past"));
    if (complete) return !found.some(({ features }) => features.has("finite"));
    return open !== undefined || previous === undefined || previous.type === "coordinator" || previous.type === "break";
  }

  function isAdverb(i: number): boolean {
    if (find(i, "adverb", "particle") !== undefined) return true;
    const norm = tokens[i]?.norm ?? "";
    return language.adverbEndings.some((ending) => norm.length > ending.length + 2 && norm.endsWith(ending));
  }
}

/** Marker of a phrase that names a source: according to. */
export const SOURCE = "source";

function isJoinedBefore(tokens: Sentence["tokens"], index: number): boolean {
  return index > 0 && isJoiner(tokens, index - 1);
}

/** A quotation of at most six words is a part of the sentence around it. */
function isShortQuotation(tokens: Sentence["tokens"], index: number, opens: boolean): boolean {
  const closers = (text: string): boolean => CLOSING.has(text) || STRAIGHT.has(text) || text === "“";
  const step = opens ? 1 : -1;
  const other = opens ? closers : (text: string): boolean => OPENING.has(text) || STRAIGHT.has(text);
  for (let i = index + step, words = 0; words <= 6; i += step, words += 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (other(token.text)) return true;
  }
  return false;
}

/**
 * Joins coordinated names into one phrase ("A, B and C"), and drops what is only an apposition between commas. A name
 * before a finite verb of its own is left alone: "A met B and C said …".
 */
function mergeCoordination(chunks: readonly Chunk[]): Chunk[] {
  const merged: Chunk[] = [];
  for (let i = 0; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk === undefined) break;
    if (chunk.type !== "phrase" || chunk.phrase.members.length === 0) {
      merged.push(chunk);
      continue;
    }
    let { phrase } = chunk;
    const verbBefore = merged.some((other) => other.type === "verb");
    for (;;) {
      const list = nextMember(chunks, i, phrase);
      if (list === undefined) break;
      const following = chunks[list.to];
      if (verbBefore && following?.type === "verb" && following.entries.some(({ features }) => features.has("finite"))) break;
      phrase = { ...phrase, to: list.phrase.to, marker: list.phrase.marker ?? phrase.marker, pairs: phrase.pairs || list.phrase.pairs, members: [...phrase.members, ...list.phrase.members] };
      i = list.to - 1;
    }
    merged.push({ type: "phrase", phrase });
  }
  return merged;
}

/** The next member of a list that `phrase` begins: behind a coordinator, or behind a comma when a coordinator comes later. */
function nextMember(chunks: readonly Chunk[], at: number, phrase: Phrase): { readonly phrase: Phrase; readonly to: number } | undefined {
  const link = chunks[at + 1];
  const skip = link?.type === "break" && chunks[at + 2]?.type === "coordinator" ? 1 : 0;
  const next = chunks[at + 2 + skip];
  if (link === undefined || next?.type !== "phrase" || next.phrase.members.length === 0 || next.phrase.owners.length > 0) return undefined;
  if (link.type === "break" && skip === 0 && !listGoesOn(chunks, at + 2)) return undefined;
  if (link.type !== "break" && link.type !== "coordinator") return undefined;
  const sameMarker = next.phrase.marker === undefined || next.phrase.marker === phrase.marker || phrase.marker === undefined;
  return sameMarker && next.phrase.quoted === phrase.quoted ? { phrase: next.phrase, to: at + 3 + skip } : undefined;
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

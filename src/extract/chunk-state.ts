import { createCursor, type Cursor } from "../language/cursor.ts";
import type { DateExpression } from "../language/dates.ts";
import type { LanguagePack, Sentence } from "../language/document.ts";
import type { Case } from "../language/lexicon.ts";
import { isJoiner, type Token } from "../language/tokens.ts";
import type { MentionItem } from "../model/mention.ts";
import type { LanguageData } from "../seeds/knowledge.ts";
import { chunkRulesOf, type ChunkRules } from "./chunk-rules.ts";
import type { Chunk, NounUse, Owner, Phrase, VerbEntry } from "./parse.ts";

/** A marker before its phrase, or with the phrase that it follows. */
export interface Marker {
  readonly id: string;
  readonly pairs: boolean;
  readonly index: number;
}

/** The phrase that is open while tokens are read. */
export interface OpenPhrase {
  readonly from: number;
  to: number;
  readonly marker: Marker | undefined;
  cases: readonly Case[] | undefined;
  head: MentionItem | undefined;
  readonly nouns: NounUse[];
  readonly owners: Owner[];
  date: DateExpression | undefined;
  unknownHead: boolean;
  determined: boolean;
  /** Index behind the last mark of the genitive in it. */
  genitiveEnd: number;
}

/** The readings of the longest verb form that starts at a token, and the index behind it. */
export interface VerbsHere {
  readonly end: number;
  readonly found: readonly VerbEntry[];
}

const NO_VERBS: VerbsHere = { end: 0, found: [] };

/** A sentence while it is cut into chunks from left to right. */
export interface ChunkState {
  readonly cursor: Cursor;
  readonly tokens: readonly Token[];
  readonly data: LanguageData;
  /** Whether adpositions stand before their noun. */
  readonly before: boolean;
  readonly rules: ChunkRules;
  readonly itemAt: ReadonlyMap<number, MentionItem>;
  readonly dateAt: ReadonlyMap<number, DateExpression>;
  readonly chunks: Chunk[];
  /** The verbs at each token, as far as they were asked for. */
  readonly verbs: VerbsHere[];
  open: OpenPhrase | undefined;
  /** An adposition that waits for its phrase. */
  marker: Marker | undefined;
  quoted: boolean;
  last: Phrase | undefined;
}

export function createChunkState(sentence: Sentence, items: readonly MentionItem[], pack: LanguagePack): ChunkState {
  const { data } = pack.lexicon;
  return {
    cursor: createCursor(sentence, pack),
    tokens: sentence.tokens,
    data,
    before: data.language.adpositions === "before",
    rules: chunkRulesOf(data),
    itemAt: new Map(items.map((item) => [item.from, item])),
    dateAt: new Map(sentence.dates.map((date) => [date.from, date])),
    chunks: sentence.quoted ? [{ type: "quote", index: 0, open: true }] : [],
    verbs: [],
    open: undefined,
    marker: undefined,
    quoted: sentence.quoted,
    last: undefined,
  };
}

/** The readings of the longest verb form that starts at a token. */
export function verbsAt(state: ChunkState, index: number): VerbsHere | undefined {
  // Asked of a word many times: by itself, and by those before it.
  const verbs = (state.verbs[index] ??= readVerbs(state, index));
  return verbs === NO_VERBS ? undefined : verbs;
}

function readVerbs({ cursor }: ChunkState, index: number): VerbsHere {
  const longest = cursor.find(index, "verb");
  if (longest === undefined) return NO_VERBS;
  const { end } = longest;
  const found = (cursor.sentence.matches[index] ?? []).filter((match) => match.type === "verb" && match.end === end);
  return { end, found: found.map(({ entry }) => entry as VerbEntry) };
}

/** Whether a hyphen joins the token to the word before it. */
export function isJoinedBefore({ tokens }: ChunkState, index: number): boolean {
  return index > 0 && isJoiner(tokens, index - 1);
}

/** The open phrase, or a new one that takes the marker that waits. */
export function openPhrase(state: ChunkState, index: number): OpenPhrase {
  state.open ??= {
    from: state.marker?.index ?? index,
    to: index,
    marker: state.marker,
    cases: undefined,
    head: undefined,
    nouns: [],
    owners: [],
    date: undefined,
    unknownHead: false,
    determined: false,
    genitiveEnd: 0,
  };
  state.marker = undefined;
  return state.open;
}

/** Whether the phrase has a head, so that another noun begins another phrase. */
export function hasHead(phrase: OpenPhrase | undefined): boolean {
  return phrase !== undefined && (phrase.head !== undefined || phrase.nouns.length > 0 || phrase.unknownHead);
}

/** A phrase of nothing but a mention. */
export function phraseOfMention(item: MentionItem): Phrase {
  return {
    from: item.from,
    reach: item.to,
    to: item.to,
    marker: undefined,
    pairs: false,
    cases: undefined,
    members: [item],
    nouns: [],
    owners: [],
    date: undefined,
    unknownHead: false,
    after: undefined,
    quoted: false,
    dangling: false,
  };
}

/** Ends the open phrase; `behind` is a marker that follows it. An adposition that waited in vain is a chunk of its own. */
export function closePhrase(state: ChunkState, behind?: Pick<Marker, "id" | "pairs">): void {
  const { open, marker, last } = state;
  if (open === undefined) {
    if (marker !== undefined) state.chunks.push({ type: "adposition", index: marker.index, id: marker.id });
    state.marker = undefined;
    return;
  }
  if (isAdjectiveAlone(state, open)) {
    state.chunks.push({ type: "adverb", index: open.to - 1 });
    state.open = undefined;
    return;
  }
  const phrase: Phrase = {
    from: open.from,
    to: open.to,
    marker: behind?.id ?? open.marker?.id,
    pairs: behind?.pairs ?? open.marker?.pairs ?? false,
    cases: casesOf(state, open),
    members: open.head === undefined ? [] : [open.head],
    nouns: open.nouns,
    owners: open.owners,
    date: open.date,
    unknownHead: open.unknownHead,
    reach: open.to,
    after: last !== undefined && last.reach === open.from ? last : undefined,
    quoted: state.quoted,
    dangling: open.head === undefined && open.genitiveEnd === open.to,
  };
  state.chunks.push({ type: "phrase", phrase });
  state.last = phrase;
  state.open = undefined;
}

/** "die der Türkei vorwirft": the cases of a phrase by its article, and by the gender of a noun or name that stands alone behind it. */
function casesOf({ tokens, rules }: ChunkState, { cases, head, to }: OpenPhrase): readonly Case[] | undefined {
  if (cases === undefined || !cases.includes("nom") || !cases.includes("dat") || cases.includes("acc")) return cases;
  // Of an office or a longer name the last word is not the head.
  if (head !== undefined && (head.offices.length > 0 || head.name !== undefined || head.to - head.from > 2))
    return cases;
  const last = tokens[to - 1]?.text.toLowerCase() ?? "";
  return rules.isFeminine(last) ? cases.filter((one) => one !== "nom") : cases;
}

/** Where nouns have capitals, words without one make no phrase: "ist unwahrscheinlich", "wirtschaftliche und politische Hilfe". */
function isAdjectiveAlone({ data, tokens }: ChunkState, open: OpenPhrase): boolean {
  return (
    data.language.capitals === "nouns" &&
    open.marker === undefined &&
    !hasHead(open) &&
    !open.determined &&
    open.date === undefined &&
    open.owners.length === 0 &&
    tokens.slice(open.from, open.to).every(({ shape }) => shape !== "number")
  );
}

/** Where adpositions follow, a word that changes nothing does not part a phrase from the noun behind it: "روس کی سختی سے مذمت". */
export function passOver(state: ChunkState, from: number, to: number): void {
  const { last, chunks } = state;
  if (state.before || last?.reach !== from) return;
  const at = chunks.findLastIndex((chunk) => chunk.type === "phrase" && chunk.phrase === last);
  if (at < 0) return;
  state.last = { ...last, reach: to };
  chunks[at] = { type: "phrase", phrase: state.last };
}

/** Ends the open phrase and adds what stands behind it. */
export function pushChunk(state: ChunkState, chunk: Chunk): void {
  closePhrase(state);
  state.chunks.push(chunk);
}

/** A mention that was the head so far turns out to stand before the head. */
export function demoteHead(state: ChunkState, by: Owner["by"]): void {
  const { open } = state;
  if (open?.head === undefined) return;
  open.owners.push({ item: open.head, by });
  open.head = undefined;
}

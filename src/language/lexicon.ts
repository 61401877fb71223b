import type { Knowledge, LanguageData } from "../seeds/knowledge.ts";
import type { Entry, Requirement } from "./entries.ts";
import { fold, isAscii, startsWithCapital, stripDiacritics } from "./fold.ts";
import { addGazetteer } from "./lexicon-gazetteer.ts";
import { addLanguage } from "./lexicon-words.ts";
import { rememberWords } from "./memo.ts";
import { tokenize, type Token, type TokenRules } from "./tokens.ts";

export type { Case, Entry, EntryOf } from "./entries.ts";

/** An entry of a phrase that starts at a token; `end` is the index after its last token. */
export interface Match {
  readonly end: number;
  readonly entry: Entry;
  /** That of the entry. Entries have many shapes and matches one, so that it is read faster here. */
  readonly type: Entry["type"];
}

interface Stored {
  readonly entry: Entry;
  /** `undefined` where its folded words are enough: always in a script without capitals. */
  readonly requirement: Requirement | undefined;
}

interface TrieNode {
  /** `undefined` where no phrase goes on: at nearly all of them. */
  next: Map<string, TrieNode> | undefined;
  stored: Stored[] | undefined;
}

/** Finds the entries of words and phrases of one language, together with the names of the gazetteer. */
export interface Lexicon {
  readonly data: LanguageData;
  readonly tokenRules: TokenRules;
  /** For each token, the entries of all phrases that start there, the longest first. */
  readonly match: (tokens: readonly Token[]) => readonly (readonly Match[])[];
  /** Whether any entry knows the folded word on its own. */
  readonly knows: (norm: string) => boolean;
  /** What a phrase of folded words can be, however it is written. */
  readonly phrase: (norms: readonly string[]) => readonly Entry[];
}

const NO_MATCHES: readonly Match[] = [];
const NOTHING_STORED: readonly Stored[] = [];
/** Letters with single spaces between them: words that are one token each, unless an ending is cut from them. */
const PLAIN_WORDS = /^\p{L}+(?: \p{L}+)*$/u;
const HYPHENS = new Set(["-", "‐", "‑", "–"]);
/** Shortest known noun, and shortest rest before it, for which a long word counts as a compound of it. */
const COMPOUND_PART = 4;
/** Shortest word that is also found without its diacritics: Malé is not "male". */
const PLAIN_LETTERS = 5;

/** Whether the token joins two words into one: `US-Außenminister`. */
export function isJoiner(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.glued && HYPHENS.has(token.text) && tokens[index + 1]?.glued === true;
}

/** Builds the lexicon of a language from its pack and the gazetteer. Takes milliseconds; made once a process. */
export function createLexicon(knowledge: Knowledge, data: LanguageData): Lexicon {
  const tokenRules = tokenRulesOf(data);
  const words = new Map<string, TrieNode>();
  const root: TrieNode = { next: words, stored: undefined };
  const cased = data.language.capitals !== "none";
  const knows = (norm: string): boolean => words.get(norm)?.stored !== undefined;

  // Where nouns have capitals, what is listed with one is a noun: "oberste" is not "Oberste".
  const nouns: Requirement | undefined = data.language.capitals === "nouns" ? { capital: true } : undefined;

  const add = (phrase: string, entry: Entry, given?: Requirement): void => {
    const requirement = nouns !== undefined && startsWithCapital(phrase) ? { ...nouns, ...given } : given;
    const written = normsOf(phrase, tokenRules);
    const asks = cased && (requirement?.exact !== undefined || requirement?.capital === true);
    const asked = asks ? requirement : undefined;
    for (const norms of withoutSharpS(requirement?.name === true ? spellings(written) : [written])) {
      let node = root;
      for (const norm of norms) {
        const branches: Map<string, TrieNode> = (node.next ??= new Map());
        let next = branches.get(norm);
        if (next === undefined) branches.set(norm, (next = { next: undefined, stored: undefined }));
        node = next;
      }
      const stored = { entry, requirement: asked };
      if (node.stored === undefined) node.stored = [stored];
      else node.stored.push(stored);
    }
  };
  addLanguage(data, add);
  addGazetteer(knowledge, data, add, knows);

  const compoundOf = rememberWords((norm) => readCompound(norm, words));
  const isCompound = (token: Token): boolean =>
    data.language.compounds && token.text.length >= 2 * COMPOUND_PART && startsWithCapital(token.text);
  const matchAt = (tokens: readonly Token[], from: number): readonly Match[] => {
    const first = tokens[from];
    let node = first === undefined ? undefined : words.get(first.norm);
    let matches: Match[] | undefined;
    for (let i = from; node !== undefined;) {
      i += 1;
      for (const { entry, requirement } of node.stored ?? NOTHING_STORED) {
        if (requirement === undefined || meets(requirement, tokens, from, i))
          (matches ??= []).push({ end: i, entry, type: entry.type });
      }
      if (node.next === undefined) break;
      while (isJoiner(tokens, i)) i += 1;
      const token: Token | undefined = tokens[i];
      node = token === undefined ? undefined : node.next.get(token.norm);
    }
    if (matches === undefined && first !== undefined && isCompound(first)) {
      for (const { entry } of compoundOf(first.norm)) (matches ??= []).push({ end: from + 1, entry, type: entry.type });
    }
    return matches?.reverse() ?? NO_MATCHES;
  };

  const phrase = (norms: readonly string[]): readonly Entry[] => {
    let node: TrieNode | undefined = root;
    for (const norm of norms) node = node?.next?.get(norm);
    return node?.stored?.map(({ entry }) => entry) ?? [];
  };

  return { data, tokenRules, knows, phrase, match: (tokens) => tokens.map((_, i) => matchAt(tokens, i)) };
}

function tokenRulesOf(data: LanguageData): TokenRules {
  const { tokens, apostropheJoins } = data.language;
  return {
    words: tokens === "letters" ? "letters" : apostropheJoins ? "joined" : "plain",
    clitics: data.language.clitics.map(fold).sort((a, b) => b.length - a.length),
    abbreviations: new Set(data.language.abbreviations.map((word) => fold(word).replace(/\.$/, ""))),
  };
}

/** The folded words of a phrase, without the hyphens between them. An ending such as 's is a token only behind a word. */
function normsOf(phrase: string, rules: TokenRules): string[] {
  // Nearly all phrases are a few plain words.
  if (rules.words !== "letters" && PLAIN_WORDS.test(phrase)) {
    const norms = fold(phrase).split(" ");
    if (!norms.some((norm) => rules.clitics.some((ending) => norm.endsWith(ending)))) return norms;
  }
  if (rules.clitics.includes(fold(phrase))) return [fold(phrase)];
  const tokens = tokenize(phrase, 0, rules);
  return tokens.filter((_, i) => !isJoiner(tokens, i)).map(({ norm }) => norm);
}

/** In Switzerland ß is written ss. */
function withoutSharpS(spelled: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const sharp = spelled.filter((norms) => norms.some((norm) => norm.includes("ß")));
  return sharp.length === 0
    ? spelled
    : [...spelled, ...sharp.map((norms) => norms.map((norm) => norm.replaceAll("ß", "ss")))];
}

/** A name is found with and without its diacritics. */
function spellings(norms: readonly string[]): (readonly string[])[] {
  if (norms.every(isAscii)) return [norms];
  const plain = norms.map((norm) => (norm.length < PLAIN_LETTERS ? norm : stripDiacritics(norm)));
  return plain.some((norm, i) => norm !== norms[i]) ? [norms, plain] : [norms];
}

/** Whether the tokens are written as an entry asks. */
function meets({ exact }: Requirement, tokens: readonly Token[], from: number, to: number): boolean {
  let surface = tokens[from]?.text ?? "";
  if (exact === undefined) return startsWithCapital(surface);
  for (let i = from + 1; i < to; i += 1) {
    const token = tokens[i];
    if (token !== undefined) surface += token.glued ? token.text : ` ${token.text}`;
  }
  return surface === exact || surface === `${exact}.` || `${surface}.` === exact;
}

/** What a long word is a compound of: the longest known noun at its end, and what the part before it says. */
function readCompound(norm: string, words: ReadonlyMap<string, TrieNode>): readonly Stored[] {
  for (let cut = COMPOUND_PART; cut <= norm.length - COMPOUND_PART; cut += 1) {
    const heads = words.get(norm.slice(cut))?.stored?.filter(({ entry }) => isCompoundHead(entry)) ?? [];
    if (heads.length === 0) continue;
    // Without the s that joins the parts: Wirtschaft-s-gipfel.
    const first = norm.slice(0, cut);
    const parts = [first, first.replace(/s$/, "")].flatMap((part) => words.get(part)?.stored ?? []);
    return [...heads, ...parts.filter(({ entry }) => entry.type === "medium" || entry.type === "topic")];
  }
  return [];
}

function isCompoundHead(entry: Entry): boolean {
  return entry.type === "noun" || entry.type === "body" || entry.type === "office" || entry.type === "acting-noun";
}

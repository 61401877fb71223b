import type { Knowledge, LanguageData } from "../seeds/knowledge.ts";
import type { Entry, Requirement } from "./entries.ts";
import { fold, startsWithCapital, stripDiacritics } from "./fold.ts";
import { addGazetteer } from "./lexicon-gazetteer.ts";
import { addLanguage } from "./lexicon-words.ts";
import { tokenize, type Token, type TokenRules } from "./tokens.ts";

export type { Case, Entry, EntryOf } from "./entries.ts";

/** An entry of a phrase that starts at a token; `end` is the index after its last token. */
export interface Match {
  readonly end: number;
  readonly entry: Entry;
}

interface Stored {
  readonly entry: Entry;
  readonly requirement: Requirement;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
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
}

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
  const root: TrieNode = { next: new Map(), stored: undefined };
  const cased = data.language.capitals !== "none";
  const knows = (norm: string): boolean => root.next.get(norm)?.stored !== undefined;

  const add = (phrase: string, entry: Entry, requirement: Requirement = {}): void => {
    const written = normsOf(phrase, tokenRules);
    for (const norms of requirement.name === true ? spellings(written) : [written]) {
      let node = root;
      for (const norm of norms) {
        let next = node.next.get(norm);
        if (next === undefined) node.next.set(norm, (next = { next: new Map(), stored: undefined }));
        node = next;
      }
      (node.stored ??= []).push({ entry, requirement });
    }
  };
  addLanguage(data, add);
  addGazetteer(knowledge, data, add, knows);

  const compoundOf = createCompounds(root);
  const isCompound = (token: Token): boolean =>
    data.language.compounds && token.text.length >= 2 * COMPOUND_PART && startsWithCapital(token.text);
  const matchAt = (tokens: readonly Token[], from: number): Match[] => {
    const matches: Match[] = [];
    let node: TrieNode | undefined = root;
    for (let i = from; i < tokens.length && node !== undefined; i += 1) {
      const token = tokens[i];
      if (token === undefined) break;
      if (i > from && isJoiner(tokens, i)) continue;
      node = node.next.get(token.norm);
      for (const { entry, requirement } of node?.stored ?? []) {
        if (meets(requirement, tokens, from, i + 1, cased)) matches.push({ end: i + 1, entry });
      }
    }
    const [first] = tokens.slice(from, from + 1);
    if (matches.length === 0 && first !== undefined && isCompound(first)) {
      for (const { entry } of compoundOf(first.norm)) matches.push({ end: from + 1, entry });
    }
    return matches.reverse();
  };

  return { data, tokenRules, knows, match: (tokens) => tokens.map((_, i) => matchAt(tokens, i)) };
}

function tokenRulesOf(data: LanguageData): TokenRules {
  return {
    clitics: data.language.clitics.map(fold).sort((a, b) => b.length - a.length),
    abbreviations: new Set(data.language.abbreviations.map((word) => fold(word).replace(/\.$/, ""))),
  };
}

/** The folded words of a phrase, without the hyphens between them. An ending such as 's is a token only behind a word. */
function normsOf(phrase: string, rules: TokenRules): string[] {
  if (rules.clitics.includes(fold(phrase))) return [fold(phrase)];
  const tokens = tokenize(phrase, 0, rules);
  return tokens.filter((_, i) => !isJoiner(tokens, i)).map(({ norm }) => norm);
}

/** A name is found with and without its diacritics. */
function spellings(norms: readonly string[]): (readonly string[])[] {
  const plain = norms.map((norm) => (norm.length < PLAIN_LETTERS ? norm : stripDiacritics(norm)));
  return plain.some((norm, i) => norm !== norms[i]) ? [norms, plain] : [norms];
}

function meets(
  { exact, capital }: Requirement,
  tokens: readonly Token[],
  from: number,
  to: number,
  cased: boolean,
): boolean {
  if (exact !== undefined && cased) {
    const surface = tokens
      .slice(from, to)
      .map((token, i) => (i === 0 || token.glued ? token.text : ` ${token.text}`))
      .join("");
    return surface === exact || surface === `${exact}.` || `${surface}.` === exact;
  }
  return capital !== true || !cased || startsWithCapital(tokens[from]?.text ?? "");
}

/** What a long word is a compound of: the longest known noun at its end, and what the part before it says. */
function createCompounds(root: TrieNode): (norm: string) => readonly Stored[] {
  const known = new Map<string, readonly Stored[]>();
  const read = (norm: string): readonly Stored[] => {
    for (let cut = COMPOUND_PART; cut <= norm.length - COMPOUND_PART; cut += 1) {
      const heads = root.next.get(norm.slice(cut))?.stored?.filter(({ entry }) => isCompoundHead(entry)) ?? [];
      if (heads.length === 0) continue;
      // Without the s that joins the parts: Wirtschaft-s-gipfel.
      const first = norm.slice(0, cut);
      const parts = [first, first.replace(/s$/, "")].flatMap((part) => root.next.get(part)?.stored ?? []);
      return [...heads, ...parts.filter(({ entry }) => entry.type === "medium" || entry.type === "topic")];
    }
    return [];
  };
  return (norm) => {
    let found = known.get(norm);
    if (found === undefined) known.set(norm, (found = read(norm)));
    return found;
  };
}

function isCompoundHead(entry: Entry): boolean {
  return entry.type === "noun" || entry.type === "body" || entry.type === "office" || entry.type === "acting-noun";
}

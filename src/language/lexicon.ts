import type { Knowledge, LanguageData } from "../seeds/knowledge.ts";
import type { Entry, Requirement } from "./entries.ts";
import { fold, startsWithCapital } from "./fold.ts";
import { passedOver, withListed } from "./lexicon-lists.ts";
import { rememberWords } from "./memo.ts";
import { filedPhrases } from "./phrase-file.ts";
import { collectPhrases, type PhraseNode, type Phrases, type Stored } from "./phrases.ts";
import { isJoiner, type Form, type Token, type TokenRules } from "./tokens.ts";

export type { Case, Entry, EntryOf } from "./entries.ts";

/** An entry of a phrase that starts at a token; `end` is the index after its last token. */
export interface Match {
  readonly end: number;
  readonly entry: Entry;
  /** That of the entry. Entries have many shapes and matches one, so that it is read faster here. */
  readonly type: Entry["type"];
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
  /** The states to which a person of the gazetteer is tied. */
  readonly statesOf: (person: string) => readonly string[];
}

const NO_MATCHES: readonly Match[] = [];
const NOTHING_STORED: readonly Stored[] = [];
/** Shortest known noun, and shortest rest before it, for which a long word counts as a compound of it. */
const COMPOUND_PART = 4;
/** Makes the lexicon of a language: from what the build has left of its phrases, else from its pack and the gazetteer. */
export function createLexicon(knowledge: Knowledge, data: LanguageData): Lexicon {
  const tokenRules = tokenRulesOf(data);
  const shipped = shippedPhrases(knowledge.listed?.shipped ?? knowledge, data, tokenRules);
  const words = knowledge.listed === undefined ? shipped : withListed(shipped, knowledge, data, tokenRules);
  const knows = (norm: string): boolean => words.get(norm)?.stored !== undefined;

  /** The phrases that begin with a form, which is asked of the tree once. */
  const phrasesOf = (form: Form): PhraseNode | null => {
    if (form.phrases === undefined) form.phrases = words.get(form.norm) ?? null;
    return form.phrases;
  };
  const compoundOf = rememberWords((norm) => readCompound(norm, words));
  const isCompound = (token: Token): boolean =>
    data.language.compounds && token.text.length >= 2 * COMPOUND_PART && startsWithCapital(token.text);
  const matchAt = (tokens: readonly Token[], from: number): readonly Match[] => {
    const first = tokens[from];
    let node = first === undefined ? undefined : (phrasesOf(first.form) ?? undefined);
    let matches: Match[] | undefined;
    for (let i = from; node !== undefined;) {
      i += 1;
      for (const { entry, type, requirement } of node.stored ?? NOTHING_STORED) {
        if (requirement === undefined || meets(requirement, tokens, from, i))
          (matches ??= []).push({ end: i, entry, type });
      }
      if (node.next === undefined) break;
      while (isJoiner(tokens, i)) i += 1;
      const token: Token | undefined = tokens[i];
      node = token === undefined ? undefined : node.next.get(token.norm);
    }
    if (matches === undefined && first !== undefined && isCompound(first)) {
      for (const { entry, type } of compoundOf(first.norm)) (matches ??= []).push({ end: from + 1, entry, type });
    }
    return matches?.reverse() ?? NO_MATCHES;
  };

  const phrase = (norms: readonly string[]): readonly Entry[] => {
    const [first, ...more] = norms;
    let node = first === undefined ? undefined : words.get(first);
    for (const norm of more) node = node?.next?.get(norm);
    return node?.stored?.map(({ entry }) => entry) ?? [];
  };

  const states = new Map(knowledge.gazetteer.people.map(({ id, countries }) => [id, countries]));
  const statesOf = (person: string): readonly string[] => states.get(person) ?? [];

  return { data, tokenRules, knows, phrase, statesOf, match: (tokens) => tokens.map((_, i) => matchAt(tokens, i)) };
}

/** What is shipped does not change, whatever lists are put over it: it is collected once for each knowledge and language. */
const shippedBy = new WeakMap<Knowledge, Map<LanguageData, Phrases>>();

function shippedPhrases(knowledge: Knowledge, data: LanguageData, rules: TokenRules): Phrases {
  const known = shippedBy.get(knowledge) ?? new Map<LanguageData, Phrases>();
  shippedBy.set(knowledge, known);
  let phrases = known.get(data);
  if (phrases === undefined) {
    phrases = filedPhrases(knowledge.version, data.language.code) ?? collectPhrases(knowledge, data, rules);
    known.set(data, phrases);
  }
  return phrases;
}

/** The names of the user's lists that languages with rules pass over, since they are also other words of them, by language. */
export function listedWords(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const shipped = knowledge.listed?.shipped;
  if (shipped === undefined) return new Map();
  return new Map(
    Object.values(knowledge.languages).map((data) => {
      const rules = tokenRulesOf(data);
      return [data.language.name, passedOver(shippedPhrases(shipped, data, rules), knowledge, data, rules)];
    }),
  );
}

export function tokenRulesOf(data: LanguageData): TokenRules {
  const { tokens, apostropheJoins } = data.language;
  return {
    words: tokens === "letters" ? "letters" : apostropheJoins ? "joined" : "plain",
    clitics: data.language.clitics.map(fold).sort((a, b) => b.length - a.length),
    abbreviations: new Set(data.language.abbreviations.map((word) => fold(word).replace(/\.$/, ""))),
  };
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
function readCompound(norm: string, words: Phrases): readonly Stored[] {
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

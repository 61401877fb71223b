import type { Knowledge, LanguageData } from "../seeds/knowledge.ts";
import type { AddEntry, Entry, Requirement } from "./entries.ts";
import { fold, isAscii, startsWithCapital, stripDiacritics } from "./fold.ts";
import { addGazetteer } from "./lexicon-gazetteer.ts";
import { addLanguage } from "./lexicon-words.ts";
import { isJoiner, tokenize, type TokenRules } from "./tokens.ts";

/** What a phrase can be, and how it must be written to be that. */
export interface Stored {
  readonly entry: Entry;
  /** That of the entry. */
  readonly type: Entry["type"];
  /** `undefined` where its folded words are enough: always in a script without capitals. */
  readonly requirement: Requirement | undefined;
}

/** A word of phrases: what they are that end with it, and the words with which they go on. */
export interface PhraseNode {
  /** `undefined` where no phrase goes on: at nearly all of them. */
  next: Map<string, PhraseNode> | undefined;
  stored: Stored[] | undefined;
}

/** All phrases that a language knows, by their first word. */
export interface Phrases {
  readonly get: (norm: string) => PhraseNode | undefined;
}

/** Letters with single spaces between them: words that are one token each, unless an ending is cut from them. */
const PLAIN_WORDS = /^\p{L}+(?: \p{L}+)*$/u;
/** Shortest word that is also found without its diacritics: Malé is not "male". */
const PLAIN_LETTERS = 5;

/** Makes the phrases of a language from its pack and the gazetteer. Takes a part of a second. */
export function collectPhrases(
  knowledge: Knowledge,
  data: LanguageData,
  rules: TokenRules,
): ReadonlyMap<string, PhraseNode> {
  const { words, add } = createPhraseTree(data, rules);
  addLanguage(data, add);
  addGazetteer(knowledge, data, add, (norm) => words.get(norm)?.stored !== undefined);
  return words;
}

/** Phrases while they are taken in. */
export interface PhraseTree {
  readonly words: ReadonlyMap<string, PhraseNode>;
  readonly add: AddEntry;
}

/** An empty tree for phrases of a language. */
export function createPhraseTree(data: LanguageData, rules: TokenRules): PhraseTree {
  const words = new Map<string, PhraseNode>();
  const root: PhraseNode = { next: words, stored: undefined };
  const cased = data.language.capitals !== "none";

  // Where nouns have capitals, what is listed with one is a noun: "oberste" is not "Oberste".
  const nouns: Requirement | undefined = data.language.capitals === "nouns" ? { capital: true } : undefined;

  const add: AddEntry = (phrase, entry, given) => {
    const requirement = nouns !== undefined && startsWithCapital(phrase) ? { ...nouns, ...given } : given;
    const asks = cased && (requirement?.exact !== undefined || requirement?.capital === true);
    const asked = asks ? requirement : undefined;
    for (const norms of phraseNorms(phrase, requirement?.name === true, rules)) {
      let node = root;
      for (const norm of norms) {
        const branches: Map<string, PhraseNode> = (node.next ??= new Map());
        let next = branches.get(norm);
        if (next === undefined) branches.set(norm, (next = { next: undefined, stored: undefined }));
        node = next;
      }
      const stored = { entry, type: entry.type, requirement: asked };
      if (node.stored === undefined) node.stored = [stored];
      else node.stored.push(stored);
    }
  };
  return { words, add };
}

/** The folded words of a phrase in each way in which it may be written. `isName`: it is also found without its diacritics. */
export function phraseNorms(phrase: string, isName: boolean, rules: TokenRules): readonly (readonly string[])[] {
  const written = normsOf(phrase, rules);
  return withoutSharpS(isName ? spellings(written) : [written]);
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

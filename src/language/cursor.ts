import type { LanguagePack, Sentence } from "./document.ts";
import { startsWithCapital } from "./fold.ts";
import { isJoiner, type Entry, type EntryOf, type Match } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** Reading access to one sentence: what stands at a token, with the rules of its language. */
export interface Cursor {
  readonly pack: LanguagePack;
  readonly sentence: Sentence;
  readonly length: number;
  readonly token: (index: number) => Token | undefined;
  /** The longest entry of one of the types that starts at the token. */
  readonly find: <Type extends Entry["type"]>(
    index: number,
    ...types: readonly Type[]
  ) => { readonly end: number; readonly entry: EntryOf<Type> } | undefined;
  /** Whether any entry of one of the types starts at the token. */
  readonly is: (index: number, ...types: readonly Entry["type"][]) => boolean;
  /** Index of the next token, past a hyphen that joins two words. */
  readonly skipJoiner: (index: number) => number;
  /** Whether a date expression covers the token. */
  readonly inDate: (index: number) => boolean;
  /** Whether every longer word has a capital, so that one says nothing: a headline in Title Case. */
  readonly titleCase: boolean;
}

/** Letters from which a word has a capital in Title Case, and words that it takes to tell. */
const TITLE_LETTERS = 5;
const TITLE_WORDS = 4;

export function createCursor(sentence: Sentence, pack: LanguagePack): Cursor {
  const dated = new Set(
    sentence.dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  );
  const firstOf = (index: number, types: readonly Entry["type"][]): Match | undefined => {
    const matches = sentence.matches[index];
    if (matches === undefined) return undefined;
    for (const match of matches) if (types.includes(match.entry.type)) return match;
    return undefined;
  };
  return {
    pack,
    sentence,
    length: sentence.tokens.length,
    token: (index) => sentence.tokens[index],
    find: <Type extends Entry["type"]>(index: number, ...types: readonly Type[]) => {
      const found = firstOf(index, types);
      return found as (Match & { readonly entry: EntryOf<Type> }) | undefined;
    },
    is: (index, ...types) => firstOf(index, types) !== undefined,
    skipJoiner: (index) => (isJoiner(sentence.tokens, index) ? index + 1 : index),
    inDate: (index) => dated.has(index),
    titleCase: pack.lexicon.data.language.capitals === "names" && isTitleCase(sentence),
  };
}

/** Title Case leaves small words small, but never a verb. */
function isTitleCase({ tokens, matches }: Sentence): boolean {
  const words = tokens.filter(({ shape, text }) => shape === "word" && text.length >= TITLE_LETTERS);
  if (words.length < TITLE_WORDS || !words.every(({ text }) => startsWithCapital(text))) return false;
  const isVerb = (index: number): boolean => (matches[index] ?? []).some(({ entry }) => entry.type === "verb");
  return !tokens.some(({ text }, i) => !startsWithCapital(text) && isVerb(i));
}

import type { LanguagePack, Sentence } from "./document.ts";
import { startsWithCapital } from "./fold.ts";
import type { Entry, EntryOf, Match } from "./lexicon.ts";
import { isJoiner, type Token } from "./tokens.ts";

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
  /** The same of one of many types. */
  readonly isIn: (index: number, types: ReadonlySet<Entry["type"]>) => boolean;
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
  const { tokens, matches, dates } = sentence;
  // Plain loops: of all that is asked of an article, this is asked most.
  const firstOf = (index: number, types: readonly Entry["type"][]): Match | undefined => {
    const here = matches[index];
    if (here === undefined) return undefined;
    for (let i = 0; i < here.length; i += 1) {
      const match = here[i];
      for (let j = 0; j < types.length; j += 1) if (match?.type === types[j]) return match;
    }
    return undefined;
  };
  return {
    pack,
    sentence,
    length: tokens.length,
    token: (index) => tokens[index],
    find: <Type extends Entry["type"]>(index: number, ...types: readonly Type[]) =>
      firstOf(index, types) as (Match & { readonly entry: EntryOf<Type> }) | undefined,
    is: (index, ...types) => firstOf(index, types) !== undefined,
    isIn: (index, types) => {
      const here = matches[index];
      if (here === undefined) return false;
      for (let i = 0; i < here.length; i += 1) {
        const match = here[i];
        if (match !== undefined && types.has(match.type)) return true;
      }
      return false;
    },
    skipJoiner: (index) => (isJoiner(tokens, index) ? index + 1 : index),
    inDate: (index) => dates.some(({ from, to }) => index >= from && index < to),
    titleCase: pack.lexicon.data.language.capitals === "names" && isTitleCase(sentence),
  };
}

/** Title Case leaves small words small, but never a verb. */
function isTitleCase({ tokens, matches }: Sentence): boolean {
  let words = 0;
  for (const { shape, text } of tokens) {
    if (shape !== "word" || text.length < TITLE_LETTERS) continue;
    if (!startsWithCapital(text)) return false;
    words += 1;
  }
  const isVerb = (index: number): boolean => matches[index]?.some(({ type }) => type === "verb") === true;
  // What is tied to the word before it is small in any case: Palin's.
  return words >= TITLE_WORDS && !tokens.some(({ text, glued }, i) => !glued && !startsWithCapital(text) && isVerb(i));
}

import { CHARACTER, classOf, codePointAt, widthOf } from "./characters.ts";
import { fold } from "./fold.ts";
import { rememberWords } from "./memo.ts";

/** What tells one language from the others of its script. */
export interface LanguageProfile {
  readonly code: string;
  readonly script: "Latin" | "Arabic";
  /** Letters that others of its script do not use, or hardly. */
  readonly letters: ReadonlySet<string>;
  /** Folded frequent words. */
  readonly stopWords: ReadonlySet<string>;
}

/** Language of a text that no pack covers. */
export const UNKNOWN_LANGUAGE = "und";

/** Share of a language's frequent words among all words from which a text counts as written in it. */
const STOP_WORD_SHARE = 0.2;
/** Weight of one letter of its own against one frequent word. */
const LETTER_WEIGHT = 0.5;
/** Fewest words of which it can be said that they fit no language. */
const FEWEST_WORDS = 8;

const NON_JOINER = 0x200c;

/** What speaks for one language, of a word or of a whole text. */
interface Signs {
  /** Frequent words. */
  hits: number;
  /** Letters of its own. */
  own: number;
}

/**
 * The language of a stretch of text among those with a profile: script first, then frequent words and letters of its own.
 * `undefined` where it is too short to tell, `und` where it is long enough and none fits.
 */
export function detectLanguage(text: string, profiles: readonly LanguageProfile[]): string | undefined {
  const signsOf = signReader(profiles);
  const signs = profiles.map((): Signs => ({ hits: 0, own: 0 }));
  let letters = 0;
  let latin = 0;
  let arabic = 0;
  let words = 0;
  let wordStart = -1;
  const closeWord = (end: number): void => {
    words += 1;
    for (const [i, { hits, own }] of signsOf(text.slice(wordStart, end)).entries()) {
      const sum = signs[i];
      if (sum === undefined) continue;
      sum.hits += hits;
      sum.own += own;
    }
    wordStart = -1;
  };
  for (let i = 0; i < text.length;) {
    const code = codePointAt(text, i);
    const is = classOf(code);
    if ((is & CHARACTER.letter) !== 0) letters += 1;
    if ((is & CHARACTER.latin) !== 0) latin += 1;
    if ((is & CHARACTER.arabic) !== 0) arabic += 1;
    const inWord = (is & (CHARACTER.letter | CHARACTER.mark)) !== 0 || code === NON_JOINER;
    if (inWord && wordStart < 0) wordStart = i;
    else if (!inWord && wordStart >= 0) closeWord(i);
    i += widthOf(code);
  }
  if (wordStart >= 0) closeWord(text.length);
  if (letters === 0) return undefined;
  if (Math.max(latin, arabic) < letters / 2) return UNKNOWN_LANGUAGE;
  const script = arabic > latin ? "Arabic" : "Latin";
  let best: { code: string; score: number; hits: number } | undefined;
  for (const [i, profile] of profiles.entries()) {
    if (profile.script !== script) continue;
    const { hits, own } = signs[i] ?? { hits: 0, own: 0 };
    const score = (hits + LETTER_WEIGHT * own) / words;
    if (best === undefined || score > best.score) best = { code: profile.code, score, hits };
  }
  if (best !== undefined && best.score >= STOP_WORD_SHARE && best.hits > 0) return best.code;
  return words < FEWEST_WORDS ? undefined : UNKNOWN_LANGUAGE;
}

const readers = new WeakMap<readonly LanguageProfile[], (word: string) => readonly Signs[]>();

/** For each profile, what a word says for it. */
function signReader(profiles: readonly LanguageProfile[]): (word: string) => readonly Signs[] {
  let reader = readers.get(profiles);
  if (reader === undefined) {
    reader = rememberWords((word) => {
      const folded = fold(word);
      return profiles.map(({ stopWords, letters }) => ({
        hits: stopWords.has(folded) ? 1 : 0,
        own: letters.size === 0 ? 0 : [...word].filter((letter) => letters.has(letter)).length,
      }));
    });
    readers.set(profiles, reader);
  }
  return reader;
}

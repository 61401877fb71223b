import { fold } from "./fold.ts";

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

const SCRIPTS = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
] as const;
const WORD = /[\p{L}\p{M}\u200C]+/gu;

/** Share of a language's frequent words among all words from which a text counts as written in it. */
const STOP_WORD_SHARE = 0.2;
/** Weight of one letter of its own against one frequent word. */
const LETTER_WEIGHT = 0.5;

/**
 * The language of a stretch of text among those with a profile: script first, then frequent words and letters of its own.
 * `undefined` where it is too short to tell, `und` where it is long enough and none fits.
 */
export function detectLanguage(text: string, profiles: readonly LanguageProfile[]): string | undefined {
  const counts = SCRIPTS.map(([script, pattern]) => [script, text.match(pattern)?.length ?? 0] as const);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const [script, most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (letters === 0) return undefined;
  if (most < letters / 2) return UNKNOWN_LANGUAGE;
  const words = text.match(WORD) ?? [];
  const folded = words.map(fold);
  let best: { code: string; score: number; hits: number } | undefined;
  for (const profile of profiles) {
    if (profile.script !== script) continue;
    const hits = folded.filter((word) => profile.stopWords.has(word)).length;
    const own = profile.letters.size === 0 ? 0 : [...text].filter((letter) => profile.letters.has(letter)).length;
    const score = (hits + LETTER_WEIGHT * own) / words.length;
    if (best === undefined || score > best.score) best = { code: profile.code, score, hits };
  }
  if (best !== undefined && best.score >= STOP_WORD_SHARE && best.hits > 0) return best.code;
  return words.length < 8 ? undefined : UNKNOWN_LANGUAGE;
}

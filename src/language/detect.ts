import type { LanguageData } from "../seeds/knowledge.ts";
import { CHARACTER, classOf, codePointAt, widthOf } from "./characters.ts";
import { fold } from "./fold.ts";
import { rememberParts } from "./memo.ts";

type Script = LanguageData["language"]["script"];

/** What tells one language from the others of its script. */
export interface LanguageProfile {
  readonly code: string;
  readonly script: Script;
  /** Letters that others of its script do not use, or hardly. */
  readonly letters: ReadonlySet<string>;
  /** Folded frequent words; frequent letters where tokens are letters. */
  readonly stopWords: ReadonlySet<string>;
  readonly tokens: LanguageData["language"]["tokens"];
  /** Frequent words, beside their share, from which a text counts as written in it. */
  readonly leastHits: number;
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

/** The most frequent first: the others are only looked for where these are not most of the letters. */
const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Bengali", /\p{Script=Bengali}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Thai", /\p{Script=Thai}/gu],
];

/** The script of most letters of a text; `undefined` where there is none, or one that no profile can have. */
export function scriptOf(text: string): Script | undefined {
  return lettersOf(text).script;
}

/** How many letters a text has, and the script of most of them. */
function lettersOf(text: string): { readonly letters: number; readonly script: Script | undefined } {
  let [letters, latin, arabic] = [0, 0, 0];
  for (let i = 0; i < text.length;) {
    const code = codePointAt(text, i);
    const is = classOf(code);
    if ((is & CHARACTER.letter) !== 0) letters += 1;
    if ((is & CHARACTER.latin) !== 0) latin += 1;
    if ((is & CHARACTER.arabic) !== 0) arabic += 1;
    i += widthOf(code);
  }
  if (letters === 0) return { letters, script: undefined };
  // Nearly all texts are in one of these two.
  if (latin >= letters / 2) return { letters, script: "Latin" };
  if (arabic >= letters / 2) return { letters, script: "Arabic" };
  return { letters, script: SCRIPTS.find(([, pattern]) => (text.match(pattern)?.length ?? 0) >= letters / 2)?.[0] };
}

/** Whether a text has letters of a script; one without any letter counts as Latin. */
export function hasScript(text: string, script: Script): boolean {
  const pattern = SCRIPTS.find(([name]) => name === script)?.[1];
  if (pattern !== undefined && text.search(pattern) !== -1) return true;
  return script === "Latin" && !/\p{L}/u.test(text);
}

/**
 * The language of a stretch of text among those with a profile: script first, then frequent words and letters of its own.
 * `undefined` where it is too short to tell, `und` where it is long enough and none fits.
 */
export function detectLanguage(text: string, profiles: readonly LanguageProfile[]): string | undefined {
  const { signsOf, byScript, hits, own } = detectorOf(profiles);
  hits.fill(0);
  own.fill(0);
  const { letters, script } = lettersOf(text);
  if (letters === 0) return undefined;
  let words = 0;
  let start = -1;
  for (let i = 0; i <= text.length;) {
    const code = codePointAt(text, i);
    const inWord = (classOf(code) & (CHARACTER.letter | CHARACTER.mark)) !== 0 || code === NON_JOINER;
    if (inWord && start < 0) start = i;
    else if (!inWord && start >= 0) {
      words += 1;
      const signs = signsOf(text, start, i);
      for (let j = 0; j < signs.length; j += 1) {
        const sign = signs[j];
        if (sign === undefined) continue;
        hits[sign.profile] = (hits[sign.profile] ?? 0) + sign.hits;
        own[sign.profile] = (own[sign.profile] ?? 0) + sign.own;
      }
      start = -1;
    }
    i += widthOf(code);
  }
  const rivals = byScript.get(script) ?? [];
  const [only, second] = rivals;
  if (only === undefined) return UNKNOWN_LANGUAGE;
  if (second === undefined && only.profile.stopWords.size === 0) return only.profile.code;
  // Among few languages with a script of their own the likeliest is the one.
  const byLetters = rivals.every(({ profile }) => profile.tokens === "letters");
  const all = byLetters ? letters : words;
  const scoreOf = ({ at }: Rival): number => ((hits[at] ?? 0) + LETTER_WEIGHT * (own[at] ?? 0)) / all;
  const best = rivals.reduce((most, next) => (scoreOf(next) > scoreOf(most) ? next : most));
  const isHit = (hits[best.at] ?? 0) >= best.profile.leastHits;
  if (isHit && (byLetters || scoreOf(best) >= STOP_WORD_SHARE)) return best.profile.code;
  return all < FEWEST_WORDS ? undefined : UNKNOWN_LANGUAGE;
}

/** What a word says for one language. */
interface WordSigns {
  /** Index of its profile. */
  readonly profile: number;
  /** Whether it is frequent in it; of letters, how many are. */
  readonly hits: number;
  /** Letters of the language's own. */
  readonly own: number;
}

/** A language among those of its script, with its place in the list of all. */
interface Rival {
  readonly profile: LanguageProfile;
  readonly at: number;
}

interface Detector {
  /** What a word says for the profiles, those left out for which it says nothing. */
  readonly signsOf: (text: string, from: number, to: number) => readonly WordSigns[];
  readonly byScript: ReadonlyMap<Script | undefined, readonly Rival[]>;
  /** Sums for one text, by index of the profile. */
  readonly hits: Int32Array;
  readonly own: Int32Array;
}

const detectors = new WeakMap<readonly LanguageProfile[], Detector>();

function detectorOf(profiles: readonly LanguageProfile[]): Detector {
  let detector = detectors.get(profiles);
  if (detector === undefined) detectors.set(profiles, (detector = createDetector(profiles)));
  return detector;
}

function createDetector(profiles: readonly LanguageProfile[]): Detector {
  const byScript = new Map<Script, Rival[]>();
  for (const [at, profile] of profiles.entries()) {
    const rivals = byScript.get(profile.script);
    if (rivals === undefined) byScript.set(profile.script, [{ profile, at }]);
    else rivals.push({ profile, at });
  }
  const signsOf = rememberParts((word) => {
    const folded = fold(word);
    const composed = word.normalize("NFC");
    const countOf = (letters: ReadonlySet<string>): number =>
      letters.size === 0 ? 0 : [...composed].filter((letter) => letters.has(letter)).length;
    const signs = profiles.map(({ stopWords, letters, tokens }, profile) => ({
      profile,
      hits: tokens === "letters" ? countOf(stopWords) : stopWords.has(folded) ? 1 : 0,
      own: countOf(letters),
    }));
    return signs.filter(({ hits, own }) => hits + own > 0);
  });
  return { signsOf, byScript, hits: new Int32Array(profiles.length), own: new Int32Array(profiles.length) };
}

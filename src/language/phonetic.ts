import type { LetterTables } from "../seeds/knowledge.ts";
import { fold, stripDiacritics } from "./fold.ts";

/** Compares names by how they sound, across scripts. */
export interface Phonetics {
  /** How alike two names are, 0 to 1, over their best alignment of words. */
  readonly nameSimilarity: (a: string, b: string) => number;
  /** How alike two single words are, 0 to 1. */
  readonly wordSimilarity: (a: string, b: string) => number;
  /** The consonants of a word that hardly vary between spellings: a key under which candidates are found. */
  readonly skeleton: (word: string) => string;
  /** A word in Latin letters, after its sounds: for ids, not for reading. */
  readonly romanize: (word: string) => string;
  /** The words of a name that count. */
  readonly nameWords: (name: string) => readonly string[];
}

const ARABIC = /[\u0600-\u06FF]/;
/** Cost of one sound class for an unlike one. */
const UNLIKE = 1.2;
/** Cost of a class that only one name has, where the table names none. */
const OMITTED = 0.9;
/** A vowel that only one name begins with weighs more: `Ahmad`, `Hamad`. */
const INITIAL_VOWEL = 1.6;
const VOWELS = "aiu";
/** Latin spelling of the sound classes whose name is not their letter. */
const ROMAN: Readonly<Record<string, string>> = { X: "sh", C: "ch", x: "kh", e: "", h: "h" };

/**
 * Makes the comparison from tables of letters and sounds.
 *
 * The distance is an edit distance over sound classes with costs of their own (after Kondrak's ALINE, 2000: phonetic
 * alignment by weighted features), set against the weighted length of both words.
 */
export function createPhonetics(tables: LetterTables): Phonetics {
  const sounds = new Map(
    Object.entries(tables.sounds).map(([script, table]) => [script, new Map(Object.entries(table))]),
  );
  const longest = Math.max(...[...sounds.values()].flatMap((table) => [...table.keys()].map((key) => key.length)));
  const edges = new Map(
    Object.entries(tables.edges).map(([script, rules]) => [
      script,
      rules.map(([pattern, by]) => [new RegExp(pattern, "u"), by] as const),
    ]),
  );
  const substitution = new Map<string, number>();
  for (const [a, b, cost] of tables.substitutions) {
    for (const pair of [a + b, b + a]) substitution.set(pair, Math.min(substitution.get(pair) ?? UNLIKE, cost));
  }
  const omission = (sound: string): number => tables.omissions[sound] ?? OMITTED;
  const weight = (sound: string): number => tables.weights[sound] ?? 1;
  const particles = new Set(tables.particles.map(fold));
  const memo = new Map<string, string>();

  const soundsOf = (word: string): string => {
    const known = memo.get(word);
    if (known !== undefined) return known;
    const script = ARABIC.test(word) ? "Arabic" : "Latin";
    const table = sounds.get(script) ?? new Map<string, string>();
    let rest = script === "Latin" ? latinLetters(word) : fold(word);
    for (const [pattern, by] of edges.get(script) ?? []) rest = rest.replace(pattern, by);
    let result = "";
    for (let i = 0; i < rest.length;) {
      let length = Math.min(longest, rest.length - i);
      while (length > 1 && !table.has(rest.slice(i, i + length))) length -= 1;
      result += table.get(rest.slice(i, i + length)) ?? "";
      i += length;
    }
    // A final h, and one between a vowel and a consonant, is written more often than it is heard.
    result = result
      .replace(/H$/, "h")
      .replace(/([aiu])H(?=[A-Z])/g, "$1h")
      .replace(/([A-Z])\1+/g, "$1");
    memo.set(word, result);
    return result;
  };

  const wordSimilarity = (a: string, b: string): number => {
    const x = soundsOf(a);
    const y = soundsOf(b);
    if (x === "" || y === "") return 0;
    let previous = [0];
    for (let j = 1; j <= y.length; j += 1) {
      const sound = y.charAt(j - 1);
      previous[j] = (previous[j - 1] ?? 0) + omission(sound) * (j === 1 && VOWELS.includes(sound) ? INITIAL_VOWEL : 1);
    }
    for (let i = 1; i <= x.length; i += 1) {
      const left = x.charAt(i - 1);
      const current = [(previous[0] ?? 0) + omission(left) * (i === 1 && VOWELS.includes(left) ? INITIAL_VOWEL : 1)];
      for (let j = 1; j <= y.length; j += 1) {
        const right = y.charAt(j - 1);
        const replaced = left === right ? 0 : (substitution.get(left + right) ?? UNLIKE);
        current[j] = Math.min(
          (previous[j - 1] ?? 0) + replaced,
          (previous[j] ?? 0) + omission(left),
          (current[j - 1] ?? 0) + omission(right),
        );
      }
      previous = current;
    }
    let length = 0;
    for (const sound of x + y) length += weight(sound);
    return Math.max(0, 1 - (previous[y.length] ?? 0) / (length / 2 + 0.25));
  };

  const nameWords = (name: string): readonly string[] =>
    name
      .replace(/[-–_/.,()'’]/g, " ")
      .split(/\s+/)
      .filter((word) => word !== "" && !particles.has(fold(word)));

  const nameSimilarity = (a: string, b: string): number => {
    const first = nameWords(a);
    const second = nameWords(b);
    if (first.length === 0 || second.length === 0) return 0;
    const whole = wordSimilarity(first.join(""), second.join(""));
    const [short, long] = first.length <= second.length ? [first, second] : [second, first];
    const used = new Set<number>();
    let score = 0;
    let total = 0;
    for (let i = short.length - 1; i >= 0; i -= 1) {
      const word = short[i] ?? "";
      let best = 0;
      let at = -1;
      for (const [j, other] of long.entries()) {
        if (used.has(j)) continue;
        let similarity = wordSimilarity(word, other);
        if ((word.length === 1 || other.length === 1) && soundsOf(word).charAt(0) === soundsOf(other).charAt(0)) {
          similarity = Math.max(similarity, 0.8);
        }
        similarity -= 0.03 * Math.abs(i - (short.length - 1) - (j - (long.length - 1)));
        if (similarity > best) [best, at] = [similarity, j];
        const next = long[j + 1];
        if (next !== undefined && !used.has(j + 1)) {
          const joined = wordSimilarity(word, other + next) - 0.02;
          if (joined > best + 0.1) [best, at] = [joined, j];
        }
      }
      if (at >= 0) used.add(at);
      const importance = (i === short.length - 1 ? 1.4 : 1) * Math.min(1.5, 0.5 + soundsOf(word).length / 6);
      score += importance * (best < 0.55 ? best * 0.5 : best);
      total += importance;
    }
    const extra = long.length - short.length;
    const aligned = score / total - (extra > 0 ? (short.length === 1 ? 0.12 : 0.05) * Math.min(extra, 2) : 0);
    return Math.max(whole, aligned);
  };

  const skeleton = (word: string): string =>
    [...soundsOf(word)]
      .filter((sound) => !tables.skeleton.drop.includes(sound))
      .map((sound) => tables.skeleton.merge[sound] ?? sound)
      .join("");

  const romanize = (word: string): string =>
    [...soundsOf(word)].map((sound) => ROMAN[sound] ?? sound.toLowerCase()).join("");

  return { nameSimilarity, wordSimilarity, skeleton, romanize, nameWords };
}

function latinLetters(word: string): string {
  return stripDiacritics(fold(word).replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue")).replace(/[^a-z]/g, "");
}

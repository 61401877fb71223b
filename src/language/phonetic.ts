import type { LetterTables } from "../seeds/knowledge.ts";
import { fold, stripDiacritics } from "./fold.ts";
import { rememberWords } from "./memo.ts";

/** Compares names by how they sound, across scripts. */
export interface Phonetics {
  /** How alike two names are, 0 to 1, over their best alignment of words. */
  readonly nameSimilarity: (a: string, b: string) => number;
  /** How a name sounds, for whoever compares it with many. */
  readonly soundsOf: (name: string) => SpokenName;
  /** `nameSimilarity` of names whose sounds are known. Where that is below `atLeast`, any lower number may come out. */
  readonly likeness: (a: SpokenName, b: SpokenName, atLeast?: number) => number;
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
/** Sound classes are named by letters of ASCII. */
const CLASSES = 128;
/** Sounds of a word for which there is room from the start. */
const LONGEST_WORD = 64;
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
  const replacement = new Float64Array(CLASSES * CLASSES).fill(UNLIKE);
  for (const [a, b, cost] of tables.substitutions) {
    for (const at of [cellOf(a, b), cellOf(b, a)]) replacement[at] = Math.min(replacement[at] ?? UNLIKE, cost);
  }
  for (let sound = 0; sound < CLASSES; sound += 1) replacement[sound * CLASSES + sound] = 0;
  const omission = byClass(tables.omissions, OMITTED);
  const weight = byClass(tables.weights, 1);
  const initial = omission.map(
    (cost, sound) => cost * (VOWELS.includes(String.fromCharCode(sound)) ? INITIAL_VOWEL : 1),
  );
  const particles = new Set(tables.particles.map(fold));

  const wordSounds = rememberWords((word): string => {
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
    return result
      .replace(/H$/, "h")
      .replace(/([aiu])H(?=[A-Z])/g, "$1h")
      .replace(/([A-Z])\1+/g, "$1");
  });

  // Two rows of the table of the alignment, for all comparisons.
  let previous = new Float64Array(LONGEST_WORD);
  let current = new Float64Array(LONGEST_WORD);
  const similarity = (x: string, y: string): number => {
    if (x === "" || y === "") return 0;
    if (y.length >= previous.length) {
      previous = new Float64Array(2 * y.length);
      current = new Float64Array(2 * y.length);
    }
    previous[0] = 0;
    for (let j = 1; j <= y.length; j += 1) {
      const right = y.charCodeAt(j - 1);
      previous[j] = (previous[j - 1] ?? 0) + ((j === 1 ? initial : omission)[right] ?? 0);
    }
    for (let i = 1; i <= x.length; i += 1) {
      const left = x.charCodeAt(i - 1);
      const row = left * CLASSES;
      const omitted = omission[left] ?? 0;
      let before = (previous[0] ?? 0) + ((i === 1 ? initial : omission)[left] ?? 0);
      current[0] = before;
      for (let j = 1; j <= y.length; j += 1) {
        const right = y.charCodeAt(j - 1);
        const replaced = (previous[j - 1] ?? 0) + (replacement[row + right] ?? 0);
        before = Math.min(replaced, (previous[j] ?? 0) + omitted, before + (omission[right] ?? 0));
        current[j] = before;
      }
      [previous, current] = [current, previous];
    }
    let length = 0;
    for (let i = 0; i < x.length; i += 1) length += weight[x.charCodeAt(i)] ?? 0;
    for (let j = 0; j < y.length; j += 1) length += weight[y.charCodeAt(j)] ?? 0;
    return Math.max(0, 1 - (previous[y.length] ?? 0) / (length / 2 + 0.25));
  };

  const wordSimilarity = (a: string, b: string): number => similarity(wordSounds(a), wordSounds(b));

  const nameWords = (name: string): readonly string[] =>
    name
      .replace(/[-–_/.,()'’]/g, " ")
      .split(/\s+/)
      .filter((word) => word !== "" && !particles.has(fold(word)));
  const soundsOf = (name: string): SpokenName => {
    const words = nameWords(name);
    return {
      words,
      whole: wordSounds(words.join("")),
      sounds: words.map(wordSounds),
      joined: words.slice(1).map((word, i) => wordSounds((words[i] ?? "") + word)),
    };
  };
  const remembered = rememberWords(soundsOf);

  const likeness = (first: SpokenName, second: SpokenName, atLeast = 0): number => {
    if (first.words.length === 0 || second.words.length === 0) return 0;
    const [short, long] = first.words.length <= second.words.length ? [first, second] : [second, first];
    const [last, lastOfLong] = [short.words.length - 1, long.words.length - 1];
    const importanceAt = (i: number): number =>
      (i === last ? 1.4 : 1) * Math.min(1.5, 0.5 + (short.sounds[i] ?? "").length / 6);
    let total = 0;
    for (let i = last; i >= 0; i -= 1) total += importanceAt(i);
    // Names of as many words, one of which is the same, are not parted differently: their words decide.
    const wordsDecide = last === lastOfLong && short.sounds.some((word, i) => word === long.sounds[i]);
    const used = new Set<number>();
    let score = 0;
    let open = total;
    for (let i = last; i >= 0; i -= 1) {
      const word = short.sounds[i] ?? "";
      let best = 0;
      let at = -1;
      for (const [j, other] of long.sounds.entries()) {
        if (used.has(j)) continue;
        let alike = similarity(word, other);
        const isInitial = short.words[i]?.length === 1 || long.words[j]?.length === 1;
        if (isInitial && word.charAt(0) === other.charAt(0)) alike = Math.max(alike, 0.8);
        alike -= 0.03 * Math.abs(i - last - (j - lastOfLong));
        if (alike > best) [best, at] = [alike, j];
        const both = long.joined[j];
        if (both !== undefined && !used.has(j + 1)) {
          const joined = similarity(word, both) - 0.02;
          if (joined > best + 0.1) [best, at] = [joined, j];
        }
      }
      if (at >= 0) used.add(at);
      const importance = importanceAt(i);
      score += importance * (best < 0.55 ? best * 0.5 : best);
      open -= importance;
      if (wordsDecide && (score + open) / total < atLeast) return 0;
    }
    const extra = lastOfLong - last;
    const aligned = score / total - (extra > 0 ? (last === 0 ? 0.12 : 0.05) * Math.min(extra, 2) : 0);
    return Math.max(similarity(first.whole, second.whole), aligned);
  };
  const nameSimilarity = (a: string, b: string): number => likeness(remembered(a), remembered(b));

  const skeleton = (word: string): string => {
    let consonants = "";
    for (const sound of wordSounds(word))
      if (!tables.skeleton.drop.includes(sound)) consonants += tables.skeleton.merge[sound] ?? sound;
    return consonants;
  };

  const romanize = (word: string): string =>
    [...wordSounds(word)].map((sound) => ROMAN[sound] ?? sound.toLowerCase()).join("");

  return {
    nameSimilarity,
    soundsOf,
    likeness,
    wordSimilarity,
    skeleton,
    romanize,
    nameWords,
  };
}

/** A name as it is compared. */
export interface SpokenName {
  /** Its words that count. */
  readonly words: readonly string[];
  /** The sounds of all of them as one, of each, and of each with the next. */
  readonly whole: string;
  readonly sounds: readonly string[];
  readonly joined: readonly string[];
}

/** Costs of sound classes by the code of their letter. */
function byClass(costs: Readonly<Record<string, number>>, otherwise: number): Float64Array {
  const all = new Float64Array(CLASSES).fill(otherwise);
  for (const [sound, cost] of Object.entries(costs)) all[sound.charCodeAt(0)] = cost;
  return all;
}

function cellOf(a: string, b: string): number {
  return a.charCodeAt(0) * CLASSES + b.charCodeAt(0);
}

function latinLetters(word: string): string {
  return stripDiacritics(fold(word).replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue")).replace(/[^a-z]/g, "");
}

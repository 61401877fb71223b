import type { LetterTables } from "../seeds/knowledge.ts";
import { fold } from "./fold.ts";

/** A name as it is compared. */
export interface SpokenName {
  /** Its words that count. */
  readonly words: readonly string[];
  readonly isArabic: boolean;
  /** Which of several bearers of the name it means, where it says so: junior. */
  readonly generation: string;
  /** The sounds of each word, of each with the next one and with the next two, and of all as one. */
  readonly sounds: readonly string[];
  readonly joined: readonly (readonly string[])[];
  readonly whole: string;
  /** The sound of each word that is a letter, or the name of one; empty for the others. */
  readonly letters: readonly string[];
  /** Which known given name each word is; 0 for the others. */
  readonly given: readonly number[];
  /** Whether each word is one that many bear before their own name, and that is often left out. */
  readonly light: readonly boolean[];
  /** How each word is written, where letters tell names apart that sound alike. */
  readonly written: readonly Written[];
  /** Whether it says whose child the bearer is, so that its words stand in one order only. */
  readonly isOrdered: boolean;
}

/** What of a word in Latin letters tells it from words that sound like it. Each is empty where there is nothing of the kind. */
export interface Written {
  readonly whole: string;
  /** Without an ending that makes the name of a woman of that of a man. */
  readonly stem: string;
  /** Of a word with a single vowel: its other letters, and which of the vowels that are told apart it has. */
  readonly frame: string;
  readonly vowel: string;
}

/** What the comparison of names needs to know of sounds. */
export interface WordSounds {
  readonly soundsOf: (word: string) => string;
  /** Its Latin letters; empty for a word in another script. */
  readonly lettersOf: (word: string) => string;
  /** How alike the sounds of two words are, 0 to 1. Where that is below `atLeast`, any lower number may come out, and sooner. */
  readonly similarity: (a: string, b: string, atLeast?: number) => number;
  /** Whether a word can begin with this sound. */
  readonly beginsWith: (word: string, sound: string) => boolean;
}

/** Compares names word by word. */
export interface NameComparison {
  /** The words of a name that count. */
  readonly nameWords: (name: string) => readonly string[];
  readonly spokenName: (name: string) => SpokenName;
  /** How alike two names are, 0 to 1. Where that is below `atLeast`, any lower number may come out. */
  readonly likeness: (a: SpokenName, b: SpokenName, atLeast?: number) => number;
}

const ARABIC = /[\u0600-\u06FF]/;
const BETWEEN_WORDS = /[-–_/.,()'’\s]+/;
/** Initials that are written as one: JD. */
const INITIALS = /^\p{Lu}{2,3}$/u;
/** Likeness below which two words at one place are two words. */
const OTHER_WORD = 0.55;
/**
 * Likeness below which they speak against one person, and what the names are then alike at most, within a script and
 * across scripts: not enough for one, if enough for a second look.
 */
const CONTRADICTION = { within: { below: 0.78, most: 0.88 }, across: { below: 0.66, most: 0.8 } } as const;
/** Likeness, at most, of two names that are written otherwise on purpose: Farid, Farida; Tim, Tom. */
const OTHERWISE = 0.75;
/** Likeness of an initial to a word that begins so. Where it is the only given name, nothing else speaks for one person. */
const INITIAL = 0.85;
const LAST_COUNTS = 1.2;
const ROTATED = 0.03;
const JOINED = 0.02;
/** What a word costs that only one name has. */
const EXTRA = { light: 0.02, middle: 0.05, before: 0.2, after: 0.15, never: 1 } as const;
const MOST_EXTRA = 4;
/** Room for the rounding of sums. */
const EPSILON = 1e-9;
/** Words that follow a word and can be one with it in another spelling. */
const MOST_JOINED = 2;

export function createNameComparison(
  tables: LetterTables,
  { soundsOf, lettersOf, similarity, beginsWith }: WordSounds,
): NameComparison {
  const particles = new Set(tables.particles.map(fold));
  const light = new Set(tables.light.map(fold));
  const descent = new Set(tables.descent.map(fold));
  const vowels = new Map(tables.toldApart.vowels.flatMap((group) => [...group].map((letter) => [letter, group])));
  const endings = tables.toldApart.endings;
  const generations = new Map(tables.generations.flatMap((words) => words.map((word) => [fold(word), words[0] ?? ""])));
  const letterNames = new Map(Object.entries(tables.letterNames).map(([name, letter]) => [fold(name), letter]));
  const givenNames = new Map(
    tables.givenNames.flatMap((names, i) => names.map((name) => [fold(name), i + 1] as const)),
  );

  const nameWords = (name: string): readonly string[] => {
    const words = name.split(BETWEEN_WORDS).filter((word) => word !== "" && !particles.has(fold(word)));
    const isInitials = (word: string): boolean => INITIALS.test(word);
    return words.every(isInitials) ? words : words.flatMap((word) => (isInitials(word) ? [...word] : [word]));
  };

  const writtenOf = (word: string): Written => {
    const whole = lettersOf(word);
    const own = [...whole].filter((letter) => vowels.has(letter));
    const follows = (end: string): boolean => whole.endsWith(end) && !vowels.has(whole.at(-end.length - 1) ?? "a");
    const ending = endings.find(follows) ?? "";
    return {
      whole,
      stem: ending === "" ? "" : whole.slice(0, -ending.length),
      frame: own.length === 1 ? whole.replace(own[0] ?? "", "*") : "",
      vowel: vowels.get(own[0] ?? "") ?? "",
    };
  };

  const spokenName = (name: string): SpokenName => {
    const all = nameWords(name);
    const words = all.filter((word) => soundsOf(word) !== "" && !generations.has(fold(word)));
    const letters = words.map((word) => soundsOf(letterNames.get(fold(word)) ?? (word.length === 1 ? word : "")));
    return {
      words,
      isArabic: ARABIC.test(name),
      generation: all.map((word) => generations.get(fold(word))).find((found) => found !== undefined) ?? "",
      sounds: words.map(soundsOf),
      joined: [2, 3].map((count) =>
        words.slice(count - 1).map((_, i) => {
          const isWritten = letters.slice(i, i + count).every((letter) => letter === "");
          return isWritten ? soundsOf(words.slice(i, i + count).join("")) : "";
        }),
      ),
      whole: soundsOf(words.join("")),
      letters,
      given: words.map((word) => givenNames.get(fold(word)) ?? 0),
      light: words.map((word) => light.has(fold(word))),
      written: words.map(writtenOf),
      isOrdered: name.split(BETWEEN_WORDS).some((word) => descent.has(fold(word))),
    };
  };

  /** How alike two words are, of which one can be the initial of the other. */
  const alike = (x: SpokenName, i: number, y: SpokenName, j: number, atLeast: number): number => {
    const [name, another] = [x.given[i] ?? 0, y.given[j] ?? 0];
    if (name !== 0 && another !== 0) return name === another ? 1 : 0;
    const [left, right] = [x.sounds[i] ?? "", y.sounds[j] ?? ""];
    const [letter, other] = [x.letters[i] ?? "", y.letters[j] ?? ""];
    if (letter === "" && other === "") {
      const like = similarity(left, right, atLeast);
      if (like <= OTHERWISE || !areOtherwise(x.written[i], y.written[j])) return like;
      // Of a last name it can be a slip of the pen; another given name is another person.
      return i === x.words.length - 1 && j === y.words.length - 1 ? OTHERWISE : 0;
    }
    if (letter === other) return 1;
    const begins = (letter !== "" && beginsWith(right, letter)) || (other !== "" && beginsWith(left, other));
    // The name of a letter can be a name too: Jay, Kay.
    return Math.max(begins ? INITIAL : 0, left.length > 1 && right.length > 1 ? similarity(left, right) : 0);
  };

  /** Losses of the best alignments so far, by how many words of the longer name they have left behind, and the least likeness in each. */
  let losses = new Float64Array(MOST_EXTRA + 1);
  let next = new Float64Array(MOST_EXTRA + 1);
  let weakest = new Float64Array(MOST_EXTRA + 1);
  let nextWeakest = new Float64Array(MOST_EXTRA + 1);

  /** The likeness of the names over the best alignment of their words, which stand in one order; `shift`: the longer one begins later. */
  const aligned = (short: SpokenName, long: SpokenName, atLeast: number, shift: number): number => {
    const [n, m] = [short.words.length, long.words.length];
    const slack = m - n;
    const contradiction = short.isArabic === long.isArabic ? CONTRADICTION.within : CONTRADICTION.across;
    let total = 0;
    for (let i = 0; i < n; i += 1) total += importance(short, i);
    const budget = (1 - atLeast) * total + EPSILON;
    losses.fill(Infinity);
    losses[0] = 0;
    weakest.fill(1);
    for (let i = 0; i <= n; i += 1) {
      for (let s = 1; s <= slack; s += 1) {
        const left = (losses[s - 1] ?? 0) + total * extra(short, i, long, i + s - 1);
        if (left >= (losses[s] ?? 0)) continue;
        losses[s] = left;
        weakest[s] = weakest[s - 1] ?? 1;
      }
      if (i === n) break;
      const weight = importance(short, i);
      let least = Infinity;
      for (let s = 0; s <= slack; s += 1) {
        const j = (i + s + shift) % m;
        let best = Infinity;
        let weak = 1;
        const before = losses[s] ?? Infinity;
        if (before <= budget) {
          const needed = Math.max(OTHER_WORD, 1 - (budget - before) / weight);
          const like = alike(short, i, long, j, needed);
          if (like >= OTHER_WORD) {
            best = before + weight * (1 - like);
            weak = Math.min(weakest[s] ?? 1, n < 3 && like === INITIAL ? 0 : like);
          }
        }
        for (let more = 1; more <= MOST_JOINED && more <= s; more += 1) {
          const behind = losses[s - more] ?? Infinity;
          if (behind > budget) continue;
          const needed = Math.max(OTHER_WORD, 1 - (budget - behind) / weight);
          const like = similarity(short.sounds[i] ?? "", long.joined[more - 1]?.[j - more] ?? "", needed) - JOINED;
          const left = behind + weight * (1 - like);
          if (like < OTHER_WORD || left >= best) continue;
          best = left;
          weak = Math.min(weakest[s - more] ?? 1, like);
        }
        next[s] = best;
        nextWeakest[s] = weak;
        if (best < least) least = best;
      }
      if (least > budget) return 0;
      [losses, next] = [next, losses];
      [weakest, nextWeakest] = [nextWeakest, weakest];
    }
    const like = 1 - (losses[slack] ?? Infinity) / total;
    return (weakest[slack] ?? 1) < contradiction.below ? Math.min(like, contradiction.most) : like;
  };

  const likeness = (first: SpokenName, second: SpokenName, atLeast = 0): number => {
    const [short, long] = isShorter(first, second) ? [first, second] : [second, first];
    const [n, m] = [short.words.length, long.words.length];
    if (n === 0 || first.generation !== second.generation || m - n > MOST_EXTRA) return 0;
    let best = aligned(short, long, atLeast, 0);
    // Family names come first where the bearers are at home, and last where others write of them.
    if (
      best < (atLeast === 0 ? 1 : atLeast) &&
      n === m &&
      (n === 2 || n === 3) &&
      !first.isOrdered &&
      !second.isOrdered
    ) {
      for (const shift of n === 2 ? [1] : [1, 2]) {
        best = Math.max(best, aligned(short, long, atLeast + ROTATED, shift) - ROTATED);
      }
    }
    if (n === 1 && m > 2) best = Math.max(best, similarity(short.whole, long.whole, atLeast) - JOINED);
    return Math.max(0, best);
  };

  return { nameWords, spokenName, likeness };
}

/** Whether two words are two names for all that they sound alike. */
function areOtherwise(a: Written | undefined, b: Written | undefined): boolean {
  if (a === undefined || b === undefined || a.whole === "" || b.whole === "") return false;
  if (a.frame !== "" && a.frame === b.frame) return a.vowel !== b.vowel;
  return a.stem === b.whole || b.stem === a.whole;
}

function isShorter(a: SpokenName, b: SpokenName): boolean {
  const more = a.words.length - b.words.length || a.whole.length - b.whole.length;
  return more === 0 ? a.whole <= b.whole : more < 0;
}

/** How much a word tells: last ones and long ones more. */
function importance({ sounds }: SpokenName, i: number): number {
  return (i === sounds.length - 1 ? LAST_COUNTS : 1) * Math.min(1.5, 0.5 + (sounds[i] ?? "").length / 6);
}

/** What it costs that the shorter name, of which `i` words stand before, lacks a word of the longer one. */
function extra(short: SpokenName, i: number, long: SpokenName, j: number): number {
  const end = short.words.length;
  if (long.letters[j] !== "") return short.letters.some((letter) => letter !== "") ? EXTRA.never : EXTRA.light;
  if (i === end) return EXTRA.after;
  if (long.light[j] === true) return EXTRA.light;
  // Muhammad Khatami and Muhammad Reza Khatami: who has but a name that all have is not who has another.
  return i === 0 || short.light.slice(0, -1).every(Boolean) ? EXTRA.before : EXTRA.middle;
}

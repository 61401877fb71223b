import type { LetterTables } from "../seeds/knowledge.ts";
import { fold, isAscii, stripDiacritics } from "./fold.ts";
import { rememberWords } from "./memo.ts";
import { createNameComparison, type SpokenName } from "./spoken-names.ts";

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
  /** The kinds of the consonants of a skeleton, and of these the steady ones: what of it most spellings have in common. */
  readonly outline: (skeleton: string) => { readonly kinds: string; readonly steady: string };
  /** A word in Latin letters, after its sounds: for ids, not for reading. */
  readonly romanize: (word: string) => string;
  /** The words of a name that count. */
  readonly nameWords: (name: string) => readonly string[];
}

const ARABIC = /[\u0600-\u06FF]/;
/** Cost of one sound class for an unlike one. */
const UNLIKE = 1.5;
/** Cost of a class that only one name has, where the table names none. */
const OMITTED = 0.9;
/** Cost up to which two classes can be one letter. */
const ONE_LETTER = 0.3;
/** A sound that only one name begins with weighs more: `Ahmad`, `Hamad`; `Jimmy`, `Amy`. */
const INITIAL = { vowel: 1.6, consonant: 1.4 } as const;
const VOWELS = "aiuIU";
/** Sound classes are named by letters of ASCII. */
const CLASSES = 128;
/** Sounds of a word for which there is room from the start. */
const LONGEST_WORD = 64;
/** Room for the rounding of sums of costs. */
const EPSILON = 1e-9;
/** Latin spelling of the sound classes whose name is not their letter. */
const ROMAN: Readonly<Record<string, string>> = { X: "sh", C: "ch", Q: "ch", t: "ts", x: "kh", e: "", h: "h" };

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
    (cost, sound) => cost * (VOWELS.includes(String.fromCharCode(sound)) ? INITIAL.vowel : INITIAL.consonant),
  );

  const latin = sounds.get("Latin") ?? new Map<string, string>();
  const wordSounds = rememberWords((word): string => {
    const script = ARABIC.test(word) ? "Arabic" : "Latin";
    const table = sounds.get(script) ?? new Map<string, string>();
    let rest = script === "Latin" ? latinLetters(word, table) : fold(word);
    for (const [pattern, by] of edges.get(script) ?? []) rest = rest.replace(pattern, by);
    let result = "";
    for (let i = 0; i < rest.length;) {
      let length = Math.min(longest, rest.length - i);
      while (length > 1 && !table.has(rest.slice(i, i + length))) length -= 1;
      result += table.get(rest.slice(i, i + length)) ?? "";
      i += length;
    }
    // Arabic letters are doubled only where a vowel lies between.
    if (script === "Latin") result = result.replace(/([^aiuIUeh])\1+/g, "$1");
    // A final h, and one between a vowel and a consonant, is written more often than it is heard.
    return result.replace(/H$/, "h").replace(/([aiuIU])H(?=[^aiuIUeh])/g, "$1h");
  });

  // One row of the table of the alignment, for all comparisons.
  let room = new Float64Array(LONGEST_WORD);
  /** How alike two words are. Where that is below `atLeast`, any lower number may come out, and sooner. */
  const similarity = (x: string, y: string, atLeast = 0): number => {
    if (x === "" || y === "") return 0;
    if (x === y) return 1;
    if (y.length >= room.length) room = new Float64Array(2 * y.length);
    const cells = room;
    const columns = y.length;
    let length = 0;
    let cost = 0;
    cells[0] = 0;
    for (let j = 0; j < columns; j += 1) {
      const right = y.charCodeAt(j);
      length += weight[right] as number;
      cost += (j === 0 ? initial : omission)[right] as number;
      cells[j + 1] = cost;
    }
    for (let i = 0; i < x.length; i += 1) length += weight[x.charCodeAt(i)] as number;
    const whole = length / 2 + 0.25;
    const most = (1 - atLeast) * whole + EPSILON;
    for (let i = 0; i < x.length; i += 1) {
      const left = x.charCodeAt(i);
      const row = left * CLASSES;
      const omitted = omission[left] as number;
      let diagonal = cells[0];
      cost = diagonal + ((i === 0 ? initial : omission)[left] as number);
      cells[0] = cost;
      let least = cost;
      for (let j = 0; j < columns; j += 1) {
        const right = y.charCodeAt(j);
        const above = cells[j + 1] as number;
        const replaced = diagonal + (replacement[row + right] as number);
        const without = above + omitted;
        cost += omission[right] as number;
        if (without < cost) cost = without;
        if (replaced < cost) cost = replaced;
        cells[j + 1] = cost;
        if (cost < least) least = cost;
        diagonal = above;
      }
      // Every alignment passes through each row.
      if (least > most) return 0;
    }
    return Math.max(0, 1 - cost / whole);
  };

  const wordSimilarity = (a: string, b: string): number => similarity(wordSounds(a), wordSounds(b));

  const beginsWith = (word: string, sound: string): boolean =>
    (replacement[cellOf(word, sound)] ?? UNLIKE) <= ONE_LETTER;
  const { nameWords, spokenName, likeness } = createNameComparison(tables, {
    soundsOf: wordSounds,
    lettersOf: (word) => (ARABIC.test(word) ? "" : latinLetters(word, latin)),
    similarity,
    beginsWith,
  });
  const remembered = rememberWords(spokenName);
  const nameSimilarity = (a: string, b: string): number => likeness(remembered(a), remembered(b));

  const skeleton = (word: string): string => {
    let consonants = "";
    for (const sound of wordSounds(word))
      if (!tables.skeleton.drop.includes(sound)) consonants += tables.skeleton.merge[sound] ?? sound;
    return consonants;
  };

  const outline = (consonants: string): ReturnType<Phonetics["outline"]> => {
    const all = [...consonants].map((sound) => tables.skeleton.kinds[sound] ?? sound);
    const each = all.filter((kind, i) => kind !== all[i - 1]);
    return { kinds: each.join(""), steady: each.filter((kind) => !tables.skeleton.unsteady.includes(kind)).join("") };
  };

  const romanize = (word: string): string =>
    [...wordSounds(word)].map((sound) => ROMAN[sound] ?? sound.toLowerCase()).join("");

  return {
    nameSimilarity,
    soundsOf: spokenName,
    likeness,
    wordSimilarity,
    skeleton,
    outline,
    romanize,
    nameWords,
  };
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

/** The small letters of a word: those that the table knows as they are, others without their marks. */
function latinLetters(word: string, known: ReadonlyMap<string, string>): string {
  const letters = fold(word).replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue");
  if (isAscii(letters)) return letters.replace(/[^a-z]/g, "");
  return [...letters.normalize("NFC")]
    .map((letter) => (known.has(letter) ? letter : stripDiacritics(letter).replace(/[^a-z]/g, "")))
    .join("");
}

import { CHARACTER, classOf, codePointAt, widthOf } from "../language/characters.ts";
import { fold } from "../language/fold.ts";

/** Letters that a fingerprint stands for: about three words of a language that divides them. */
const LETTERS = 16;
/** Of so many places one is chosen at least, so that two texts with a run of 39 letters in common have one in common. */
const WINDOW = 24;
const BASE = 0x01000193;
/** The first and the last of the digits; those of other scripts are folded to these. */
const [ZERO, NINE] = [0x30, 0x39];

/** The letters and digits of a text as code units, without case, marks, spaces and whatever else outlets set differently. */
export function lettersOf(text: string): Uint16Array {
  const folded = fold(text);
  const letters = new Uint16Array(folded.length);
  let length = 0;
  for (let i = 0; i < folded.length;) {
    const character = codePointAt(folded, i);
    const width = widthOf(character);
    if ((classOf(character) & (CHARACTER.letter | CHARACTER.number)) !== 0) {
      for (let unit = 0; unit < width; unit += 1) letters[length++] = folded.charCodeAt(i + unit);
    }
    i += width;
  }
  return letters.subarray(0, length);
}

/**
 * Hashes of some of the runs of letters in a text, each once, sorted: the same runs in whatever text they stand. None for
 * a text of fewer letters than a run has.
 *
 * Winnowing, after Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (SIGMOD
 * 2003): of the hashes of each window of places the least is taken. Runs of letters and not of words, so that it does
 * for languages that do not divide words.
 */
export function fingerprintsOf(letters: Uint16Array): Uint32Array {
  const hashes = hashesOf(letters);
  const chosen = new Set<number>();
  let least = -1;
  for (let end = Math.min(WINDOW, hashes.length); end <= hashes.length && end > 0; end += 1) {
    if (least < end - WINDOW || least < 0) {
      least = Math.max(0, end - WINDOW);
      for (let i = least + 1; i < end; i += 1) if ((hashes[i] ?? 0) <= (hashes[least] ?? 0)) least = i;
    } else if ((hashes[end - 1] ?? 0) <= (hashes[least] ?? 0)) least = end - 1;
    chosen.add(hashes[least] ?? 0);
  }
  return Uint32Array.from(chosen).sort();
}

/**
 * The numbers of a text by the letters before them, both as hashes. Of numbers behind the same letters the first is
 * taken.
 */
export function numbersOf(letters: Uint16Array): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  /** The letters before, without the digits. */
  const before: number[] = [];
  for (let i = 0; i < letters.length;) {
    let end = i;
    while (isDigit(letters[end])) end += 1;
    if (end === i) {
      before.push(letters[i] ?? 0);
      i += 1;
      continue;
    }
    const context = hashOfLetters(Uint16Array.from(before.slice(-LETTERS)));
    if (!numbers.has(context)) numbers.set(context, hashOfLetters(letters.subarray(i, end)));
    i = end;
  }
  return numbers;
}

function isDigit(unit = 0): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** A hash of a whole text. */
export function hashOfLetters(letters: Uint16Array): number {
  let hash = 0;
  for (const letter of letters) hash = (Math.imul(hash, BASE) + letter) | 0;
  return mix(hash);
}

/** A hash for each run of letters, rolled on from place to place. */
function hashesOf(letters: Uint16Array): Uint32Array {
  const count = Math.max(0, letters.length - LETTERS + 1);
  const hashes = new Uint32Array(count);
  let leaving = 1;
  for (let i = 0; i < LETTERS; i += 1) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let i = 0; i < letters.length; i += 1) {
    hash = (Math.imul(hash, BASE) + (letters[i] ?? 0)) | 0;
    if (i >= LETTERS) hash = (hash - Math.imul(leaving, letters[i - LETTERS] ?? 0)) | 0;
    if (i >= LETTERS - 1) hashes[i - LETTERS + 1] = mix(hash);
  }
  return hashes;
}

/** Spreads a hash, after MurmurHash3's finalizer, so that the least of several is any of them. 31 bits: a small integer. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 1;
}

/** How many numbers two sorted lists have in common. */
export function countCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return common;
}

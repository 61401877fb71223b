/** What a character is; several may hold. Asked of every character of an article, hence bits and a table. */
export const CHARACTER = {
  letter: 1,
  mark: 2,
  capital: 4,
  small: 8,
  number: 16,
  space: 32,
  latin: 64,
  arabic: 128,
} as const;

const CLASSES = [
  [CHARACTER.letter, /\p{L}/u],
  [CHARACTER.mark, /\p{M}/u],
  [CHARACTER.capital, /\p{Lu}/u],
  [CHARACTER.small, /\p{Ll}/u],
  [CHARACTER.number, /\p{N}/u],
  [CHARACTER.space, /\s/u],
  [CHARACTER.latin, /\p{Script=Latin}/u],
  [CHARACTER.arabic, /\p{Script=Arabic}/u],
] as const;
/** Set in the table for a character that has been looked at. */
const KNOWN = 256;
const LAST_OF_TABLE = 0xffff;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const table = new Uint16Array(LAST_OF_TABLE + 1);

/** The classes of a character, as bits of `CHARACTER`. */
export function classOf(codePoint: number): number {
  if (codePoint > LAST_OF_TABLE) return classify(codePoint);
  const known = table[codePoint] ?? 0;
  return known === 0 ? (table[codePoint] = classify(codePoint)) : known;
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  let classes = KNOWN;
  for (const [bit, pattern] of CLASSES) if (pattern.test(character)) classes |= bit;
  return classes;
}

/** The code point at an index of a text, 0 behind its end: no text of an article holds that character with a meaning. */
export function codePointAt(text: string, index: number): number {
  if (index >= text.length) return 0;
  const unit = text.charCodeAt(index);
  return unit < FIRST_SURROGATE || unit > LAST_SURROGATE ? unit : (text.codePointAt(index) ?? 0);
}

/** Code units that a code point takes. */
export function widthOf(codePoint: number): number {
  return codePoint > LAST_OF_TABLE ? 2 : 1;
}

import { CHARACTER, classOf, codePointAt } from "./characters.ts";

/**
 * Folding of words for comparison. Offsets are never taken from folded text: every token keeps its own place.
 *
 * Arabic script after the Urdu press: one letter for each of the forms that keyboards and encodings mix (`ي ى` → `ی`,
 * `ك` → `ک`, `ه ة ۀ` → `ہ`, hamza carriers without hamza), vowel signs, joiners and direction marks removed.
 */
const ARABIC_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ي", "ی"],
  ["ى", "ی"],
  ["ې", "ی"],
  ["ك", "ک"],
  ["ه", "ہ"],
  ["ە", "ہ"],
  ["ۀ", "ہ"],
  ["ة", "ہ"],
  ["ۂ", "ہ"],
  ["ۃ", "ہ"],
  ["ۓ", "ے"],
  ["أ", "ا"],
  ["إ", "ا"],
  ["ٱ", "ا"],
  ["ؤ", "و"],
]);
const OTHER_FORMS = new RegExp(`[${[...ARABIC_LETTERS.keys()].join("")}]`, "g");
const REMOVED = /[\u0610-\u061A\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/g;
const LAST_OF_ASCII = 0x7e;
const ARABIC = /[\u0600-\u06FF]/;

/** The form under which a word is looked up: one case, one form of each letter, no marks that may be left out. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = text
    .normalize("NFKC")
    .replace(REMOVED, "")
    .replace(/[’‘ʼ`´]/g, "'")
    .toLowerCase();
  if (ARABIC.test(folded)) {
    // A carrier of hamza decomposes to letter and mark under NFD input; NFKC has composed it again, so that one table serves both.
    folded = folded.replace(OTHER_FORMS, (letter) => ARABIC_LETTERS.get(letter) ?? letter);
  }
  return folded
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Whether a text is of characters of ASCII only, which folding leaves as they are but for their case. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > LAST_OF_ASCII) return false;
  return true;
}

/** A folded Latin name without diacritics: `erdogan` for `erdoğan`, `oezdemir` stays what it is. */
export function stripDiacritics(folded: string): string {
  if (isAscii(folded)) return folded;
  return folded
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/ı/g, "i")
    .replace(/đ/g, "d")
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .normalize("NFC");
}

/** Whether the first letter is a capital in a script that has capitals. */
export function startsWithCapital(text: string): boolean {
  return (classOf(codePointAt(text, 0)) & CHARACTER.capital) !== 0;
}

/** Whether a word of two or more letters is in capitals throughout. */
export function isAllCapitals(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

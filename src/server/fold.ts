/** Letters that no decomposition brings together, and that people type for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "a",
  œ: "o",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
  // Arabic letters and keyboards for Urdu ones.
  ي: "ی",
  ى: "ی",
  ې: "ی",
  ك: "ک",
  ڪ: "ک",
  ه: "ہ",
  ة: "ہ",
  ۃ: "ہ",
  ە: "ہ",
  ھ: "ہ",
  ں: "ن",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/**
 * Folds a text for searching, so that what people type finds what articles print: letter case, accents, vowel marks of
 * Arabic script, its letter variants, joiners, digits, punctuation and the three ways to write an umlaut count for
 * nothing. Words are divided by one space.
 *
 * The beginning of a text folds to the beginning of the folded text: "Muel" finds "Müller" while it is being typed.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      // Marks, joiners, direction marks, tatweel, the hamza that Urdu seldom writes at an end; dots and apostrophes inside
      // of words ("U.S.", "O'Brien").
      .replace(/[\p{M}\p{Cf}\u0621\u0640.'’ʼ]/gu, "")
      .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
      .replace(/\p{Nd}/gu, digitValue)
      // ä, ae and a are one: an "e" after them is dropped on both sides of the comparison.
      .replace(/([aou])e/g, "$1")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

/** The ASCII digit of a decimal digit. Unicode keeps the ten digits of a script together, zero first. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

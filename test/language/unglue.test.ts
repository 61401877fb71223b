import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/language/tokens.ts";
import { packOf } from "../helpers/knowledge.ts";

/** The tokens of an Urdu text, parted by bars. */
function parted(text: string): string {
  const { lexicon, unglue } = packOf("ur");
  return unglue(tokenize(text, 0, lexicon.tokenRules))
    .map((token) => token.text)
    .join("|");
}

describe("words that are written together", () => {
  it.each([
    ["میڈیاکے", "میڈیا|کے"],
    ["نومبرمیں", "نومبر|میں"],
    ["کہاکہ", "کہا|کہ"],
    ["کادورہ", "کا|دورہ"],
    ["اورمذاکرات", "اور|مذاکرات"],
    ["کےساتھ", "کےساتھ"],
    ["نوازشریف", "نواز|شریف"],
    ["ہوگیاہے", "ہوگیا|ہے"],
  ])("%s", (text, tokens) => {
    expect(parted(text)).toBe(tokens);
  });

  it("keep their places", () => {
    const { lexicon, unglue } = packOf("ur");
    const text = "وہ میڈیاکے سامنے آئے";
    for (const { start, end, text: surface } of unglue(tokenize(text, 0, lexicon.tokenRules)))
      expect(text.slice(start, end)).toBe(surface);
  });
});

describe("words that only look so", () => {
  it.each(["کورونا", "میرکل", "پاکستان", "لوکا", "زیلنسکی", "موراکامی", "سوراج"])("%s", (text) => {
    expect(parted(text)).toBe(text);
  });
});

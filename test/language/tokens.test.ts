import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize, type TokenRules } from "../../src/language/tokens.ts";
import { knowledge, packOf } from "../helpers/knowledge.ts";
import { secondsOf } from "../helpers/time.ts";

const NONE: TokenRules = { words: "joined", clitics: [], abbreviations: new Set() };
const RULES: TokenRules = {
  words: "joined",
  clitics: ["n't", "'s"],
  abbreviations: new Set(["mr", "gen", "e.g"]),
};

/** The tokens of a text, separated by bars. */
function cut(text: string, rules = RULES): string {
  return tokenize(text, 0, rules)
    .map((token) => token.text)
    .join("|");
}

describe("tokenize cuts", () => {
  it.each([
    ["words and marks", "He met her, then left.", "He|met|her|,|then|left|."],
    ["an ending of its own", "Pakistan's minister didn't go", "Pakistan|'s|minister|did|n't|go"],
    ["an ending with a curly apostrophe", "Pakistan’s minister", "Pakistan|’s|minister"],
    ["an ending alone", "'s", "'|s"],
    ["an apostrophe inside a name", "O'Brien met d’Estaing", "O'Brien|met|d’Estaing"],
    ["an abbreviation with its stop", "Mr. Bush and Gen. Bajwa", "Mr.|Bush|and|Gen.|Bajwa"],
    ["an acronym with its stops", "the U.S. and the U.A.E.", "the|U.S.|and|the|U.A.E."],
    ["initials", "Antony J. Blinken and George W. Bush", "Antony|J.|Blinken|and|George|W.|Bush"],
    ["initials without a space", "J.D. Vance", "J.D.|Vance"],
    ["a hyphen between words", "US-Außenminister", "US|-|Außenminister"],
    ["a dash between words", "Kabul–Islamabad", "Kabul|–|Islamabad"],
    ["a handle and a hashtag", "@SecBlinken #PakUSAt75", "@SecBlinken|#PakUSAt75"],
    ["an address", "see https://example.org/a?b=1 now", "see|https://example.org/a?b=1|now"],
    ["numbers with marks inside", "1,500 or 3.5 at 10:30", "1,500|or|3.5|at|10:30"],
    ["a number with a stop", "am 18. Mai", "am|18|.|Mai"],
    ["digits of Urdu", "۲۹ فروری ۲۰۲۰", "۲۹|فروری|۲۰۲۰"],
    ["the marks of Urdu", "اس نے کہا، ہاں۔ کیوں؟", "اس|نے|کہا|،|ہاں|۔|کیوں|؟"],
    ["a word with a zero-width non-joiner", "بات\u200Cچیت ہوئی", "بات\u200Cچیت|ہوئی"],
    ["vowel signs with their word", "مُحَمَّد نے", "مُحَمَّد|نے"],
    ["quotation marks", "“Yes,” he said. »Ja«", "“|Yes|,|”|he|said|.|»|Ja|«"],
    ["numbers at words", "G7 F16 4th", "G|7|F|16|4|th"],
    ["spaces of every kind", "a\u00A0b\tc\u2003d", "a|b|c|d"],
    ["nothing", " \t\u00A0", ""],
  ])("%s", (_, text, tokens) => {
    expect(cut(text)).toBe(tokens);
  });

  it("endings and abbreviations only where the language has them", () => {
    expect(cut("Pakistan's Mr. Khan", NONE)).toBe("Pakistan's|Mr|.|Khan");
  });
});

describe("a token", () => {
  it("is looked up without stops, case and ornaments", () => {
    const norms = tokenize("U.S. Mr. Pakistan’s Straße كتاب ۱۸", 0, RULES).map(({ norm }) => norm);
    expect(norms).toEqual(["us", "mr", "pakistan", "'s", "straße", "کتاب", "18"]);
  });

  it("knows its shape", () => {
    const shapes = tokenize("Khan, 18 @SecBlinken U.S.", 0, RULES).map(({ shape }) => shape);
    expect(shapes).toEqual(["word", "mark", "number", "handle", "word"]);
  });

  it("knows whether nothing stands before it", () => {
    const glued = tokenize("US-Minister, Pakistan's", 0, RULES).map(({ text, glued: is }) => `${text} ${is}`);
    expect(glued).toEqual(["US false", "- true", "Minister true", ", true", "Pakistan false", "'s true"]);
  });

  it("counts its place from the offset", () => {
    expect(tokenize("Mr. Khan", 100, RULES).map(({ start, end }) => [start, end])).toEqual([
      [100, 103],
      [104, 108],
    ]);
  });

  it("after an abbreviation is found wherever the text begins", () => {
    const texts = (offset: number): string[] => tokenize("Gen. X (Mr.)", offset, RULES).map(({ text }) => text);
    expect(texts(1000)).toEqual(texts(0));
  });
});

/** Texts of letters, marks and spaces that news and its accidents hold. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        "Mr",
        "U.S",
        ".",
        "'",
        "’s",
        "n't",
        " ",
        "-",
        "@a",
        "18",
        "۔",
        "بات",
        "\u200C",
        "A",
        "J.",
        "ä",
        "\u0308",
        "“",
        "…",
        "https://a",
        "😀",
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join("")),
);

describe("tokens of any text", () => {
  it.each(Object.keys(knowledge.languages))(
    "stand where they say, in order, and nothing but space lies between them (%s)",
    (code) => {
      const { tokenRules } = packOf(code).lexicon;
      fc.assert(
        fc.property(text, fc.nat(1000), (content, offset) => {
          const tokens = tokenize(content, offset, tokenRules);
          let end = offset;
          for (const token of tokens) {
            expect(content.slice(token.start - offset, token.end - offset)).toBe(token.text);
            expect(content.slice(end - offset, token.start - offset).trim()).toBe("");
            expect(token.glued).toBe(token.start === end && end > offset);
            expect(token.text).not.toMatch(/^$|^\s|\s$/u);
            end = token.end;
          }
          expect(content.slice(end - offset).trim()).toBe("");
        }),
      );
    },
  );

  it("take time in proportion to its length", () => {
    const time = (length: number): number => {
      const long = "'’.-U.S.۔ Mr.@".repeat(length);
      return secondsOf(() => tokenize(long, 0, RULES), 3);
    };
    time(2000);
    const [short, long] = [time(2000), time(20_000)];
    expect(long).toBeLessThan(40 * Math.max(short, 0.001));
  });
});

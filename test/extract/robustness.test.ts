import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment } from "../../src/language/document.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { contains, type Span } from "../../src/model/text.ts";
import { createArticleExtractor } from "../../src/pipeline/extract-article.ts";
import { articleOf, extract, knowledge, packs } from "../helpers/knowledge.ts";
import { secondsOf } from "../helpers/time.ts";
import { writeStatement } from "../helpers/reading.ts";

/** Every span lies in the text and begins and ends with what is no space; what a statement names lies in its quote. */
function checkPlaces(text: string, { mentions, sentences, statements, events }: Extraction): void {
  const isSound = ({ start, end }: Span): boolean => {
    const quote = text.slice(start, end);
    return 0 <= start && start < end && end <= text.length && quote.trim() === quote;
  };
  const evidence = [...statements.map((one) => one.evidence), ...events.flatMap((one) => one.evidence)];
  expect([...mentions, ...sentences, ...evidence].filter((span) => !isSound(span))).toEqual([]);
  expect(statements.filter((one) => !one.trigger.every((span) => contains(one.evidence, span)))).toEqual([]);
  expect(sentences.filter(({ start }, i) => start < (sentences[i - 1]?.end ?? 0))).toEqual([]);
}

const EN = "Joe Biden met Xi Jinping in Bali on Friday, and China condemned the United States. ";
const DE =
  "Bundeskanzler Olaf Scholz traf am Freitag den chinesischen Präsidenten Xi Jinping, der die USA kritisierte. ";
const UR = "پاکستان کے وزیر خارجہ بلاول بھٹو زرداری نے امریکی وزیر خارجہ اینٹونی بلنکن سے ٹیلی فون پر بات کی۔ ";

/** Texts of about so many characters that nobody writes. */
const HOSTILE: readonly (readonly [what: string, make: (length: number) => string])[] = [
  ["letters without a space", (length) => "a".repeat(length)],
  ["Arabic letters without a space", (length) => "ب".repeat(length)],
  ["Chinese", (length) => "国".repeat(length)],
  ["marks upon one letter", (length) => `a${"\u0301".repeat(length)}`],
  ["opening quotes", (length) => "“".repeat(length)],
  ["straight quotes", (length) => '"'.repeat(length)],
  ["brackets in brackets", (length) => `${"(".repeat(length / 2)} he ${")".repeat(length / 2)}`],
  ["hyphens", (length) => "a-".repeat(length / 2)],
  ["apostrophes", (length) => "'a".repeat(length / 2)],
  ["stops", (length) => ".".repeat(length)],
  ["digits and stops", (length) => "1.".repeat(length / 2)],
  ["initials", (length) => "U.".repeat(length / 2)],
  ["handles", (length) => "@a ".repeat(length / 3)],
  ["addresses", (length) => "http://a.b/c ".repeat(length / 13)],
  ["half a signature", (length) => "— (@a) ".repeat(length / 7)],
  ["remains of HTML", (length) => '<p><a href="x">The</a>&nbsp;minister&#39;s </div>'.repeat(length / 49)],
  ["line ends", (length) => "a\n".repeat(length / 2)],
  ["clauses in clauses", (length) => "said that ".repeat(length / 10)],
  ["infinitives", (length) => "to meet ".repeat(length / 8)],
  ["genitives", (length) => "Pakistan's ".repeat(length / 11)],
  ["Urdu genitives", (length) => "پاکستان کے ".repeat(length / 11)],
  ["ministers of ministers", (length) => "the minister of ".repeat(length / 16)],
  ["relative clauses", (length) => "China, which met Russia, ".repeat(length / 25)],
  ["German articles", (length) => "der den ".repeat(length / 8)],
  ["one long list", (length) => "Joe Biden and ".repeat(length / 14)],
  ["dates", (length) => "on 18 May 2022 ".repeat(length / 15)],
  ["English without ends", (length) => EN.replace(/[.,]/g, "").repeat(length / EN.length)],
  ["German without ends", (length) => DE.replace(/[.,]/g, "").repeat(length / DE.length)],
  ["Urdu without ends", (length) => UR.replace("۔", "").repeat(length / UR.length)],
  ["English in one line", (length) => EN.repeat(length / EN.length)],
  ["German in one line", (length) => DE.repeat(length / DE.length)],
  ["Urdu in lines", (length) => `${UR}\n`.repeat(length / UR.length)],
];

/** Seconds that an article takes. */
function secondsToRead(text: string, runs: number): number {
  const article = articleOf(text, { language: "en" });
  return secondsOf(() => extract(article), runs);
}

describe("a text that nobody writes", () => {
  it.each(HOSTILE)("%s: is read, and what is read stands in it", (_, make) => {
    const text = make(10_000);
    checkPlaces(text, extract(articleOf(text, { language: "en" })));
  });

  it.each(HOSTILE)("%s: takes time in proportion to its length", (_, make) => {
    secondsToRead(make(2000), 1);
    const [short, long] = [secondsToRead(make(5000), 3), secondsToRead(make(40_000), 2)];
    // Eight times as long; what grows with the square would take sixty-four times as much.
    expect(long).toBeLessThan(32 * Math.max(short, 0.02));
  });

  it.each([
    ["a hundred thousand characters without a space", "x".repeat(100_000)],
    ["ten thousand opening quotes", "“".repeat(10_000)],
    ["ten thousand brackets, and as many that close", `${"(".repeat(10_000)}${")".repeat(10_000)}`],
    ["one line of a megabyte", EN.repeat(1_000_000 / EN.length)],
  ])("%s", (_, text) => {
    checkPlaces(text, extract(articleOf(text, { language: "en" })));
  });

  it("has no sentence without end", () => {
    for (const [, make] of HOSTILE) {
      const { paragraphs } = segment(articleOf(make(20_000), { language: "en" }), packs);
      const tokens = paragraphs.flatMap(({ sentences }) => sentences.map((sentence) => sentence.tokens.length));
      expect(Math.max(0, ...tokens)).toBeLessThanOrEqual(250);
    }
  });
});

const examples = Object.entries(knowledge.languages).flatMap(([code, { frames }]) =>
  frames.flatMap((frame) => frame.examples.map(({ text }) => ({ code, text }))),
);

describe("remains of pages and letters of all scripts", () => {
  const pieces = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...examples.map(({ text }) => text)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom("<p>", "</div>", "&nbsp;", "&#8220;", '<a href="x">', "]]>", "<!--", "{{", "…"),
    },
    { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom("\r\n", "\n", " ", "\u200F", "\u2028", "\u00AD", "\uFEFF", "“", "«", "(") },
  );
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));

  it("are read without a crash, and what is read stands in them", () => {
    fc.assert(
      fc.property(text, (content) => checkPlaces(content, extract(articleOf(content)))),
      { numRuns: 150 },
    );
  });

  it("are read the same by whoever reads them, whatever was read before", () => {
    const other = createArticleExtractor(knowledge);
    fc.assert(
      fc.property(text, (content) => {
        const article = articleOf(content);
        expect(other(article)).toEqual(extract(article));
      }),
      { numRuns: 50 },
    );
  });
});

describe("the letters of a text may be written in several ways", () => {
  const claimsOf = (text: string, language: string): readonly string[] => {
    const article = articleOf(text, { language, publishedAt: "2020-01-01" });
    const extraction = extract(article);
    return extraction.statements.map((statement) => writeStatement({ article, extraction }, statement));
  };
  const of = (code: string): readonly string[] => examples.filter((one) => one.code === code).map(({ text }) => text);
  /** Names that no list holds are told as they are written: compared are the claims about others. */
  const plain = (claims: readonly string[]): readonly string[] =>
    claims.map((claim) =>
      claim
        .normalize("NFC")
        .replace(/[\u0640\u200C]/g, "")
        .replace(/ي/g, "ی")
        .replace(/ك/g, "ک"),
    );

  it.each<readonly [what: string, code: string, change: (text: string) => string]>([
    ["letters put together of parts", "de", (text) => text.normalize("NFD")],
    ["letters put together of parts", "en", (text) => text.normalize("NFD")],
    ["letters put together of parts", "ur", (text) => text.normalize("NFD")],
    ["the letters of an Arabic keyboard", "ur", (text) => text.replaceAll("ی", "ي").replaceAll("ک", "ك")],
    ["letters drawn out", "ur", (text) => text.replace(/(?<=[بپتسشفقکلمن])(?=\p{Script=Arabic})/gu, "\u0640")],
    ["joiners that are not seen", "ur", (text) => text.replace(/(?<=[بپتسشفقکلمن])(?=\p{Script=Arabic})/gu, "\u200C")],
    ["the line ends of another system", "en", (text) => `${text}\r\n${text}\r\n`],
  ])("%s in %s", (_, code, change) => {
    const base = (text: string): string => (change(text).includes("\r\n") ? `${text}\n${text}\n` : text);
    const others = of(code).filter((text) => {
      const [one, other] = [claimsOf(change(text), code), claimsOf(base(text), code)];
      return JSON.stringify(plain(one)) !== JSON.stringify(plain(other));
    });
    expect(others).toEqual([]);
  });
});

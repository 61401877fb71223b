import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment, type Segmented } from "../../src/language/document.ts";
import { articleOf, packs, SEEDS, type Source } from "../helpers/knowledge.ts";

function cut(text: string, source: Source = {}): Segmented {
  return segment(articleOf(text, source), packs);
}

/** Language, zone and first words of each paragraph. */
function outline(segmented: Segmented): string[] {
  const { text } = segmented.article;
  return segmented.paragraphs.map(
    ({ pack, zone, start, end }) => `${pack.code} ${zone}: ${text.slice(start, Math.min(end, start + 24))}`,
  );
}

const BODY = "The foreign minister of Pakistan met his counterpart in Kabul, and they agreed to stay in touch.";

describe("zones", () => {
  it("a line without an end is a headline", () => {
    expect(outline(cut(`Qureshi meets counterpart in Kabul\n\n${BODY}\n`))).toEqual([
      "en headline: Qureshi meets counterpar",
      "en body: The foreign minister of ",
    ]);
  });

  it("a long line without an end is text", () => {
    expect(outline(cut(BODY.slice(0, -1).repeat(2)))).toEqual(["en body: The foreign minister of "]);
  });

  it.each(["“They will stay in touch with us.”", "They asked whether he would come?", "They said the following:"])(
    "%s is text",
    (text) => {
      expect(cut(text).paragraphs.map(({ zone }) => zone)).toEqual(["body"]);
    },
  );

  it("lines are cut at every kind of newline", () => {
    const lines = ["They met in Kabul.", "They met in Doha.", "They met in Paris.", "They met in Rome."];
    expect(outline(cut(`${lines[0]}\n${lines[1]}\r\n${lines[2]}\u2028${lines[3]}`))).toHaveLength(4);
  });

  it("furniture of the site is left out", () => {
    const text = `READ MORE\n${BODY}\nAdvertisement\nShare this article\nمزید پڑھیں\nPhoto: Reuters\n© 2022 Dawn\n`;
    expect(outline(cut(text))).toEqual(["en body: The foreign minister of "]);
  });

  it("front matter is left out and keeps its place", () => {
    const text = `---\ntitle: Talks in Kabul with the minister\ndate: 2021-05-16\n---\n${BODY}\n`;
    const { paragraphs } = cut(text);
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([BODY]);
  });

  it("three dashes further down are no front matter", () => {
    expect(cut(`${BODY}\n---\n${BODY}\n---\n`).paragraphs.filter(({ zone }) => zone === "body")).toHaveLength(2);
  });
});

describe("a post", () => {
  const SIGNED = `Spoke with Foreign Minister @BBhuttoZardari today about our relations.\n— Secretary Antony Blinken (@SecBlinken) May 6, 2022`;

  it("has an author and a day, and its signature is no text", () => {
    const { paragraphs } = cut(SIGNED);
    expect(paragraphs.map(({ zone, author, postedAt }) => ({ zone, author, postedAt }))).toEqual([
      { zone: "post", author: { name: "Secretary Antony Blinken", handle: "@SecBlinken" }, postedAt: "2022-05-06" },
    ]);
  });

  it("may be signed on its last line", () => {
    const { paragraphs, article } = cut("We spoke today about our relations— Antony Blinken (@SecBlinken) May 6, 2022");
    expect(
      paragraphs.map(({ zone, postedAt, start, end }) => [zone, postedAt, article.text.slice(start, end)]),
    ).toEqual([["post", "2022-05-06", "We spoke today about our relations"]]);
  });

  it("in the article's own language is the line above its signature", () => {
    expect(outline(cut(`${BODY}\n${SIGNED}\n${BODY}`))).toEqual([
      "en body: The foreign minister of ",
      "en post: Spoke with Foreign Minis",
      "en body: The foreign minister of ",
    ]);
  });

  it.each([
    "— Antony Blinken (@SecBlinken) on Friday",
    "— Antony Blinken (SecBlinken) May 6, 2022",
    "— Antony Blinken (@SecBlinken) May 2022",
  ])("is not signed by “%s”", (line) => {
    expect(cut(`${BODY}\n${line}`).paragraphs.map(({ zone }) => zone)).not.toContain("post");
  });

  it("is not signed where the text goes on after a handle", () => {
    expect(
      cut(`${BODY}\nHe spoke with Antony Blinken (@SecBlinken) on May 6, 2022`).paragraphs.map(({ zone }) => zone),
    ).toEqual(["body", "headline"]);
  });

  it("may be signed by a name of two words near the top", () => {
    const { paragraphs } = cut(
      "Spoke with Foreign Minister Bilawal about our relations.\n— Antony Blinken (@SecBlinken) May 6, 2022",
    );
    expect(paragraphs.map(({ zone, author }) => [zone, author?.name])).toEqual([["post", "Antony Blinken"]]);
  });
});

describe("the anchor", () => {
  it.each<[string, string, Source, string | undefined]>([
    ["is the date of publication", BODY, { publishedAt: "2021-05-17" }, "2021-05-17"],
    [
      "is the date of publication before that of a date line",
      `16 May 2021\n${BODY}`,
      { publishedAt: "2021-05-17" },
      "2021-05-17",
    ],
    ["is the date of a date line", `16 May 2021\n${BODY}`, {}, "2021-05-16"],
    ["is the date of a date line with a word", `Published: May 16, 2021\n${BODY}`, {}, "2021-05-16"],
    ["is the date of a date line in digits", `date 2021-05-16\n${BODY}`, {}, "2021-05-16"],
    ["is the date of a date line below the headline", `Talks in Kabul\n16 May 2021\n${BODY}`, {}, "2021-05-16"],
    [
      "is that of the latest post",
      `${BODY}\nWe met.\n— Mr Adil Khan (@a) May 5, 2022\nWe met.\n— Mr Adil Khan (@a) May 6, 2022\n`,
      {},
      "2022-05-06",
    ],
    ["is none without a date", BODY, {}, undefined],
    [
      "is no date within the text",
      "On May 16, 2021 the minister met his counterpart in Kabul, and they agreed to stay.",
      {},
      undefined,
    ],
    ["is a month where no more is known", BODY, { publishedAt: "2021-05" }, "2021-05"],
  ])("%s", (_, text, source, date) => {
    expect(cut(text, source).anchor.date).toBe(date);
  });

  it("of a date line leaves the line out of the text", () => {
    expect(outline(cut(`16 May 2021\n${BODY}`))).toEqual(["en body: The foreign minister of "]);
  });
});

describe("the language", () => {
  it("of an article is that of most of its text", () => {
    const urdu = "وزیر خارجہ نے اپنے ہم منصب سے ٹیلی فون پر بات کی اور دونوں نے تعلقات پر گفتگو کی۔";
    expect(cut(`${urdu}\n${urdu}\n${BODY}`).language).toBe("ur");
    expect(cut(`${urdu}\n${BODY}\n${BODY}`).language).toBe("en");
  });

  it("of an article that none knows is not known, and it has no text", () => {
    const { language, covered, paragraphs } = cut(
      "Suomen ulkoministeri sanoi, että Ruotsi ja Norja eivät osallistu neuvotteluihin Venäjän kanssa.",
    );
    expect({ language, covered, paragraphs }).toEqual({ language: "und", covered: false, paragraphs: [] });
  });

  it("that the source claims counts where the text does not tell", () => {
    expect(cut("Bagram, Kabul", { language: "en" }).language).toBe("en");
    expect(cut("Bagram, Kabul").language).toBe("und");
    expect(cut(BODY, { language: "de" }).language).toBe("en");
  });

  it("of each paragraph is its own", () => {
    const text = readFileSync(join(SEEDS, "articles", "001_7d70f8e804b6c5f2.txt"), "utf8");
    const { language, covered, anchor, paragraphs } = cut(text);
    expect({ language, covered, anchor: anchor.date }).toEqual({ language: "ur", covered: true, anchor: "2022-05-06" });
    expect(
      paragraphs.map(({ pack, zone, author, postedAt }) =>
        [pack.code, zone, author?.handle, postedAt].join(" ").trim(),
      ),
    ).toEqual([
      "ur body",
      "ur body",
      "ur body",
      "ur body",
      "ur body",
      "en post @SecBlinken 2022-05-06",
      "ur body",
      "ur body",
      "ur body",
      "en post @BBhuttoZardari 2022-05-06",
      "en post @BBhuttoZardari 2022-05-06",
      "en post @BBhuttoZardari 2022-05-06",
      "en post @BBhuttoZardari 2022-05-06",
    ]);
  });

  it("of a short line is that of the article", () => {
    expect(outline(cut(`Bagram, Kabul\n${BODY}`))).toEqual([
      "en headline: Bagram, Kabul",
      "en body: The foreign minister of ",
    ]);
  });
});

describe("any article", () => {
  const line = fc.oneof(
    fc.constantFrom(
      BODY,
      "وزیر خارجہ نے بات کی۔",
      "Der Außenminister hat am 18. Mai telefoniert.",
      "16 May 2021",
      "READ MORE",
      "— A. B. (@ab) May 6, 2022",
      "---",
      "",
      "Talks",
      "Le ministre a été reçu à Paris par le président de la République.",
    ),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\n\n", "\u2028", "\r")))
    .map((lines) => lines.flat().join(""));

  it("is cut into paragraphs and sentences that stand where they say, in order", () => {
    fc.assert(
      fc.property(text, (content) => {
        const { paragraphs, language } = cut(content);
        expect(["und", ...packs.map(({ code }) => code)]).toContain(language);
        let end = 0;
        for (const paragraph of paragraphs) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          expect(content.slice(paragraph.start, paragraph.end)).not.toMatch(/^\s|\s$|[\r\n]/);
          end = paragraph.start;
          for (const sentence of paragraph.sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(end);
            expect(sentence.end).toBeLessThanOrEqual(paragraph.end);
            for (const token of sentence.tokens) expect(content.slice(token.start, token.end)).toBe(token.text);
            end = sentence.end;
          }
          end = paragraph.end;
        }
      }),
    );
  });

  it("is cut the same with newlines of another system", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(outline(cut(lines.join("\r\n").replace(/(?<!\r)\n/g, "\r\n")))).toEqual(
          outline(cut(lines.join("\r\n").replaceAll("\r\n", "\n"))),
        );
      }),
    );
  });
});

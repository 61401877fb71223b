import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Extraction } from "../../src/model/extraction.ts";
import { MODALITIES } from "../../src/model/modality.ts";
import { contains, type Span } from "../../src/model/text.ts";
import { boundsOf } from "../../src/model/time.ts";
import { createArticleExtractor } from "../../src/pipeline/extract-article.ts";
import { articleOf, extract, knowledge, SEEDS } from "../helpers/knowledge.ts";
import { actionsOf, writeStatement } from "../helpers/reading.ts";
import { secondsOf } from "../helpers/time.ts";

const samples = readdirSync(join(SEEDS, "articles"))
  .sort()
  .map((file) => ({ file, text: readFileSync(join(SEEDS, "articles", file), "utf8") }));

/** Everything that an extraction says about places in the text stands there. */
function checkSpans(text: string, { mentions, sentences, statements, events, entities }: Extraction): void {
  const within = ({ start, end }: Span): boolean => 0 <= start && start < end && end <= text.length;
  const exists = (id: string): boolean => Number(id.slice(1)) < (id.startsWith("v") ? events.length : entities.length);
  const trimmed = ({ start, end }: Span): boolean => text.slice(start, end).trim() === text.slice(start, end);
  expect([...mentions, ...sentences].filter((span) => !within(span) || !trimmed(span))).toEqual([]);
  expect(mentions.filter(({ of }) => !exists(of))).toEqual([]);
  for (const [i, statement] of statements.entries()) {
    const { subject, object, event, about, attribution, evidence, trigger, modality, confidence } = statement;
    expect(within(evidence) && trimmed(evidence)).toBe(true);
    expect(sentences.some((sentence) => contains(sentence, evidence))).toBe(true);
    expect(trigger.filter((span) => !within(span) || !contains(evidence, span))).toEqual([]);
    const ids = [
      subject,
      object,
      ...(event === undefined ? [] : [event]),
      ...attribution.filter((source) => typeof source === "string"),
    ];
    expect(ids.filter((id) => !exists(id))).toEqual([]);
    expect(MODALITIES).toContain(modality);
    expect(confidence > 0 && confidence <= 1).toBe(true);
    if (about !== undefined) expect(about !== i && about >= 0 && about < statements.length).toBe(true);
  }
  for (const event of events) {
    const links = [
      ...event.participants.map(({ entity }) => entity),
      ...event.inviters,
      ...event.invitees,
      ...event.related,
    ];
    expect([...links, ...(event.place === undefined ? [] : [event.place])].filter((id) => !exists(id))).toEqual([]);
    expect(event.evidence.filter((span) => !within(span))).toEqual([]);
    for (const day of [event.time.from, event.time.to]) if (day !== undefined) expect(boundsOf(day).from).toBe(day);
  }
}

/** What an extraction says, without where. */
function claims(text: string, publishedAt?: string): readonly string[] {
  const article = articleOf(text, publishedAt === undefined ? {} : { publishedAt });
  const extraction = extract(article);
  return extraction.statements.map((statement) => writeStatement({ article, extraction }, statement));
}

describe("the samples", () => {
  it.each(samples)("$file: what is read stands in the text", ({ text }) => {
    checkSpans(text, extract(articleOf(text)));
  });

  it.each(samples)("$file: something is read", ({ text }) => {
    const article = articleOf(text);
    expect(actionsOf({ article, extraction: extract(article) }).length).toBeGreaterThan(1);
  });
});

describe("an extraction depends on its article alone", () => {
  it("not on the articles before it", () => {
    const [first, ...others] = samples.map(({ text }) => articleOf(text));
    if (first === undefined) throw new Error("no samples");
    const fresh = createArticleExtractor(knowledge)(first);
    for (const other of others) extract(other);
    expect(extract(first)).toEqual(fresh);
    expect(extract(first)).toEqual(fresh);
  });

  it("and tells its article, its date and its knowledge apart by its key", () => {
    const key = (text: string, publishedAt?: string): string =>
      extract(articleOf(text, publishedAt === undefined ? {} : { publishedAt })).key;
    const keys = [
      key("One text."),
      key("Another text."),
      key("One text.", "2022-05-06"),
      key("One text.", "2022-05-07"),
    ];
    expect(new Set(keys).size).toBe(4);
    expect(key("One text.")).toBe(keys[0]);
  });

  it("not on its name", () => {
    const { text } = samples[2] ?? { text: "" };
    expect(extract(articleOf(text, { name: "x" }))).toEqual(extract(articleOf(text, { name: "y" })));
  });

  it("and is what JSON can hold", () => {
    const extraction = extract(articleOf(samples[0]?.text ?? ""));
    expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction);
  });
});

describe("an article says the same", () => {
  it.each(samples)("$file: with letters put together of parts", ({ text }) => {
    expect(claims(text.normalize("NFD"))).toEqual(claims(text.normalize("NFC")));
  });

  it.each(samples)("$file: with newlines of another system", ({ text }) => {
    expect(claims(text.replace(/\r?\n/g, "\r\n"))).toEqual(claims(text.replace(/\r\n/g, "\n")));
  });

  it("with letters of an Arabic keyboard", () => {
    const { text } = samples[1] ?? { text: "" };
    const arabic = text.replaceAll("ی", "ي").replaceAll("ک", "ك").replaceAll("ہ", "ه");
    expect(arabic).not.toBe(text);
    expect(claims(arabic)).toEqual(claims(text));
  });

  it("with vowel signs and joiners", () => {
    const text = "امریکی صدر جو بائیڈن نے فرانسیسی صدر ایمانوئل میکخواں سے ٹیلی فون پر بات کی۔";
    expect(claims(text.replace("صدر", "صَدْر").replace("بات", "با\u200Cت"))).toEqual(claims(text));
  });

  it("with curly or straight marks", () => {
    const text =
      "“We’ll stay in touch,” said Pakistan’s Foreign Minister Shah Mahmood Qureshi, who met Germany’s Heiko Maas.";
    expect(claims(text.replace(/[“”]/g, '"').replaceAll("’", "'"))).toEqual(claims(text));
  });
});

describe("any text", () => {
  const sentences = Object.values(knowledge.languages).flatMap(({ frames }) =>
    frames.flatMap(({ examples }) => examples.map(({ text }) => text)),
  );
  const words = sentences.flatMap((sentence) => sentence.split(" "));
  const joints = [
    "\n",
    "\n\n",
    " ",
    "",
    "\r\n",
    "\u200F",
    "“",
    "”",
    "‘",
    "—",
    "(",
    ")",
    ". ",
    "۔",
    "، ",
    ": ",
    "\u0000",
    "\u2028",
    "\uD800",
    "@a",
    "#b",
    "18 May",
    "😀",
  ];
  const text = fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...words) },
          { weight: 1, arbitrary: fc.constantFrom(...sentences) },
        ),
        fc.oneof({ weight: 3, arbitrary: fc.constant(" ") }, fc.constantFrom(...joints)),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.flat().join(""));

  it("is read without a crash, and what is read stands in it", () => {
    fc.assert(
      fc.property(
        text,
        fc.option(fc.constantFrom("2022-05-06", "2022-05", "2022"), { nil: undefined }),
        (content, publishedAt) => {
          checkSpans(
            content,
            extract(articleOf(content, { language: "en", ...(publishedAt === undefined ? {} : { publishedAt }) })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of letters of any script is read without a crash", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (content) => {
        checkSpans(content, extract(articleOf(content, { language: "ur" })));
      }),
      { numRuns: 200 },
    );
  });

  it("is read in time in proportion to its length", () => {
    const time = (copies: number): number => {
      const long = Array.from({ length: copies }, () => samples[2]?.text ?? "").join("\n");
      return secondsOf(() => extract(articleOf(long)), 2);
    };
    time(2);
    const [short, long] = [time(4), time(32)];
    expect(long).toBeLessThan(24 * Math.max(short, 0.005));
  });
});

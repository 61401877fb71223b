import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleName, publicationDate, sortSources, type ArticleSource } from "../../src/model/article.ts";
import { articleIdOf, type LanguageCode } from "../../src/model/ids.ts";

const named = (sources: readonly ArticleSource[]): string[] =>
  sources.map(({ name, publishedAt }) => `${name} ${publishedAt ?? "-"}`);

describe("sortSources", () => {
  it("puts the earliest first, those of one day by name, those without a date last", () => {
    const sources = [
      { name: "undated-b" },
      { name: "late", publishedAt: "2022-05-07" },
      { name: "b", publishedAt: "2022-05-06" },
      { name: "undated-a" },
      { name: "a", publishedAt: "2022-05-06" },
    ];
    expect(named(sortSources(sources))).toEqual([
      "a 2022-05-06",
      "b 2022-05-06",
      "late 2022-05-07",
      "undated-a -",
      "undated-b -",
    ]);
  });

  it("puts a month before its days", () => {
    const sources = [
      { name: "a", publishedAt: "2022-05-06" },
      { name: "b", publishedAt: "2022-05" },
    ];
    expect(named(sortSources(sources))).toEqual(["b 2022-05", "a 2022-05-06"]);
  });

  it("counts equal records once, and keeps those that differ anywhere", () => {
    const one: ArticleSource = { name: "a", outlet: "x", language: "en" as LanguageCode };
    expect(sortSources([one, { ...one }])).toEqual([one]);
    expect(sortSources([one, { ...one, outlet: "y" }])).toHaveLength(2);
    expect(sortSources([one, { ...one, title: "t" }])).toHaveLength(2);
  });

  it("does not depend on the order in which sources come", () => {
    const source = fc.record(
      { name: fc.constantFrom("a", "b", "c"), publishedAt: fc.constantFrom("2021", "2022-05", "2022-05-06") },
      { requiredKeys: ["name"] },
    );
    const lists = fc.array(source, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lists, (sources) => {
        expect(sortSources([...sources].reverse())).toEqual(sortSources(sources));
        expect(sortSources(sortSources(sources))).toEqual(sortSources(sources));
      }),
    );
  });

  it("refuses an article from nowhere", () => {
    expect(() => sortSources([])).toThrow(RangeError);
  });
});

it("an article has the name and date of its first source", () => {
  const sources = sortSources([
    { name: "late", publishedAt: "2022-05-07" },
    { name: "early", publishedAt: "2022-05-06" },
  ]);
  const article = { id: articleIdOf("T"), text: "T", sources };
  expect(articleName(article)).toBe("early");
  expect(publicationDate(article)).toBe("2022-05-06");
});

import { describe, expect, it } from "vitest";
import type { ArticleFact, ArticleMention } from "../../src/server/contract.ts";
import { layOutArticle, partOfArticle, stopsOf } from "../../viewer/src/article-layout.ts";
import type { Span } from "../../viewer/src/passages.ts";

const TEXT = "Ada met Bob. They spoke.\n\nBob left.\n";
const mention = (words: string, nodes: readonly string[]): ArticleMention => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, nodes, form: "name" };
};
const fact = (id: string, ...places: readonly Span[]): ArticleFact => ({
  id,
  source: { id: "a", kind: "Person", label: "Ada" },
  relation: "MET",
  target: { id: "b", kind: "Person", label: "Bob" },
  modality: "actual",
  date: null,
  places,
});
const mentions = [mention("Ada", ["a"]), mention("Bob", ["b"]), mention("They", ["a", "b"])];
const sentence = { start: 0, end: 12 };

/** Passages in words: `[Ada] met [Bob].{f1}`, those that are marked between asterisks. */
const told = (facts: readonly ArticleFact[], quote?: Span): readonly string[] =>
  layOutArticle({ text: TEXT, mentions, facts }, quote).map(({ passages }) =>
    passages
      .map(({ isQuoted, segments, facts: here }) => {
        const words = segments.map(({ start, end, mark }) =>
          mark === undefined ? TEXT.slice(start, end) : `[${TEXT.slice(start, end)}]`,
        );
        const ids = here.length === 0 ? "" : `{${here.map(({ id }) => id).join()}}`;
        return (isQuoted ? `*${words.join("")}*` : words.join("")) + ids;
      })
      .join("|"),
  );

describe("the text of an article", () => {
  it.each<readonly [string, readonly ArticleFact[], Span | undefined, readonly string[]]>([
    ["has its mentions", [], undefined, ["[Ada] met [Bob]. [They] spoke.", "Bob left."]],
    [
      "has facts behind their sentences",
      [fact("f1", sentence), fact("f2", sentence)],
      undefined,
      ["[Ada] met [Bob].{f1,f2}| [They] spoke.", "Bob left."],
    ],
    [
      "has a fact once behind a sentence",
      [fact("f1", sentence, { start: 4, end: 12 })],
      undefined,
      ["[Ada] met [Bob].{f1}| [They] spoke.", "Bob left."],
    ],
    ["marks a sentence", [], sentence, ["*[Ada] met [Bob].*| [They] spoke.", "Bob left."]],
    [
      "marks a sentence over two paragraphs",
      [],
      { start: 13, end: 30 },
      ["[Ada] met [Bob]. |*[They] spoke.*", "*Bob *|left."],
    ],
    [
      "has facts of a sentence that ends behind its paragraph",
      [fact("f1", { start: 13, end: 25 }), fact("f2", { start: 26, end: 99 })],
      undefined,
      ["[Ada] met [Bob]. [They] spoke.{f1}", "Bob left.{f2}"],
    ],
  ])("%s", (_, facts, quote, expected) => {
    expect(told(facts, quote)).toEqual(expected);
  });

  it("has a stop at each mention and behind each sentence with facts, in their order", () => {
    const paragraphs = layOutArticle({ text: TEXT, mentions, facts: [fact("f1", sentence)] }, undefined);
    expect(stopsOf(paragraphs).map(({ key, mention: at }) => `${key} ${at?.nodes.join() ?? ""}`.trim())).toEqual([
      "0 a",
      "8 b",
      "facts 12",
      "13 a,b",
    ]);
  });
});

it("the part of an article in the picture is what it says, as far as the filters let it through, and whom it mentions", () => {
  const nodes = [{ id: "a", kind: "Person", label: "Ada" }];
  const facts = [fact("f1"), { ...fact("f2"), modality: "denied" as const }];
  const part = partOfArticle({ nodes, facts }, (modality) => modality === "actual");
  expect([[...part.nodes], [...part.edges]]).toEqual([["a"], ["f1"]]);
});

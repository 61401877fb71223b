import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { FoundText } from "../../src/read/found-text.ts";
import { gatherArticles } from "../../src/read/gather.ts";

async function gather(
  found: readonly FoundText[],
): Promise<{ articles: readonly Article[]; diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  async function* stream(): AsyncGenerator<FoundText> {
    yield* found;
  }
  const articles = await gatherArticles(stream(), (diagnostic) => diagnostics.push(diagnostic));
  return { articles, diagnostics };
}

const found = (
  text: string,
  name: string,
  path: string,
  more: Partial<FoundText["source"]> & { line?: number } = {},
): FoundText => {
  const { line, ...source } = more;
  return { text, path, source: { name, ...source }, ...(line === undefined ? {} : { line }) };
};

const namesOf = (articles: readonly Article[]): readonly (readonly string[])[] =>
  articles.map(({ text, sources }) => [text, ...sources.map(({ name }) => name)]);

describe("one text from several places is one article", () => {
  test("with every source, the dated and earliest first", async () => {
    const texts = [
      found("T", "late", "/in/late.txt", { publishedAt: "2022-05-07" }),
      found("T", "undated", "/in/undated.txt"),
      found("T", "early", "/in/early.txt", { publishedAt: "2022-05-06" }),
    ];
    const { articles, diagnostics } = await gather(texts);
    expect(namesOf(articles)).toEqual([["T", "early", "late", "undated"]]);
    expect(diagnostics).toEqual([]);
  });

  test("once, where it was named twice", async () => {
    const { articles } = await gather([found("T", "a", "/in/a.txt"), found("T", "a", "/in/a.txt")]);
    expect(namesOf(articles)).toEqual([["T", "a"]]);
  });
});

describe("different texts under one name are told apart by their paths", () => {
  test.each([
    ["folders", [found("T", "a", "/in/x/a.txt"), found("U", "a", "/in/y/a.txt")], ["x/a.txt", "y/a.txt"]],
    ["depths", [found("T", "a", "/in/a.txt"), found("U", "a", "/in/y/a.txt")], ["a.txt", "y/a.txt"]],
    [
      "folders of like names",
      [found("T", "a", "/in/x/a.txt"), found("U", "a", "/in/xy/a.txt")],
      ["x/a.txt", "xy/a.txt"],
    ],
    ["extensions", [found("T", "a", "/in/a.txt"), found("U", "a", "/in/a.md")], ["a.txt", "a.md"]],
    [
      "lines",
      [found("T", "a", "/in/c.jsonl", { line: 1 }), found("U", "a", "/in/c.jsonl", { line: 7 })],
      ["c.jsonl:1", "c.jsonl:7"],
    ],
    [
      "lines of standard input",
      [found("T", "a", "stdin", { line: 1 }), found("U", "a", "stdin", { line: 2 })],
      ["stdin:1", "stdin:2"],
    ],
    ["disks", [found("T", "a", "/x/a.txt"), found("U", "a", "/y/a.txt")], ["x/a.txt", "y/a.txt"]],
  ])("%s", async (_, texts, names) => {
    const { articles, diagnostics } = await gather(texts);
    expect(new Map(articles.map(({ text, sources }) => [text, sources[0].name]))).toEqual(
      new Map([
        ["T", names[0]],
        ["U", names[1]],
      ]),
    );
    expect(diagnostics).toMatchObject([{ code: "NAME_SHARED", severity: "warning", at: "a" }]);
    expect((await gather(texts.toReversed())).articles).toEqual(articles);
  });

  test("other names stay as they are", async () => {
    const { articles } = await gather([
      found("T", "a", "/in/x/a.txt"),
      found("U", "a", "/in/y/a.txt"),
      found("V", "b", "/in/b.txt"),
    ]);
    expect(namesOf(articles)).toEqual([
      ["V", "b"],
      ["T", "x/a.txt"],
      ["U", "y/a.txt"],
    ]);
  });
});

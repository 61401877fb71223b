import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { LanguageCode } from "../../src/model/ids.ts";
import type { FoundText } from "../../src/read/found-text.ts";
import { readInputs, type ReadOptions } from "../../src/read/read-inputs.ts";
import { tempFolder } from "../helpers/temp.ts";

interface Outcome {
  readonly found: readonly FoundText[];
  readonly diagnostics: readonly Diagnostic[];
}

async function read(inputs: readonly string[], options: Partial<ReadOptions> = {}): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const found: FoundText[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  for await (const text of readInputs(inputs, { ...options, report })) found.push(text);
  return { found, diagnostics };
}

const namesOf = (outcome: Outcome): readonly string[] => outcome.found.map(({ source }) => source.name);

describe("folders", () => {
  test("are read with the folders in them, by path; other files and graphs are passed over", async () => {
    const folder = tempFolder({
      "b.txt": "B",
      "a.md": "A",
      "sub/c.1.TXT": "C",
      "picture.png": "x",
      "sub/.DS_Store": "x",
      "graph/journal.jsonl": '{"id":"x","text":"no article"}',
      "corpus.jsonl": '{"id":"l1","text":"L1"}\n{"id":"l2","text":"L2"}\n',
    });
    const outcome = await read([folder]);
    expect(namesOf(outcome)).toEqual(["a", "b", "l1", "l2", "c.1"]);
    expect(outcome.diagnostics).toEqual([
      { code: "PASSED_OVER", severity: "note", message: "is a graph; passed over", at: join(folder, "graph") },
      { code: "PASSED_OVER", severity: "note", message: "2 files of other kinds passed over", at: folder },
    ]);
  });

  test("a bad file is reported, the others are read", async () => {
    const folder = tempFolder({
      "1-latin.txt": Buffer.from([0x66, 0xfc, 0x72]),
      "2-empty.txt": "",
      "3-blank.md": " \n\t\n",
      "4-binary.txt": Buffer.from([1, 0, 2, 0, 0, 3]),
      "5-good.txt": "good",
    });
    symlinkSync(join(folder, "nowhere"), join(folder, "6-link.txt"));
    const outcome = await read([folder]);
    expect(namesOf(outcome)).toEqual(["5-good"]);
    expect(outcome.diagnostics.map(({ code, severity, at, message }) => [code, severity, at, message])).toEqual([
      ["FILE_UNREADABLE", "error", join(folder, "1-latin.txt"), expect.stringMatching(/^is not UTF-8 \(byte 1\)/)],
      ["FILE_UNREADABLE", "error", join(folder, "2-empty.txt"), expect.stringMatching(/^is empty/)],
      ["FILE_UNREADABLE", "error", join(folder, "3-blank.md"), expect.stringMatching(/^is empty/)],
      ["FILE_UNREADABLE", "error", join(folder, "4-binary.txt"), expect.stringMatching(/^is a binary file/)],
      ["FILE_UNREADABLE", "error", join(folder, "6-link.txt"), "does not exist"],
    ]);
  });

  test("links are followed, and one to a folder above ends", async () => {
    const folder = tempFolder({ "a.txt": "A", "sub/b.txt": "B" });
    symlinkSync(join(folder, "a.txt"), join(folder, "sub", "c.txt"));
    symlinkSync(folder, join(folder, "sub", "up"));
    expect(namesOf(await read([folder]))).toEqual(["a", "b", "c"]);
  });

  test.each([
    ["nothing", {}, /holds no article that can be read;/],
    ["other kinds", { "a.pdf": "x", "b.png": "x" }, /\(2 files of other kinds\)/],
    ["only metadata", { "index.jsonl": '{"id":"a"}' }, /holds no article that can be read;/],
    ["only bad files", { "a.txt": "" }, /\(1 could not be read\)/],
  ])("a folder with %s is an error", async (_, files, message) => {
    const folder = tempFolder(files);
    await expect(read([folder])).rejects.toMatchObject({
      code: "INPUT_EMPTY",
      at: folder,
      message: expect.stringMatching(message),
    });
  });

  test("a graph alone is no input", async () => {
    const folder = tempFolder({ "journal.jsonl": "" });
    await expect(read([folder])).rejects.toMatchObject({ code: "INPUT_EMPTY" });
  });
});

describe("what is named must be readable", () => {
  test.each([
    ["a missing folder", "none", "INPUT_UNREADABLE", /does not exist/],
    ["a missing file", "none.txt", "INPUT_UNREADABLE", /does not exist/],
    ["a path through a file", "good.txt/x.txt", "INPUT_UNREADABLE", /does not exist/],
    ["an unknown kind", "letter.docx", "INPUT_UNREADABLE", /is a \.docx file, and only \.txt, \.md/],
    ["no extension", "README", "INPUT_UNREADABLE", /has no extension/],
    ["an empty file", "empty.txt", "INPUT_UNREADABLE", /is empty/],
    ["a binary file", "binary.md", "INPUT_UNREADABLE", /is a binary file/],
    ["a file without a good line", "bad.jsonl", "INPUT_EMPTY", /no article in/],
    ["a description of nothing", "index.jsonl", "INPUT_EMPTY", /no article in/],
  ])("%s", async (_, name, code, message) => {
    const folder = tempFolder({
      "good.txt": "good",
      "letter.docx": "x",
      README: "x",
      "empty.txt": "",
      "binary.md": Buffer.from([0, 1, 2]),
      "bad.jsonl": "no JSON\n",
      "index.jsonl": "",
    });
    await expect(read([join(folder, name)])).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test("a file is too large", async () => {
    const folder = tempFolder({ "huge.txt": Buffer.alloc(64 * 1024 * 1024 + 1, "a") });
    await expect(read([join(folder, "huge.txt")])).rejects.toThrow(/has 65 MB, and an article 64 MB at most/);
  });
});

describe("JSON lines", () => {
  test("a malformed line is named, the others are read", async () => {
    const lines = [
      '{"id":"a","text":"A","title":"T","url":"https://example.org/a","lang":"de-AT","publishedAt":"2022-05-06T23:30:00+05:00","source":"S"}',
      '{"id":"b","text":',
      "",
      '["c"]',
      '{"id":"d"}',
      '{"id":"e","text":7}',
      '{"id":"f","text":"  "}',
      '{"text":"no name"}',
      '{"id":"h","text":"\\ud800"}',
      '{"format":"dragoman-extraction","article":"x"}',
      '{"url":"https://example.org/j","text":"J","title":null,"extra":{"x":1}}',
      '{"id":11,"text":"K"}',
    ];
    const folder = tempFolder({ "c.jsonl": lines.join("\n") });
    const file = join(folder, "c.jsonl");
    const { found, diagnostics } = await read([file]);
    expect(found).toEqual([
      {
        text: "A",
        path: file,
        line: 1,
        source: {
          name: "a",
          title: "T",
          url: "https://example.org/a",
          language: "de",
          publishedAt: "2022-05-06",
          outlet: "S",
        },
      },
      { text: "J", path: file, line: 11, source: { name: "https://example.org/j", url: "https://example.org/j" } },
      { text: "K", path: file, line: 12, source: { name: "11" } },
    ]);
    expect(diagnostics.map(({ code, at, message }) => [code, at, message])).toEqual([
      ["LINE_MALFORMED", `${file}:2`, expect.stringMatching(/^is not JSON: /)],
      ["LINE_MALFORMED", `${file}:4`, expect.stringMatching(/^is not a JSON object/)],
      ["LINE_MALFORMED", `${file}:5`, expect.stringMatching(/^has no text; an article is /)],
      ["LINE_MALFORMED", `${file}:6`, expect.stringMatching(/^has a text that is not a string; /)],
      ["LINE_MALFORMED", `${file}:7`, expect.stringMatching(/^has an empty text; /)],
      ["LINE_MALFORMED", `${file}:8`, "has no id; give every article one"],
      [
        "LINE_MALFORMED",
        `${file}:9`,
        expect.stringMatching(/^has half a character \(a lone surrogate\) in its text; /),
      ],
      ["LINE_MALFORMED", `${file}:10`, expect.stringMatching(/^has no text; /)],
    ]);
    expect(diagnostics.every(({ severity }) => severity === "error")).toBe(true);
  });

  test.each([
    ["UTF-8 with a mark", Buffer.from('\uFEFF{"id":"a","text":"ä"}\r\n{"id":"b","text":"ب"}\r\n')],
    ["UTF-16 with a mark", Buffer.from('\uFEFF{"id":"a","text":"ä"}\n{"id":"b","text":"ب"}', "utf16le")],
    [
      "UTF-16 with a mark, big endian",
      Buffer.from('\uFEFF{"id":"a","text":"ä"}\n{"id":"b","text":"ب"}', "utf16le").swap16(),
    ],
  ])("in %s", async (_, bytes) => {
    const folder = tempFolder({ "c.jsonl": bytes });
    const { found, diagnostics } = await read([folder]);
    expect(diagnostics).toEqual([]);
    expect(found.map(({ text, source }) => [source.name, text])).toEqual([
      ["a", "ä"],
      ["b", "ب"],
    ]);
  });

  test("a line that is not UTF-8 is named, the others are read", async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":"a","text":"A"}\n{"id":"'),
      Buffer.from([0xfc]),
      Buffer.from('"}\n{"id":"b","text":"B"}\n'),
    ]);
    const folder = tempFolder({ "c.jsonl": bytes });
    const outcome = await read([folder]);
    expect(namesOf(outcome)).toEqual(["a", "b"]);
    expect(outcome.diagnostics).toMatchObject(
      [{ code: "LINE_MALFORMED", at: join(folder, "c.jsonl:2"), message: /byte 7/ }].map((d) => ({
        ...d,
        message: expect.stringMatching(d.message),
      })),
    );
  });
});

describe("metadata", () => {
  const index = [
    '{"id":"a","date":"2022-05-06","lang":"en","title":"T","url":"http://example.org/","source":"S","note":"ignored"}',
    '{"id":"Zu\u0308rich","date":"2021"}',
    '{"id":"b","date":null,"lang":null}',
    '{"id":"gone","date":"no date"}',
    "{",
  ].join("\n");

  test("index.jsonl describes the articles beside it, whether they are named or found", async () => {
    const folder = tempFolder({
      "index.jsonl": index,
      "a.txt": "A",
      "Z\u00fcrich.txt": "Z",
      "b.md": "B",
      "sub/a.txt": "deeper",
    });
    const expected = [
      { name: "a", publishedAt: "2022-05-06", language: "en", title: "T", url: "http://example.org/", outlet: "S" },
      { name: "Z\u00fcrich", publishedAt: "2021" },
      { name: "b" },
    ];
    const named = await read(["a.txt", "Z\u00fcrich.txt", "b.md", "index.jsonl"].map((name) => join(folder, name)));
    expect(named.found.map(({ source }) => source)).toEqual(expected);
    expect(named.diagnostics).toMatchObject([{ code: "LINE_MALFORMED", at: join(folder, "index.jsonl:5") }]);
    const found = (await read([folder])).found.map(({ source }) => source);
    expect(found).toHaveLength(4);
    expect(found).toEqual(expect.arrayContaining([...expected, { name: "a" }]));
  });

  test("front matter is read, and stays in the text", async () => {
    const text =
      "---\ndate: 2022-05-06\ntitle: 'Ein: Titel'\nlang: de\nurl: https://example.org/x\nsource: dpa\ntags: [a]\n---\n\nText\n";
    const { found } = await read([tempFolder({ "a.md": text })]);
    expect(found[0]?.text).toBe(text);
    expect(found[0]?.source).toEqual({
      name: "a",
      publishedAt: "2022-05-06",
      title: "Ein: Titel",
      language: "de",
      url: "https://example.org/x",
      outlet: "dpa",
    });
  });

  test.each([
    ["a rule that ends nowhere", "---\nText\n"],
    ["a rule further down", "Text\n---\ndate: 2022-05-06\n---\n"],
  ])("%s is no front matter", async (_, text) => {
    const { found, diagnostics } = await read([tempFolder({ "a.md": text })]);
    expect(found[0]?.source).toEqual({ name: "a" });
    expect(diagnostics).toEqual([]);
  });

  test("broken front matter is reported, the article is read", async () => {
    const { found, diagnostics } = await read([tempFolder({ "a.md": "---\n: [\n---\nText\n" })]);
    expect(found[0]?.source).toEqual({ name: "a" });
    expect(diagnostics).toMatchObject([{ code: "METADATA_DROPPED", severity: "warning" }]);
  });

  test.each([
    ["date", "2022-02-30"],
    ["date", "2022-13"],
    ["date", "6 May 2022"],
    ["date", "06.05.2022"],
    ["lang", "German"],
    ["url", "javascript:alert(1)"],
    ["url", "example.org"],
    ["title", { en: "T" }],
  ])("%s %s is reported and left out", async (key, value) => {
    const folder = tempFolder({ "a.txt": "A", "index.jsonl": JSON.stringify({ id: "a", [key]: value }) });
    const { found, diagnostics } = await read([folder]);
    expect(found[0]?.source).toEqual({ name: "a" });
    expect(diagnostics).toMatchObject([{ code: "METADATA_DROPPED", severity: "warning", at: join(folder, "a.txt") }]);
  });

  test.each([
    ["2022", "2022"],
    ["2022-05", "2022-05"],
    ["2024-02-29", "2024-02-29"],
    ["20220506", "2022-05-06"],
    ["2022-05-06T01:00:00.000Z", "2022-05-06"],
    ["2022-05-06 23:59+0500", "2022-05-06"],
  ])("date %s is read as %s", async (value, date) => {
    const folder = tempFolder({ "a.txt": "A", "index.jsonl": JSON.stringify({ id: "a", date: value }) });
    expect((await read([folder])).found[0]?.source).toEqual({ name: "a", publishedAt: date });
  });

  test("what an article gives itself stands before the index, and both before the defaults", async () => {
    const folder = tempFolder({
      "index.jsonl": '{"id":"a","date":"2001","lang":"en"}\n{"id":"l","date":"2001","lang":"en"}',
      "a.md": "---\ndate: 2002\n---\nA",
      "b.txt": "B",
      "c.jsonl": '{"id":"l","text":"L","publishedAt":"2003","lang":null}',
    });
    const { found } = await read([folder], { publishedAt: "1999", language: "ur" as LanguageCode });
    expect(found.map(({ source }) => source)).toEqual([
      { name: "a", publishedAt: "2002", language: "en" },
      { name: "b", publishedAt: "1999", language: "ur" },
      { name: "l", publishedAt: "2003", language: "en" },
    ]);
  });
});

describe("standard input", () => {
  const stdin = (...chunks: readonly string[]): AsyncIterable<Buffer> =>
    Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

  test.each([
    ["plain text", ["Ein ", "Satz."], [["stdin", "Ein Satz."]]],
    ["a character cut in two", [Buffer.from("ä").subarray(0, 1), Buffer.from("ä").subarray(1)], [["stdin", "ä"]]],
    [
      "JSON lines",
      ["\n", '{"id":"a","te', 'xt":"A"}\n{"id":"b","text":"B"}'],
      [
        ["a", "A"],
        ["b", "B"],
      ],
    ],
  ])("%s", async (_, chunks, expected) => {
    const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk as string)));
    const { found } = await read(["-"], { stdin: input });
    expect(found.map(({ source, text }) => [source.name, text])).toEqual(expected);
  });

  test("nothing on it is an error", async () => {
    await expect(read(["-"], { stdin: stdin(" \n") })).rejects.toMatchObject({ code: "INPUT_EMPTY" });
  });

  test("goes together with files", async () => {
    const folder = tempFolder({ "a.txt": "A" });
    writeFileSync(join(folder, "b.txt"), "B");
    expect(namesOf(await read([join(folder, "b.txt"), "-", join(folder, "a.txt")], { stdin: stdin("S") }))).toEqual([
      "b",
      "stdin",
      "a",
    ]);
  });
});

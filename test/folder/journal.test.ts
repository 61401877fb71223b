import { appendFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JournalEntry } from "../../src/folder/journal-entry.ts";
import { markJournal, readJournal } from "../../src/folder/read-journal.ts";
import { openJournal } from "../../src/folder/write-journal.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { EntityList } from "../../src/model/entity-list.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { articleIdOf, type LanguageCode } from "../../src/model/ids.ts";
import { makeVerdict } from "../../src/model/verdict.ts";
import { tempFolder } from "../helpers/temp.ts";

const article = (text: string, name: string, publishedAt?: string): JournalEntry & { type: "article" } => ({
  type: "article",
  id: articleIdOf(text),
  text,
  sources: [{ name, ...(publishedAt === undefined ? {} : { publishedAt }) }],
});

const extraction = (text: string, key = "k"): JournalEntry => {
  const value: Extraction = {
    format: "dragoman-extraction",
    article: articleIdOf(text),
    key,
    language: "de" as LanguageCode,
    covered: true,
    anchor: {},
    entities: [],
    events: [],
    sentences: [],
    mentions: [],
    statements: [],
  };
  return { type: "extraction", extraction: value };
};

const signature = { by: "desk", at: "2026-11-22T12:00:00.000Z" };

async function write(folder: string, ...entries: readonly JournalEntry[]): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const journal = await openJournal(folder, (diagnostic) => diagnostics.push(diagnostic));
  await journal.append(entries);
  await journal.close();
  return diagnostics;
}

interface Outcome {
  /** Text, names of sources, key of the extraction. */
  readonly rows: readonly (readonly [string, readonly string[], string | undefined])[];
  readonly diagnostics: readonly Diagnostic[];
}

async function read(folder: string): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const { ledger } = await readJournal(folder, (diagnostic) => diagnostics.push(diagnostic));
  const rows = ledger
    .records()
    .map(
      (record) =>
        [record.article.text, record.article.sources.map(({ name }) => name), record.extraction?.key] as const,
    );
  return { rows, diagnostics };
}

const journalOf = (folder: string): string => join(folder, "journal.jsonl");

describe("what is appended is read again", () => {
  test("across writers, by name", async () => {
    const folder = join(tempFolder(), "new", "graph");
    await write(folder, article("T", "b"), extraction("T"));
    await write(folder, article('U\u2028\n"ü" 😀', "a"));
    expect(await read(folder)).toEqual({
      rows: [
        ['U\u2028\n"ü" 😀', ["a"], undefined],
        ["T", ["b"], "k"],
      ],
      diagnostics: [],
    });
    expect(readFileSync(journalOf(folder), "utf8").split("\n")[0]).toBe(
      '{"format":"dragoman-journal","formatVersion":2}',
    );
  });

  test("a journal of the first version is gone on with, and says from where on it is of this one", async () => {
    const old = `{"format":"dragoman-journal","formatVersion":1}\n${JSON.stringify(article("T", "a"))}\n`;
    const folder = tempFolder({ "journal.jsonl": old });
    expect((await read(folder)).rows).toEqual([["T", ["a"], undefined]]);
    await write(folder, extraction("T"));
    await write(folder, article("U", "b"));
    expect((await read(folder)).rows).toEqual([
      ["T", ["a"], "k"],
      ["U", ["b"], undefined],
    ]);
    const added = readFileSync(journalOf(folder), "utf8").slice(old.length).split("\n");
    expect(added.filter((line) => line.includes("formatVersion"))).toEqual([added[0]]);
  });

  test("the latest extraction of an article stands", async () => {
    const folder = tempFolder();
    await write(folder, article("T", "a"), extraction("T", "old"), extraction("T", "new"));
    expect((await read(folder)).rows).toEqual([["T", ["a"], "new"]]);
  });

  test("sources of one text add up", async () => {
    const folder = tempFolder();
    await write(
      folder,
      article("T", "late", "2022-05-07"),
      article("T", "early", "2022-05-06"),
      article("T", "late", "2022-05-07"),
    );
    expect((await read(folder)).rows).toEqual([["T", ["early", "late"], undefined]]);
  });

  test("a removed article is out, until it comes back", async () => {
    const folder = tempFolder();
    await write(folder, article("T", "a"), extraction("T"), { type: "removal", article: articleIdOf("T") });
    expect((await read(folder)).rows).toEqual([]);
    await write(folder, article("T", "b"));
    expect((await read(folder)).rows).toEqual([["T", ["b"], "k"]]);
  });
});

describe("one name stands for one text at a time", () => {
  test.each([
    ["without dates, the later entry", undefined, undefined, "U"],
    ["with one date, the later entry", "2022-05-06", undefined, "U"],
    ["with two dates, the later date", "2022-05-06", "2022-05-05", "T"],
    ["with two dates, the later date, come last", "2022-05-06", "2022-05-07", "U"],
    ["with equal dates, the later entry", "2022-05-06", "2022-05-06", "U"],
  ])("%s", async (_, first, second, current) => {
    const folder = tempFolder();
    await write(folder, article("T", "a", first));
    await write(folder, article("U", "a", second));
    expect((await read(folder)).rows).toEqual([[current, ["a"], undefined]]);
  });

  test("a text that has other sources stays with them, and comes back under its name", async () => {
    const folder = tempFolder();
    await write(folder, article("T", "a"), article("T", "z"), article("U", "a"));
    expect((await read(folder)).rows).toEqual([
      ["U", ["a"], undefined],
      ["T", ["z"], undefined],
    ]);
    await write(folder, article("T", "a"));
    expect((await read(folder)).rows).toEqual([["T", ["a", "z"], undefined]]);
  });

  test("an entry that would change nothing is known", async () => {
    const folder = tempFolder();
    await write(
      folder,
      article("T", "a", "2022-05-06"),
      article("U", "a", "2022-05-05"),
      article("V", "b"),
      article("W", "b"),
    );
    const { ledger } = await readJournal(folder, () => undefined);
    const knows = (text: string, name: string, date?: string): boolean => {
      const { id, sources } = article(text, name, date);
      return ledger.knows({ id, text, sources: [sources[0] ?? { name }] });
    };
    expect(knows("T", "a", "2022-05-06")).toBe(true);
    expect(knows("U", "a", "2022-05-05")).toBe(true);
    expect(knows("W", "b")).toBe(true);
    expect(knows("V", "b")).toBe(false);
    expect(knows("T", "a")).toBe(false);
    expect(knows("X", "x")).toBe(false);
  });
});

describe("lists of the user", () => {
  const list = (name: string, ...ids: readonly string[]): JournalEntry & { type: "list" } => ({
    type: "list",
    list: { name, entities: ids.map((id) => ({ id, kind: "Person", names: [{ text: `Name ${id}` }], sameAs: [] })) },
  });
  const lists = async (folder: string): Promise<readonly EntityList[]> =>
    (await readJournal(folder, () => undefined)).ledger.lists();

  test("are read again, sorted by name, and the last of a name is in force", async () => {
    const folder = tempFolder();
    await write(folder, list("b.csv", "1"), list("a.csv", "2"));
    await write(folder, list("b.csv", "3", "4"));
    expect(await lists(folder)).toEqual([list("a.csv", "2").list, list("b.csv", "3", "4").list]);
  });

  test("are taken away by an empty one", async () => {
    const folder = tempFolder();
    await write(folder, list("b.csv", "1"), list("a.csv", "2"), list("b.csv"));
    expect(await lists(folder)).toEqual([list("a.csv", "2").list]);
  });
});

describe("verdicts", () => {
  const place = { article: articleIdOf("T"), start: 0, end: 1 };
  const same = makeVerdict({ type: "same", mentions: [place] }, ["A", "B"], signature);
  const note = makeVerdict({ type: "note", text: "?", mentions: [place], statements: [] }, ["A"], signature);
  const verdictsOf = async (folder: string): Promise<readonly (readonly [id: string, active: boolean])[]> =>
    (await readJournal(folder, () => undefined)).ledger.verdicts().map(({ verdict, active }) => [verdict.id, active]);

  test("are kept in their order, and are in force until they are taken back", async () => {
    const folder = tempFolder();
    await write(folder, { type: "verdict", verdict: same }, { type: "verdict", verdict: note });
    await write(folder, { ...signature, type: "undo", verdict: same.id });
    expect(await verdictsOf(folder)).toEqual([
      [same.id, false],
      [note.id, true],
    ]);
    await write(folder, { ...signature, type: "redo", verdict: same.id });
    expect(await verdictsOf(folder)).toEqual([
      [same.id, true],
      [note.id, true],
    ]);
  });

  test("count once, and need no article", async () => {
    const folder = tempFolder();
    await write(folder, { type: "verdict", verdict: same });
    await write(folder, { type: "verdict", verdict: same });
    expect(await verdictsOf(folder)).toEqual([[same.id, true]]);
  });
});

describe("a text that takes the place of another from the same address", () => {
  const U = "https://example.org/news/1";
  const at = (
    text: string,
    name: string,
    url: string,
    publishedAt?: string,
    replaces?: readonly string[],
  ): JournalEntry => ({
    type: "article",
    id: articleIdOf(text),
    text,
    sources: [{ name, url, ...(publishedAt === undefined ? {} : { publishedAt }) }],
    ...(replaces === undefined ? {} : { replaces }),
  });

  test.each([
    ["without dates, the later entry", [at("T", "a", U), at("V", "b", U, undefined, ["a"])], ["V"]],
    ["with two dates, the later date", [at("T", "a", U, "2022-05-06"), at("V", "b", U, "2022-05-05", ["a"])], ["T"]],
    [
      "with another scheme and a fragment",
      [at("T", "a", U), at("V", "b", "http://example.org/news/1#top", undefined, ["a"])],
      ["V"],
    ],
    ["where the entry says so only", [at("T", "a", U), at("V", "b", U)], ["T", "V"]],
    ["not with another query", [at("T", "a", U), at("V", "b", `${U}?id=2`, undefined, ["a"])], ["T", "V"]],
    [
      "not that of a whole site",
      [at("T", "a", "https://example.org/"), at("V", "b", "https://example.org/", undefined, ["a"])],
      ["T", "V"],
    ],
  ])("%s", async (_, entries, texts) => {
    const folder = tempFolder();
    await write(folder, ...entries);
    expect((await read(folder)).rows.map(([text]) => text)).toEqual(texts);
    // What lost its place is known, and stays out when it is found again with its date.
    const { ledger } = await readJournal(folder, () => undefined);
    const [older] = entries.filter(
      (entry) => entry.type === "article" && entry.sources[0]?.publishedAt === "2022-05-05",
    );
    if (older?.type === "article")
      expect(ledger.knows({ ...older, sources: [older.sources[0] ?? { name: "" }] })).toBe(true);
  });

  test("is told with the texts before it, and until when they stood there", async () => {
    const folder = tempFolder();
    await write(
      folder,
      at("second", "a", U, "2022-05-07"),
      at("first", "a", U, "2022-05-06"),
      at("third", "b", U, "2022-05-09", ["a"]),
      article("other", "c"),
    );
    const { ledger } = await readJournal(folder, () => undefined);
    const told = ledger
      .records()
      .map(({ article: { text }, earlier }) => [text, earlier.map(({ id, until }) => [id, until])]);
    expect(told).toEqual([
      [
        "third",
        [
          [articleIdOf("first"), "2022-05-07"],
          [articleIdOf("second"), "2022-05-09"],
        ],
      ],
      ["other", []],
    ]);
  });
});

describe("a process that was killed", () => {
  const whole = (folder: string): number => readFileSync(journalOf(folder)).length;

  test("leaves at most its last line half written: readers pass it over, the next writer cuts it off", async () => {
    const source = tempFolder();
    await write(source, article("T", "a"), extraction("T"));
    const kept = whole(source);
    await write(source, article("Ü", "b"));
    const bytes = readFileSync(journalOf(source));
    // One byte less than the last line: all of it but its line end, which is a whole entry.
    for (let length = kept + 1; length < bytes.length - 1; length += 1) {
      const folder = tempFolder({ "journal.jsonl": bytes.subarray(0, length) });
      const { rows, diagnostics } = await read(folder);
      expect(rows).toEqual([["T", ["a"], "k"]]);
      expect(diagnostics).toMatchObject([{ code: "JOURNAL_TORN", severity: "warning", at: `${journalOf(folder)}:4` }]);
      expect(whole(folder)).toBe(length);
      expect(await write(folder, article("Ü", "b"))).toMatchObject([{ code: "JOURNAL_TORN" }]);
      expect(readFileSync(journalOf(folder))).toEqual(bytes);
    }
  });

  test("may leave a last line that lacks nothing but its end: it counts", async () => {
    const folder = tempFolder();
    await write(folder, article("T", "a"));
    truncateSync(journalOf(folder), whole(folder) - 1);
    expect(await read(folder)).toEqual({ rows: [["T", ["a"], undefined]], diagnostics: [] });
    await write(folder, article("U", "b"));
    expect((await read(folder)).rows).toHaveLength(2);
  });

  test.each([
    ["nothing", ""],
    ["half of the first line", '{"format":"drago'],
  ])("may leave %s of a new journal", async (_, content) => {
    const folder = tempFolder({ "journal.jsonl": content });
    expect((await read(folder)).rows).toEqual([]);
    await write(folder, article("T", "a"));
    expect(await read(folder)).toEqual({ rows: [["T", ["a"], undefined]], diagnostics: [] });
  });
});

describe("a journal that cannot be trusted is refused, and left as it is", () => {
  const header = '{"format":"dragoman-journal","formatVersion":1}';
  const line = JSON.stringify(article("T", "a"));
  test.each([
    [
      "a damaged line",
      `${header}\n${line.slice(0, -4)}\n${line}\n`,
      2,
      /is damaged: it is no JSON object; put back a copy/,
    ],
    ["a line of zeros at the end", `${header}\n${line}\n${"\0".repeat(20)}\n`, 3, /is damaged/],
    ["a changed text", `${header}\n${line.replace('"T"', '"U"')}\n`, 2, /its article is not as it was written/],
    [
      "an article from nowhere",
      `${header}\n${JSON.stringify({ ...article("T", "a"), sources: [] })}\n`,
      2,
      /its article/,
    ],
    ["a damaged extraction", `${header}\n${line}\n{"type":"extraction","extraction":{}}\n`, 3, /its extraction/],
    [
      "an extraction of an unknown article",
      `${header}\n${JSON.stringify(extraction("T"))}\n`,
      2,
      /which no line before it holds/,
    ],
    ["an empty removal", `${header}\n{"type":"removal"}\n`, 2, /which article is removed/],
    ["an unknown entry", `${header}\n{"type":"opinion"}\n`, 2, /unknown type "opinion"/],
    ["a damaged list", `${header}\n{"type":"list","list":{"name":"a.csv"}}\n`, 2, /its list is not as it was written/],
    ["a damaged verdict", `${header}\n{"type":"verdict","verdict":{"id":"1"}}\n`, 2, /its verdict is not/],
    ["an undo of nothing", `${header}\n{"type":"undo"}\n`, 2, /which verdict it is about/],
    [
      "an undo of an unknown verdict",
      `${header}\n${JSON.stringify({ ...signature, type: "undo", verdict: "1" })}\n`,
      2,
      /the verdict 1, which no line before it holds/,
    ],
    [
      "a newer version",
      '{"format":"dragoman-journal","formatVersion":3}\n',
      1,
      /newer Dragoman \(format 3, this one reads up to 2\); update it/,
    ],
    [
      "a newer version from some line on",
      `${header}\n${line}\n{"format":"dragoman-journal","formatVersion":3}\n`,
      3,
      /newer Dragoman/,
    ],
    ["another file", '{"id":"a","text":"A"}\n', 1, /is not the first line of a journal/],
    ["another file without line end", "shopping list", 1, /is not the first line of a journal/],
  ])("%s", async (_, content, number, message) => {
    const folder = tempFolder({ "journal.jsonl": content });
    const expected = {
      code: "JOURNAL_INVALID",
      at: `${journalOf(folder)}:${number}`,
      message: expect.stringMatching(message),
    };
    await expect(read(folder)).rejects.toMatchObject(expected);
    await expect(write(folder, article("T", "a"))).rejects.toMatchObject(expected);
    expect(readFileSync(journalOf(folder), "utf8")).toBe(content);
  });
});

describe("a folder that is no graph is left alone", () => {
  test.each([
    ["missing", "none", /there is no graph here/],
    ["empty", "empty", /there is no graph here/],
    ["a file", "file.txt", /there is no graph here/],
  ])("reading: %s", async (_, name, message) => {
    const folder = tempFolder({ "file.txt": "x" });
    mkdirSync(join(folder, "empty"));
    await expect(read(join(folder, name))).rejects.toMatchObject({
      code: "GRAPH_FOLDER",
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ["a file", "file.txt", /is a file, not a folder/],
    ["inside a file", "file.txt/graph", /is a file, not a folder/],
    ["a folder of other files", ".", /holds other files and is no graph/],
  ])("writing: %s", async (_, name, message) => {
    const folder = tempFolder({ "file.txt": "x" });
    await expect(write(join(folder, name), article("T", "a"))).rejects.toMatchObject({
      code: "GRAPH_FOLDER",
      message: expect.stringMatching(message),
    });
    expect(readFileSync(join(folder, "file.txt"), "utf8")).toBe("x");
  });
});

test("the mark of a journal changes with what is appended, and with its end", async () => {
  const folder = tempFolder();
  await expect(markJournal(folder)).rejects.toMatchObject({ code: "GRAPH_FOLDER" });
  await write(folder, article("T", "a"));
  const first = await markJournal(folder);
  expect((await readJournal(folder, () => undefined)).mark).toEqual(first);
  await write(folder, article("x".repeat(100_000), "b"));
  const second = await markJournal(folder);
  expect(second).not.toEqual(first);
  const bytes = readFileSync(journalOf(folder));
  bytes[bytes.length - 10] = 0x78;
  writeFileSync(journalOf(folder), bytes);
  expect(await markJournal(folder)).not.toEqual(second);
  appendFileSync(journalOf(folder), "torn");
  expect(await markJournal(folder)).not.toEqual(second);
});

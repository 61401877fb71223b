import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readDerived } from "../../src/folder/derived.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { buildFolder, type BuildOptions, type BuildResult } from "../../src/pipeline/build-folder.ts";
import type { BuildEvent } from "../../src/pipeline/events.ts";
import { loadKnowledge } from "../../src/seeds/knowledge.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));
const knowledge = loadKnowledge();

interface Built extends BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly events: readonly BuildEvent[];
}

async function build(graphFolder: string, inputs: readonly string[], more: Partial<BuildOptions> = {}): Promise<Built> {
  const events: BuildEvent[] = [];
  const onEvent = (event: BuildEvent): void => {
    events.push(event);
    more.onEvent?.(event);
  };
  const result = await buildFolder({ graphFolder, inputs, knowledge, jobs: 1, ...more, onEvent });
  const diagnostics = events.flatMap((event) => (event.type === "diagnostic" ? [event.diagnostic] : []));
  return { ...result, diagnostics, events };
}

const journalOf = (folder: string): string => readFileSync(join(folder, "journal.jsonl"), "utf8");

describe("a build", () => {
  test("reads every article once, in any order of the inputs", async () => {
    const [one, two] = [join(tempFolder(), "graph"), join(tempFolder(), "graph")];
    const files = ["000_26e7d26395f65de3", "002_e29e23a0c924f9cb", "001_7d70f8e804b6c5f2"].map((name) =>
      join(SAMPLES, `${name}.txt`),
    );
    expect(await build(one, files)).toMatchObject({
      articles: 3,
      extracted: 3,
      pending: 0,
      errors: 0,
      diagnostics: [],
    });
    await build(two, files.toReversed());
    expect(journalOf(two)).toBe(journalOf(one));
    expect(
      journalOf(one)
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { type?: string }).type),
    ).toEqual([undefined, "article", "article", "article", "extraction", "extraction", "extraction"]);
  });

  test("of known articles reads none, and writes nothing", async () => {
    const folder = join(tempFolder(), "graph");
    await build(folder, [SAMPLES]);
    const [journal, derived] = [journalOf(folder), await readDerived(folder)];
    const again = await build(folder, [SAMPLES, join(SAMPLES, "001_7d70f8e804b6c5f2.txt")]);
    expect(again).toMatchObject({ articles: 5, extracted: 0, size: derived?.size });
    expect(journalOf(folder)).toBe(journal);
    expect(await readDerived(folder)).toEqual(derived);
  });

  test("adds to what is there, and reads again what has another date now", async () => {
    const folder = join(tempFolder(), "graph");
    const input = tempFolder({ "a.txt": "Ein Text.", "b.txt": "Another text." });
    await build(folder, [join(input, "a.txt")]);
    expect(await build(folder, [join(input, "b.txt")])).toMatchObject({ articles: 2, extracted: 1 });
    writeFileSync(join(input, "index.jsonl"), '{"id":"a","date":"2022-05-06"}');
    expect(await build(folder, [input])).toMatchObject({ articles: 2, extracted: 1 });
    expect(await build(folder, [input])).toMatchObject({ articles: 2, extracted: 0 });
  });

  test("takes the newer text under a name", async () => {
    const folder = join(tempFolder(), "graph");
    const input = tempFolder({ "a.txt": "Ein Text." });
    await build(folder, [input]);
    writeFileSync(join(input, "a.txt"), "Another text.");
    expect(await build(folder, [input])).toMatchObject({ articles: 1, extracted: 1 });
    writeFileSync(join(input, "a.txt"), "Ein Text.");
    expect(await build(folder, [input])).toMatchObject({ articles: 1, extracted: 0 });
  });

  test("takes the newer text from an address, whatever its name, and says so", async () => {
    const folder = join(tempFolder(), "graph");
    const line = (id: string, text: string): string =>
      JSON.stringify({ id, text, url: "https://example.org/politics/talks" });
    const input = tempFolder({
      "1.jsonl": line("a", "Das ist ein kurzer Text, und er ist deutsch."),
      "2.jsonl": line("b", "This is another text, and it is short."),
    });
    await build(folder, [join(input, "1.jsonl")]);
    const corrected = await build(folder, [join(input, "2.jsonl")]);
    expect(corrected).toMatchObject({
      articles: 1,
      diagnostics: [{ code: "ARTICLE_REPLACED", severity: "note", at: "b" }],
    });
    expect(await build(folder, [join(input, "2.jsonl")])).toMatchObject({ articles: 1, diagnostics: [] });
    // Who gives both at once wants both, and they stay.
    const both = await build(folder, [input]);
    expect(both).toMatchObject({ articles: 2, diagnostics: [{ code: "ADDRESS_SHARED", severity: "warning" }] });
    writeFileSync(join(input, "3.jsonl"), line("c", "This is a third text, and it is short."));
    expect(await build(folder, [join(input, "3.jsonl")])).toMatchObject({ articles: 3, diagnostics: [] });
  });

  test("keeps two texts of one name that it finds at once, and warns", async () => {
    const folder = join(tempFolder(), "graph");
    const input = tempFolder({
      "x/a.txt": "Das ist ein kurzer Text, und er ist deutsch.",
      "y/a.txt": "This is another text, and it is short.",
    });
    expect(await build(folder, [input])).toMatchObject({
      articles: 2,
      diagnostics: [{ code: "NAME_SHARED", severity: "warning" }],
    });
    expect(await build(folder, [input])).toMatchObject({ articles: 2, extracted: 0 });
  });

  test("by another version reads everything again, unless it is told to keep it", async () => {
    const folder = join(tempFolder(), "graph");
    const input = tempFolder({ "a.txt": "Ein Text.", "b.txt": "Another text." });
    await build(folder, [input]);
    const newer = { knowledge: { ...knowledge, version: "newer" } };
    expect(await build(folder, [join(input, "a.txt")], { ...newer, keepExtractions: true })).toMatchObject({
      extracted: 0,
    });
    expect(await build(folder, [join(input, "a.txt")], newer)).toMatchObject({ articles: 2, extracted: 2 });
    expect(await build(folder, [join(input, "a.txt")], newer)).toMatchObject({ extracted: 0 });
  });

  test("reads standard input", async () => {
    const stdin = Readable.from([Buffer.from('{"id":"a","text":"Ein Text."}\n{"id":"b","text":"Another text."}\n')]);
    expect(await build(join(tempFolder(), "graph"), ["-"], { stdin })).toMatchObject({ articles: 2, errors: 0 });
  });

  test("tells of what is bad in a folder, and builds the rest", async () => {
    const input = tempFolder({
      "a.txt": "Das ist ein kurzer Text, und er ist deutsch.",
      "b.txt": "",
      "c.jsonl": '{"id":"c","text":"This is another text, and it is short."}\n{',
    });
    const { articles, errors, diagnostics } = await build(join(tempFolder(), "graph"), [input]);
    expect({ articles, errors }).toEqual({ articles: 2, errors: 2 });
    expect(diagnostics.map(({ code, at }) => [code, at])).toEqual([
      ["FILE_UNREADABLE", join(input, "b.txt")],
      ["LINE_MALFORMED", join(input, "c.jsonl:2")],
    ]);
  });

  test("that cannot read what it is given makes no folder", async () => {
    const folder = join(tempFolder(), "graph");
    await expect(build(folder, ["/nowhere/at/all"])).rejects.toMatchObject({ code: "INPUT_UNREADABLE" });
    expect(() => journalOf(folder)).toThrow(/ENOENT/);
  });

  test("tells how far it is, step by step", async () => {
    const { events } = await build(join(tempFolder(), "graph"), [SAMPLES]);
    const progress = events.flatMap((event) => (event.type === "progress" ? [event] : []));
    expect([...new Set(progress.map(({ step }) => step))]).toEqual(["read", "extract", "resolve", "layout", "store"]);
    expect(progress.filter(({ step }) => step === "extract").map(({ done, total }) => `${done}/${total}`)).toEqual([
      "1/5",
      "2/5",
      "3/5",
      "4/5",
      "5/5",
    ]);
  });
});

describe("a build that is stopped", () => {
  test("keeps what it has read, and the next one makes the same graph of it", async () => {
    const [stopped, straight] = [join(tempFolder(), "graph"), join(tempFolder(), "graph")];
    const stop = new AbortController();
    const onEvent = (event: BuildEvent): void => {
      if (event.type === "progress" && event.step === "extract" && event.done === 2) stop.abort();
    };
    expect(await build(stopped, [SAMPLES], { signal: stop.signal, onEvent })).toMatchObject({
      extracted: 2,
      pending: 3,
      size: undefined,
    });
    expect(await build(stopped, [SAMPLES])).toMatchObject({ extracted: 3, pending: 0 });
    await build(straight, [SAMPLES]);
    expect(journalOf(stopped)).toBe(journalOf(straight));
  });

  test("while it looks for articles has made nothing", async () => {
    const folder = join(tempFolder(), "graph");
    await expect(build(folder, [SAMPLES], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(() => journalOf(folder)).toThrow(/ENOENT/);
  });

  test("before it derived anything is completed by the next one, which has nothing to read", async () => {
    const folder = join(tempFolder(), "graph");
    const { size } = await build(folder, [SAMPLES]);
    rmSync(join(folder, "derived"), { recursive: true });
    expect(await build(folder, [SAMPLES])).toMatchObject({ extracted: 0, size });
    expect(await readDerived(folder)).toMatchObject({ size });
  });
});

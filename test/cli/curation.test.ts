import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, type Run } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const BLINKEN = "person:antony-blinken";
const PRICE = "person:ned-price";
const SCHMID = "person:nils-schmid";
const SCHMIDL = "person:nils-schmidl";
const ARTICLES = {
  "a.txt": "Der SPD-Politiker Nils Schmid traf am Montag in Berlin den türkischen Außenminister Mevlüt Çavuşoğlu.",
  "b.txt": "Der SPD-Politiker Nils Schmidl kritisierte am Dienstag die Regierung der Türkei.",
  "c.txt": `US State Department spokesman Ned Price said on Monday that US Secretary of State Antony Blinken had spoken with
German Foreign Minister Annalena Baerbock.`,
};

const articles = Object.fromEntries(Object.entries(ARTICLES).map(([name, text]) => [`articles/${name}`, text]));

async function built(): Promise<{ readonly cwd: string; readonly run: (...args: readonly string[]) => Promise<Run> }> {
  const cwd = tempFolder(articles);
  const run = (...args: readonly string[]): Promise<Run> => runCli(args, { cwd, env: { DRAGOMAN_USER: "desk" } });
  expect(await run("build", "articles")).toMatchObject({ code: 0, stderr: "" });
  return { cwd, run };
}

test("a decision is recorded, explained, listed, shared and taken back", async () => {
  const { cwd, run } = await built();
  const before = await run("export", "--format", "json");
  const merged = await run("merge", BLINKEN, PRICE, "--why", "a test");
  expect(merged).toMatchObject({ code: 0, stderr: "" });
  expect(merged.stdout).toMatch(
    /^one: Antony Blinken; Ned Price\nnow: \S+\ngraph: \d+ nodes, \d+ edges; `dragoman undo (\w+)`/,
  );
  const verdict = /undo (\w+)/.exec(merged.stdout)?.[1] ?? "";

  const explained = await run("explain", PRICE);
  expect(explained.stdout).toMatch(/Brought together by:\n {2}“Antony Blinken” – “Ned Price”: verdict\n/);
  expect(explained.stdout).toMatch(new RegExp(`Decided:\n {2}${verdict} .* desk {2}one: Antony Blinken; Ned Price\n$`));
  expect((await run("log")).stdout).toMatch(
    new RegExp(`^${verdict} .* desk {2}one: .*\n +because a test\n\n1 verdict, 1 in force\n$`),
  );

  expect(await run("verdicts", "export", "--output", "verdicts.jsonl")).toMatchObject({ code: 0, stdout: "" });
  expect(readFileSync(join(cwd, "verdicts.jsonl"), "utf8").split("\n")).toHaveLength(3);
  expect(await run("undo")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^taken back: one: Antony/) });
  expect(await run("export", "--format", "json")).toEqual(before);
  expect((await run("verdicts", "import", "verdicts.jsonl")).stdout).toMatch(/^graph: 0 verdicts taken over, 1 known;/);
  expect((await run("redo", verdict)).stdout).toMatch(/^in force again: one/);
});

test("what might be one is asked about, and the answer holds", async () => {
  const { cwd, run } = await built();
  const review = await run("review");
  expect(review.stdout).toMatch(
    /^1\. Nils Schmid \(\S+\) – Nils Schmidl \(\S+\)\n {3}name \(.*\); 0\.9\d of what is needed; in 1 article/,
  );
  expect(review.stdout).toContain("Der SPD-Politiker Nils Schmid traf");
  expect(review.stdout).toContain(`dragoman different ${SCHMID} ${SCHMIDL}\n`);
  const asked = await runCli(["review", "--ask"], { cwd, stdin: "n\n" });
  expect(asked).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("two: Nils Schmid; Nils Schmidl"),
  });
  expect((await run("review")).stdout).toBe("No two nodes might be one.\n");
  expect((await run("undo")).code).toBe(0);
  expect((await runCli(["review", "--ask"], { cwd, stdin: "y\n" })).stdout).toContain("one: Nils Schmid; Nils Schmidl");
});

test("an article is taken out, and comes back", async () => {
  const { run } = await built();
  const before = await run("export", "--format", "json");
  expect(await run("remove", "c")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^graph: \d+ nodes/) });
  expect((await run("query", "MATCH (a:Article) RETURN a.label ORDER BY a.label", "--format", "csv")).stdout).toBe(
    "a.label\r\na\r\nb\r\n",
  );
  expect((await run("build", "articles")).stdout).toContain("3 articles");
  expect(await run("export", "--format", "json")).toEqual(before);
});

describe("what cannot be decided is told, and nothing is recorded:", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), "dragoman-test-"));
    mkdirSync(join(cwd, "articles"));
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(cwd, name), text);
    expect(await runCli(["build", "articles"], { cwd })).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  test.each<readonly [string, readonly string[], number, RegExp]>([
    [
      "an unknown node",
      ["merge", BLINKEN, "person:nobody"],
      1,
      /^error: the graph holds no fact or node person:nobody/,
    ],
    ["one node", ["merge", BLINKEN], 1, /^error: name two nodes/],
    ["a person and a state", ["merge", BLINKEN, "gov:TR"], 1, /^error: these are of several kinds: .*--across-kinds/],
    ["no part", ["split", BLINKEN], 1, /^error: nothing of person:antony-blinken is meant/],
    ["no place", ["split", BLINKEN, "--mention", "c"], 2, /must be article:start-end/],
    ["nothing to take back", ["undo"], 1, /^error: no verdict is in force/],
    ["an unknown article", ["remove", "z"], 1, /^error: the graph holds no article z/],
    [
      "a file that is none",
      ["verdicts", "import", "articles/a.txt"],
      1,
      /^error: articles\/a\.txt:1: is no file of verdicts/,
    ],
    ["a file that is not there", ["verdicts", "import", "none.jsonl"], 1, /^error: none\.jsonl: does not exist/],
    ["no graph", ["note", BLINKEN, "?", "--graph", "none"], 1, /^error: none: there is no graph here/],
  ])("%s", async (_, args, code, message) => {
    const journal = readFileSync(join(cwd, "graph/journal.jsonl"));
    expect(await runCli(args, { cwd })).toMatchObject({ code, stderr: expect.stringMatching(message) });
    expect(readFileSync(join(cwd, "graph/journal.jsonl"))).toEqual(journal);
  });

  test("nothing at all", async () => {
    expect((await runCli(["log"], { cwd })).stdout).toBe("Nobody has decided anything yet.\n");
  });
});

import { expect, describe, test } from "vitest";
import { runCli } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const FILES = {
  "a.txt": "China glorped the United States.\n\nRussia glorped Ukraine. On Friday China snarfled India.",
  "b.txt": "Pakistan glorped India.",
  "c.txt": "US President Joe Biden met Chinese President Xi Jinping in Bali.",
};

interface Group {
  readonly verb: string;
  readonly known: boolean;
  readonly language: string;
  readonly count: number;
  readonly examples: readonly {
    readonly article: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

describe("gaps", () => {
  test("lists verbs by how often nothing is read of them, as JSON lines", async () => {
    const cwd = tempFolder(FILES);
    const args = ["gaps", "a.txt", "b.txt", "c.txt", "--lang", "en", "--format", "jsonl", "--examples", "2"];
    const run = await runCli(args, { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const groups = run.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Group);
    expect(groups.map(({ verb, count, known, language }) => ({ verb, count, known, language }))).toEqual([
      { verb: "glorped", count: 3, known: false, language: "en" },
      { verb: "snarfled", count: 1, known: false, language: "en" },
    ]);
    expect(groups[0]?.examples.map(({ text }) => text)).toEqual([
      "China glorped the United States.",
      "Russia glorped Ukraine.",
    ]);
    for (const { article, start, end, text } of groups.flatMap(({ examples }) => examples)) {
      expect(FILES[`${article}.txt` as keyof typeof FILES].slice(start, end)).toBe(text);
    }
  });

  test("or as a table, with as many as are asked for", async () => {
    const cwd = tempFolder(FILES);
    const run = await runCli(["gaps", ".", "--lang", "en", "--limit", "1"], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout.split("\n")).toEqual([
      expect.stringMatching(/^clauses +lang +verb +place +sentence$/),
      expect.stringMatching(/^─/),
      expect.stringMatching(/^3 +en +glorped \? +a:0–32 +China glorped the United States\.$/),
      expect.stringMatching(/^ +a:34–57 +Russia glorped Ukraine\.$/),
      expect.stringMatching(/^ +b:0–23 +Pakistan glorped India\.$/),
      "",
      "3 rows",
      "",
    ]);
  });

  test("reads standard input, and fails on what it cannot read", async () => {
    const stdin = '{"id":"x","text":"China glorped India.","lang":"en"}\nnonsense\n';
    const run = await runCli(["gaps", "-", "--format", "jsonl"], { stdin });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ verb: "glorped", count: 1 });
    expect(run.stderr).toMatch(
      /^error: stdin:2: is not JSON: .*\nerror: 1 part of the input is left out, as told above\n$/,
    );
  });
});

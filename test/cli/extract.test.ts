import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCli, startCli } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));
const PATHS = readdirSync(SAMPLES)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => join(SAMPLES, name));

interface Line {
  readonly format: string;
  readonly id: string;
  readonly text: string;
  readonly extraction: { readonly article: string; readonly key: string; readonly statements: readonly unknown[] };
}

const linesOf = (stdout: string): readonly Line[] =>
  stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

async function extract(cwd: string, ...args: readonly string[]): Promise<string> {
  const run = await runCli(["extract", ...args], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  return run.stdout;
}

describe("extract", () => {
  test("writes every article with what it says, in order, and leaves nothing behind", async () => {
    const cwd = tempFolder();
    const stdin = PATHS.map((path, i) => `${JSON.stringify({ id: `a${i}`, text: readFileSync(path, "utf8") })}\n`);
    const run = await runCli(["extract"], { cwd, stdin: stdin.join("") });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const lines = linesOf(run.stdout);
    expect(lines.map(({ id }) => id)).toEqual(PATHS.map((_, i) => `a${i}`));
    for (const [i, { format, text, extraction }] of lines.entries()) {
      expect(format).toBe("dragoman-extraction");
      expect(text).toBe(readFileSync(PATHS[i] ?? "", "utf8"));
      expect(extraction.statements.length).toBeGreaterThan(5);
    }
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("gives the same with any number of threads, and again of its own output", async () => {
    const cwd = tempFolder();
    const one = await extract(cwd, "--jobs", "1", ...PATHS);
    expect(await extract(cwd, "--jobs", "2", ...PATHS)).toBe(one);
    expect(await runCli(["extract", "-"], { cwd, stdin: one })).toMatchObject({ code: 0, stderr: "", stdout: one });
  });

  test("names what it leaves out, writes the rest and fails", async () => {
    const cwd = tempFolder({
      "in.jsonl": '{"id":"a","text":"A text."}\nnonsense\n{"id":"b"}\n{"id":"c","text":"C"}\n',
    });
    const run = await runCli(["extract", "in.jsonl"], { cwd });
    expect(run.code).toBe(1);
    expect(linesOf(run.stdout).map(({ id }) => id)).toEqual(["a", "c"]);
    expect(run.stderr.split("\n").filter((line) => line.startsWith("error: "))).toEqual([
      expect.stringMatching(/^error: in\.jsonl:2: is not JSON: .*; write one article a line, as /),
      expect.stringMatching(/^error: in\.jsonl:3: has no text; an article is /),
      "error: 2 parts of the input are left out, as told above; the rest is written",
    ]);
  });

  test("writes what it has before it fails on a file that is not there", async () => {
    const cwd = tempFolder({ "a.txt": "A text." });
    const run = await runCli(["extract", "a.txt", "nowhere.txt"], { cwd });
    expect(run.code).toBe(1);
    expect(linesOf(run.stdout).map(({ id }) => id)).toEqual(["a"]);
    expect(run.stderr).toMatch(/error: nowhere\.txt: does not exist\n$/);
  });

  test.each([["1"], ["2"]])("answers each line without waiting for the next, with %s threads", async (jobs) => {
    const child = startCli(["extract", "--jobs", jobs]);
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    for (const id of ["a", "b", "c"]) {
      child.stdin.write(`${JSON.stringify({ id, text: "Joe Biden met Xi Jinping in Bali." })}\n`);
      while (!stdout.endsWith("\n") || linesOf(stdout).at(-1)?.id !== id) {
        await new Promise((resolve) => child.stdout.once("data", resolve));
      }
    }
    child.stdin.end();
    await new Promise((resolve) => child.once("close", resolve));
    expect(linesOf(stdout).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});

describe("build of extractions", () => {
  const derived = ["graph.jsonl", "positions.jsonl"];

  /** The journal and what is derived from it. */
  function filesOf(cwd: string, graph: string): readonly string[] {
    const folder = join(cwd, graph);
    const [generation = ""] = readdirSync(join(folder, "derived")).filter((name) => /^\d+$/.test(name));
    return [
      readFileSync(join(folder, "journal.jsonl"), "utf8"),
      ...derived.map((name) => readFileSync(join(folder, "derived", generation, name), "utf8")),
    ];
  }

  test("makes the same files as build of the articles, for any number of threads and either order", async () => {
    const cwd = tempFolder();
    await runCli(["build", "--graph", "articles", ...PATHS], { cwd });
    const expected = filesOf(cwd, "articles");
    for (const jobs of ["1", "2"]) {
      for (const [order, paths] of Object.entries({ ahead: PATHS, back: PATHS.toReversed() })) {
        const stdin = await extract(cwd, "--jobs", jobs, ...paths);
        const graph = `${order}-${jobs}`;
        expect(await runCli(["build", "--graph", graph, "--jobs", jobs, "-"], { cwd, stdin })).toMatchObject({
          code: 0,
          stderr: "",
          stdout: expect.stringMatching(/5 articles \(0 articles read, 5 read elsewhere, 0 known\)/),
        });
        expect(filesOf(cwd, graph)).toEqual(expected);
      }
    }
  });

  test("reads an article again whose extraction is not current, or is of another date", async () => {
    const cwd = tempFolder();
    const lines = linesOf(await extract(cwd, "--jobs", "1", ...PATHS));
    const stale = lines.map((line, i) =>
      i === 0 ? { ...line, extraction: { ...line.extraction, key: "0000000000000000", statements: [] } } : line,
    );
    const [, dated] = stale;
    const changed = [...stale.filter((line) => line !== dated), { ...dated, publishedAt: "2022-05-07" }];
    const stdin = changed.map((line) => `${JSON.stringify(line)}\n`).join("");
    const run = await runCli(["build", "-"], { cwd, stdin });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/5 articles \(2 articles read, 3 read elsewhere, 0 known\)/);
    // What was kept from elsewhere is kept as it was, even if it is older, where that is asked for.
    const kept = await runCli(["build", "-", "--graph", "kept", "--keep-extractions"], { cwd, stdin });
    expect(kept.stdout).toMatch(/5 articles \(0 articles read, 5 read elsewhere, 0 known\)/);
  });
});

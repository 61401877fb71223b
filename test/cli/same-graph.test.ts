import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { outcomeOf, runCli, startCli, type Run } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));
const NAMES = readdirSync(SAMPLES).filter((name) => name.endsWith(".txt"));

/** Builds and exports a graph. */
async function buildAndExport(cwd: string, graph: string, ...args: readonly string[]): Promise<string> {
  const built = await runCli(["build", "--graph", graph, ...args], { cwd });
  expect(built).toMatchObject({ code: 0, stderr: "" });
  return await exportOf(cwd, graph);
}

async function exportOf(cwd: string, graph: string): Promise<string> {
  const { code, stdout, stderr } = await runCli(["export", "--graph", graph, "--format", "json"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { edges } = JSON.parse(stdout) as { readonly edges: readonly unknown[] };
  expect(edges.length).toBeGreaterThan(10);
  return stdout;
}

describe("the same articles give the same bytes", () => {
  test("in either order, and with any number of threads", async () => {
    const cwd = tempFolder();
    const paths = NAMES.map((name) => join(SAMPLES, name));
    const first = await buildAndExport(cwd, "one", "--jobs", "1", ...paths);
    expect(await buildAndExport(cwd, "two", "--jobs", "2", ...paths.toReversed())).toBe(first);
    const journal = (graph: string): Buffer => readFileSync(join(cwd, graph, "journal.jsonl"));
    expect(journal("two")).toEqual(journal("one"));
  });

  test("in one build or in several, and after a rebuild", async () => {
    const cwd = tempFolder();
    const first = await buildAndExport(cwd, "one", SAMPLES);
    for (const name of NAMES.toReversed()) await runCli(["build", "--graph", "two", join(SAMPLES, name)], { cwd });
    expect(await exportOf(cwd, "two")).toBe(first);
    expect(await runCli(["rebuild", "--graph", "two"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    expect(await exportOf(cwd, "two")).toBe(first);
  });
});

/** Looks again and again, until it is so. Throws when the run has ended before. */
async function waitUntil(isSo: () => boolean, outcome: Promise<Run>): Promise<void> {
  const ended = outcome.then(({ stdout, stderr }) =>
    Promise.reject(new Error(`it ended too early: ${stdout}${stderr}`)),
  );
  ended.catch(() => undefined);
  while (!isSo()) await Promise.race([setTimeout(5), ended]);
}

describe("a build that is killed", () => {
  /** Many articles: every pair of paragraphs of the samples. */
  function writeArticles(folder: string, count: number): void {
    const paragraphs = NAMES.flatMap((name) => readFileSync(join(SAMPLES, name), "utf8").split(/\n+/)).filter(
      (paragraph) => paragraph.length > 80,
    );
    const pairs = paragraphs.flatMap((first, row) =>
      paragraphs.slice(row + 1).map((second) => `${first}\n\n${second}\n`),
    );
    expect(new Set(pairs).size).toBeGreaterThanOrEqual(count);
    mkdirSync(folder);
    for (const [index, text] of pairs.slice(0, count).entries()) writeFileSync(join(folder, `${index}.txt`), text);
  }

  const COUNT = 200;

  test.each([["1"], ["2"]])("with %s threads is completed by the same command", async (jobs) => {
    const cwd = tempFolder();
    writeArticles(join(cwd, "in"), COUNT);
    const args = ["build", "in", "--graph", "killed", "--jobs", jobs];
    const journal = join(cwd, "killed", "journal.jsonl");
    const read = (): number => {
      const lines = existsSync(journal) ? readFileSync(journal, "utf8").split("\n") : [];
      return lines.filter((line) => line.startsWith('{"type":"extraction"')).length;
    };

    const child = startCli(args, { cwd });
    child.stdin.end();
    const outcome = outcomeOf(child);
    // As soon as something that was read is on the disk.
    await waitUntil(() => read() > 0, outcome);
    child.kill("SIGKILL");
    expect(await outcome).toMatchObject({ code: null, signal: "SIGKILL" });
    const kept = read();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(COUNT);

    const again = await runCli(args, { cwd });
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/its lock is taken over/);
    const known = Number(/(\d+) known\)/.exec(again.stdout)?.[1]);
    expect(known).toBeGreaterThanOrEqual(kept - 1);
    expect(await exportOf(cwd, "killed")).toBe(await buildAndExport(cwd, "straight", "in", "--jobs", "1"));
    expect(readFileSync(journal)).toEqual(readFileSync(join(cwd, "straight", "journal.jsonl")));
  });

  test("by Ctrl-C ends after what it has begun, and tells how to go on", async () => {
    const cwd = tempFolder();
    writeArticles(join(cwd, "in"), COUNT);
    const child = startCli(["build", "in", "--jobs", "1"], { cwd });
    child.stdin.end();
    const outcome = outcomeOf(child);
    await waitUntil(() => existsSync(join(cwd, "graph", "lock")), outcome);
    child.kill("SIGINT");
    const stopped = await outcome;
    expect(stopped).toMatchObject({ code: 1, stdout: "" });
    expect(stopped.stderr).toMatch(
      /Stopping after the articles that are begun.*\n.*Stopped: .* to go\. The same command goes on from there\.\n$/,
    );
    expect(existsSync(join(cwd, "graph", "lock"))).toBe(false);
    expect(await runCli(["build", "in"], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`graph: ${COUNT} articles`),
    });
  });
});

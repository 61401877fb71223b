import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { outcomeOf, runCli, startCli, type Run } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";
import type { Stats } from "../../src/server/contract.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

interface Serving {
  readonly url: string;
  readonly stop: (signal: NodeJS.Signals) => Promise<Run>;
}

/** Starts a command that serves, and waits for its address. */
async function startServing(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const child = startCli([...args, "--port", "0"], { cwd, env });
  child.stdin.end();
  onTestFinished(() => void child.kill("SIGKILL"));
  const outcome = outcomeOf(child);
  const address = new Promise<string>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      const url = / is at (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([address, outcome.then((run) => Promise.reject(new Error(run.stderr)))]);
  return {
    url,
    stop: (signal) => {
      child.kill(signal);
      return outcome;
    },
  };
}

const statsOf = async (url: string): Promise<Stats> => (await (await fetch(`${url}api/stats`)).json()) as Stats;

describe("serve", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("shows the graph on this machine until %s", async (signal) => {
    const cwd = tempFolder();
    await runCli(["build", SAMPLES], { cwd });
    const { url, stop } = await startServing(["serve"], cwd);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await statsOf(url)).articles).toBe(5);
    expect((await fetch(url)).headers.get("content-type")).toMatch(/^text\/html/);
    const answer = await fetch(`${url}api/query`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "MATCH (n:Article) RETURN count(n) AS n" }),
    });
    expect(await answer.json()).toMatchObject({ columns: ["n"], rows: [[5]] });
    expect(await stop(signal)).toMatchObject({ code: 0, stderr: "" });
  });

  test("takes over what a build makes beside it", async () => {
    const cwd = tempFolder();
    await runCli(["build", join(SAMPLES, "000_26e7d26395f65de3.txt")], { cwd });
    const { url, stop } = await startServing(["serve"], cwd);
    expect((await statsOf(url)).articles).toBe(1);
    expect(await runCli(["build", SAMPLES], { cwd })).toMatchObject({ code: 0 });
    await vi.waitFor(async () => expect((await statsOf(url)).articles).toBe(5), { timeout: 20_000, interval: 100 });
    const article = await fetch(`${url}api/article/001_7d70f8e804b6c5f2`);
    expect(await article.json()).toMatchObject({ name: "001_7d70f8e804b6c5f2", language: "ur" });
    await stop("SIGINT");
  });
});

describe("serve, told to stop", () => {
  test("lets an open request end first", async () => {
    const cwd = tempFolder();
    await runCli(["build", join(SAMPLES, "000_26e7d26395f65de3.txt")], { cwd });
    const { url, stop } = await startServing(["serve"], cwd);
    const query =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN sum(a * b * c)";
    const ask = (body: unknown): Promise<Response> =>
      fetch(`${url}api/query`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    // From then on a process is ready, and the time of a query is its own.
    expect((await ask({ query: "RETURN 1 AS one" })).status).toBe(200);
    const answer = ask({ query, timeout: 2 });
    await setTimeout(500);
    const stopped = stop("SIGTERM");
    expect((await answer).status).toBe(422);
    expect(await stopped).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("serve for others", () => {
  const TOKEN = "a-token-that-is-long-enough";

  test("wants a token that cannot be guessed", async () => {
    for (const env of [{}, { DRAGOMAN_TOKEN: "" }, { DRAGOMAN_TOKEN: "short" }]) {
      const run = await runCli(["serve", "--host", "0.0.0.0"], { cwd: tempFolder(), env });
      expect([run.code, run.stdout]).toEqual([2, ""]);
      expect(run.stderr).toContain("DRAGOMAN_TOKEN");
      expect(run.stderr).not.toContain("short ");
    }
  });

  test("answers those who know it, under its names, and tells it nobody", async () => {
    const cwd = tempFolder();
    await runCli(["build", join(SAMPLES, "000_26e7d26395f65de3.txt")], { cwd });
    const args = ["serve", "--host", "0.0.0.0", "--name", "graph.example"];
    const { url, stop } = await startServing(args, cwd, { DRAGOMAN_TOKEN: TOKEN });
    const port = new URL(url).port;
    const stats = `http://127.0.0.1:${port}/api/stats`;
    expect((await fetch(stats)).status).toBe(401);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401);
    expect((await fetch(stats, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
    const run = await stop("SIGTERM");
    expect(run.code).toBe(0);
    expect(run.stdout + run.stderr).not.toContain(TOKEN);
  });
});

test("build and merge beside serve: every answer is whole, and the last one has both", async () => {
  const cwd = tempFolder({
    "a.txt": "Angela Merkel met Emmanuel Macron in Berlin on Monday.",
    "in/b.txt": "Angela Merkel met Olaf Scholz in Paris on Monday. Emmanuel Macron met Antony Blinken in Geneva.",
  });
  await runCli(["build", "a.txt"], { cwd });
  const { url, stop } = await startServing(["serve"], cwd);
  const ask = async (query: string): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}api/query`, { method: "POST", headers, body: JSON.stringify({ query }) });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { readonly rows: unknown }).rows;
  };
  const counted = "MATCH (a:Article) RETURN count(a)";
  const seen = new Set<string>();
  const done = new AbortController();
  const look = async (): Promise<void> => {
    while (!done.signal.aborted) seen.add(JSON.stringify(await ask(counted)));
  };
  const write = async (): Promise<void> => {
    expect(await runCli(["build", "in"], { cwd })).toMatchObject({ code: 0 });
    const [one, other] = ["person:emmanuel-macron", "person:antony-blinken"];
    expect(await runCli(["merge", one, other], { cwd })).toMatchObject({ code: 0 });
    done.abort();
  };
  await Promise.all([write(), look()]);
  const people = "MATCH (p:Person) WHERE p.id IN ['person:emmanuel-macron', 'person:antony-blinken'] RETURN count(p)";
  await vi.waitFor(async () => expect([await ask(counted), await ask(people)]).toEqual([[[2]], [[1]]]), {
    timeout: 20_000,
    interval: 200,
  });
  expect([...seen].filter((rows) => rows !== "[[1]]" && rows !== "[[2]]")).toEqual([]);
  expect((await stop("SIGINT")).code).toBe(0);
});

describe("demo", () => {
  test("builds the samples and shows them, and the next time only shows them", async () => {
    const cwd = tempFolder();
    const first = await startServing(["demo"], cwd);
    expect((await statsOf(first.url)).articles).toBe(5);
    expect((await first.stop("SIGINT")).stdout).toMatch(/^graph: 5 articles \(5 articles read/);
    const second = await startServing(["demo"], cwd);
    expect((await second.stop("SIGINT")).stdout).toMatch(/^graph: 5 articles \(0 articles read/);
  });

  test("leaves a graph of one's own as it is", async () => {
    const cwd = tempFolder({ "a.txt": "Ein Text." });
    await runCli(["build", "a.txt"], { cwd });
    const { url, stop } = await startServing(["demo"], cwd);
    expect((await statsOf(url)).articles).toBe(1);
    expect((await stop("SIGINT")).stderr).toMatch(
      /^graph holds other articles than the samples, and is shown as it is\.\n/,
    );
  });
});

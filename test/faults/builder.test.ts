import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { createRandom } from "../../src/graph/random.ts";
import { outcomeOf, runCli, startCli } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";
import { killBuilder } from "./kill-builder.ts";

/** What goes wrong around a builder: it is killed, the disk is full, another one comes. `npm run faults` kills more of them. */

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));
const NO_ROOM =
  /: there is no room left to write; free some and run the same command again: what was written before is kept\n$/;

test("a builder that is killed over and over loses nothing, and the graph is the one without kills", async () => {
  const { killed, faults } = await killBuilder(tempFolder(), 5, createRandom(5));
  expect({ killed, faults }).toEqual({ killed: 5, faults: [] });
});

test("of two builders at once the second one names the first, and the first ends its work", async () => {
  const cwd = tempFolder();
  const first = startCli(["build", SAMPLES], { cwd });
  first.stdin.end();
  const outcome = outcomeOf(first);
  await vi.waitFor(() => expect(statSync(join(cwd, "graph", "lock")).size).toBeGreaterThan(0), {
    timeout: 30_000,
    interval: 5,
  });
  const second = await runCli(["build", SAMPLES], { cwd });
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(
    new RegExp(`^error: graph/lock: process ${first.pid} on .* is writing to this graph; wait until it is done, or`),
  );
  expect(await outcome).toMatchObject({ code: 0, stderr: "" });
  expect((await runCli(["build", SAMPLES], { cwd })).stdout).toMatch(/\(0 articles read, 5 known\)/);
});

/** The text of every export is the same, so the graph is. */
async function exported(cwd: string, graph: string): Promise<string> {
  return (await runCli(["export", "--format", "json", "--graph", graph], { cwd })).stdout;
}

/** Whether this machine lets us make a file system of our own, which only root can. */
function mountSmall(kb: number): string | undefined {
  const at = join(tempFolder(), "disk");
  mkdirSync(at);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kb}k`, "tmpfs", at]).status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", [at]));
  return at;
}

test.skipIf(process.platform === "win32")(
  "a file that may not grow stops a build wherever it is, and the next build goes on",
  async () => {
    const cwd = tempFolder();
    const nothing = await runCli(["build", SAMPLES], { cwd, maxFileKb: 0 });
    expect(nothing).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(NO_ROOM) });
    expect(await runCli(["build", SAMPLES], { cwd })).toMatchObject({ code: 0 });
    const whole = await exported(cwd, "graph");
    const graph = join(cwd, "graph", "derived", "1");
    const journal = statSync(join(cwd, "graph", "journal.jsonl")).size;
    const sizes = [
      journal / 2,
      statSync(join(graph, "graph.jsonl")).size - 4096,
      statSync(join(graph, "store")).size * 0.8,
    ];
    for (const bytes of sizes) {
      const folder = `limited-${Math.round(bytes)}`;
      const full = await runCli(["build", SAMPLES, "--graph", folder], { cwd, maxFileKb: Math.floor(bytes / 1024) });
      expect(full).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(NO_ROOM) });
      const kept = readFileSync(join(cwd, folder, "journal.jsonl"), "utf8");
      expect(kept.endsWith("\n")).toBe(true);
      expect(await runCli(["build", SAMPLES, "--graph", folder], { cwd })).toMatchObject({ code: 0 });
      expect(readFileSync(join(cwd, folder, "journal.jsonl"), "utf8").startsWith(kept)).toBe(true);
      expect(await exported(cwd, folder)).toBe(whole);
    }
  },
);

test("a full disk leaves the graph as it was, and the next build goes on when there is room", async (context) => {
  const disk = mountSmall(1200);
  if (disk === undefined) return context.skip("only root may mount a small disk; the test before limits files instead");
  const cwd = tempFolder();
  const build = ["build", SAMPLES, "--graph", join(disk, "graph")];
  // The first generation has room beside the journal, the second one has none.
  await runCli(["build", join(SAMPLES, "000_26e7d26395f65de3.txt"), "--graph", join(disk, "graph")], { cwd });
  const before = await exported(cwd, join(disk, "graph"));
  const full = await runCli(build, { cwd });
  expect(full).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(NO_ROOM) });
  expect(existsSync(join(disk, "graph", "lock"))).toBe(false);
  spawnSync("mount", ["-o", "remount,size=64m", disk]);
  expect(await runCli(build, { cwd })).toMatchObject({ code: 0, stdout: expect.stringMatching(/5 articles/) });
  const after = await exported(cwd, join(disk, "graph"));
  expect(after.length).toBeGreaterThan(before.length);
  await runCli(["build", SAMPLES], { cwd });
  expect(after).toBe(await exported(cwd, "graph"));
});

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { takeLock } from "../../src/folder/lock.ts";
import { openJournal } from "../../src/folder/write-journal.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { tempFolder } from "../helpers/temp.ts";

const ignore = (): void => undefined;

/** The number of a process that was there, and is gone. */
function goneProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

/** Another process, which is there until the test is over. */
async function otherProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
  onTestFinished(() => void child.kill());
  await once(child, "spawn");
  return child.pid ?? 0;
}

const lockOf = (fields: object): string =>
  `${JSON.stringify({ pid: 1, host: hostname(), since: "2026-01-02T03:04:05.678Z", started: null, ...fields })}\n`;

test("one process writes at a time, and the next when it is done", async () => {
  const folder = tempFolder();
  const journal = await openJournal(folder, ignore);
  await expect(openJournal(folder, ignore)).rejects.toMatchObject({
    code: "GRAPH_LOCKED",
    at: join(folder, "lock"),
    message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
  });
  await journal.close();
  expect(existsSync(join(folder, "lock"))).toBe(false);
  await (await openJournal(folder, ignore)).close();
});

test("a lock that another process has taken over meanwhile is not released", async () => {
  const path = join(tempFolder(), "lock");
  const lock = await takeLock(path, ignore);
  writeFileSync(path, lockOf({}));
  await lock.release();
  expect(readFileSync(path, "utf8")).toBe(lockOf({}));
});

describe("a lock is respected", () => {
  test("of a living process", async () => {
    const path = join(tempFolder({ lock: lockOf({ pid: await otherProcess() }) }), "lock");
    await expect(takeLock(path, ignore)).rejects.toMatchObject({
      code: "GRAPH_LOCKED",
      message: expect.stringContaining("2026-01-02T03:04:05Z"),
    });
  });

  test.each([
    ["of another machine", lockOf({ pid: 999_999_999, host: "elsewhere.example" }), /on elsewhere\.example/],
    ["that cannot be read", "{", /another process is writing/],
  ])("%s", async (_, content, message) => {
    const path = join(tempFolder({ lock: content }), "lock");
    await expect(takeLock(path, ignore)).rejects.toMatchObject({
      code: "GRAPH_LOCKED",
      message: expect.stringMatching(message),
    });
    expect(readFileSync(path, "utf8")).toBe(content);
  });
});

describe("a lock is taken over", () => {
  const take = async (content: string): Promise<readonly Diagnostic[]> => {
    const path = join(tempFolder({ lock: content }), "lock");
    const diagnostics: Diagnostic[] = [];
    const lock = await takeLock(path, (diagnostic) => diagnostics.push(diagnostic));
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(existsSync(path)).toBe(false);
    return diagnostics;
  };

  test("of a process that is gone", async () => {
    expect(await take(lockOf({ pid: goneProcess() }))).toMatchObject([{ code: "LOCK_TAKEN_OVER", severity: "note" }]);
  });

  test.runIf(existsSync("/proc/self/stat"))(
    "of a process that has ended, of which its parent takes no note",
    async () => {
      const parent = spawn("sh", ["-c", "sleep 0.1 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
      onTestFinished(() => void parent.kill());
      const [said] = (await once(parent.stdout, "data")) as [Buffer];
      const pid = Number(said.toString());
      const stat = (): string => readFileSync(`/proc/${pid}/stat`, "utf8");
      await expect.poll(stat).toMatch(/\) Z /);
      const started = stat().split(") ")[1]?.split(" ")[19];
      expect(await take(lockOf({ pid, started }))).toMatchObject([{ code: "LOCK_TAKEN_OVER" }]);
    },
  );

  test.runIf(existsSync("/proc/self/stat"))("of a process whose number another one has now", async () => {
    expect(await take(lockOf({ pid: await otherProcess(), started: "1" }))).toMatchObject([
      { code: "LOCK_TAKEN_OVER" },
    ]);
  });
});

import { spawn, type ChildProcessByStdio, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** What a run of the command line came to. */
export interface Run {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Runs as this user. Only root can. */
  readonly uid?: number;
  /** No file can grow beyond this (in kB). Needs a POSIX shell, whose blocks are 512 bytes. */
  readonly maxFileKb?: number;
  /** A file or device that standard output goes to. Needs a POSIX shell. */
  readonly stdoutTo?: string;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MAIN = join(ROOT, "dist", "cli", "main.js");

/** A run that has begun. */
export type RunningCli = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the command line, as it is built. Throws where the build is older than its sources. */
export function startCli(args: readonly string[], { env, cwd, uid, maxFileKb, stdoutTo }: RunOptions = {}): RunningCli {
  checkBuild();
  const options: SpawnOptions = {
    stdio: "pipe",
    env: { ...process.env, NO_COLOR: "1", ...env },
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
  };
  const command = [process.execPath, MAIN, ...args];
  const limit = maxFileKb === undefined ? "" : `ulimit -f ${maxFileKb * 2} && `;
  const redirect = stdoutTo === undefined ? "" : ` >${stdoutTo}`;
  const inShell = ["sh", "-c", `${limit}exec "$@"${redirect}`, "sh", ...command];
  const [program = "", ...rest] = limit + redirect === "" ? command : inShell;
  return spawn(program, rest, options) as RunningCli;
}

/** Runs the command line to its end. Never throws: a test looks at the code. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = startCli(args, options);
  // A command that does not read its input may be gone before it is all written.
  child.stdin.on("error", () => undefined).end(options.stdin ?? "");
  return await outcomeOf(child);
}

/** What a run comes to. */
export async function outcomeOf(child: RunningCli): Promise<Run> {
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { code, signal, stdout, stderr };
}

/**
 * `npm test` builds what has changed before it runs the tests. A runner that was started alone does not. Throws where a file
 * of these folders is younger than the build.
 */
export function checkBuild(folders: readonly string[] = ["src"]): void {
  const built = statSync(join(ROOT, "dist", ".built"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const changed = folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .find((entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > built);
  if (changed === undefined) return;
  throw new Error(
    `dist/ is older than ${join(changed.parentPath, changed.name)}: run \`node scripts/setup.mjs\` first`,
  );
}

import { spawn, type ChildProcessByStdio, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
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
}

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const LOADER = import.meta.resolve("tsx");

/** A run that has begun. */
export type RunningCli = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the command line from its sources, so that no test runs what was built before the last change. */
export function startCli(args: readonly string[], { env, cwd, uid }: RunOptions = {}): RunningCli {
  const options: SpawnOptions = {
    stdio: "pipe",
    env: { ...process.env, NO_COLOR: "1", ...env },
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
  };
  return spawn(process.execPath, ["--import", LOADER, MAIN, ...args], options) as RunningCli;
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

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { Socket } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DragomanError } from "../errors.ts";
import { slownessAdvice } from "./dialect.ts";
import { toQueryError } from "./grafeo-errors.ts";
import { OUT_OF_MEMORY, type QueryReply, type QueryRequest } from "./query-messages.ts";
import type { QueryResult } from "./store.ts";
import { createTurns } from "./turns.ts";

export interface QueryLimits {
  /** Milliseconds from when the database is open until the process is ended. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface QueryProcessesOptions {
  /** Megabytes that a process may use, the database in it included. */
  readonly maxMemoryMb: number;
}

/** Answers queries in processes that can be ended. */
export interface QueryProcesses {
  run(request: Omit<QueryRequest, "maxMemory">, limits: QueryLimits): Promise<QueryResult>;
  /** Ends every process, also those that are answering. */
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
const MAX_HEAP_MB = 1024;
/** A process that has not opened the database by then never will. */
const START_LIMIT_MS = 60_000;

/**
 * Keeps one process ready between queries, so that only the first waits for one to start, and runs at most as many at
 * once as the machine has cores. A process that is idle keeps nobody from exiting.
 */
export function createQueryProcesses({ maxMemoryMb }: QueryProcessesOptions): QueryProcesses {
  const processes = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  const takeTurn = createTurns(availableParallelism());

  const start = (): ChildProcess => {
    const scratch = makeScratch();
    const child = startProcess(scratch);
    processes.add(child);
    child.once("exit", () => {
      rmSync(scratch, { recursive: true, force: true });
      processes.delete(child);
      const index = idle.indexOf(child);
      if (index !== -1) idle.splice(index, 1);
    });
    return child;
  };
  const release = (child: ChildProcess): void => {
    if (child.connected && !child.killed && idle.length === 0) idle.push(child);
    else child.kill("SIGKILL");
  };

  return {
    async run(request, limits) {
      const passTurn = await takeTurn(limits.signal);
      try {
        limits.signal?.throwIfAborted();
        const child = idle.pop() ?? start();
        try {
          const reply = await exchange(child, { ...request, maxMemory: maxMemoryMb * MEGABYTE }, limits);
          if (reply.type === "result") return reply.result;
          if (reply.type === "refused") throw toQueryError(request.cypher, reply.failure);
          throw new DragomanError(reply.code, reply.message);
        } finally {
          release(child);
        }
      } finally {
        passTurn();
      }
    },
    async close() {
      const ended = [...processes].map((child) => once(child, "exit"));
      for (const child of processes) {
        // Who waits for the end must not end before it.
        child.ref();
        child.kill("SIGKILL");
      }
      await Promise.all(ended);
    },
  };
}

/** A folder for what does not fit into the memory of the database, which a process that is ended leaves behind. */
function makeScratch(): string {
  try {
    return mkdtempSync(join(tmpdir(), "dragoman-query-"));
  } catch (error) {
    throw unavailable(error instanceof Error ? error.message : String(error), error);
  }
}

/**
 * The program beside this file, in the form in which this file runs: JavaScript once built, TypeScript in tests and
 * while developing, which Node.js 20 reads with the help of tsx.
 */
function startProcess(scratch: string): ChildProcess {
  const extension = extname(import.meta.url);
  const loader = extension === ".ts" ? ["--import", tsxLoader()] : [];
  const child = fork(fileURLToPath(new URL(`./query-child${extension}`, import.meta.url)), [], {
    execArgv: [...loader, `--max-old-space-size=${MAX_HEAP_MB}`],
    env: { ...process.env, TMPDIR: scratch },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  return child;
}

function tsxLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

type FinalReply = Exclude<QueryReply, { readonly type: "begun" }>;

function exchange(child: ChildProcess, request: QueryRequest, limits: QueryLimits): Promise<FinalReply> {
  const { timeoutMs, signal } = limits;
  let said = "";
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      child.stderr?.off("data", onSaid);
      signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const stop = (error: unknown): void => {
      finish(() => reject(error));
      child.kill("SIGKILL");
    };
    const onMessage = (message: unknown): void => {
      const reply = message as QueryReply;
      if (reply.type !== "begun") return finish(() => resolve(reply));
      clearTimeout(timer);
      timer = setTimeout(() => stop(tooLong(request.cypher, timeoutMs)), timeoutMs);
    };
    const onExit = (code: number | null, exitSignal: NodeJS.Signals | null): void =>
      finish(() => reject(endOf(request, code, exitSignal, said)));
    const onError = (error: Error): void => stop(unavailable(error.message, error));
    const onSaid = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-2000);
    };
    const onAbort = (): void => stop(signal?.reason);
    let timer = setTimeout(
      () => stop(unavailable(`it did not start within ${START_LIMIT_MS / 1000} s`)),
      START_LIMIT_MS,
    );
    child.on("message", onMessage).on("exit", onExit).on("error", onError);
    child.stderr?.on("data", onSaid);
    signal?.addEventListener("abort", onAbort);
    child.send(request);
  });
}

function tooLong(cypher: string, timeoutMs: number): DragomanError {
  return new DragomanError("QUERY_LIMIT", `the query was ended after ${timeoutMs / 1000} s: ${slownessAdvice(cypher)}`);
}

/** What an exit means. V8 aborts when its own heap is full. */
function endOf(
  { cypher, maxMemory }: QueryRequest,
  code: number | null,
  signal: NodeJS.Signals | null,
  said: string,
): DragomanError {
  if (code === OUT_OF_MEMORY || signal === "SIGABRT") {
    return new DragomanError(
      "QUERY_LIMIT",
      `the query was ended because it needs more than ${maxMemory / MEGABYTE} MB of memory: ${slownessAdvice(cypher)}`,
    );
  }
  const error = /^.*Error.*$/m.exec(said)?.[0];
  return unavailable(`it ended with ${signal ?? `code ${String(code)}`}${error === undefined ? "" : `: ${error}`}`);
}

function unavailable(why: string, cause?: unknown): DragomanError {
  return new DragomanError("STORE_UNAVAILABLE", `the process that answers queries does not: ${why}`, { cause });
}

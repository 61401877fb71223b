import { CommanderError } from "commander";
import { DragomanError } from "../errors.ts";

/** 0 done, 1 failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What the process exits with after an error. Asking for help or the version is none. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof DragomanError && error.code === "USAGE" ? 2 : 1;
}

/** What to tell of an error; `undefined` where the parser of the command line has told it already. */
export function describeFailure(error: unknown): string | undefined {
  if (error instanceof CommanderError) return undefined;
  if (error instanceof DragomanError) return error.message;
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `a mistake of this program; please report it with what you did: ${details}`;
}

import type { DragomanError } from "../errors.ts";

/** Runs something that Ctrl-C ends, with `reason`. A second Ctrl-C ends the process. */
export async function withInterrupt<Result>(
  reason: DragomanError,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(reason);
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await run(stop.signal);
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

#!/usr/bin/env node
import { createProgram } from "./program.ts";

// A reader that has seen enough closes the pipe: `dragoman query … | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await createProgram().parseAsync();
} catch (error) {
  const { describeFailure, exitCodeOf } = await import("./failure.ts");
  const message = describeFailure(error);
  if (message !== undefined) (await import("./logger.ts")).logger.error(message);
  process.exitCode = exitCodeOf(error);
}

#!/usr/bin/env node
import { createProgram } from "./program.ts";

// A reader that has seen enough closes the pipe: `dragoman query … | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`error: standard output cannot be written (${error.message}); send it elsewhere\n`);
  process.exit(1);
});

// A promise alone keeps no process alive, and a command may wait for what does not either: a child without reference.
const alive = setInterval(() => undefined, 2 ** 30);
try {
  await createProgram().parseAsync();
} catch (error) {
  const { describeFailure, exitCodeOf } = await import("./failure.ts");
  const message = describeFailure(error);
  if (message !== undefined) (await import("./logger.ts")).logger.error(message);
  process.exitCode = exitCodeOf(error);
} finally {
  clearInterval(alive);
}

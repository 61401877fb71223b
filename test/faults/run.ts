import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../../src/graph/random.ts";
import { killBuilder } from "./kill-builder.ts";

/** `npm run faults -- 60 7`: kills a builder 60 times, at times that follow from the number 7. */
const [, , kills = "50", seed = "1"] = process.argv;
const cwd = mkdtempSync(join(tmpdir(), "dragoman-faults-"));
try {
  const { killed, ended, faults } = await killBuilder(cwd, Number(kills), createRandom(Number(seed)));
  process.stdout.write(`${killed} builders killed, ${ended} had ended before; ${faults.length} faults\n`);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(cwd, { recursive: true, force: true });
}

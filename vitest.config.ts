import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/helpers/neo4j-setup.ts"],
    // Many tests wait for programs that they start, so that even two cores are not busy with one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What is compiled of the seeds is read once by a worker, and not by each file.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // As patient as the browser's own waiting: what a server does may take a while where others are busy beside it.
    expect: { poll: { timeout: 15_000 } },
  },
});

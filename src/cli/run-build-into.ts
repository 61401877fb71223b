import type { BuildOptions } from "../pipeline/build-folder.ts";
import { openNeo4j } from "./neo4j.ts";
import { runBuild } from "./run-build.ts";
import { type LoadOptions, runLoad } from "./run-load.ts";

/** A database beside the one in the graph's folder. */
interface Target {
  /** Throws where it cannot be reached, before a long build. */
  readonly check: () => Promise<void>;
  readonly load: (folder: string, options: LoadOptions) => Promise<void>;
}

/** What `--store` can name. */
const TARGETS = {
  neo4j: {
    check: async () => (await openNeo4j(undefined)).close(),
    load: runLoad,
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetId = keyof typeof TARGETS;

/** Builds a graph, and sends what has changed to a database. Returns what `runBuild` returns. */
export async function runBuildInto(
  target: TargetId,
  build: Omit<BuildOptions, "signal" | "onEvent">,
  options: LoadOptions,
): Promise<boolean> {
  const { check, load }: Target = TARGETS[target];
  await check();
  return await runBuild(build, () => load(build.graphFolder, options));
}

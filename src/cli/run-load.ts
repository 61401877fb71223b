import { DragomanError } from "../errors.ts";
import type { OpenGraph } from "../pipeline/open-graph.ts";
import type { SyncCounts, SyncResult } from "../stores/neo4j-sync.ts";
import { withInterrupt } from "./interrupt.ts";
import { logger } from "./logger.ts";
import { openNeo4j } from "./neo4j.ts";
import { countOf, print } from "./output.ts";
import { createProgressDisplay } from "./progress.ts";
import { withGraph } from "./with-graph.ts";

export interface LoadOptions {
  /** Default: `NEO4J_URI`. */
  readonly uri?: string | undefined;
  readonly prune?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/** A server may be started again while a graph is loaded, and that takes a while. */
const RETRY_MS = 60_000;

/** Loads the graph of a folder into Neo4j. Ctrl-C stops it between two batches; loading again completes it. */
export async function runLoad(folder: string, options: LoadOptions): Promise<void> {
  await withGraph(folder, (graph) => loadGraph(graph, options));
}

/** Brings Neo4j in line with a graph, and tells what that came to. */
export async function loadGraph(
  { view, size }: Pick<OpenGraph, "view" | "size">,
  { uri, prune = false, dryRun = false }: LoadOptions,
): Promise<void> {
  const stopped = new DragomanError("OUTPUT", `stopped before the graph was loaded; ${COMPLETION}`);
  const store = await openNeo4j(uri, { retryMs: RETRY_MS });
  const display = createProgressDisplay(process.stderr);
  const total = size.nodes + size.edges;
  let told = false;
  const onRetry = (): void => {
    if (told) return;
    told = true;
    display.clear();
    logger.warn(`Neo4j is busy or away; trying again for ${RETRY_MS / 1000} s`);
  };
  try {
    const result = await withInterrupt(stopped, (signal) =>
      store.sync(view, {
        prune,
        dryRun,
        signal,
        onRetry,
        onProgress: ({ phase, done }) => {
          const compared = phase === "nodes" ? done : size.nodes + done;
          display.update({ type: "progress", step: "load", done: compared, total });
        },
      }),
    );
    display.clear();
    await print(`${describeLoad(result, dryRun)}\n`);
    tellOfGone(result, prune, dryRun);
  } catch (error) {
    throw error instanceof DragomanError && error !== stopped && !dryRun ? incomplete(error) : error;
  } finally {
    display.clear();
    await store.close();
  }
}

const COMPLETION = "what was written stays, and the same command completes it";

function incomplete(error: DragomanError): DragomanError {
  return new DragomanError(error.code, `${error.message}. The graph is not loaded whole: ${COMPLETION}`, {
    cause: error,
  });
}

/** `2 nodes and 5 edges`, without what there is none of. */
function both({ nodes, edges }: SyncResult, count: (counts: SyncCounts) => number): string {
  return [
    ...(count(nodes) > 0 ? [countOf(count(nodes), "node")] : []),
    ...(count(edges) > 0 ? [countOf(count(edges), "edge")] : []),
  ].join(" and ");
}

/** `Loaded 12 nodes and 34 edges into Neo4j: 2 nodes and 5 edges new, 1 node changed, 1 edge removed`. */
export function describeLoad(result: SyncResult, dryRun: boolean): string {
  const parts = [
    [both(result, ({ made }) => made), "new"],
    [both(result, ({ changed }) => changed), "changed"],
    [both(result, ({ removed }) => removed), "removed"],
  ].flatMap(([what, how]) => (what === "" ? [] : [`${what} ${how}`]));
  const whole = `${countOf(result.nodes.total, "node")} and ${countOf(result.edges.total, "edge")}`;
  if (dryRun) return `Would load ${whole} into Neo4j: ${parts.length === 0 ? "nothing to write" : parts.join(", ")}`;
  return parts.length === 0
    ? `Neo4j has these ${whole} already: nothing was written`
    : `Loaded ${whole} into Neo4j: ${parts.join(", ")}`;
}

function tellOfGone(result: SyncResult, prune: boolean, dryRun: boolean): void {
  const what = both(result, ({ gone, removed }) => gone - removed);
  if (what === "") return;
  if (!prune) logger.info(`${what} that an earlier load wrote are not in the graph; --prune removes them`);
  else if (!dryRun)
    logger.info(`${what} that are not in the graph stay, since others have connected something to them`);
}

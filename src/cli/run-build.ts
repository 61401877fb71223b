import { buildFolder, type BuildOptions, type BuildResult } from "../pipeline/build-folder.ts";
import type { OnEvent } from "../pipeline/events.ts";
import { logDiagnostic, logger } from "./logger.ts";
import { countOf, print } from "./output.ts";
import { createProgressDisplay } from "./progress.ts";

/**
 * Builds a graph and tells how it goes. `afterwards` follows unless the build was stopped. Returns whether everything that
 * was given is in the graph.
 */
export async function runBuild(
  options: Omit<BuildOptions, "signal" | "onEvent">,
  afterwards: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const stop = new AbortController();
  const onSignal = (): void => {
    logger.info("Stopping after the articles that are begun. Press Ctrl-C again to stop at once.");
    stop.abort();
  };
  // Once: the second signal ends the process, as it does everywhere.
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const { onEvent, clear } = createEventDisplay();
  let result: BuildResult;
  try {
    result = await buildFolder({ ...options, signal: stop.signal, onEvent });
  } catch (error) {
    if (stop.signal.aborted && error === stop.signal.reason) {
      logger.error("Stopped before anything was read.");
      return false;
    }
    throw error;
  } finally {
    clear();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
  const whole = await tellResult(result, options.graphFolder);
  if (result.size !== undefined) await afterwards();
  return whole;
}

/** Draws the progress of a build, and tells what it reports. */
export function createEventDisplay(): { readonly onEvent: OnEvent; readonly clear: () => void } {
  const display = createProgressDisplay(process.stderr);
  return {
    clear: display.clear,
    onEvent: (event) => {
      if (event.type === "progress") display.update(event);
      else {
        display.clear();
        logDiagnostic(event.diagnostic);
      }
    },
  };
}

async function tellResult(result: BuildResult, folder: string): Promise<boolean> {
  const read = `${countOf(result.extracted, "article")} read`;
  if (result.size === undefined) {
    const left = countOf(result.pending, "article");
    logger.error(`Stopped: ${read}, ${left} to go. The same command goes on from there.`);
    return false;
  }
  const { nodes, edges } = result.size;
  const known = result.articles - result.pending - result.extracted - result.given;
  const given = result.given === 0 ? "" : `${result.given} read elsewhere, `;
  await print(
    `${folder}: ${countOf(result.articles, "article")} (${read}, ${given}${known} known), ` +
      `${countOf(nodes, "node")}, ${countOf(edges, "edge")}\n`,
  );
  if (result.errors > 0) {
    const what = countOf(result.errors, "part of the input is", "parts of the input are");
    logger.error(`${what} not in the graph, as told above; the rest is`);
  }
  return result.errors === 0;
}

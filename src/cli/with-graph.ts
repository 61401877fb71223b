import { openGraph, type OpenGraph } from "../pipeline/open-graph.ts";
import { createEventDisplay } from "./run-build.ts";

/** Opens the graph of a folder, tells what opening it reports, and closes it when it was used. */
export async function withGraph<Result>(folder: string, use: (graph: OpenGraph) => Promise<Result>): Promise<Result> {
  const { onEvent, clear } = createEventDisplay();
  const graph = await openGraph(folder, { onEvent }).finally(clear);
  try {
    return await use(graph);
  } finally {
    clear();
    await graph.close();
  }
}

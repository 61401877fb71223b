import { DragomanError } from "../errors.ts";
import { withInterrupt } from "./interrupt.ts";
import { openNeo4j } from "./neo4j.ts";
import { countOf, print } from "./output.ts";
import { createProgressDisplay } from "./progress.ts";
import { withGraph } from "./with-graph.ts";

/** Loads the graph of a folder into Neo4j. Ctrl-C stops it between two batches; loading again completes it. */
export async function runLoad(folder: string, uri: string | undefined): Promise<void> {
  const stopped = new DragomanError("OUTPUT", "stopped before the graph was loaded; the same command completes it");
  await withGraph(folder, async (open) => {
    const graph = await open.graph();
    const store = await openNeo4j(uri);
    const display = createProgressDisplay(process.stderr);
    const total = graph.nodeCount + graph.edgeCount;
    try {
      const { nodes, edges } = await withInterrupt(stopped, (signal) =>
        store.write(graph, {
          signal,
          onProgress: ({ phase, done }) => {
            const written = phase === "nodes" ? done : graph.nodeCount + done;
            display.update({ type: "progress", step: "store", done: written, total });
          },
        }),
      );
      display.clear();
      await print(`Loaded ${countOf(nodes, "node")} and ${countOf(edges, "edge")} into Neo4j\n`);
    } finally {
      display.clear();
      await store.close();
    }
  });
}

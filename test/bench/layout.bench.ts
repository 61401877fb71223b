import { bench, describe } from "vitest";
import { layoutGraph } from "../../src/graph/layout.ts";
import { plantedGraph } from "../graph/planted.ts";

describe("layout", () => {
  for (const [nodes, edges, communities] of [
    [60, 200, 4],
    [1_000, 5_000, 10],
    [10_000, 50_000, 40],
  ] as const) {
    const graph = plantedGraph({ nodes, edges, communities });
    bench(
      `${nodes} nodes, ${edges} edges`,
      () => {
        layoutGraph(graph, { seed: 1 });
      },
      { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
  }
});

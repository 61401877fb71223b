import { layoutGraph } from "../../src/graph/layout.ts";
import { plantedGraph } from "../graph/planted.ts";
import { best, figure, type Section } from "./measure.ts";

/** How long a graph takes to be laid out. */
export async function layout(): Promise<Section> {
  const rows: string[][] = [];
  for (const [nodes, edges, communities] of [
    [60, 200, 4],
    [1_000, 5_000, 10],
    [10_000, 50_000, 40],
  ] as const) {
    const graph = plantedGraph({ nodes, edges, communities });
    const { wall, processor } = await best(() => layoutGraph(graph, { seed: 1 }), { warm: 1, counted: 2 });
    rows.push([String(nodes), String(edges), figure(wall), figure(processor)]);
  }
  return { title: "Layout of a planted graph:", columns: ["nodes", "edges", "ms", "processor time, ms"], rows };
}

import { expect, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { article, edge, entity } from "../helpers/graph.ts";
import { readOntology } from "../helpers/served-graph.ts";

test("the columns of a graph count the facts of a node without its articles, and have places to a pixel", () => {
  const graph = createGraph(
    [entity("a"), entity("b"), article("c:1")],
    [
      edge("f1", "a", "MET", "b"),
      edge("f2", "a", "PRAISED", "b"),
      edge("f3", "a", "MENTIONED_IN", "c:1"),
      edge("f4", "b", "MENTIONED_IN", "c:1"),
    ],
  );
  const positions = new Map([["a", { x: 1.234567, y: -2 / 3 }]]);
  const { nodes } = toGraphData(graph, positions, readOntology(), []);
  expect(nodes).toMatchObject({ id: ["a", "b", "c:1"], degree: [2, 2, 2], x: [1.2346, 0, 0], y: [-0.6667, 0, 0] });
});

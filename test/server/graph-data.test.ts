import { expect, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { article, edge, entity, event } from "../helpers/graph.ts";
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

test("a fact that says no time itself was when the event at one of its ends was", () => {
  const days = { dateFrom: "2022-05-06", dateTo: "2022-05-07" };
  const graph = createGraph(
    [entity("a"), event("event:call", days)],
    [
      edge("f1", "a", "PARTICIPATED_IN", "event:call"),
      edge("f2", "event:call", "LOCATED_IN", "a", { dateFrom: "2022-05-01", dateTo: null }),
      edge("f3", "a", "PRAISED", "a"),
    ],
  );
  const { edges } = toGraphData(graph, new Map(), readOntology(), []);
  expect(edges).toMatchObject({ id: ["f1", "f2", "f3"], from: [19_118, 19_113, null], to: [19_119, null, null] });
});

import { describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { edge, entity } from "../helpers/graph.ts";

describe("createGraph", () => {
  const graph = createGraph(
    [entity("person:b"), entity("person:a"), entity("person:c")],
    [
      edge("fact:2", "person:b", "MET", "person:a"),
      edge("fact:1", "person:a", "MET", "person:b"),
      edge("fact:3", "person:b", "MET", "person:b"),
    ],
  );

  it("keeps nodes and edges by id", () => {
    expect([...graph.nodes()].map(({ id }) => id)).toEqual(["person:a", "person:b", "person:c"]);
    expect([...graph.edges()].map(({ id }) => id)).toEqual(["fact:1", "fact:2", "fact:3"]);
    expect([graph.nodeCount, graph.edgeCount]).toEqual([3, 3]);
  });

  it.each([
    ["person:a", ["fact:1", "fact:2"]],
    ["person:b", ["fact:1", "fact:2", "fact:3"]],
    ["person:c", []],
    ["person:z", []],
  ])("knows the edges of %s, a loop once", (id, edges) => {
    expect(graph.edgesOf(id).map((found) => found.id)).toEqual(edges);
  });

  it("finds by id", () => {
    expect([graph.node("person:b")?.id, graph.edge("fact:2")?.id]).toEqual(["person:b", "fact:2"]);
    expect([graph.node("fact:2"), graph.edge("person:b")]).toEqual([undefined, undefined]);
  });

  it("refuses an edge that ends nowhere", () => {
    expect(() => createGraph([entity("person:a")], [edge("fact:1", "person:a", "MET", "person:z")])).toThrow(
      RangeError,
    );
  });

  it("may be empty", () => {
    expect([...createGraph([], []).nodes()]).toEqual([]);
  });
});

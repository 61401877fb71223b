import { describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { centresOf, neighbourhood, type NeighbourhoodOptions } from "../../src/graph/neighbourhood.ts";
import { article, edge, entity } from "../helpers/graph.ts";

const GRAPH = createGraph(
  [...["m", "a", "b", "z", "far"].map((id) => entity(id)), article("article:1")],
  [
    edge("f1", "m", "MET", "a", { weight: 1 }),
    edge("f2", "b", "MET", "m", { weight: 2 }),
    edge("f3", "m", "MET", "z", { weight: 3 }),
    edge("f4", "a", "MET", "b", { modality: "alleged" }),
    edge("f5", "a", "MET", "far", { weight: 9 }),
    edge("f6", "z", "MENTIONED_IN", "article:1"),
    edge("f7", "far", "MENTIONED_IN", "article:1"),
  ],
);

function around(id: string, options: Partial<NeighbourhoodOptions> = {}): readonly [string, string, boolean] {
  const part = neighbourhood(GRAPH, centresOf(GRAPH, id), { steps: 1, limit: 100, isWanted: () => true, ...options });
  expect([...part.graph.nodes()].map((node) => node.id)).toEqual([...part.nearest].sort());
  return [part.nearest.join(" "), [...part.graph.edges()].map((fact) => fact.id).join(" "), part.complete];
}

describe("neighbourhood", () => {
  it("takes the nearest first, of them those that most texts report, and all facts between", () => {
    expect(around("m")).toEqual(["m z b a", "f1 f2 f3 f4", true]);
    expect(around("m", { steps: 2 })).toEqual(["m z b a far", "f1 f2 f3 f4 f5", true]);
  });

  it("ranks a neighbour by the fact that most texts report, whatever its others are", () => {
    const graph = createGraph(
      ["m", "a", "b"].map((id) => entity(id)),
      [
        edge("f1", "m", "MET", "b", { weight: 5 }),
        edge("f2", "m", "PRAISED", "b", { weight: 1 }),
        edge("f3", "m", "MET", "a", { weight: 3 }),
      ],
    );
    const part = neighbourhood(graph, centresOf(graph, "m"), { steps: 1, limit: 2, isWanted: () => true });
    expect(part.nearest).toEqual(["m", "b"]);
  });

  it("ends at its limit, and says so", () => {
    expect(around("m", { limit: 3, steps: 2 })).toEqual(["m z b", "f2 f3", false]);
    expect(around("m", { limit: 4, steps: 2 })).toEqual(["m z b a", "f1 f2 f3 f4", false]);
    expect(around("m", { limit: 5, steps: 2 })[2]).toBe(true);
  });

  it("goes by wanted facts only", () => {
    expect(around("m", { steps: 2, isWanted: ({ weight }) => weight > 1 })).toEqual(["m z b", "f2 f3", true]);
    expect(around("m", { isWanted: ({ modality }) => modality === "actual" })[1]).toBe("f1 f2 f3");
  });

  it("does not lead through articles, but from one", () => {
    expect(around("z", { steps: 3 })[0]).not.toContain("article");
    expect(around("article:1")).toEqual(["article:1 far z", "f6 f7", true]);
  });

  it("of a fact is that of its two ends, which no limit leaves out", () => {
    expect(around("f4")).toEqual(["a b far m", "f1 f2 f4 f5", true]);
    expect(around("f4", { limit: 1 })).toEqual(["a b", "f4", false]);
    expect(around("f6")[0]).toBe("z article:1 m far");
  });

  it("of what is not there is nothing", () => {
    expect(around("nobody")).toEqual(["", "", true]);
  });
});

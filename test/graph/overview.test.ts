import { describe, expect, it } from "vitest";
import { overviewOf } from "../../src/graph/overview.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { starSource } from "../helpers/star-graph.ts";

describe("the overview of a graph", () => {
  const star = starSource(30);

  it("has the nodes with most facts, and what is between them", () => {
    const overview = overviewOf(star.graph, { nodes: 3, facts: 100 });
    expect([...overview.nodes()].map(({ id }) => id)).toEqual(["gov:00001", star.busy, star.centre]);
    expect(overview.edgeCount).toBe(4);
  });

  it("has no more facts than asked for, those first that most texts report", () => {
    const { graph } = servedSource();
    const overview = overviewOf(graph, { nodes: 1000, facts: 3 });
    const weights = [...graph.edges()].map(({ weight }) => weight).sort((a, b) => b - a);
    expect([...overview.edges()].map(({ weight }) => weight).sort((a, b) => b - a)).toEqual(weights.slice(0, 3));
  });

  it("leaves out articles", () => {
    const overview = overviewOf(servedSource().graph, { nodes: 1000, facts: 1000 });
    expect([...overview.nodes()].filter(({ type }) => type === "article")).toEqual([]);
    expect([...overview.edges()].filter(({ relation }) => relation === "MENTIONED_IN")).toEqual([]);
  });
});

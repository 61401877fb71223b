import { describe, expect, it } from "vitest";
import { type Pair, pairsOf } from "../../src/exporters/pairs.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { GraphEdge } from "../../src/model/graph.ts";
import { edge, entity } from "../helpers/graph.ts";

async function pairs(...edges: readonly GraphEdge[]): Promise<readonly Pair[]> {
  const nodes = ["a", "b", "b c", "c"].map((id) => entity(id));
  const found: Pair[] = [];
  for await (const pair of pairsOf(createGraph(nodes, edges))) found.push(pair);
  return found;
}

describe("the pairs of a graph", () => {
  it("have all relations and modalities sorted, each once, the sum of weights and the time from first to last", async () => {
    const met = { weight: 2, dateFrom: "2022-05-06", dateTo: "2022-05-06" };
    expect(
      await pairs(
        edge("fact:1", "a", "VISITED", "b", met),
        edge("fact:2", "a", "MET", "b", { modality: "planned", dateFrom: "2021-01-01", dateTo: "2021-12-31" }),
        edge("fact:3", "a", "MET", "b", { weight: 3, dateTo: "2023-02-01" }),
        edge("fact:4", "a", "ACCUSED", "b", { modality: "alleged" }),
      ),
    ).toEqual([
      {
        id: "a b",
        source: "a",
        target: "b",
        relations: ["ACCUSED", "MET", "VISITED"],
        modalities: ["actual", "alleged", "planned"],
        facts: 4,
        weight: 7,
        dateFrom: "2021-01-01",
        dateTo: "2023-02-01",
      },
    ]);
  });

  it("are told from each other by direction, and come in the order of their ends", async () => {
    const found = await pairs(
      edge("fact:1", "c", "MET", "a"),
      edge("fact:2", "b c", "MET", "a"),
      edge("fact:3", "b", "MET", "b c"),
      edge("fact:4", "b", "MET", "a"),
      edge("fact:5", "a", "MET", "b"),
    );
    expect(found.map(({ source, target }) => [source, target])).toEqual([
      ["a", "b"],
      ["b", "a"],
      ["b", "b c"],
      ["b c", "a"],
      ["c", "a"],
    ]);
    expect(found.every(({ dateFrom, dateTo }) => dateFrom === null && dateTo === null)).toBe(true);
  });
});

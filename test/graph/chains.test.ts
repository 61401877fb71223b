import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortestChains } from "../../src/graph/chains.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { neighbourhood } from "../../src/graph/neighbourhood.ts";
import type { Graph } from "../../src/model/graph.ts";
import { article, edge, entity } from "../helpers/graph.ts";

const IDS = ["a", "b", "c", "d", "e", "f", "g"];
const every = (): boolean => true;

/** Graphs of seven nodes, with facts of several weights between them, some of them parallel. */
const graphs = fc
  .array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.integer({ min: 1, max: 4 })), { maxLength: 14 })
  .map((facts) =>
    createGraph(
      IDS.map((id) => entity(id)),
      facts.map(([from, to, weight], index) => edge(`f${index}`, from, "MET", to, { weight })),
    ),
  );

/** Every chain without a loop, by trying all. */
function allChains(graph: Graph, ids: readonly string[], to: string): readonly (readonly string[])[] {
  const last = ids.at(-1) ?? "";
  if (last === to) return [ids];
  const others = new Set(graph.edgesOf(last).map(({ source, target }) => (source === last ? target : source)));
  return [...others].filter((id) => !ids.includes(id)).flatMap((id) => allChains(graph, [...ids, id], to));
}

function weightOf(graph: Graph, ids: readonly string[]): number {
  const stepWeight = (one: string, other: string): number =>
    Math.max(
      ...graph
        .edgesOf(one)
        .filter(({ source, target }) => (source === one ? target : source) === other)
        .map(({ weight }) => weight),
    );
  return ids.slice(1).reduce((sum, id, index) => sum + stepWeight(ids[index] ?? "", id), 0);
}

describe("shortestChains", () => {
  it("finds all of the shortest, the weightiest first", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 4 }), (graph, limit) => {
        const all = allChains(graph, ["a"], "g");
        const length = Math.min(...all.map((ids) => ids.length - 1));
        const shortest = all.filter((ids) => ids.length - 1 === length);
        const found = shortestChains(graph, "a", "g", { maxSteps: 6, limit, isWanted: every, mayPass: every });
        expect(found.length).toBe(all.length === 0 ? undefined : length);
        expect(found.total).toBe(shortest.length);
        const weights = shortest.map((ids) => weightOf(graph, ids)).sort((x, y) => y - x);
        expect(found.chains.map((ids) => weightOf(graph, ids))).toEqual(weights.slice(0, limit));
        const written = shortest.map(String);
        for (const ids of found.chains) expect(written).toContain(String(ids));
      }),
      { numRuns: 300 },
    );
  });

  const line = createGraph(
    [entity("a"), entity("b", { kind: "Place" }), entity("c")],
    [edge("ab", "b", "MET", "a"), edge("bc", "b", "MET", "c", { modality: "denied" })],
  );
  it.each([
    ["as far as it may go", {}, 2],
    ["no farther", { maxSteps: 1 }, undefined],
    [
      "along wanted facts only",
      { isWanted: ({ modality }: { readonly modality: string }) => modality !== "denied" },
      undefined,
    ],
    ["through wanted nodes only", { mayPass: ({ kind }: { readonly kind: string }) => kind !== "Place" }, undefined],
  ])("goes %s", (_, options, length) => {
    const given = { maxSteps: 4, limit: 5, isWanted: every, mayPass: every, ...options };
    expect(shortestChains(line, "a", "c", given).length).toBe(length);
  });

  it("needs no step from a node to itself", () => {
    const options = { maxSteps: 1, limit: 1, isWanted: every, mayPass: every };
    expect(shortestChains(line, "a", "a", options)).toEqual({ length: 0, total: 1, chains: [["a"]] });
  });
});

describe("neighbourhood", () => {
  const graph = createGraph(
    [...["a", "b", "c", "d"].map((id) => entity(id)), article("article:1")],
    [
      edge("ab", "a", "MET", "b"),
      edge("ac", "c", "MET", "a", { weight: 3 }),
      edge("bc", "b", "MET", "c"),
      edge("cd", "c", "MET", "d"),
      edge("m", "a", "MENTIONED_IN", "article:1"),
      edge("n", "d", "MENTIONED_IN", "article:1"),
    ],
  );
  const around = (id: string, steps: number, limit: number): readonly [string, string, boolean] => {
    const centre = graph.node(id);
    if (centre === undefined) throw new Error(`no ${id}`);
    const part = neighbourhood(graph, [centre], { steps, limit, isWanted: every });
    const ids = (items: Iterable<{ readonly id: string }>): string => [...items].map((item) => item.id).join(" ");
    return [ids(part.graph.nodes()), ids(part.graph.edges()), part.complete];
  };

  it.each([
    ["a", 1, 10, "a b c", "ab ac bc", true],
    ["a", 2, 10, "a b c d", "ab ac bc cd", true],
    ["a", 2, 2, "a c", "ac", false],
    ["article:1", 1, 10, "a article:1 d", "m n", true],
  ])("of %s, %i steps, %i nodes", (id, steps, limit, nodes, edges, complete) => {
    expect(around(id, steps, limit)).toEqual([nodes, edges, complete]);
  });
});

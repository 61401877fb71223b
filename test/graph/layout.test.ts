import { describe, expect, it } from "vitest";
import { layoutGraph } from "../../src/graph/layout.ts";
import { LEAST_DISTANCE } from "../../src/graph/layout-space.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { Graph, GraphNode, Positions } from "../../src/model/graph.ts";
import { sampleGraph } from "../exporters/sample.ts";
import { article, edge, entity } from "../helpers/graph.ts";
import { communityOf, plantedGraph } from "./planted.ts";

const seed = 1;

function distance(positions: Positions, one: string, other: string): number {
  const a = positions.get(one);
  const b = positions.get(other);
  if (a === undefined || b === undefined) throw new Error(`no position: ${one}, ${other}`);
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** All pairs of nodes. */
function pairsOf(graph: Graph): readonly (readonly [string, string])[] {
  const ids = [...graph.nodes()].map((node) => node.id);
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
}

/** The same graph, its nodes and edges handed over in another order. */
function reversed(graph: Graph): Graph {
  return {
    ...graph,
    nodes: () => [...graph.nodes()].reverse(),
    edges: () => [...graph.edges()].reverse(),
  };
}

function people(count: number, prefix = "person:"): ReturnType<typeof entity>[] {
  return Array.from({ length: count }, (_, index) => entity(`${prefix}${index}`));
}

describe("layoutGraph", () => {
  it("has nothing to place in an empty graph", () => {
    expect(layoutGraph(createGraph([], []), { seed }).size).toBe(0);
  });

  it("places a single node, with a loop or without, in the middle", () => {
    const node = entity("person:a");
    const middle = new Map([["person:a", { x: 0, y: 0 }]]);
    expect(layoutGraph(createGraph([node], []), { seed })).toEqual(middle);
    expect(layoutGraph(createGraph([node], [edge("fact:1", "person:a", "SPOKE_WITH", "person:a")]), { seed })).toEqual(
      middle,
    );
  });

  it.each([
    ["two nodes", createGraph(people(2), [edge("fact:1", "person:0", "SPOKE_WITH", "person:1")])],
    ["nodes without edges", createGraph(people(40), [])],
    [
      "a star",
      createGraph(
        people(60),
        people(59).map((_, n) => edge(`fact:${n}`, "person:0", "SPOKE_WITH", `person:${n + 1}`)),
      ),
    ],
    [
      "a chain",
      createGraph(
        people(60),
        people(59).map((_, n) => edge(`fact:${n}`, `person:${n}`, "SPOKE_WITH", `person:${n + 1}`)),
      ),
    ],
    ["one of everything", sampleGraph()],
    ["communities", plantedGraph({ nodes: 300, edges: 1200, communities: 6 })],
    ["more nodes than one level takes", plantedGraph({ nodes: 1200, edges: 4000, communities: 12 })],
  ])("places %s without overlaps, with three decimals", (_what, graph) => {
    const positions = layoutGraph(graph, { seed });
    expect([...positions.keys()].sort()).toEqual([...graph.nodes()].map((node) => node.id));
    for (const { x, y } of positions.values()) {
      for (const value of [x, y]) {
        expect(Number.isFinite(value)).toBe(true);
        expect(Object.is(value, Number(value.toFixed(3)))).toBe(true);
      }
    }
    const tooClose = pairsOf(graph).filter(([one, other]) => distance(positions, one, other) < LEAST_DISTANCE - 0.01);
    expect(tooClose).toEqual([]);
  });

  it("gives the same picture for the same seed, in whatever order the graph comes", () => {
    const graph = plantedGraph({ nodes: 600, edges: 2000, communities: 6 });
    const first = layoutGraph(graph, { seed });
    expect(layoutGraph(graph, { seed })).toEqual(first);
    expect(layoutGraph(reversed(graph), { seed })).toEqual(first);
    expect(layoutGraph(graph, { seed: 2 })).not.toEqual(first);
  });

  it.each([
    ["on one level", { nodes: 240, edges: 1200, communities: 6 }],
    ["on several levels", { nodes: 1200, edges: 6000, communities: 12 }],
  ])("keeps what is connected close and communities apart, %s", (_what, size) => {
    const graph = plantedGraph(size);
    const positions = layoutGraph(graph, { seed });
    const pairs = pairsOf(graph);
    const all = mean(pairs.map(([one, other]) => distance(positions, one, other)));
    const connected = mean([...graph.edges()].map((item) => distance(positions, item.source, item.target)));
    const within = mean(
      pairs
        .filter(([one, other]) => communityOf(one) === communityOf(other))
        .map(([one, other]) => distance(positions, one, other)),
    );
    expect(connected).toBeLessThan(0.5 * all);
    expect(within).toBeLessThan(0.35 * all);
  });

  it("counts edges side by side as one that is a little stronger", () => {
    const triangle = (copies: number): Graph =>
      createGraph(people(3), [
        ...people(copies).map((_, copy) => edge(`fact:a${copy}`, "person:0", "SPOKE_WITH", "person:1")),
        edge("fact:b", "person:1", "SPOKE_WITH", "person:2"),
        edge("fact:c", "person:2", "SPOKE_WITH", "person:0"),
      ]);
    const ratio = (graph: Graph): number => {
      const positions = layoutGraph(graph, { seed });
      return distance(positions, "person:0", "person:1") / distance(positions, "person:1", "person:2");
    };
    expect(ratio(triangle(1))).toBeCloseTo(1, 1);
    expect(ratio(triangle(8))).toBeLessThan(0.9);
  });

  it("puts parts beside each other, near and yet apart, and none into another", () => {
    const large = plantedGraph({ nodes: 60, edges: 300, communities: 2 });
    const small = people(3, "person:small-");
    const single = people(12, "person:single-");
    const graph = createGraph(
      [...large.nodes(), ...small, ...single],
      [
        ...large.edges(),
        ...[1, 2].map((n) => edge(`fact:small-${n}`, "person:small-0", "SPOKE_WITH", `person:small-${n}`)),
      ],
    );
    const positions = layoutGraph(graph, { seed });
    const parts = [[...large.nodes()], small, ...single.map((node) => [node])];
    const placesOf = (part: readonly GraphNode[]) => part.map(({ id }) => positions.get(id)!);
    const reach = Math.max(...placesOf(parts[0]!).map(({ x, y }) => Math.hypot(x, y)));
    for (const [number, part] of parts.entries()) {
      for (const { x, y } of placesOf(part)) {
        expect(Math.hypot(x, y)).toBeLessThan(1.7 * reach);
        for (const other of parts.filter((_, index) => index !== number).map(placesOf)) {
          expect(Math.min(...other.map((place) => Math.hypot(place.x - x, place.y - y)))).toBeGreaterThan(25);
          const beside = other.filter((place) => Math.abs(place.y - y) < 10).map((place) => place.x > x);
          const above = other.filter((place) => Math.abs(place.x - x) < 10).map((place) => place.y > y);
          expect([beside, above].every((sides) => sides.includes(true) && sides.includes(false))).toBe(false);
        }
      }
    }
  });

  it("puts nodes of hidden kinds between their neighbours, and lets them move nothing else", () => {
    const plain = plantedGraph({ nodes: 60, edges: 200, communities: 2 });
    const articles = [article("article:a"), article("article:b")];
    const mentioned = (id: string, communities: readonly number[]): ReturnType<typeof edge>[] =>
      [...plain.nodes()]
        .filter((node) => communities.includes(communityOf(node.id)))
        .map((node) => edge(`fact:${id}-${node.id}`, node.id, "MENTIONED_IN", id));
    const graph = createGraph(
      [...plain.nodes(), ...articles],
      [...plain.edges(), ...mentioned("article:a", [0]), ...mentioned("article:b", [0, 1])],
    );
    const without = layoutGraph(plain, { seed });
    const positions = layoutGraph(graph, { seed, hiddenKinds: new Set(["Article"]) });
    for (const node of plain.nodes()) expect(positions.get(node.id)).toEqual(without.get(node.id));
    const toCommunity = (id: string, community: number): number =>
      mean([...plain.nodes()].filter((n) => communityOf(n.id) === community).map((n) => distance(positions, id, n.id)));
    expect(toCommunity("article:a", 0)).toBeLessThan(0.5 * toCommunity("article:a", 1));
    expect(toCommunity("article:b", 0) / toCommunity("article:b", 1)).toBeCloseTo(1, 0);
  });

  it("puts a node of a hidden kind that has no neighbours where single nodes are", () => {
    const plain = plantedGraph({ nodes: 60, edges: 200, communities: 2 });
    const graph = createGraph([...plain.nodes(), article("article:a")], [...plain.edges()]);
    const positions = layoutGraph(graph, { seed, hiddenKinds: new Set(["Article"]) });
    const closest = Math.min(...[...plain.nodes()].map((node) => distance(positions, "article:a", node.id)));
    expect(closest).toBeGreaterThan(LEAST_DISTANCE);
  });

  describe("after another picture", () => {
    const whole = plantedGraph({ nodes: 1000, edges: 5000, communities: 10 });
    const isOld = (_: unknown, index: number): boolean => index % 10 !== 3;
    const kept = new Set([...whole.nodes()].filter(isOld).map(({ id }) => id));
    const part = createGraph(
      [...whole.nodes()].filter(({ id }) => kept.has(id)),
      [...whole.edges()].filter(({ source, target }) => kept.has(source) && kept.has(target)),
    );
    const before = layoutGraph(part, { seed });
    const moved = (positions: Positions): number => {
      const ways = [...before].map(([id, { x, y }]) => Math.hypot(positions.get(id)!.x - x, positions.get(id)!.y - y));
      return ways.sort((a, b) => a - b)[Math.floor(ways.length / 2)] ?? 0;
    };

    it("leaves old nodes about where they were, and keeps communities apart", () => {
      const after = layoutGraph(whole, { seed, previous: before });
      expect(after.size).toBe(whole.nodeCount);
      // Neighbours are 20 apart.
      expect(moved(after)).toBeLessThan(15);
      expect(moved(layoutGraph(whole, { seed }))).toBeGreaterThan(100);
      const connected = (positions: Positions): number =>
        mean([...whole.edges()].map((item) => distance(positions, item.source, item.target)));
      expect(connected(after)).toBeLessThan(1.15 * connected(layoutGraph(whole, { seed })));
      expect(layoutGraph(reversed(whole), { seed, previous: before })).toEqual(after);
    });

    it("is made anew where little of it was there", () => {
      const few = new Map([...before].slice(0, 300));
      expect(layoutGraph(whole, { seed, previous: few })).toEqual(layoutGraph(whole, { seed }));
    });

    it("puts new parts beside it, and loses what is gone", () => {
      const more = createGraph(
        [...part.nodes(), ...people(4, "person:new-")],
        [...part.edges(), ...[1, 2, 3].map((n) => edge(`fact:new-${n}`, "person:new-0", "MET", `person:new-${n}`))],
      );
      const after = layoutGraph(more, { seed, previous: new Map([...before, ["person:gone", { x: 0, y: 0 }]]) });
      expect(after.has("person:gone")).toBe(false);
      expect(moved(after)).toBeLessThan(10);
      const away = [...part.nodes()].map(({ id }) => distance(after, "person:new-0", id));
      expect(Math.min(...away)).toBeGreaterThan(25);
      const near = pairsOf(more).filter(([one, other]) => distance(after, one, other) < LEAST_DISTANCE - 0.01);
      expect(near).toEqual([]);
    });
  });
});

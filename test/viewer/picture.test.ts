import { describe, expect, it } from "vitest";
import { toGraphData } from "../../src/server/graph-data.ts";
import { computeFocus } from "../../viewer/src/graph/focus.ts";
import { edgeNear } from "../../viewer/src/graph/hit-test.ts";
import { type LabelRank, type LabelRequest, leaderOf, placeLabels } from "../../viewer/src/graph/label-layout.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { mix } from "../../viewer/src/graph/colour.ts";
import { isRightToLeft, truncate } from "../../viewer/src/graph/text.ts";
import { computeVisibility } from "../../viewer/src/graph/visibility.ts";
import { initialView } from "../../viewer/src/state/view.ts";
import { servedSource } from "../helpers/served-graph.ts";

describe("isRightToLeft", () => {
  it.each([
    ["بلاول بھٹو", true],
    ["18 مئی", true],
    ["„بلاول“", true],
    ["Bilawal بلاول", false],
    ["بلاول Bilawal", true],
    ["Äthiopien", false],
    ["2022", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isRightToLeft(text)).toBe(expected);
  });
});

describe("truncate", () => {
  it.each([
    ["a short text stays", "Khan", 10, "Khan"],
    ["between words where that is near", "Foreign Ministry of Pakistan", 20, "Foreign Ministry of…"],
    ["not within the next word", "Foreign Ministry of Pakistan", 24, "Foreign Ministry of…"],
    ["within a long word", "Ernährungssicherheitskonferenz", 10, "Ernährung…"],
    ["no mark is torn from its letter", "پاکِستانِی", 4, "پاکِ…"],
    ["no emoji is halved", "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…"],
  ])("%s", (_, text, length, expected) => {
    expect(truncate(text, length)).toBe(expected);
  });
});

describe("mix", () => {
  it.each([
    ["#336699", "#ffffff", 0.5, "#99b3cc"],
    ["#369", "#fff", 0.5, "#99b3cc"],
    ["#ABCDEF", "#000", 1, "#abcdef"],
    ["#ABCDEF", "#000", 0, "#000000"],
  ])("of %s and %s, %s of the first", (first, second, share, expected) => {
    expect(mix(first, second, share)).toBe(expected);
  });
});

describe("placeLabels", () => {
  const label = (key: string, x: number, y: number, rank: LabelRank = "may"): LabelRequest => ({
    key,
    x,
    y,
    radius: 5,
    width: 60,
    height: 18,
    rank,
  });

  it("puts a label right of its node, and left where there is no room", () => {
    const places = placeLabels([label("a", 100, 100), label("b", 380, 100)], [], 400);
    expect(places.get("a")?.left).toBeGreaterThan(100);
    expect(places.get("b")?.right).toBeLessThan(380);
  });

  it("lets no label cover another or a node, whatever the order", () => {
    const requests = Array.from({ length: 60 }, (_, index) =>
      label(`n${index}`, (index * 37) % 400, (index * 53) % 300),
    );
    const places = placeLabels(requests, [], 400);
    const boxes = [...places.values()];
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
    }
    expect(places.size).toBeGreaterThan(5);
    expect(places.size).toBeLessThan(60);
    expect(placeLabels([...requests].reverse(), [], 400)).toEqual(places);
  });

  it("lets the label of what is looked at cover a node, and of what is pointed at anything", () => {
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      x: 40 + (index % 12) * 14,
      y: 40 + Math.floor(index / 12) * 24,
      radius: 9,
    }));
    const at = (rank: LabelRank) => label("a", 130, 90, rank);
    expect(placeLabels([at("may")], crowd, 400).has("a")).toBe(false);
    expect(placeLabels([at("should")], crowd, 400).has("a")).toBe(true);
    const names = Array.from({ length: 60 }, (_, index) =>
      label(`n${index}`, 20 + (index % 4) * 64, 20 + Math.floor(index / 4) * 10, "must"),
    );
    expect(placeLabels([...names, at("should")], crowd, 400).has("a")).toBe(false);
    expect(placeLabels([...names, at("must")], crowd, 400).has("a")).toBe(true);
  });

  it("lets the label of what is looked at stand off before it covers a node, with a line that leads to it", () => {
    const node = label("a", 200, 100, "should");
    const [beside] = placeLabels([node], [], 400).values();
    expect(leaderOf(node, beside!)).toBeUndefined();
    // Nodes all around it, as far as a label beside it reaches.
    const ring = [-60, -30, 0, 30, 60].flatMap((x) => [-16, 0, 16].map((y) => ({ x: 200 + x, y: 100 + y, radius: 4 })));
    const crowd = ring.filter(({ x, y }) => x !== 200 || y !== 100);
    const box = placeLabels([node], crowd, 400).get("a")!;
    const covers = crowd.filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    expect(covers).toEqual([]);
    const [from, to] = leaderOf(node, box)!;
    expect(Math.hypot(from.x - 200, from.y - 100)).toBeCloseTo(node.radius);
    expect([box.left, box.right, box.top, box.bottom].some((side) => side === to.x || side === to.y)).toBe(true);
    expect(placeLabels([{ ...node, rank: "may" }], crowd, 400).size).toBe(0);
  });

  it("lets no label of what is looked at cover what is pointed at", () => {
    const centre = { ...label("centre", 200, 100, "must"), radius: 60 };
    const inside = label("inside", 200, 100, "should");
    const box = placeLabels([centre, inside], [], 400).get("inside");
    expect(box === undefined || box.left >= 260 || box.right <= 140 || box.top >= 160 || box.bottom <= 40).toBe(true);
  });
});

describe("edgeNear", () => {
  const line = { id: "line", source: { x: 0, y: 0 }, target: { x: 100, y: 0 }, bend: 0 };
  it.each([
    ["on it", { x: 50, y: 0 }, "line"],
    ["beside it", { x: 50, y: 5 }, "line"],
    ["too far from it", { x: 50, y: 7 }, undefined],
    ["beyond its end", { x: 108, y: 0 }, undefined],
  ])("a point %s", (_, point, expected) => {
    expect(edgeNear(point, [line], 6)).toBe(expected);
  });

  it("follows a bent edge", () => {
    const bent = { ...line, id: "bent", bend: 0.4 };
    expect(edgeNear({ x: 50, y: -20 }, [line, bent], 6)).toBe("bent");
    expect(edgeNear({ x: 50, y: 20 }, [line, bent], 6)).toBeUndefined();
  });

  it("takes the nearest, also where an edge is a point", () => {
    const loop = { id: "loop", source: { x: 50, y: 4 }, target: { x: 50, y: 4 }, bend: 0 };
    expect(edgeNear({ x: 50, y: 3 }, [line, loop], 6)).toBe("loop");
    expect(edgeNear({ x: 50, y: 3 }, [line, { ...line, id: "other" }], 6)).toBe("line");
  });
});

describe("computeFocus", () => {
  const { graph, positions, ontology } = servedSource();
  const data = toGraphData(graph, positions, ontology, []);
  const model = createModel(data);
  const shown = computeVisibility(model, initialView(data), { nodes: [], edges: [] });
  const [blinken, qureshi] = ["person:antony-blinken", "person:shah-mahmood-qureshi"] as const;

  it("holds a node, what is shown to lead to it, and the other ends", () => {
    const focus = computeFocus(model, shown, { type: "node", id: blinken }, undefined);
    expect(focus?.nodes.has(qureshi)).toBe(true);
    expect([...(focus?.nodes ?? [])].filter((id) => id.startsWith("article:"))).toEqual([]);
    for (const id of focus?.edges.keys() ?? []) expect(model.graph.extremities(id)).toContain(blinken);
  });

  it("fans out parallel edges, on both sides and each by its own bend, whichever way they run", () => {
    const fact = graph.edgesOf(qureshi).find((edge) => edge.relation === "THANKED");
    const focus = computeFocus(model, shown, { type: "fact", id: fact?.id ?? "" }, undefined);
    expect(focus?.nodes).toEqual(new Set([blinken, qureshi]));
    const sides = [...(focus?.edges ?? [])].map(([id, bend]) => (model.graph.source(id) === blinken ? bend : -bend));
    expect(sides.length).toBe(6);
    expect(new Set(sides.map((side) => side.toFixed(6))).size).toBe(6);
    expect(sides.reduce((sum, side) => sum + side, 0)).toBeCloseTo(0);
  });

  it("is nothing for what the graph does not have", () => {
    expect(computeFocus(model, shown, { type: "node", id: "person:nobody" }, undefined)).toBeUndefined();
    expect(computeFocus(model, shown, { type: "fact", id: "fact:0" }, undefined)).toBeUndefined();
    expect(computeFocus(model, shown, { type: "none" }, undefined)).toBeUndefined();
  });
});

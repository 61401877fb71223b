import { describe, expect, it } from "vitest";
import type { Modality } from "../../src/model/modality.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { findCommunities } from "../../viewer/src/graph/communities.ts";
import { headsOf } from "../../viewer/src/graph/community-heads.ts";
import { type EdgeLabelRequest, placeEdgeLabels } from "../../viewer/src/graph/edge-label-layout.ts";
import { edgeTexts, wordsOfFacts } from "../../viewer/src/graph/edge-texts.ts";
import { computeFocus } from "../../viewer/src/graph/focus.ts";
import { labelThreshold } from "../../viewer/src/graph/label-level.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { nodeSize } from "../../viewer/src/graph/node-size.ts";
import { computeVisibility } from "../../viewer/src/graph/visibility.ts";
import { countChanges, type Filters, initialView } from "../../viewer/src/state/view.ts";
import { article, edge as fact, entity } from "../helpers/graph.ts";
import { en } from "../../viewer/src/strings/en.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { starSource } from "../helpers/star-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const { data } = model;
const view = initialView(data);
const shown = computeVisibility(model, view, { nodes: [], edges: [] });

describe("words at edges", () => {
  const request: EdgeLabelRequest = {
    source: { x: 0, y: 0 },
    target: { x: 200, y: 0 },
    bend: 0,
    radii: [10, 10],
    width: 60,
    height: 14,
    isUpright: false,
    isFirst: false,
  };

  it.each([
    ["at the middle", {}, { x: 100, y: 0, angle: 0 }],
    ["along the line", { target: { x: 100, y: 100 } }, { x: 50, y: 50, angle: Math.PI / 4 }],
    ["never upside down", { source: { x: 200, y: 0 }, target: { x: 0, y: 0 } }, { x: 100, y: 0, angle: 0 }],
    ["on a bent line", { bend: 0.4 }, { x: 100, y: -40, angle: 0 }],
    ["upright where they are a number", { target: { x: 0, y: 200 }, isUpright: true }, { x: 0, y: 100, angle: 0 }],
  ])("stand %s", (_, change, expected) => {
    expect(placeEdgeLabels([{ ...request, ...change }], [])).toEqual([expected]);
  });

  it("are left out where the line is too short, but for what is selected", () => {
    const short = { ...request, target: { x: 70, y: 0 } };
    expect(placeEdgeLabels([short, { ...short, isFirst: true }], [])).toEqual([undefined, { x: 35, y: 17, angle: 0 }]);
  });

  it("stand beside a line that is too short for them, off its nodes, and where they cover least", () => {
    const short = { ...request, target: { x: 70, y: 0 }, isFirst: true };
    const below = { left: 0, right: 70, top: 5, bottom: 30 };
    expect(placeEdgeLabels([short], [{ box: below, cost: 1 }])).toEqual([{ x: 35, y: -17, angle: 0 }]);
    const above = { left: -500, right: 500, top: -500, bottom: 0 };
    const all = [
      { box: { ...above, top: 0, bottom: 500 }, cost: 10 },
      { box: above, cost: 1 },
    ];
    expect(placeEdgeLabels([short], all)).toEqual([{ x: 35, y: -17, angle: 0 }]);
    // Rather over what is not looked at than far away.
    const around = { box: { left: -100, right: 100, top: -60, bottom: 60 }, cost: 1 };
    expect(placeEdgeLabels([short], [around])).toEqual([{ x: 35, y: 17, angle: 0 }]);
  });

  it("cover neither each other nor the names of nodes", () => {
    const crossing = { ...request, source: { x: 100, y: -100 }, target: { x: 100, y: 100 } };
    const beside = { ...request, source: { x: 0, y: 20 }, target: { x: 200, y: 20 } };
    const places = placeEdgeLabels([request, crossing, beside], []);
    expect(places.map((place) => place !== undefined)).toEqual([true, false, true]);
    const name = { left: 60, right: 80, top: -5, bottom: 5 };
    expect(placeEdgeLabels([request, beside], [{ box: name, cost: 1 }]).map((place) => place !== undefined)).toEqual([
      false,
      true,
    ]);
  });

  const words = (edge: number): string => `${data.ontology.relations[data.edges.relation[edge] ?? -1]?.id}`;
  const between = ["person:antony-blinken", "person:bilawal-bhutto-zardari"] as const;
  const facts = model.graph.edges(...between).filter((edge) => shown.edges[model.edgeIndex.get(edge) ?? -1] === 1);

  it("count the facts of a pair where a node is selected, and name one that is alone", () => {
    const focus = computeFocus(model, shown, { type: "node", id: between[0] }, undefined);
    const texts = edgeTexts(model, focus, words, String);
    const ofPair = texts.filter(({ edge }) => new Set([...model.graph.extremities(edge), ...between]).size === 2);
    expect(ofPair).toHaveLength(1);
    expect(ofPair[0]).toMatchObject(
      facts.length > 1 ? { isCount: true, text: String(facts.length) } : { isCount: false },
    );
    for (const { edge, text } of texts.filter(({ isCount }) => !isCount)) {
      expect(text).toBe(words(model.edgeIndex.get(edge) ?? -1));
    }
    expect(texts.some(({ isCount }) => isCount)).toBe(true);
  });

  it("name each fact of a pair where one of them is selected", () => {
    const [id = ""] = facts;
    const texts = edgeTexts(model, computeFocus(model, shown, { type: "fact", id }, undefined), words, String);
    expect(texts.every(({ isCount }) => !isCount)).toBe(true);
    expect(texts.filter(({ isCentre }) => isCentre).map(({ edge }) => edge)).toEqual([id]);
  });

  describe("of many facts", () => {
    const hub = "person:hub";
    const pair = createModel(
      toGraphData(
        createGraph(
          [hub, "person:other", "person:third"].map((id) => entity(id)),
          [
            ...Array.from({ length: 8 }, (_, index) => fact(`fact:${index}`, hub, "MET", "person:other")),
            fact("fact:9", hub, "MET", "person:third"),
          ],
        ),
        new Map(),
        ontology,
        [],
      ),
    );
    const all = computeVisibility(pair, initialView(pair.data), { nodes: [], edges: [] });
    it("count them where there are more than can be read, though one is selected", () => {
      const texts = edgeTexts(pair, computeFocus(pair, all, { type: "fact", id: "fact:3" }, undefined), words, String);
      expect(texts.map(({ text, isCount }) => [text, isCount])).toEqual([["8", true]]);
    });

    it("bend none of them further than beside its line", () => {
      const bends = [...(computeFocus(pair, all, { type: "node", id: hub }, undefined)?.edges ?? [])];
      const widest = Math.max(...bends.map(([, bend]) => Math.abs(bend)));
      expect(widest).toBeGreaterThan(0.3);
      expect(widest).toBeLessThan(0.45);
    });

    it("say nothing at a node with more neighbours than there is room for", () => {
      const { graph: of, positions: at, centre } = starSource(81);
      const crowd = createModel(toGraphData(of, at, ontology, []));
      const everything = computeVisibility(crowd, initialView(crowd.data), { nodes: [], edges: [] });
      const focus = computeFocus(crowd, everything, { type: "node", id: centre }, undefined);
      expect(edgeTexts(crowd, focus, words, String)).toEqual([]);
    });
  });

  it("say how a fact is said that is not said to have happened", () => {
    const relations = data.ontology.relations.map(({ id }) => id);
    const of = (modality: Modality): string => {
      const edge = data.edges.modality.findIndex((index) => data.modalities[index] === modality);
      return wordsOfFacts(data, relations, en.modalities)(edge);
    };
    expect(of("alleged")).toMatch(/^[A-Z_]+ \(alleged\)$/);
    expect(of("planned")).toMatch(/^[A-Z_]+ \(planned\)$/);
    expect(of("actual")).toMatch(/^[A-Z_]+$/);
  });

  it("are none where nothing is selected", () => {
    expect(edgeTexts(model, undefined, words, String)).toEqual([]);
  });
});

describe("how many nodes are named", () => {
  const weights = Array.from({ length: 100 }, (_, index) => index);
  const named = (level: Parameters<typeof labelThreshold>[0], of = weights): number => {
    const threshold = labelThreshold(level, of, 100, false);
    return of.filter((weight) => nodeSize(weight, 100) >= threshold).length;
  };

  it.each([
    ["none", 0],
    ["few", 12],
    ["some", 36],
    ["many", 100],
  ] as const)("at the level %s: %d", (level, count) => {
    // Not the sizes of those of which most is said: they are all the largest.
    expect(named(level, level === "few" || level === "some" ? weights.map((weight) => weight / 3) : weights)).toBe(
      count,
    );
  });

  it("is no more where many are alike", () => {
    expect(
      named(
        "few",
        weights.map(() => 1),
      ),
    ).toBe(0);
    expect(named("few", [3, 2, 1])).toBe(3);
  });
});

describe("communities", () => {
  const clique = (name: string, size: number): readonly string[] =>
    Array.from({ length: size }, (_, index) => `person:${name}-${index}`);
  const within = (ids: readonly string[]) =>
    ids.flatMap((one, index) => ids.slice(index + 1).map((other) => fact(`fact:${one}-${other}`, one, "MET", other)));
  const cliques = [clique("small", 4), clique("large", 6), clique("pair", 2)];
  const [small = [], large = [], pair = []] = cliques;
  const parted = createGraph(
    [...cliques.flat().map((id) => entity(id)), entity("person:alone"), article("article:1")],
    [
      ...cliques.flatMap(within),
      fact("fact:bridge", small[0] ?? "", "MET", large[0] ?? ""),
      fact("fact:self", "person:alone", "MET", "person:alone"),
      ...cliques.flat().map((id) => fact(`fact:mention-${id}`, id, "MENTIONED_IN", "article:1")),
    ],
  );
  const found = (most: number) => {
    const of = createModel(toGraphData(parted, new Map(), ontology, []));
    const { of: numbers, count } = findCommunities(of, most);
    return { count, numberOf: (id: string): number => numbers[of.nodeIndex.get(id) ?? -1] ?? -1 };
  };

  it("are what has more to do with each other than with the rest, the largest first", () => {
    const { count, numberOf } = found(8);
    expect(count).toBe(2);
    expect(new Set(large.map(numberOf))).toEqual(new Set([0]));
    expect(new Set(small.map(numberOf))).toEqual(new Set([1]));
  });

  it("are none where there are too few, or only one or an article", () => {
    const { numberOf } = found(8);
    for (const id of [...pair, "person:alone", "article:1"]) expect(numberOf(id)).toBe(8);
    const { count, numberOf: ofOne } = found(1);
    expect([count, ofOne(small[0] ?? ""), ofOne(large[0] ?? "")]).toEqual([1, 1, 0]);
  });

  it("hold together by how much is reported, not only by how many facts", () => {
    const ids = clique("ring", 6);
    const heavy = ids.map((id, index) =>
      fact(`fact:${index}`, id, "MET", ids[(index + 1) % 6] ?? "", { weight: index % 3 === 2 ? 1 : 20 }),
    );
    const of = createModel(
      toGraphData(
        createGraph(
          ids.map((id) => entity(id)),
          heavy,
        ),
        new Map(),
        ontology,
        [],
      ),
    );
    const { of: numbers, count } = findCommunities(of, 8);
    expect(count).toBe(2);
    expect([0, 1, 2].map((index) => numbers[index] === numbers[0])).toEqual([true, true, true]);
    expect(numbers[3]).not.toBe(numbers[0]);
  });

  it("are called by the actors of their own of whom most is said", () => {
    const node = (id: string): number => data.nodes.id.indexOf(id);
    const groups = [
      ["person:donald-lu", "person:antony-blinken", "event:call-2022-05-06", "person:imran-khan"],
      ["event:meeting-food"],
    ];
    const of = data.nodes.id.map((id) => {
      const group = groups.findIndex((members) => members.includes(id));
      return group < 0 ? 8 : group;
    });
    const [first, second] = headsOf(model, { of, count: 2 }, 2);
    expect(first?.[0]).toBe(node("person:antony-blinken"));
    expect(first).toHaveLength(2);
    expect(second).toEqual([]);
  });
});

describe("how many filters are changed", () => {
  const { filters } = view;
  const changed = (change: Partial<Filters>): number => countChanges({ ...filters, ...change }, filters);
  it.each([
    ["none", {}, 0],
    [
      "values that are off and those that are on again",
      { off: { ...filters.off, kinds: new Set(["Place", "Topic"]) } },
      3,
    ],
    ["a time, which is one", { from: "2022-01-01", to: "2022-12-31" }, 1],
    ["all others", { undated: true, confidence: 0.5, unconnected: true }, 3],
  ])("%s", (_, change, expected) => {
    expect(changed(change)).toBe(expected);
  });
});

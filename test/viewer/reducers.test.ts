import { describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { computeFocus } from "../../viewer/src/graph/focus.ts";
import { mainNodes } from "../../viewer/src/graph/main-nodes.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { type EdgeLook, lookOfEdge, lookOfNode, type NodeLook, type Scene } from "../../viewer/src/graph/reducers.ts";
import type { Theme } from "../../viewer/src/graph/theme.ts";
import { pick, pin, putAway, setLook } from "../../viewer/src/state/commands.ts";
import { createStore } from "../../viewer/src/state/store.ts";
import { article, edge, entity, event } from "../helpers/graph.ts";
import { readOntology } from "../helpers/served-graph.ts";

const CALL = "event:call";
const model = createModel(
  toGraphData(
    createGraph(
      [entity("a"), entity("b"), event(CALL), article("article:1")],
      [
        edge("f1", "a", "SPOKE_WITH", "b"),
        edge("f2", "a", "PRAISED", "b", { weight: 4 }),
        edge("f3", "b", "PARTICIPATED_IN", CALL, { weight: 9 }),
        edge("f4", "a", "PARTICIPATED_IN", CALL, { weight: 9 }),
        edge("f5", "b", "MENTIONED_IN", "article:1", { weight: 50 }),
      ],
    ),
    new Map([["a", { x: 3, y: 4 }]]),
    readOntology(),
    [],
  ),
);
const kinds = model.data.ontology.kinds.map(({ id }) => `of ${id}`);
const theme: Theme = {
  ground: "ground",
  ink: "ink",
  fadedInk: "faded ink",
  edge: "edge",
  strongEdge: "strong edge",
  accent: "accent",
  kinds,
  fadedKinds: kinds.map((kind) => `faded ${kind}`),
  communities: ["community 1", "community 2"],
  fadedCommunities: ["faded 1", "faded 2"],
  fadedEdge: "faded edge",
  font: "font",
};

type Act = (store: ReturnType<typeof createStore>) => void;
const sceneAfter = (act: Act): Scene => {
  const store = createStore(model);
  act(store);
  const { view, visibility, selection, highlight } = store.state();
  return {
    model,
    captions: model.data.nodes.label,
    theme,
    view,
    visibility,
    focus: computeFocus(model, visibility, selection, highlight),
    dragged: new Map(),
    main: mainNodes(model, visibility),
    communities: () => model.data.nodes.id.map(() => 1),
    hovered: { centre: undefined, nodes: new Set(), edges: new Set() },
  };
};
const nothing: Act = () => undefined;
const node = (id: string, act = nothing): NodeLook =>
  lookOfNode(sceneAfter(act), id, { index: model.nodeIndex.get(id) ?? -1, x: 0, y: 0 });
const fact = (id: string, act = nothing): EdgeLook =>
  lookOfEdge(sceneAfter(act), id, { index: model.edgeIndex.get(id) ?? -1 });
const select =
  (id: string): Act =>
  (store) =>
    store.select({ type: "node", id });

describe("a node", () => {
  it("is a disc of its kind's colour, and an event a ring: without colours too they differ", () => {
    expect(node("a")).toMatchObject({ color: "of Person", fillColor: "of Person", ringColor: "ground", type: "disc" });
    expect(node(CALL)).toMatchObject({ color: "of Event", fillColor: "ground", ringColor: "of Event" });
    expect(node(CALL).ringSize).toBeGreaterThan(node("a").ringSize);
  });

  it("has the colour of its community where that is asked for", () => {
    const look = setLook({ colour: "community" });
    expect(node("a", (store) => store.run(look)).color).toBe("community 2");
  });

  it("recedes where another is looked at, but for its neighbours and those that are picked", () => {
    expect(node("a", select(CALL)).color).toBe("of Person");
    const alone: Act = (store) => store.pointOut({ nodes: new Set(["b"]), edges: new Set() });
    expect(node("a", alone)).toMatchObject({ color: "faded of Person", labelStyle: "faded" });
    const picked: Act = (store) => {
      store.run(pick(["a"]));
      alone(store);
    };
    expect(node("a", picked)).toMatchObject({ color: "of Person", outlineColor: "accent", type: "outlined" });
  });

  it("stands out where it is selected", () => {
    expect(node("a", select("a"))).toMatchObject({ type: "outlined", outlineColor: "ink", labelStyle: "strong" });
    expect(node("a", select("a")).size).toBeGreaterThan(node("a").size ?? Infinity);
    expect(node("a", select("a")).labelRank).toBe("must");
  });

  it("is hidden where it was put away, and stands where it was put", () => {
    expect(node("a").hidden).toBe(false);
    expect(node("a")).toMatchObject({ x: 3, y: 4 });
    expect(node("a", (store) => store.run(putAway(["a"]))).hidden).toBe(true);
    expect(node("a", (store) => store.run(pin(new Map([["a", { x: 7, y: 8 }]]))))).toMatchObject({ x: 7, y: 8 });
  });

  it("is as large as it has facts, or as reports tell of it, mentions left out", () => {
    expect(node("a").size).toBe(node("b").size);
    const byTexts: Act = (store) => store.run(setLook({ size: "texts" }));
    expect(node("a", byTexts).size).toBe(node("b", byTexts).size);
    expect(node("a", byTexts).size).toBeGreaterThan(node("a").size ?? Infinity);
    expect(model.texts[model.nodeIndex.get("b") ?? -1]).toBe(14);
  });

  it("loses its name where none is asked for, unless it is looked at", () => {
    const none: Act = (store) => store.run(setLook({ labels: "none" }));
    expect(node("a", none).label).toBeNull();
    const selected: Act = (store) => {
      none(store);
      store.select({ type: "node", id: "a" });
    };
    expect(node("a", selected).label).toBe("a");
  });
});

describe("the main nodes", () => {
  it("are actors, though more is said of events", () => {
    const { visibility } = createStore(model).state();
    expect([...mainNodes(model, visibility)].map((index) => model.data.nodes.id[index])).toEqual(["a", "b"]);
  });
});

describe("a fact", () => {
  it("is a line, the thicker the more texts report it, up to six", () => {
    expect(fact("f1")).toMatchObject({ type: "line", color: "edge", hidden: false });
    expect(fact("f2").size).toBeCloseTo((fact("f1").size ?? 0) + 3 * 0.4);
    expect(fact("f3").size).toBeCloseTo((fact("f1").size ?? 0) + 5 * 0.4);
  });

  it("shows whither it goes where it is looked at, and is bent beside another", () => {
    const [spoke, praised] = [fact("f1", select("a")), fact("f2", select("a"))];
    expect([spoke.type, praised.type]).toEqual(["curve", "curvedArrow"]);
    expect(spoke.curvature).toBe(-praised.curvature);
    expect(fact("f4", select("a"))).toMatchObject({ type: "arrow", curvature: 0, color: "strong edge" });
    expect(fact("f3", select("a"))).toMatchObject({ type: "line", color: "faded edge" });
  });

  it("is dashed where it is planned, alleged or denied, whether it is looked at or not", () => {
    const planned = (id: string, act = nothing): EdgeLook => {
      const scene = sceneAfter(act);
      const { data } = scene.model;
      const modality = data.edges.modality.map(() => data.modalities.indexOf("planned"));
      const claims = { ...scene.model, data: { ...data, edges: { ...data.edges, modality } } };
      return lookOfEdge({ ...scene, model: claims }, id, { index: model.edgeIndex.get(id) ?? -1 });
    };
    expect(planned("f1").type).toBe("dashed");
    expect(["f1", "f2", "f4"].map((id) => planned(id, select("a")).type)).toEqual([
      "dashed",
      "dashedArrow",
      "dashedArrow",
    ]);
    expect(planned("f2", select("a")).curvature).toBe(fact("f2", select("a")).curvature);
    // The program for dashes has no straight lines.
    expect([planned("f1"), planned("f4", select("a"))].map(({ curvature }) => curvature === 0)).toEqual([false, false]);
  });

  it("stands out where it is selected", () => {
    const act: Act = (store) => store.select({ type: "fact", id: "f2" });
    expect(fact("f2", act)).toMatchObject({ color: "accent", size: 4 });
    expect(fact("f1", act)).toMatchObject({ color: "strong edge", size: 2 });
    expect(fact("f5").hidden).toBe(true);
  });
});

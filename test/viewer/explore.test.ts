import { beforeEach, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { boundsOf } from "../../viewer/src/graph/bounds.ts";
import { createModel, placeInLayout } from "../../viewer/src/graph/model.ts";
import { factsBetween, hangingOn, hiddenNeighbours, within, withoutStage } from "../../viewer/src/graph/neighbours.ts";
import { isInside } from "../../viewer/src/graph/polygon.ts";
import { bringIn, pin, putAway, setFacet, stage, togglePick, unpick, unpin } from "../../viewer/src/state/commands.ts";
import { createExplorer, type Explorer, FEW, type Question } from "../../viewer/src/state/explorer.ts";
import { createStore, type ViewerStore } from "../../viewer/src/state/store.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { starSource } from "../helpers/star-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const BLINKEN = "person:antony-blinken";
const QURESHI = "person:shah-mahmood-qureshi";

let store: ViewerStore;
let explorer: Explorer;
let asked: Question[];
let bare: string[];
let revealed: (readonly string[])[];
const explore = (of: ViewerStore): void => {
  store = of;
  asked = [];
  bare = [];
  revealed = [];
  explorer = createExplorer(store, {
    ask: (question) => asked.push(question),
    onNothing: (id) => bare.push(id),
    onFailed: () => undefined,
    onShown: (ids) => revealed.push(ids),
  });
};
beforeEach(() => explore(createStore(model)));
const isShown = (id: string): boolean => {
  const state = store.state();
  return state.visibility.nodes[state.model.nodeIndex.get(id) ?? -1] === 1;
};

describe("expanding a node", () => {
  it("brings back what was put away around it, and nothing else", () => {
    const neighbours = [...within(model, store.state().visibility, [BLINKEN], 1)].filter((id) => id !== BLINKEN);
    store.run(putAway([...neighbours, "person:imran-khan"]));
    expect(isShown(QURESHI)).toBe(false);
    explorer.expand([BLINKEN]);
    for (const id of neighbours) expect(isShown(id)).toBe(true);
    expect(neighbours).not.toContain("person:imran-khan");
    expect(isShown("person:imran-khan")).toBe(false);
    expect(store.state().undo).toBe("expand");
    // All of it is to be seen, but on another stage, which is fitted to the picture as a whole.
    expect(revealed).toHaveLength(1);
    expect(new Set(revealed[0])).toEqual(new Set([BLINKEN, ...neighbours]));
    store.run(stage([BLINKEN]));
    explorer.expand([BLINKEN]);
    expect(revealed).toHaveLength(1);
    store.undo();
    store.undo();
    store.undo();
    expect(isShown(QURESHI)).toBe(false);
  });

  it("leaves hidden what the filters hide", () => {
    store.run(stage([BLINKEN]));
    store.run(setFacet("kinds", new Set(["Event", "Article", "Government"])));
    explorer.expand([BLINKEN]);
    expect(isShown(QURESHI)).toBe(true);
    const { nodes } = store.state().visibility;
    const kinds = model.data.nodes.kind.flatMap((kind, index) =>
      nodes[index] === 1 ? [model.data.ontology.kinds[kind]?.id] : [],
    );
    expect(kinds).not.toContain("Event");
    expect(kinds).not.toContain("Government");
  });

  it("says so where nothing is hidden", () => {
    explorer.expand([BLINKEN]);
    expect(bare).toEqual([BLINKEN]);
    expect(store.state().undo).toBeUndefined();
  });
});

describe("a node with very many neighbours", () => {
  const star = starSource(200);
  const starModel = createModel(toGraphData(star.graph, star.positions, star.ontology, []));
  const shown = (): number => store.state().visibility.counts.nodes;
  beforeEach(() => {
    explore(createStore(starModel));
    store.run(stage([star.centre]));
  });

  it.each([
    ["most", 1 + FEW],
    ["all", 201],
    ["none", 1],
  ] as const)("is expanded only after a question: %s", (much, expected) => {
    explorer.expand([star.centre]);
    expect(shown()).toBe(1);
    expect(asked.map(({ count }) => count)).toEqual([200]);
    asked[0]?.answer(much);
    expect(shown()).toBe(expected);
  });

  it.each([
    [FEW, 0],
    [FEW + 1, 1],
  ])("is expanded without a question by %i: %i", (count, questions) => {
    store.run(stage(starModel.data.nodes.id.slice(count)));
    const hidden = explorer.hidden([star.centre]).length;
    store.run(stage(starModel.data.nodes.id.slice(count - hidden + count)));
    expect(explorer.hidden([star.centre])).toHaveLength(count);
    explorer.expand([star.centre]);
    expect(asked).toHaveLength(questions);
  });

  it("shows those first that have most facts", () => {
    explorer.expand([star.centre]);
    asked[0]?.answer("most");
    expect(isShown(star.busy)).toBe(true);
    expect(explorer.hidden([star.centre])).toHaveLength(200 - FEW);
  });

  it("is collapsed to what is tied to others as well", () => {
    store.run(bringIn(starModel.data.nodes.id));
    expect(explorer.hanging(star.centre)).toHaveLength(198);
    explorer.collapse(star.centre);
    expect(shown()).toBe(3);
    expect(store.state().undo).toBe("collapse");
    expect(isShown(star.busy)).toBe(true);
    explorer.toggle(star.centre);
    expect(asked).toHaveLength(1);
  });
});

describe("the surroundings of nodes", () => {
  it.each([1, 2, 3])("reach %i steps, and no further than the filters let them", (steps) => {
    explorer.focus([BLINKEN], steps);
    const { stage: on } = store.state().view;
    const reachable = withoutStage(model, store.first());
    expect(on).toEqual(within(model, reachable, [BLINKEN], steps));
    const inner = within(model, reachable, [BLINKEN], steps - 1);
    for (const id of on ?? []) {
      const isNear = inner.has(id) || model.graph.neighbors(id).some((other) => inner.has(other));
      expect(isNear).toBe(true);
      expect(id).not.toMatch(/^article:/);
    }
  });

  it("are those of all of them", () => {
    const reachable = withoutStage(model, store.first());
    const both = within(model, reachable, [BLINKEN, QURESHI], 1);
    const each = [BLINKEN, QURESHI].flatMap((id) => [...within(model, reachable, [id], 1)]);
    expect(both).toEqual(new Set([BLINKEN, QURESHI, ...each]));
  });

  it("of a node that there is not are empty", () => {
    const { visibility } = store.state();
    expect(within(model, visibility, ["person:nobody"], 2).size).toBe(0);
    expect(hiddenNeighbours(model, visibility, visibility, ["person:nobody"])).toEqual([]);
    expect(hangingOn(model, visibility, "person:nobody")).toEqual([]);
  });

  it("of a node without facts are the node itself", () => {
    const lone = [...graph.nodes()].slice(0, 1);
    const empty = createModel(toGraphData(createGraph(lone, []), positions, ontology, []));
    const id = lone[0]?.id ?? "";
    expect([...within(empty, withoutStage(empty, store.first()), [id], 3)]).toEqual([id]);
  });
});

describe("facts between nodes", () => {
  it("have both ends among them, and are shown", () => {
    const { visibility } = store.state();
    const facts = factsBetween(model, visibility, new Set([BLINKEN, QURESHI]));
    expect(facts.length).toBeGreaterThan(1);
    expect(new Set(facts).size).toBe(facts.length);
    for (const id of facts) expect(model.graph.extremities(id).sort()).toEqual([BLINKEN, QURESHI]);
    store.run(setFacet("relations", new Set(["SPOKE_WITH"])));
    expect(factsBetween(model, store.state().visibility, new Set([BLINKEN, QURESHI])).length).toBeLessThan(
      facts.length,
    );
  });
});

describe("what a picture is fitted to", () => {
  const fitted = (): ReturnType<typeof boundsOf> => {
    const { visibility, view } = store.state();
    return boundsOf(model, visibility, (id) => view.pinned.get(id) ?? placeInLayout(model, id));
  };
  const size = ({ bounds }: ReturnType<typeof boundsOf>): number =>
    Math.max(bounds.x[1] - bounds.x[0], bounds.y[1] - bounds.y[0]);

  it("is what is shown, wherever it was moved, and no less than a part of the whole", () => {
    const first = fitted();
    store.run(stage([BLINKEN]));
    const alone = fitted();
    expect(size(alone)).toBeGreaterThan(0);
    expect(size(alone)).toBeLessThan(size(first) / 2);
    expect(alone.reach).toBeCloseTo(5);
    store.run(pin(new Map([[BLINKEN, { x: 5000, y: 5000 }]])));
    const { bounds } = fitted();
    expect((bounds.x[0] + bounds.x[1]) / 2).toBeCloseTo(5000);
    store.run(unpin([BLINKEN]));
    store.run(stage([]));
    expect(fitted()).toMatchObject({ reach: 1 });
    expect(size(fitted())).toBeGreaterThan(size(first) * 0.99);
  });
});

describe("picked and moved nodes", () => {
  it("are dropped one by one", () => {
    store.run(togglePick(BLINKEN));
    store.run(togglePick(QURESHI));
    store.run(unpick([BLINKEN]));
    expect([...store.state().view.picked]).toEqual([QURESHI]);
  });

  it("are moved by keys in one step", () => {
    for (const x of [1, 2, 3]) store.run(pin(new Map([[BLINKEN, { x, y: 0 }]]), "nudge"));
    store.undo();
    expect(store.state().view.pinned.size).toBe(0);
  });
});

describe("a lasso", () => {
  const ring = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 5, y: 4 },
    { x: 0, y: 10 },
  ];
  it.each([
    ["inside", { x: 2, y: 2 }, true],
    ["outside", { x: 12, y: 2 }, false],
    ["in a bay", { x: 5, y: 8 }, false],
    ["in an arm", { x: 9, y: 8 }, true],
  ])("holds a point %s: %o", (_, point, expected) => {
    expect(isInside(point, ring)).toBe(expected);
  });

  it("without an area holds nothing", () => {
    expect(isInside({ x: 1, y: 1 }, [])).toBe(false);
    expect(isInside({ x: 1, y: 1 }, ring.slice(0, 2))).toBe(false);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import {
  bringIn,
  type Command,
  pick,
  pin,
  putAway,
  resetFilters,
  setConfidence,
  setFacet,
  setLook,
  setTime,
  showEverything,
  stage,
  toggleFacet,
  togglePick,
  unpin,
} from "../../viewer/src/state/commands.ts";
import type { Selection } from "../../viewer/src/state/selection.ts";
import { createStore, type ViewerStore } from "../../viewer/src/state/store.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const BLINKEN = "person:antony-blinken";
const QURESHI = "person:shah-mahmood-qureshi";

let store: ViewerStore;
beforeEach(() => {
  store = createStore(model);
});
const isShown = (id: string): boolean => store.state().visibility.nodes[model.nodeIndex.get(id) ?? -1] === 1;

describe("every step", () => {
  const steps: readonly (readonly [string, (of: ViewerStore) => Command])[] = [
    ["a facet set", () => setFacet("kinds", new Set(["Place"]))],
    ["a facet toggled", () => toggleFacet("relations", "SPOKE_WITH")],
    ["a time", () => setTime("2022-01-01", undefined)],
    ["a confidence", () => setConfidence(0.5)],
    ["filters reset", (of) => resetFilters(of.first())],
    ["nodes put away", () => putAway([BLINKEN])],
    ["nodes brought in", () => bringIn(["person:daniel-pearl"])],
    ["nodes on stage", () => stage([BLINKEN, QURESHI])],
    ["everything shown", (of) => showEverything(of.first())],
    ["nodes picked", () => pick([BLINKEN])],
    ["a pick toggled", () => togglePick(QURESHI)],
    ["a node pinned", () => pin(new Map([[BLINKEN, { x: 1, y: 2 }]]))],
    ["a node let go", () => unpin([BLINKEN])],
    ["a look", () => setLook({ colour: "community" })],
  ];

  it.each(steps)("can be taken back and done again: %s", (_, command) => {
    const before = store.state().view;
    store.run(command(store));
    const done = store.state().view;
    expect(store.state().undo).toBe(command(store).name);
    store.undo();
    expect(store.state().view).toBe(before);
    expect(store.state().told).toEqual({ name: command(store).name, how: "undone" });
    store.redo();
    expect(store.state().view).toBe(done);
  });

  it("goes on with a slider's only where nothing was taken back since", () => {
    for (const share of [0.1, 0.2]) store.run(setConfidence(share));
    store.undo();
    store.redo();
    store.run(setConfidence(0.3));
    store.undo();
    expect(store.state().view.filters.confidence).toBe(0);
    store.run(setConfidence(0.4));
    store.run(pick([BLINKEN]));
    store.undo();
    store.run(setConfidence(0.5));
    store.undo();
    expect(store.state().view.filters.confidence).toBe(0.4);
  });

  it("is kept up to five hundred", () => {
    for (let step = 0; step <= 500; step += 1) store.run(togglePick(BLINKEN));
    for (let step = 0; step < 500; step += 1) store.undo();
    expect(store.state().undo).toBeUndefined();
    // The first of them can no longer be taken back.
    expect([...store.state().view.picked]).toEqual([BLINKEN]);
  });

  it("can be taken back to the first, in turn, and a new step ends what was taken back", () => {
    const first = store.state().view;
    for (const [, command] of steps) store.run(command(store));
    for (const _ of steps) store.undo();
    expect(store.state().view).toBe(first);
    expect(store.state().undo).toBeUndefined();
    store.undo();
    expect(store.state().view).toBe(first);
    store.redo();
    store.run(putAway([QURESHI]));
    expect(store.state().redo).toBeUndefined();
  });

  it("is one with the steps of a slider before it", () => {
    for (const share of [0.1, 0.2, 0.3]) store.run(setConfidence(share));
    expect(store.state().view.filters.confidence).toBe(0.3);
    store.undo();
    expect(store.state().view.filters.confidence).toBe(0);
    expect(store.state().undo).toBeUndefined();
  });
});

describe("nodes", () => {
  it("are hidden one by one, also for what leads to them, and come back", () => {
    store.run(putAway([BLINKEN]));
    expect(isShown(BLINKEN)).toBe(false);
    const { edges } = store.state().visibility;
    const shown = model.graph.filterEdges(BLINKEN, (_, { index }) => edges[index] === 1);
    expect(shown).toEqual([]);
    store.run(bringIn([BLINKEN]));
    expect(isShown(BLINKEN)).toBe(true);
  });

  it("are picked one more time to be dropped, and are not picked while they are hidden", () => {
    for (const id of [BLINKEN, QURESHI, BLINKEN]) store.run(togglePick(id));
    expect([...store.state().view.picked]).toEqual([QURESHI]);
    store.run(putAway([QURESHI]));
    expect(store.state().view.picked.size).toBe(0);
  });

  it("that were asked for are hidden like others, and come back on a stage", () => {
    store.run(bringIn([BLINKEN]));
    store.run(putAway([BLINKEN]));
    expect([...store.state().view.asked]).toEqual([]);
    store.run(stage([BLINKEN]));
    expect(isShown(BLINKEN)).toBe(true);
    store.run(showEverything(store.first()));
    expect(isShown(BLINKEN)).toBe(true);
  });

  it("are shown alone on a stage, and none on an empty one", () => {
    store.run(stage([BLINKEN, QURESHI]));
    expect(store.state().visibility.counts.nodes).toBe(2);
    store.run(stage([]));
    expect(store.state().visibility.counts.nodes).toBe(0);
    store.run(showEverything(store.first()));
    expect(store.state().visibility.counts.nodes).toBeGreaterThan(10);
  });

  it("are shown though their kind is off, where they are asked for", () => {
    const article = model.data.nodes.id.find((id) => id.startsWith("article:")) ?? "";
    expect(isShown(article)).toBe(false);
    store.run(bringIn([article]));
    expect(isShown(article)).toBe(true);
  });

  it("are shown though they are put away, while they are selected or pointed out", () => {
    store.run(putAway([BLINKEN]));
    store.select({ type: "node", id: BLINKEN });
    expect(isShown(BLINKEN)).toBe(true);
    store.select({ type: "none" });
    expect(isShown(BLINKEN)).toBe(false);
    store.pointOut({ nodes: new Set([BLINKEN]), edges: new Set() });
    expect(isShown(BLINKEN)).toBe(true);
    store.select({ type: "none" });
    expect(store.state().highlight).toBeUndefined();
    expect(isShown(BLINKEN)).toBe(false);
  });
});

describe("what is shown", () => {
  it("is made anew by a step, and by a selection only where that shows more", () => {
    const { visibility } = store.state();
    store.select({ type: "node", id: BLINKEN });
    expect(store.state().visibility).toBe(visibility);
    // How it is drawn and what is picked or moved changes nothing of it.
    store.run(setLook({ colour: "community" }));
    store.run(pick([BLINKEN]));
    store.run(pin(new Map([[BLINKEN, { x: 1, y: 2 }]])));
    expect(store.state().visibility).toBe(visibility);
    store.run(putAway([QURESHI]));
    const without = store.state().visibility;
    expect(without).not.toBe(visibility);
    store.select({ type: "node", id: QURESHI });
    expect(isShown(QURESHI)).toBe(true);
    store.select({ type: "none" });
    expect(store.state().visibility).toBe(without);
    expect(isShown(QURESHI)).toBe(false);
  });
});

describe("another graph", () => {
  it("goes on with the selection, the view and the steps", () => {
    store.select({ type: "node", id: BLINKEN });
    store.run(putAway([QURESHI]));
    const { view, selection } = store.state();
    store.replace(createModel(toGraphData(graph, positions, ontology, ["ur"])));
    expect(store.state()).toMatchObject({ view, selection, undo: "hide" });
  });

  it("after a decision goes on with what was selected, or else with what it became", () => {
    const facts = [...graph.edges()].filter(({ source, target }) => source !== QURESHI && target !== QURESHI);
    const others = [...graph.nodes()].filter(({ id }) => id !== QURESHI);
    const less = createModel(toGraphData(createGraph(others, facts), positions, ontology, []));
    const gone = model.data.edges.id.find((id) => !less.edgeIndex.has(id)) ?? "";
    const after = (selection: Selection, nodes: readonly string[]): Selection => {
      store.replace(model);
      store.select(selection);
      store.renew(less, nodes);
      expect(store.state().model).toBe(less);
      return store.state().selection;
    };
    const blinken: Selection = { type: "node", id: BLINKEN };
    expect(after(blinken, [QURESHI])).toEqual(blinken);
    expect(after({ type: "node", id: QURESHI }, [BLINKEN])).toEqual(blinken);
    expect(after({ type: "node", id: QURESHI }, [QURESHI])).toEqual({ type: "node", id: QURESHI });
    // It is there, if not in the part that the page has: another one that it has does not take its place.
    expect(after({ type: "node", id: QURESHI }, [BLINKEN, QURESHI])).toEqual({ type: "node", id: QURESHI });
    expect(after({ type: "fact", id: gone }, [])).toEqual({ type: "none" });
  });

  it("tells its listeners, until they no longer listen", () => {
    let calls = 0;
    const end = store.subscribe(() => (calls += 1));
    store.run(putAway([QURESHI]));
    end();
    store.undo();
    expect(calls).toBe(1);
  });
});

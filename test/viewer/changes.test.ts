import { describe, expect, it } from "vitest";
import { toGraphData } from "../../src/server/graph-data.ts";
import { changesBetween, type Looked } from "../../viewer/src/graph/changes.ts";
import { computeFocus } from "../../viewer/src/graph/focus.ts";
import { mainNodes } from "../../viewer/src/graph/main-nodes.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { type Command, pick, pin, putAway, setLook, toggleFacet } from "../../viewer/src/state/commands.ts";
import { keepLast } from "../../viewer/src/keep-last.ts";
import { createStore, type ViewerState, type ViewerStore } from "../../viewer/src/state/store.ts";
import { plantedGraph } from "../graph/planted.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const BLINKEN = "person:antony-blinken";
const QURESHI = "person:shah-mahmood-qureshi";

/** As the picture keeps them: the same focus as long as it is of the same. */
const focusOf = keepLast(computeFocus);
const mainOf = keepLast(mainNodes);
const looked = ({ model: of, view, visibility, selection, highlight }: ViewerState): Looked => ({
  model: of,
  view,
  visibility,
  focus: focusOf(of, visibility, selection, highlight),
  main: mainOf(of, visibility),
});

describe("what looks different after a step", () => {
  it("is what is shown by now or no longer, and who is of the main ones", () => {
    const store = createStore(model);
    const before = looked(store.state());
    store.run(toggleFacet("kinds", "Event"));
    const after = looked(store.state());
    const { nodes, edges } = changesBetween(before, after) ?? { nodes: [], edges: [], isPaint: false };
    expect(edges.length).toBeGreaterThan(0);
    for (const [index, id] of model.data.edges.id.entries()) {
      expect(edges.includes(id)).toBe(before.visibility.edges[index] !== after.visibility.edges[index]);
    }
    for (const [index, id] of model.data.nodes.id.entries()) {
      const isOther =
        before.visibility.nodes[index] !== after.visibility.nodes[index] ||
        before.main.has(index) !== after.main.has(index);
      expect(nodes.includes(id)).toBe(isOther);
    }
  });

  it("is a main node that is named now in place of one that was put away", () => {
    const few = createModel({ ...model.data });
    const store = createStore(few);
    const before = looked(store.state());
    const [first = -1] = before.main;
    store.run(putAway([few.data.nodes.id[first] ?? ""]));
    const after = looked(store.state());
    const come = [...after.main].filter((index) => !before.main.has(index));
    expect(come).toHaveLength(1);
    expect(changesBetween(before, after)?.nodes).toContain(few.data.nodes.id[come[0] ?? -1]);
  });

  it("is what is picked, moved or in focus, before and after", () => {
    const store = createStore(model);
    store.select({ type: "node", id: BLINKEN });
    const before = looked(store.state());
    store.select({ type: "node", id: QURESHI });
    store.run(pick(["gov:RU"]));
    store.run(pin(new Map([["gov:UA", { x: 1, y: 1 }]])));
    const after = looked(store.state());
    const changes = changesBetween(before, after);
    expect(changes?.nodes).toEqual(expect.arrayContaining([BLINKEN, QURESHI, "gov:RU", "gov:UA"]));
    for (const id of [...(before.focus?.edges.keys() ?? []), ...(after.focus?.edges.keys() ?? [])]) {
      expect(changes?.edges).toContain(id);
    }
  });

  it("is everything where something comes into focus first, or goes out of it", () => {
    const store = createStore(model);
    const first = looked(store.state());
    store.select({ type: "node", id: BLINKEN });
    const second = looked(store.state());
    expect(changesBetween(first, second)).toBeUndefined();
    expect(changesBetween(second, first)).toBeUndefined();
  });

  it("is every node and the edges in focus, where there are so many edges that all are faint anyway", () => {
    const graphOfMany = plantedGraph({ nodes: 100, edges: 5_001, communities: 2 });
    const many = createModel(toGraphData(graphOfMany, new Map(), ontology, []));
    const store = createStore(many);
    const first = looked(store.state());
    store.select({ type: "node", id: "person:0-1" });
    const second = looked(store.state());
    for (const changes of [changesBetween(first, second), changesBetween(second, first)]) {
      expect(changes?.nodes).toEqual(many.data.nodes.id);
      expect([...(changes?.edges ?? [])].sort()).toEqual(many.graph.edges("person:0-1").sort());
      expect(changes?.isPaint).toBe(false);
    }
  });

  it.each<[string, Command, boolean]>([
    ["colours", setLook({ colour: "community" }), true],
    ["sizes", setLook({ size: "texts" }), false],
    ["names", setLook({ labels: "few" }), false],
  ])("is every node and no edge where %s are others", (_, command, isPaint) => {
    const store = createStore(model);
    const before = looked(store.state());
    store.run(command);
    expect(changesBetween(before, looked(store.state()))).toEqual({ nodes: model.data.nodes.id, edges: [], isPaint });
  });

  it.each<[string, (store: ViewerStore) => void]>([
    ["is selected", (store) => store.select({ type: "node", id: QURESHI })],
    ["is picked", (store) => store.run(pick([QURESHI]))],
    ["is moved", (store) => store.run(pin(new Map([[QURESHI, { x: 1, y: 1 }]])))],
    ["is shown", (store) => store.run(toggleFacet("kinds", "Event"))],
  ])("is not of colours alone where another node %s", (_, act) => {
    const store = createStore(model);
    store.select({ type: "node", id: BLINKEN });
    const before = looked(store.state());
    act(store);
    expect(changesBetween(before, looked(store.state()))?.isPaint).toBe(false);
  });

  it("is nothing where nothing is", () => {
    const store = createStore(model);
    const before = looked(store.state());
    store.run(toggleFacet("kinds", "Topic"));
    expect(changesBetween(before, looked(store.state()))).toMatchObject({ nodes: [], edges: [] });
  });
});

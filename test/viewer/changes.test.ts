import { describe, expect, it } from "vitest";
import { toGraphData } from "../../src/server/graph-data.ts";
import { changesBetween, type Looked } from "../../viewer/src/graph/changes.ts";
import { computeFocus } from "../../viewer/src/graph/focus.ts";
import { mainNodes } from "../../viewer/src/graph/main-nodes.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { pick, pin, setLook, toggleFacet } from "../../viewer/src/state/commands.ts";
import { createStore, type ViewerState } from "../../viewer/src/state/store.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const BLINKEN = "person:antony-blinken";
const QURESHI = "person:shah-mahmood-qureshi";

const looked = ({ view, visibility, selection, highlight }: ViewerState): Looked => ({
  model,
  view,
  visibility,
  focus: computeFocus(model, visibility, selection, highlight),
  main: mainNodes(model, visibility),
});

describe("what looks different after a step", () => {
  it("is what is shown by now or no longer, and who is of the main ones", () => {
    const store = createStore(model);
    const before = looked(store.state());
    store.run(toggleFacet("kinds", "Event"));
    const after = looked(store.state());
    const { nodes, edges } = changesBetween(before, after) ?? { nodes: [], edges: [] };
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

  it("is everything where something comes into focus first, or is drawn in another way", () => {
    const store = createStore(model);
    const first = looked(store.state());
    store.select({ type: "node", id: BLINKEN });
    expect(changesBetween(first, looked(store.state()))).toBeUndefined();
    store.select({ type: "none" });
    store.run(setLook({ colour: "community" }));
    expect(changesBetween(first, looked(store.state()))).toBeUndefined();
  });

  it("is nothing where nothing is", () => {
    const store = createStore(model);
    const before = looked(store.state());
    store.run(toggleFacet("kinds", "Topic"));
    expect(changesBetween(before, looked(store.state()))).toEqual({ nodes: [], edges: [] });
  });
});

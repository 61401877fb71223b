import { beforeEach, describe, expect, it } from "vitest";
import { centresOf, neighbourhood } from "../../src/graph/neighbourhood.ts";
import { overviewOf } from "../../src/graph/overview.ts";
import type { GraphData } from "../../src/server/contract.ts";
import { toGraphData, toOverviewData, wholeOf } from "../../src/server/graph-data.ts";
import { mergeParts } from "../../viewer/src/graph/merge.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { bringIn, pick, stage } from "../../viewer/src/state/commands.ts";
import { createExplorer, type Explorer } from "../../viewer/src/state/explorer.ts";
import { createParts, type Parts } from "../../viewer/src/state/parts.ts";
import { createStore, type ViewerStore } from "../../viewer/src/state/store.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { starSource } from "../helpers/star-graph.ts";

const { graph, positions, ontology } = servedSource();
const BLINKEN = "person:antony-blinken";
const PEARL = "person:daniel-pearl";

const whole = wholeOf(graph, ontology);
const everything = toGraphData(graph, positions, ontology, []);
const small = overviewOf(graph, { nodes: 4, facts: 5 });
const overview: GraphData = {
  ...toGraphData(small, positions, ontology, [], { whole }),
  overview: { nodes: graph.nodeCount, facts: graph.edgeCount },
};
const around = (id: string, steps = 1, limit = 1000): GraphData => {
  const centres = centresOf(graph, id);
  if (centres.length === 0) throw new RangeError(id);
  const part = neighbourhood(graph, centres, { steps, limit, isWanted: () => true });
  const data = toGraphData(part.graph, positions, ontology, [], { whole });
  return { ...data, part: { around: { id, kind: "", label: "" }, steps, complete: part.complete } };
};

/** A graph in words, whatever the order of its rows. */
const told = ({ nodes, edges, ontology: words, modalities, articles }: GraphData): readonly string[] =>
  [
    ...nodes.id.map((id, row) =>
      JSON.stringify([
        id,
        nodes.label[row],
        words.kinds[nodes.kind[row] ?? -1]?.id,
        words.events[nodes.unnamedEvent[row] ?? -1]?.id,
        nodes.degree[row],
        nodes.x[row],
      ]),
    ),
    ...edges.id.map((id, row) =>
      JSON.stringify([
        id,
        nodes.id[edges.source[row] ?? -1],
        nodes.id[edges.target[row] ?? -1],
        words.relations[edges.relation[row] ?? -1]?.id,
        modalities[edges.modality[row] ?? -1],
        edges.from[row],
        nodes.id[edges.event[row] ?? -1],
        (edges.articles[row] ?? [])
          .map((article) => [articles.name[article], articles.language[article], articles.outlet[article]].join())
          .sort(),
      ]),
    ),
  ].sort();

describe("parts of a graph", () => {
  it("put together are the graph, but for its articles", () => {
    const merged = everything.nodes.id.filter((id) => !id.startsWith("article:")).map((id) => around(id));
    const ends = new Set(told(merged.reduce(mergeParts, overview)));
    const expected = told(everything).filter((row) => !row.includes("article:"));
    expect([...ends].sort()).toEqual(expected);
  });

  it("leave what is there in its place, and add nothing twice", () => {
    const once = mergeParts(overview, around(BLINKEN));
    expect(once.nodes.id.slice(0, overview.nodes.id.length)).toEqual(overview.nodes.id);
    expect(mergeParts(once, around(BLINKEN))).toEqual(once);
  });

  it("may come with their lists in another order", () => {
    const part = around(BLINKEN);
    const last = part.ontology.kinds.length - 1;
    const [lastEvent, lastWay] = [part.ontology.events.length - 1, part.modalities.length - 1];
    const turned: GraphData = {
      ...part,
      ontology: {
        ...part.ontology,
        kinds: part.ontology.kinds.toReversed(),
        events: part.ontology.events.toReversed(),
      },
      modalities: part.modalities.toReversed(),
      nodes: {
        ...part.nodes,
        kind: part.nodes.kind.map((kind) => last - kind),
        unnamedEvent: part.nodes.unnamedEvent.map((event) => (event === null ? null : lastEvent - event)),
      },
      edges: { ...part.edges, modality: part.edges.modality.map((way) => lastWay - way) },
    };
    expect(told(mergeParts(overview, turned))).toEqual(told(mergeParts(overview, part)));
  });
});

describe("an overview", () => {
  let store: ViewerStore;
  let parts: Parts;
  let explorer: Explorer;
  let asked: string[];
  let gone: Set<string>;
  let names: string | undefined;
  let failures: unknown[];
  beforeEach(() => {
    store = createStore(createModel(overview));
    [asked, failures, gone, names] = [[], [], new Set(), undefined];
    parts = createParts(store, async (id, steps, limit) => {
      asked.push(id);
      if (gone.has(id)) throw new RangeError(id);
      const part = around(id, steps, limit);
      const label = part.nodes.label.map((usual) => names ?? usual);
      return { ...part, nodes: { ...part.nodes, label } };
    });
    explorer = createExplorer(
      store,
      {
        ask: (question) => question.answer("all"),
        onNothing: () => undefined,
        onFailed: (error) => failures.push(error),
        onShown: () => undefined,
      },
      parts,
    );
  });
  const isShown = (id: string): boolean => {
    const { model, visibility } = store.state();
    return visibility.nodes[model.nodeIndex.get(id) ?? -1] === 1;
  };
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };

  it("grows by what is around a node, in a step that can be taken back", async () => {
    const before = store.state().visibility.counts.nodes;
    expect(explorer.mayHideMore([BLINKEN])).toBe(true);
    explorer.expand([BLINKEN]);
    await settled();
    expect(store.state().visibility.counts.nodes).toBeGreaterThan(before);
    expect(explorer.mayHideMore([BLINKEN])).toBe(false);
    store.undo();
    expect(store.state().visibility.counts.nodes).toBe(before);
    store.redo();
    explorer.expand([BLINKEN]);
    expect(asked).toEqual([BLINKEN]);
  });

  it("fetches what a link or a search names, and shows it", async () => {
    const end = parts.follow();
    expect(store.state().model.nodeIndex.has(PEARL)).toBe(false);
    store.run(bringIn([PEARL]));
    await settled();
    expect(isShown(PEARL)).toBe(true);
    expect(asked).toEqual([PEARL]);
    end();
  });

  const missing = [...graph.edges()].find(
    ({ id, source, target }) => small.edge(id) === undefined && !target.startsWith("article:") && source !== target,
  );
  it.each<[string, (fact: string) => void]>([
    ["is selected", (id) => store.select({ type: "fact", id })],
    ["is marked in its article", (fact) => store.select({ type: "article", name: "001_en", fact })],
    ["is pointed out", (id) => store.pointOut({ nodes: new Set(), edges: new Set([id]) })],
  ])("fetches a fact with its two ends where it %s, at once", async (_, act) => {
    const fact = missing?.id ?? "";
    const end = parts.follow();
    expect(store.state().model.edgeIndex.has(fact)).toBe(false);
    act(fact);
    await settled();
    const { model, visibility } = store.state();
    expect(visibility.edges[model.edgeIndex.get(fact) ?? -1]).toBe(1);
    expect([missing?.source, missing?.target].every((id) => isShown(id ?? ""))).toBe(true);
    expect(asked).toEqual([fact]);
    end();
  });

  it("keeps what is not asked for out of the picture, though it is fetched", async () => {
    const end = parts.follow();
    const spokeWith = graph.edgesOf(BLINKEN).filter(({ relation }) => relation === "SPOKE_WITH");
    const other = spokeWith
      .flatMap(({ source, target }) => [source, target])
      .find((id) => graph.node(id) && !small.node(id));
    if (other === undefined) throw new Error("the overview has everybody who spoke with him");
    store.select({ type: "node", id: other });
    await settled();
    expect(isShown(other)).toBe(true);
    store.select({ type: "none" });
    expect(isShown(other)).toBe(false);
    end();
  });

  it("grows where a double click is on a node of which more may be hidden", async () => {
    store.run(stage(store.state().model.data.nodes.id));
    const before = store.state().visibility.counts.nodes;
    explorer.toggle(BLINKEN);
    await settled();
    expect(asked).toEqual([BLINKEN]);
    expect(store.state().visibility.counts.nodes).toBeGreaterThan(before);
  });

  it("asks anew where more steps are wanted", async () => {
    for (const steps of [1, 2]) {
      explorer.focus([BLINKEN], steps);
      await settled();
    }
    expect(asked).toEqual([BLINKEN, BLINKEN]);
  });

  it.each<[string, () => void]>([
    ["is on stage", () => store.run(stage([BLINKEN, PEARL]))],
    ["is picked", () => store.run(pick([PEARL]))],
    ["is an end of a chain", () => store.select({ type: "path", from: BLINKEN, to: PEARL })],
    ["is pointed out", () => store.pointOut({ nodes: new Set([PEARL]), edges: new Set() })],
  ])("fetches what %s", async (_, act) => {
    const end = parts.follow();
    act();
    await settled();
    expect(store.state().model.nodeIndex.has(PEARL)).toBe(true);
    expect(asked).toEqual([PEARL]);
    end();
  });

  describe("of a node with very many neighbours", () => {
    const star = starSource(6000);
    const data = toOverviewData(star.graph, star.positions, star.ontology, []);
    const said: (readonly [string, boolean])[] = [];
    const limits: number[] = [];
    beforeEach(() => {
      [said.length, limits.length] = [0, 0];
      store = createStore(createModel(data));
      parts = createParts(store, async (id, steps, limit) => {
        limits.push(limit);
        const part = neighbourhood(star.graph, centresOf(star.graph, id), { steps, limit, isWanted: () => true });
        const near = toGraphData(part.graph, star.positions, star.ontology, []);
        return { ...near, part: { around: { id, kind: "", label: "" }, steps, complete: part.complete } };
      });
      explorer = createExplorer(
        store,
        {
          ask: (question) => question.answer("all"),
          onNothing: (id, isTooMuch) => said.push([id, isTooMuch]),
          onFailed: (error) => failures.push(error),
          onShown: () => undefined,
        },
        parts,
      );
    });

    it("fetches more where those that come first are shown already, and says so where there are too many", async () => {
      expect(store.state().visibility.counts.nodes).toBe(1500);
      explorer.expand([star.centre]);
      await settled();
      expect(limits).toEqual([1000, 5000]);
      expect(store.state().visibility.counts.nodes).toBeGreaterThan(4900);
      expect(said).toEqual([]);
      expect(explorer.mayHideMore([star.centre])).toBe(false);
      explorer.expand([star.centre]);
      await settled();
      expect([said, failures, limits.length]).toEqual([[[star.centre, true]], [], 2]);
    });

    it("knows that there are more while they are not fetched", async () => {
      explorer.focus([star.centre], 1);
      await settled();
      expect(parts.has([star.centre], 1)).toBe(true);
      expect(explorer.mayHideMore([star.centre])).toBe(true);
      expect(explorer.mayHideMore(["gov:00002"])).toBe(true);
      explorer.expand(["gov:00002"]);
      await settled();
      expect(explorer.mayHideMore(["gov:00002"])).toBe(false);
    });
  });

  it("waits for what is on its way, where it is asked for twice", async () => {
    const nothing: string[] = [];
    explorer = createExplorer(
      store,
      {
        ask: (question) => question.answer("all"),
        onNothing: (id) => nothing.push(id),
        onFailed: (error) => failures.push(error),
        onShown: () => undefined,
      },
      parts,
    );
    explorer.focus([BLINKEN], 1);
    explorer.focus([BLINKEN], 1);
    expect(store.state().view.stage).toBeUndefined();
    await settled();
    expect(asked).toEqual([BLINKEN]);
    expect([nothing, failures]).toEqual([[], []]);
    expect(store.state().visibility.counts.nodes).toBeGreaterThan(small.nodeCount);
  });

  it("says so where nothing can be fetched, and tries again when it is asked again", async () => {
    explorer.expand(["person:nobody"]);
    await settled();
    expect(failures).toHaveLength(1);
    expect(explorer.mayHideMore(["person:nobody"])).toBe(true);
    explorer.expand(["person:nobody"]);
    await settled();
    expect(asked).toEqual(["person:nobody", "person:nobody"]);
    expect(failures).toHaveLength(2);
  });

  it("asks for nothing twice that it names and cannot have", async () => {
    const end = parts.follow();
    store.run(bringIn(["person:nobody"]));
    await settled();
    store.run(bringIn([PEARL]));
    await settled();
    expect(asked).toEqual(["person:nobody", PEARL]);
    end();
  });

  it("holds what was opened after a decision as well, and asks no more for what is gone with it", async () => {
    const end = parts.follow();
    explorer.expand([BLINKEN]);
    await settled();
    const shown = told(store.state().model.data);
    gone.add(PEARL);
    explorer.expand([PEARL]);
    await settled();
    store.renew(createModel({ ...overview }), [BLINKEN]);
    await settled();
    expect(told(store.state().model.data)).toEqual(shown);
    expect(asked).toEqual([BLINKEN, PEARL, BLINKEN]);
    expect(explorer.mayHideMore([BLINKEN])).toBe(false);

    gone.add(BLINKEN);
    store.renew(createModel({ ...overview }), []);
    await settled();
    expect(explorer.mayHideMore([BLINKEN])).toBe(true);
    store.renew(createModel({ ...overview }), []);
    await settled();
    expect(asked.filter((id) => id === BLINKEN)).toHaveLength(3);
    end();
  });

  it.each<readonly [string, () => void]>([
    ["opened", () => explorer.expand([BLINKEN])],
    ["named", () => store.run(bringIn([BLINKEN, PEARL]))],
  ])("adds nothing of a graph that is no more, of what was %s", async (_, explore) => {
    const end = parts.follow();
    names = "before";
    explore();
    names = "after";
    store.renew(createModel({ ...overview }), []);
    await settled();
    expect(isShown(BLINKEN)).toBe(true);
    expect(store.state().model.data.nodes.label).toContain("after");
    expect(store.state().model.data.nodes.label).not.toContain("before");
    end();
  });
});

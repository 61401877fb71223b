import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { selectGraph, type GraphSelection } from "../../src/graph/select.ts";
import type { Graph, GraphEdge, GraphView } from "../../src/model/graph.ts";
import { MODALITIES } from "../../src/model/modality.ts";
import { article, BILAWAL, BLINKEN, edge, entity, event, sampleGraph } from "../helpers/graph.ts";

async function idsOf(view: GraphView): Promise<{ readonly nodes: string[]; readonly edges: string[] }> {
  const nodes: string[] = [];
  const edges: string[] = [];
  for await (const node of view.nodes()) nodes.push(node.id);
  for await (const item of view.edges()) edges.push(item.id);
  return { nodes, edges };
}

const CALL = "event:call-2022-05-06-3fa1";
const SUMMIT = "event:summit-2022-05";

describe("what a selection holds", () => {
  test.each<[string, GraphSelection, readonly string[] | undefined, readonly string[]]>([
    [
      "kinds: those nodes, and the facts between them",
      { kinds: new Set(["Person"]) },
      [BLINKEN, BILAWAL],
      ["01", "02", "03"],
    ],
    [
      "relations: those facts, and the nodes at their ends",
      { relations: new Set(["PARTICIPATED_IN", "PART_OF"]) },
      [CALL, "gov:PK", "org:pk-foreign-ministry", BLINKEN, BILAWAL],
      ["04", "05", "11"],
    ],
    ["modality", { modalities: new Set(["planned"]) }, [SUMMIT, "place:new-york"], ["06"]],
    ["weight", { minWeight: 2 }, ["gov:PK", BLINKEN, BILAWAL], ["01", "07"]],
    [
      "a day, of a fact or of the event at its end",
      { from: "2022-05-06", to: "2022-05-06" },
      [CALL, SUMMIT, BLINKEN, BILAWAL, "place:new-york"],
      ["01", "04", "05", "06"],
    ],
    ["from a day after", { from: "2022-05-07" }, [SUMMIT, "place:new-york"], ["06"]],
    ["to a day before", { to: "2022-04-30" }, [], []],
    [
      "a node of another kind around which it is",
      { kinds: new Set(["Person"]), around: { ids: ["gov:PK"], steps: 1 } },
      ["gov:PK", BILAWAL],
      ["07", "08"],
    ],
    ["no step: the node itself", { around: { ids: ["gov:PK"], steps: 0 } }, ["gov:PK"], ["08"]],
    [
      "two steps, none of them through an article",
      { around: { ids: ["org:pk-foreign-ministry"], steps: 2 } },
      ["gov:PK", "org:pk-foreign-ministry", BILAWAL],
      ["07", "08", "11"],
    ],
    [
      "an article around which it is",
      { around: { ids: ["article:9b2c1d7e0f3a4455"], steps: 1 } },
      ["article:9b2c1d7e0f3a4455", BLINKEN],
      ["09"],
    ],
  ])("%s", async (_, selection, nodes, edges) => {
    expect(await idsOf(selectGraph(sampleGraph(), selection))).toEqual({
      nodes,
      edges: edges.map((number) => `fact:${number}`),
    });
  });

  it("takes a fact of which one bound is known for one that may reach further", async () => {
    const graph = createGraph(
      [entity("person:a"), entity("person:b")],
      [
        edge("fact:1", "person:a", "MET", "person:b", { dateFrom: "2022-05-06" }),
        edge("fact:2", "person:a", "MET", "person:b", { dateTo: "2022-05-06" }),
        edge("fact:3", "person:a", "MET", "person:b"),
      ],
    );
    expect((await idsOf(selectGraph(graph, { from: "2023-01-01" }))).edges).toEqual(["fact:1"]);
    expect((await idsOf(selectGraph(graph, { to: "2022-01-01" }))).edges).toEqual(["fact:2"]);
  });

  it("is the graph itself where nothing is asked", () => {
    const graph = sampleGraph();
    expect(selectGraph(graph, {})).toBe(graph);
  });

  it("refuses a node that is not there", async () => {
    const view = selectGraph(sampleGraph(), { around: { ids: ["person:nobody"], steps: 1 } });
    await expect(idsOf(view)).rejects.toMatchObject({ code: "NOT_FOUND", message: /person:nobody/ });
  });
});

/** Small graphs in which conditions meet by chance. */
const graphs = fc
  .record({
    kinds: fc.array(fc.constantFrom("Person", "Place", "Article", "Event"), { minLength: 1, maxLength: 8 }),
    edges: fc.array(
      fc.record({
        source: fc.nat(),
        target: fc.nat(),
        relation: fc.constantFrom("MET", "VISITED"),
        modality: fc.constantFrom(...MODALITIES),
        weight: fc.integer({ min: 1, max: 3 }),
        dateFrom: fc.option(fc.constantFrom("2021-01-01", "2022-01-01", "2022-05-06")),
        dateTo: fc.option(fc.constantFrom("2022-05-06", "2022-12-31")),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ kinds, edges }): Graph => {
    const id = (number: number): string => `n${number % kinds.length}`;
    return createGraph(
      kinds.map((kind, i) => {
        if (kind === "Article") return article(id(i));
        return kind === "Event"
          ? event(id(i), { dateFrom: i % 2 === 0 ? "2022-05-06" : null })
          : entity(id(i), { kind });
      }),
      edges.map(({ source, target, relation, ...given }, i) => edge(`f${i}`, id(source), relation, id(target), given)),
    );
  });

const some = <Item>(...items: readonly Item[]): fc.Arbitrary<ReadonlySet<Item>> =>
  fc.subarray([...items]).map((list) => new Set(list));

const selections: fc.Arbitrary<GraphSelection> = fc.record(
  {
    kinds: some("Person", "Place", "Article", "Event"),
    relations: some("MET", "VISITED"),
    modalities: some(...MODALITIES),
    from: fc.constantFrom("2021-06-01", "2022-05-06"),
    to: fc.constantFrom("2021-06-01", "2022-05-06", "2023-01-01"),
    minWeight: fc.integer({ min: 1, max: 3 }),
    around: fc.record({ ids: fc.constant(["n0"]), steps: fc.nat(3) }),
  },
  { requiredKeys: [] },
);

/** What is asked of a fact, told once more and plainly. */
function keeps(selection: GraphSelection, graph: Graph, item: GraphEdge): boolean {
  const { relations, modalities, from = "0000", to = "9999", minWeight = 1 } = selection;
  if (relations?.has(item.relation) === false || modalities?.has(item.modality) === false) return false;
  if (item.weight < minWeight) return false;
  if (selection.from === undefined && selection.to === undefined) return true;
  const times = [item, graph.node(item.source), graph.node(item.target)].flatMap((one) =>
    one !== undefined && "dateFrom" in one && (one.dateFrom !== null || one.dateTo !== null) ? [one] : [],
  );
  const [time] = times;
  return time !== undefined && (time.dateFrom ?? "0000") <= to && (time.dateTo ?? "9999") >= from;
}

describe("any selection of any graph", () => {
  it("has no fact without its ends and none that was not asked for, in the order of the graph", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, selections, async (graph, selection) => {
        const found = await idsOf(selectGraph(graph, selection));
        const nodes = new Set(found.nodes);
        for (const id of found.edges) {
          const item = graph.edge(id)!;
          expect(nodes.has(item.source) && nodes.has(item.target) && keeps(selection, graph, item)).toBe(true);
        }
        expect(found.nodes).toEqual([...graph.nodes()].map(({ id }) => id).filter((id) => nodes.has(id)));
        const edges = new Set(found.edges);
        expect(found.edges).toEqual([...graph.edges()].map(({ id }) => id).filter((id) => edges.has(id)));
      }),
      { numRuns: 500 },
    );
  });

  it("loses no fact that matches, and within the steps none that a walk finds", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, selections, async (graph, selection) => {
        const found = new Set((await idsOf(selectGraph(graph, selection))).edges);
        const isCentre = (id: string): boolean => selection.around?.ids.includes(id) === true;
        const isKind = (id: string): boolean => isCentre(id) || (selection.kinds?.has(graph.node(id)!.kind) ?? true);
        const matching = [...graph.edges()].filter(
          (item) => keeps(selection, graph, item) && isKind(item.source) && isKind(item.target),
        );
        const distance = new Map<string, number>();
        const walk = (id: string, steps: number): void => {
          if ((distance.get(id) ?? Infinity) <= steps || steps > (selection.around?.steps ?? 0)) return;
          distance.set(id, steps);
          if (graph.node(id)!.type === "article" && !isCentre(id)) return;
          for (const item of matching) {
            if (item.source === id) walk(item.target, steps + 1);
            if (item.target === id) walk(item.source, steps + 1);
          }
        };
        if (selection.around !== undefined) walk("n0", 0);
        const isNear = (id: string): boolean => selection.around === undefined || distance.has(id);
        expect([...found]).toEqual(
          matching.filter(({ source, target }) => isNear(source) && isNear(target)).map(({ id }) => id),
        );
      }),
      { numRuns: 500 },
    );
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { GraphData } from "../../src/server/contract.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { computeVisibility, countAll, initialFilters, type Filters } from "../../viewer/src/graph/visibility.ts";
import { servedSource } from "../helpers/served-graph.ts";

let data: GraphData;
let filters: Filters;
beforeAll(() => {
  const { graph, positions, ontology } = servedSource();
  data = toGraphData(graph, positions, ontology, []);
  filters = initialFilters(data);
});

const nothing = { nodes: [], edges: [] };
const kind = (id: string): number => data.ontology.kinds.findIndex((term) => term.id === id);
const relation = (id: string): number => data.ontology.relations.findIndex((term) => term.id === id);
const node = (id: string): number => data.nodes.id.indexOf(id);

describe("the first view", () => {
  it("shows actors and events with what is said of them, and no articles", () => {
    const { counts, nodes } = computeVisibility(data, filters, nothing);
    expect(counts.kinds[kind("Article")]).toBe(0);
    expect(counts.kinds[kind("Event")]).toBe(6);
    expect(nodes[node("person:antony-blinken")]).toBe(1);
  });

  it("leaves out what is alleged or asked for, and nodes of which nothing else is said", () => {
    const { counts, nodes } = computeVisibility(data, filters, nothing);
    const shown = data.modalities.filter((_, index) => (counts.modalities[index] ?? 0) > 0);
    expect(shown).toEqual(["actual", "planned"]);
    expect(nodes[node("person:daniel-pearl")]).toBe(0);
  });
});

describe("filters", () => {
  it("hide the edges of a hidden kind with its nodes", () => {
    const before = computeVisibility(data, filters, nothing);
    const hiddenKinds = new Set([...filters.hiddenKinds, kind("Event")]);
    const after = computeVisibility(data, { ...filters, hiddenKinds }, nothing);
    expect(after.counts.kinds[kind("Event")]).toBe(0);
    expect(after.counts.relations[relation("PARTICIPATED_IN")]).toBe(0);
    expect(after.counts.relations[relation("SPOKE_WITH")]).toBe(before.counts.relations[relation("SPOKE_WITH")]);
  });

  it("hide nodes that nothing shown leads to, unless they are asked for", () => {
    const hiddenRelations = new Set(data.ontology.relations.keys());
    expect(computeVisibility(data, { ...filters, hiddenRelations }, nothing).counts.nodes).toBe(0);
    const all = computeVisibility(data, { ...filters, hiddenRelations, unconnected: true }, nothing);
    expect(all.counts.nodes).toBe(data.nodes.id.length - 5);
  });

  it("give way to what is selected", () => {
    const alleged = data.modalities.indexOf("alleged");
    const edge = data.edges.modality.indexOf(alleged);
    const { edges, nodes } = computeVisibility(data, filters, {
      nodes: [data.edges.source[edge] ?? 0, data.edges.target[edge] ?? 0],
      edges: [edge],
    });
    expect(edges[edge]).toBe(1);
    expect(nodes[data.edges.target[edge] ?? 0]).toBe(1);
  });
});

describe("counts", () => {
  it("take no mention in an article for a fact", () => {
    const all = countAll(data);
    const mentions = all.relations[relation("MENTIONED_IN")] ?? 0;
    expect(mentions).toBeGreaterThan(0);
    expect(all.facts).toBe(data.edges.id.length - mentions);
    expect(all.modalities.reduce((sum, count) => sum + count, 0)).toBe(all.facts);
  });
});

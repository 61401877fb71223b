import { describe, expect, it } from "vitest";
import { toGraphData } from "../../src/server/graph-data.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { computeVisibility, countAll, type Visibility } from "../../viewer/src/graph/visibility.ts";
import type { Facet } from "../../viewer/src/state/facets.ts";
import { type Filters, initialView } from "../../viewer/src/state/view.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const { data, facets } = model;
const view = initialView(data);
const { off } = view.filters;

const nothing = { nodes: [], edges: [] };
const show = (filters: Partial<Filters> = {}): Visibility =>
  computeVisibility(model, { ...view, filters: { ...view.filters, ...filters } }, nothing);
const without = (facet: Facet, ...values: readonly string[]): Filters["off"] => ({
  ...off,
  [facet]: new Set([...off[facet], ...values]),
});
const node = (id: string): number => data.nodes.id.indexOf(id);
const count = ({ counts }: Pick<Visibility, "counts">, facet: Facet, value: string): number =>
  counts.facets[facet][facets.values[facet].indexOf(value)] ?? -1;

describe("the first view", () => {
  it("shows actors and events with what is said of them, and no articles", () => {
    const shown = show();
    expect(count(shown, "kinds", "Article")).toBe(0);
    expect(count(shown, "kinds", "Event")).toBe(6);
    expect(shown.nodes[node("person:antony-blinken")]).toBe(1);
  });

  it("leaves out what is alleged or asked for, and nodes of which nothing else is said", () => {
    const shown = show();
    expect(facets.values.modalities.filter((modality) => count(shown, "modalities", modality) > 0)).toEqual([
      "actual",
      "planned",
    ]);
    expect(shown.nodes[node("person:daniel-pearl")]).toBe(0);
  });
});

describe("filters", () => {
  it("hide the edges of a hidden kind with its nodes", () => {
    const before = show();
    const after = show({ off: without("kinds", "Event") });
    expect(count(after, "kinds", "Event")).toBe(0);
    expect(count(after, "relations", "PARTICIPATED_IN")).toBe(0);
    expect(count(after, "relations", "SPOKE_WITH")).toBe(count(before, "relations", "SPOKE_WITH"));
  });

  it("hide nodes that nothing shown leads to, unless they are asked for", () => {
    const none = without("relations", ...facets.values.relations);
    expect(show({ off: none }).counts.nodes).toBe(0);
    expect(show({ off: none, unconnected: true }).counts.nodes).toBe(data.nodes.id.length - 5);
  });

  it("leave what one article says of the languages and sources that are on", () => {
    const urdu = show({ off: without("languages", "en", "de") });
    expect(urdu.counts.facts).toBeGreaterThan(0);
    expect(urdu.counts.facts).toBe(count(urdu, "languages", "ur"));
    expect(urdu.counts.facts).toBeLessThan(show().counts.facts);
    expect(show({ off: without("languages", "en", "de", "ur") }).counts.facts).toBe(0);
    const one = facets.values.sources[0] ?? "";
    const others = facets.values.sources.filter((source) => source !== one);
    const single = show({ off: without("sources", ...others) });
    expect(single.counts.facts).toBe(count(single, "sources", one));
  });

  it("leave what may lie in a time, and what has none where it is asked for", () => {
    const may = show({ from: "2022-05-01", to: "2022-05-31" });
    expect(may.counts.facts).toBeGreaterThan(0);
    for (const [edge, shown] of may.edges.entries()) {
      if (shown === 1) expect(data.edges.date[edge] ?? "2022-05").toMatch(/^2022/);
    }
    const withUndated = show({ from: "2022-05-01", to: "2022-05-31", undated: true });
    expect(withUndated.counts.facts).toBeGreaterThan(may.counts.facts);
    expect(show({ from: "1990-01-01", to: "1990-12-31" }).counts.facts).toBe(0);
    expect(show({ to: "1990-12-31", undated: true }).counts.facts).toBe(
      show({ from: "2100-01-01", undated: true }).counts.facts,
    );
  });

  it("leave what is as sure as is asked", () => {
    const least = 0.9;
    const sure = show({ confidence: least });
    for (const [edge, shown] of sure.edges.entries()) {
      if (shown === 1) expect(data.edges.confidence[edge]).toBeGreaterThanOrEqual(least);
    }
  });

  it("give way to what is selected", () => {
    const edge = data.edges.modality.indexOf(data.modalities.indexOf("alleged"));
    const ends = [data.edges.source[edge] ?? 0, data.edges.target[edge] ?? 0];
    const { edges, nodes } = computeVisibility(model, view, { nodes: ends, edges: [edge] });
    expect(edges[edge]).toBe(1);
    expect(nodes[data.edges.target[edge] ?? 0]).toBe(1);
  });
});

describe("counts", () => {
  it("take no mention in an article for a fact", () => {
    const counts = countAll(model);
    const mentions = count({ counts }, "relations", "MENTIONED_IN");
    expect(mentions).toBeGreaterThan(0);
    expect(counts.facts).toBe(data.edges.id.length - mentions);
    expect(counts.facets.modalities.reduce((sum, some) => sum + some, 0)).toBe(counts.facts);
  });
});

import { describe, expect, it } from "vitest";
import { toGraphData } from "../../src/server/graph-data.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import type { Facet } from "../../viewer/src/state/facets.ts";
import { pathWish } from "../../viewer/src/state/path-wish.ts";
import { type Filters, initialView } from "../../viewer/src/state/view.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const { filters } = initialView(model.data);
const ends = { from: "a", to: "b" };
const wish = (change: Partial<Filters> = {}) => pathWish(ends, 4, { ...filters, ...change }, model);
const off = (facet: Facet, values: readonly string[]): Partial<Filters> => ({
  off: { ...filters.off, [facet]: new Set(values) },
});

describe("a chain between two nodes", () => {
  it("goes at first over what is said to be or is to come, and through no article", () => {
    const first = wish();
    expect(first).toEqual({ ...ends, maxSteps: 4, modalities: ["actual", "planned"], through: first?.through });
    expect(first?.through).toContain("Event");
    expect(first?.through).not.toContain("Article");
  });

  it.each<[string, Partial<Filters>, object]>([
    ["a time", { from: "2022-01-01", to: "2022-12-31" }, { since: "2022-01-01", until: "2022-12-31" }],
    ["what has no date", { from: "2022-01-01", undated: true }, { since: "2022-01-01", undated: true }],
    ["a confidence", { confidence: 0.8 }, { minConfidence: 0.8 }],
  ])("keeps to %s", (_, change, expected) => {
    expect(wish(change)).toMatchObject(expected);
  });

  it("goes over no relation that is off, and nowhere where all are, or every way to say it", () => {
    const relations = wish(off("relations", ["MET"]))?.relations;
    expect(relations).toContain("SPOKE_WITH");
    expect(relations).not.toContain("MET");
    expect(wish(off("relations", model.facets.values.relations))).toBeUndefined();
    expect(wish(off("modalities", model.facets.values.modalities))).toBeUndefined();
  });

  it("joins the two at once where no kind is on that might stand between them", () => {
    const alone = wish(off("kinds", model.facets.values.kinds));
    expect(alone?.maxSteps).toBe(1);
    expect(alone?.through).toBeUndefined();
  });
});

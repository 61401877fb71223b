import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toGraphData } from "../../src/server/graph-data.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { type Address, fromHash, toHash } from "../../viewer/src/state/address.ts";
import type { Facet } from "../../viewer/src/state/facets.ts";
import type { Selection } from "../../viewer/src/state/selection.ts";
import { initialView, LABEL_LEVELS, type View } from "../../viewer/src/state/view.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const { data, facets } = createModel(toGraphData(graph, positions, ontology, []));
const first = initialView(data);
const there = (hash: string): Address => fromHash(hash, first, facets.values);

describe("a selection in the address", () => {
  it.each<Selection>([
    { type: "none" },
    { type: "node", id: "gov:PK" },
    { type: "node", id: "place:a&b=c#d" },
    { type: "fact", id: "fact:0123" },
    { type: "article", name: "001_7d70f8e804b6c5f2" },
    { type: "article", name: "https://example.org/?a=1&b=2", fact: "fact:0", evidence: 0 },
    { type: "article", name: "مضمون" },
    { type: "article", name: "001_7d70f8e804b6c5f2", node: "gov:PK" },
    { type: "path", from: "gov:PK", to: "gov:US" },
    { type: "picked" },
  ])("comes back as it was: %o", (selection) => {
    expect(there(toHash({ selection, view: first }, first))).toEqual({ selection, view: first });
  });

  it.each(["", "#", "#other", "#node", "#node=", "#%E0%A4%A"])("is none for %s", (hash) => {
    expect(there(hash)).toEqual({ selection: { type: "none" }, view: first });
  });
});

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 }).map((list) => new Set(list));
const day = fc.option(
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  { nil: undefined },
);
// Zero has one sign in an address.
const coordinate = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((number) => number + 0);
const place = fc.record({ x: coordinate, y: coordinate });
const some = (facet: Facet): fc.Arbitrary<ReadonlySet<string>> =>
  fc.subarray([...facets.values[facet]]).map((list) => new Set(list));
const views: fc.Arbitrary<View> = fc.record({
  filters: fc.record({
    off: fc.record({
      kinds: some("kinds"),
      relations: some("relations"),
      modalities: some("modalities"),
      languages: some("languages"),
      sources: some("sources"),
    }),
    from: day,
    to: day,
    undated: fc.boolean(),
    confidence: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
    unconnected: fc.boolean(),
  }),
  stage: fc.option(ids, { nil: undefined }),
  away: ids,
  asked: ids,
  picked: ids,
  pinned: fc.array(fc.tuple(fc.string({ minLength: 1 }), place), { maxLength: 3 }).map((list) => new Map(list)),
  look: fc.record({
    colour: fc.constantFrom("kind", "community"),
    size: fc.constantFrom("facts", "texts"),
    labels: fc.constantFrom(...LABEL_LEVELS),
  }),
});

describe("a view in the address", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(there(toHash({ selection: { type: "none" }, view }, first)).view).toEqual(view);
      }),
      { numRuns: 300 },
    );
  });

  it("is not told where it is the first one, and in words where it is another", () => {
    expect(toHash({ selection: { type: "none" }, view: first }, first)).toBe("");
    const filters = { ...first.filters, from: "2022-05-01", off: { ...first.filters.off, kinds: new Set(["Place"]) } };
    const hash = toHash({ selection: { type: "none" }, view: { ...first, filters } }, first);
    expect(hash).toBe("#no-kinds=Place&also-kinds=Article&since=2022-05-01");
  });

  it.each([
    "#no-kinds=Nothing&since=yesterday&until=2022-02-31x&confidence=7&labels=all&colour=blue&pin=1,2&camera=1,2",
    "#pin=a,b,c&pin=,,&pin=1,,x&camera=,,&camera=NaN,1,1&confidence=-1",
  ])("is the first one where it cannot be read: %s", (hash) => {
    expect(there(hash)).toEqual({ selection: { type: "none" }, view: first });
  });

  it("carries the camera", () => {
    const camera = { x: 0.5, y: -0.25, ratio: 0.1234 };
    expect(there(toHash({ selection: { type: "none" }, view: first, camera }, first)).camera).toEqual(camera);
  });
});

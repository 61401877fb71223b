import { describe, expect, it } from "vitest";
import { dayNumber, isoDay } from "../../src/model/time.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { createModel } from "../../viewer/src/graph/model.ts";
import { computeVisibility } from "../../viewer/src/graph/visibility.ts";
import { initialView } from "../../viewer/src/state/view.ts";
import { columnAt, makeAxis, ticksOf } from "../../viewer/src/timeline/axis.ts";
import { daysOf, moveEnd, moveRange, rangeOf } from "../../viewer/src/timeline/brush.ts";
import { factsOf, happeningsOf, type Scope, scopeOf } from "../../viewer/src/timeline/happenings.ts";
import { axisOf, makeHistogram } from "../../viewer/src/timeline/histogram.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph, positions, ontology } = servedSource();
const model = createModel(toGraphData(graph, positions, ontology, []));
const { data } = model;
const shown = computeVisibility(model, initialView(data), { nodes: [], edges: [] });

const days = (...texts: readonly string[]): readonly number[] => texts.map(dayNumber);
/** Columns as they are read: `2022-05-06`, `2022-05-07 … 2022-05-17` for a gap. */
const told = (...texts: readonly string[]): readonly string[] =>
  makeAxis(days(...texts), 8).columns.map(({ from, to, isGap }) =>
    isGap ? `${isoDay(from)} … ${isoDay(to)}` : from === to ? isoDay(from) : `${isoDay(from)} ${isoDay(to)}`,
  );

describe("the axis", () => {
  it.each([
    ["has a column for each day", ["2022-05-07", "2022-05-06"], ["2022-05-06", "2022-05-07"]],
    ["has the days between", ["2022-02-28", "2022-03-02"], ["2022-02-28", "2022-03-01", "2022-03-02"]],
    [
      "leaves long stretches out",
      ["2022-05-06", "2022-05-18"],
      ["2022-05-06", "2022-05-07 … 2022-05-17", "2022-05-18"],
    ],
    [
      "draws three empty days",
      ["2022-05-06", "2022-05-10"],
      ["2022-05-06", "2022-05-07", "2022-05-08", "2022-05-09", "2022-05-10"],
    ],
    ["leaves four out", ["2022-05-06", "2022-05-11"], ["2022-05-06", "2022-05-07 … 2022-05-10", "2022-05-11"]],
    [
      "has as many columns as there is room for",
      ["2022-05-01", "2022-05-03", "2022-05-05", "2022-05-07", "2022-05-08"],
      Array.from({ length: 8 }, (_, day) => `2022-05-0${day + 1}`),
    ],
    [
      "is of months where there are too many days",
      ["2022-01-01", "2022-01-04", "2022-01-07", "2022-01-10", "2022-02-28"],
      ["2022-01-01 2022-01-31", "2022-02-01 2022-02-28"],
    ],
    [
      "is of years where there are too many months",
      ["0099-01-01", "0099-04-01", "0099-07-01", "0099-10-01", "0100-02-01"],
      ["0099-01-01 0099-12-31", "0100-01-01 0100-12-31"],
    ],
    ["is empty without days", [], []],
  ])("%s", (_, texts, expected) => {
    expect(told(...texts)).toEqual(expected);
  });

  it("knows in which column a day lies, or beside which", () => {
    const axis = makeAxis(days("2022-05-06", "2022-05-18"), 8);
    expect(
      days("1990-01-01", "2022-05-06", "2022-05-10", "2022-05-18", "2030-01-01").map((day) => columnAt(axis, day)),
    ).toEqual([0, 0, 1, 2, 2]);
    expect(columnAt(makeAxis([], 8), 0)).toBe(-1);
  });

  it("has words where a month begins and behind a gap, and none too near to each other", () => {
    const axis = makeAxis(days("2022-04-29", "2022-05-01", "2022-05-18"), 8);
    expect(axis.columns).toHaveLength(5);
    expect(ticksOf(axis, 1)).toEqual([0, 2, 4]);
    expect(ticksOf(axis, 3)).toEqual([0, 4]);
    // A gap gets none, though a month begins with it.
    expect(ticksOf(makeAxis(days("2022-04-30", "2022-05-18"), 8), 1)).toEqual([0, 2]);
  });
});

describe("the brush", () => {
  const axis = makeAxis(days("2022-05-06", "2022-05-18", "2022-05-19"), 8);

  it("asks for the days of its columns, and for no end at the ends of the axis", () => {
    expect(daysOf(axis, { first: 2, last: 2 })).toEqual({ from: "2022-05-18", to: "2022-05-18" });
    expect(daysOf(axis, { first: 0, last: 3 })).toEqual({ from: undefined, to: undefined });
  });

  it("lies over what is asked for", () => {
    expect(rangeOf(axis, { from: undefined, to: undefined })).toEqual({ first: 0, last: 3 });
    expect(rangeOf(axis, { from: "2022-05-10", to: "2022-05-18" })).toEqual({ first: 1, last: 2 });
    expect(rangeOf(axis, { from: "2022-06-01", to: "2022-05-01" })).toEqual({ first: 0, last: 3 });
  });

  it.each([
    ["moves", "first", 2, { first: 2, last: 3 }],
    ["does not pass the other", "first", 9, { first: 3, last: 3 }],
    ["rests on no gap", "first", 1, { first: 2, last: 3 }],
    ["stays on the axis", "first", -Infinity, { first: 0, last: 3 }],
    ["stays on the axis", "last", Infinity, { first: 0, last: 3 }],
    ["rests on no gap", "last", 1, { first: 0, last: 0 }],
  ] as const)("an end %s: %s to %s", (_, end, to, expected) => {
    expect(moveEnd(axis, { first: 0, last: 3 }, end, to)).toEqual(expected);
  });

  it("moves as a whole as far as there is room", () => {
    expect(moveRange(axis, { first: 0, last: 1 }, 5)).toEqual({ first: 2, last: 3 });
    expect(moveRange(axis, { first: 1, last: 2 }, -5)).toEqual({ first: 0, last: 1 });
  });
});

describe("the histogram", () => {
  const facts = factsOf(model, shown, { type: "all" });

  it("counts each dated fact in its column, and tells how many have no date", () => {
    const { exact, dated, undated } = makeHistogram(model, facts, axisOf(model, facts));
    expect(dated + undated).toBe(facts.length);
    expect(undated).toBe(facts.filter((edge) => data.edges.from[edge] === null && data.edges.to[edge] === null).length);
    const exactDays = facts.filter(
      (edge) => data.edges.from[edge] !== null && data.edges.from[edge] === data.edges.to[edge],
    );
    expect(exactDays.length).toBeGreaterThan(0);
    expect(exact.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(exactDays.length);
  });

  it("counts what is less exact wherever it may lie, and makes no columns of it", () => {
    const spans = [
      ["2022-05-06", "2022-05-06"],
      ["2022-05-07", "2022-05-08"],
      ["2022-01-01", "2022-12-31"],
      ["1990-01-01", "1990-12-31"],
    ].map((span) => span.map(dayNumber));
    const edges = { ...data.edges, from: spans.map(([from]) => from ?? null), to: spans.map(([, to]) => to ?? null) };
    const other = { ...model, data: { ...data, edges } };
    const axis = axisOf(other, spans.keys());
    expect(axis.columns.map(({ from }) => isoDay(from))).toEqual([
      "1990-01-01",
      "1990-01-02",
      "2022-05-06",
      "2022-05-07",
      "2022-05-08",
    ]);
    const { exact, wide } = makeHistogram(other, spans.keys(), axis);
    expect(exact).toEqual([0, 0, 1, 0, 0]);
    expect(wide).toEqual([1, 2, 1, 2, 2]);
  });
});

it("a fact of which one end is known is dated, and in no column", () => {
  const edges = {
    ...data.edges,
    from: [dayNumber("2022-05-06"), dayNumber("2022-05-06"), null],
    to: [null, dayNumber("2022-05-06"), null],
  };
  const other = { ...model, data: { ...data, edges } };
  const { exact, wide, dated, undated } = makeHistogram(other, [0, 1, 2], axisOf(other, [0, 1, 2]));
  expect({ exact, wide, dated, undated }).toEqual({ exact: [1], wide: [0], dated: 2, undated: 1 });
});

describe("what happened", () => {
  const tell = (scope: Scope): readonly string[] =>
    happeningsOf(model, factsOf(model, shown, scope)).map(({ event, edges }) =>
      event === undefined ? (data.edges.id[edges[0] ?? -1] ?? "") : (data.nodes.id[event] ?? ""),
    );

  it("is told in its order, what has no date last, and each fact once", () => {
    const happenings = happeningsOf(model, factsOf(model, shown, { type: "all" }));
    const begins = happenings.map(({ from, to }) => (from === null && to === null ? Infinity : (from ?? -Infinity)));
    expect(begins).toEqual([...begins].sort((a, b) => a - b));
    const edges = happenings.flatMap((happening) => happening.edges);
    expect([...edges].sort((a, b) => a - b)).toEqual(factsOf(model, shown, { type: "all" }));
  });

  it("has a fact with the event in which it happened", () => {
    const call = data.nodes.id.indexOf("event:call-2022-05-06");
    const spoke = data.edges.event.indexOf(call);
    expect(spoke).toBeGreaterThan(-1);
    const happening = happeningsOf(model, factsOf(model, shown, { type: "all" })).find(({ event }) => event === call);
    expect(happening?.edges).toContain(spoke);
    expect(happening?.edges.length).toBeGreaterThan(1);
  });

  it("between some nodes is what two of them do, and where two of them take part", () => {
    const ids = ["person:antony-blinken", "person:bilawal-bhutto-zardari"];
    const between = tell({ type: "between", ids });
    expect(between).toContain("event:call-2022-05-06");
    expect(between.length).toBeLessThan(tell({ type: "node", id: "person:antony-blinken" }).length);
    expect(tell({ type: "between", ids: ["person:antony-blinken", "person:qamar-bajwa"] })).not.toContain(
      "event:call-2022-05-06",
    );
  });

  it("is only what is said of the world, also where articles are in the picture", () => {
    const { filters, ...view } = initialView(data);
    const all = { ...view, filters: { ...filters, off: { ...filters.off, kinds: new Set<string>() } } };
    const visibility = computeVisibility(model, all, { nodes: [], edges: [] });
    const facts = factsOf(model, visibility, { type: "all" });
    expect(visibility.edges.filter((isShown) => isShown === 1).length).toBeGreaterThan(facts.length);
    expect(facts).toEqual(factsOf(model, shown, { type: "all" }));
  });

  it("in an event is what happened in it and who took part, of two also what they share", () => {
    const call = data.nodes.id.indexOf("event:call-2022-05-06");
    const inIt = factsOf(model, shown, { type: "node", id: "event:call-2022-05-06" });
    expect(inIt.filter((edge) => data.edges.event[edge] === call)).toHaveLength(1);
    const parts = inIt.filter((edge) => data.edges.target[edge] === call);
    expect(parts).toHaveLength(2);
    const ids = ["person:antony-blinken", "person:bilawal-bhutto-zardari"];
    expect(factsOf(model, shown, { type: "between", ids })).toEqual(expect.arrayContaining(parts));
    const states = ["gov:PK", "gov:RU"].map((id) => data.nodes.id.indexOf(id));
    const direct = factsOf(model, shown, { type: "between", ids: ["gov:PK", "gov:RU"] });
    expect(direct.map((edge) => [data.edges.source[edge], data.edges.target[edge]])).toEqual([states]);
  });

  it("in an article is what it says", () => {
    const name = data.articles.name[0] ?? "";
    for (const edge of factsOf(model, shown, { type: "article", name })) expect(data.edges.articles[edge]).toContain(0);
    expect(tell({ type: "article", name }).length).toBeGreaterThan(0);
    expect(tell({ type: "article", name: "none" })).toEqual([]);
  });

  it.each([
    ["of what is selected", { type: "node", id: "gov:PK" }, ["gov:US"], { type: "node", id: "gov:PK" }],
    ["of a pair", { type: "path", from: "gov:PK", to: "gov:US" }, [], { type: "between", ids: ["gov:PK", "gov:US"] }],
    ["of what is picked", { type: "none" }, ["gov:PK", "gov:US"], { type: "between", ids: ["gov:PK", "gov:US"] }],
    ["of one that is picked", { type: "picked" }, ["gov:PK"], { type: "node", id: "gov:PK" }],
    ["of everything else", { type: "fact", id: "fact:none" }, [], { type: "all" }],
  ] as const)("is told %s", (_, selection, picked, expected) => {
    expect(scopeOf(model, selection, new Set(picked))).toEqual(expected);
  });
});

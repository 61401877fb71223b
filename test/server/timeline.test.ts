import { describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { Graph } from "../../src/model/graph.ts";
import { MODALITIES } from "../../src/model/modality.ts";
import type { Timeline } from "../../src/server/contract.ts";
import { createDerive } from "../../src/server/derived.ts";
import { makeTimeline, type TimelineOptions } from "../../src/server/timeline.ts";
import { article, edge, entity, event, evidence } from "../helpers/graph.ts";
import { readOntology } from "../helpers/served-graph.ts";

const day = (date: string): { date: string; dateFrom: string; dateTo: string } => ({
  date,
  dateFrom: date,
  dateTo: date,
});

/** Two events in which A and B are, one of A alone, dated and undated facts, and an article. */
const GRAPH = createGraph(
  [
    ...["a", "b", "c"].map((id) => entity(id)),
    event("call", { eventType: "Call", ...day("2022-05-06") }),
    event("summit", { eventType: "Summit", date: "2022-05", dateFrom: "2022-05-01", dateTo: "2022-05-31" }),
    event("journey", { eventType: "Visit", dateFrom: "2022-05-01", dateTo: null }),
    article("article:1", { publishedAt: "2022-05-06" }),
  ],
  [
    edge("f1", "a", "SPOKE_WITH", "b", { event: "call" }),
    edge("f2", "a", "PARTICIPATED_IN", "call"),
    edge("f3", "a", "PARTICIPATED_IN", "summit", { weight: 1 }),
    edge("f4", "b", "PARTICIPATED_IN", "summit", { weight: 3 }),
    edge("f5", "c", "PARTICIPATED_IN", "summit", { modality: "alleged" }),
    edge("f6", "a", "PARTICIPATED_IN", "journey"),
    edge("f7", "a", "MET", "c", day("2021-01-01")),
    edge("f8", "a", "CRITICIZED", "c"),
    edge("f9", "a", "MENTIONED_IN", "article:1", day("2022-05-06")),
  ],
);

function timeline(options: Partial<TimelineOptions> = {}, graph: Graph = GRAPH): Timeline {
  const derive = createDerive({ graph, positions: new Map(), ontology: readOntology(), article: () => undefined });
  return makeTimeline(derive(), { modalities: MODALITIES, limit: 100, offset: 0, ...options });
}

/** The entries by the ids of their events, or of their facts. */
const idsOf = ({ entries }: Timeline): readonly (string | undefined)[] =>
  entries.map(({ event: of, facts }) => of?.id ?? facts[0]?.id);

describe("a timeline", () => {
  it("has events and dated facts, the earliest first, what ends earlier before what is open", () => {
    const whole = timeline();
    expect(idsOf(whole)).toEqual(["f7", "summit", "journey", "call"]);
    expect([whole.total, whole.undated]).toEqual([4, 1]);
    expect(whole.entries.map(({ total }) => total)).toEqual([1, 3, 1, 2]);
  });

  it.each<readonly [Partial<TimelineOptions>, readonly string[]]>([
    [{ from: "2022-05-07" }, ["summit", "journey"]],
    [{ to: "2022-04" }, ["f7"]],
    [{ to: "2022-05-01" }, ["f7", "summit", "journey"]],
    [{ from: "2021", to: "2021" }, ["f7"]],
    [{ from: "2030" }, ["journey"]],
    [{ events: ["Summit", "call"] }, ["summit", "call"]],
    [{ relations: ["MET"] }, ["f7"]],
    [{ modalities: ["alleged"] }, ["summit"]],
    [{ limit: 1, offset: 1 }, ["summit"]],
    [{ node: "b" }, ["summit", "call"]],
    [{ node: "b", with: "a" }, ["summit", "call"]],
    [{ node: "a", with: "c" }, ["f7", "summit"]],
    [{ node: "b", with: "c" }, ["summit"]],
  ])("of %j holds %j", (options, ids) => {
    expect(idsOf(timeline(options))).toEqual(ids);
  });

  it("shows ten facts of an entry, those first that most texts say, and of each two articles", () => {
    const people = Array.from({ length: 12 }, (_, index) => entity(`p${String(index).padStart(2, "0")}`));
    const said = ["a1", "a1", "a2", "a3"].map((name) => evidence("They met.", { article: name }));
    const graph = createGraph(
      [...people, event("summit", { eventType: "Summit", ...day("2022-05-06") })],
      people.map(({ id }, index) => edge(`f${id}`, id, "PARTICIPATED_IN", "summit", { weight: index, evidence: said })),
    );
    const [entry] = timeline({}, graph).entries;
    expect([entry?.total, entry?.facts.length]).toEqual([12, 10]);
    expect(entry?.facts.map(({ weight }) => weight)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(entry?.facts[0]?.evidence.map((item) => item.article.name)).toEqual(["a1", "a2"]);
  });

  it("is the same whatever was asked before", () => {
    const derive = createDerive({
      graph: GRAPH,
      positions: new Map(),
      ontology: readOntology(),
      article: () => undefined,
    });
    const ask = (options: Partial<TimelineOptions>): Timeline =>
      makeTimeline(derive(), { modalities: MODALITIES, limit: 100, offset: 0, ...options });
    const whole = ask({});
    ask({ relations: ["PARTICIPATED_IN"], modalities: ["alleged"], to: "2022" });
    expect(ask({})).toEqual(whole);
  });
});

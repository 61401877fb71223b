import { expect, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { findPaths, type PathOptions } from "../../src/server/connections.ts";
import type { Paths } from "../../src/server/contract.ts";
import { createDerive } from "../../src/server/derived.ts";
import { article, edge, entity } from "../helpers/graph.ts";
import { readOntology } from "../helpers/served-graph.ts";

/** A and B are both in one article, and know each other through C and through the organization D. */
const GRAPH = createGraph(
  [entity("a"), entity("b"), entity("c"), entity("d", { kind: "Organization" }), article("article:1")],
  [
    ...Array.from({ length: 7 }, (_, index) => edge(`f${index}`, "a", "MET", "c", { weight: index + 1 })),
    edge("f7", "a", "MET", "c", { weight: 99, modality: "alleged" }),
    edge("f8", "c", "MET", "b"),
    edge("f9", "a", "MEMBER_OF", "d"),
    edge("g0", "b", "MEMBER_OF", "d"),
    edge("g1", "a", "MENTIONED_IN", "article:1"),
    edge("g2", "b", "MENTIONED_IN", "article:1"),
  ],
);
const derive = createDerive({
  graph: GRAPH,
  positions: new Map(),
  ontology: readOntology(),
  article: () => undefined,
});

function paths(options: Partial<PathOptions> = {}): Paths {
  return findPaths(derive(), { from: "a", to: "b", maxSteps: 4, limit: 5, modalities: ["actual"], ...options });
}

const idsOf = ({ chains }: Paths): readonly string[] => chains.map(({ nodes }) => nodes.map(({ id }) => id).join(" "));

test("chains lead through entities, those first whose facts most texts say", () => {
  expect(idsOf(paths())).toEqual(["a c b", "a d b"]);
  expect(idsOf(paths({ through: ["Organization"] }))).toEqual(["a d b"]);
  expect(idsOf(paths({ relations: ["MET"] }))).toEqual(["a c b"]);
  expect(paths({ limit: 1 })).toMatchObject({ length: 2, total: 2, chains: [{}] });
  expect(paths({ maxSteps: 1 })).toMatchObject({ length: null, total: 0, chains: [] });
});

test("a step has the five facts that most texts say, of those that are wanted", () => {
  const [step] = paths({ relations: ["MET"] }).chains[0]?.steps ?? [];
  expect(step?.total).toBe(7);
  expect(step?.facts.map(({ weight }) => weight)).toEqual([7, 6, 5, 4, 3]);
  const [other] = paths({ modalities: ["actual", "alleged"], through: ["Person"] }).chains[0]?.steps ?? [];
  expect([other?.total, other?.facts[0]?.modality]).toEqual([8, "alleged"]);
});

/** Ways from A to B: in May, from June on, and at no known time. */
const TIMES = createGraph(
  ["a", "b", "may", "june", "never"].map((id) => entity(id)),
  [
    edge("f1", "a", "MET", "may", { dateFrom: "2022-05-06", dateTo: "2022-05-31", confidence: 0.9 }),
    edge("f2", "b", "MET", "may", { dateFrom: "2022-05-06", dateTo: "2022-05-31", confidence: 0.9 }),
    edge("f3", "a", "MET", "june", { dateFrom: "2022-06-01", dateTo: null, confidence: 0.849 }),
    edge("f4", "b", "MET", "june", { dateFrom: "2022-06-01", dateTo: null, confidence: 0.9 }),
    edge("f5", "a", "MET", "never", { dateFrom: null, dateTo: null, confidence: 0.8 }),
    edge("f6", "b", "MET", "never", { dateFrom: null, dateTo: null, confidence: 0.8 }),
  ],
);

test.each<[string, Partial<PathOptions>, readonly string[]]>([
  ["nothing", {}, ["june", "may", "never"]],
  ["a time that begins", { since: "2022-06" }, ["june"]],
  ["a time that ends", { until: "2022-05" }, ["may"]],
  ["a time that ends on the first day of what is to come", { until: "2022-06-01" }, ["june", "may"]],
  ["one day of many", { since: "2022-05-31", until: "2022-05-31" }, ["may"]],
  ["a time, and what has none", { since: "2024", undated: true }, ["june", "never"]],
  ["a time that is over", { since: "2022-06", until: "2022-05" }, []],
  ["a confidence, as it is shown", { minConfidence: 0.85 }, ["june", "may"]],
  ["a confidence that nothing has", { minConfidence: 0.99 }, []],
])("chains keep to %s", (_, limits, expected) => {
  const source = { graph: TIMES, positions: new Map(), ontology: readOntology(), article: () => undefined };
  const of = { from: "a", to: "b", maxSteps: 4, limit: 5, modalities: ["actual"] as const, ...limits };
  expect(idsOf(findPaths(createDerive(source)(), of))).toEqual(expected.map((middle) => `a ${middle} b`));
});

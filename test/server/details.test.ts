import { expect, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { articleIdOf } from "../../src/model/ids.ts";
import { createDetails } from "../../src/server/details.ts";
import { article, edge, entity, event, evidence } from "../helpers/graph.ts";

const details = createDetails(
  createGraph(
    [entity("a"), entity("b"), entity("c"), event("e1"), event("e2"), event("e3")],
    [
      edge("f1", "a", "MET", "b"),
      edge("f2", "b", "PRAISED", "a"),
      edge("f3", "a", "SUPPORTS", "a"),
      edge("f4", "a", "OPPOSES", "a"),
      edge("f5", "a", "MET", "c"),
      edge("g1", "a", "PARTICIPATED_IN", "e1", { date: "2021" }),
      edge("g2", "a", "PARTICIPATED_IN", "e2", { date: "2022-05" }),
      edge("g3", "a", "PARTICIPATED_IN", "e3"),
    ],
  ),
);

test("other facts of a pair are those between the same two, whichever way, and no loops at one of them", () => {
  const parallel = (id: string): readonly string[] | undefined => details.edge(id)?.parallel.map((fact) => fact.id);
  expect([parallel("f1"), parallel("f3"), parallel("f5")]).toEqual([["f2"], ["f4"], []]);
});

test("events of a node come with the latest first, and without a date last", () => {
  expect(details.node("a")?.events.map(({ other }) => other.id)).toEqual(["e2", "e1", "e3"]);
  expect(details.node("a", { limit: 1, offset: 1 })).toMatchObject({
    events: [{ other: { id: "e1" } }],
    facts: [{ id: "f2" }],
    totals: { facts: 5, events: 3, articles: 0, inEvent: 0 },
  });
});

test("of a long list those come first of which most is said, of articles the latest", () => {
  const mentioned = [
    article("article:1", { label: "b" }),
    article("article:2", { label: "a" }),
    article("article:3", { label: "c", publishedAt: "2021-05-06" }),
    article("article:4", { label: "d", publishedAt: "2022" }),
  ];
  const graph = createGraph(
    [entity("a"), entity("b"), ...mentioned],
    [
      edge("f1", "a", "MET", "b"),
      edge("f2", "b", "PRAISED", "a", { weight: 3 }),
      ...mentioned.map(({ id }) => edge(`m${id}`, "a", "MENTIONED_IN", id)),
    ],
  );
  const node = createDetails(graph).node("a", { limit: 3, offset: 0 });
  expect(node?.facts.map(({ id }) => id)).toEqual(["f2", "f1"]);
  expect(node?.articles.map(({ name }) => name)).toEqual(["d", "c", "a"]);
  expect(node?.totals.articles).toBe(4);
});

test("a fact is reported from the day of its first article to that of its last, whatever their names", () => {
  const [late, early, undated] = [
    article("article:1", { label: "a1", publishedAt: "2022-05-06" }),
    article("article:2", { label: "a2", publishedAt: "2021-07" }),
    article("article:3", { label: "a3" }),
  ];
  const said = ["a1", "a2", "a3"].map((name) => evidence("Yes.", { article: name }));
  const nodes = [entity("a"), entity("b"), late, early, undated];
  const graph = createGraph(nodes, [edge("f1", "a", "MET", "b", { evidence: said })]);
  expect(createDetails(graph).node("a")?.facts[0]?.reported).toEqual({ first: "2021-07", last: "2022-05-06" });
});

test("other names of a node are those that are neither its label nor of a language", () => {
  const node = entity("a", {
    label: "Ada",
    aliases: ["Ada", "Ada L.", "Ada Lovelace"],
    names: { en: ["Ada Lovelace"] },
  });
  expect(createDetails(createGraph([node], [])).node("a")).toMatchObject({ aliases: ["Ada L."], aliasCounts: [1] });
});

test("what is said against a fact comes with the first places of three articles", () => {
  const said = ["a1", "a1", "a2", "a3", "a4"].map((name, start) => evidence("No.", { article: name, start }));
  const graph = createGraph(
    [entity("a"), entity("b")],
    [edge("f1", "a", "MET", "b"), edge("f2", "a", "MET", "b", { modality: "denied", evidence: said })],
  );
  const [dispute] = createDetails(graph).edge("f1")?.dispute ?? [];
  expect(dispute?.evidence.map(({ article: { name }, start }) => `${name} ${start}`)).toEqual(["a1 0", "a2 2", "a3 3"]);
});

test("an article lists where else its text was found", () => {
  const elsewhere = { name: "b", outlet: "Arab News", url: "https://example.org/b" };
  const stored = { id: articleIdOf("T"), text: "T", sources: [{ name: "a", outlet: "Dawn" }, elsewhere] } as const;
  expect(details.article("a", stored).otherSources).toEqual([elsewhere]);
});

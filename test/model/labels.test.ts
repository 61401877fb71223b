import { describe, expect, it, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { inLanguage, languagesOfNames, withLabels } from "../../src/model/labels.ts";
import { article, edge, entity, event } from "../helpers/graph.ts";
import { graphOf, articleOf, knowledge } from "../helpers/knowledge.ts";

const BLINKEN = "person:antony-blinken";
const PALME = "person:olof-palme";
const eventTypes = new Map([["Call", { en: "Call", de: "Telefonat", ur: "ٹیلی فونک رابطہ" }]]);
const graph = createGraph(
  [
    entity(BLINKEN, { label: "Antony Blinken", names: { en: ["Antony Blinken", "Blinken"], ur: ["اینٹونی بلنکن"] } }),
    entity(PALME, { label: "Olof Palme", names: { de: ["Olof Palme"], sv: ["Olof P."] } }),
    event("event:call", { label: "Call: Antony Blinken – Olof Palme", names: { de: ["Gespräch"] }, properNames: [] }),
    event("event:alone", { label: "the talks", names: { en: ["the talks"], ur: ["بات چیت"] }, properNames: [] }),
    event("event:other", { eventType: "Unheard", label: "Unheard", properNames: [] }),
    event("event:conference", {
      label: "Munich Security Conference",
      names: {
        en: ["Munich Security Conference"],
        de: ["Münchner Sicherheitskonferenz", "Treffen in Bayern"],
        ur: ["اجلاس"],
      },
      properNames: ["Munich Security Conference", "Münchner Sicherheitskonferenz"],
    }),
    article("article:a", { label: "000" }),
  ],
  [
    edge("fact:1", BLINKEN, "PARTICIPATED_IN", "event:call"),
    edge("fact:2", PALME, "PARTICIPATED_IN", "event:call"),
    edge("fact:3", PALME, "PARTICIPATED_IN", "event:call", { modality: "planned" }),
    edge("fact:4", BLINKEN, "PARTICIPATED_IN", "event:conference"),
  ],
);
const labelled = (...languages: readonly string[]) => withLabels(graph, { languages, eventTypes });

describe("labels in other languages", () => {
  it.each([
    [BLINKEN, ["ur"], "اینٹونی بلنکن"],
    [BLINKEN, ["de"], "Antony Blinken"],
    [PALME, ["ur", "sv"], "Olof P."],
    [PALME, [], "Olof Palme"],
    ["event:call", ["ur"], "ٹیلی فونک رابطہ: Olof Palme – اینٹونی بلنکن"],
    ["event:call", ["de"], "Telefonat: Antony Blinken – Olof Palme"],
    ["event:call", ["fr"], "Call: Antony Blinken – Olof Palme"],
    ["event:alone", ["ur"], "بات چیت"],
    ["event:other", ["ur"], "Unheard"],
    ["event:conference", ["de"], "Münchner Sicherheitskonferenz"],
    // A description is no name, where it has names.
    ["event:conference", ["ur"], "Munich Security Conference"],
    ["article:a", ["ur"], "000"],
  ])("of %s in %j: %s", (id, languages, label) => {
    expect(labelled(...languages).node(id)?.label).toBe(label);
    expect([...labelled(...languages).nodes()].find((node) => node.id === id)?.label).toBe(label);
  });

  it("leave everything else as it is", () => {
    const other = labelled("ur");
    const usual = [...other.nodes()].map((node) => ({ ...node, label: graph.node(node.id)?.label }));
    expect(usual).toEqual([...graph.nodes()]);
    expect([...other.edges()]).toEqual([...graph.edges()]);
    expect([other.nodeCount, other.edgeCount]).toEqual([graph.nodeCount, graph.edgeCount]);
    expect(other.edgesOf(BLINKEN)).toEqual(graph.edgesOf(BLINKEN));
    expect(other.node("nobody")).toBeUndefined();
  });

  it("are those that a graph has, where none are asked for", () => {
    const built = graphOf([
      articleOf(
        "Bundeskanzler Olaf Scholz sprach am Freitag mit dem ukrainischen Präsidenten Wolodymyr Selenskyj. Die Münchner Sicherheitskonferenz beginnt am Montag. Bei einem Anschlag in Kabul starben 14 Menschen.",
        { publishedAt: "2022-05-06" },
      ),
      articleOf("US President Joe Biden met Chancellor Olaf Scholz on Monday. The election will be held in Libya.", {
        name: "b",
      }),
    ]);
    const types = new Map(knowledge.ontology.events.map(({ id, labels }) => [id, labels]));
    const again = withLabels(built, { languages: [], eventTypes: types });
    expect([...built.nodes()].filter(({ type }) => type === "event").length).toBeGreaterThan(2);
    expect([...again.nodes()]).toEqual([...built.nodes()]);
  });
});

test("the languages in which nodes have names are told by how many do", () => {
  expect(languagesOfNames(graph)).toEqual(["de", "en", "ur", "sv"]);
});

test.each([
  [{ en: 1, ur: 2 }, ["ur"], 2],
  [{ en: 1, ur: 2 }, ["fr"], 1],
  [{ ur: 2, fr: 3 }, [], 3],
  [{ ur: undefined }, ["ur"], undefined],
])("of %j in %j it is %s", (values, languages, value) => {
  expect(inLanguage<number>(values, languages)).toBe(value);
});

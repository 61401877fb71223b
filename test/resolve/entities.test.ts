import { describe, expect, it } from "vitest";
import { createPhonetics } from "../../src/language/phonetic.ts";
import type { EntityDraft } from "../../src/model/extraction.ts";
import { resolveEntities } from "../../src/resolve/entities.ts";
import { createKnownNames } from "../../src/resolve/naming.ts";
import { entityDraft, recordOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

const phonetics = createPhonetics(knowledge.letters);

/** The entities of several articles, one list an article, as groups of those that are one. */
function groups(...articles: readonly (readonly EntityDraft[])[]): string[] {
  const records = articles.map((entities, i) => recordOf(`article ${i}`, { entities }));
  return resolveEntities(records, { phonetics, namesOf: createKnownNames(knowledge).spellingsOf })
    .clusters.map(({ members }) =>
      members
        .map(({ record, index, draft }) => `${record}${index} ${draft.names[0]?.text ?? draft.known ?? ""}`.trim())
        .sort()
        .join(" = "),
    )
    .sort();
}

const one = (a: EntityDraft, b: EntityDraft): boolean => groups([a], [b]).length === 1;

describe("two entities are one", () => {
  it.each<[string, EntityDraft, EntityDraft]>([
    [
      "with one id",
      entityDraft("Blinken", { known: "person:antony-blinken" }),
      entityDraft("بلنکن", { known: "person:antony-blinken" }),
    ],
    ["with one name", entityDraft("Olof Palme"), entityDraft("Olof Palme")],
    [
      "with one name among several",
      entityDraft(["Palme", "Olof Palme"]),
      entityDraft(["Sven Olof Palme", "Olof Palme"]),
    ],
    ["in two spellings", entityDraft("Anwar Sadat"), entityDraft("Anwar el-Sadat")],
    ["across scripts", entityDraft("Haneef Atmar"), entityDraft("حنیف اتمر")],
    ["across scripts, with three words", entityDraft("Abdul Salam Hanafi"), entityDraft("عبد السلام حنفی")],
    [
      "where only one has an id",
      entityDraft("Antony Blinken", { known: "person:antony-blinken" }),
      entityDraft("Antony Blinken"),
    ],
    ["where only one has a state", entityDraft("Olof Palme", { state: "SE" }), entityDraft("Olof Palme")],
    [
      "of another kind than a person by a single word",
      entityDraft("Bundeswehr", { kind: "Organization" }),
      entityDraft("Bundeswehr", { kind: "Organization" }),
    ],
  ])("%s", (_, a, b) => {
    expect(one(a, b)).toBe(true);
    expect(one(b, a)).toBe(true);
  });
});

describe("two entities are two", () => {
  it.each<[string, EntityDraft, EntityDraft]>([
    [
      "with two ids",
      entityDraft("Khan", { known: "person:imran-khan" }),
      entityDraft("Khan", { known: "person:ayub-khan" }),
    ],
    ["with one last name", entityDraft("Nawaz Sharif"), entityDraft("Shehbaz Sharif")],
    ["with one last name, across scripts", entityDraft("Nawaz Sharif"), entityDraft("شہباز شریف")],
    ["with one first name", entityDraft("Imran Khan"), entityDraft("Imran Hashmi")],
    ["with a part of a name only", entityDraft("Khan"), entityDraft("Khan")],
    ["with a part of the other's name", entityDraft("Khan"), entityDraft("Imran Khan")],
    ["of two kinds", entityDraft("Georgia Meloni"), entityDraft("Georgia Meloni", { kind: "Place" })],
    [
      "of two states",
      entityDraft("Abdullah Abdullah", { state: "AF" }),
      entityDraft("Abdullah Abdullah", { state: "MY" }),
    ],
  ])("%s", (_, a, b) => {
    expect(one(a, b)).toBe(false);
    expect(one(b, a)).toBe(false);
  });

  it("where one article tells them apart", () => {
    const known = entityDraft("George Bush", { known: "person:george-w-bush" });
    expect(groups([known, entityDraft("George Bush")])).toHaveLength(2);
  });
});

describe("groups of entities", () => {
  it("join through a third", () => {
    expect(
      groups([entityDraft("Haneef Atmar")], [entityDraft("حنیف اتمر")], [entityDraft(["Atmar", "Haneef Atmar"])]),
    ).toEqual(["00 Haneef Atmar = 10 حنیف اتمر = 20 Atmar"]);
  });

  it("never hold two ids, whoever stands between them", () => {
    const [imran, other] = [
      entityDraft("Imran Khan", { known: "person:imran-khan" }),
      entityDraft("Imran Khan", { known: "person:imran-khan-niazi" }),
    ];
    for (const articles of [
      [[imran], [entityDraft("Imran Khan")], [other]],
      [[other], [entityDraft("Imran Khan")], [imran]],
    ]) {
      expect(groups(...articles)).toHaveLength(2);
    }
  });

  it("leave out who has neither id nor name", () => {
    const records = [recordOf("article", { entities: [entityDraft([]), entityDraft("Olof Palme")] })];
    const { clusters, clusterOf } = resolveEntities(records, {
      phonetics,
      namesOf: createKnownNames(knowledge).spellingsOf,
    });
    expect(clusters).toHaveLength(1);
    expect([clusterOf(0, 0), clusterOf(0, 1), clusterOf(1, 0)]).toEqual([undefined, 0, undefined]);
  });

  it("do not depend on the order of articles", () => {
    const articles = [
      [entityDraft("Haneef Atmar"), entityDraft("Pakistan", { kind: "Government", known: "gov:PK" })],
      [entityDraft("حنیف اتمر"), entityDraft("Abdullah Abdullah", { state: "AF" })],
      [entityDraft("Abdullah Abdullah"), entityDraft("Abdullah Abdullah", { state: "MY" })],
      [entityDraft([], { kind: "Government", known: "gov:PK" }), entityDraft("Nawaz Sharif")],
    ];
    const sizes = (order: readonly number[]): number[] =>
      groups(...order.map((i) => articles[i] ?? []))
        .map((group) => group.split(" = ").length)
        .sort((a, b) => a - b);
    expect(sizes([3, 2, 1, 0])).toEqual(sizes([0, 1, 2, 3]));
    expect(sizes([1, 3, 0, 2])).toEqual(sizes([0, 1, 2, 3]));
  });
});

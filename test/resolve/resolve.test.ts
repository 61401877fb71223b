import { describe, expect, it } from "vitest";
import { articleIdOf, type ArticleId } from "../../src/model/ids.ts";
import type { EntityDraft } from "../../src/model/extraction.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { compareText } from "../../src/model/text.ts";
import type { ArticleRecord } from "../../src/pipeline/build-graph.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { entityDraft, eventDraft, recordOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

const sorted = (records: readonly ArticleRecord[]): readonly ArticleRecord[] =>
  [...records].sort((a, b) => compareText(a.article.id, b.article.id));
const resolved = (records: readonly ArticleRecord[]): Resolution => resolve(sorted(records), knowledge);
const of = (text: string, entities: readonly EntityDraft[], publishedAt?: string): ArticleRecord =>
  recordOf(text, { entities }, publishedAt === undefined ? {} : { publishedAt });
const idsOf = (records: readonly ArticleRecord[]): string[] =>
  resolved(records)
    .entities.map(({ id }) => id)
    .sort();

describe("ids of entities", () => {
  it.each<[string, EntityDraft, string]>([
    ["that the gazetteer names", entityDraft("Blinken", { known: "person:antony-blinken" }), "person:antony-blinken"],
    ["of states", entityDraft([], { kind: "Government", known: "gov:PK" }), "gov:PK"],
    ["of people", entityDraft("Olof Palme"), "person:olof-palme"],
    ["of organizations", entityDraft("Bundeswehr", { kind: "Organization" }), "org:bundeswehr"],
    ["of places", entityDraft("Bad Godesberg", { kind: "Place" }), "place:bad-godesberg"],
    ["with an English name before others", entityDraft(["حنیف اتمر", "Haneef Atmar"]), "person:haneef-atmar"],
  ])("%s", (_, draft, id) => {
    expect(idsOf([of("a", [draft])])).toEqual([id]);
  });

  it("of two that share a name are told apart by a hash, both of them", () => {
    const records = [
      of("a", [entityDraft("Abdullah Abdullah", { state: "AF" })]),
      of("b", [entityDraft("Abdullah Abdullah", { state: "MY" })]),
    ];
    const ids = idsOf(records);
    expect(ids.map((id) => id.replace(/[0-9a-f]{4}$/, "…"))).toEqual([
      "person:abdullah-abdullah-…",
      "person:abdullah-abdullah-…",
    ]);
    expect(new Set(ids).size).toBe(2);
  });

  it("of two that share a name stay when other articles come", () => {
    const records = [
      of("a", [entityDraft("Abdullah Abdullah", { state: "AF" })], "2020-01-01"),
      of("b", [entityDraft("Abdullah Abdullah", { state: "MY" })], "2020-01-02"),
    ];
    const more = [
      of("c", [entityDraft("Abdullah Abdullah", { state: "AF" })], "2021-01-01"),
      of("d", [entityDraft("Olof Palme")], "2019-01-01"),
    ];
    expect(idsOf([...records, ...more]).filter((id) => id.includes("abdullah"))).toEqual(idsOf(records));
  });

  it("do not depend on the order of articles", () => {
    const records = ["a", "b", "c"].map((text) =>
      of(text, [
        entityDraft("Olof Palme"),
        entityDraft(["حنیف اتمر"]),
        entityDraft("Abdullah Abdullah", { state: text === "a" ? "AF" : "MY" }),
      ]),
    );
    expect(idsOf([...records].reverse())).toEqual(idsOf(records));
  });
});

describe("names of entities", () => {
  it("are gathered from all articles, with the gazetteer's usual ones", () => {
    const records = [
      of("a", [entityDraft("Antony J. Blinken", { known: "person:antony-blinken" })]),
      of("b", [entityDraft("بلنکن", { known: "person:antony-blinken" })]),
    ];
    const [entity] = resolved(records).entities;
    expect(entity?.label).toBe("Antony Blinken");
    expect(entity?.aliases).toEqual(["Antony Blinken", "Antony J. Blinken", "اینٹونی بلنکن", "بلنکن"]);
    expect(entity?.names["ur"]).toEqual(["اینٹونی بلنکن", "بلنکن"]);
  });
});

describe("nodeOf", () => {
  const records = sorted([
    recordOf("a", {
      entities: [entityDraft("Olof Palme"), entityDraft([])],
      events: [eventDraft("Call", ["e0"], { date: "1970-01-01" })],
    }),
    of("b", [entityDraft("Olof Palme")]),
  ]);
  const { nodeOf } = resolve(records, knowledge);
  const [a, b] = ["a", "b"].map(articleIdOf) as [ArticleId, ArticleId];

  it.each([
    ["an entity", a, "e0", /^person:olof-palme$/],
    ["the same in another article", b, "e0", /^person:olof-palme$/],
    ["an event", a, "v0", /^event:call-1970-01-01-[0-9a-f]{4}$/],
  ])("leads from %s to its node", (_, article, local, id) => {
    expect(nodeOf(article, local)).toMatch(id);
  });

  it.each([
    ["who has neither name nor id", a, "e1"],
    ["that there is not", a, "e7"],
    ["of an article that there is not", articleIdOf("c"), "e0"],
    ["of an event that there is not", a, "v7"],
  ])("knows nothing of one %s", (_, article, local) => {
    expect(nodeOf(article, local)).toBeUndefined();
  });
});

describe("copies of one text", () => {
  const call = (text: string, date: string): ArticleRecord => {
    const entities = [entityDraft("Antony Blinken", { known: "person:antony-blinken" }), entityDraft("Olof Palme")];
    return recordOf(text, { entities, events: [eventDraft("Visit", ["e0", "e1"], { date })] });
  };
  const first = [call("one", "2022-05-07"), call("two", "2022-05-07")];

  it.each([
    ["have one vote on when an event was", ["three", "Three!", "(three)"], "2022-05-07"],
    ["as other texts have one each", ["three", "four", "five"], "2022-05-06"],
  ])("%s", (_, texts, date) => {
    const { events } = resolved([...first, ...texts.map((text) => call(text, "2022-05-06"))]);
    expect(events.map(({ time }) => time.date)).toEqual([date]);
  });
});

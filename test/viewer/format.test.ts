import { afterEach, describe, expect, it } from "vitest";
import type { KindTerm, NodeRef } from "../../src/server/contract.ts";
import { readFactWords } from "../../viewer/src/fact-words.ts";
import { formatDate, formatPart, formatRange, formatSpan, languageName } from "../../viewer/src/format.ts";
import { canMerge, kindsOf } from "../../viewer/src/merge-choice.ts";
import { learn, locale, speak, USUAL_LANGUAGE } from "../../viewer/src/strings/index.ts";

const day = (date: string): number => Date.parse(date) / 86_400_000;

describe("a date", () => {
  it.each([
    ["2022", "2022"],
    ["2022-05", "May 2022"],
    ["2022-05-06", "May 6, 2022"],
    ["2022-05-06T12:00:00Z", "May 6, 2022"],
    ["soon", "soon"],
  ])("%s is told as %s", (date, expected) => {
    expect(formatDate(date)).toBe(expected);
  });

  it.each<readonly [string, string | null, string | null, string | undefined]>([
    ["nothing", null, null, undefined],
    ["a beginning", "2022-05-06", null, "since May 6, 2022"],
    ["an end", null, "2022-05-06", "until May 6, 2022"],
    ["a day", "2022-05-06", "2022-05-06", "May 6, 2022"],
    ["a month", "2022-05-01", "2022-05-31", "May 2022"],
    ["a year", "2022-01-01", "2022-12-31", "2022"],
    ["some days", "2022-05-01", "2022-05-06", "May 1 – 6, 2022"],
  ])("a stretch that has %s", (_, from, to, expected) => {
    const told = formatSpan(from === null ? null : day(from), to === null ? null : day(to));
    expect(told?.replaceAll(/\s/g, " ")).toBe(expected);
  });
});

it.each([
  ["14", "14"],
  [">=3000", "≥ 3,000"],
  ["<=20", "≤ 20"],
  ["14-2000", "14–2,000"],
  ["dozens", "dozens"],
])("the number %s is told as %s", (value, expected) => {
  expect(formatRange(value)).toBe(expected);
});

it("a part is told beside the whole, a whole alone, and a language by its name where it has one", () => {
  expect([formatPart(5, 1200), formatPart(5, 5), languageName("ur"), languageName("?")]).toEqual([
    "5/1,200",
    "5",
    "Urdu",
    "?",
  ]);
});

describe("nodes that are to be one", () => {
  const types: Readonly<Record<string, KindTerm["type"]>> = {
    Person: "entity",
    Government: "entity",
    Event: "event",
    Article: "article",
  };
  const kindOf = (id: string): KindTerm | undefined => {
    const type = types[id];
    return type === undefined ? undefined : { id, type, labels: {}, colour: { light: "", dark: "" } };
  };
  const nodes = (...kinds: readonly string[]): readonly NodeRef[] =>
    kinds.map((kind, index) => ({ id: `${index}`, kind, label: "" }));

  it.each<readonly [readonly string[], boolean]>([
    [["Person", "Person"], true],
    [["Person", "Government", "Person"], true],
    [["Event", "Event"], true],
    [["Person"], false],
    [["Person", "Event"], false],
    [["Article", "Article"], false],
    [["Unknown", "Unknown"], false],
  ])("%s: %s", (kinds, expected) => {
    expect(canMerge(nodes(...kinds), kindOf)).toBe(expected);
  });

  it("are of each of their kinds once", () => {
    expect(kindsOf(nodes("Person", "Government", "Person"))).toEqual(["Person", "Government"]);
  });
});

it.each<readonly [string, object | undefined]>([
  ["The BBC ACCUSED United States", { source: "The BBC", relation: "ACCUSED", target: "United States" }],
  ["A SPOKE_WITH SPOKE_WITH", { source: "A", relation: "SPOKE_WITH", target: "SPOKE_WITH" }],
  ["Imran Khan", undefined],
  ["ACCUSED Imran Khan ACCUSED", undefined],
])("what a decision is about: %s", (about, expected) => {
  expect(readFactWords(about, (id) => ["ACCUSED", "SPOKE_WITH"].includes(id))).toEqual(expected);
});

describe("the language of the interface", () => {
  afterEach(() => speak([]));

  it.each<readonly [readonly string[], string]>([
    [["ur-PK", "de"], "ur"],
    [["fr", "de-AT", "en"], "de"],
    [["fr", "__proto__"], USUAL_LANGUAGE],
    [[], USUAL_LANGUAGE],
  ])("of %j is %s", async (wishes, expected) => {
    await learn(wishes);
    speak(wishes);
    expect(locale).toBe(expected);
    expect(formatDate("2022-05")).toBe({ ur: "مئی 2022", de: "Mai 2022", en: "May 2022" }[expected]);
  });
});

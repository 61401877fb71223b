import { describe, expect, it, test } from "vitest";
import type { LanguageCode } from "../../src/model/ids.ts";
import { createPhonetics } from "../../src/language/phonetic.ts";
import { createNameRanking } from "../../src/resolve/best-name.ts";
import { aliasesOf, countNames, createKnownNames, labelOf, namesByLanguage, slugOf } from "../../src/resolve/naming.ts";
import { nameOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

const { romanize } = createPhonetics(knowledge.letters);

const ranking = createNameRanking(["Mr", "Dr", "Prime Minister", "صدر"]);

describe("the best name of a person is, of the complete ones, the one that most articles use", () => {
  it.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ["and not the longest", { "Antony J. Blinken": 1, "Antony Blinken": 50 }, ["Antony Blinken", "Antony J. Blinken"]],
    [
      "whatever part of it stands alone more often",
      { Blinken: 90, "Antony Blinken": 2 },
      ["Antony Blinken", "Blinken"],
    ],
    [
      "where an initial makes no name complete",
      { "A. Blinken": 9, "Antony Blinken": 2 },
      ["Antony Blinken", "A. Blinken"],
    ],
    [
      "and no honorific",
      { Blinken: 9, "Mr Blinken": 8, "Antony Blinken": 2 },
      ["Antony Blinken", "Blinken", "Mr Blinken"],
    ],
    ["but an honorific nobody is without", { "Sheikh Hasina": 9, Hasina: 2 }, ["Sheikh Hasina", "Hasina"]],
    [
      "not a slip of the pen",
      { "Antony Blinkn": 1, "Antony Blinken": 1, Blinken: 3 },
      ["Antony Blinken", "Antony Blinkn", "Blinken"],
    ],
    [
      "not in the capitals of a date line",
      { "ANTONY BLINKEN": 9, "Antony Blinken": 1 },
      ["Antony Blinken", "ANTONY BLINKEN"],
    ],
    ["unless there are only those", { "ANTONY BLINKEN": 9, BLINKEN: 12 }, ["ANTONY BLINKEN", "BLINKEN"]],
    ["not with a possessive", { "Antony Blinken’s": 9, "Antony Blinken": 1 }, ["Antony Blinken", "Antony Blinken’s"]],
    [
      "counted without accents, and written as most write it",
      { "Tayyip Erdogan": 6, "Recep Tayyip Erdoğan": 3, "Recep Tayyip Erdogan": 4 },
      ["Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "Tayyip Erdogan"],
    ],
    [
      "and without hyphens",
      { "Bilawal Bhutto": 2, "Bilawal Bhutto-Zardari": 2, "Bilawal Bhutto Zardari": 1 },
      ["Bilawal Bhutto-Zardari", "Bilawal Bhutto Zardari", "Bilawal Bhutto"],
    ],
    ["among equals that of more words", { "Olof Palme": 1, "Sven Olof Palme": 1 }, ["Sven Olof Palme", "Olof Palme"]],
    [
      "of other scripts too",
      { بلنکن: 9, "اینٹونی بلنکن": 3, "انٹونی بلنکن": 1 },
      ["اینٹونی بلنکن", "انٹونی بلنکن", "بلنکن"],
    ],
    ["or the only one", { Pelé: 1 }, ["Pelé"]],
  ])("%s", (_, counts, names) => {
    expect(ranking(2)(new Map(Object.entries(counts)))).toEqual(names);
    expect(ranking(2)(new Map(Object.entries(counts).reverse()))).toEqual(names);
  });
});

describe("the best name of anything else", () => {
  it.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ["may be one word", { Bundeswehr: 9, "Deutsche Bundeswehr": 1 }, ["Bundeswehr", "Deutsche Bundeswehr"]],
    ["is no abbreviation", { CEA: 9, "Consumer Energy Alliance": 1 }, ["Consumer Energy Alliance", "CEA"]],
    ["is not in capitals", { "BAD GODESBERG": 2, "Bad Godesberg": 1 }, ["Bad Godesberg", "BAD GODESBERG"]],
  ])("%s", (_, counts, names) => {
    expect(ranking(1)(new Map(Object.entries(counts)))).toEqual(names);
  });
});

describe("namesByLanguage", () => {
  const byLanguage = (used: readonly string[], known?: Readonly<Record<string, readonly string[]>>): unknown =>
    namesByLanguage(countNames([used.map(nameOf)]), known, ranking(2));

  it("puts the gazetteer's name first, then the best", () => {
    const used = ["Blinken", "Antony J. Blinken", "Mr Blinken", "Blinken", "بلنکن"];
    expect(byLanguage(used, { en: ["Antony Blinken"], de: ["Antony Blinken"] })).toEqual({
      de: ["Antony Blinken"],
      en: ["Antony Blinken", "Antony J. Blinken", "Blinken", "Mr Blinken"],
      ur: ["بلنکن"],
    });
  });

  it("names each name once", () => {
    expect(byLanguage(["Antony Blinken"], { en: ["Antony Blinken"] })).toEqual({ en: ["Antony Blinken"] });
  });
});

test("aliases are told with the number of articles that use them, none for those that only the gazetteer has", () => {
  const used = countNames([
    ["Blinken", "Antony Blinken", "Blinken"].map(nameOf),
    [{ ...nameOf("Blinken"), language: "de" as LanguageCode }],
  ]);
  const names = namesByLanguage(used, { ur: ["اینٹونی بلنکن"] }, ranking(2));
  expect(aliasesOf(names, used)).toEqual({
    aliases: ["Antony Blinken", "Blinken", "اینٹونی بلنکن"],
    aliasCounts: [1, 3, 0],
  });
});

describe("labelOf", () => {
  it.each([
    [{ en: ["Pakistan"], ur: ["پاکستان"] }, "Pakistan"],
    [{ de: ["Vereinte Nationen"], ur: ["اقوام متحدہ"] }, "Vereinte Nationen"],
    [{ ur: ["حنیف اتمر"] }, "حنیف اتمر"],
    [{ en: [], ur: ["حنیف اتمر"] }, "حنیف اتمر"],
    [{}, undefined],
  ])("of %j is %s", (names, label) => {
    expect(labelOf(names)).toBe(label);
  });
});

describe("slugOf", () => {
  it.each([
    ["Antony Blinken", "antony-blinken"],
    ["Recep Tayyip Erdoğan", "recep-tayyip-erdogan"],
    ["Ursula von der Leyen", "ursula-von-der-leyen"],
    ["Österreichische Bundesbahnen", "oesterreichische-bundesbahnen"],
    ["O'Brien, Robert C.", "o-brien-robert-c"],
    ["G20", "g20"],
    ["!!!", "unnamed"],
    ["習近平", "unnamed"],
  ])("of “%s” is %s", (label, slug) => {
    expect(slugOf(label, romanize)).toBe(slug);
  });

  it.each(["حنیف اتمر", "ژاں پال", "Жан", "Łukasz 3. Øre"])("of %s is Latin letters, digits and hyphens", (label) => {
    expect(slugOf(label, romanize)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});

describe("createKnownNames", () => {
  const { namesOf } = createKnownNames(knowledge);

  it.each([
    ["gov:PK", "en", "Pakistan"],
    ["gov:US", "ur", "امریکہ"],
    ["org:un", "de", "Vereinte Nationen"],
    ["place:new-york", "en", "New York"],
    ["person:antony-blinken", "ur", "اینٹونی بلنکن"],
    ["org:af-foreign-ministry", "en", "Foreign Ministry of Afghanistan"],
  ])("%s in %s is %s", (id, language, name) => {
    expect(namesOf(id)?.[language]?.[0]).toBe(name);
  });

  it.each(["gov:ZZ", "person:nobody", "org:zz-foreign-ministry", "org:pk-nothing", ""])(
    "knows nothing of “%s”",
    (id) => {
      expect(namesOf(id)).toBeUndefined();
    },
  );
});

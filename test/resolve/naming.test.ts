import { describe, expect, it } from "vitest";
import { createPhonetics } from "../../src/language/phonetic.ts";
import { countNames, createKnownNames, labelOf, namesByLanguage, slugOf } from "../../src/resolve/naming.ts";
import { nameOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

const { romanize } = createPhonetics(knowledge.letters);

describe("namesByLanguage", () => {
  it("puts the gazetteer's name first, then the most complete, then the most used", () => {
    const used = ["Blinken", "Antony J. Blinken", "Mr Blinken", "Blinken", "بلنکن"].map(nameOf);
    expect(namesByLanguage(countNames([used]), { en: ["Antony Blinken"], de: ["Antony Blinken"] })).toEqual({
      de: ["Antony Blinken"],
      en: ["Antony Blinken", "Antony J. Blinken", "Mr Blinken", "Blinken"],
      ur: ["بلنکن"],
    });
  });

  it("names each name once", () => {
    expect(namesByLanguage(countNames([[nameOf("Antony Blinken")]]), { en: ["Antony Blinken"] })).toEqual({
      en: ["Antony Blinken"],
    });
  });

  it("does not depend on the order of names", () => {
    const used = ["Olof Palme", "Sven Olof Palme", "Palme", "اولوف پالمے"].map(nameOf);
    expect(namesByLanguage(countNames([[...used].reverse()]), undefined)).toEqual(
      namesByLanguage(countNames([used]), undefined),
    );
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

import { describe, expect, it } from "vitest";
import { read, writeStatement } from "../helpers/reading.ts";

type Row = readonly [text: string, places: readonly string[]];

/** Which places are said to be where. */
function placesOf(text: string): readonly string[] {
  const reading = read(text);
  const within = reading.extraction.statements.filter(({ rule }) => rule === "place-within");
  return within.map((statement) => writeStatement(reading, statement).replace(" LOCATED_IN ", " in "));
}

describe("a place is within", () => {
  it.each<Row>([
    ["The Taliban attacked the Afghan city of Kunduz on Monday.", ["Kunduz in Afghanistan"]],
    ["The shells were fired at Kharkiv in Ukraine on Monday.", ["Kharkiv in Ukraine"]],
    ["Fighting broke out in Pakistan's Sindh province on Monday.", ["Sindh in Pakistan"]],
    ["Der Minister reiste in die ukrainische Stadt Charkiw.", ["Kharkiv in Ukraine"]],
    ["وزیر خارجہ نے تاجکستان کے دارالحکومت دوشنبے میں ملاقات کی۔", ["Dushanbe in Tajikistan"]],
    // What is known to lie elsewhere only stands beside it.
    ["The minister flew from Kabul in Pakistan's plane.", []],
    ["The talks in Geneva on Ukraine went on.", []],
  ])("%s", (text, places) => {
    expect(placesOf(text)).toEqual(places);
  });
});

describe("the authorities of a region", () => {
  it.each([
    ["Catalan authorities said that 14 people were injured.", "en"],
    ["Laut den katalanischen Behörden wurden 14 Menschen verletzt.", "de"],
  ])("are a body of it, and not the region: %s", (text) => {
    const known = read(text).extraction.entities.map((entity) => entity.known);
    expect(known).toContain("org:catalonia-government");
    expect(known).not.toContain("place:catalonia");
  });
});

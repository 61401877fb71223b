import { describe, expect, it } from "vitest";
import { labelOf, read, type Reading } from "../helpers/reading.ts";

/** The statements that are about another, each with that one. */
function claims(text: string): string[] {
  const reading: Reading = read(text);
  const { statements } = reading.extraction;
  const told = (index: number): string => {
    const found = statements[index];
    if (found === undefined) return "nothing";
    const ends = `${labelOf(reading, found.subject)} ${found.relation} ${labelOf(reading, found.object)}`;
    return found.modality === "actual" ? ends : `${ends} (${found.modality})`;
  };
  return statements.flatMap(({ about }, index) => (about === undefined ? [] : [`${told(index)}: ${told(about)}`]));
}

type Row = readonly [text: string, claims: readonly string[]];

describe("what a claim is about", () => {
  it.each<Row>([
    [
      "Ukraine accused Russia of attacking the city of Odesa.",
      ["Ukraine ACCUSED Russia: Russia ATTACKED Odesa (alleged)"],
    ],
    [
      "Annalena Baerbock warf Russland vor, Odessa angegriffen zu haben.",
      ["Annalena Baerbock ACCUSED Russia: Russia ATTACKED Odesa (alleged)"],
    ],
    [
      "روس نے یوکرین پر طالبان کی حمایت کرنے کا الزام لگایا۔",
      ["Russia ACCUSED Ukraine: Ukraine SUPPORTS Taliban (alleged)"],
    ],
    ["Hungary opposed the US attack on Iran.", ["Hungary OPPOSES United States: United States ATTACKED Iran"]],
    [
      "Germany backed the US sanctions against Russia.",
      ["Germany SUPPORTS United States: United States SANCTIONED Russia"],
    ],
  ])("stands under its verb or in its noun: %s", (text, found) => {
    expect(claims(text)).toEqual(found);
  });

  it.each<Row>([
    [
      "Ukraine accused Russia of attacking Odesa. Russia denied the accusation.",
      [
        "Ukraine ACCUSED Russia: Russia ATTACKED Odesa (alleged)",
        "Russia DENIED Ukraine: Russia ATTACKED Odesa (alleged)",
      ],
    ],
    [
      "Imran Khan hat die Vereinigten Staaten beschuldigt. Die USA haben Khans Vorwürfe zurückgewiesen.",
      ["United States DENIED Imran Khan: Imran Khan ACCUSED United States"],
    ],
  ])("stands in the sentence before, which it answers: %s", (text, found) => {
    expect(claims(text)).toEqual(found);
  });

  it.each([
    // What stands beside a claim, or belongs to who makes it, is not what it is about.
    "Ukraine, which attacked Russia on Monday, accused China.",
    "Germany supports Ukraine. Russia attacked Odesa.",
    "Germany supports the United States and attacked Iran.",
  ])("is not what else a sentence says: %s", (text) => {
    expect(claims(text)).toEqual([]);
  });
});

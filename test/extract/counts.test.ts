import { describe, expect, it } from "vitest";
import { read } from "../helpers/reading.ts";

/** How many met with what in each event of a text that has such counts. Dates count from 2020-01-01. */
function counted(text: string, language = "en"): readonly string[] {
  return read(text, { language }).extraction.events.flatMap(({ type, counts = [] }) =>
    counts.map(({ what, from, to }) => `${type}: ${what} ${from ?? ""}-${to ?? ""}`),
  );
}

describe("people who are counted belong to the event", () => {
  it.each<readonly [text: string, counts: readonly string[], language: string]>([
    ["An attack by the Taliban in Kabul killed 30 people.", ["Attack: killed 30-30"], "en"],
    [
      "Taliban attacked Kabul on Monday. At least 30 people were killed on Monday, police in Kabul said.",
      ["Attack: killed 30-"],
      "en",
    ],
    [
      "Taliban attacked Kabul on Monday. The death toll has risen to 30. The death toll has risen to 31.",
      ["Attack: killed 30-30"],
      "en",
    ],
    ["Die Taliban griffen am Montag Kabul an. Dabei wurden 30 Menschen getötet.", ["Attack: killed 30-30"], "de"],
    ["طالبان نے پیر کو کابل پر حملہ کیا۔ حملے میں 30 افراد ہلاک ہوئے۔", ["Attack: killed 30-30"], "ur"],
  ])("%s", (text, counts, language) => {
    expect(counted(text, language)).toEqual(counts);
  });
});

describe("people who are counted do not belong to the event before where they met with it", () => {
  it.each<readonly [where: string, text: string]>([
    ["in another year", "Taliban attacked Kabul on Monday. In 2014, 140 people were killed."],
    ["on another day", "Taliban attacked Kabul on Monday. Last week, 12 people were killed."],
    ["since", "Taliban attacked Kabul on Monday. Since 2001, 2,400 soldiers have been killed."],
    ["in another place", "Taliban attacked Kabul on Monday. Police arrested 40 people in Lahore."],
    ["in something else", "Taliban attacked Kabul on Monday. The war has killed 40,000 people."],
    [
      "in what began before",
      "Russia attacked Kyiv on Tuesday. Some 20,000 people have been killed since the war began.",
    ],
    ["before", "Taliban attacked Kabul on Monday, five years after 30 people were killed in Quetta."],
    ["in what is only planned", "Taliban will attack Kabul on Monday. They killed 30 people."],
  ])("%s", (_, text) => {
    expect(counted(text)).toEqual([]);
  });

  it("in one of two that one sentence tells", () => {
    expect(
      counted("Taliban attacked Kabul on Monday, and Russia attacked Kyiv. At least 30 people were killed."),
    ).toEqual([]);
  });
});

it("what a headline counts the text counts more exactly", () => {
  const text = "Taliban attack in Kabul kills 20\n\nTaliban attacked Kabul on Monday, killing at least 23 people.";
  expect(counted(text)).toEqual(["Attack: killed 23-"]);
});

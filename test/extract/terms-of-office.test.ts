import { describe, expect, it } from "vitest";
import { read } from "../helpers/reading.ts";

/** The people of a text of a day, by their ids or names, each with his offices. */
function people(text: string, day: string): string[] {
  const { extraction } = read(text, { publishedAt: day });
  return extraction.entities
    .filter(({ kind }) => kind === "Person")
    .map(({ known, names, offices }) =>
      [known ?? names.map((name) => name.text).join("/"), ...offices.map(({ office }) => office)].join(" "),
    )
    .sort();
}

type Row = readonly [text: string, day: string, people: readonly string[]];

describe("who held an office when tells which bearer of a name is meant", () => {
  it.each<Row>([
    ["Pakistani Prime Minister Sharif was in the city.", "2016-03-10", ["person:nawaz-sharif prime-minister"]],
    ["Pakistani Prime Minister Sharif was in the city.", "2022-11-10", ["person:shehbaz-sharif prime-minister"]],
    [
      "Der pakistanische Premierminister Sharif war in der Stadt.",
      "2016-03-10",
      ["person:nawaz-sharif prime-minister"],
    ],
    ["Prime Minister Sharif was in Islamabad.", "2016-03-10", ["person:nawaz-sharif prime-minister"]],
    // Where the name of the family comes first, it is that.
    ["South Korean President Yoon was in the city.", "2023-03-10", ["person:yoon-suk-yeol president"]],
    ["Der chinesische Ministerpräsident Li war in der Stadt.", "2015-03-10", ["person:li-keqiang prime-minister"]],
    ["Der chinesische Ministerpräsident Li war in der Stadt.", "2024-03-10", ["person:li-qiang prime-minister"]],
    // Another bearer who is named in full does not hold the office.
    [
      "Nawaz Sharif left London on Monday. Pakistani Prime Minister Sharif was in the city.",
      "2022-11-10",
      ["person:nawaz-sharif", "person:shehbaz-sharif prime-minister"],
    ],
    // Nobody of the name held it then, or only a former holder is spoken of.
    ["Pakistani Prime Minister Sharif was in the city.", "2019-03-10", ["Sharif prime-minister"]],
    ["Former Pakistani Prime Minister Sharif was in the city.", "2016-03-10", ["Sharif prime-minister"]],
    ["Pakistani Finance Minister Sharif was in the city.", "2016-03-10", ["Sharif finance-minister"]],
  ])("%s (%s)", (text, day, found) => {
    expect(people(text, day)).toEqual(found);
  });

  it.each<Row>([
    // In 2016 Nawaz Sharif was, whom the article does not name.
    [
      "Imran Khan was in London. The Pakistani prime minister welcomed Angela Merkel.",
      "2016-03-10",
      ["person:angela-merkel", "person:imran-khan"],
    ],
    [
      "Imran Khan was in London. The Pakistani prime minister welcomed Angela Merkel.",
      "2019-03-10",
      ["person:angela-merkel", "person:imran-khan prime-minister"],
    ],
  ])("says who is not meant by an office alone: %s (%s)", (text, day, found) => {
    expect(people(text, day)).toEqual(found);
  });
});

describe("an office of another state", () => {
  it.each<Row>([
    [
      "Imran Khan was in London. Indian Foreign Minister Khan met Angela Merkel.",
      "2019-03-10",
      ["Khan foreign-minister", "person:angela-merkel", "person:imran-khan"],
    ],
    [
      "Imran Khan war in London. Der indische Außenminister Khan traf Angela Merkel.",
      "2019-03-10",
      ["Khan foreign-minister", "person:angela-merkel", "person:imran-khan"],
    ],
    // A name that only one in the world means stays his, and the office is not said of him.
    ["Australian Prime Minister Robert Gates was in the city.", "2019-03-10", ["person:robert-gates"]],
  ])("is not that of somebody of this one: %s", (text, day, found) => {
    expect(people(text, day)).toEqual(found);
  });
});

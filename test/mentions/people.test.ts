import { describe, expect, it } from "vitest";
import { segment } from "../../src/language/document.ts";
import { detectMentions } from "../../src/mentions/detect.ts";
import { articleOf, packs } from "../helpers/knowledge.ts";

/** The people that a text names: the id of a known one, the words of another. */
function peopleIn(text: string): string[] {
  return [...detectMentions(segment(articleOf(text), packs)).values()].flat().flatMap(({ reference }) => {
    if (reference.type === "name" && reference.kind === "Person") return [reference.text];
    return reference.type === "known" && reference.kind === "Person" ? [reference.id] : [];
  });
}

type Row = readonly [text: string, people: readonly string[]];

describe("people whom no list holds", () => {
  it.each<Row>([
    // A given name.
    ["It was then that Margaret Bondfield came to the talks.", ["Margaret Bondfield"]],
    ["Das hat auch Annemarie Renger gesagt, die im Bundestag sitzt.", ["Annemarie Renger"]],
    ["فاطمہ جناح نے یہ بات کہی۔", ["فاطمہ جناح"]],
    ["It was the work of Abu Nidal and others.", ["Abu Nidal"]],
    // The last name of a known family.
    ["The letter was given to Sümeyye Erdogan in Paris.", ["Sümeyye Erdogan"]],
    // What stands behind: an age, an apposition, a relative clause.
    ["Nobody knew Roald Amundsen, 68, an electrician, in the town.", ["Roald Amundsen"]],
    ["In the room was Tenzing Norgay, head of the union, with his men.", ["Tenzing Norgay"]],
    ["In the room was Tenzing Norgay, a Nepali diplomat, with his men.", ["Tenzing Norgay"]],
    ["Im Saal saß Fridtjof Nansen, ein norwegischer Diplomat, mit seinen Leuten.", ["Fridtjof Nansen"]],
    // What stands before: an office and a comma, a word for the people.
    ["The US ambassador to Libya, Tenzing Norgay, was there.", ["Tenzing Norgay"]],
    ["Der Nepalese Tenzing Norgay war auch da.", ["Tenzing Norgay"]],
    ["Der Ägypter Mohammed Abduh war auch da, und Nek Mohammed kam.", ["Mohammed Abduh", "Nek Mohammed"]],
    ["Nobody knew Roald Amundsen, whom the king had sent.", ["Roald Amundsen"]],
    // The office that somebody is to hold.
    ["Parliament elected Roald Amundsen as prime minister.", ["Roald Amundsen"]],
    ["The king named Roald Amundsen prime minister.", ["Roald Amundsen"]],
    ["Das Parlament wählte Fridtjof Nansen zum Ministerpräsidenten.", ["Fridtjof Nansen"]],
    // A given name whose second half is small.
    ["She sent Foreign Minister Chung Eui-yong to Japan.", ["person:chung-eui-yong"]],
    ["She sent President Ban Geum-deok to Japan.", ["Ban Geum-deok"]],
    // A common noun before a name.
    ["Er traf auch seinen Vorgänger Nicolas Sarkozy.", ["person:nicolas-sarkozy"]],
    // What it says.
    ["“We are here to stay,” Tenzing Norgay said on Friday.", ["Tenzing Norgay"]],
    ["“We are here to stay,” said Tenzing Norgay on Friday.", ["Tenzing Norgay"]],
  ])("%s", (text, people) => {
    expect(peopleIn(text)).toEqual(people);
  });

  it.each<Row>([
    ["Das sagte Saif al-Islam Gaddafi dem Gericht.", ["person:saif-al-islam-gaddafi"]],
    ["He was with Abu Bakr al-Iraqi, who had come from Mosul.", ["Abu Bakr al-Iraqi"]],
  ])("a particle ties a name that is also another word: %s", (text, people) => {
    expect(peopleIn(text)).toEqual(people);
  });

  it("a further given name before a known name makes nobody else of him", () => {
    expect(peopleIn("وزیر اعظم محمد نواز شریف نے یہ بات کہی۔")).toEqual(["person:nawaz-sharif"]);
  });
});

describe("a last name alone", () => {
  it.each<Row>([
    [
      "The talks with Trump were led by Merkel and Erdogan.",
      ["person:donald-trump", "person:angela-merkel", "person:recep-tayyip-erdogan"],
    ],
    ["It was President Trump who came to the talks.", ["person:donald-trump"]],
    ["Das hat auch Präsident Trump gesagt.", ["person:donald-trump"]],
    ["صدر ٹرمپ نے اوباما سے بات کی۔", ["person:donald-trump", "person:barack-obama"]],
    ["It was Ivanka Trump who came to the talks with Eric Trump.", ["person:ivanka-trump", "person:eric-trump"]],
    // Unless the article names somebody else of that name, and not the one whom it usually means.
    ["It was Ivanka Trump who came. Later Trump went to Paris.", ["person:ivanka-trump", "Trump"]],
    [
      "It was Donald Trump who came with Ivanka Trump. Later Trump went to Paris.",
      ["person:donald-trump", "person:ivanka-trump", "person:donald-trump"],
    ],
    // One whom it does not usually mean needs a title, or his full name in the article.
    ["It has relations with the West and with Wagner.", []],
    ["It was said by Foreign Minister Qureshi.", ["Qureshi"]],
    ["It was Thomas West who came to Kabul. Later West went to Paris.", ["person:thomas-west", "person:thomas-west"]],
  ])("%s", (text, people) => {
    expect(peopleIn(text)).toEqual(people);
  });
});

describe("the particle of a name", () => {
  it("is no part of it that stands for it alone", () => {
    expect(peopleIn("Die Polizei nahm Abdullah al-Saadi fest, und das berichtete auch al Arabija.")).toEqual([
      "Abdullah al-Saadi",
    ]);
  });
});

describe("what looks like a name of a person and is none", () => {
  it.each([
    // Title Case.
    "Second Global Something Makes Everybody Happy Again This Weekend",
    "Streaming Giant Announces Brilliant Second Season Without Margaret",
    "Das sagte ein Sprecher der Premier League am Freitag in der Stadt.",
    "Das sagte der Präsident der Behörde und Direktor ABNPB am Freitag.",
    // Streets, prizes, works.
    "The march went down Margaret Bondfield Street to the sea.",
    "It was given the Margaret Bondfield Prize in the end.",
    "Everybody sang “Margaret Bondfield” in the end.",
    "Der Weg führt über die Annemarie-Renger-Straße zum Meer.",
    // What speaks and has a common noun in its name.
    "“We are here to stay,” Green Energy said on Friday.",
  ])("%s", (text) => {
    expect(peopleIn(text)).toEqual([]);
  });

  it("a headline in Title Case names whom the article or a list knows", () => {
    expect(peopleIn("Emmanuel Macron Says France Wants To Lead Europe Out Of Crisis")).toEqual([
      "person:emmanuel-macron",
    ]);
  });
});

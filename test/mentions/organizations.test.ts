import { describe, expect, it } from "vitest";
import { segment } from "../../src/language/document.ts";
import { detectMentions } from "../../src/mentions/detect.ts";
import { articleOf, packs } from "../helpers/knowledge.ts";

/** The organizations that a text names: the id of a known one, the full name of another. */
function organizationsIn(text: string): string[] {
  return [...detectMentions(segment(articleOf(text), packs)).values()].flat().flatMap(({ reference }) => {
    if (reference.type === "name" && reference.kind === "Organization") return [`“${reference.text}”`];
    return reference.type === "known" && reference.kind === "Organization" ? [reference.id] : [];
  });
}

type Row = readonly [text: string, organizations: readonly string[]];

describe("organizations that no list holds", () => {
  it.each<Row>([
    // By the noun at their head.
    ["He spoke at the Consumer Honey Alliance in the city.", ["“Consumer Honey Alliance”"]],
    ["It was the Moravian Liberation Army that came to the town.", ["“Moravian Liberation Army”"]],
    ["It was said by the Federation of Moravian Beekeepers on Friday.", ["“Federation of Moravian Beekeepers”"]],
    [
      "He was with the Wenceslas Foundation and the Honey People's Army.",
      ["“Wenceslas Foundation”", "“Honey People's Army”"],
    ],
    ["This was said by Indonesia's Disaster Honey Agency on Friday.", ["“Disaster Honey Agency”"]],
    ["Das sagte er bei der Consumer Honey Alliance in der Stadt.", ["“Consumer Honey Alliance”"]],
    ["Das sagte der Verband der Mährischen Imker am Freitag.", []],
    ["Das sagte der Verband der Deutschen Imker am Freitag.", ["“Verband der Deutschen Imker”"]],
    ["موراویہ لبریشن آرمی نے یہ بات کہی۔", ["“موراویہ لبریشن آرمی”"]],
  ])("%s", (text, organizations) => {
    expect(organizationsIn(text)).toEqual(organizations);
  });

  it.each<Row>([
    // An abbreviation in brackets means the same wherever the article uses it, before and behind.
    [
      "The HBM said no. It was the Honey Board of Moravia (HBM) that was asked, and HBM head Jan Hus came.",
      ["“Honey Board of Moravia”", "“Honey Board of Moravia”", "“Honey Board of Moravia”"],
    ],
    [
      "Das sagte der Bundesverband Mährischer Imker (BMI) am Freitag. Der BMI ist groß.",
      ["“Bundesverband Mährischer Imker”", "“Bundesverband Mährischer Imker”", "“Bundesverband Mährischer Imker”"],
    ],
    // Behind a known organization it is another name of that one, and a known one tells who the unknown name is.
    ["The Afghan Taliban (ATB) were asked. The ATB said no.", ["org:taliban", "org:taliban", "org:taliban"]],
    [
      "It was made by the China National Honey Group (Sinopharm), and China National Honey Group was glad.",
      ["org:sinopharm", "org:sinopharm", "org:sinopharm"],
    ],
  ])("%s", (text, organizations) => {
    expect(organizationsIn(text)).toEqual(organizations);
  });

  it.each([
    // Bodies of a state, things, and words that only begin a sentence.
    "The Kabul Police and the Foreign Ministry of Ukraine were asked.",
    "The Free Trade Agreement (FTA) and the Honey Trade Zone (HTZ) were signed.",
    "They played in the Premier Honey League on Friday.",
    "Honey Board Says It Will Never Again Agree With Second Alliance",
    "Das sagte Mays Partei am Freitag in der Stadt.",
    "Die Polizei der Stadt und die Regierung des Landes waren da.",
  ])("%s", (text) => {
    expect(organizationsIn(text)).toEqual([]);
  });
});

describe("parties and bodies that several states call by one name", () => {
  it.each<Row>([
    ["In Austria the Social Democrats spoke of Vienna.", ["org:spoe"]],
    ["In Berlin the Social Democrats spoke of Germany.", ["org:spd"]],
    ["In Österreich sprach die Volkspartei, und in Wien auch die Grünen.", ["org:oevp", "org:gruene-at"]],
    ["جنوبی کوریا میں ڈیموکریٹک پارٹی نے یہ بات کہی۔", ["org:dp-kr"]],
    // Of none of their states it speaks.
    ["The Democratic Party spoke of this in the town.", ["org:democratic-party-us"]],
  ])("are those of the state of which the article speaks: %s", (text, organizations) => {
    expect(organizationsIn(text)).toEqual(organizations);
  });
});

import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("bodies of regions and capitals", () => {
  it.each<Row>([
    ["The Scottish Parliament criticised the United Kingdom.", ["Scottish Parliament CRITICIZED United Kingdom"]],
    ["The Catalan parliament criticised Spain.", ["Parliament of Catalonia CRITICIZED Spain"]],
    ["Das bayerische Parlament kritisierte Österreich.", ["Parliament of Bavaria CRITICIZED Austria"]],
    ["سکاٹش پارلیمان نے برطانیہ پر تنقید کی۔", ["Scottish Parliament CRITICIZED United Kingdom"]],
    ["پنجاب حکومت نے بھارت پر تنقید کی۔", ["Government of Punjab CRITICIZED India"]],
    ["The regime in Damascus accused Israel of the attack.", ["Syria ACCUSED Israel"]],
    ["دمشق کی حکومت نے اسرائیل کی مذمت کی۔", ["Syria CRITICIZED Israel"]],
    // What is one state's by its name is another's where that is said.
    ["On Monday Peru's Congress criticised the government of Chile.", ["Parliament of Peru CRITICIZED Chile"]],
    ["The US Congress criticised the government of Chile.", ["Congress CRITICIZED Chile"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("groups of a state or region", () => {
  it.each<Row>([
    [
      "On Monday, Catalan separatists clashed with the Spanish police.",
      ["Separatists of Catalonia FOUGHT_WITH Police of Spain"],
    ],
    ["Kurdische Rebellen griffen die Türkei an.", ["Rebels of Kurdistan ATTACKED Turkey"]],
    ["کرد باغیوں نے ترکی کی مذمت کی۔", ["Rebels of Kurdistan CRITICIZED Turkey"]],
    ["The Tigrayan forces attacked Eritrea.", ["Armed Forces of Tigray ATTACKED Eritrea"]],
    ["The Ethiopian forces attacked Eritrea.", ["Ethiopia ATTACKED Eritrea"]],
    ["The Russian army attacked rebels in Syria.", ["Armed Forces of Russia ATTACKED Rebels of Syria"]],
    // They do not act for their state, and some of them are not all.
    ["On Monday the Syrian rebels attacked Russia.", ["Rebels of Syria ATTACKED Russia"]],
    ["Russia killed 20 Syrian rebels.", []],
    // Without a state or region they are nobody in particular.
    ["The rebels attacked Russia.", []],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("parts of clauses where place tells", () => {
  it.each<Row>([
    // Places and groups that a noun before their name describes.
    ["Russia shelled the city of Kharkiv on Monday.", ["Russia ATTACKED Kharkiv"]],
    ["Fighters of al-Shabaab attacked Mogadishu on Monday.", ["Al-Shabaab ATTACKED Mogadishu"]],
    ["Negotiators from Israel and Hamas are holding indirect talks in Cairo.", ["Israel NEGOTIATED_WITH Hamas"]],
    ["Forces loyal to Khalifa Haftar shelled Tripoli on Wednesday.", ["Khalifa Haftar ATTACKED Tripoli"]],
    // What stands at a noun belongs to a participle behind it too.
    [
      "The deal between Saudi Arabia and Iran brokered by China was signed in March.",
      ["Saudi Arabia AGREED_WITH Iran", "China MEDIATED Saudi Arabia", "China MEDIATED Iran"],
    ],
    ["The US-led invasion of Iraq began in March 2003.", ["United States ATTACKED Iraq"]],
    ["China rejected allegations made by Britain on Monday.", ["China DENIED United Kingdom"]],
    ["Sanctions on Russia imposed by the European Union were extended.", ["European Union SANCTIONED Russia"]],
    // Verbs without a marker, objects and subjects of other clauses.
    [
      "China helped broker a deal between Saudi Arabia and Iran.",
      ["China MEDIATED Saudi Arabia", "China MEDIATED Iran", "Saudi Arabia AGREED_WITH Iran"],
    ],
    ["Germany told reporters of Russia, which Ukraine accuses of genocide.", ["Ukraine ACCUSED Russia"]],
    [
      "Ukraine was not invited to Moscow, and Maria Zakharova, the spokeswoman of the Russian Foreign Ministry, criticised Germany.",
      ["Maria Zakharova CRITICIZED Germany"],
    ],
    ["US officials say Iran attacked Israel on Monday.", ["Iran ATTACKED Israel"]],
    [
      "French President Emmanuel Macron praised Egypt, as did German Chancellor Olaf Scholz.",
      ["Emmanuel Macron PRAISED Egypt", "Olaf Scholz PRAISED Egypt"],
    ],
    ["Turkey accused Greece of piracy; Greece denied this.", ["Turkey ACCUSED Greece"]],
    ["Pakistan has arrested about 20 people, and thanked Iran.", ["Pakistan THANKED Iran"]],
    [
      "US President Joe Biden is due to meet Chinese President Xi Jinping on Monday.",
      ["Joe Biden MET Xi Jinping [planned]"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

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
    // Which of several a clause speaks of.
    [
      "Turkey agreed with Russia and Iran, which backs the Houthis.",
      ["Turkey AGREED_WITH Russia", "Turkey AGREED_WITH Iran", "Iran SUPPORTS Houthis"],
    ],
    [
      "Charles Michel said Viktor Orban, who visited Moscow on Friday, was to meet Xi Jinping.",
      ["Viktor Orbán VISITED Moscow", "Viktor Orbán MET Xi Jinping [planned]"],
    ],
    [
      "Israel has bombed Syria since 2013; a coalition under Saudi command has bombed Yemen.",
      ["Israel ATTACKED Syria"],
    ],
    [
      "US Secretary of State Antony Blinken spoke with his Saudi counterpart, Faisal bin Farhan, by phone.",
      ["Antony Blinken SPOKE_WITH Faisal bin Farhan"],
    ],
    [
      "The United States criticized ousted leader Aung San Suu Kyi for what she said.",
      ["United States CRITICIZED Aung San Suu Kyi"],
    ],
    // What stands between a subject and its verb, and who does what a noun is spoken of.
    [
      "Rached Ghannouchi, the assembly's speaker and leader of the party Ennahda, accused Russia of terrorism.",
      ["Rached Ghannouchi ACCUSED Russia"],
    ],
    ["Germany praised the deal its government signed with Japan.", ["Germany AGREED_WITH Japan"]],
    [
      "Turkey imposed sanctions on Greece over corruption, a charge the tobacco magnate denies.",
      ["Turkey SANCTIONED Greece"],
    ],
    [
      "Vladimir Putin, whose country chairs the Shanghai Cooperation Organisation, met Xi Jinping.",
      ["Vladimir Putin MET Xi Jinping"],
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

import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("the order of the clause", () => {
  it.each<Row>([
    [
      "Pakistani Foreign Minister Shah Mahmood Qureshi met his Indian counterpart Subrahmanyam Jaishankar in Dubai.",
      ["Shah Mahmood Qureshi MET Subrahmanyam Jaishankar"],
    ],
    [
      "In a phone call with Ukrainian President Volodymyr Zelensky, US President Joe Biden condemned Russia.",
      ["Joe Biden CRITICIZED Russia", "Joe Biden SPOKE_WITH Volodymyr Zelensky"],
    ],
    [
      "US President Joe Biden and Chinese President Xi Jinping spoke by phone on Thursday.",
      ["Joe Biden SPOKE_WITH Xi Jinping"],
    ],
    [
      "US-Präsident Joe Biden hat am Freitag mit dem französischen Präsidenten Emmanuel Macron telefoniert.",
      ["Joe Biden SPOKE_WITH Emmanuel Macron"],
    ],
    [
      "Am Freitag telefonierte US-Präsident Joe Biden mit dem französischen Präsidenten Emmanuel Macron.",
      ["Joe Biden SPOKE_WITH Emmanuel Macron"],
    ],
    [
      "Dem französischen Präsidenten Emmanuel Macron dankte Bundeskanzlerin Angela Merkel.",
      ["Angela Merkel THANKED Emmanuel Macron"],
    ],
    [
      "Den französischen Präsidenten Emmanuel Macron lud Bundeskanzlerin Angela Merkel nach Berlin ein.",
      ["Angela Merkel INVITED Emmanuel Macron"],
    ],
    [
      "US-Präsident Joe Biden und der russische Präsident Wladimir Putin trafen sich in Genf.",
      ["Joe Biden MET Vladimir Putin"],
    ],
    [
      "امریکی صدر جو بائیڈن نے فرانسیسی صدر ایمانوئل میکخواں سے ٹیلی فون پر بات کی۔",
      ["Joe Biden SPOKE_WITH Emmanuel Macron"],
    ],
    ["یوکرین پر روس نے فروری 2022 میں حملہ کیا۔", ["Russia ATTACKED Ukraine"]],
    ["امریکی صدر جو بائیڈن اور روسی صدر ولادیمیر پوتن نے جنیوا میں ملاقات کی۔", ["Joe Biden MET Vladimir Putin"]],
    [
      "امریکی صدر جو بائیڈن اور روسی صدر ولادیمیر پوتن کے درمیان جنیوا میں ملاقات ہوئی۔",
      ["Joe Biden MET Vladimir Putin"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("passives", () => {
  it.each<Row>([
    ["Nordkorea wird von den USA mit Sanktionen belegt.", ["United States SANCTIONED North Korea"]],
    ["Die Ukraine wurde im Februar 2022 von Russland angegriffen.", ["Russia ATTACKED Ukraine"]],
    [
      "US Secretary of State John Kerry was received by Iranian Foreign Minister Mohammad Javad Zarif in Vienna.",
      ["Mohammad Javad Zarif MET John Kerry"],
    ],
    ["Ukraine was invaded by Russia in February 2022.", ["Russia ATTACKED Ukraine"]],
    ["Kuwait was invaded and occupied by Iraq in August 1990.", ["Iraq ATTACKED Kuwait", "Iraq OCCUPIES Kuwait"]],
    [
      "The Indian ambassador has been summoned by the foreign ministry of Pakistan.",
      ["Foreign Ministry of Pakistan SUMMONED India"],
    ],
    [
      "بھارت کو پاکستان کی جانب سے مذاکرات کی دعوت دی گئی ہے۔",
      ["Pakistan INVITED India", "India INVITED_TO Negotiation"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("participles", () => {
  it.each<Row>([
    [
      "Talking to US Secretary of State Antony Blinken by phone, Foreign Minister Shah Mahmood Qureshi thanked the United States.",
      ["Shah Mahmood Qureshi SPOKE_WITH Antony Blinken", "Shah Mahmood Qureshi THANKED United States"],
    ],
    ["The aid given to Pakistan by the United States was suspended in January.", ["United States AIDED Pakistan"]],
    [
      "The militia Hezbollah, which is in Lebanon and backed by Iran, attacked Israel.",
      ["Hezbollah ATTACKED Israel", "Iran SUPPORTS Hezbollah"],
    ],
    [
      "After meeting Prime Minister Imran Khan in Islamabad, US envoy Zalmay Khalilzad flew to Kabul.",
      ["Zalmay Khalilzad MET Imran Khan", "Zalmay Khalilzad VISITED Kabul"],
    ],
    ["یوکرین پر حملہ کرنے والے روس کی جرمنی نے مذمت کی۔", ["Germany CRITICIZED Russia", "Russia ATTACKED Ukraine"]],
    [
      "روس کی جانب سے یوکرین پر کیے گئے حملے کی جرمنی نے مذمت کی ہے۔",
      ["Germany CRITICIZED Russia", "Russia ATTACKED Ukraine"],
    ],
    [
      "امریکہ کی جانب سے ایران پر عائد کردہ پابندیوں پر چین نے تنقید کی۔",
      ["China CRITICIZED United States", "United States SANCTIONED Iran"],
    ],
    [
      "پاکستانی وزیر اعظم شہباز شریف نے ترک صدر رجب طیب اردوان سے ملاقات کرنے کے بعد چین کا دورہ کیا۔",
      ["Shehbaz Sharif VISITED China", "Shehbaz Sharif MET Recep Tayyip Erdogan"],
    ],
    [
      "Die von Russland angegriffene Ukraine dankte der polnischen Regierung.",
      ["Ukraine THANKED Poland", "Russia ATTACKED Ukraine"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("relative clauses", () => {
  it.each<Row>([
    [
      "Chinese Foreign Minister Wang Yi, who met US Secretary of State Antony Blinken in Rome, called for calm.",
      ["Wang Yi MET Antony Blinken"],
    ],
    [
      "US President Joe Biden, who was criticised by Russia, spoke with French President Emmanuel Macron.",
      ["Joe Biden SPOKE_WITH Emmanuel Macron", "Russia CRITICIZED Joe Biden"],
    ],
    [
      "It was Qatar that mediated between the United States and the Taliban.",
      ["Qatar MEDIATED United States", "Qatar MEDIATED Taliban"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });

  it("Der russische Präsident Wladimir Putin, der den chinesischen Präsidenten Xi Jinping in Peking traf, kritisierte die USA.", () => {
    const reading = read(
      "Der russische Präsident Wladimir Putin, der den chinesischen Präsidenten Xi Jinping in Peking traf, kritisierte die USA.",
    );
    expect([...actionsOf(reading)].sort()).toEqual([
      "Vladimir Putin CRITICIZED United States",
      "Vladimir Putin MET Xi Jinping",
    ]);
    expect(reading.extraction.statements.flatMap(({ attribution }) => attribution)).toEqual([]);
  });
});

describe("coordination", () => {
  it.each<Row>([
    [
      "German Chancellor Angela Merkel met French President Emmanuel Macron, British Prime Minister Theresa May and Italian Prime Minister Giuseppe Conte in Sofia.",
      ["Angela Merkel MET Emmanuel Macron", "Angela Merkel MET Theresa May", "Angela Merkel MET Giuseppe Conte"],
    ],
    [
      "US President Donald Trump thanked Qatar and praised Kuwait.",
      ["Donald Trump THANKED Qatar", "Donald Trump PRAISED Kuwait"],
    ],
    [
      "Iran condemned Israel and the United States for the attack.",
      ["Iran CRITICIZED Israel", "Iran CRITICIZED United States"],
    ],
    [
      "France, Germany and the United Kingdom condemned Iran.",
      ["France CRITICIZED Iran", "Germany CRITICIZED Iran", "United Kingdom CRITICIZED Iran"],
    ],
    [
      "Frankreich, Deutschland und Großbritannien kritisierten den Iran.",
      ["France CRITICIZED Iran", "Germany CRITICIZED Iran", "United Kingdom CRITICIZED Iran"],
    ],
    ["Pakistan und Indien einigten sich auf eine Waffenruhe.", ["Pakistan AGREED_WITH India"]],
    [
      "فرانس، جرمنی اور برطانیہ نے ایران کی مذمت کی۔",
      ["France CRITICIZED Iran", "Germany CRITICIZED Iran", "United Kingdom CRITICIZED Iran"],
    ],
    [
      "جرمن چانسلر انگیلا میرکل نے فرانسیسی صدر ایمانوئل میکخواں اور برطانوی وزیر اعظم تھریسا مے سے ملاقات کی۔",
      ["Angela Merkel MET Emmanuel Macron", "Angela Merkel MET Theresa May"],
    ],
    [
      "Russian President Vladimir Putin congratulated Xi Jinping and was thanked by him.",
      ["Vladimir Putin CONGRATULATED Xi Jinping", "Xi Jinping THANKED Vladimir Putin"],
    ],
    [
      "French President Emmanuel Macron received US President Joe Biden in Paris and thanked him.",
      ["Emmanuel Macron MET Joe Biden", "Emmanuel Macron THANKED Joe Biden"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });

  it.fails.each<Row>([
    [
      "Russia has attacked Ukraine and its troops have occupied Mariupol.",
      ["Russia ATTACKED Ukraine", "Russia OCCUPIES Mariupol"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("words of several senses say nothing here", () => {
  it.each([
    "The Pakistan team met India in the final of the cup and beat it by six wickets.",
    "The talks of the United States on the budget were held in the Congress.",
    "Germany faced France in the final, and the coach of Germany praised his side.",
    "The war on drugs is a fight that Mexico has to win for its people.",
    "Deutschland hat Frankreich im Finale der Weltmeisterschaft mit 2:1 geschlagen.",
    "پاکستان نے بھارت کو فائنل میں شکست دے کر ورلڈ کپ جیت لیا۔",
  ])("%s", (text) => {
    expect(actionsOf(read(text))).toEqual([]);
  });

  it("ایران سے ملنے والی امداد پر حزب اللہ نے ایران کا شکریہ ادا کیا۔", () => {
    expect(actionsOf(read("ایران سے ملنے والی امداد پر حزب اللہ نے ایران کا شکریہ ادا کیا۔"))).toEqual([
      "Hezbollah THANKED Iran",
    ]);
  });
});

describe("joined words", () => {
  it.each<Row>([
    ["US-China relations are strained.", ["United States HAS_RELATIONS_WITH China"]],
    ["The U.S.-Taliban deal was signed in Doha.", ["United States AGREED_WITH Taliban"]],
    [
      "In the night the Iran-backed Houthis fired missiles at Saudi Arabia.",
      ["Houthis ATTACKED Saudi Arabia", "Iran SUPPORTS Houthis"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("appositions", () => {
  it.each<Row>([
    [
      "Belarus, a close ally of Russia, condemned Ukraine.",
      ["Belarus CRITICIZED Ukraine", "Belarus HAS_RELATIONS_WITH Russia"],
    ],
    [
      "In the vote on Monday, Russia's ally Belarus condemned Ukraine.",
      ["Belarus CRITICIZED Ukraine", "Belarus HAS_RELATIONS_WITH Russia"],
    ],
    ["After the attack on Turkey, allies of Russia condemned Ukraine.", []],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("what a phrase takes in", () => {
  it.each<Row>([
    ["Pakistan received $300 million in American aid during the past year.", ["United States AIDED Pakistan"]],
    [
      "The danger for Pakistan is in those who are linked to Hamas, which has attacked Israel.",
      ["Hamas ATTACKED Israel"],
    ],
    ["At the talks, State Department officials have condemned Russia.", ["State Department CRITICIZED Russia"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

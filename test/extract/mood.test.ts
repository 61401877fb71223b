import { describe, expect, it } from "vitest";
import { actionsOf, labelOf, read, type Reading } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("what is told in the present behind a word of what comes later is planned", () => {
  it.each<Row>([
    [
      "There were six months to go until the United Kingdom withdraws from the European Union.",
      ["United Kingdom WITHDREW_FROM European Union [planned]"],
    ],
    [
      "Es bleiben sechs Monate, bis Großbritannien aus der EU austritt.",
      ["United Kingdom WITHDREW_FROM European Union [planned]"],
    ],
    [
      "Before British Prime Minister Theresa May visited Berlin, she met French President Emmanuel Macron.",
      ["Theresa May VISITED Berlin", "Theresa May MET Emmanuel Macron"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("what is put off is still planned", () => {
  it.each<Row>([
    [
      "US President Donald Trump's meeting with Russian President Vladimir Putin could be postponed again.",
      ["Donald Trump MET Vladimir Putin [planned]"],
    ],
    [
      "Ein Treffen von Donald Trump mit Wladimir Putin könnte erneut verschoben werden.",
      ["Donald Trump MET Vladimir Putin [planned]"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("what somebody has ended is no more, but what has happened stays so", () => {
  it.each<Row>([
    ["China ended its support for Russia on Monday, officials said.", ["China SUPPORTS Russia [negated]"]],
    ["Its support for Russia was ended by China.", []],
    ["China did not end its support for Russia, officials said.", ["China SUPPORTS Russia"]],
    ["China beendete am Montag seine Zusammenarbeit mit Russland.", ["China COOPERATES_WITH Russia [negated]"]],
    ["China setzte seine Zusammenarbeit mit Russland fort.", ["China COOPERATES_WITH Russia"]],
    ["The United States ended its attack on Iran, officials said.", ["United States ATTACKED Iran"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("what did not happen", () => {
  it.each<Row>([
    ["Russia did not attack Ukraine.", ["Russia ATTACKED Ukraine [negated]"]],
    ["US President Joe Biden has not met North Korean leader Kim Jong-un.", ["Joe Biden MET Kim Jong-un [negated]"]],
    ["Turkey refused to sanction Russia.", ["Turkey SANCTIONED Russia [negated]"]],
    ["US President Donald Trump cancelled a visit to Denmark.", ["Donald Trump VISITED Denmark [negated]"]],
    ["Without the help of Iran, Hezbollah would not have attacked Israel.", ["Hezbollah ATTACKED Israel [negated]"]],
    ["Russia denied that it had attacked Ukraine.", ["Russia ATTACKED Ukraine [denied]"]],
    [
      "Nobody knew whether or not US President Donald Trump would dismiss Rex Tillerson.",
      ["Donald Trump OUSTED Rex Tillerson [conditional]"],
    ],
    [
      "Kurz vor dem Austritt Großbritanniens aus der EU gab es keinen Plan.",
      ["United Kingdom WITHDREW_FROM European Union [planned]"],
    ],
    ["US President Joe Biden decided to visit Poland.", ["Joe Biden VISITED Poland [planned]"]],
    ["Germany decided not to arm Ukraine.", ["Germany AIDED Ukraine [negated]"]],
    ["Russia is not planning to attack Poland.", ["Russia ATTACKED Poland [negated]"]],
    [
      "Pakistan was accused by India of not arresting Hafiz Saeed.",
      ["India ACCUSED Pakistan", "Pakistan ARRESTED Hafiz Saeed [negated]"],
    ],
    ["Turkey urged Russia not to attack Ukraine.", ["Turkey URGED Russia", "Russia ATTACKED Ukraine [negated]"]],
    ["Russland hat die Ukraine nicht angegriffen.", ["Russia ATTACKED Ukraine [negated]"]],
    ["روس نے یوکرین پر حملہ نہیں کیا۔", ["Russia ATTACKED Ukraine [negated]"]],
    [
      "امریکی صدر ڈونلڈ ٹرمپ نے ایرانی صدر حسن روحانی سے ملنے سے انکار کر دیا۔",
      ["Donald Trump MET Hassan Rouhani [negated]"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });

  it.fails.each<Row>([
    [
      "A planned meeting between US President Donald Trump and North Korean leader Kim Jong-un was cancelled.",
      ["Donald Trump MET Kim Jong-un [negated]"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("what may happen", () => {
  it.each<Row>([
    [
      "If Russia attacks Ukraine, the United States will sanction Russia.",
      ["Russia ATTACKED Ukraine [conditional]", "United States SANCTIONED Russia [planned]"],
    ],
    ["US President Joe Biden will meet Chinese President Xi Jinping in Bali.", ["Joe Biden MET Xi Jinping [planned]"]],
    [
      "US President Joe Biden is to meet Chinese President Xi Jinping in Bali next week.",
      ["Joe Biden MET Xi Jinping [planned]"],
    ],
    ["US President Joe Biden plans to visit Poland.", ["Joe Biden VISITED Poland [planned]"]],
    [
      "US President Joe Biden could meet Russian President Vladimir Putin in June.",
      ["Joe Biden MET Vladimir Putin [hypothetical]"],
    ],
    [
      "US President Joe Biden would have met Russian President Vladimir Putin in June.",
      ["Joe Biden MET Vladimir Putin [conditional]"],
    ],
    ["Israel threatened to attack Iran.", ["Israel ATTACKED Iran [hypothetical]", "Israel THREATENED Iran"]],
    [
      "US-Präsident Joe Biden wird den chinesischen Präsidenten Xi Jinping auf Bali treffen.",
      ["Joe Biden MET Xi Jinping [planned]"],
    ],
    ["امریکی صدر جو بائیڈن چینی صدر شی جن پنگ سے ملاقات کریں گے۔", ["Joe Biden MET Xi Jinping [planned]"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });

  it.each<Row>([
    ["Wenn Russland die Ukraine angreift, werden die USA helfen.", ["Russia ATTACKED Ukraine [conditional]"]],
    ["اگر روس نے یوکرین پر حملہ کیا تو امریکہ اس کی مذمت کرے گا۔", ["Russia ATTACKED Ukraine [conditional]"]],
    ["Has Russia attacked Ukraine in the last week?", ["Russia ATTACKED Ukraine [conditional]"]],
  ])("holds nothing as a fact: %s", (text, [first]) => {
    const actions = actionsOf(read(text));
    expect(actions.filter((action) => !/\[(?:conditional|planned|hypothetical)\]$/.test(action))).toEqual([]);
    expect(actions[0]).toBe(first);
  });
});

describe("what is asked for", () => {
  it.each<Row>([
    [
      "The prime minister of Pakistan, Imran Khan, called on India to withdraw its troops from Kashmir.",
      ["Imran Khan URGED India", "India WITHDREW_FROM Kashmir [requested]"],
    ],
    ["US-Präsident Joe Biden forderte Russland auf, die Ukraine zu verlassen.", ["Joe Biden URGED Russia"]],
    [
      "امریکی صدر جو بائیڈن نے روس سے مطالبہ کیا کہ وہ یوکرین سے اپنی فوج نکال لے۔",
      ["Joe Biden URGED Russia", "Russia WITHDREW_FROM Ukraine [requested]"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("what is alleged", () => {
  it.each<Row>([
    [
      "Russia accused the United States of supporting Georgia in the war.",
      ["Russia ACCUSED United States", "United States SUPPORTS Georgia [alleged]"],
    ],
    [
      "US President Joe Biden accused Russia of having attacked Ukraine.",
      ["Joe Biden ACCUSED Russia", "Russia ATTACKED Ukraine [alleged]"],
    ],
    ["Russia has allegedly attacked Ukraine in the last week.", ["Russia ATTACKED Ukraine [alleged]"]],
    [
      "سعودی عرب نے ایران پر الزام لگایا کہ اس نے یمن پر حملہ کیا۔",
      ["Saudi Arabia ACCUSED Iran", "Iran ATTACKED Yemen [alleged]"],
    ],
    ["Russland soll die Ukraine am Freitag angegriffen haben.", ["Russia ATTACKED Ukraine [alleged]"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

/** The actions, each with those who say so, outermost first. */
function sayings(reading: Reading): string[] {
  const said = reading.extraction.statements.filter(
    ({ relation }) => relation === "ATTACKED" || relation === "SUPPORTS",
  );
  return said.map(({ subject, relation, object, attribution }) => {
    const sources = attribution.map((source) =>
      typeof source === "string" ? labelOf(reading, source) : `“${source.words}”`,
    );
    return [`${labelOf(reading, subject)} ${relation} ${labelOf(reading, object)}`, ...sources].join(" | ");
  });
}

describe("who says so", () => {
  it.each([
    [
      "Nach Angaben des ukrainischen Präsidenten Wolodymyr Selenskyj hat Russland die Ukraine angegriffen.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "یوکرین کے صدر ولادیمیر زیلنسکی کے مطابق روس نے یوکرین پر حملہ کیا ہے۔",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "Russia has attacked Ukraine, Ukrainian President Volodymyr Zelensky said on Friday.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "“Russia has attacked Ukraine,” Ukrainian President Volodymyr Zelensky said on Friday.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "“Russia has attacked Ukraine,” said Ukrainian President Volodymyr Zelensky.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    ["Russia has attacked Ukraine, and nobody said so.", "Russia ATTACKED Ukraine"],
    [
      "Foreign Minister Shah Mahmood Qureshi said that India had attacked Pakistan.",
      "India ATTACKED Pakistan | Shah Mahmood Qureshi",
    ],
    [
      "According to the foreign ministry of Iran, Israel had attacked Syria.",
      "Israel ATTACKED Syria | Foreign Ministry of Iran",
    ],
    [
      "US Secretary of State Antony Blinken said that Chinese Foreign Minister Wang Yi had told him that China supported Russia.",
      "China SUPPORTS Russia | Antony Blinken | Wang Yi",
    ],
    [
      "Ukrainian President Volodymyr Zelensky told French President Emmanuel Macron that Russia had attacked Odesa.",
      "Russia ATTACKED Odesa | Volodymyr Zelensky",
    ],
    [
      "Der ukrainische Präsident Wolodymyr Selenskyj sagte, Russland habe die Ukraine angegriffen.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "Russland habe die Ukraine angegriffen, sagte der ukrainische Präsident Wolodymyr Selenskyj.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "„Russland hat die Ukraine angegriffen“, sagte der ukrainische Präsident Wolodymyr Selenskyj.",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
    [
      "یوکرین کے صدر ولادیمیر زیلنسکی نے کہا کہ روس نے یوکرین پر حملہ کیا ہے۔",
      "Russia ATTACKED Ukraine | Volodymyr Zelensky",
    ],
  ])("%s", (text, saying) => {
    expect(sayings(read(text))).toEqual([saying]);
  });
});

import { describe, expect, it } from "vitest";
import { read, writeStatement } from "../helpers/reading.ts";

type Row = readonly [language: string, text: string, statements: readonly string[]];

const STANDING: ReadonlySet<string> = new Set(["HOLDS_OFFICE", "MEMBER_OF", "PART_OF", "LOCATED_IN", "FAMILY_OF"]);

/** What a text says of who belongs where, in no order; without where events took place. */
function standing(language: string, text: string): readonly string[] {
  const reading = read(text, { language });
  const said = reading.extraction.statements.filter(
    ({ relation, subject }) => STANDING.has(relation) && subject.startsWith("e"),
  );
  return [...new Set(said.map((statement) => writeStatement(reading, statement)))].sort();
}

describe("appositions", () => {
  it.each<Row>([
    ["en", "Ivanka Trump, the daughter of Donald Trump, visited India.", ["Ivanka Trump FAMILY_OF Donald Trump"]],
    ["en", "Donald Trump's son-in-law Jared Kushner visited Israel.", ["Jared Kushner FAMILY_OF Donald Trump"]],
    ["en", "Donald Trump and his wife Melania Trump visited India.", ["Melania Trump FAMILY_OF Donald Trump"]],
    ["en", "The armed wing of Hamas, the Qassam Brigades, attacked Israel.", ["Qassam Brigades PART_OF Hamas"]],
    ["de", "Ivanka Trump, die Tochter von Donald Trump, besuchte Indien.", ["Ivanka Trump FAMILY_OF Donald Trump"]],
    ["de", "Trumps Schwiegersohn Jared Kushner besuchte Israel.", ["Jared Kushner FAMILY_OF Donald Trump"]],
    ["de", "Die Kassam-Brigaden, der bewaffnete Arm der Hamas, griffen Israel an.", ["Qassam Brigades PART_OF Hamas"]],
    ["de", "Wladimir Putin traf seinen Landsmann Sergej Lawrow.", []],
    ["ur", "ڈونلڈ ٹرمپ کی بیٹی ایوانکا ٹرمپ نے بھارت کا دورہ کیا۔", ["Ivanka Trump FAMILY_OF Donald Trump"]],
    ["ur", "اقوام متحدہ کی ذیلی تنظیم یونیسکو نے اسرائیل پر تنقید کی۔", ["Unesco PART_OF United Nations"]],
  ])("%s: %s", (language, text, statements) => {
    expect(standing(language, text)).toEqual(statements);
  });
});

describe("parties and employers", () => {
  it.each<Row>([
    [
      "en",
      "Senator Ted Cruz (R-Texas) criticised it.",
      ["Ted Cruz HOLDS_OFFICE United States", "Ted Cruz MEMBER_OF Republican Party"],
    ],
    ["en", "Republican Ted Cruz criticised it.", ["Ted Cruz MEMBER_OF Republican Party"]],
    ["en", "Jeremy Corbyn of the Labour Party criticised it.", ["Jeremy Corbyn MEMBER_OF Labour Party"]],
    ["de", "Jeremy Corbyn führt die Labour-Partei.", ["Jeremy Corbyn HOLDS_OFFICE Labour Party"]],
    ["en", "Al Jazeera journalist Shireen Abu Akleh was killed.", ["Shireen Abu Akleh MEMBER_OF Al Jazeera"]],
    [
      "de",
      "Innenministerin Nancy Faeser (SPD) kritisierte das.",
      ["Nancy Faeser HOLDS_OFFICE Germany", "Nancy Faeser MEMBER_OF Social Democratic Party of Germany"],
    ],
    [
      "de",
      "Der SPD-Politiker Olaf Scholz kritisierte das.",
      ["Olaf Scholz MEMBER_OF Social Democratic Party of Germany"],
    ],
  ])("%s: %s", (language, text, statements) => {
    expect(standing(language, text)).toEqual(statements);
  });
});

describe("parts and seats", () => {
  it.each<Row>([
    ["en", "The UN mission criticised Russia.", ["UN mission PART_OF United Nations"]],
    ["en", "The UN Security Council condemned North Korea.", ["UN Security Council PART_OF United Nations"]],
    [
      "en",
      "The Vienna-based International Atomic Energy Agency criticised Iran.",
      ["International Atomic Energy Agency LOCATED_IN Vienna"],
    ],
    [
      "en",
      "The International Court of Justice in The Hague criticised Iran.",
      ["International Court of Justice LOCATED_IN The Hague"],
    ],
    ["en", "NATO in Madrid criticised Russia.", []],
    [
      "de",
      "Die Internationale Atomenergiebehörde mit Sitz in Wien kritisierte den Iran.",
      ["International Atomic Energy Agency LOCATED_IN Vienna"],
    ],
    ["en", "The storm reached Dallas, Houston, San Antonio with hail.", []],
  ])("%s: %s", (language, text, statements) => {
    expect(standing(language, text)).toEqual(statements);
  });
});

describe("offices", () => {
  it.each<Row>([
    [
      "en",
      "The State Department criticised China, said Ned Price, the department's spokesman.",
      ["Ned Price HOLDS_OFFICE State Department"],
    ],
    ["de", "Gustavo Petro, Kolumbiens linker Präsident, besuchte Chile.", ["Gustavo Petro HOLDS_OFFICE Colombia"]],
    ["en", "King Abdullah II visited Egypt.", ["King Abdullah II HOLDS_OFFICE Jordan"]],
    [
      "en",
      "The commanders of al-Qaida, Ayman al-Zawahiri and Osama bin Laden, fled.",
      ["Ayman al-Zawahiri HOLDS_OFFICE Al Qaeda", "Osama bin Laden HOLDS_OFFICE Al Qaeda"],
    ],
    ["en", "The governor of Texas, Greg Abbott, criticised it.", ["Greg Abbott HOLDS_OFFICE United States"]],
    ["en", "Company president Tim Cook met Theresa May in London.", []],
    ["en", "Supreme Court nominee Merrick Garland criticised it.", []],
  ])("%s: %s", (language, text, statements) => {
    expect(standing(language, text)).toEqual(statements);
  });
});

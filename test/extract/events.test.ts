import { describe, expect, it } from "vitest";
import { labelOf, read, type Reading } from "../helpers/reading.ts";

/** The events that something is said of: type, date, status, who takes part, where, which. Dates count from 2020-01-01, a Wednesday. */
function eventsOf(reading: Reading): string[] {
  const { events, statements } = reading.extraction;
  return events.flatMap((event, i) => {
    if (!statements.some(({ subject, object, event: within }) => [subject, object, within].includes(`v${i}`)))
      return [];
    const people = event.participants.map(({ entity }) => labelOf(reading, entity));
    const span =
      event.time.date ?? (event.time.from === undefined ? "undated" : `${event.time.from}/${event.time.to ?? ""}`);
    const more = [
      ...(people.length === 0 ? [] : [`[${people.join(", ")}]`]),
      ...(event.place === undefined ? [] : [`in ${labelOf(reading, event.place)}`]),
      ...(event.ordinal === undefined ? [] : [`no. ${event.ordinal}`]),
      ...(event.medium === undefined ? [] : [`by ${event.medium}`]),
    ];
    return [[event.type, span, event.status, ...more].join(" ")];
  });
}

type Row = readonly [text: string, events: readonly string[]];

describe("events and their dates", () => {
  it.each<Row>([
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin]"],
    ],
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on December 7.",
      ["Call 2019-12-07 held [Joe Biden, Vladimir Putin]"],
    ],
    [
      "US President Joe Biden met Chinese President Xi Jinping in Bali on Monday.",
      ["Meeting 2019-12-30 held [Joe Biden, Xi Jinping] in Bali"],
    ],
    [
      "US President Joe Biden will meet Chinese President Xi Jinping in Bali next week.",
      ["Meeting 2020-01 planned [Joe Biden, Xi Jinping] in Bali"],
    ],
    [
      "In the last year of the war, Prime Minister Imran Khan was in Moscow and met Russian President Vladimir Putin in May 2015.",
      ["Meeting 2015-05 held [Imran Khan, Vladimir Putin]"],
    ],
    [
      "Foreign Minister Shah Mahmood Qureshi met his counterpart Wang Yi.",
      ["Meeting 2019-12-30/2020-01-01 held [Shah Mahmood Qureshi, Wang Yi]"],
    ],
    [
      "US-Präsident Joe Biden telefonierte am Sonntag mit dem russischen Präsidenten Wladimir Putin.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin] by phone"],
    ],
    [
      "امریکی صدر جو بائیڈن نے اتوار کو روسی صدر ولادیمیر پوتن سے ٹیلی فون پر بات کی۔",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin] by phone"],
    ],
    [
      "امریکی صدر جو بائیڈن چینی صدر شی جن پنگ سے پیر کو بیجنگ میں ملاقات کریں گے۔",
      ["Meeting 2020-01-06 planned [Joe Biden, Xi Jinping] in Beijing"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });
});

describe("one event told twice is one", () => {
  it.each<Row>([
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday. Biden spoke with Putin about the war.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin]"],
    ],
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday. During the call, Biden thanked Putin for the talks.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin]"],
    ],
    [
      "US-Präsident Joe Biden telefonierte am Sonntag mit dem russischen Präsidenten Wladimir Putin. Das Gespräch zwischen Biden und Putin dauerte eine Stunde.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin] by phone"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });
});

describe("two events stay two", () => {
  it.each<Row>([
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on December 7. Biden spoke with Putin again on December 30.",
      ["Call 2019-12-07 held [Joe Biden, Vladimir Putin]", "Call 2019-12-30 held [Joe Biden, Vladimir Putin]"],
    ],
    [
      "US President Joe Biden met Chinese President Xi Jinping in Bali on Monday. They spoke by phone in July.",
      ["Meeting 2019-12-30 held [Joe Biden, Xi Jinping] in Bali", "Call 2019-07 held [Joe Biden, Xi Jinping] by phone"],
    ],
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday. The first call between Biden and Putin was in October.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin]", "Call 2019-10 held [Joe Biden, Vladimir Putin] no. 1"],
    ],
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday. On Sunday he also spoke with Chinese President Xi Jinping.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin]", "Call 2019-12-29 held [Joe Biden, Xi Jinping]"],
    ],
    [
      "Russia attacked Ukraine on Monday. On Tuesday Russia attacked Ukraine again.",
      ["Attack 2019-12-30 held [Russia, Ukraine]", "Attack 2019-12-31 held [Russia, Ukraine]"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it("where one sentence tells a meeting and a journey", () => {
    const text = "After meeting Prime Minister Imran Khan in Islamabad, US envoy Zalmay Khalilzad flew to Kabul.";
    expect(eventsOf(read(text)).map((event) => event.split(" ")[0])).toEqual(["Meeting", "Visit"]);
  });
});

describe("how an event took place", () => {
  it.each<Row>([
    [
      "In a telephone conversation with Russian President Vladimir Putin on Sunday, US President Joe Biden condemned the war.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin] by phone"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it.fails.each<Row>([
    [
      "US President Joe Biden spoke by phone with Russian President Vladimir Putin on Sunday.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin] by phone"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });
});

describe("events to come", () => {
  it.each<Row>([
    [
      "US President Joe Biden will meet Chinese President Xi Jinping later this month.",
      ["Meeting 2020-01 planned [Joe Biden, Xi Jinping]"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it.fails.each<Row>([
    [
      "US Secretary of State Antony Blinken invited Pakistan to the global food security meeting, which will be held in New York on May 18.",
      ["Meeting 2020-05-18 planned in New York"],
    ],
    [
      "Der Covid-Gipfel findet am 12. Mai statt. US-Präsident Joe Biden lud Pakistan zu dem Covid-Gipfel ein.",
      ["Summit 2020-05-12 planned"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });
});

describe("what did not happen is no event that was held", () => {
  it.each(["Russia did not attack Ukraine.", "US President Joe Biden has not met North Korean leader Kim Jong-un."])(
    "%s",
    (text) => {
      expect(eventsOf(read(text))).toEqual([]);
    },
  );

  it.each([
    "If Russia attacks Ukraine, the United States will help.",
    "US President Joe Biden could meet Russian President Vladimir Putin in June.",
    "Russia denied that it had attacked Ukraine.",
    "Israel threatened to attack Iran.",
    "US President Joe Biden accused Russia of having attacked Ukraine.",
  ])("%s", (text) => {
    expect(eventsOf(read(text)).filter((event) => event.includes(" held "))).toEqual([]);
  });
});

describe("roles", () => {
  it.each([
    ["Russia attacked Ukraine on Monday.", ["attacker Russia", "victim Ukraine"]],
    [
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday.",
      ["participant Joe Biden", "participant Vladimir Putin"],
    ],
    ["US Secretary of State Antony Blinken invited Pakistan to the Global Covid Summit.", []],
  ])("%s", (text, roles) => {
    const reading = read(text);
    const found = reading.extraction.statements.filter(({ relation }) => relation === "PARTICIPATED_IN");
    expect(found.map(({ role, subject }) => `${role} ${labelOf(reading, subject)}`)).toEqual(roles);
  });
});

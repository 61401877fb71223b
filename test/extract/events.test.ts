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
    ["Am Freitag wird der Sturm auf die Küste von Florida treffen.", ["Disaster 2020-01-03 planned in Florida"]],
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
      "US President Joe Biden discussed the crisis with Chinese President Xi Jinping by phone on Sunday.",
      ["Call 2019-12-29 held [Joe Biden, Xi Jinping] by phone"],
    ],
    ["US President Joe Biden discussed the crisis with Chinese President Xi Jinping on Sunday.", []],
    [
      "The FBI investigated Donald Trump on Sunday.",
      ["Other 2019-12-29 held [Federal Bureau of Investigation, Donald Trump]"],
    ],
    [
      "The United States sanctioned Viktor Yanukovych on Sunday over corruption, a charge the former leader denies.",
      ["Sanction 2019-12-29 held [United States, Viktor Yanukovych]"],
    ],
    [
      "امریکی صدر جو بائیڈن چینی صدر شی جن پنگ سے پیر کو بیجنگ میں ملاقات کریں گے۔",
      ["Meeting 2020-01-06 planned [Joe Biden, Xi Jinping] in Beijing"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });
});

describe("events told by the clause around their noun", () => {
  it.each<Row>([
    [
      "Chancellor Olaf Scholz said at a conference in Munich on Sunday that Germany supports Ukraine.",
      ["Meeting 2019-12-29 held [Olaf Scholz] in Munich"],
    ],
    [
      "US Secretary of State Antony Blinken held talks in Geneva on Monday.",
      ["Meeting 2019-12-30 held [Antony Blinken] in Geneva"],
    ],
    [
      "Russian President Vladimir Putin gave a speech in Moscow on Tuesday.",
      ["Speech 2019-12-31 held [Vladimir Putin] in Moscow"],
    ],
    ["India held a military parade in New Delhi on Monday.", ["Other 2019-12-30 held [India] in New Delhi"]],
    ["The referendum took place in Scotland in 2014.", ["Vote 2014 held in Scotland"]],
    ["Floods in various parts of Pakistan have killed hundreds.", ["Disaster 2019-12-30/2020-01-01 held in Pakistan"]],
    [
      "Der russische Präsident Wladimir Putin hielt am Dienstag eine Rede in Moskau.",
      ["Speech 2019-12-31 held [Vladimir Putin] in Moscow"],
    ],
    [
      "Kanzler Olaf Scholz nimmt an der für März angesetzten Konferenz teil.",
      ["Meeting 2020-03 planned [Olaf Scholz]"],
    ],
    [
      "جرمن چانسلر اولاف شولز نے اتوار کو میونخ میں ہونے والی کانفرنس میں کہا کہ جرمنی یوکرین کی حمایت کرتا ہے۔",
      ["Meeting 2019-12-29 held [Olaf Scholz] in Munich"],
    ],
    ["روسی صدر ولادیمیر پوتن نے منگل کو ماسکو میں تقریر کی۔", ["Speech 2019-12-31 held [Vladimir Putin] in Moscow"]],
    [
      "یورپی یونین کا سربراہی اجلاس 10 جنوری کو برسلز میں منعقد ہوگا۔",
      ["Summit 2020-01-10 planned [European Union] in Brussels"],
    ],
    [
      "پاکستان اور بھارت کے درمیان جنگ بندی معاہدہ طے پا گیا۔",
      ["Agreement 2019-12-30/2020-01-01 held [Pakistan, India]"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it.each<Row>([
    [
      "The Taliban claimed responsibility for the attack in Kabul on Monday.",
      ["Attack 2019-12-30 held [Taliban] in Kabul"],
    ],
    ["Die Taliban bekannten sich zu dem Anschlag in Kabul.", ["Attack 2019-12-30/2020-01-01 held [Taliban] in Kabul"]],
    [
      "طالبان نے کابل میں ہونے والے حملے کی ذمہ داری قبول کر لی۔",
      ["Attack 2019-12-30/2020-01-01 held [Taliban] in Kabul"],
    ],
    ["Israel and Hamas agreed to a truce on Sunday.", ["Ceasefire 2019-12-29 held [Israel, Hamas]"]],
    [
      "Israel und die Hamas einigten sich am Sonntag auf eine Waffenruhe.",
      ["Ceasefire 2019-12-29 held [Israel, Hamas]"],
    ],
    ["اسرائیل اور حماس نے اتوار کو جنگ بندی پر اتفاق کیا۔", ["Ceasefire 2019-12-29 held [Israel, Hamas]"]],
    ["An Israeli air strike killed a commander in Gaza on Friday.", ["Attack 2019-12-27 held [Israel] in Gaza Strip"]],
  ])("who owns up to it: %s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it.each<Row>([
    [
      "The U.S. Congress approved an agreement with India on Monday.",
      ["Agreement 2019-12-30 held [United States, India]"],
    ],
    ["Der Iran führt Verhandlungen mit Moskau.", ["Negotiation 2019-12-30/2020-01-01 held [Iran, Russia]"]],
    ["The US-China trade war hurts Germany.", ["Conflict 2020 held [United States, China]"]],
    ["The 1999 Kargil war between India and Pakistan killed hundreds.", ["Conflict 1999 held [India, Pakistan]"]],
    [
      "Bei Zusammenstößen zwischen indischen und chinesischen Soldaten im Galwan-Tal starben am 15. Juni 20 Soldaten.",
      ["Conflict 2019-06-15 held [India, China] in Galwan Valley"],
    ],
    ["Die Außenministerkonferenz in Berlin beginnt am Freitag.", ["Meeting 2020-01-03 planned in Berlin"]],
    [
      "Der Waffenstillstand zwischen Israel und der Hamas hält.",
      ["Ceasefire 2019-12-30/2020-01-01 held [Israel, Hamas]"],
    ],
    [
      "سعودی عرب اور ایران نے بیجنگ میں معاہدے پر دستخط کیے۔",
      ["Agreement 2019-12-30/2020-01-01 held [Saudi Arabia, Iran] in Beijing"],
    ],
    ["India launched Operation Vijay in 1999.", ["Conflict 1999 held [India]"]],
    [
      "In his weekly radio address Aló Presidente, President Hugo Chávez thanked France.",
      ["Speech 2019-12-30/2020-01-01 held [Hugo Chávez]"],
    ],
    ["The Ukraine crisis worries Poland. The crisis began in 2014.", ["Conflict 2014 held [Ukraine] in Ukraine"]],
    [
      "Südafrika hofft auf ein Urteil des Internationalen Strafgerichtshofs, das am 10. Januar gefällt werden soll. Das Urteil des IStGH ist wichtig.",
      ["Trial 2020-01-10 planned [South Africa, International Criminal Court]"],
    ],
  ])("by its name, its state and what waits for it: %s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it("a noun that owns the rest of its phrase names an event, which the verb does not hold", () => {
    const text = "پاکستان نے ایران کے ساتھ مذاکرات کے آخری مرحلے کا خیرمقدم کیا۔";
    expect(eventsOf(read(text))).toEqual(["Negotiation 2019-12-30/2020-01-01 held [Iran]"]);
  });

  it("to fly to a summit is a journey, and the summit is another event", () => {
    const text = "Olaf Scholz wird Mitte November zum G20-Gipfel nach Bali fliegen.";
    expect(eventsOf(read(text)).map((event) => event.replace(/ \[.*/, ""))).toEqual([
      "Summit 2020-11 planned",
      "Visit 2020-11 planned",
    ]);
  });

  it("here is where the article is written", () => {
    const text = "ISLAMABAD: The foreign ministers of Pakistan and China held talks here on Monday.";
    expect(eventsOf(read(text))).toEqual(["Negotiation 2019-12-30 held [Pakistan, China] in Islamabad"]);
  });

  it("after the date of another event only its own is left for the clause", () => {
    const text = "At the UN General Assembly, President Emmanuel Macron criticised Russia after the summit in June.";
    expect(eventsOf(read(text))).toContain("Meeting undated held [UN General Assembly, Emmanuel Macron]");
  });
});

describe("an event of which only one end is told", () => {
  it.each<Row>([
    ["Alexei Navalny was detained in Moscow on Monday.", ["Arrest 2019-12-30 held [Alexei Navalny] in Moscow"]],
    ["Imran Khan was removed from office in December.", ["Other 2019-12 held [Imran Khan]"]],
    ["Prime Minister Boris Johnson resigned on Monday.", ["Resignation 2019-12-30 held [Boris Johnson]"]],
    ["Olaf Scholz wurde am Montag zum Bundeskanzler gewählt.", ["Appointment 2019-12-30 held [Olaf Scholz]"]],
    ["Bundeskanzler Olaf Scholz trat am Montag zurück.", ["Resignation 2019-12-30 held [Olaf Scholz]"]],
    ["Der russische Botschafter wurde am Montag ausgewiesen.", ["Sanction 2019-12-30 held [Russia]"]],
    ["عمران خان کو پیر کے روز اسلام آباد میں گرفتار کر لیا گیا۔", ["Arrest 2019-12-30 held [Imran Khan] in Islamabad"]],
    ["نواز شریف کو پیر کے روز رہا کر دیا گیا۔", ["Other 2019-12-30 held [Nawaz Sharif]"]],
    ["Opposition leaders demanded that Alexei Navalny be released.", []],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it.each<Row>([
    [
      "Imran Khan was removed from office in December and was arrested in Lahore.",
      ["Other 2019-12 held [Imran Khan]", "Arrest 2019-12 held [Imran Khan] in Lahore"],
    ],
    [
      "Olaf Scholz met Emmanuel Macron. They had last met in May.",
      [
        "Meeting 2019-12-30/2020-01-01 held [Olaf Scholz, Emmanuel Macron]",
        "Meeting 2019-05 held [Olaf Scholz, Emmanuel Macron]",
      ],
    ],
    ["Germany had expelled the Iranian ambassador.", ["Sanction undated held [Germany, Iran]"]],
    ["The coup in Myanmar was condemned by the United States.", ["Other 2019-12-30/2020-01-01 held in Myanmar"]],
  ])("when it is: %s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it("a release and a withdrawal are two, whoever has part in both", () => {
    const text = "Afghanistan released Mullah Baradar on Monday. On Monday Germany withdrew from Afghanistan.";
    expect(eventsOf(read(text)).map((event) => event.split(" ")[0])).toEqual(["Other", "Other"]);
  });
});

describe("what is no event, or nobody's", () => {
  it.each<Row>([
    ["The decision of Germany was welcomed by Poland.", []],
    ["وزیر اعظم شہباز شریف نے سنجیدگی کا مظاہرہ کیا۔", []],
    ["Foreign Secretary Boris Johnson launched a verbal attack on the plan.", []],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it("the ruling is that of a court", () => {
    const text = "Pakistan welcomed the decision of the International Court of Justice.";
    expect(eventsOf(read(text)).map((event) => event.split(" ")[0])).toEqual(["Trial"]);
  });

  it("a trade war is fought by nobody", () => {
    const { statements } = read("Germany feared the trade war between the United States and China.").extraction;
    expect(statements.map(({ relation }) => relation)).not.toContain("FOUGHT_WITH");
  });
});

describe("when a noun without a tense is", () => {
  it.each<Row>([
    [
      "Das Urteil des Internationalen Strafgerichtshofs wird am 10. Januar verkündet.",
      ["Trial 2020-01-10 planned [International Criminal Court]"],
    ],
    [
      "Der Gipfel der Europäischen Union findet am 12. Mai in Brüssel statt.",
      ["Summit 2020-05-12 planned [European Union] in Brussels"],
    ],
    [
      "Der Gipfel der Europäischen Union fand am 12. Mai in Brüssel statt.",
      ["Summit 2019-05-12 held [European Union] in Brussels"],
    ],
    [
      "The summit of the European Union took place in Brussels on January 10.",
      ["Summit 2019-01-10 held [European Union] in Brussels"],
    ],
  ])("%s", (text, events) => {
    expect(eventsOf(read(text))).toEqual(events);
  });

  it("a war of which news is made is of this year, one that is remembered is not", () => {
    expect(eventsOf(read("The war between Russia and Ukraine goes on."))[0]).toMatch(/^Conflict 2020 /);
    const remembered = read("On the anniversary of the Falklands war, Argentina criticised the United Kingdom.");
    expect(eventsOf(remembered).find((event) => event.startsWith("Conflict"))).toMatch(/^Conflict undated /);
  });
});

describe("a day on which the news happened", () => {
  it("is that of what the article tells without one", () => {
    const text =
      "Chancellor Olaf Scholz said on Tuesday that Germany supports Ukraine. Scholz met French President Emmanuel Macron.";
    expect(eventsOf(read(text))).toEqual(["Meeting 2019-12-31 held [Olaf Scholz, Emmanuel Macron]"]);
  });
});

describe("a day that is counted from the one that was told last", () => {
  it.each<Row>([
    [
      "Imran Khan arrived in Moscow on Monday. A day earlier, Khan had met Xi Jinping.",
      ["Visit 2019-12-30 held [Imran Khan] in Moscow", "Meeting 2019-12-29 held [Imran Khan, Xi Jinping]"],
    ],
    [
      "Imran Khan met Xi Jinping in Beijing on Saturday. The next day, he met Li Keqiang.",
      [
        "Meeting 2019-12-28 held [Imran Khan, Xi Jinping] in Beijing",
        "Meeting 2019-12-29 held [Imran Khan, Li Keqiang]",
      ],
    ],
    [
      "Imran Khan traf am Montag in Peking Xi Jinping. Am Vortag hatte er Li Keqiang getroffen.",
      [
        "Meeting 2019-12-30 held [Imran Khan, Xi Jinping] in Beijing",
        "Meeting 2019-12-29 held [Imran Khan, Li Keqiang]",
      ],
    ],
    [
      "عمران خان نے پیر کو شی جن پنگ سے ملاقات کی۔ اس سے ایک روز قبل انہوں نے انگیلا مرکل سے ملاقات کی تھی۔",
      ["Meeting 2019-12-30 held [Imran Khan, Xi Jinping]", "Meeting 2019-12-29 held [Imran Khan, Angela Merkel]"],
    ],
    [
      "Imran Khan reshuffled the cabinet on Sunday, meeting Xi Jinping in Beijing.",
      ["Meeting 2019-12-29 held [Imran Khan, Xi Jinping] in Beijing"],
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
    [
      "Ministers postponed a donor conference on Syria. Foreign Minister Annalena Baerbock will address this conference, now scheduled for next month.",
      ["Meeting 2020-02 planned [Annalena Baerbock]"],
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

  it("where the adposition is said again", () => {
    const text =
      "US Secretary of State John Kerry met with King Abdullah II and later with President Mahmoud Abbas in Amman on Monday.";
    expect(eventsOf(read(text))).toEqual([
      "Meeting 2019-12-30 held [John Kerry, King Abdullah II] in Amman",
      "Meeting 2019-12-30 held [John Kerry, Mahmoud Abbas] in Amman",
    ]);
  });

  it("but an event and its number among others are one", () => {
    const text =
      "US President Joe Biden spoke with Russian President Vladimir Putin on Sunday. It was their second call since October.";
    expect(eventsOf(read(text))).toEqual(["Call 2019-12-29 held [Joe Biden, Vladimir Putin] no. 2"]);
  });
});

describe("how an event took place", () => {
  it.each<Row>([
    [
      "In a telephone conversation with Russian President Vladimir Putin on Sunday, US President Joe Biden condemned the war.",
      ["Call 2019-12-29 held [Joe Biden, Vladimir Putin] by phone"],
    ],
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

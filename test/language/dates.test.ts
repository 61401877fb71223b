import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDates, resolveDate, type DateExpression, type Tense } from "../../src/language/dates.ts";
import { holidayIn } from "../../src/language/holidays.ts";
import { tokenize } from "../../src/language/tokens.ts";
import { boundsOf } from "../../src/model/time.ts";
import { knowledge, packOf } from "../helpers/knowledge.ts";

/** The date expressions of a text. */
function find(code: string, text: string): readonly DateExpression[] {
  const { lexicon, datePatterns } = packOf(code);
  const tokens = tokenize(text, 0, lexicon.tokenRules);
  return findDates(tokens, lexicon.match(tokens), datePatterns);
}

/** The words of the date expressions of a text. */
function findWords(code: string, text: string): string[] {
  const tokens = tokenize(text, 0, packOf(code).lexicon.tokenRules);
  return find(code, text).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

/** What the only date of a text means, as its two bounds. */
function resolve(code: string, text: string, anchor: string | undefined, tense: Tense = "past"): string {
  const [date, ...more] = find(code, text);
  if (date === undefined || more.length > 0) return `${find(code, text).length} dates`;
  const { from, to } = resolveDate(date, anchor, tense).time;
  if (from === undefined || to === undefined) return "unknown";
  return from === to ? from : `${from}/${to}`;
}

/** A Saturday. */
const ANCHOR = "2022-05-07";

describe("a weekday", () => {
  it.each<[string, Tense, string]>([
    ["on Friday", "past", "2022-05-06"],
    ["on Saturday", "past", "2022-05-07"],
    ["on Sunday", "past", "2022-05-01"],
    ["on Monday", "past", "2022-05-02"],
    ["on Friday", "future", "2022-05-13"],
    ["on Saturday", "future", "2022-05-14"],
    ["on Sunday", "future", "2022-05-08"],
    ["last Friday", "past", "2022-05-06"],
    ["next Monday", "future", "2022-05-09"],
  ])("“%s” in the %s is %s", (text, tense, day) => {
    expect(resolve("en", text, ANCHOR, tense)).toBe(day);
  });
});

describe("a day or month without a year", () => {
  it.each<[string, Tense, string]>([
    ["on May 6", "past", "2022-05-06"],
    ["on May 7", "past", "2022-05-07"],
    ["on May 8", "past", "2021-05-08"],
    ["on May 8", "future", "2022-05-08"],
    ["on May 6", "future", "2023-05-06"],
    ["on December 31", "past", "2021-12-31"],
    ["on January 1", "future", "2023-01-01"],
    ["in March", "past", "2022-03-01/2022-03-31"],
    ["in May", "past", "2022-05-01/2022-05-31"],
    ["in June", "past", "2021-06-01/2021-06-30"],
    ["in May", "future", "2022-05-01/2022-05-31"],
    ["in April", "future", "2023-04-01/2023-04-30"],
  ])("“%s” in the %s is %s", (text, tense, day) => {
    expect(resolve("en", text, ANCHOR, tense)).toBe(day);
  });
});

describe("a relative expression", () => {
  it.each<[string, string]>([
    ["today", "2022-05-07"],
    ["yesterday", "2022-05-06"],
    ["tomorrow", "2022-05-08"],
    ["this week", "2022-05-02/2022-05-08"],
    ["last week", "2022-04-25/2022-05-01"],
    ["next week", "2022-05-09/2022-05-15"],
    ["this month", "2022-05-01/2022-05-31"],
    ["last month", "2022-04-01/2022-04-30"],
    ["last year", "2021-01-01/2021-12-31"],
    ["next year", "2023-01-01/2023-12-31"],
  ])("“%s” is %s", (text, time) => {
    expect(resolve("en", text, ANCHOR)).toBe(time);
  });

  it("crosses the end of a year", () => {
    expect(resolve("en", "last month", "2022-01-15")).toBe("2021-12-01/2021-12-31");
    expect(resolve("en", "next month", "2021-12-15")).toBe("2022-01-01/2022-01-31");
    expect(resolve("en", "last week", "2022-01-03")).toBe("2021-12-27/2022-01-02");
    expect(resolve("en", "yesterday", "2022-01-01")).toBe("2021-12-31");
  });
});

describe("a date with its year needs no anchor", () => {
  it.each([
    ["en", "May 6, 2022", "2022-05-06"],
    ["en", "on 6 May 2022", "2022-05-06"],
    ["en", "the 6th of May 2022", "2022-05-06"],
    ["en", "in May 2022", "2022-05-01/2022-05-31"],
    ["en", "in 2022", "2022-01-01/2022-12-31"],
    ["en", "2022-05-06", "2022-05-06"],
    ["de", "am 6. Mai 2022", "2022-05-06"],
    ["de", "im Mai 2022", "2022-05-01/2022-05-31"],
    ["de", "am 6.5.2022", "2022-05-06"],
    ["de", "am 06.05.2022", "2022-05-06"],
    ["ur", "6 مئی 2022 کو", "2022-05-06"],
    ["ur", "۶ مئی ۲۰۲۲ کو", "2022-05-06"],
    ["ur", "مئی 2022 میں", "2022-05-01/2022-05-31"],
    ["ur", "2022-05-06", "2022-05-06"],
  ])("%s: “%s” is %s", (code, text, time) => {
    expect(resolve(code, text, undefined)).toBe(time);
    expect(resolve(code, text, "1990-01-01", "future")).toBe(time);
  });
});

describe("without an anchor", () => {
  it.each([
    ["on Friday", { weekday: 5 }],
    ["on May 18", { month: 5, day: 18 }],
    ["in May", { month: 5 }],
    ["yesterday", {}],
  ])("“%s” is a constraint and no time", (text, constraint) => {
    const [date] = find("en", text);
    expect(date === undefined ? undefined : resolveDate(date, undefined, "past")).toEqual({ time: {}, constraint });
  });
});

describe("an anchor that is a month", () => {
  it("counts from its end", () => {
    expect(resolve("en", "in May", "2022-05")).toBe("2022-05-01/2022-05-31");
    expect(resolve("en", "on May 20", "2022-05")).toBe("2022-05-20");
    expect(resolve("en", "in June", "2022-05")).toBe("2021-06-01/2021-06-30");
  });
});

describe("what is a date", () => {
  it.each([
    ["en", "They met on Friday, May 6, 2022 in Kabul.", ["on Friday, May 6, 2022"]],
    ["en", "He came on Monday and left on Tuesday evening.", ["on Monday", "on Tuesday evening"]],
    ["en", "The first call on Jan 29 was short.", ["Jan 29"]],
    ["en", "He may call in the march to peace.", []],
    ["en", "Theresa May met Mr. March in Augusta.", []],
    ["en", "Some 2,000 troops and 12 tanks left.", []],
    ["en", "At 10:30 he spoke for 20 minutes.", []],
    ["de", "Das Treffen findet am 18. Mai in New York statt.", ["am 18. Mai"]],
    ["de", "Am Freitag sprach er, am Montagabend reiste er ab.", ["Am Freitag", "am Montagabend"]],
    ["de", "Er kam 2021 mit 500 Soldaten.", ["2021"]],
    ["ur", "18 مئی کو نیویارک میں اجلاس ہو گا۔", ["18 مئی کو"]],
    ["ur", "انہوں نے جمعے کو بات کی اور سنیچر کو گئے۔", ["جمعے کو", "سنیچر کو"]],
    ["ur", "75 سال مکمل ہوئے۔", []],
  ])("%s: %s", (code, text, words) => {
    expect(findWords(code, text)).toEqual(words);
  });

  it.each([["2022-13-06"], ["2022-05-32"], ["32.5.2022"], ["6.13.2022"], ["0.5.2022"], ["1.2.3"]])(
    "%s is none",
    (text) => {
      expect(find("en", text).filter(({ day }) => day !== undefined)).toEqual([]);
    },
  );

  it("a day that its month does not have is as exact as the month", () => {
    expect(resolve("en", "on February 30, 2022", undefined)).toBe("2022-02-01/2022-02-28");
  });
});

describe("a holiday", () => {
  const { holidays } = knowledge.gazetteer;
  it.each(["en", "de", "ur"] as const)("is recognised by all of its names (%s)", (code) => {
    const names = holidays.flatMap((holiday) => holiday.names[code]);
    const { lexicon } = packOf(code);
    const isKnown = (name: string): boolean => {
      const tokens = tokenize(name, 0, lexicon.tokenRules);
      return lexicon.match(tokens)[0]?.some(({ type, end }) => type === "holiday" && end === tokens.length) === true;
    };
    expect(names.filter((name) => !isKnown(name))).toEqual([]);
  });

  it.each(holidays.flatMap(({ id, on, examples }) => (on === undefined ? [] : [{ id, on, examples }])))(
    "$id is when its examples say",
    ({ on, examples }) => {
      for (const [year, gives] of Object.entries(examples)) {
        const { from, to } = holidayIn(Number(year), on);
        expect(from === to ? from : `${from}/${to}`).toBe(gives);
      }
    },
  );

  it("has no date where the Gregorian calendar does not tell", () => {
    const names = holidays.filter(({ on }) => on === undefined).flatMap(({ names: all }) => all.de);
    expect(names.filter((name) => resolve("de", name, ANCHOR) !== "unknown")).toEqual([]);
  });

  it.each([
    ["en", "He flew to Easter Island on Monday.", ["on Monday"]],
    ["en", "It is called Christmas Island.", []],
    ["en", "It broke the Good Friday Agreement.", []],
    ["en", "They bombed the Christmas market.", []],
    ["de", "Am Ostersonntag sprach er, zu Weihnachten schwieg er.", ["Am Ostersonntag", "zu Weihnachten"]],
    ["ur", "رجب طیب اردوان نے خطاب کیا۔", []],
  ])("is a date where something says so, and no part of another name (%s: %s)", (code, text, words) => {
    expect(findWords(code, text)).toEqual(words);
  });
});

describe("dates of any text", () => {
  const words = Object.values(knowledge.languages).flatMap(({ calendar }) => [
    ...calendar.months.flat(),
    ...calendar.weekdays.flat(),
    ...calendar.relative.flatMap(({ forms }) => forms),
    ...calendar.partsOfDay,
    ...calendar.patterns.flatMap((pattern) => pattern.split(" ")).filter((word) => !word.startsWith("{")),
  ]);
  const text = fc
    .array(fc.constantFrom(...words, "18", "31", "2022", ".", ",", "6.5.2022", "2022-05-06", "-", "30", "۲۹"), {
      maxLength: 12,
    })
    .map((parts) => parts.join(" "));
  const anchor = fc.option(fc.constantFrom("2022-05-07", "2022-01-01", "2020-02-29", "2021", "2021-12"), {
    nil: undefined,
  });

  it.each(Object.keys(knowledge.languages))("lie in order, apart, and mean whole days in order (%s)", (code) => {
    fc.assert(
      fc.property(text, anchor, fc.constantFrom<Tense>("past", "future"), (content, day, tense) => {
        let end = 0;
        for (const date of find(code, content)) {
          expect(date.from).toBeGreaterThanOrEqual(end);
          expect(date.to).toBeGreaterThan(date.from);
          end = date.to;
          const { time } = resolveDate(date, day, tense);
          if (time.from === undefined || time.to === undefined) continue;
          expect([boundsOf(time.from).from, boundsOf(time.to).to]).toEqual([time.from, time.to]);
          expect(time.from <= time.to).toBe(true);
        }
      }),
    );
  });
});

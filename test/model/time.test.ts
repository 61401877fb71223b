import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, dayNumber, isoDay, spanBetween, spanOfDate, weekdayOf } from "../../src/model/time.ts";

describe("boundsOf", () => {
  it.each([
    ["2022", "2022-01-01", "2022-12-31"],
    ["2022-05", "2022-05-01", "2022-05-31"],
    ["2022-11", "2022-11-01", "2022-11-30"],
    ["2022-12", "2022-12-01", "2022-12-31"],
    ["2022-05-06", "2022-05-06", "2022-05-06"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2000-02", "2000-02-01", "2000-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
  ])("of %s are %s and %s", (date, from, to) => {
    expect(boundsOf(date)).toEqual({ from, to });
  });

  it.each(["", "22", "2022-5", "2022-05-6", "2022-05-06T10:00", "May 2022", "2022/05/06", " 2022", "-2022"])(
    "refuses “%s”",
    (date) => {
      expect(() => boundsOf(date)).toThrow(RangeError);
    },
  );
});

describe("spanBetween", () => {
  it.each([
    ["2022-05-06", "2022-05-06", "2022-05-06"],
    ["2021-07-07", "2021-07-09", "2021-07"],
    ["2021-07-30", "2021-08-01", "2021"],
    ["2021-12-31", "2022-01-01", undefined],
  ])("%s to %s have in common %s", (from, to, date) => {
    expect(spanBetween(from, to).date).toBe(date);
  });

  it("leaves out a side that is open", () => {
    expect(spanBetween(undefined, "2022-05-06")).toEqual({ to: "2022-05-06" });
    expect(spanBetween("2022-05-06", undefined)).toEqual({ from: "2022-05-06" });
    expect(spanBetween(undefined, undefined)).toEqual({});
  });
});

describe("spanOfDate", () => {
  it.each([
    ["2022", { date: "2022", from: "2022-01-01", to: "2022-12-31" }],
    ["2022-05", { date: "2022-05", from: "2022-05-01", to: "2022-05-31" }],
    ["2022-05-06", { date: "2022-05-06", from: "2022-05-06", to: "2022-05-06" }],
  ])("of %s", (date, span) => {
    expect(spanOfDate(date)).toEqual(span);
  });
});

describe("days", () => {
  const days = fc.integer({ min: dayNumber("1800-01-01"), max: dayNumber("2199-12-31") });

  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-03-01", 11_017],
    ["2022-05-06", 19_118],
  ])("%s is day %i", (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(isoDay(number)).toBe(day);
  });

  it.each([
    ["1970-01-01", 4],
    ["1969-12-28", 7],
    ["1945-05-08", 2],
    ["2022-05-02", 1],
    ["2022-05-06", 5],
    ["2022-05-08", 7],
  ])("%s is weekday %i", (day, weekday) => {
    expect(weekdayOf(dayNumber(day))).toBe(weekday);
  });

  it("count there and back", () => {
    fc.assert(fc.property(days, (number) => dayNumber(isoDay(number)) === number));
  });

  it("have weekdays that follow each other", () => {
    fc.assert(fc.property(days, (number) => weekdayOf(number + 1) === (weekdayOf(number) % 7) + 1));
  });

  it("lie within the bounds of their month and year", () => {
    fc.assert(
      fc.property(days, (number) => {
        const day = isoDay(number);
        return [day.slice(0, 7), day.slice(0, 4)].every((date) => {
          const { from, to } = boundsOf(date);
          return from <= day && day <= to;
        });
      }),
    );
  });
});

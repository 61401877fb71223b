import { describe, expect, it } from "vitest";
import { groupBy } from "../../viewer/src/by-value.ts";
import { inTime } from "../../viewer/src/office-order.ts";
import { isWholePeriod } from "../../viewer/src/period.ts";

describe("the days of an event", () => {
  it.each<readonly [string, string | null, string | null, boolean]>([
    ["2022", "2022-01-01", "2022-12-31", true],
    ["2022", "2022-03-01", "2022-12-31", false],
    ["2022-02", "2022-02-01", "2022-02-28", true],
    ["2024-02", "2024-02-01", "2024-02-29", true],
    ["2021-07", "2021-07-07", "2021-07-09", false],
    ["2022-05-06", "2022-05-06", "2022-05-06", true],
    ["2022-05-06", "2022-05-06", "2022-05-08", false],
    ["2022", null, "2022-12-31", false],
    ["some day", "2022-01-01", "2022-12-31", false],
  ])("%s is the same as %s to %s: %s", (date, from, to, expected) => {
    expect(isWholePeriod(date, from, to)).toBe(expected);
  });
});

it("offices stand in the order of their reports, those without a date last", () => {
  const office = (name: string, last: string | null, weight: number) => ({
    name,
    weight,
    reported: last === null ? null : { first: "2020", last },
  });
  const given = [office("c", null, 1), office("b", null, 2), office("a", "2021-07", 1), office("d", "2022-05-06", 1)];
  expect(inTime(given).map(({ name }) => name)).toEqual(["d", "a", "b", "c"]);
});

it("groups keep the order in which their values come", () => {
  expect(groupBy(["bb", "a", "cc", "d"], (word) => word.length)).toEqual([
    { value: 2, items: ["bb", "cc"] },
    { value: 1, items: ["a", "d"] },
  ]);
});

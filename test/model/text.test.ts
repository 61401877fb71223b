import { describe, expect, it } from "vitest";
import { compareText, contains, overlaps, type Span } from "../../src/model/text.ts";

const span = (start: number, end: number): Span => ({ start, end });

describe("two spans", () => {
  it.each([
    ["apart", span(0, 2), span(3, 5), { contains: false, overlaps: false }],
    ["that touch", span(0, 2), span(2, 4), { contains: false, overlaps: false }],
    ["that share a unit", span(0, 3), span(2, 4), { contains: false, overlaps: true }],
    ["one in the other", span(0, 5), span(1, 3), { contains: true, overlaps: true }],
    ["one in the other, from its start", span(0, 5), span(0, 3), { contains: true, overlaps: true }],
    ["that are the same", span(1, 3), span(1, 3), { contains: true, overlaps: true }],
    ["one around the other", span(1, 3), span(0, 5), { contains: false, overlaps: true }],
  ])("%s", (_, a, b, expected) => {
    expect({ contains: contains(a, b), overlaps: overlaps(a, b) }).toEqual(expected);
    expect(overlaps(b, a)).toBe(expected.overlaps);
  });
});

it("texts are ordered by code unit, whatever the locale says", () => {
  const texts = ["b", "a", "B", "ä", "ا", "a", "", "aa", "Z"];
  expect(texts.sort(compareText)).toEqual(["", "B", "Z", "a", "a", "aa", "b", "ä", "ا"]);
});

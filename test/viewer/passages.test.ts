import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutsOf, type Mark, paragraphsOf, segmentsOf } from "../../viewer/src/passages.ts";

const mark = (value: string, start: number, end: number): Mark<string> => ({ value, start, end });
const told = (within: readonly [number, number], marks: readonly Mark<string>[]): readonly string[] =>
  segmentsOf({ start: within[0], end: within[1] }, marks).map(({ start, end, mark: of }) =>
    `${start}-${end} ${of?.value ?? ""}`.trim(),
  );

describe("a text with marks", () => {
  it.each<readonly [string, readonly [number, number], readonly Mark<string>[], readonly string[]]>([
    ["without marks is one piece", [3, 9], [], ["3-9"]],
    ["is cut where a mark begins and ends", [0, 9], [mark("a", 2, 5)], ["0-2", "2-5 a", "5-9"]],
    ["shows the shorter of two", [0, 9], [mark("title", 0, 8), mark("name", 5, 8)], ["0-5 title", "5-8 name", "8-9"]],
    [
      "goes on with the longer behind the shorter",
      [0, 9],
      [mark("a", 0, 9), mark("b", 3, 4)],
      ["0-3 a", "3-4 b", "4-9 a"],
    ],
    ["shows the first of two at one place", [0, 4], [mark("a", 1, 3), mark("b", 1, 3)], ["0-1", "1-3 a", "3-4"]],
    [
      "keeps the shorter whole where a longer ends within it",
      [0, 9],
      [mark("a", 0, 6), mark("b", 4, 8)],
      ["0-4 a", "4-8 b", "8-9"],
    ],
    ["cuts off what reaches beyond it", [4, 8], [mark("a", 0, 5), mark("b", 7, 12)], ["4-5 a", "5-7", "7-8 b"]],
    ["leaves out what is elsewhere or empty", [4, 8], [mark("a", 0, 4), mark("b", 8, 9), mark("c", 5, 5)], ["4-8"]],
  ])("%s", (_, within, marks, expected) => {
    expect(told(within, marks)).toEqual(expected);
  });

  it("loses and doubles no character, wherever the marks are", () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => mark(`${a}`, Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (marks, end) => {
        const segments = segmentsOf({ start: 0, end }, marks);
        expect(segments[0]?.start).toBe(0);
        expect(segments.at(-1)?.end).toBe(end);
        for (const [index, segment] of segments.slice(1).entries()) expect(segment.start).toBe(segments[index]?.end);
      }),
    );
  });
});

it("a stretch falls into parts at the places inside of it", () => {
  expect(cutsOf({ start: 2, end: 9 }, [5, 9, 1, 5, 2, 12])).toEqual([
    { start: 2, end: 5 },
    { start: 5, end: 9 },
  ]);
});

it("paragraphs are the lines that are not empty, with their places", () => {
  const text = "One.\r\n\r\n  Two.\n \nتین۔";
  expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["One.", "  Two.", "تین۔"]);
});

import { describe, expect, test } from "vitest";
import { ROW_FORMATS } from "../../src/cli/rows.ts";

const result = {
  columns: ["name", "mentions", "extra"],
  rows: [
    ["Antony Blinken", 14, ["a", "b"]],
    ["بلاول بھٹو زرداری", 3, null],
    ['"x", y\nz', 20, { k: true }],
  ],
} as const;

describe("a table", () => {
  test("aligns text to the left and numbers to the right, by the width of letters", () => {
    expect(ROW_FORMATS.table(result).split("\n")).toEqual([
      "name               mentions  extra",
      "─────────────────  ────────  ──────────",
      'Antony Blinken           14  ["a","b"]',
      "بلاول بھٹو زرداری         3",
      '"x", y z                 20  {"k":true}',
      "",
      "3 rows",
      "",
    ]);
  });

  test.each([
    ["combining marks", "u\u0308", 1],
    ["wide letters", "首相", 4],
    ["pictures", "👩‍👧", 2],
  ])("counts %s", (_, text, width) => {
    expect(ROW_FORMATS.table({ columns: ["a"], rows: [[text]] }).split("\n")[1]).toBe("─".repeat(width));
  });

  test("holds nothing that a terminal obeys", () => {
    const text = ROW_FORMATS.table({ columns: ["a"], rows: [["\u001B]0;title\u0007\u009B31m\u007F"]] });
    expect(text.split("\n")[2]).toBe("�]0;title��31m�");
  });

  test("may have more rows than a function has arguments", () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => [index]);
    expect(ROW_FORMATS.table({ columns: ["a"], rows })).toMatch(/\n199999\n\n200000 rows\n$/);
  });

  test("without rows tells so", () => {
    expect(ROW_FORMATS.table({ columns: ["a"], rows: [] })).toBe("a\n─\n\n0 rows\n");
  });
});

test("JSON is one object a row, and what it was when it is read", () => {
  expect(JSON.parse(ROW_FORMATS.json(result))).toEqual(
    result.rows.map(([name, mentions, extra]) => ({ name, mentions, extra })),
  );
  expect(ROW_FORMATS.json({ columns: ["a"], rows: [] })).toBe("[]\n");
});

test("CSV follows RFC 4180", () => {
  expect(ROW_FORMATS.csv(result)).toBe(
    'name,mentions,extra\r\nAntony Blinken,14,"[""a"",""b""]"\r\nبلاول بھٹو زرداری,3,\r\n"""x"", y\nz",20,"{""k"":true}"\r\n',
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["-x", "'-x"],
  [-1, "-1"],
  [["=1"], '"[""=1""]"'],
  ["", '""'],
  ["a\rb", '"a\rb"'],
  [null, ""],
  [false, "false"],
])("CSV holds %j so that no spreadsheet reckons it", (value, cell) => {
  expect(ROW_FORMATS.csv({ columns: ["@a"], rows: [[value]] })).toBe(`'@a\r\n${cell}\r\n`);
});

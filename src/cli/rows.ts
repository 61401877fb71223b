import { type Rows, rowsToCsv, rowsToJson, valueText } from "../exporters/rows.ts";
import { toPlainText } from "./logger.ts";

/** How a result can be written. */
export const ROW_FORMATS = {
  table: formatTable,
  json: rowsToJson,
  csv: rowsToCsv,
} as const satisfies Readonly<Record<string, (result: Rows) => string>>;
export type RowFormat = keyof typeof ROW_FORMATS;

/** For people: columns side by side, numbers to the right. Nothing in it is obeyed by a terminal. */
export function formatTable({ columns, rows }: Rows): string {
  const head = columns.map(toCell);
  const cells = rows.map((row) => row.map((value) => toCell(valueText(value))));
  // Not Math.max of all: a result may have more rows than a function can have arguments.
  const widths = head.map((title, index) =>
    cells.reduce((width, row) => Math.max(width, widthOf(row[index] ?? "")), widthOf(title)),
  );
  const isNumber = head.map((_, index) => rows.length > 0 && rows.every((row) => typeof row[index] === "number"));
  const formatRow = (row: readonly string[]): string =>
    row
      .map((cell, index) => {
        const space = " ".repeat((widths[index] ?? 0) - widthOf(cell));
        return isNumber[index] === true ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const count = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  return `${[formatRow(head), rule, ...cells.map(formatRow), "", count].join("\n")}\n`;
}

function toCell(text: string): string {
  return toPlainText(text.replaceAll(/\s+/g, " "));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Columns that a text takes on a terminal: one a letter with its marks, two for wide letters and pictures. */
function widthOf(text: string): number {
  // Most cells are such, and segments take long to find.
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

function isWide(letter: string): boolean {
  return /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}]/u.test(letter);
}

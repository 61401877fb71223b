import type { CypherValue } from "../stores/store.ts";
import { toPlainText } from "./logger.ts";

/** The result of a query: one value a column in every row. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CypherValue[])[];
}

/** How a result can be written. */
export const ROW_FORMATS = {
  table: formatTable,
  json: formatJson,
  csv: formatCsv,
} as const satisfies Readonly<Record<string, (result: Rows) => string>>;
export type RowFormat = keyof typeof ROW_FORMATS;

/** For people: columns side by side, numbers to the right. Nothing in it is obeyed by a terminal. */
export function formatTable({ columns, rows }: Rows): string {
  const head = columns.map(toCell);
  const cells = rows.map((row) => row.map((value) => toCell(formatValue(value))));
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

/** One object a row, in an array. */
function formatJson({ columns, rows }: Rows): string {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))));
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

/** RFC 4180. Lists and maps are JSON in their cell. */
function formatCsv({ columns, rows }: Rows): string {
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [columns, ...rows.map((row) => row.map(formatValue))];
  return lines.map((line) => `${line.map(quote).join(",")}\r\n`).join("");
}

function formatValue(value: CypherValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function toCell(text: string): string {
  return toPlainText(text.replaceAll(/\s+/g, " "));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Columns that a text takes on a terminal: one a letter with its marks, two for wide letters and pictures. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

function isWide(letter: string): boolean {
  return /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}]/u.test(letter);
}

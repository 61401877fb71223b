import { csvCell } from "./csv-cell.ts";

/** What a query answered: one value a column in every row, as JSON can say it. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** One object a row, in an array. */
export function rowsToJson({ columns, rows }: Rows): string {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))));
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

/** A table (RFC 4180) of which a spreadsheet obeys nothing. Lists and maps are JSON in their cell. */
export function rowsToCsv({ columns, rows }: Rows): string {
  const lines = [columns.map(csvCell), ...rows.map((row) => row.map(cellOf))];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** A number below zero is no formula. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" || typeof value === "object" ? csvCell(valueText(value)) : valueText(value);
}

/** A value as text: nothing for what is not known, JSON for what is no text. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

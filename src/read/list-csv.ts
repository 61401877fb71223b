import { CsvError, parse } from "csv-parse/sync";
import { columnOf, invalidList, type RawList, type RawRow } from "./list-rows.ts";

/** What may stand between cells: Excel writes semicolons where a comma is the decimal mark. */
const DELIMITERS = [",", ";", "\t"] as const;

interface ParsedRow {
  readonly record: readonly string[];
  /** The line in which it begins: its cells may hold line breaks. */
  readonly line: number;
}

/** Reads a table whose first row names its columns. Throws `LIST_INVALID` with `file:line`. */
export function parseListCsv(text: string, file: string): RawList {
  const [head, ...body] = parseRows(text.replace(/\r\n?/g, "\n"), file);
  if (head === undefined) {
    throw invalidList("is empty; its first row names the columns: id, kind, names", file);
  }
  const columns = head.record.map(columnOf);
  const [twice] = columns.filter((column, i) => column !== "" && columns.indexOf(column) !== i);
  if (twice !== undefined) {
    throw invalidList(`the column ${twice} is there twice; leave one of them out`, `${file}:${head.line}`);
  }
  const rows: RawRow[] = [];
  for (const { record, line } of body) {
    // Spreadsheets leave rows of nothing but delimiters behind.
    if (record.every((cell) => cell.trim() === "")) continue;
    const place = (column?: string): string => `${file}:${line}${column === undefined ? "" : `, column ${column}`}`;
    if (record.slice(columns.length).some((cell) => cell.trim() !== "")) {
      const message = `has ${record.length} cells, and the first row names ${columns.length} columns`;
      throw invalidList(`${message}; put a cell that holds a delimiter into quotation marks`, place());
    }
    rows.push({ place, cells: new Map(columns.map((column, i) => [column, record[i] ?? ""])) });
  }
  return { columns: columns.filter((column) => column !== ""), rows };
}

function parseRows(text: string, file: string): readonly ParsedRow[] {
  const rows: ParsedRow[] = [];
  let read = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record, { lines }) => {
        read = lines;
        rows.push({ record, line: lines - record.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0) });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const remedy = "a cell with quotation marks stands in quotation marks, and each of those in it is written twice";
    const reason =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "a quotation mark that begins a cell here, or in a row below, is not closed"
        : "a quotation mark stands where none can be";
    throw invalidList(`${reason}; ${remedy}`, `${file}:${read + 1}`, error);
  }
}

/** The delimiter that parts the first row into most cells. */
function delimiterOf(text: string): string {
  const [line = ""] = text.trimStart().split("\n");
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

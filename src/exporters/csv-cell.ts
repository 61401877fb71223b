import { writableText } from "./xml.ts";

/** Beginnings by which spreadsheets know a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The mark at the beginning of a file by which Excel knows UTF-8 when it is opened by a click. */
export const EXCEL_MARK = "\uFEFF";

/**
 * A text as a cell of CSV (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
 * advises. Quoted only where it must be, and where it is empty, since an empty cell says: not known.
 */
export function csvCell(text: string): string {
  const harmless = writableText(FORMULA.test(text) ? `'${text}` : text);
  return harmless === "" || /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

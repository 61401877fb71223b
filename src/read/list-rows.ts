import { DragomanError } from "../errors.ts";

/** A row of a list as its file has it, before it is checked. */
export interface RawRow {
  /** Values by the name of their column. A list is one of names that are told apart already. */
  readonly cells: ReadonlyMap<string, string | readonly string[]>;
  /** Where it stands: `people.csv:3`, with a column where one is named. */
  readonly place: (column?: string) => string;
}

/** The rows of a file, and its columns. */
export interface RawList {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

/** A mistake in a list, and where it is. */
export interface Mistake {
  readonly message: string;
  readonly at: string;
}

export function invalidList(message: string, at: string, cause?: unknown): DragomanError {
  return new DragomanError("LIST_INVALID", message, { at, ...(cause === undefined ? {} : { cause }) });
}

/** Names of columns are compared without case and space at their ends. */
export function columnOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

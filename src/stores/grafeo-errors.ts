import { DragomanError } from "../errors.ts";
import { dialectAdvice } from "./dialect.ts";

/** What the embedded database says about a query that it refuses; GQLSTATUS is the code of ISO/IEC 39075. */
export interface GrafeoFailure {
  readonly status: string | undefined;
  readonly message: string;
}

const READ_ONLY_TRANSACTION = "25G03";
/** Mistakes in values, such as a division by zero: the query itself was understood. 22000 is said of anything. */
const WRONG_VALUE = /^22(?!000)/;

export function toGrafeoFailure(error: unknown): GrafeoFailure {
  if (!(error instanceof Error)) return { status: undefined, message: String(error) };
  const status = "gqlStatus" in error && typeof error.gqlStatus === "string" ? error.gqlStatus : undefined;
  return { status, message: error.message };
}

/** Numbers by which systems say that a disk or a quota is full, or a file as large as it may be (errno(3), Windows). */
const NO_ROOM: readonly number[] = [27, 28, 69, 112, 122];

/** `GRAPH_FOLDER` for a write that the system refused the database; anything else as it is. */
export function toWriteError(path: string, error: unknown): unknown {
  const said = error instanceof Error ? /GRAFEO-X003: (?:I\/O error: )?(.*)/.exec(error.message)?.[1] : undefined;
  if (said === undefined) return error;
  const full = NO_ROOM.includes(Number(/\(os error (\d+)\)/.exec(said)?.[1]));
  const message = full
    ? "there is no room left to write; free some and run the same command again: what was written before is kept"
    : `the database cannot be written (${said})`;
  return new DragomanError("GRAPH_FOLDER", message, { at: path, cause: error });
}

/** A refused query as an error for people: what is wrong, where in the query, and what both stores understand instead. */
export function toQueryError(cypher: string, { status, message }: GrafeoFailure): DragomanError {
  if (status === READ_ONLY_TRANSACTION) {
    return new DragomanError(
      "QUERY_INVALID",
      "a query can only read: what it wrote would be gone with the next build, since the graph is derived from the journal",
    );
  }
  const advice = WRONG_VALUE.test(status ?? "") ? undefined : dialectAdvice(cypher);
  const said = message.replace(/^(?:\w+ error: )?GRAFEO-\w+: /, "").replace("[Cypher] ", "");
  return new DragomanError(
    "QUERY_INVALID",
    advice === undefined ? said : `${said}\nOn the embedded database ${advice}.`,
  );
}

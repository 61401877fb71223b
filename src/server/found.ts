import { DragomanError } from "../errors.ts";

/** What was asked for. Throws `NOT_FOUND` where there is no such thing. */
export function found<T>(value: T | undefined, what: string, id: string): T {
  if (value === undefined) throw new DragomanError("NOT_FOUND", `The graph has no ${what} ${id}.`);
  return value;
}

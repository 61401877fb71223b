import { dayNumber, isoDay } from "../../../src/model/time.ts";
import { columnAt, type TimeAxis } from "./axis.ts";

/** Columns of an axis, both inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What is asked for, as ISO 8601 days; a side that is left out is open. */
export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The columns that lie, wholly or in part, in the time that is asked for. */
export function rangeOf(axis: TimeAxis, { from, to }: Days): Range {
  const first = from === undefined ? 0 : columnAt(axis, dayNumber(from));
  const last = to === undefined ? axis.columns.length - 1 : columnAt(axis, dayNumber(to));
  return { first: Math.min(first, last), last: Math.max(first, last) };
}

/** The days of some columns. At the ends of the axis the time is open: what is known later is to be in it too. */
export function daysOf({ columns }: TimeAxis, { first, last }: Range): Days {
  return {
    from: first <= 0 ? undefined : isoDay(columns[first]?.from ?? 0),
    to: last >= columns.length - 1 ? undefined : isoDay(columns[last]?.to ?? 0),
  };
}

/** The range with one of its ends moved. The ends never pass each other, and rest on no gap. */
export function moveEnd(axis: TimeAxis, range: Range, end: keyof Range, to: number): Range {
  const most = axis.columns.length - 1;
  const bounded = end === "first" ? clamp(to, 0, range.last) : clamp(to, range.first, most);
  const step = bounded < range[end] ? -1 : 1;
  const next = axis.columns[bounded]?.isGap === true ? bounded + step : bounded;
  return { ...range, [end]: next };
}

/** The range moved as a whole, as far as there is room. */
export function moveRange({ columns }: TimeAxis, { first, last }: Range, by: number): Range {
  const step = clamp(by, -first, columns.length - 1 - last);
  return { first: first + step, last: last + step };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

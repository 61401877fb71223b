import type { GraphModel } from "../graph/model.ts";
import { columnAt, makeAxis, type TimeAxis } from "./axis.ts";

/** How many facts lie where in time. */
export interface Histogram {
  readonly axis: TimeAxis;
  /** By column, the facts that lie in it alone. */
  readonly exact: readonly number[];
  /** By column, the facts that may lie in it and in others: their date is less exact, or they lasted. */
  readonly wide: readonly number[];
  readonly dated: number;
  readonly undated: number;
}

/** Columns that can still be told apart and pointed at. */
const MOST_COLUMNS = 72;

type Facts = Iterable<number>;

/** Days of a span that is no more exact than a month. */
const LONG = 28;

/**
 * The axis on which these facts lie. What has a year only, or lasts, has no columns of its own where others lie in its time:
 * the first of January would seem to be a day of which much is said.
 */
export function axisOf({ data }: GraphModel, facts: Facts): TimeAxis {
  const short = new Set<number>();
  const long = new Map<string, readonly [number, number]>();
  for (const edge of facts) {
    const from = data.edges.from[edge] ?? null;
    const to = data.edges.to[edge] ?? null;
    if (from !== null && to !== null && to - from >= LONG) long.set(`${from} ${to}`, [from, to]);
    else for (const day of [from, to]) if (day !== null) short.add(day);
  }
  const days = [...short];
  const lone = [...long.values()].filter(([from, to]) => !days.some((day) => day >= from && day <= to));
  return makeAxis([...days, ...lone.map(([from]) => from)], MOST_COLUMNS);
}

/** Counts facts by the columns of an axis. Of what has one end only it is not known how far it reaches: it is in no column. */
export function makeHistogram({ data }: GraphModel, facts: Facts, axis: TimeAxis): Histogram {
  const exact = axis.columns.map(() => 0);
  /** By column, how many wide facts begin in it, less those that ended before it. */
  const changes = [...exact, 0];
  let dated = 0;
  let undated = 0;
  for (const edge of facts) {
    const begin = data.edges.from[edge] ?? null;
    const end = data.edges.to[edge] ?? null;
    if (begin === null && end === null) undated += 1;
    else dated += 1;
    if (begin === null || end === null) continue;
    const first = columnAt(axis, begin);
    const last = columnAt(axis, end);
    const column = axis.columns[first];
    if (column !== undefined && column.from <= begin && end <= column.to) exact[first] = (exact[first] ?? 0) + 1;
    else {
      changes[first] = (changes[first] ?? 0) + 1;
      changes[last + 1] = (changes[last + 1] ?? 0) - 1;
    }
  }
  let lasting = 0;
  const wide = axis.columns.map((_, column) => (lasting += changes[column] ?? 0));
  return { axis, exact, wide, dated, undated };
}

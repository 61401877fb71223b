/** How much time one column of the axis stands for. */
export const UNITS = ["day", "month", "year", "decade", "century"] as const;
export type Unit = (typeof UNITS)[number];

/** A stretch of days, counted since 1970-01-01, both inclusive. */
export interface Column {
  readonly from: number;
  readonly to: number;
  /** A long stretch in which nothing lies, drawn as one column: a text names years ago and last week. */
  readonly isGap: boolean;
}

export interface TimeAxis {
  readonly unit: Unit;
  /** In their order, each beginning where the one before it ends. */
  readonly columns: readonly Column[];
}

/** Empty columns in a row that are drawn as such; more of them are a gap. */
const EMPTY = 3;
const DAY = 86_400_000;
const YEARS: Readonly<Record<Unit, number>> = { day: 0, month: 0, year: 1, decade: 10, century: 100 };

/**
 * The axis of the finest unit that needs no more than `most` columns for these days; of centuries where none does. Stretches
 * without a day are left out.
 */
export function makeAxis(days: Iterable<number>, most: number): TimeAxis {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  for (const unit of UNITS) {
    const columns = columnsOf(distinct, unit);
    if (columns.length <= most || unit === "century") return { unit, columns };
  }
  throw new RangeError("the last unit is the coarsest");
}

/** The index of the column in which a day lies, or of the first or last one where it lies outside. -1 where there is none. */
export function columnAt({ columns }: TimeAxis, day: number): number {
  let low = 0;
  let high = columns.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle]?.to ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return high < 0 ? -1 : low;
}

/** The columns that are worth a word on the axis: where a month, year … begins, and after a gap. */
export function ticksOf({ unit, columns }: TimeAxis, spacing: number): readonly number[] {
  const above = UNITS[UNITS.indexOf(unit) + 1] ?? unit;
  const ticks: number[] = [];
  for (const [index, { from, isGap }] of columns.entries()) {
    if (isGap) continue;
    const before = columns[index - 1];
    const isFirst = before === undefined || before.isGap || indexOfDay(before.from, above) !== indexOfDay(from, above);
    if (isFirst && index - (ticks.at(-1) ?? -Infinity) >= spacing) ticks.push(index);
  }
  return ticks;
}

function columnsOf(days: readonly number[], unit: Unit): readonly Column[] {
  const columns: Column[] = [];
  let last: number | undefined;
  const add = (first: number, end: number, isGap: boolean): void => {
    columns.push({ from: firstDayOf(first, unit), to: firstDayOf(end + 1, unit) - 1, isGap });
  };
  for (const day of days) {
    const index = indexOfDay(day, unit);
    if (index === last) continue;
    if (last !== undefined && index - last - 1 > EMPTY) add(last + 1, index - 1, true);
    else for (let empty = (last ?? index) + 1; empty < index; empty += 1) add(empty, empty, false);
    add(index, index, false);
    last = index;
  }
  return columns;
}

/** The number of the day's month, year … from some beginning on. */
function indexOfDay(day: number, unit: Unit): number {
  if (unit === "day") return day;
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  return unit === "month" ? year * 12 + date.getUTCMonth() : Math.floor(year / YEARS[unit]);
}

function firstDayOf(index: number, unit: Unit): number {
  if (unit === "day") return index;
  const date = new Date(0);
  // Not `Date.UTC`, which takes the years 0 to 99 for those of the last century.
  if (unit === "month") date.setUTCFullYear(Math.floor(index / 12), index % 12, 1);
  else date.setUTCFullYear(index * YEARS[unit], 0, 1);
  return Math.round(date.getTime() / DAY);
}

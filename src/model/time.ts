/**
 * When something was, as exact as known.
 *
 * `date` is what the two bounds have in common: `2022`, `2022-05` or `2022-05-06`; absent when they share nothing.
 * `from` and `to` are whole days (ISO 8601), inclusive; absent when that side is open.
 */
export interface TimeSpan {
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * What a text says about a time without naming the year: "on Friday", "on 18 May", "on the 18th".
 * Two mentions of one event must agree on what both of them say.
 */
export interface TimeConstraint {
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  readonly month?: number;
  readonly day?: number;
}

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** ISO day of a number of days since 1970-01-01. */
export function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** ISO weekday of a day number: 1 Monday to 7 Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** First and last day of an ISO date of any exactness. Throws `RangeError` for what is none. */
export function boundsOf(date: string): { readonly from: string; readonly to: string } {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) throw new RangeError(`not an ISO 8601 date: ${date}`);
  const [, year, month, day] = match;
  if (day !== undefined) return { from: date, to: date };
  if (month !== undefined) {
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return { from: `${date}-01`, to: `${date}-${String(last).padStart(2, "0")}` };
  }
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The time span between two days, with the date that they have in common. */
export function spanBetween(from: string | undefined, to: string | undefined): TimeSpan {
  const date =
    from === undefined || to === undefined
      ? undefined
      : from === to
        ? from
        : from.slice(0, 7) === to.slice(0, 7)
          ? from.slice(0, 7)
          : from.slice(0, 4) === to.slice(0, 4)
            ? from.slice(0, 4)
            : undefined;
  return {
    ...(date === undefined ? {} : { date }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The time span that an ISO date of any exactness names. */
export function spanOfDate(date: string): TimeSpan {
  const { from, to } = boundsOf(date);
  return { date, from, to };
}

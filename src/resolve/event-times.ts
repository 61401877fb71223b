import type { EventDraft } from "../model/extraction.ts";
import type { TimeConstraint, TimeSpan } from "../model/time.ts";
import { dayNumber, isoDay, weekdayOf } from "../model/time.ts";

/** Dates of one event may lie apart by this many days: time zones, reports on the day after. */
const DAYS_APART = 2;
/** Days that have a key in common. */
const DAYS_TOGETHER = 5;
/** For how many days ahead something is planned that is one with what is said to come. */
const DAYS_AHEAD = 31;
/** Days of the shortest month. */
const SHORTEST_MONTH = 28;
/** Length of an ISO month: 2022-05. */
const MONTH_LENGTH = 7;
/** Length of an ISO year. */
const YEAR_LENGTH = 4;

export function isYear({ time }: EventDraft): boolean {
  return time.date?.length === YEAR_LENGTH;
}

/** Whether an event has days of its own, few enough to tell it from others. */
export function isDated({ time }: EventDraft): boolean {
  return isShort(time);
}

function isShort({ from, to }: TimeSpan): boolean {
  return from !== undefined && to !== undefined && dayNumber(to) - dayNumber(from) <= 2 * DAYS_APART;
}

/** The days on which it was to be before, and is to be or was, where they are known well enough. */
export function daysGiven({ time, former = [] }: EventDraft): readonly TimeSpan[] {
  return [time, ...former.map((stage) => stage.time)].filter(isShort);
}

/**
 * Whether one report tells of an event that was put off, and the other of one planned for the day on which it was to be
 * before. What was held on that day was not put off.
 */
export function arePutOff(a: EventDraft, b: EventDraft): boolean {
  const isFormer = (one: EventDraft, other: EventDraft): boolean =>
    (other.former ?? []).some(
      ({ time }) =>
        isShort(time) &&
        (isShort(one.time) && one.status !== "held"
          ? meet(time, one.time)
          : (one.former ?? []).some((stage) => isShort(stage.time) && meet(time, stage.time))),
    );
  return isFormer(a, b) || isFormer(b, a);
}

/**
 * Whether one report announces for a week or a month what the other tells with its day, or says that it is put off or
 * cancelled what the other has planned for a day soon after. `told`: the day of the article of each.
 */
export function isAnnounced({ draft: a, told: toldOfA }: Told, { draft: b, told: toldOfB }: Told): boolean {
  if (toldOfA === undefined || !isDated(b) || b.time.from === undefined || b.time.to === undefined) return false;
  const { from, to } = a.time;
  if (a.status === "planned" && from !== undefined && to !== undefined && !isDated(a))
    return (
      dayNumber(to) - dayNumber(from) < DAYS_AHEAD && from <= b.time.from && b.time.to <= to && toldOfA <= b.time.to
    );
  if ((a.status !== "postponed" && a.status !== "cancelled") || from !== undefined || b.status === "held") return false;
  const ahead = dayNumber(b.time.from) - dayNumber(toldOfA);
  return toldOfB !== undefined && ahead >= -DAYS_APART && ahead <= DAYS_AHEAD;
}

/** Whether one was long before the other was spoken of as what is to come, or was to. */
export function isLongBefore(
  {
    draft: {
      time: { to },
    },
  }: Told,
  { draft: { status }, told }: Told,
): boolean {
  return status !== "held" && to !== undefined && told !== undefined && dayNumber(told) - dayNumber(to) > DAYS_AHEAD;
}

/** The months in which something is that is announced, or put off without a day. */
export function monthsAnnounced({ draft, told }: Told): readonly string[] {
  const { from, to } = draft.time;
  if (draft.status === "planned" && from !== undefined && to !== undefined && !isDated(draft))
    return dayNumber(to) - dayNumber(from) < DAYS_AHEAD ? monthsBetween(from, to) : [];
  if ((draft.status !== "postponed" && draft.status !== "cancelled") || from !== undefined || told === undefined)
    return [];
  return monthsBetween(isoDay(dayNumber(told) - DAYS_APART), isoDay(dayNumber(told) + DAYS_AHEAD));
}

/** The months of the days of an event. */
export function monthsGiven({ time }: EventDraft): readonly string[] {
  return isShort(time) && time.from !== undefined && time.to !== undefined ? monthsBetween(time.from, time.to) : [];
}

function monthsBetween(from: string, to: string): readonly string[] {
  const days: string[] = [to];
  for (let day = dayNumber(from); day < dayNumber(to); day += SHORTEST_MONTH) days.push(isoDay(day));
  return [...new Set(days.map((day) => day.slice(0, MONTH_LENGTH)))];
}

/** What is told of an event, and on which day. */
export interface Told {
  readonly draft: EventDraft;
  readonly told: string | undefined;
}

/** Stretches of days such that two spans that come close enough have one in common. */
export function daysOf({ from, to }: TimeSpan): number[] {
  if (from === undefined || to === undefined) return [];
  const first = Math.floor((dayNumber(from) - DAYS_APART / 2) / DAYS_TOGETHER);
  const last = Math.floor((dayNumber(to) + DAYS_APART / 2) / DAYS_TOGETHER);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function sameDate(a: EventDraft, b: EventDraft): boolean {
  return a.time.date !== undefined && a.time.date === b.time.date;
}

export function onOneWeekday(a: TimeConstraint, b: TimeConstraint): boolean {
  return a.weekday !== undefined && a.weekday === b.weekday;
}

/**
 * Whether two time spans and what the texts say of weekday, month and day can be of one event. Where both days are known,
 * "on Thursday" here is "on Friday" there, unless there may be another on the next day or one is said to be the second.
 */
export function timesAgree(a: EventDraft, b: EventDraft, repeats: boolean): boolean {
  if (!meet(a.time, b.time)) return false;
  if (!repeats && isDay(a.time) && isDay(b.time)) return !areOnTwoDays(a, b);
  for (const field of ["weekday", "month", "day"] as const) {
    const [one, other] = [a.constraint[field], b.constraint[field]];
    if (one !== undefined && other !== undefined && one !== other) return false;
  }
  return satisfies(a.time, b.constraint) && satisfies(b.time, a.constraint);
}

/**
 * Whether two reports of known days mean two days, and not one that they count differently: two weekdays of which neither
 * is next to the other, or a second time and a day before it.
 */
function areOnTwoDays(a: EventDraft, b: EventDraft): boolean {
  const [first, second] = (a.time.from ?? "") <= (b.time.from ?? "") ? [a, b] : [b, a];
  const apart = dayNumber(second.time.from ?? "") - dayNumber(first.time.from ?? "");
  const [one, other] = [first.constraint.weekday, second.constraint.weekday];
  const onTwoWeekdays = one !== undefined && other !== undefined && one !== other && apart > 1;
  return onTwoWeekdays || (apart > 0 && first.ordinal === undefined && (second.ordinal ?? 1) > 1);
}

function isDay({ from, to }: TimeSpan): boolean {
  return from !== undefined && from === to;
}

/** Whether two spans come within the days that reports of one event may lie apart. An open side fits everything. */
export function meet(a: TimeSpan, b: TimeSpan): boolean {
  if (a.from === undefined || a.to === undefined || b.from === undefined || b.to === undefined) return true;
  return dayNumber(a.from) - DAYS_APART <= dayNumber(b.to) && dayNumber(b.from) - DAYS_APART <= dayNumber(a.to);
}

/** Whether some day of the span is such a weekday, month and day. */
function satisfies(span: TimeSpan, constraint: TimeConstraint): boolean {
  if (span.from === undefined || span.to === undefined) return true;
  if (constraint.weekday === undefined && constraint.month === undefined && constraint.day === undefined) return true;
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  if (to - from > 366) return true;
  for (let day = from; day <= to; day += 1) {
    const iso = isoDay(day);
    const fits =
      (constraint.weekday ?? weekdayOf(day)) === weekdayOf(day) &&
      (constraint.month ?? Number(iso.slice(5, 7))) === Number(iso.slice(5, 7)) &&
      (constraint.day ?? Number(iso.slice(8))) === Number(iso.slice(8));
    if (fits) return true;
  }
  return false;
}

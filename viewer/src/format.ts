import { boundsOf, isoDay, spanBetween } from "../../src/model/time.ts";
import { locale, strings } from "./strings/index.ts";

/** A date as exact as it is known: `2022`, `2022-05`, `2022-05-06`, in the words of the interface's language. */
export function formatDate(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (match === null) return date;
  const [, year = "", month, day] = match;
  const time = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
  }).format(time);
}

/**
 * A stretch of days, counted since 1970-01-01, as short as it can be told: a month, a day, from one day to another, or to one
 * side without end. Undefined where neither side is known.
 */
export function formatSpan(from: number | null, to: number | null): string | undefined {
  if (from === null) return to === null ? undefined : strings.timeline.until(formatDate(isoDay(to)));
  if (to === null) return strings.timeline.since(formatDate(isoDay(from)));
  const [first, last] = [isoDay(from), isoDay(to)];
  const { date } = spanBetween(first, last);
  if (date !== undefined) {
    const bounds = boundsOf(date);
    if (bounds.from === first && bounds.to === last) return formatDate(date);
  }
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.formatRange(Date.parse(first), Date.parse(last));
}

/** Names in a row, as the interface's language joins them. */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** The name of a language in the language of the interface, or its code. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** The name of a language in the language itself, or its code. */
export function ownLanguageName(code: string): string {
  try {
    return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}

export function formatShare(share: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** How many of how many; one number where it is all of them. */
export function formatPart(part: number, whole: number): string {
  return part === whole ? formatCount(whole) : `${formatCount(part)}/${formatCount(whole)}`;
}

/** A number as an article counts it: 14, ≥ 14, ≤ 20, 14–20. Anything else stays as it is. */
export function formatRange(value: string): string {
  const match = /^(<=|>=)?(\d+)(?:-(\d+))?$/.exec(value);
  if (match === null) return value;
  const [, sign, first = "", last] = match;
  const signs: Readonly<Record<string, string>> = { "<=": "≤ ", ">=": "≥ " };
  const end = last === undefined ? "" : `–${formatCount(Number(last))}`;
  return `${signs[sign ?? ""] ?? ""}${formatCount(Number(first))}${end}`;
}

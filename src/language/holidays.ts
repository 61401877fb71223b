import { boundsOf, dayNumber, isoDay, spanBetween, weekdayOf, type TimeSpan } from "../model/time.ts";
import type { Holiday } from "../seeds/knowledge.ts";

type Rule = NonNullable<Holiday["on"]>;

/** First and last day of a holiday in a year of the Gregorian calendar. */
export function holidayIn(year: number, rule: Rule): TimeSpan {
  const first = beginning(year, rule);
  return spanBetween(isoDay(first), isoDay(first + rule.days - 1));
}

function beginning(year: number, rule: Rule): number {
  if ("easter" in rule) return easterSunday(year) + rule.easter;
  if ("orthodoxEaster" in rule) return orthodoxEasterSunday(year) + rule.orthodoxEaster;
  const month = `${year}-${two(rule.month)}`;
  if ("day" in rule) return dayNumber(`${month}-${two(rule.day)}`);
  const { from, to } = boundsOf(month);
  if (rule.nth < 0) return dayNumber(to) - ((weekdayOf(dayNumber(to)) - rule.weekday + 7) % 7);
  const first = dayNumber(from);
  return first + ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.nth - 1);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Easter Sunday of the western churches, as a day number. The anonymous Gregorian algorithm (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayNumber(`${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`);
}

/** That of the churches that keep to the Julian calendar (Meeus), on the Gregorian one. */
function orthodoxEasterSunday(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const days = moon + toSunday + 114;
  const julian = dayNumber(`${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`);
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return julian + behind;
}

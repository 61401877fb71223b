/** Whether two ISO 8601 days are the first and the last of a date that is as exact as known: `2022`, `2022-05`, `2022-05-06`. */
export function isWholePeriod(date: string, from: string | null, to: string | null): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return false;
  const [, year = "", month, day] = match;
  if (day !== undefined) return from === date && to === date;
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return from === `${year}-${month ?? "01"}-01` && to === last.toISOString().slice(0, 10);
}

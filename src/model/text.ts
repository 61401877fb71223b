/**
 * A half-open range of UTF-16 code units in an article's `text`.
 *
 * Always relative to the whole article, never to a sentence, so that
 * `article.text.slice(span.start, span.end)` is the surface form everywhere.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans have at least one code unit in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Orders strings by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

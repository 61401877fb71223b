import { publicationDate } from "../model/article.ts";
import type { ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";

/** Where something was said: publication date, article and offset. What has no date comes last. */
export type Place = readonly [date: string, article: ArticleId, start: number];

export function firstOf(places: readonly Place[]): Place | undefined {
  return [...places].sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]) || a[2] - b[2])[0];
}

export function placeOf(article: ArticleId, start: number, records: ReadonlyMap<ArticleId, ResolvableRecord>): Place {
  const record = records.get(article);
  return [(record === undefined ? undefined : publicationDate(record.article)) ?? "~", article, start];
}

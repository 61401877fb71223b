import { publicationDate } from "../model/article.ts";
import type { ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";

/** Where something was said: publication date, article and offset. What has no date comes last. */
export type Place = readonly [date: string, article: ArticleId, start: number];

export function firstOf(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>((first, place) => {
    if (first === undefined) return place;
    const order = compareText(place[0], first[0]) || compareText(place[1], first[1]) || place[2] - first[2];
    return order < 0 ? place : first;
  }, undefined);
}

export function placeOf(article: ArticleId, start: number, records: ReadonlyMap<ArticleId, ResolvableRecord>): Place {
  const record = records.get(article);
  return [(record === undefined ? undefined : publicationDate(record.article)) ?? "~", article, start];
}

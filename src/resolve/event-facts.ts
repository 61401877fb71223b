import { articleName, publicationDate } from "../model/article.ts";
import type { EventCount, EventStatus } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Conflict, CountSaid, ResolvedEvent, Stage } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import { spanBetween, type TimeSpan } from "../model/time.ts";
import type { EventItem } from "./compare-events.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";
import { meet } from "./event-times.ts";
import type { Sites } from "./places.ts";
import { countVotes, type Vote } from "./votes.ts";

/** What the reports of one event say of it together. */
export type EventFacts = Pick<ResolvedEvent, "time" | "status" | "conflicts" | "history" | "counts">;

/** What one article reports of an event. */
interface Report extends Pick<EventItem, "draft" | "place"> {
  /** Name of the article. */
  readonly article: string;
  readonly published: string | undefined;
  readonly voice: ArticleId;
}

/** What is asked for what reports say together. */
interface FactContext {
  readonly records: ReadonlyMap<ArticleId, ResolvableRecord>;
  readonly sites: Sites;
  /** The id of the node where a report says that it was. */
  readonly placeId: (item: EventItem) => string | undefined;
  readonly voiceOf: (article: ArticleId) => ArticleId;
}

/** Length of an ISO day: 2022-05-06. */
const DAY_LENGTH = 10;
/** Of reports of one day, or of unknown days, the first of these that one gives holds. */
const MOST_CERTAIN: readonly EventStatus[] = ["cancelled", "postponed", "planned"];

/**
 * What the reports of one event say of when it was, how it stands and stood with it, and on what they contradict each
 * other.
 */
export function factsOf(members: readonly EventItem[], { records, sites, placeId, voiceOf }: FactContext): EventFacts {
  const reports = members
    .flatMap((item): (Report & { readonly site: string | undefined })[] => {
      const record = records.get(item.article);
      if (record === undefined) return [];
      const { draft, place } = item;
      const { article } = record;
      return [
        {
          draft,
          place,
          article: articleName(article),
          published: publicationDate(article),
          voice: voiceOf(article.id),
          site: placeId(item),
        },
      ];
    })
    .sort((a, b) => compareText(a.published ?? "~", b.published ?? "~") || compareText(a.article, b.article));
  const status = statusOf(reports);
  const standing = standingOf(reports, status);
  const conflicts = [
    ...differing(standing, ({ draft: { time } }) => (time.date?.length === DAY_LENGTH ? time.date : undefined), "date"),
    ...differingPlaces(reports, sites),
    ...differing(reports, ({ draft }) => draft.ordinal?.toString(), "ordinal"),
    ...differing(reports, ({ draft }) => draft.medium, "medium"),
    ...differingStatus(reports),
    ...differingCounts(reports),
  ];
  return { time: timeOf(reports, standing), status, conflicts, history: historyOf(reports), counts: countsOf(reports) };
}

/**
 * What was reported as held has been held, whatever was said of it before. Else the last report holds of those whose
 * articles have a date, so that what was cancelled and is planned again is planned.
 */
function statusOf(reports: readonly Report[]): EventStatus {
  if (reports.some(({ draft }) => draft.status === "held")) return "held";
  const last = reports.findLast(({ published }) => published !== undefined)?.published;
  const latest = new Set(reports.filter(({ published }) => published === last).map(({ draft }) => draft.status));
  return MOST_CERTAIN.find((status) => latest.has(status)) ?? "held";
}

/** The reports that say how it stands now: of what was put off, not those of the day that it was planned for before. */
function standingOf<Of extends Report>(reports: readonly Of[], status: EventStatus): readonly Of[] {
  const putOff = reports.findIndex(({ draft }) => draft.status === "postponed" || draft.former !== undefined);
  const since = status === "held" ? 0 : Math.max(0, putOff);
  return reports.filter(({ draft }, i) => draft.status === status && i >= since);
}

/**
 * The most exact date that any article gives; among equals the one of most articles, then the earliest. Of an event that
 * was to be on another day, a date near those on which it was, or is now to be.
 */
function timeOf(reports: readonly Report[], standing: readonly Report[]): TimeSpan {
  const given = standing.map(({ draft }) => draft.time).filter(({ date }) => date !== undefined);
  const all = reports.map(({ draft, voice }): Timed => [voice, draft.time]);
  if (given.length === 0) return bestTime([...all, ...reports.flatMap(formerTimes)]);
  const best = bestTime(
    standing.map(({ draft, voice }): Timed => [voice, draft.time]),
    all,
  );
  const near = all.filter(([, time]) => given.some((other) => meet(time, other)));
  return best.date?.length === DAY_LENGTH ? best : bestTime(near);
}

/** When it was, by whom. */
type Timed = readonly [voice: Report["voice"], time: TimeSpan];

function formerTimes({ draft: { former = [] }, voice }: Report): readonly Timed[] {
  return former.map(({ time }) => [voice, time]);
}

/** `votes`: who is asked which of the most exact dates it is. */
function bestTime(said: readonly Timed[], all = said): TimeSpan {
  const spans = said.map(([, time]) => time);
  const times = spans.filter(({ date }) => date !== undefined);
  const votes = countVotes(all.map(([voice, { date = "" }]): Vote => [voice, date]));
  const [best] = times.sort(
    (a, b) =>
      (b.date ?? "").length - (a.date ?? "").length ||
      (votes.get(b.date ?? "") ?? 0) - (votes.get(a.date ?? "") ?? 0) ||
      compareText(a.date ?? "", b.date ?? ""),
  );
  return best?.from !== undefined && best.from === best.to ? best : (commonTime(spans) ?? best ?? {});
}

/** The days that all reports allow, where they leave any. */
function commonTime(spans: readonly TimeSpan[]): TimeSpan | undefined {
  const from = spans
    .flatMap((span) => span.from ?? [])
    .sort(compareText)
    .at(-1);
  const to = spans.flatMap((span) => span.to ?? []).sort(compareText)[0];
  return from !== undefined && to !== undefined && from <= to ? spanBetween(from, to) : undefined;
}

/** What each article said of how it stood, in the order of publication; nothing where all say the same. */
function historyOf(reports: readonly Report[]): readonly Stage[] {
  const stages = reports.flatMap(({ draft, article }): Stage[] => {
    const own = [...(draft.former ?? []), { status: draft.status, time: draft.time }];
    return own.map(({ status, time: { date } }) => ({ status, date, article }));
  });
  return new Set(stages.map(({ status }) => status)).size < 2 ? [] : stages;
}

/** What some reports say of one field, where they do not all say the same. */
function differing(
  reports: readonly Report[],
  valueOf: (report: Report) => string | undefined,
  field: string,
): readonly Conflict[] {
  const said = reports.flatMap((report): Conflict[] => {
    const value = valueOf(report);
    return value === undefined ? [] : [{ field, value, article: report.article }];
  });
  return new Set(said.map(({ value }) => value)).size < 2 ? [] : inOrder(said);
}

function inOrder(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [...conflicts].sort((a, b) => compareText(a.value, b.value) || compareText(a.article, b.article));
}

/** The places of which no two can be where it was; that a city lies in a state is no contradiction. */
function differingPlaces(
  reports: readonly (Report & { readonly site: string | undefined })[],
  sites: Sites,
): readonly Conflict[] {
  const said = reports.flatMap(({ place, site, article }) =>
    place === undefined || site === undefined ? [] : [{ place, site, article }],
  );
  const all = [...new Map(said.map(({ place }) => [place.id, place])).values()];
  const apart = said.filter(({ place }) => all.some((other) => sites.differ(place, other)));
  return inOrder(apart.map(({ site, article }) => ({ field: "place", value: site, article })));
}

/** That one article says held, and another, no older, cancelled. What was cancelled first and held then has a history. */
function differingStatus(reports: readonly Report[]): readonly Conflict[] {
  const isAfter = (a: Report, b: Report): boolean =>
    a.published === undefined || b.published === undefined || a.published >= b.published;
  const held = reports.filter(({ draft }) => draft.status === "held");
  const cancelled = reports.filter(({ draft }) => draft.status === "cancelled");
  const late = cancelled.filter((report) => held.some((other) => isAfter(report, other)));
  const against = held.filter((report) => late.some((other) => isAfter(other, report)));
  return inOrder(
    [...late, ...against].map(({ draft, article }) => ({ field: "status", value: draft.status, article })),
  );
}

function countsOf(reports: readonly Report[]): readonly CountSaid[] {
  return reports
    .flatMap(({ draft, article }) =>
      (draft.counts ?? []).map((count): CountSaid => ({ what: count.what, value: writeCount(count), article })),
    )
    .sort((a, b) => compareText(a.what, b.what));
}

/** What articles count of one kind where no number fits what all of them say. */
function differingCounts(reports: readonly Report[]): readonly Conflict[] {
  const said = reports.flatMap(({ draft, article }) => (draft.counts ?? []).map((count) => ({ count, article })));
  const kinds = [...new Set(said.map(({ count }) => count.what))].sort(compareText);
  return kinds.flatMap((kind) => {
    const own = said.filter(({ count }) => count.what === kind);
    const least = Math.max(...own.map(({ count }) => count.from ?? 0));
    const most = Math.min(...own.map(({ count }) => count.to ?? Infinity));
    if (least <= most) return [];
    return inOrder(own.map(({ count, article }) => ({ field: kind, value: writeCount(count), article })));
  });
}

/** `14`, `14-20`, `>=14`, `<=20`. */
function writeCount({ from, to }: EventCount): string {
  if (from === undefined) return `<=${to ?? 0}`;
  if (to === undefined) return `>=${from}`;
  return from === to ? String(from) : `${from}-${to}`;
}

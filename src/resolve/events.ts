import type { EventDraft, LocalId } from "../model/extraction.ts";
import { differInPresence, type Presence } from "../model/presence.ts";
import type { TimeConstraint, TimeSpan } from "../model/time.ts";
import { dayNumber, isoDay, weekdayOf } from "../model/time.ts";
import { createClusters } from "./clusters.ts";
import type { ResolvedEntities } from "./entities.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";
import { createStories } from "./stories.ts";

/** One event of one article. */
export interface EventAt {
  readonly record: number;
  readonly index: number;
  readonly draft: EventDraft;
}

export interface EventCluster {
  readonly members: readonly EventAt[];
}

export interface ResolvedEvents {
  readonly clusters: readonly EventCluster[];
  readonly clusterOf: (record: number, index: number) => number | undefined;
}

/** What this stage asks about events and actors. */
export interface EventWorld {
  readonly familyOf: (type: string) => string;
  /** Whether those who take part in an event of the type are there in person. */
  readonly isInPerson: (type: string) => boolean;
  /** Whether such events may happen between the same on days that follow each other: attacks. */
  readonly repeats: (type: string) => boolean;
  /** The state for which a resolved entity acts: itself, or that of its office or body. */
  readonly stateOf: (cluster: number) => number | undefined;
}

/** Dates of one event may lie apart by this many days: time zones, reports on the day after. */
const DAYS_APART = 2;
/** Sequences of five words that two articles have in common from which they report the same words, and the share of the shorter. */
const COMMON_SEQUENCES = 12;
const COMMON_SHARE = 0.08;
/** Length of an ISO month: 2022-05. */
const MONTH_LENGTH = 7;
/** Length of an ISO year. */
const YEAR_LENGTH = 4;
/** Features that an event without participants needs in common with another. */
const FEATURES_NEEDED = 2;
interface Comparable {
  readonly at: EventAt;
  readonly participants: readonly number[];
  readonly inviters: readonly number[];
  readonly place: number | undefined;
}

/**
 * Tells which events of several articles are one, by the rules of the contract ("Merging events"): families, dates,
 * ordinals, media and participants must not conflict, and something must speak for it. Events that others hang on
 * (the meeting to which a call invites) come first. Which pairs are one depends on the pairs alone.
 */
export function resolveEvents(
  records: readonly ResolvableRecord[],
  entities: ResolvedEntities,
  world: EventWorld,
): ResolvedEvents {
  const clusterOfLocal = (record: number, id: LocalId): number | undefined =>
    id.startsWith("e") ? entities.clusterOf(record, Number(id.slice(1))) : undefined;
  const defined = (values: readonly (number | undefined)[]): number[] => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  const all = records.flatMap(({ extraction }, record) =>
    extraction.events.map((draft, index): Comparable => {
      const at = { record, index, draft };
      return {
        at,
        participants: defined(draft.participants.map(({ entity }) => clusterOfLocal(record, entity))),
        inviters: defined(draft.inviters.map((id) => clusterOfLocal(record, id))),
        place: draft.place === undefined ? undefined : clusterOfLocal(record, draft.place),
      };
    }),
  );
  const sets = createClusters(all.length);
  const position = new Map(all.map(({ at }, i) => [`${at.record} ${at.index}`, i]));
  const event = (i: number): Comparable => all[i] as Comparable;

  const mayBeOne = (a: number, b: number): boolean =>
    a === b || (event(a).at.record !== event(b).at.record && compatible(event(a), event(b), world));
  const stories = createStories();
  for (const { article, extraction } of records) stories.add(article.id, extraction);
  const tellOneStory = (a: number, b: number): boolean => {
    const [one, other] = [records[a], records[b]];
    return one !== undefined && other !== undefined && stories.mates(one.article.id).has(other.article.id);
  };
  /** Whether nothing else in the article of the one could be the other. */
  const onlyOne = (a: number, b: number): boolean => {
    const { record } = event(b).at;
    return !all.some((other, i) => i !== b && other.at.record === record && compatible(event(a), other, world));
  };
  const join = (supports: (a: number, b: number) => number): void => {
    const scored = comparablePairs(all, world)
      .map(([a, b]) => ({ a, b, score: mayBeOne(a, b) ? supports(a, b) : 0 }))
      .filter(({ score }) => score >= 1)
      .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
    for (const { a, b } of scored) sets.join(a, b, mayBeOne);
  };
  const hangsOn = (i: number): readonly number[] =>
    defined(event(i).at.draft.related.map((id) => position.get(`${event(i).at.record} ${id.slice(1)}`))).map((other) =>
      sets.find(other),
    );

  join((a, b) =>
    event(a).participants.length > 0 && event(b).participants.length > 0
      ? 0
      : features(event(a), event(b)) / FEATURES_NEEDED,
  );
  join((a, b) => {
    if (event(a).participants.length === 0 || event(b).participants.length === 0) return 0;
    if (lastsAlike(event(a).at.draft, event(b).at.draft)) return 1;
    if (bothDated(event(a), event(b))) return 2;
    const shared = hangsOn(a).some((other) => hangsOn(b).includes(other));
    if (shared || sameContent(event(a).at.draft, event(b).at.draft)) return 2;
    if (sameMonthAndPlace(event(a), event(b))) return 1;
    return sameWeekday(event(a).at.draft.constraint, event(b).at.draft.constraint) ? 1 : 0;
  });

  // What two versions of one story tell but once is one; several of a kind are not told apart.
  join((a, b) =>
    tellOneStory(event(a).at.record, event(b).at.record) && onlyOne(a, b) && onlyOne(b, a) && tied(event(a), event(b))
      ? 1
      : 0,
  );

  const roots = [...new Set(all.map((_, i) => sets.find(i)))].sort((a, b) => a - b);
  const order = new Map(roots.map((root, i) => [root, i]));
  return {
    clusters: roots.map((root) => ({ members: sets.members(root).map((i) => event(i).at) })),
    clusterOf: (record, index) => {
      const i = position.get(`${record} ${index}`);
      return i === undefined ? undefined : order.get(sets.find(i));
    },
  };
}

/** Whether two events that their articles tell but once have more in common than their family: type, and who, where or when. */
function tied(a: Comparable, b: Comparable): boolean {
  const shared = a.participants.some((one) => b.participants.includes(one));
  const place = a.place !== undefined && a.place === b.place;
  const date = sameDate(a.at.draft, b.at.draft);
  const topic = a.at.draft.topic.some((one) => b.at.draft.topic.includes(one));
  return a.at.draft.type === b.at.draft.type ? shared || place || date || topic : shared && (place || date);
}

/** Whether both go on for long in one year: with the same parties, that is one war. */
function lastsAlike(a: EventDraft, b: EventDraft): boolean {
  const isYear = ({ time }: EventDraft): boolean => time.date?.length === YEAR_LENGTH;
  return (
    a.type === b.type &&
    isYear(a) &&
    a.time.date === b.time.date &&
    a.participants.length > 1 &&
    b.participants.length > 1
  );
}

/** Pairs of one family that share a participant, its state, an inviter, a topic, a place or a date. */
function comparablePairs(all: readonly Comparable[], world: EventWorld): (readonly [number, number])[] {
  const blocks = new Map<string, number[]>();
  for (const [i, { at, participants, inviters, place }] of all.entries()) {
    const actors = participants.flatMap((actor) => [actor, world.stateOf(actor)]);
    const keys = [
      ...actors.map((actor) => `actor ${actor}`),
      ...inviters.map((actor) => `inviter ${actor}`),
      ...at.draft.topic.map((topic) => `topic ${topic}`),
      ...(place === undefined ? [] : [`place ${place}`]),
      ...(at.draft.time.date === undefined ? [] : [`date ${at.draft.time.date}`]),
    ];
    for (const key of new Set(keys)) {
      const block = `${world.familyOf(at.draft.type)} ${key}`;
      blocks.set(block, [...(blocks.get(block) ?? []), i]);
    }
  }
  const pairs = new Map<string, readonly [number, number]>();
  for (const block of blocks.values()) {
    for (const [i, a] of block.entries()) for (const b of block.slice(i + 1)) pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

function compatible(a: Comparable, b: Comparable, world: EventWorld): boolean {
  const [left, right] = [a.at.draft, b.at.draft];
  if (world.familyOf(left.type) !== world.familyOf(right.type)) return false;
  if (left.ordinal !== undefined && right.ordinal !== undefined && left.ordinal !== right.ordinal) return false;
  if (left.medium !== undefined && right.medium !== undefined && left.medium !== right.medium) return false;
  if (differInPresence(presenceOf(a, world), presenceOf(b, world))) return false;
  if (!timesAgree(left, right, world.repeats(left.type))) return false;
  if (a.place !== undefined && b.place !== undefined && a.place !== b.place) return false;
  if (
    left.topic.length > 0 &&
    right.topic.length > 0 &&
    a.participants.length === 0 &&
    !left.topic.some((topic) => right.topic.includes(topic))
  )
    return false;
  if (a.participants.length === 0 || b.participants.length === 0)
    return a.participants.length === b.participants.length || (a.place !== undefined && sameDate(left, right));
  const [few, many] =
    a.participants.length <= b.participants.length
      ? [a.participants, b.participants]
      : [b.participants, a.participants];
  const acts = (one: number, other: number): boolean =>
    one === other || world.stateOf(one) === other || world.stateOf(other) === one;
  return few.every((one) => many.some((other) => acts(one, other)));
}

function presenceOf({ at, place }: Comparable, world: EventWorld): Presence {
  return { medium: at.draft.medium, there: place !== undefined || world.isInPerson(at.draft.type) };
}

function sameDate(a: EventDraft, b: EventDraft): boolean {
  return a.time.date !== undefined && a.time.date === b.time.date;
}

/**
 * Whether two time spans and what the texts say of weekday, month and day can be of one event. Where both days are known,
 * "on Thursday" here is "on Friday" there, unless there may be another on the next day.
 */
function timesAgree(a: EventDraft, b: EventDraft, repeats: boolean): boolean {
  if (!meet(a.time, b.time)) return false;
  if (!repeats && isDay(a.time) && isDay(b.time)) return true;
  for (const field of ["weekday", "month", "day"] as const) {
    const [one, other] = [a.constraint[field], b.constraint[field]];
    if (one !== undefined && other !== undefined && one !== other) return false;
  }
  return satisfies(a.time, b.constraint) && satisfies(b.time, a.constraint);
}

function isDay({ from, to }: TimeSpan): boolean {
  return from !== undefined && from === to;
}

/** Whether two spans come within the days that reports of one event may lie apart. An open side fits everything. */
function meet(a: TimeSpan, b: TimeSpan): boolean {
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

function bothDated(a: Comparable, b: Comparable): boolean {
  return [a, b].every(
    ({ at }) =>
      at.draft.time.from !== undefined &&
      at.draft.time.to !== undefined &&
      dayNumber(at.draft.time.to) - dayNumber(at.draft.time.from) <= 2 * DAYS_APART,
  );
}

/** Whether both are said to be in one place in one month: with the same people, that is one event. */
function sameMonthAndPlace(a: Comparable, b: Comparable): boolean {
  const month = ({ at }: Comparable): string | undefined => at.draft.time.date?.slice(0, MONTH_LENGTH);
  return a.place !== undefined && a.place === b.place && month(a)?.length === MONTH_LENGTH && month(a) === month(b);
}

/** Features in common of events that nobody is said to take part in yet. */
function features(a: Comparable, b: Comparable): number {
  const [left, right] = [a.at.draft, b.at.draft];
  const topic =
    left.topic.some((one) => right.topic.includes(one)) ||
    left.names.some(({ text }) => right.names.some((other) => other.text === text));
  const place = a.place !== undefined && a.place === b.place;
  const day = (draft: EventDraft): string | undefined =>
    draft.constraint.day === undefined ? undefined : `${draft.constraint.month}-${draft.constraint.day}`;
  const date = (day(left) !== undefined && day(left) === day(right)) || sameDate(left, right);
  const inviter = a.inviters.some((one) => b.inviters.includes(one));
  return [topic, place, date, inviter].filter(Boolean).length;
}

/** Near-identical reports: many sequences of five words in common. */
function sameContent(a: EventDraft, b: EventDraft): boolean {
  const known = new Set(a.content);
  const common = b.content.filter((hash) => known.has(hash)).length;
  return common >= COMMON_SEQUENCES && common >= COMMON_SHARE * Math.min(a.content.length, b.content.length);
}

function sameWeekday(a: TimeConstraint, b: TimeConstraint): boolean {
  return a.weekday !== undefined && a.weekday === b.weekday;
}

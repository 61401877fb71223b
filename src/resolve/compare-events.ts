import type { EventDraft } from "../model/extraction.ts";
import type { Reason } from "../model/identity.ts";
import type { ArticleId } from "../model/ids.ts";
import { differInPresence, type Presence } from "../model/presence.ts";
import {
  arePutOff,
  isLongBefore,
  daysGiven,
  daysOf,
  isAnnounced,
  isDated,
  isYear,
  monthsAnnounced,
  monthsGiven,
  onOneWeekday,
  sameDate,
  timesAgree,
} from "./event-times.ts";
import type { Linkable } from "./linkage.ts";
import type { Site, Sites } from "./places.ts";

/** An actor as events of several articles are compared by it. */
export interface Actor {
  /** The same for all that are one entity. */
  readonly id: number;
  /** The state for which it acts: itself, or that of its office or body. */
  readonly state: string | undefined;
  readonly isState: boolean;
}

/** One event of one article, with the entities that its actors and its place are. */
export interface EventItem extends Linkable {
  readonly article: ArticleId;
  readonly index: number;
  readonly draft: EventDraft;
  /** The day of its article. */
  readonly told: string | undefined;
  readonly participants: readonly Actor[];
  /** Those to whom it was done, by the relation that tells it: who was arrested, and not who arrested him. */
  readonly undergone: readonly string[];
  readonly inviters: readonly number[];
  readonly place: Site | undefined;
}

/** What is asked about events beyond what they are compared by. */
export interface EventWorld {
  readonly familyOf: (type: string) => string;
  /** Whether those who take part in an event of the type are there in person. */
  readonly isInPerson: (type: string) => boolean;
  /** Whether such events may happen between the same on days that follow each other: attacks. */
  readonly repeats: (type: string) => boolean;
  /** Whether events of the type are of many kinds, which only the relations by which they are told set apart. */
  readonly isVarious: (type: string) => boolean;
  /** Whether a day hardly has two of the type in one story, whoever is said to take part: summits, votes. */
  readonly isOneADay: (type: string) => boolean;
  readonly sites: Sites;
  /** Whether two articles tell one story. */
  readonly tellOneStory: (a: ArticleId, b: ArticleId) => boolean;
  /** Whether two articles report or quote the same words. */
  readonly reportSameWords: (a: ArticleId, b: ArticleId) => boolean;
  /** The other events of the article of an event. */
  readonly besides: (item: EventItem) => readonly EventItem[];
  /** The events that hang on an event. */
  readonly relatedTo: (item: EventItem) => readonly EventItem[];
}

/** Compares events by the rules of the contract ("Merging events"). */
export interface EventComparison {
  /** Keys under which events meet. */
  readonly keysOf: (item: EventItem) => readonly string[];
  /** Keys under which an event without a date looks for those that have one. */
  readonly seeks: (item: EventItem) => readonly string[];
  /** Keys under which an event with a date is found by those that have none. */
  readonly offers: (item: EventItem) => readonly string[];
  /** How strongly two events speak for being one; `undefined`: they are not, or nothing says that they are. */
  readonly compare: (a: EventItem, b: EventItem) => number | undefined;
  /** Whether nothing that is said of two events says that they are two. */
  readonly mayBeOne: (a: EventItem, b: EventItem) => boolean;
  /** Whether a third report, that an event was put off, says why two that are of other days are one. */
  readonly isPutOffBetween: (report: EventItem, a: EventItem, b: EventItem) => boolean;
  /** What speaks for two that were compared being one. */
  readonly reasonsOf: (a: EventItem, b: EventItem) => readonly Reason[];
}

/** Length of an ISO month: 2022-05. */
const MONTH_LENGTH = 7;
/** Features that an event without participants needs in common with another. */
const FEATURES_NEEDED = 2;

/** How strongly each ground speaks for two events being one. The events on which others hang come first. */
const GROUNDS = {
  features: 5,
  occasion: 4,
  date: 4,
  words: 4,
  lasting: 3,
  place: 3,
  announcement: 3,
  weekday: 3,
  story: 1,
} as const;

/**
 * How much more two reports speak for being one that are of one type, and not only of one family, and that name the same
 * to take part, and not only those for whom they act.
 */
const CLOSER = { type: 0.5, actors: 0.25 } as const;

/** What speaks for two events being one, and how strongly. */
interface Ground {
  readonly feature: keyof typeof GROUNDS;
  readonly score: number;
}

const ground = (feature: keyof typeof GROUNDS): Ground => ({ feature, score: GROUNDS[feature] });

export function createEventComparison(world: EventWorld): EventComparison {
  const presenceOf = ({ draft, place }: EventItem): Presence => ({
    medium: draft.medium,
    there: place !== undefined || world.isInPerson(draft.type),
  });

  /** Whether everything but participants, time and place agrees. */
  const kindsAgree = (a: EventItem, b: EventItem): boolean => {
    const [left, right] = [a.draft, b.draft];
    if (a.article === b.article || world.familyOf(left.type) !== world.familyOf(right.type)) return false;
    if (left.ordinal !== undefined && right.ordinal !== undefined && left.ordinal !== right.ordinal) return false;
    if (left.medium !== undefined && right.medium !== undefined && left.medium !== right.medium) return false;
    if (differInPresence(presenceOf(a), presenceOf(b))) return false;
    return !areOfTwoKinds(left, right);
  };
  const areOfTwoKinds = (a: EventDraft, b: EventDraft): boolean =>
    world.isVarious(a.type) && world.isVarious(b.type) && toldOtherwise(a, b);
  const placesAgree = (a: EventItem, b: EventItem): boolean =>
    a.place === undefined ||
    b.place === undefined ||
    world.sites.agree(a.place, b.place) ||
    (!world.repeats(a.draft.type) && world.sites.mayLie(a.place, b.place));
  /** Whether everything but the participants agrees. */
  const circumstancesAgree = (a: EventItem, b: EventItem): boolean =>
    kindsAgree(a, b) &&
    (timesAgree(a.draft, b.draft, world.repeats(a.draft.type)) || arePutOff(a.draft, b.draft)) &&
    !isLongBefore(a, b) &&
    !isLongBefore(b, a) &&
    placesAgree(a, b);
  const compatible = (a: EventItem, b: EventItem): boolean => circumstancesAgree(a, b) && participantsAgree(a, b);

  /** What speaks for two compatible events being one, beside what hangs on them. */
  const groundOf = (a: EventItem, b: EventItem): Ground | undefined => {
    if (a.participants.length === 0 || b.participants.length === 0) {
      const common = featuresInCommon(a, b, world.sites);
      return common < FEATURES_NEEDED ? undefined : { feature: "features", score: GROUNDS.features + common };
    }
    if (lastAlike(a.draft, b.draft)) return ground("lasting");
    if ((isDated(a.draft) && isDated(b.draft)) || arePutOff(a.draft, b.draft)) return ground("date");
    const bothNews = a.draft.content.length > 0 && b.draft.content.length > 0;
    if (bothNews && world.reportSameWords(a.article, b.article)) return ground("words");
    if (inOneMonthAndPlace(a, b)) return ground("place");
    if (isOneToCome(a, b)) return ground("announcement");
    return onOneWeekday(a.draft.constraint, b.draft.constraint) ? ground("weekday") : undefined;
  };
  const shareAnOccasion = (a: EventItem, b: EventItem): boolean =>
    a.participants.length > 0 &&
    b.participants.length > 0 &&
    world
      .relatedTo(a)
      .some((one) => world.relatedTo(b).some((other) => compatible(one, other) && groundOf(one, other) !== undefined));

  /**
   * Whether two versions of one story tell of nothing else that it could be: of several of a kind none is taken. Who takes
   * part may differ then, since versions name more or fewer, unless it is that which makes the event.
   */
  const isOneInBoth = (a: EventItem, b: EventItem): boolean => {
    if (!world.tellOneStory(a.article, b.article) || !kindsAgree(a, b) || !placesAgree(a, b)) return false;
    const ofOneType = a.draft.type === b.draft.type;
    // What is of the other's type is meant before what is only of its family.
    const isRival = (one: EventItem, beside: EventItem): boolean => !ofOneType || beside.draft.type === one.draft.type;
    const told = (one: EventItem, other: EventItem): boolean =>
      !world.besides(other).some((beside) => isRival(one, beside) && compatible(one, beside));
    if (compatible(a, b) && told(a, b) && told(b, a) && areTied(a, b)) return true;
    const alone = (one: EventItem, other: EventItem): boolean =>
      !world
        .besides(other)
        .some(
          ({ draft }) =>
            draft.type === one.draft.type && !areOfTwoKinds(one.draft, draft) && timesAgree(one.draft, draft, false),
        );
    if (!ofOneType || !timesAgree(a.draft, b.draft, false) || !alone(a, b) || !alone(b, a)) return false;
    if (isDoneToOne(a, b)) return true;
    if (!isDated(a.draft) || !isDated(b.draft)) return false;
    const tellsNobody = a.participants.length === 0 || b.participants.length === 0;
    return world.isOneADay(a.draft.type) || (tellsNobody && sameDate(a.draft, b.draft)) || participantsAgree(a, b);
  };

  const bestGround = (a: EventItem, b: EventItem): Ground | undefined => {
    if (compatible(a, b)) {
      const own = groundOf(a, b);
      const best = (own?.score ?? 0) < GROUNDS.occasion && shareAnOccasion(a, b) ? ground("occasion") : own;
      if (best !== undefined) return { ...best, score: best.score + closenessOf(a, b) };
    }
    return isOneInBoth(a, b) ? ground("story") : undefined;
  };

  return {
    keysOf: (item) => keysOf(item, world.familyOf(item.draft.type), world.relatedTo(item)),
    // What has no day looks for what has: by its weekday, and by the month in which it is to come.
    seeks: (item) => {
      const family = world.familyOf(item.draft.type);
      return isDated(item.draft)
        ? []
        : [...weekdayKeys(item, family), ...monthKeys(item, monthsAnnounced(item), family)];
    },
    offers: (item) => {
      const family = world.familyOf(item.draft.type);
      return isDated(item.draft)
        ? [...weekdayKeys(item, family), ...monthKeys(item, monthsGiven(item.draft), family)]
        : [];
    },
    compare: (a, b) => bestGround(a, b)?.score,
    mayBeOne: (a, b) => compatible(a, b) || isOneInBoth(a, b),
    isPutOffBetween: (report, a, b) =>
      report.draft.former !== undefined &&
      (a.draft.status !== "held" || b.draft.status !== "held") &&
      compatible(report, a) &&
      compatible(report, b) &&
      kindsAgree(a, b) &&
      placesAgree(a, b) &&
      participantsAgree(a, b),
    reasonsOf: (a, b) => {
      const feature = bestGround(a, b)?.feature;
      if (feature === undefined) return [];
      const [left, right] = [a, b].map(({ draft }) => [draft.type, draft.time.date].filter(Boolean).join(" "));
      return [{ feature, detail: `${left} – ${right}` }];
    },
  };
}

/** Whether all who take part in the one with fewer take part in the other, in person or by the state for which they act. */
function participantsAgree(a: EventItem, b: EventItem): boolean {
  if (a.participants.length === 0 || b.participants.length === 0) {
    if (a.participants.length > 0 || b.participants.length > 0)
      return a.place !== undefined && sameDate(a.draft, b.draft);
    const [left, right] = [a.draft.topic, b.draft.topic];
    return left.length === 0 || right.length === 0 || left.some((topic) => right.includes(topic));
  }
  const [few, many] = byNumber(a, b);
  const acts = (one: Actor, other: Actor): boolean =>
    one.id === other.id || (one.state === other.state && one.state !== undefined && (one.isState || other.isState));
  return few.every((one) => many.some((other) => acts(one, other)));
}

/** Whether one announces, or puts off, what the other tells: of one type, with the same two or more. */
function isOneToCome(a: EventItem, b: EventItem): boolean {
  const [few] = byNumber(a, b);
  return few.length > 1 && a.draft.type === b.draft.type && (isAnnounced(a, b) || isAnnounced(b, a));
}

/** By how much two reports are closer than others with as strong a ground. */
function closenessOf(a: EventItem, b: EventItem): number {
  const [few, many] = byNumber(a, b);
  const named = few.every(({ id }) => many.some((other) => other.id === id));
  return (a.draft.type === b.draft.type ? CLOSER.type : 0) + (named ? CLOSER.actors : 0);
}

/** Who takes part by two reports, those of the one that names fewer first. */
function byNumber(a: EventItem, b: EventItem): readonly [few: readonly Actor[], many: readonly Actor[]] {
  const [few, many] = [a.participants, b.participants];
  return few.length <= many.length ? [few, many] : [many, few];
}

/** Whether both are told by one relation to one and the same: X was arrested, whoever is said to have done it. */
function isDoneToOne(a: EventItem, b: EventItem): boolean {
  return a.undergone.some((one) => b.undergone.includes(one));
}

/** Whether both are told by relations, and by none in common. */
function toldOtherwise({ relations: a = [] }: EventDraft, { relations: b = [] }: EventDraft): boolean {
  return a.length > 0 && b.length > 0 && !a.some((relation) => b.includes(relation));
}

/** What an actor has in common with the state for which it acts. */
function actorKey({ id, state }: Actor): string {
  return state ?? String(id);
}

/**
 * Two events that are one have one of these in common: days and an actor; of events without participants two features;
 * what hangs on them; month or year and place or actor.
 */
function keysOf(item: EventItem, family: string, related: readonly EventItem[]): string[] {
  const { draft, participants, place } = item;
  const actors = [...new Set(participants.map(actorKey))];
  const month = draft.time.date?.slice(0, MONTH_LENGTH);
  const keys = [
    ...featureKeys(item).map((key) => `features ${key}`),
    ...related.flatMap((other) => featureKeys(other)).map((key) => `occasion ${key}`),
    ...(isYear(draft) ? actors.map((actor) => `year ${draft.time.date} ${actor}`) : []),
    ...(place !== undefined && month?.length === MONTH_LENGTH ? [`month ${month} ${place.id}`] : []),
    ...daysGiven(draft).flatMap((time) =>
      daysOf(time).flatMap((days) => actors.map((actor) => `days ${days} ${actor}`)),
    ),
  ];
  // Two with a date meet by their days.
  return [...keys.map((key) => `${family} ${key}`), ...(isDated(draft) ? [] : weekdayKeys(item, family))];
}

/** Keys of the months in which something is, or is to come, with those who take part. */
function monthKeys({ participants }: EventItem, months: readonly string[], family: string): string[] {
  return months.flatMap((month) => participants.map((actor) => `${family} to come ${month} ${actorKey(actor)}`));
}

function weekdayKeys({ draft, participants }: EventItem, family: string): string[] {
  const { weekday } = draft.constraint;
  return weekday === undefined ? [] : participants.map((actor) => `${family} weekday ${weekday} ${actorKey(actor)}`);
}

/** Each two features of different kinds. Events that have participants are found by place and date alone. */
function featureKeys(item: EventItem): string[] {
  const kinds = featuresOf(item);
  if (item.participants.length > 0) kinds.splice(0, 1, []);
  return kinds.flatMap((values, i) =>
    kinds.slice(i + 1).flatMap((others) => values.flatMap((value) => others.map((other) => `${value} ${other}`))),
  );
}

/** Where the place is among the features. */
const PLACE = 1;

/** What an event is known by beside its participants: topic or name, place, date, inviter. */
function featuresOf({ draft, place, inviters }: EventItem): string[][] {
  const { day, month } = draft.constraint;
  return [
    [...draft.topic.map((topic) => `topic ${topic}`), ...draft.names.map(({ text }) => `name ${text}`)],
    place === undefined ? [] : [`place ${place.id}`],
    [
      ...(day === undefined ? [] : [`day ${month}-${day}`]),
      ...(draft.time.date === undefined ? [] : [`date ${draft.time.date}`]),
      ...(draft.former ?? []).flatMap(({ time: { date } }) => (date === undefined ? [] : [`date ${date}`])),
    ],
    inviters.map((inviter) => `inviter ${inviter}`),
  ];
}

function featuresInCommon(a: EventItem, b: EventItem, sites: Sites): number {
  const others = featuresOf(b);
  return featuresOf(a).filter(
    (values, kind) =>
      values.some((value) => others[kind]?.includes(value)) ||
      (kind === PLACE && a.place !== undefined && b.place !== undefined && sites.agree(a.place, b.place)),
  ).length;
}

/** Whether two compatible events of one story have more in common than their family: type, and who, where or when. */
function areTied(a: EventItem, b: EventItem): boolean {
  const shared = a.participants.some(({ id }) => b.participants.some((other) => other.id === id));
  const place = isOnePlace(a, b);
  const date = sameDate(a.draft, b.draft);
  const topic = a.draft.topic.some((one) => b.draft.topic.includes(one));
  return a.draft.type === b.draft.type ? shared || place || date || topic : shared && (place || date);
}

/** Whether both go on for long in one year: with the same parties, that is one war. */
function lastAlike(a: EventDraft, b: EventDraft): boolean {
  return (
    a.type === b.type &&
    isYear(a) &&
    a.time.date === b.time.date &&
    a.participants.length > 1 &&
    b.participants.length > 1
  );
}

/** Whether both are said to be in one place in one month: with the same people, that is one event. */
function inOneMonthAndPlace(a: EventItem, b: EventItem): boolean {
  const month = ({ draft }: EventItem): string | undefined => draft.time.date?.slice(0, MONTH_LENGTH);
  return isOnePlace(a, b) && month(a)?.length === MONTH_LENGTH && month(a) === month(b);
}

function isOnePlace(a: EventItem, b: EventItem): boolean {
  return a.place !== undefined && a.place.id === b.place?.id;
}

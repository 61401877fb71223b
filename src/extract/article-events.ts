import { fold } from "../language/fold.ts";
import type { ResolvedDate } from "../language/dates.ts";
import type {
  EventCount,
  EventDraft,
  EventName,
  EventStage,
  EventStatus,
  LocalId,
  Participant,
} from "../model/extraction.ts";
import type { Span } from "../model/text.ts";
import type { TimeConstraint, TimeSpan } from "../model/time.ts";
import { differInPresence, type Presence } from "../model/presence.ts";
import type { EventType } from "../seeds/knowledge.ts";
import { dayNumber, isoDay, spanBetween, spanOfDate } from "../model/time.ts";

/** An event of the article while it is read. */
export interface ArticleEvent {
  readonly index: number;
  type: string;
  readonly names: EventName[];
  time: TimeSpan;
  constraint: TimeConstraint;
  /** Whether its time is said in words of its own. */
  dated: boolean;
  news: boolean;
  /** Whether the article tells it itself, and not as what somebody says. */
  narrated: boolean;
  /** Whether it goes on for longer than the news of a day: a war. */
  lasting: boolean;
  status: EventStatus;
  /** How it stood with it before it was put off, and put off. */
  readonly former: EventStage[];
  place: number | undefined;
  readonly participants: Map<string, Participant>;
  readonly inviters: Set<number>;
  readonly invitees: Set<number>;
  ordinal: number | undefined;
  medium: string | undefined;
  readonly topic: Set<string>;
  readonly keys: Set<string>;
  /** Nouns and relations that have told of it. */
  readonly nouns: Set<string>;
  readonly relations: Set<string>;
  readonly evidence: Span[];
  /** How many people met with what, and how far the place in the text that says so is trusted. */
  readonly counts: Map<string, { readonly count: EventCount; readonly trust: number }>;
  confidence: number;
}

/** What a sentence tells of an event. */
export interface EventReport {
  readonly type: string;
  readonly name: EventName | undefined;
  readonly when: ResolvedDate | undefined;
  /** When it was to be, of an event that is put off. */
  readonly before?: ResolvedDate | undefined;
  readonly status: EventStatus;
  readonly place: number | undefined;
  readonly participants: readonly Participant[];
  readonly ordinal: number | undefined;
  readonly medium: string | undefined;
  readonly topic: readonly string[];
  /** What another mention of the same event has in common with it: see `EventMention`. */
  readonly key: string | undefined;
  readonly noun: string | undefined;
  /** The relation that somebody has to somebody by it: RELEASED. */
  readonly relation?: string;
  /** Whether it can be one that is known already: not "a meeting". */
  readonly definite: boolean;
  /** Whether the noun alone refers to one that is known: "the meeting". */
  readonly anaphoric: boolean;
  /** Whether it can so refer to any event of its kind: "the gathering". */
  readonly general: boolean;
  /** Those who stand at the noun, and not only in the clause around it. */
  readonly actors: readonly LocalId[];
  readonly evidence: Span;
  readonly confidence: number;
  /** Whether it may only add to an event that is known already: "the call". */
  readonly refersBack: boolean;
  readonly narrated: boolean;
  readonly lasting: boolean;
  /** Whether the clause says that it takes place, or that somebody holds it. */
  readonly happens: boolean;
  /** Whether it is spoken of as what has been long before: an anniversary's war. */
  readonly background: boolean;
}

export interface ArticleEvents {
  readonly all: readonly ArticleEvent[];
  /** The event that a report tells of: one of the article when it agrees with it, else a new one. */
  readonly record: (report: EventReport) => ArticleEvent | undefined;
  /** `contentOf` is asked when an event is the article's news. */
  readonly drafts: (anchor: TimeSpan, newsDay: string | undefined, contentOf: () => readonly string[]) => EventDraft[];
}

/** The relation of those who take part to their event, and their role where no other is said. */
export const PARTICIPATION = "PARTICIPATED_IN";
export const PARTICIPANT = "participant";
/** How long before its article an event may lie that the article tells as its news, in days. */
export const NEWS_DAYS = 2;
/** Digits of the year of an ISO day. */
const YEAR_LENGTH = 4;

/** How long before its article an event lies that cannot be its news, in days. */
const LONG_PAST_DAYS = 7;

export function createArticleEvents(
  types: ReadonlyMap<string, EventType>,
  anchorDay: string | undefined,
): ArticleEvents {
  const all: ArticleEvent[] = [];
  /** Only those of one family can be the same. */
  const byFamily = new Map<string, ArticleEvent[]>();

  const familyOf = ({ type }: Pick<ArticleEvent, "type">): string => types.get(type)?.family ?? type;
  const presenceOf = ({ type, medium, place }: Pick<ArticleEvent, "type" | "medium" | "place">): Presence => ({
    medium,
    there: place !== undefined || types.get(type)?.inPerson === true,
  });
  const isLongPast = ({ when }: EventReport): boolean =>
    anchorDay !== undefined &&
    when?.time.to !== undefined &&
    dayNumber(anchorDay) - dayNumber(when.time.to) > LONG_PAST_DAYS;
  /** Whether events of its type have nothing in common by that: a release and a withdrawal. */
  const isVarious = ({ type }: ArticleEvent): boolean => types.get(type)?.various === true;
  const agrees = (event: ArticleEvent, report: EventReport): boolean => {
    if (familyOf(event) !== familyOf(report) || differInPresence(presenceOf(event), presenceOf(report))) return false;
    if (report.ordinal !== undefined && event.ordinal !== undefined && report.ordinal !== event.ordinal) return false;
    // "The first call" is not the one that the article tells as its news without a number, unless that is undated too.
    if (
      report.ordinal !== undefined &&
      event.ordinal === undefined &&
      report.when !== undefined &&
      !sameTime(event, report.when)
    )
      return false;
    // "The meeting in Geneva in June" is not the "second meeting" of which neither time nor place are told.
    const located = report.place !== undefined || report.when !== undefined;
    const again = (event.ordinal ?? 1) > 1 && event.place === undefined && !event.dated;
    if (again && located && report.ordinal === undefined && report.participants.length < 2) return false;
    const { relation } = report;
    if (relation !== undefined && event.relations.size > 0 && !event.relations.has(relation) && isVarious(event))
      return false;
    if (report.place !== undefined && event.place !== undefined && report.place !== event.place) return false;
    if (isOnAnotherDay(event, report)) return false;
    const named = isNamed(event, report) || tellsNewDay(event, report);
    // "who had last met in May" is not the meeting that the article tells as its news.
    if (event.news && !event.dated && !named && isLongPast(report)) return false;
    // What is to come is what has been only if two are said to take part in both.
    if (
      (event.status === "planned") !== (report.status === "planned") &&
      report.participants.length < 2 &&
      !report.refersBack &&
      !named
    )
      return false;
    const topics = report.topic.filter((topic) => event.topic.has(topic));
    if (report.topic.length > 0 && event.topic.size > 0 && topics.length === 0) return false;
    const those = named ? report.actors : report.participants.map(({ entity }) => entity);
    const these = new Set([...event.participants.values()].map(({ entity }) => entity));
    if (those.length > 0 && these.size > 0) {
      const shared = those.filter((entity) => these.has(entity)).length;
      // One participant in common makes a visit and a meeting of somebody else no single event.
      if (Math.min(those.length, these.size) < 2 && report.type !== event.type) return false;
      return shared === Math.min(those.length, these.size);
    }
    if (report.refersBack) return report.topic.length === 0 || topics.length > 0;
    return (
      named ||
      topics.length > 0 ||
      (report.place !== undefined && report.place === event.place) ||
      (report.key !== undefined && event.keys.has(report.key))
    );
  };

  return {
    all,
    record: (report) => {
      const related = byFamily.get(familyOf(report)) ?? [];
      const agreeing = related.filter((candidate) => agrees(candidate, report)).reverse();
      let event =
        agreeing.find((candidate) => isNamed(candidate, report)) ??
        agreeing.find(({ type }) => type === report.type) ??
        agreeing[0];
      if (event === undefined) {
        if (report.refersBack) return undefined;
        event = {
          index: all.length,
          type: report.type,
          names: [],
          time: {},
          constraint: {},
          dated: false,
          news: report.status === "held" && !report.background && tellsNews(report),
          narrated: report.narrated,
          lasting: report.lasting,
          status: report.status === "postponed" ? "planned" : report.status,
          former: [],
          place: undefined,
          participants: new Map(),
          inviters: new Set(),
          invitees: new Set(),
          ordinal: undefined,
          medium: undefined,
          topic: new Set(),
          keys: new Set(),
          nouns: new Set(),
          relations: new Set(),
          evidence: [],
          counts: new Map(),
          confidence: report.confidence,
        };
        all.push(event);
        if (related.push(event) === 1) byFamily.set(familyOf(report), related);
      }
      merge(event, report);
      return event;
    },
    drafts: (anchor, newsDay, contentOf) => {
      const content = all.some(({ news }) => news) ? contentOf() : [];
      return all.map((event) => draft(event, all, anchor, newsDay, content));
    },
  };
}

/** Whether a report can be of what has just happened: not one of several, nor a known name, nor what is only mentioned. */
function tellsNews({ ordinal, name, participants, place, happens }: EventReport): boolean {
  return ordinal === undefined && name?.proper !== true && (happens || participants.length > 0 || place !== undefined);
}

/**
 * Whether the noun of a report is that of an event, or its last part: "the conference" of a donor conference. With a topic
 * or a medium of its own it tells of something itself: "the virtual meeting on Covid".
 */
function isNamed({ nouns }: ArticleEvent, { anaphoric, general, noun, topic, medium }: EventReport): boolean {
  if (!anaphoric || noun === undefined || topic.length > 0 || medium !== undefined) return false;
  return general || [...nouns].some((known) => fold(known).endsWith(fold(noun)));
}

/** "the conference, now set for October": whether a report says when what was put off is to be. */
function tellsNewDay({ status, dated, nouns }: ArticleEvent, report: EventReport): boolean {
  const { noun, definite, when } = report;
  const isSet = report.status === "planned" && when !== undefined && definite && noun !== undefined;
  return isSet && status === "postponed" && !dated && [...nouns].some((known) => fold(known).endsWith(fold(noun)));
}

/** Whether a report gives another day than an event has, or had before it was put off. */
function isOnAnotherDay(event: ArticleEvent, { when, before, status }: EventReport): boolean {
  const day = status === "postponed" ? before : when;
  if (day === undefined || !event.dated || sameTime(event, day)) return false;
  return !event.former.some(({ time }) => time.date !== undefined && time.date === day.time.date);
}

function sameTime(event: ArticleEvent, when: ResolvedDate): boolean {
  const { from, to } = event.time;
  const { time, constraint } = when;
  if (from !== undefined && to !== undefined && time.from !== undefined && time.to !== undefined)
    return time.from <= to && from <= time.to;
  return (["weekday", "month", "day"] as const).every((field) => {
    const one = event.constraint[field];
    const other = constraint[field];
    return one === undefined || other === undefined || one === other;
  });
}

function merge(event: ArticleEvent, report: EventReport): void {
  if (report.name !== undefined && !report.refersBack && !event.names.some(({ text }) => text === report.name?.text))
    event.names.push(report.name);
  if (report.status === "postponed") putOff(event, report);
  else if (report.when !== undefined && !event.former.some(({ time }) => time.date === report.when?.time.date)) {
    const exactness = (span: TimeSpan): number => span.date?.length ?? 0;
    if (exactness(report.when.time) > exactness(event.time)) event.time = report.when.time;
    event.constraint = { ...report.when.constraint, ...event.constraint };
    event.dated = true;
  }
  // What only refers back ("the meeting") does not say that it has been held.
  if (report.status === "cancelled") event.status = report.status;
  else if (report.status === "held" && event.status === "planned" && !report.refersBack) event.status = "held";
  // What has been put off may have a new day.
  else if (report.status === "planned" && event.status === "postponed" && event.dated) {
    event.former.push({ status: "postponed", time: {} });
    event.status = "planned";
  }
  event.place ??= report.place;
  event.ordinal ??= report.ordinal;
  event.medium ??= report.medium;
  for (const topic of report.topic) event.topic.add(topic);
  if (report.key !== undefined) event.keys.add(report.key);
  if (report.noun !== undefined) event.nouns.add(report.noun);
  if (report.relation !== undefined) event.relations.add(report.relation);
  for (const participant of report.participants) addParticipant(event, participant);
  // Reports come in the order of the text.
  if (event.evidence.at(-1)?.start !== report.evidence.start) event.evidence.push(report.evidence);
  event.narrated ||= report.narrated;
  event.lasting &&= report.lasting;
  event.confidence = Math.max(event.confidence, report.confidence);
}

/** What has been put off is not on its day any more: that day, and the new one where it is told. */
function putOff(event: ArticleEvent, { when, before }: EventReport): void {
  const known = event.dated && event.status !== "postponed" ? event.time : undefined;
  // The article may have told the new day first.
  const isNew = before !== undefined && known !== undefined && !sameTime(event, before);
  const day = before?.time ?? known;
  if (day?.date !== undefined && event.former.length === 0) event.former.push({ status: "planned", time: day });
  event.status = "postponed";
  if (isNew || (when === undefined && event.former.length === 0)) return;
  if (when === undefined && known === undefined) return;
  event.time = when?.time ?? {};
  event.constraint = when?.constraint ?? {};
  event.dated = when !== undefined;
}

/** Adds somebody in a role. Who is known to have one of its own is no mere participant besides. */
export function addParticipant({ participants }: ArticleEvent, participant: Participant): void {
  const { entity, role } = participant;
  const plain = `${entity} ${PARTICIPANT}`;
  const known = [...participants.values()].some((other) => other.entity === entity);
  if (role === PARTICIPANT && known) return;
  if (role !== PARTICIPANT) participants.delete(plain);
  const key = `${entity} ${role}`;
  if (!participants.has(key)) participants.set(key, participant);
}

function draft(
  event: ArticleEvent,
  all: readonly ArticleEvent[],
  anchor: TimeSpan,
  newsDay: string | undefined,
  content: readonly string[],
): EventDraft {
  const participants = [...event.participants.values()];
  const actors = new Set(participants.map(({ entity }) => entity));
  // What lies behind the day of the article has not been held, whatever its verb looks like.
  const ahead =
    event.status === "held" && event.time.from !== undefined && anchor.to !== undefined && event.time.from > anchor.to;
  const status = ahead ? "planned" : event.status;
  const related = all.filter(
    (other) => other !== event && [...other.inviters].some((inviter) => actors.has(`e${inviter}`)),
  );
  const ids = (set: ReadonlySet<number>): LocalId[] =>
    [...set].sort((a, b) => a - b).map((index): LocalId => `e${index}`);
  return {
    type: event.type,
    names: event.names,
    time: event.dated || !event.news || status !== "held" ? event.time : newsTime(event, anchor, newsDay),
    constraint: event.constraint,
    news: event.news && status === "held",
    status,
    ...(event.former.length === 0 ? {} : { former: event.former }),
    ...(event.counts.size === 0 ? {} : { counts: [...event.counts.values()].map(({ count }) => count) }),
    ...(event.place === undefined ? {} : { place: `e${event.place}` as LocalId }),
    participants,
    inviters: ids(event.inviters),
    invitees: ids(event.invitees),
    ...(event.ordinal === undefined ? {} : { ordinal: event.ordinal }),
    ...(event.medium === undefined ? {} : { medium: event.medium }),
    ...(event.relations.size === 0 ? {} : { relations: [...event.relations].sort() }),
    topic: [...event.topic].sort(),
    related: related.map(({ index }): LocalId => `v${index}`),
    content: event.news ? content : [],
    evidence: event.evidence,
    confidence: event.confidence,
  };
}

/**
 * Undated news lies in the days up to the article's own date. What the article tells itself is of the day on which its
 * news happened, what somebody says there not later. Of what lasts only the year is known.
 */
function newsTime({ lasting, narrated }: ArticleEvent, anchor: TimeSpan, newsDay: string | undefined): TimeSpan {
  if (anchor.from === undefined || anchor.from !== anchor.to) return {};
  if (lasting) return spanOfDate(anchor.from.slice(0, YEAR_LENGTH));
  if (newsDay !== undefined && narrated) return spanOfDate(newsDay);
  return spanBetween(isoDay(dayNumber(anchor.from) - NEWS_DAYS), newsDay ?? anchor.to);
}

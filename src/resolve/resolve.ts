import { createPhonetics } from "../language/phonetic.ts";
import { articleName, publicationDate } from "../model/article.ts";
import { hashOf, type ArticleId, type NodeId } from "../model/ids.ts";
import type { Conflict, Resolution, ResolvedEntity, ResolvedEvent } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import { spanBetween, type TimeSpan } from "../model/time.ts";
import type { EventType, Knowledge } from "../seeds/knowledge.ts";
import type { EventItem } from "./compare-events.ts";
import {
  createEntityResolver,
  type EntityGroup,
  type EntityResolver,
  type ResolvableRecord,
} from "./entity-resolver.ts";
import { createEventResolver, type EventGroup } from "./event-resolver.ts";
import { createEchoes, createStories } from "./mates.ts";
import { countNames, createKnownNames, labelOf, namesByLanguage, slugOf } from "./naming.ts";

/** Digits of the hash that tells apart entities whose names give one id. */
const SHORT_HASH = 4;
/** Length of an ISO day: 2022-05-06. */
const DAY_LENGTH = 10;

/**
 * Decides which entities and events of articles are one, and names them, while articles come and go. What comes out is a
 * function of the articles that are there.
 */
export interface Resolver {
  readonly add: (record: ResolvableRecord) => void;
  readonly remove: (article: ArticleId) => void;
  /** What the entities and events of the articles are now. */
  readonly resolution: () => Resolution;
}

/** The resolution of articles, all at once. */
export function resolve(records: readonly ResolvableRecord[], knowledge: Knowledge): Resolution {
  const resolver = createResolver(knowledge);
  for (const record of records) resolver.add(record);
  return resolver.resolution();
}

export function createResolver(knowledge: Knowledge): Resolver {
  const phonetics = createPhonetics(knowledge.letters);
  const known = createKnownNames(knowledge);
  const prefixes = new Map(knowledge.ontology.kinds.map(({ id, prefix }) => [id, prefix]));
  const types = new Map(knowledge.ontology.events.map((event) => [event.id, event]));
  const stories = createStories();
  const echoes = createEchoes();
  const entities = createEntityResolver({ phonetics, namesOf: known.spellingsOf }, stories);
  const events = createEventResolver({
    types: {
      familyOf: (type) => types.get(type)?.family ?? type,
      repeats: (type) => types.get(type)?.repeats === true,
      isInPerson: (type) => types.get(type)?.inPerson === true,
      isVarious: (type) => types.get(type)?.various === true,
      isOneADay: (type) => types.get(type)?.oneADay === true,
    },
    entities,
    stories,
    echoes,
  });
  const records = new Map<ArticleId, ResolvableRecord>();

  const nameEntities = (): Map<EntityGroup, ResolvedEntity> => {
    const named = [...entities.groups()].map((group) => {
      const id = group.members.find((profile) => profile.known !== undefined)?.known;
      const names = namesByLanguage(
        countNames(group.members.map((profile) => entities.namesOf(profile))),
        id === undefined ? undefined : known.namesOf(id),
      );
      const kind = group.members[0]?.kind ?? "";
      const label = labelOf(names) ?? id ?? "";
      const wanted = id ?? `${prefixes.get(kind) ?? "entity"}:${slugOf(label, phonetics.romanize)}`;
      return { group, kind, names, label, wanted, isKnown: id !== undefined };
    });
    const counts = new Map<string, number>();
    for (const { wanted } of named) counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
    return new Map(
      named.map(({ group, kind, names, label, wanted, isKnown }) => {
        const id =
          isKnown || counts.get(wanted) === 1
            ? wanted
            : `${wanted}-${hashOf(earliestOf(group, entities, records) ?? [], SHORT_HASH)}`;
        const aliases = [...new Set(Object.values(names).flat())].sort(compareText);
        return [group, { id: id as NodeId, kind, label, aliases, names }];
      }),
    );
  };

  return {
    add: (record) => {
      const { article, extraction } = record;
      records.set(article.id, record);
      stories.add(article.id, extraction);
      echoes.add(article.id, extraction);
      entities.add(record);
      events.add(record);
    },
    remove: (article) => {
      entities.remove(article);
      events.remove(article);
      stories.remove(article);
      echoes.remove(article);
      records.delete(article);
    },
    resolution: () => {
      events.settle(entities.settle());
      const nodes = nameEntities();
      const nodeAt = (article: ArticleId, local: string): ResolvedEntity | undefined => {
        const group = entities.groupOf(article, Number(local.slice(1)));
        return group === undefined ? undefined : nodes.get(group);
      };
      const named = new Map([...events.groups()].map((group) => [group, nameEvent(group, records, nodeAt, types)]));
      const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
      return {
        entities: [...nodes.values()].sort(byId),
        events: [...named.values()].sort(byId),
        nodeOf: (article, local) => {
          if (!local.startsWith("v")) return nodeAt(article, local)?.id;
          const group = events.groupOf(article, Number(local.slice(1)));
          return group === undefined ? undefined : named.get(group)?.id;
        },
      };
    },
  };
}

/** Where something was said: publication date, article and offset. What has no date comes last. */
type Place = readonly [date: string, article: ArticleId, start: number];

function firstOf(places: readonly Place[]): Place | undefined {
  return [...places].sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]) || a[2] - b[2])[0];
}

function placeOf(article: ArticleId, start: number, records: ReadonlyMap<ArticleId, ResolvableRecord>): Place {
  const record = records.get(article);
  return [(record === undefined ? undefined : publicationDate(record.article)) ?? "~", article, start];
}

/** The first mention of an entity. */
function earliestOf(
  group: EntityGroup,
  entities: Pick<EntityResolver, "bearersOf">,
  records: ReadonlyMap<ArticleId, ResolvableRecord>,
): Place | undefined {
  return firstOf(
    group.members.flatMap((profile) =>
      [...entities.bearersOf(profile)].flatMap(([article, indices]) =>
        indices.map((index) => {
          const mentions = records.get(article)?.extraction.mentions ?? [];
          const starts = mentions.filter(({ of }) => of === `e${index}`).map(({ start }) => start);
          return placeOf(article, starts.length === 0 ? 0 : Math.min(...starts), records);
        }),
      ),
    ),
  );
}

function nameEvent(
  { members }: EventGroup,
  records: ReadonlyMap<ArticleId, ResolvableRecord>,
  nodeAt: (article: ArticleId, local: string) => ResolvedEntity | undefined,
  types: ReadonlyMap<string, EventType>,
): ResolvedEvent {
  const type = mostFrequent(members.map(({ draft }) => draft.type)) ?? "Other";
  const time = bestTime(members);
  const participants = new Map(
    members
      .flatMap(({ article, draft }) => draft.participants.map(({ entity }) => nodeAt(article, entity)))
      .filter((node) => node !== undefined)
      .map((node) => [node.id, node.label]),
  );
  const drafts = members.flatMap(({ draft }) => draft.names);
  const names = namesByLanguage(countNames([drafts]), undefined);
  const labels = [...participants.values()].sort(compareText);
  const typeLabel = types.get(type)?.labels.en ?? type;
  const proper = labelOf(namesByLanguage(countNames([drafts.filter((name) => name.proper)]), undefined));
  const described = labels.length === 0 ? (labelOf(names) ?? typeLabel) : `${typeLabel}: ${labels.join(" – ")}`;
  const label = proper ?? described;
  const place = mostFrequent(
    members.flatMap(({ article, draft }) =>
      draft.place === undefined ? [] : (nodeAt(article, draft.place)?.id ?? []),
    ),
  );
  const first = firstOf(members.map(({ article, draft }) => placeOf(article, draft.evidence[0]?.start ?? 0, records)));
  const hash = hashOf([type, [...participants.keys()].sort(), first], SHORT_HASH);
  return {
    id: ["event:" + type.toLowerCase(), ...(time.date === undefined ? [] : [time.date]), hash].join("-") as NodeId,
    type,
    label,
    aliases: [...new Set(Object.values(names).flat())].sort(compareText),
    names,
    time,
    place: place as NodeId | undefined,
    status: statusOf(members),
    conflicts: conflictsOf(members, records),
  };
}

/** The most exact date that any article gives; among equals the one of most articles, then the earliest. */
function bestTime(members: readonly EventItem[]): TimeSpan {
  const times = members.map(({ draft }) => draft.time).filter(({ date }) => date !== undefined);
  const votes = new Map<string, number>();
  for (const { date = "" } of times) votes.set(date, (votes.get(date) ?? 0) + 1);
  const [best] = times.sort(
    (a, b) =>
      (b.date ?? "").length - (a.date ?? "").length ||
      (votes.get(b.date ?? "") ?? 0) - (votes.get(a.date ?? "") ?? 0) ||
      compareText(a.date ?? "", b.date ?? ""),
  );
  return best?.from !== undefined && best.from === best.to ? best : (commonTime(members) ?? best ?? {});
}

/** The days that all reports allow, where they leave any. */
function commonTime(members: readonly EventItem[]): TimeSpan | undefined {
  const spans = members.map(({ draft }) => draft.time);
  const from = spans
    .flatMap((span) => span.from ?? [])
    .sort(compareText)
    .at(-1);
  const to = spans.flatMap((span) => span.to ?? []).sort(compareText)[0];
  return from !== undefined && to !== undefined && from <= to ? spanBetween(from, to) : undefined;
}

/** An event that one article announces and another reports has been held; one that is cancelled anywhere is. */
function statusOf(members: readonly EventItem[]): string {
  const all = new Set<string>(members.map(({ draft }) => draft.status));
  return ["cancelled", "held", "postponed", "planned"].find((status) => all.has(status)) ?? "held";
}

/** Whole days that disagree, each with the name of its article. */
function conflictsOf(
  members: readonly EventItem[],
  records: ReadonlyMap<ArticleId, ResolvableRecord>,
): readonly Conflict[] {
  const conflicts = members.flatMap(({ article, draft }): Conflict[] => {
    const record = records.get(article);
    if (record === undefined || draft.time.date?.length !== DAY_LENGTH) return [];
    return [{ field: "date", value: draft.time.date, article: articleName(record.article) }];
  });
  if (new Set(conflicts.map(({ value }) => value)).size < 2) return [];
  return conflicts.sort((a, b) => compareText(a.value, b.value) || compareText(a.article, b.article));
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}

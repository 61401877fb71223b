import type { Extraction, LocalId } from "../model/extraction.ts";
import type { Reason } from "../model/identity.ts";
import type { ArticleId } from "../model/ids.ts";
import { countryOf } from "../model/kinds.ts";
import { createClusters } from "./clusters.ts";
import { createEventComparison, type Actor, type EventItem, type EventWorld } from "./compare-events.ts";
import type { EntityGroup, EntityResolver, ResolvableRecord } from "./entity-resolver.ts";
import { BY_VERDICT, createLinkage, RULED, type Change, type Effort, type Group, type Link } from "./linkage.ts";
import type { Mates } from "./mates.ts";
import type { Site, Sites } from "./places.ts";
import type { Profile } from "./profile.ts";
import { createSides, type Rulings } from "./rulings.ts";

/** Events of several articles that are one. */
export type EventGroup = Group<EventItem>;

/** What the ontology says of the types of events. */
export type EventTypes = Pick<EventWorld, "familyOf" | "isInPerson" | "repeats" | "isVarious" | "isOneADay"> & {
  /** Whether a relation is between two who do the same: who speaks with somebody does nothing to him. */
  readonly isMutual: (relation: string) => boolean;
};

/** What a step changed of events. */
export interface EventChange extends Change<EventItem> {
  /** Groups that changed, and those of whose reports other entities take part than before. */
  readonly toldOf: ReadonlySet<EventGroup>;
}

/** Tells which events of the articles are one, while articles come and go and entities turn out to be one. */
export interface EventResolver {
  readonly add: (record: ResolvableRecord) => void;
  readonly remove: (article: ArticleId) => void;
  /** Brings the groups up to date. `entities`: what `settle` of the entities said. */
  readonly settle: (entities: Change<Profile>) => EventChange;
  readonly groupOf: (article: ArticleId, index: number) => EventGroup | undefined;
  readonly groups: () => Iterable<EventGroup>;
  /** What an event was compared with and found alike. */
  readonly linksOf: (item: EventItem) => Iterable<Link<EventItem>>;
  readonly reasonsOf: (link: Link<EventItem>) => readonly Reason[];
  readonly groupWith: (item: EventItem) => EventGroup | undefined;
  readonly effort: () => Effort;
}

/** What of the resolution of entities events are compared by. */
export interface EventContext {
  readonly types: EventTypes;
  readonly sites: Sites;
  readonly entities: Pick<EntityResolver, "groupOf" | "bearersOf">;
  readonly stories: Pick<Mates, "of">;
  readonly echoes: Pick<Mates, "of">;
  readonly rulings: Pick<Rulings, "of">;
}

export function createEventResolver({ types, sites, entities, stories, echoes, rulings }: EventContext): EventResolver {
  const extractions = new Map<ArticleId, Extraction>();
  const items = new Map<ArticleId, readonly EventItem[]>();
  const besides = (item: EventItem): readonly EventItem[] =>
    (items.get(item.article) ?? []).filter(({ index }) => index !== item.index);
  /** What verdicts say, by key: an item is made anew whenever its entities change. */
  const sides = createSides<string>();
  const ruled = new Map<string, EventItem>();
  const areApart = (a: EventItem, b: EventItem): boolean => sides.between(a.key, b.key) === "different";
  const { keysOf, seeks, offers, compare, mayBeOne, isPutOffBetween, reasonsOf } = createEventComparison({
    ...types,
    sites,
    tellOneStory: (a, b) => stories.of(a).has(b),
    reportSameWords: (a, b) => echoes.of(a).has(b),
    besides,
    relatedTo: (item) => item.draft.related.flatMap((local) => items.get(item.article)?.[Number(local.slice(1))] ?? []),
  });
  const linkage = createLinkage<EventItem>({
    keysOf,
    seeks,
    offers,
    alsoWith: ({ key, article, draft }) => [
      ...[...new Set([...stories.of(article), ...echoes.of(article)])].flatMap((mate) =>
        (items.get(mate) ?? []).filter((other) => types.familyOf(other.draft.type) === types.familyOf(draft.type)),
      ),
      ...[...sides.partnersOf(key)].flatMap((other) => ruled.get(other) ?? []),
    ],
    compare: (a, b) => {
      const ruling = sides.between(a.key, b.key);
      if (ruling !== undefined) return ruling === "same" ? RULED : undefined;
      return compare(a, b);
    },
    partition: (members, links) => {
      const movers = members.filter(({ draft }) => draft.former !== undefined);
      const fits = (a: EventItem, b: EventItem): boolean =>
        mayBeOne(a, b) || movers.some((report) => isPutOffBetween(report, a, b));
      return partition(members, links, fits, areApart);
    },
  });

  // Entities are compared by a number that stands for their group as long as it is there.
  const numbers = new WeakMap<EntityGroup, number>();
  let last = 0;
  const numberOf = (group: EntityGroup): number => {
    const known = numbers.get(group);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(group, last);
    return last;
  };
  /** What was asked of a group, as far as it changes with its members. */
  const asked = new Map<EntityGroup, string>();
  /** The id that the gazetteer has for a group, and the state that it is, or to which it is tied. */
  const identityOf = ({ members }: EntityGroup): Pick<Site, "known" | "state"> & Pick<Actor, "isState"> => {
    const ids = members.flatMap(({ known }) => known ?? []);
    const own = ids.map(countryOf).find((country) => country !== undefined);
    const state = own ?? members.map((profile) => profile.state).find((tied) => tied !== undefined);
    return { known: ids[0], state, isState: own !== undefined };
  };

  const groupAt = (article: ArticleId, local: LocalId | undefined): EntityGroup | undefined =>
    local?.startsWith("e") === true ? entities.groupOf(article, Number(local.slice(1))) : undefined;
  const numbersOf = (article: ArticleId, locals: readonly LocalId[]): number[] => [
    ...new Set(locals.flatMap((local) => groupAt(article, local) ?? []).map(numberOf)),
  ];
  const ask = (group: EntityGroup): ReturnType<typeof identityOf> => {
    const identity = identityOf(group);
    asked.set(group, JSON.stringify(identity));
    return identity;
  };
  const actorOf = (group: EntityGroup): Actor => {
    const { state, isState } = ask(group);
    return { id: numberOf(group), state, isState };
  };
  const siteOf = (group: EntityGroup): Site => {
    const { known, state } = ask(group);
    return { id: numberOf(group), state, known };
  };
  /**
   * To whom of those who take part each event of an article was done, by relations that tell of it. States do not undergo
   * one thing only.
   */
  const undergoneIn = (article: ArticleId): ReadonlyMap<LocalId, readonly string[]> => {
    const { statements = [], events = [] } = extractions.get(article) ?? {};
    const found = new Map<LocalId, string[]>();
    for (const { event, relation, object } of statements) {
      if (event === undefined || types.isMutual(relation)) continue;
      const takesPart = events[Number(event.slice(1))]?.participants.some(({ entity }) => entity === object) === true;
      const group = takesPart ? groupAt(article, object) : undefined;
      if (group === undefined || actorOf(group).isState) continue;
      found.set(event, [...(found.get(event) ?? []), `${relation} ${numberOf(group)}`]);
    }
    return found;
  };
  const itemAt = (
    article: ArticleId,
    index: number,
    draft: EventItem["draft"],
    undergone: readonly string[],
  ): EventItem => {
    const place = groupAt(article, draft.place);
    const actors = draft.participants.flatMap(({ entity }) => groupAt(article, entity) ?? []);
    return {
      key: keyOf(article, index),
      article,
      index,
      draft,
      told: extractions.get(article)?.anchor.to,
      participants: [...new Set(actors)].map(actorOf),
      undergone,
      inviters: numbersOf(article, draft.inviters),
      place: place === undefined ? undefined : siteOf(place),
    };
  };
  /** Compares the events of an article anew, with its entities as they are now. */
  const place = (article: ArticleId): void => {
    const undergone = undergoneIn(article);
    const made = (extractions.get(article)?.events ?? []).map((draft, index) =>
      itemAt(article, index, draft, undergone.get(`v${index}`) ?? []),
    );
    items.set(article, made);
    for (const item of made) if (rulings.of(article, `v${item.index}`) !== undefined) ruled.set(item.key, item);
    for (const item of made) linkage.put(item);
  };

  let waiting = new Set<ArticleId>();

  return {
    add: ({ article, extraction }) => {
      extractions.set(article.id, extraction);
      for (const index of extraction.events.keys()) {
        sides.add(keyOf(article.id, index), rulings.of(article.id, `v${index}`)?.sides ?? []);
      }
      waiting.add(article.id);
    },
    remove: (article) => {
      for (const item of items.get(article) ?? []) linkage.drop(item);
      for (const index of extractions.get(article)?.events.keys() ?? []) {
        sides.remove(keyOf(article, index), rulings.of(article, `v${index}`)?.sides ?? []);
        ruled.delete(keyOf(article, index));
      }
      items.delete(article);
      extractions.delete(article);
      waiting.delete(article);
      // What told one story with it may tell it otherwise now.
      for (const mate of [...stories.of(article), ...echoes.of(article)]) waiting.add(mate);
    },
    settle: ({ moved, changed, gone }) => {
      const movers = new Set(moved);
      for (const group of changed) {
        if (asked.has(group) && asked.get(group) !== JSON.stringify(identityOf(group))) {
          for (const profile of group.members) movers.add(profile);
        }
      }
      for (const group of gone) asked.delete(group);
      for (const profile of movers) {
        for (const article of entities.bearersOf(profile).keys()) if (extractions.has(article)) waiting.add(article);
      }
      for (const article of waiting) place(article);
      const change = linkage.settle();
      const toldOf = new Set(change.changed);
      for (const article of waiting) {
        for (const item of items.get(article) ?? []) {
          const group = linkage.groupOf(item);
          if (group !== undefined) toldOf.add(group);
        }
      }
      waiting = new Set();
      return { ...change, toldOf };
    },
    groupOf: (article, index) => {
      const item = items.get(article)?.[index];
      return item === undefined ? undefined : linkage.groupOf(item);
    },
    groups: linkage.groups,
    linksOf: linkage.linksOf,
    reasonsOf: ({ a, b, score }) => (score === RULED ? BY_VERDICT : reasonsOf(a, b)),
    groupWith: linkage.groupOf,
    effort: linkage.effort,
  };
}

/** The key of an event: what sorts events of an article in their order. */
function keyOf(article: ArticleId, index: number): string {
  return `${article} ${String(index).padStart(4, "0")}`;
}

/** Which events are one: those that the strongest grounds join come first, and every pair in a group must be compatible. */
function partition(
  items: readonly EventItem[],
  links: readonly Link<EventItem>[],
  mayBeOne: (a: EventItem, b: EventItem) => boolean,
  areApart: (a: EventItem, b: EventItem) => boolean,
): readonly (readonly EventItem[])[] {
  const at = new Map(items.map(({ key }, i) => [key, i]));
  const position = ({ key }: EventItem): number => at.get(key) ?? 0;
  const itemAt = (i: number): EventItem => items[i] as EventItem;
  const sets = createClusters(items.length, {
    fits: (a, b) => mayBeOne(itemAt(a), itemAt(b)),
    areApart: (a, b) => areApart(itemAt(a), itemAt(b)),
    ruledOne: links.filter(({ score }) => score === RULED).map(({ a, b }) => [position(a), position(b)]),
  });
  for (const { a, b } of links) sets.join(position(a), position(b));
  return sets.groups().map((group) => group.map(itemAt));
}

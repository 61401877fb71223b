import { createPhonetics } from "../language/phonetic.ts";
import type { Extraction } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Resolution, ResolvedEntity, ResolvedEvent } from "../model/resolution.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createTermsOfOffice } from "../seeds/terms-of-office.ts";
import { createNameRanking } from "./best-name.ts";
import { createCopiedNames } from "./copied-names.ts";
import { createCopies } from "./copies.ts";
import { describeEntity, type EntityNaming } from "./entity-naming.ts";
import { createEntityResolver, type EntityGroup, type ResolvableRecord } from "./entity-resolver.ts";
import { describeEvent } from "./event-naming.ts";
import { createEventResolver, type EventGroup } from "./event-resolver.ts";
import type { Effort } from "./linkage.ts";
import { createEchoes, createStories } from "./mates.ts";
import { officesOf, signatureOf } from "./profile.ts";
import { createRulings } from "./rulings.ts";
import { givenNames, givenTo, type GivenName } from "./given-names.ts";
import { tellIdentities } from "./identities.ts";
import { createKnownNames } from "./naming.ts";
import { createNodes, type NodeChange } from "./nodes.ts";
import { createSites } from "./places.ts";

/** Words of a complete name of a person: given name and surname. */
const PERSON_WORDS = 2;

/**
 * Decides which entities and events of articles are one, and names them, while articles come and go. What comes out is a
 * function of the articles that are there, and of the verdicts.
 */
export interface Resolver {
  readonly add: (record: ResolvableRecord) => void;
  readonly remove: (article: ArticleId) => void;
  /** Brings everything up to date, and tells what has changed since this was asked before. Costs what hangs together with it. */
  readonly settle: () => ResolutionChange;
  /** What the entities and events of the articles are, at the time when it is looked at. */
  readonly resolution: () => Resolution;
  /** What it took to compare what articles say of entities, and their events, and how often one of them was named. */
  readonly effort: () => { readonly profiles: Effort; readonly events: Effort; readonly named: number };
}

/** What is otherwise than before. */
export interface ResolutionChange {
  readonly entities: NodeChange<ResolvedEntity>;
  readonly events: NodeChange<ResolvedEvent>;
}

/** The resolution of articles, all at once. */
export function resolve(
  records: readonly ResolvableRecord[],
  knowledge: Knowledge,
  verdicts: readonly Verdict[] = [],
): Resolution {
  const resolver = createResolver(knowledge, verdicts);
  for (const record of records) resolver.add(record);
  return resolver.resolution();
}

/**
 * `verdicts`: those in force, in the order in which they were given; a later one overrules an earlier one. What they reject
 * or part within an article is to be taken out of its record before: see `createReviser`.
 */
export function createResolver(knowledge: Knowledge, verdicts: readonly Verdict[] = []): Resolver {
  const phonetics = createPhonetics(knowledge.letters);
  const known = createKnownNames(knowledge);
  const prefixes = new Map(knowledge.ontology.kinds.map(({ id, prefix }) => [id, prefix]));
  const types = new Map(knowledge.ontology.events.map((event) => [event.id, event]));
  const mutual = new Set(knowledge.ontology.relations.flatMap(({ id, symmetric }) => (symmetric ? [id] : [])));
  const sites = createSites(knowledge);
  const stories = createStories();
  const echoes = createEchoes();
  const sole = new Set(knowledge.gazetteer.offices.filter((office) => office.sole).map(({ id }) => id));
  const isSole = (office: string): boolean => sole.has(office);
  const { held } = createTermsOfOffice(knowledge.gazetteer);
  const rulings = createRulings(verdicts, (draft, extraction) =>
    signatureOf(draft, officesOf(draft, extraction, isSole)),
  );
  const entities = createEntityResolver({ phonetics, namesOf: known.spellingsOf, isSole, held }, stories, rulings);
  const events = createEventResolver({
    types: {
      familyOf: (type) => types.get(type)?.family ?? type,
      repeats: (type) => types.get(type)?.repeats === true,
      isInPerson: (type) => types.get(type)?.inPerson === true,
      isVarious: (type) => types.get(type)?.various === true,
      isMutual: (relation) => mutual.has(relation),
      isOneADay: (type) => types.get(type)?.oneADay === true,
    },
    sites,
    entities,
    stories,
    echoes,
    rulings,
  });
  const records = new Map<ArticleId, ResolvableRecord>();
  const ranking = createNameRanking(Object.values(knowledge.languages).flatMap(({ words }) => words.honorifics));
  const rankNames = { ofPerson: ranking(PERSON_WORDS), ofOther: ranking(1) };
  const copies = createCopies();
  const copiedNames = createCopiedNames((article) =>
    entities.profilesOf(article).flatMap((profile, index) => {
      const names = records.get(article)?.extraction.entities[index]?.names;
      return profile === undefined || names === undefined ? [] : [{ profile, names }];
    }),
  );
  /** Copies of one text speak with one voice. */
  const voiceOf = (article: ArticleId): ArticleId => copies.originalOf(article) ?? article;
  const renames = verdicts.filter(({ ruling }) => ruling.type === "rename");
  const extractionOf = (article: ArticleId): Extraction | undefined => records.get(article)?.extraction;

  const nodeAt = (article: ArticleId, local: string): ResolvedEntity | undefined => {
    const group = entities.groupOf(article, Number(local.slice(1)));
    return group === undefined ? undefined : entityNodes.of(group);
  };
  /** Names that verdicts give, by what bears them now. */
  let givenEntities: ReadonlyMap<EntityGroup, readonly GivenName[]> = new Map();
  let givenEvents: ReadonlyMap<EventGroup, readonly GivenName[]> = new Map();
  const entityNaming: EntityNaming = {
    records,
    entities,
    copiedNames,
    rankOf: (kind) => (kind === KINDS.person ? rankNames.ofPerson : rankNames.ofOther),
    known,
    givenTo: (group) => givenEntities.get(group) ?? [],
    prefixOf: (kind) => prefixes.get(kind) ?? "entity",
    romanize: phonetics.romanize,
  };
  const entityNodes = createNodes<EntityGroup, ResolvedEntity>(
    (group) => describeEntity(group, entityNaming),
    (id, node) => ({ ...node, id }),
  );
  const eventNodes = createNodes<EventGroup, ResolvedEvent>(
    (group) => {
      const { node, wishes } = describeEvent(group, {
        records,
        sites,
        types,
        nodeAt,
        voiceOf,
        rankNames: rankNames.ofOther,
      });
      return { node: { ...node, ...givenTo(node, givenEvents.get(group)) }, wishes };
    },
    (id, node) => ({ ...node, id }),
  );

  /** The events in which an entity takes part, or where it is the place. */
  const eventsOf = function* (group: EntityGroup): Generator<EventGroup> {
    for (const profile of group.members) {
      for (const [article, indices] of entities.bearersOf(profile)) {
        const locals = new Set(indices.map((index) => `e${index}`));
        for (const [index, draft] of (records.get(article)?.extraction.events ?? []).entries()) {
          const isIn = draft.participants.some(({ entity }) => locals.has(entity)) || locals.has(draft.place ?? "");
          const event = isIn ? events.groupOf(article, index) : undefined;
          if (event !== undefined) yield event;
        }
      }
    }
  };
  /** Brings everything up to date. What has not changed is not looked at. */
  const update = (): void => {
    const ofEntities = entities.settle();
    const ofEvents = events.settle(ofEntities);
    const ofCopies = copies.settle();
    copiedNames.change(ofCopies);
    const entitiesTold = new Set(ofEntities.toldOf);
    const eventsTold = new Set(ofEvents.toldOf);
    for (const article of [...ofCopies.gone, ...ofCopies.made].flat()) {
      for (const index of entities.profilesOf(article).keys()) {
        const group = entities.groupOf(article, index);
        if (group !== undefined) entitiesTold.add(group);
      }
      for (const index of records.get(article)?.extraction.events.keys() ?? []) {
        const group = events.groupOf(article, index);
        if (group !== undefined) eventsTold.add(group);
      }
    }
    // Who had a name from somebody, and who has one now: as many as there are verdicts.
    const formerlyGiven = { entities: givenEntities.keys(), events: givenEvents.keys() };
    givenEntities = givenNames(renames, extractionOf, (article, letter, index) =>
      letter === "e" ? entities.groupOf(article, index) : undefined,
    );
    givenEvents = givenNames(renames, extractionOf, (article, letter, index) =>
      letter === "v" ? events.groupOf(article, index) : undefined,
    );
    for (const group of [...formerlyGiven.entities, ...givenEntities.keys()]) {
      if (group.members.length > 0) entitiesTold.add(group);
    }
    for (const group of [...formerlyGiven.events, ...givenEvents.keys()]) {
      if (group.members.length > 0) eventsTold.add(group);
    }
    const formerly = entityNodes.update(entitiesTold, ofEntities.gone);
    for (const [group, former] of formerly) {
      const now = entityNodes.of(group);
      // The events of those who are new, or no more, are told of anyway.
      if (former === undefined || now === undefined) continue;
      if (former.id === now.id && former.label === now.label) continue;
      for (const event of eventsOf(group)) eventsTold.add(event);
    }
    eventNodes.update(eventsTold, ofEvents.gone);
  };
  const whole: Resolution = {
    get entities() {
      return entityNodes.all();
    },
    get events() {
      return eventNodes.all();
    },
    nodeOf: (article, local) => {
      if (!local.startsWith("v")) return nodeAt(article, local)?.id;
      const group = events.groupOf(article, Number(local.slice(1)));
      return group === undefined ? undefined : eventNodes.of(group)?.id;
    },
    originalOf: copies.originalOf,
    ...tellIdentities(
      { ...entities, nodeOf: (group) => entityNodes.of(group)?.id, idOf: known.nodeOf },
      { ...events, nodeOf: (group) => eventNodes.of(group)?.id },
      extractionOf,
    ),
  };

  /** Tags of other articles may change with an article: their entities are somebody else then. */
  const placeAgain = (articles: Iterable<ArticleId>): void => {
    for (const article of articles) {
      const record = records.get(article);
      if (record === undefined) continue;
      entities.remove(article);
      entities.add(record);
      // Its names count for another profile now.
      copies.remove(article);
      copies.add(record.article, record.extraction.sentences);
    }
  };

  return {
    add: (record) => {
      const { article, extraction } = record;
      records.set(article.id, record);
      stories.add(article.id, extraction);
      echoes.add(article.id, extraction);
      const others = rulings.add(article.id, extraction);
      copies.add(article, extraction.sentences);
      entities.add(record);
      events.add(record);
      placeAgain(others);
    },
    remove: (article) => {
      entities.remove(article);
      events.remove(article);
      stories.remove(article);
      echoes.remove(article);
      copies.remove(article);
      records.delete(article);
      placeAgain(rulings.remove(article));
    },
    settle: () => {
      update();
      return { entities: entityNodes.changes(), events: eventNodes.changes() };
    },
    resolution: () => {
      update();
      return whole;
    },
    effort: () => ({
      profiles: entities.effort(),
      events: events.effort(),
      named: entityNodes.described() + eventNodes.described(),
    }),
  };
}

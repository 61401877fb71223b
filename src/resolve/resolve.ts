import { createPhonetics } from "../language/phonetic.ts";
import type { Extraction } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import { hashOf, type ArticleId, type NodeId } from "../model/ids.ts";
import type { Resolution, ResolvedEntity } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { firstOf, placeOf, type Place } from "./earliest.ts";
import {
  createEntityResolver,
  type EntityGroup,
  type EntityResolver,
  type ResolvableRecord,
} from "./entity-resolver.ts";
import { createNameRanking } from "./best-name.ts";
import { createCopiedNames } from "./copied-names.ts";
import { createCopies } from "./copies.ts";
import { nameEvent } from "./event-naming.ts";
import { createEventResolver } from "./event-resolver.ts";
import { createEchoes, createStories } from "./mates.ts";
import { officesOf, signatureOf } from "./profile.ts";
import { createRulings } from "./rulings.ts";
import { givenNames, givenTo, withGivenNames } from "./given-names.ts";
import { tellIdentities } from "./identities.ts";
import { aliasesOf, countNames, createKnownNames, labelOf, namesByLanguage, slugOf } from "./naming.ts";
import { createSites } from "./places.ts";

/** Words of a complete name of a person: given name and surname. */
const PERSON_WORDS = 2;
/** Digits of the hash that tells apart entities whose names give one id. */
const SHORT_HASH = 4;

/**
 * Decides which entities and events of articles are one, and names them, while articles come and go. What comes out is a
 * function of the articles that are there, and of the verdicts.
 */
export interface Resolver {
  readonly add: (record: ResolvableRecord) => void;
  readonly remove: (article: ArticleId) => void;
  /** What the entities and events of the articles are now. */
  readonly resolution: () => Resolution;
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
  const rulings = createRulings(verdicts, (draft, extraction) =>
    signatureOf(draft, officesOf(draft, extraction, isSole)),
  );
  const entities = createEntityResolver({ phonetics, namesOf: known.spellingsOf, isSole }, stories, rulings);
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

  const nameEntities = (): Map<EntityGroup, ResolvedEntity> => {
    const given = givenNames(renames, extractionOf, (article, letter, index) =>
      letter === "e" ? entities.groupOf(article, index) : undefined,
    );
    const named = [...entities.groups()].map((group) => {
      const ids = known.inOrder(group.members.flatMap((profile) => profile.known ?? []));
      const [id] = ids;
      const kind = group.members[0]?.kind ?? "";
      const used = countNames(group.members.flatMap((profile) => [entities.namesOf(profile), copiedNames.of(profile)]));
      const rank = kind === KINDS.person ? rankNames.ofPerson : rankNames.ofOther;
      const usual = namesByLanguage(used, id === undefined ? undefined : known.namesOf(id), rank);
      const names = withGivenNames(usual, given.get(group) ?? []);
      const label = labelOf(names) ?? id ?? "";
      const wanted =
        id === undefined ? `${prefixes.get(kind) ?? "entity"}:${slugOf(label, phonetics.romanize)}` : known.nodeOf(id);
      const sameAs = [...new Set(ids.flatMap(known.sameAs))];
      return { group, kind, names, used, label, wanted, isKnown: id !== undefined, sameAs };
    });
    const counts = new Map<string, number>();
    for (const { wanted } of named) counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
    return new Map(
      named.map(({ group, kind, names, used, label, wanted, isKnown, sameAs }) => {
        const id =
          isKnown || counts.get(wanted) === 1
            ? wanted
            : `${wanted}-${hashOf(earliestOf(group, entities, records) ?? [], SHORT_HASH)}`;
        return [group, { id: id as NodeId, kind, label, ...aliasesOf(names, used), names, sameAs }];
      }),
    );
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
    resolution: () => {
      events.settle(entities.settle());
      copiedNames.change(copies.settle());
      const nodes = nameEntities();
      const nodeAt = (article: ArticleId, local: string): ResolvedEntity | undefined => {
        const group = entities.groupOf(article, Number(local.slice(1)));
        return group === undefined ? undefined : nodes.get(group);
      };
      const given = givenNames(renames, extractionOf, (article, letter, index) =>
        letter === "v" ? events.groupOf(article, index) : undefined,
      );
      const named = new Map(
        [...events.groups()].map((group) => {
          const event = nameEvent(group, { records, sites, types, nodeAt, voiceOf, rankNames: rankNames.ofOther });
          return [group, { ...event, ...givenTo(event, given.get(group)) }];
        }),
      );
      const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
      return {
        entities: [...nodes.values()].sort(byId),
        events: [...named.values()].sort(byId),
        nodeOf: (article, local) => {
          if (!local.startsWith("v")) return nodeAt(article, local)?.id;
          const group = events.groupOf(article, Number(local.slice(1)));
          return group === undefined ? undefined : named.get(group)?.id;
        },
        originalOf: copies.originalOf,
        ...tellIdentities(
          { ...entities, nodeOf: (group) => nodes.get(group)?.id, idOf: known.nodeOf },
          { ...events, nodeOf: (group) => named.get(group)?.id },
          extractionOf,
        ),
      };
    },
  };
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

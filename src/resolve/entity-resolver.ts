import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Reason } from "../model/identity.ts";
import type { ArticleId } from "../model/ids.ts";
import { createClusters, type Clusters } from "./clusters.ts";
import { createProfileComparison, SAME_ID } from "./compare.ts";
import { BY_VERDICT, createLinkage, RULED, type Change, type Effort, type Group, type Link } from "./linkage.ts";
import type { Mates } from "./mates.ts";
import { createProfiles, officesOf, type Profile, type ProfileContext } from "./profile.ts";
import { createSides, type Rulings } from "./rulings.ts";

/** An article with what was read in it, as this stage needs it. */
export interface ResolvableRecord {
  readonly article: Article;
  readonly extraction: Extraction;
}

/** Profiles that are one entity. */
export type EntityGroup = Group<Profile>;

/** What a step changed of entities. */
export interface EntityChange extends Change<Profile> {
  /** Groups that changed, and those of which other articles speak than before. */
  readonly toldOf: ReadonlySet<EntityGroup>;
}

/** Tells which entities of the articles are one, while articles come and go. */
export interface EntityResolver {
  readonly add: (record: ResolvableRecord) => void;
  readonly remove: (article: ArticleId) => void;
  /** Brings the groups up to date. */
  readonly settle: () => EntityChange;
  /** The group of an entity of an article; `undefined` for one without name and id. */
  readonly groupOf: (article: ArticleId, index: number) => EntityGroup | undefined;
  readonly groups: () => Iterable<EntityGroup>;
  /** The profiles of an article's entities; `undefined` for one without name and id. */
  readonly profilesOf: (article: ArticleId) => readonly (Profile | undefined)[];
  /** The articles that hold a profile, with the index of the entity in each. */
  readonly bearersOf: (profile: Profile) => ReadonlyMap<ArticleId, readonly number[]>;
  /** How many articles call a profile by each name, by language. */
  readonly namesOf: (profile: Profile) => ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What a profile was compared with and found alike. */
  readonly linksOf: (profile: Profile) => Iterable<Link<Profile>>;
  readonly reasonsOf: (link: Link<Profile>) => readonly Reason[];
  readonly groupWith: (profile: Profile) => EntityGroup | undefined;
  readonly effort: () => Effort;
}

/** How much better one candidate must be than another that it cannot be one with. */
export const MARGIN = 0.03;

/** A date's month: `2016-03`. */
const MONTH = 7;

interface Bearer {
  readonly profile: Profile;
  readonly articles: Map<ArticleId, readonly number[]>;
  readonly names: Map<string, Map<string, number>>;
  /** Of one with offices: in how many articles of a month it is said to hold them. */
  readonly months: Map<string, number>;
}

/** `stories` and `rulings` tell of the articles that were added, before they are added here. */
export function createEntityResolver(
  context: ProfileContext,
  stories: Pick<Mates, "of">,
  rulings: Pick<Rulings, "of">,
): EntityResolver {
  const { keysOf, seeks, offers, compare, mayBeOne, reasonsOf } = createProfileComparison(context, (profile) => [
    ...(bearers.get(profile.key)?.months.keys() ?? []),
  ]);
  const profileOf = createProfiles(context);
  const bearers = new Map<string, Bearer>();
  const articles = new Map<
    ArticleId,
    { readonly extraction: Extraction; readonly profiles: readonly (Profile | undefined)[] }
  >();

  const articlesOf = (profile: Profile): ReadonlyMap<ArticleId, readonly number[]> =>
    bearers.get(profile.key)?.articles ?? new Map();
  /** Whether an article holds both, one with its id and the other without: it knows them apart. */
  const toldApart = (a: Profile, b: Profile): boolean => {
    if (a.known === b.known) return false;
    const [few, many] = [articlesOf(a), articlesOf(b)].sort((x, y) => x.size - y.size) as [
      ReadonlyMap<ArticleId, unknown>,
      ReadonlyMap<ArticleId, unknown>,
    ];
    for (const article of few.keys()) if (many.has(article)) return true;
    return false;
  };
  /** Profiles that are alike and stand in articles that tell one story, by key, with the number of such pairs of articles. */
  const together = new Map<string, Map<Profile, number>>();
  const inOneStory = (a: Profile, b: Profile): boolean => together.get(a.key)?.has(b) === true;
  const sides = createSides<Profile>();
  const fits = (a: Profile, b: Profile): boolean => mayBeOne(a, b, inOneStory(a, b)) && !toldApart(a, b);

  const linkage = createLinkage<Profile>({
    keysOf,
    seeks,
    offers,
    alsoWith: function* (profile) {
      yield* together.get(profile.key)?.keys() ?? [];
      yield* sides.partnersOf(profile);
    },
    compare: (a, b) => {
      const ruling = sides.between(a, b);
      if (ruling !== undefined) return ruling === "same" ? RULED : undefined;
      const score = compare(a, b, inOneStory(a, b));
      return score === undefined || toldApart(a, b) ? undefined : score;
    },
    partition: (profiles, links) => partition(profiles, links, fits, (a, b) => sides.between(a, b) === "different"),
  });

  /** Profiles that articles hold which came or went since the groups were settled. */
  let named = new Set<Profile>();

  const add = ({ article, extraction }: ResolvableRecord): void => {
    const fresh = new Set<Profile>();
    const profiles = extraction.entities.map((draft, index) => {
      const ruled = rulings.of(article.id, `e${index}`);
      const made = profileOf(draft, `${article.id} ${index}`, (key) => bearers.get(key)?.profile, {
        offices: officesOf(draft, extraction, context.isSole),
        tag: ruled?.tag,
      });
      if (made === undefined) return undefined;
      const bearer = bearers.get(made.key) ?? {
        profile: made,
        articles: new Map(),
        names: new Map(),
        months: new Map(),
      };
      if (bearer.articles.size === 0) fresh.add(made);
      bearers.set(made.key, bearer);
      bearer.articles.set(article.id, [...(bearer.articles.get(article.id) ?? []), index]);
      count(bearer, draft.names, 1);
      if (countMonth(bearer, extraction, 1)) fresh.add(bearer.profile);
      if (ruled !== undefined) {
        sides.add(bearer.profile, ruled.sides);
        fresh.add(bearer.profile);
      }
      return bearer.profile;
    });
    articles.set(article.id, { extraction, profiles });
    for (const profile of profiles) if (profile !== undefined) named.add(profile);
    const seenTogether = changeTogether(article.id, 1);
    for (const profile of new Set(profiles)) {
      if (profile === undefined) continue;
      if (fresh.has(profile) || seenTogether.has(profile) || tellsApart(profile, profiles)) linkage.put(profile);
    }
  };
  /**
   * Counts what an article and those that tell the same story hold together, or no longer do. Returns the profiles of the
   * article for which that makes a difference.
   */
  const changeTogether = (id: ArticleId, by: 1 | -1): Set<Profile> => {
    const differs = new Set<Profile>();
    const own = new Set(articles.get(id)?.profiles);
    for (const mate of stories.of(id)) {
      const theirs = new Set(articles.get(mate)?.profiles);
      for (const a of own) {
        for (const b of theirs) {
          if (a === undefined || b === undefined || a === b) continue;
          if (a.known !== undefined && b.known !== undefined) continue;
          if (compare(a, b, true) === undefined) continue;
          const was = together.get(a.key)?.get(b) ?? 0;
          for (const [one, other] of [
            [a, b],
            [b, a],
          ] as const) {
            const others = together.get(one.key) ?? new Map<Profile, number>();
            together.set(one.key, others);
            if (was + by === 0) others.delete(other);
            else others.set(other, was + by);
            if (others.size === 0) together.delete(one.key);
          }
          if (was === 0 || was + by === 0) differs.add(a);
        }
      }
    }
    return differs;
  };
  /** Whether an article holds a profile without id beside one with an id that is like it, or one with it: it tells them apart. */
  const tellsApart = (profile: Profile, profiles: readonly (Profile | undefined)[]): boolean => {
    if (profile.known !== undefined) return false;
    const isKnownHere = (other: Profile): boolean => other.known !== undefined && profiles.includes(other);
    return (
      linkage.groupOf(profile)?.members.some(isKnownHere) === true ||
      [...linkage.linksOf(profile)].some(({ b }) => isKnownHere(b))
    );
  };

  const remove = (id: ArticleId): void => {
    const { extraction, profiles } = articles.get(id) ?? {};
    if (extraction === undefined || profiles === undefined) return;
    const seenTogether = changeTogether(id, -1);
    articles.delete(id);
    const loose = new Set<Profile>();
    for (const [index, profile] of profiles.entries()) {
      if (profile !== undefined) named.add(profile);
      const bearer = profile === undefined ? undefined : bearers.get(profile.key);
      if (bearer === undefined) continue;
      bearer.articles.delete(id);
      count(bearer, extraction.entities[index]?.names ?? [], -1);
      countMonth(bearer, extraction, -1);
      const ruled = rulings.of(id, `e${index}`);
      if (profile === undefined || ruled === undefined) continue;
      sides.remove(profile, ruled.sides);
      loose.add(profile);
    }
    for (const profile of new Set(profiles)) {
      if (profile === undefined) continue;
      if (articlesOf(profile).size > 0) {
        if (profile.known === undefined || loose.has(profile) || seenTogether.has(profile)) linkage.put(profile);
        continue;
      }
      bearers.delete(profile.key);
      linkage.drop(profile);
    }
  };

  return {
    add,
    remove,
    settle: () => {
      const change = linkage.settle();
      const toldOf = new Set(change.changed);
      for (const profile of named) {
        const group = linkage.groupOf(profile);
        if (group !== undefined) toldOf.add(group);
      }
      named = new Set();
      return { ...change, toldOf };
    },
    groupOf: (article, index) => {
      const profile = articles.get(article)?.profiles[index];
      return profile === undefined ? undefined : linkage.groupOf(profile);
    },
    groups: linkage.groups,
    profilesOf: (article) => articles.get(article)?.profiles ?? [],
    effort: linkage.effort,
    bearersOf: articlesOf,
    namesOf: (profile) => bearers.get(profile.key)?.names ?? new Map(),
    linksOf: linkage.linksOf,
    reasonsOf: ({ a, b, score }) => (score === RULED ? BY_VERDICT : reasonsOf(a, b, inOneStory(a, b))),
    groupWith: linkage.groupOf,
  };
}

function count(bearer: Bearer, names: Extraction["entities"][number]["names"], by: 1 | -1): void {
  for (const { text, language } of names) {
    const own = bearer.names.get(language) ?? new Map<string, number>();
    bearer.names.set(language, own);
    const now = (own.get(text) ?? 0) + by;
    if (now === 0) own.delete(text);
    else own.set(text, now);
  }
}

/** Counts the month of an article in which somebody is said to hold an office. Whether that makes a difference. */
function countMonth({ profile, months }: Bearer, { anchor: { date, to = date } }: Extraction, by: 1 | -1): boolean {
  if (profile.offices.length === 0 || to === undefined) return false;
  const month = to.slice(0, MONTH);
  const was = months.get(month) ?? 0;
  if (was + by === 0) months.delete(month);
  else months.set(month, was + by);
  return was === 0 || was + by === 0;
}

/**
 * Which profiles are one. What people say comes first, then what the gazetteer says. Of the others those that are tied to an
 * id or a state come first, among themselves, as do those that are not. One that is not goes to the best of those that are,
 * unless it would fit another as well that is somebody else: then it stays alone, since nothing tells which of the two it is.
 */
function partition(
  profiles: readonly Profile[],
  links: readonly Link<Profile>[],
  fits: (a: Profile, b: Profile) => boolean,
  areApart: (a: Profile, b: Profile) => boolean,
): readonly (readonly Profile[])[] {
  const at = new Map(profiles.map((profile, i) => [profile, i]));
  const position = (profile: Profile): number => at.get(profile) ?? 0;
  const profileAt = (i: number): Profile => profiles[i] as Profile;
  const isTied = ({ known, state }: Profile): boolean => known !== undefined || state !== undefined;
  const sets = createClusters(profiles.length, {
    fits: (a, b) => fits(profileAt(a), profileAt(b)),
    areApart: (a, b) => areApart(profileAt(a), profileAt(b)),
    ruledOne: links.filter(({ score }) => score === RULED).map(({ a, b }) => [position(a), position(b)]),
  });
  for (const { a, b, score } of links) {
    if (isTied(a) === isTied(b)) sets.join(position(a), position(b), score === SAME_ID);
  }
  const open = new Map<number, Map<number, number>>();
  for (const { a, b, score } of links) {
    if (isTied(a) === isTied(b)) continue;
    const [free, tied] = isTied(a) ? [b, a] : [a, b];
    const root = sets.find(position(free));
    const candidate = sets.find(position(tied));
    if (root === candidate) continue;
    const candidates = open.get(root) ?? new Map<number, number>();
    candidates.set(candidate, Math.max(candidates.get(candidate) ?? 0, score));
    open.set(root, candidates);
  }
  for (const [root, candidates] of [...open].sort(([a], [b]) => a - b)) join(sets, root, candidates);
  return sets.groups().map((group) => group.map(profileAt));
}

/** Joins a group to the best of its candidates, and to those that are one with it. */
function join(sets: Clusters, free: number, candidates: ReadonlyMap<number, number>): void {
  const ranked = [...candidates].sort(([a, x], [b, y]) => y - x || a - b);
  const [[best, score] = [free, 0]] = ranked;
  const rivals = ranked.filter(([other, like]) => other !== best && like >= score - MARGIN);
  if (rivals.some(([other]) => !sets.mayJoin(best, other))) return;
  for (const [candidate] of ranked) sets.join(free, candidate);
}

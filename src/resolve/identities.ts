import type { Identity, IdentityPart, Reason, UnsurePair } from "../model/identity.ts";
import type { Extraction, LocalId } from "../model/extraction.ts";
import type { ArticleId, NodeId } from "../model/ids.ts";
import type { Resolution } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { Anchor } from "../model/verdict.ts";
import { anchorOf } from "./anchors.ts";
import type { EventItem } from "./compare-events.ts";
import type { EntityResolver } from "./entity-resolver.ts";
import type { EventResolver } from "./event-resolver.ts";
import { RULED, type Group, type Link, type Linkable } from "./linkage.ts";
import type { Profile } from "./profile.ts";

/** What tells of the things that were resolved, entities or events. */
interface Resolved<Item extends Linkable> {
  readonly groups: () => Iterable<Group<Item>>;
  readonly groupOf: (item: Item) => Group<Item> | undefined;
  readonly linksOf: (item: Item) => Iterable<Link<Item>>;
  readonly nodeOf: (group: Group<Item>) => NodeId | undefined;
  readonly partOf: (item: Item) => IdentityPart;
  readonly reasonsOf: (link: Link<Item>) => readonly Reason[];
  /** In how many articles the things of a group stand. */
  readonly articlesOf: (group: Group<Item>) => number;
}

/** Scores above this say that something other than names decided. */
const MOST_ALIKE = 2;

/** What each node is made of, and why it is one. */
function* identitiesOf<Item extends Linkable>(resolved: Resolved<Item>): Generator<Identity> {
  for (const group of resolved.groups()) {
    const node = resolved.nodeOf(group);
    if (node === undefined) continue;
    const at = new Map(group.members.map(({ key }, i) => [key, i]));
    const links = group.members.flatMap((item, i) =>
      [...resolved.linksOf(item)].flatMap((link) => {
        const other = at.get(link.b.key);
        if (other === undefined || other <= i || link.score < 1) return [];
        const reasons = resolved.reasonsOf(link);
        return [{ parts: [i, other] as const, ...(link.score > MOST_ALIKE ? {} : { score: link.score }), reasons }];
      }),
    );
    yield { node, parts: group.members.map(resolved.partOf), links };
  }
}

/**
 * Pairs of nodes that are alike and not one: their names agree not quite well enough, or each would fit another as well.
 */
function unsurePairsOf<Item extends Linkable>(resolved: Resolved<Item>): UnsurePair[] {
  const best = new Map<string, { readonly nodes: readonly [NodeId, NodeId]; readonly link: Link<Item> }>();
  for (const group of resolved.groups()) {
    const node = resolved.nodeOf(group);
    if (node === undefined) continue;
    for (const item of group.members) {
      for (const link of resolved.linksOf(item)) {
        const other = resolved.groupOf(link.b);
        const theirs = other === undefined ? undefined : resolved.nodeOf(other);
        // Each pair is seen from both sides.
        if (theirs === undefined || theirs <= node || link.score === RULED) continue;
        const key = `${node} ${theirs}`;
        if ((best.get(key)?.link.score ?? 0) < link.score) best.set(key, { nodes: [node, theirs], link });
      }
    }
  }
  const articlesOf = (item: Item): number => {
    const group = resolved.groupOf(item);
    return group === undefined ? 0 : resolved.articlesOf(group);
  };
  return [...best.values()].map(({ nodes, link }) => ({
    nodes,
    score: link.score,
    reasons: resolved.reasonsOf(link),
    articles: Math.min(articlesOf(link.a), articlesOf(link.b)),
  }));
}

/** Pairs of which most hangs on the answer come first, then those that are most alike. */
function byUse(a: UnsurePair, b: UnsurePair): number {
  return (
    b.articles - a.articles ||
    b.score - a.score ||
    compareText(a.nodes[0], b.nodes[0]) ||
    compareText(a.nodes[1], b.nodes[1])
  );
}

/** What each node is made of, and which might be one, of entities and of events. */
export function tellIdentities(
  entities: Pick<EntityResolver, "groups" | "groupWith" | "linksOf" | "reasonsOf" | "bearersOf" | "namesOf"> & {
    readonly nodeOf: (group: Group<Profile>) => NodeId | undefined;
    /** Id under which something of the gazetteer is in the graph. */
    readonly idOf: (known: string) => string;
  },
  events: Pick<EventResolver, "groups" | "groupWith" | "linksOf" | "reasonsOf"> & {
    readonly nodeOf: (group: Group<EventItem>) => NodeId | undefined;
  },
  extractionOf: (article: ArticleId) => Extraction | undefined,
): Pick<Resolution, "identities" | "unsure"> {
  const anchorsOf = (article: ArticleId, locals: readonly LocalId[]): Anchor[] => {
    const extraction = extractionOf(article);
    return extraction === undefined ? [] : locals.flatMap((local) => anchorOf(article, extraction, local) ?? []);
  };
  const ofEntities: Resolved<Profile> = {
    ...entities,
    groupOf: entities.groupWith,
    reasonsOf: (link) =>
      entities.reasonsOf(link).map((reason) => ({ ...reason, detail: entities.idOf(reason.detail) })),
    partOf: (profile) => ({
      called: [...new Set([...entities.namesOf(profile).values()].flatMap((names) => [...names.keys()]))].sort(
        compareText,
      ),
      ...(profile.known === undefined ? {} : { known: entities.idOf(profile.known) }),
      ...(profile.state === undefined ? {} : { state: profile.state }),
      anchors: [...entities.bearersOf(profile)]
        .sort(([a], [b]) => compareText(a, b))
        .flatMap(([article, indices]) =>
          anchorsOf(
            article,
            indices.map((index): LocalId => `e${index}`),
          ),
        ),
    }),
    articlesOf: ({ members }) => new Set(members.flatMap((profile) => [...entities.bearersOf(profile).keys()])).size,
  };
  const ofEvents: Resolved<EventItem> = {
    ...events,
    groupOf: events.groupWith,
    partOf: ({ article, index, draft }) => ({
      called: [[draft.type, draft.time.date].filter(Boolean).join(" ")],
      anchors: anchorsOf(article, [`v${index}`]),
    }),
    articlesOf: ({ members }) => new Set(members.map(({ article }) => article)).size,
  };
  return {
    identities: function* () {
      yield* identitiesOf(ofEntities);
      yield* identitiesOf(ofEvents);
    },
    unsure: () => [...unsurePairsOf(ofEntities), ...unsurePairsOf(ofEvents)].sort(byUse),
  };
}

import type { EntityDraft } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import { createEntityResolver, type EntityGroup, type ResolvableRecord } from "./entity-resolver.ts";
import type { ProfileContext } from "./profile.ts";
import { createStories } from "./stories.ts";

/** One entity of one article: position of its article in the list, and index in its extraction. */
export interface EntityAt {
  readonly record: number;
  readonly index: number;
  readonly draft: EntityDraft;
}

/** Entities that are one. */
export interface EntityCluster {
  readonly members: readonly EntityAt[];
  readonly kind: string;
  readonly known: string | undefined;
}

export interface ResolvedEntities {
  readonly clusters: readonly EntityCluster[];
  /** The cluster of an entity of an article; `undefined` for one without name and id. */
  readonly clusterOf: (record: number, index: number) => number | undefined;
}

/** Tells which entities of several articles are one, all articles at once. Clusters come in the order of their first entity. */
export function resolveEntities(records: readonly ResolvableRecord[], context: ProfileContext): ResolvedEntities {
  const stories = createStories();
  const resolver = createEntityResolver(context, stories);
  for (const record of records) {
    stories.add(record.article.id, record.extraction);
    resolver.add(record);
  }
  resolver.settle();
  const clusters: { members: EntityAt[]; kind: string; known: string | undefined }[] = [];
  const positions = new Map<EntityGroup, number>();
  const clusterOf = (record: number, index: number): number | undefined => {
    const id = records[record]?.article.id;
    const group = id === undefined ? undefined : resolver.groupOf(id, index);
    return group === undefined ? undefined : positions.get(group);
  };
  for (const [record, { article, extraction }] of records.entries()) {
    for (const [index, draft] of extraction.entities.entries()) {
      const group = resolver.groupOf(article.id, index);
      if (group === undefined) continue;
      const position = positions.get(group) ?? clusters.length;
      positions.set(group, position);
      const known = group.members.find((profile) => profile.known !== undefined)?.known;
      clusters[position] ??= { members: [], kind: draft.kind ?? KINDS.person, known };
      clusters[position]?.members.push({ record, index, draft });
    }
  }
  return { clusters, clusterOf };
}

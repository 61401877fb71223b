import type { ArticleId, NodeId } from "./ids.ts";
import type { TimeSpan } from "./time.ts";

/** A thing of the world, gathered from the articles that speak of it. */
export interface ResolvedEntity {
  readonly id: NodeId;
  readonly kind: string;
  readonly label: string;
  /** Every name that articles use for it, and the gazetteer's usual one of each language. */
  readonly aliases: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** What articles say differently of one event. */
export interface Conflict {
  readonly field: string;
  readonly value: string;
  /** Name of the article that says so. */
  readonly article: string;
}

export interface ResolvedEvent {
  readonly id: NodeId;
  readonly type: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly time: TimeSpan;
  readonly place: NodeId | undefined;
  readonly status: string;
  readonly conflicts: readonly Conflict[];
}

/** Which things the entities and events of a list of articles are. */
export interface Resolution {
  readonly entities: readonly ResolvedEntity[];
  readonly events: readonly ResolvedEvent[];
  /** Node of a local id (`e3`, `v0`) of an article. */
  readonly nodeOf: (article: ArticleId, local: string) => NodeId | undefined;
}

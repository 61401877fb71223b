import type { EventStatus } from "./extraction.ts";
import type { Identity, UnsurePair } from "./identity.ts";
import type { ArticleId, NodeId } from "./ids.ts";
import type { TimeSpan } from "./time.ts";

/** A thing of the world, gathered from the articles that speak of it. */
export interface ResolvedEntity {
  readonly id: NodeId;
  readonly kind: string;
  readonly label: string;
  /** Every name that articles use for it, and the gazetteer's usual one of each language. */
  readonly aliases: readonly string[];
  /** How many texts use each of them; none where only the gazetteer does. */
  readonly aliasCounts: readonly number[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** The same thing elsewhere, as the user's own list has it. */
  readonly sameAs: readonly string[];
}

/** What articles say differently of one event. */
export interface Conflict {
  /** A field of the event, or what is counted: `date`, `place`, `killed`. */
  readonly field: string;
  readonly value: string;
  /** Name of the article that says so. */
  readonly article: string;
}

/** How it stood with an event, as one article says. */
export interface Stage {
  readonly status: EventStatus;
  /** As exact as the article gives it; `undefined` where it gives none. */
  readonly date: string | undefined;
  /** Name of the article that says so. */
  readonly article: string;
}

/** How many people an event met with something, as one article says. */
export interface CountSaid {
  readonly what: string;
  /** `14`, `14-20`, `>=14` for "at least 14", `<=20` for "up to 20". */
  readonly value: string;
  /** Name of the article that says so. */
  readonly article: string;
}

export interface ResolvedEvent {
  readonly id: NodeId;
  readonly type: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** How many texts use each of them; none where only the gazetteer does. */
  readonly aliasCounts: readonly number[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Those of its names that are its own, and no descriptions. */
  readonly properNames: readonly string[];
  readonly time: TimeSpan;
  readonly place: NodeId | undefined;
  readonly status: EventStatus;
  readonly conflicts: readonly Conflict[];
  /** How it stood with the event, in the order in which it was reported; empty where no article saw it change. */
  readonly history: readonly Stage[];
  readonly counts: readonly CountSaid[];
}

/** Which things the entities and events of a list of articles are. */
export interface Resolution {
  readonly entities: readonly ResolvedEntity[];
  readonly events: readonly ResolvedEvent[];
  /** Node of a local id (`e3`, `v0`) of an article. */
  readonly nodeOf: (article: ArticleId, local: string) => NodeId | undefined;
  /** The article whose text this one prints with small differences; `undefined` where it is the first with its text. */
  readonly originalOf: (article: ArticleId) => ArticleId | undefined;
  /** What each node is made of, and why. */
  readonly identities: () => Iterable<Identity>;
  /** Nodes that might be one, those of which most hangs on the answer first. */
  readonly unsure: () => readonly UnsurePair[];
}

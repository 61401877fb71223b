import type { NodeId } from "./ids.ts";
import type { Anchor } from "./verdict.ts";

/** Why two are taken for one, or might be. */
export interface Reason {
  /**
   * What speaks: `verdict` (somebody says so), `id` (the gazetteer), `name`, `part` (of a name), `state`, `office`, `story`
   * (articles that tell one story); of events `date`, `weekday`, `place`, `lasting`,
   * `words`, `occasion`, `announcement`, `features`.
   */
  readonly feature: string;
  /** The two names, the id, the date: what it is that speaks. */
  readonly detail: string;
}

/** Entities of articles of which the same is said, or one event of one article: what a node is made of. */
export interface IdentityPart {
  /** What it is called, or the type and date of an event. */
  readonly called: readonly string[];
  /** Identifier in the gazetteer. */
  readonly known?: string;
  /** The state that its articles tie it to. */
  readonly state?: string;
  /** Where each of its articles speaks of it. */
  readonly anchors: readonly Anchor[];
}

/** Two parts that were compared. */
export interface IdentityLink {
  /** Positions of the parts. */
  readonly parts: readonly [number, number];
  /** How well they agree, as a share of what is needed; absent where names did not decide. */
  readonly score?: number;
  readonly reasons: readonly Reason[];
}

/** What a node is made of, and why it is one. */
export interface Identity {
  readonly node: NodeId;
  readonly parts: readonly IdentityPart[];
  readonly links: readonly IdentityLink[];
}

/** Two nodes that might be one, so that somebody should decide. */
export interface UnsurePair {
  readonly nodes: readonly [NodeId, NodeId];
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** How much hangs on it: in how many articles the one stands that stands in fewer. */
  readonly articles: number;
}

import type { Mention } from "./extraction.ts";
import type { NodeId } from "./ids.ts";
import type { Span } from "./text.ts";

/** Words of an article that name or refer to nodes: to several where they speak of several, as "both ministers" does. */
export interface NodeMention extends Span {
  readonly nodes: readonly NodeId[];
  readonly form: Mention["form"];
}

/** What a sentence or clause says of two nodes, and the words in it by which it was read so. */
export interface Saying extends Span {
  readonly source: NodeId;
  readonly relation: string;
  readonly target: NodeId;
  readonly words: readonly Span[];
}

/** What was read in one article, in the nodes of the graph. Both lists are in the order of the text. */
export interface Reading {
  readonly mentions: readonly NodeMention[];
  readonly sayings: readonly Saying[];
}

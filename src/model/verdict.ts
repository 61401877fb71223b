import { hashOf, type ArticleId, type LanguageCode } from "./ids.ts";
import type { Modality } from "./modality.ts";
import type { Span } from "./text.ts";

/** Digits of the hash of a verdict: people type them. */
const VERDICT_HASH = 8;

/**
 * Where an article speaks of something: a mention of an entity, or, with `event`, the words that tell of an event of this
 * type. Verdicts point at places in articles and never at nodes, so that they hold when other articles change the nodes.
 */
export interface Anchor extends Span {
  readonly article: ArticleId;
  readonly event?: string;
}

/**
 * A statement of an article: the words that say it, what they say, and where the article speaks of the two that it is about.
 * A statement that a later reading puts otherwise is another.
 */
export interface StatementAnchor extends Span {
  readonly article: ArticleId;
  readonly relation: string;
  readonly modality: Modality;
  readonly office?: string;
  readonly role?: string;
  readonly subject?: Omit<Anchor, "article">;
  readonly object?: Omit<Anchor, "article">;
}

/** What a verdict is about. */
export interface Target {
  readonly mentions: readonly Anchor[];
  readonly statements: readonly StatementAnchor[];
}

/** What somebody decided. */
export type Ruling =
  /** All of these are one. */
  | { readonly type: "same"; readonly mentions: readonly Anchor[] }
  /** None of the left is one with any of the right. */
  | { readonly type: "different"; readonly left: readonly Anchor[]; readonly right: readonly Anchor[] }
  /** It is called so; in this language, where one is given, else wherever a label is shown. */
  | {
      readonly type: "rename";
      readonly mentions: readonly Anchor[];
      readonly name: string;
      readonly language?: LanguageCode;
    }
  /** Statements that are wrong, and mentions of what is no entity and no event. */
  | ({ readonly type: "reject" } & Target)
  /** Something to remember, which changes nothing. */
  | ({ readonly type: "note"; readonly text: string } & Target);

/** Who says so, when and why. */
export interface Signature {
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly why?: string;
}

/** Orders what is signed by when it was. */
export function byInstant(a: Pick<Signature, "at">, b: Pick<Signature, "at">): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

/** A decision of a person over what articles say, which the graph respects from then on. */
export interface Verdict extends Signature {
  /** A hash of everything else, so that one verdict is one wherever it comes from. */
  readonly id: string;
  readonly ruling: Ruling;
  /** What its nodes or facts were called when it was given, for people who read it. */
  readonly about: readonly string[];
}

/** A verdict was taken back, or put in force again. */
export interface Turn extends Signature {
  readonly type: "undo" | "redo";
  /** Id of the verdict. */
  readonly verdict: string;
}

/** A verdict, and what became of it. */
export interface VerdictState {
  readonly verdict: Verdict;
  readonly active: boolean;
  readonly turns: readonly Turn[];
}

/**
 * Whether a ruling finds what it is about: `absent`: none of its articles is in the graph; `lost`: they are, and are read
 * otherwise now, so that too little of it is found.
 */
export type Reach = "applies" | "absent" | "lost";

/** A verdict, what became of it, and whether it finds what it is about. */
export interface LoggedVerdict extends VerdictState {
  readonly reach: Reach;
}

/** Every mention and statement that a ruling points at. */
export function targetOf(ruling: Ruling): Target {
  switch (ruling.type) {
    case "same":
    case "rename":
      return { mentions: ruling.mentions, statements: [] };
    case "different":
      return { mentions: [...ruling.left, ...ruling.right], statements: [] };
    case "reject":
    case "note":
      return ruling;
  }
}

/** A verdict with its id. */
export function makeVerdict(ruling: Ruling, about: readonly string[], signature: Signature): Verdict {
  const { by, at, why } = signature;
  const verdict = { ruling, about, by, at, ...(why === undefined ? {} : { why }) };
  return { id: hashOf([ruling, about, by, at, why ?? null], VERDICT_HASH), ...verdict };
}

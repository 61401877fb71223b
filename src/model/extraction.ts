import type { ArticleId, LanguageCode } from "./ids.ts";
import type { Modality } from "./modality.ts";
import type { Span } from "./text.ts";
import type { TimeConstraint, TimeSpan } from "./time.ts";

/** An entity (`e0`, `e1` …) or an event (`v0`, `v1` …) of one extraction: letter and index. */
export type LocalId = `e${number}` | `v${number}`;

/** How words refer: by name, by description ("the chancellor"), or by pronoun. */
export const MENTION_FORMS = ["name", "description", "pronoun"] as const;

/** One place in the text that names or refers to an entity or an event. */
export interface Mention extends Span {
  readonly of: LocalId;
  readonly form: (typeof MENTION_FORMS)[number];
  readonly language: LanguageCode;
}

/** A surface form of an entity, cleaned of titles and case endings. */
export interface Name {
  readonly text: string;
  readonly language: LanguageCode;
}

/** An office as a text ascribes it: the concept of `seeds/gazetteer/offices.yaml`, and where it is held. */
export interface OfficeHeld {
  readonly office: string;
  readonly of?: LocalId;
  readonly former: boolean;
}

/** One person, state, organization or place of one article, after coreference within it. */
export interface EntityDraft {
  /** A kind of `seeds/ontology/kinds.yaml`. */
  readonly kind: string;
  /** Identifier in the gazetteer, where its names leave no doubt: `gov:PK`, `org:un`. */
  readonly known?: string;
  /** Names by which the article calls it, the most complete first. Empty when it is only described. */
  readonly names: readonly Name[];
  readonly offices: readonly OfficeHeld[];
  /** The state that the article ties it to: identifier in the gazetteer. */
  readonly state?: string;
}

/** Who takes part in an event, as what. */
export interface Participant {
  readonly entity: LocalId;
  /** A role of `seeds/ontology/events.yaml`: `participant`, `host`, `victim` … */
  readonly role: string;
  readonly evidence: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** How it stands with an event. */
export const EVENT_STATUSES = ["held", "planned", "postponed", "cancelled"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** How it stood with an event before it stood as its article tells: planned for another day, put off. */
export interface EventStage {
  readonly status: EventStatus;
  /** The day for which it was planned, or to which it was put off, then. */
  readonly time: TimeSpan;
}

/** How many people an event met with something, as its article says it: "at least 14 killed". Both bounds are inclusive. */
export interface EventCount {
  /** What they met with, of `counts` in `seeds/ontology/events.yaml`: `killed`, `expelled`. */
  readonly what: string;
  /** Absent for "up to 20". */
  readonly from?: number;
  /** Absent for "at least 14". */
  readonly to?: number;
  readonly evidence: Span;
}

/** The words of a noun phrase that tells of an event. */
export interface EventName extends Name {
  /** Whether they are its name ("Munich Security Conference"), or describe it ("war between A and B"). */
  readonly proper: boolean;
}

/** One event of one article, after coreference within it. */
export interface EventDraft {
  /** A type of `seeds/ontology/events.yaml`. */
  readonly type: string;
  readonly names: readonly EventName[];
  readonly time: TimeSpan;
  readonly constraint: TimeConstraint;
  /** Whether the article tells it as its own news, or as background. */
  readonly news: boolean;
  readonly status: EventStatus;
  /** How it stood with it before, in the order of what happened. Absent where the article says nothing of that. */
  readonly former?: readonly EventStage[];
  /** Absent where the article counts nothing. */
  readonly counts?: readonly EventCount[];
  readonly place?: LocalId;
  readonly participants: readonly Participant[];
  /** Those who invite to it. An invitee who is not said to take part is no participant. */
  readonly inviters: readonly LocalId[];
  readonly invitees: readonly LocalId[];
  /** 1 for "their first call", 2 for "the second conversation". */
  readonly ordinal?: number;
  /** How it takes place where that tells events apart: `phone`, `online`. */
  readonly medium?: string;
  /** Relations by which clauses told of it: EXPELLED. An extraction of an older version says nothing of them. */
  readonly relations?: readonly string[];
  /** Folded content words of its name or topic, sorted: `covid`, `food`, `security`. */
  readonly topic: readonly string[];
  /** Events that hang on it: an invitation made in a call, to a summit. */
  readonly related: readonly LocalId[];
  /** Hashes of the word sequences in what is reported or quoted of it, sorted: near-identical reports share many. */
  readonly content: readonly string[];
  readonly evidence: readonly Span[];
  readonly confidence: number;
}

/**
 * One claim that one article makes, between its own entities and events: the unit that is stored.
 * An edge of the graph is folded from statements, so removing an article removes exactly what it claimed.
 */
export interface StatementDraft {
  readonly subject: LocalId;
  /** A relation of `seeds/ontology/relations.yaml`. */
  readonly relation: string;
  readonly object: LocalId;
  readonly modality: Modality;
  /** Who says so, outermost first: an entity of the article, or the words that name the source. Empty for the article itself. */
  readonly attribution: readonly (LocalId | { readonly words: string })[];
  /** The event in which it happened: SPOKE_WITH and its Call. */
  readonly event?: LocalId;
  readonly time?: TimeSpan;
  /** HOLDS_OFFICE: the concept of the office. */
  readonly office?: string;
  /** PARTICIPATED_IN: the role. */
  readonly role?: string;
  /** DENIED, ACCUSED, SUPPORTS, OPPOSES: index of the statement that is denied, alleged, backed or opposed. */
  readonly about?: number;
  /** The sentence or clause that says it. */
  readonly evidence: Span;
  /** The words in it that made the rule fire. */
  readonly trigger: readonly Span[];
  readonly language: LanguageCode;
  /** The row of the language pack, or the rule of the engine, that produced it: `de.speak-with.n3`. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What one article says: a pure function of the article and of the compiled knowledge. */
export interface Extraction {
  readonly format: "dragoman-extraction";
  readonly article: ArticleId;
  /** Hash of article, its date and language, and the version of knowledge and engine. Another key means: extract again. */
  readonly key: string;
  readonly language: LanguageCode;
  /** Whether a language pack covers the article. Without one there are names and dates, and no relations. */
  readonly covered: boolean;
  /** What dates in the text are counted from. */
  readonly anchor: TimeSpan;
  readonly entities: readonly EntityDraft[];
  readonly events: readonly EventDraft[];
  readonly mentions: readonly Mention[];
  /** Every sentence that was read, in order: where a mention stands, shown as evidence of it. */
  readonly sentences: readonly Span[];
  readonly statements: readonly StatementDraft[];
}

/**
 * What travels between the server and the viewer: all that the viewer knows. Types only.
 *
 * Every text in it comes from articles and is text, never markup.
 */
import type { Decision } from "../model/decision.ts";
import type { Modality } from "../model/modality.ts";

/** Direction of a text; `auto` where its language does not tell. The values are those of HTML's `dir`. */
export type Direction = "ltr" | "rtl" | "auto";

/** Words by interface language: `en`, `de`, `ur`. */
export type Labels = Readonly<Record<string, string>>;

/** A concept of the ontology, with its words. */
export interface Term {
  readonly id: string;
  readonly labels: Labels;
}

/** What the nodes of a kind are. */
export type NodeType = "entity" | "event" | "article";

export interface KindTerm extends Term {
  readonly type: NodeType;
  /** `#rrggbb`, on light and on dark ground. */
  readonly colour: { readonly light: string; readonly dark: string };
}

export interface RelationTerm extends Term {
  /** `action`, `state`, `bookkeeping`, `topical`. */
  readonly group: string;
  readonly symmetric: boolean;
  /** How it reads from target to source. Absent where the relation is symmetric or has no such words. */
  readonly inverse?: Labels;
}

/** The words for what is in the graph. Every kind and relation of the graph is in it. */
export interface Ontology {
  readonly kinds: readonly KindTerm[];
  readonly relations: readonly RelationTerm[];
  /** Types of events. */
  readonly events: readonly Term[];
  readonly roles: readonly Term[];
  /** What people who are counted in an event met with. */
  readonly counts: readonly Term[];
  readonly offices: readonly Term[];
}

/**
 * Languages of labels: `/api/graph`, `/api/search`, `/api/node` and `/api/edge` take `labels=ur,de`, languages by
 * preference. A node that has no name in any of them has the label that it has without.
 *
 * `GET /api/graph`: the whole graph without its evidence, as columns, since that is a fifth of the size of objects. */
export interface GraphData {
  readonly formatVersion: 1;
  readonly ontology: Ontology;
  readonly modalities: readonly Modality[];
  /** What is shown unless asked for more. */
  readonly shownModalities: readonly Modality[];
  readonly nodes: NodeColumns;
  readonly edges: EdgeColumns;
  /** The languages that were asked for, by preference; none for the usual labels. */
  readonly labels: readonly string[];
  /** The languages in which nodes have names, that of most nodes first: what `labels` can be asked for. */
  readonly nameLanguages: readonly string[];
}

/** Columns of equal length. */
export interface NodeColumns {
  readonly id: readonly string[];
  /** Index into `ontology.kinds`. */
  readonly kind: readonly number[];
  readonly label: readonly string[];
  /** Index into `ontology.events`, for an event that no article names: its label is made of its type and participants. */
  readonly unnamedEvent: readonly (number | null)[];
  /** Of events, as exact as known. */
  readonly date: readonly (string | null)[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Facts at the node, those that lead to an article left out. */
  readonly degree: readonly number[];
}

/** Columns of equal length. */
export interface EdgeColumns {
  readonly id: readonly string[];
  /** Index into `nodes`. */
  readonly source: readonly number[];
  /** Index into `nodes`. */
  readonly target: readonly number[];
  /** Index into `ontology.relations`. */
  readonly relation: readonly number[];
  /** Index into `modalities`. */
  readonly modality: readonly number[];
  readonly date: readonly (string | null)[];
  /** Distinct texts. */
  readonly weight: readonly number[];
}

/** A node, as far as a link to it needs. */
export interface NodeRef {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
}

export interface NamesInLanguage {
  readonly language: string;
  readonly direction: Direction;
  /** The best first. */
  readonly names: readonly string[];
  /** How many texts use each of them, in whatever language. */
  readonly counts: readonly number[];
}

/** A fact as seen from one of its ends. */
export interface FactSummary {
  readonly id: string;
  readonly relation: string;
  /** Whether the node is its source. Says nothing where the relation is symmetric. */
  readonly outgoing: boolean;
  readonly other: NodeRef;
  readonly modality: Modality;
  readonly date: string | null;
  readonly event: NodeRef | null;
  readonly office: string | null;
  readonly role: string | null;
  /** Distinct texts. */
  readonly weight: number;
  /** Languages of its quotes, sorted. */
  readonly languages: readonly string[];
}

/** What is told of an article without its text. */
export interface ArticleRef {
  /** The name by which evidence refers to it. */
  readonly name: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  /** Only `http:` and `https:`. */
  readonly url: string | null;
  readonly language: string;
  readonly direction: Direction;
  /** The article whose text it prints with small differences: both count once in the weight of a fact. */
  readonly copyOf: { readonly name: string; readonly title: string | null } | null;
}

export interface EventDetail {
  /** A type of `ontology.events`. */
  readonly type: string;
  readonly date: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly place: NodeRef | null;
  readonly status: string;
  /** What articles contradict each other on. The value of `place` is the label of its node. */
  readonly conflicts: readonly { readonly field: string; readonly value: string; readonly article: string }[];
  /** How it stood with it, in the order in which it was reported; empty where no article saw it change. */
  readonly history: readonly { readonly status: string; readonly date: string | null; readonly article: string }[];
  /** How many were killed, expelled …, as each article says it. `what`: of `ontology.counts`. */
  readonly counts: readonly { readonly what: string; readonly value: string; readonly article: string }[];
  /** Facts that happened in it, between others: who spoke with whom in the call. Seen from their source. */
  readonly facts: readonly (FactSummary & { readonly subject: NodeRef })[];
}

/** What a list of the user calls the same thing elsewhere. */
export interface SameAs {
  readonly id: string;
  /** Only `http:` and `https:`. */
  readonly url: string;
}

/** `GET /api/node/:id`. */
export interface NodeDetail extends NodeRef {
  readonly names: readonly NamesInLanguage[];
  /** Names that stand in no language's list. */
  readonly aliases: readonly string[];
  /** How many texts use each of these. */
  readonly aliasCounts: readonly number[];
  /** The same thing elsewhere, as the user's own list has it: ids of Wikidata and addresses. */
  readonly sameAs: readonly SameAs[];
  /** How often it is mentioned; null for an article. */
  readonly mentions: number | null;
  readonly event: EventDetail | null;
  /** Set when the node is an article. */
  readonly article: ArticleRef | null;
  /** Facts whose other end is an entity. */
  readonly facts: readonly FactSummary[];
  /** Facts whose other end is an event. */
  readonly events: readonly FactSummary[];
  /** The articles that mention it. */
  readonly articles: readonly ArticleRef[];
}

/** Who says so: a node of the graph, or the words that name the source (then `id` is null). */
export interface AttributionRef {
  readonly id: string | null;
  readonly label: string;
}

export interface EvidenceDetail {
  readonly article: ArticleRef;
  /** UTF-16 offsets into the article's text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly language: string;
  readonly direction: Direction;
  /** Outermost first; empty for the article itself. */
  readonly attribution: readonly AttributionRef[];
  readonly rule: string;
}

/** A fact in one line: for links to it. */
export interface FactRef {
  readonly id: string;
  readonly source: NodeRef;
  readonly relation: string;
  readonly target: NodeRef;
  readonly modality: Modality;
}

/** `GET /api/edge/:id`. */
export interface EdgeDetail extends FactRef {
  readonly date: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly event: NodeRef | null;
  /** The fact that this one denies, alleges, backs or opposes. */
  readonly about: FactRef | null;
  readonly office: string | null;
  readonly role: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly weight: number;
  readonly evidence: readonly EvidenceDetail[];
  /** Other facts between the same two nodes. */
  readonly parallel: readonly FactRef[];
}

/** `GET /api/article/:name`. */
export interface ArticleDetail extends ArticleRef {
  /** Id of its node. */
  readonly id: string;
  readonly text: string;
  /** Where the same text was found as well. */
  readonly otherSources: readonly {
    readonly name: string;
    readonly outlet: string | null;
    readonly url: string | null;
  }[];
  /** Texts that stood under its name or at its address before it, the oldest first. They are not in the graph. */
  readonly earlierVersions: readonly {
    readonly id: string;
    readonly name: string;
    readonly publishedAt: string | null;
    /** When the version after it was published. */
    readonly until: string | null;
  }[];
}

/** `GET /api/search?q=…`. */
export interface SearchResult {
  /** How many nodes match. */
  readonly total: number;
  /** The best of them. */
  readonly hits: readonly SearchHit[];
}

export interface SearchHit extends NodeRef {
  /** The name that matches, in its own script: the label where that does, else an alias. */
  readonly name: string;
}

export interface Count {
  readonly id: string;
  readonly count: number;
}

/** `GET /api/stats`. Counts are sorted, the largest first. */
export interface Stats {
  readonly nodes: number;
  readonly edges: number;
  readonly articles: number;
  /** Those of the articles that print the text of another with small differences. */
  readonly copies: number;
  readonly evidence: number;
  readonly kinds: readonly Count[];
  readonly relations: readonly Count[];
  readonly modalities: readonly Count[];
  /** Languages of the quotes. */
  readonly languages: readonly Count[];
  /** The lists of the user that are in force, with how many rows each has, by name. */
  readonly gazetteers: readonly Count[];
}

/** `POST /api/query`: the body. */
export interface QueryRequest {
  readonly query: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** `POST /api/query`: the answer. Rows hold JSON values in the order of the columns. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Every error, as RFC 9457 has it (`application/problem+json`). */
export interface Problem {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Code of a DragomanError, where it is one. */
  readonly code?: string;
}

/** Why two are taken for one, or might be: see `Reason` of the model. */
export interface ReasonDetail {
  readonly feature: string;
  readonly detail: string;
}

/** `GET /api/identity/:id`: what a node is made of, why that is one, and what people decided about it. */
export interface IdentityDetail {
  /** The id that the node has now: a former one leads here too. */
  readonly id: string;
  readonly parts: readonly {
    readonly called: readonly string[];
    /** Identifier in the gazetteer. */
    readonly known: string | null;
    readonly state: string | null;
    /** Where articles speak of it: UTF-16 offsets, half-open. */
    readonly places: readonly { readonly article: string; readonly start: number; readonly end: number }[];
  }[];
  /** Positions of two parts that were compared, and what came of it. */
  readonly links: readonly {
    readonly parts: readonly [number, number];
    readonly score: number | null;
    readonly reasons: readonly ReasonDetail[];
  }[];
  readonly verdicts: readonly VerdictDetail[];
}

/** `GET /api/review?limit=`: pairs that might be one, those of which most hangs on the answer first. */
export interface Review {
  readonly pairs: readonly ReviewPair[];
  /** How many there are in all. */
  readonly total: number;
}

export interface ReviewPair {
  readonly nodes: readonly [NodeRef, NodeRef];
  readonly score: number;
  readonly reasons: readonly ReasonDetail[];
  readonly articles: number;
}

/** What somebody decided. `GET /api/verdicts` has all, the oldest first. */
export interface VerdictDetail {
  readonly id: string;
  /** `same`, `different`, `rename`, `reject`, `note`. */
  readonly type: string;
  /** What it is about, in the words of its time. */
  readonly about: readonly string[];
  /** The name that it gives, or the text of the note. */
  readonly text: string | null;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  /** Whether it was not taken back. */
  readonly active: boolean;
  /** `applies`, `absent`, `lost`: whether it finds what it is about. */
  readonly reach: string;
  readonly turns: readonly {
    readonly type: "undo" | "redo";
    readonly by: string;
    readonly at: string;
    readonly why: string | null;
  }[];
}

/** `POST /api/verdicts`: what somebody decides, in the ids of the graph. */
export interface DecisionRequest {
  readonly decision: Decision;
  readonly by?: string;
  readonly why?: string;
}

/** What came of it. */
export interface DecisionResult {
  readonly verdict: string;
  /** Ids of the nodes that it is about, as they are now. */
  readonly nodes: readonly string[];
}

import type { Paragraph, Sentence } from "../language/document.ts";
import type { DateExpression, Tense } from "../language/dates.ts";
import type { LocalId, Mention, StatementDraft } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Modality } from "../model/modality.ts";
import type { Span } from "../model/text.ts";
import type { EventType, Relation } from "../seeds/knowledge.ts";
import type { ArticleEvent, ArticleEvents } from "./article-events.ts";
import type { Discourse } from "./discourse.ts";
import { fitFrames, type FrameFit } from "./frames.ts";
import type { Grammar } from "./grammar.ts";
import type { EventMention } from "./event-mentions.ts";
import type { Clause, Phrase } from "./parse.ts";

/** What is known of an article after the sentences read so far. */
export interface ArticleState {
  readonly text: string;
  /** ISO day that its dates are counted from. */
  readonly anchorDay: string | undefined;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly eventTypes: ReadonlyMap<string, EventType>;
  readonly discourse: Discourse;
  /** Where the article is written, by its dateline. */
  dateline: number | undefined;
  /** The day on which it says that its news happened: the first that it gives as past, in the days before it. */
  newsDay: string | undefined;
  /** The day of which it told last as past: what "a day earlier" is counted from. */
  toldDay: string | undefined;
  readonly events: ArticleEvents;
  readonly mentions: Mention[];
  readonly sentences: Span[];
  /** The language of each sentence, by where it starts. */
  readonly languages: Map<number, LanguageCode>;
  readonly statements: StatementDraft[];
  /** Texts of its body, for the comparison of reports. */
  readonly body: string[];
  /** The ends of the last fit of each row and relation, for clauses that leave them out. */
  readonly lastEnds: Map<string, { readonly sentence: number; readonly ends: readonly (readonly [number, number])[] }>;
}

/** One sentence while it is read. */
export interface SentenceState {
  readonly article: ArticleState;
  readonly grammar: Grammar;
  readonly sentence: Sentence;
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly language: LanguageCode;
  readonly span: Span;
  /** Author of the post that the sentence stands in. */
  readonly author: number | undefined;
  /** How far the place of the sentence in the article is trusted, 0 to 1. */
  readonly trust: number;
  readonly clauses: readonly Clause[];
  readonly resolved: Map<MentionItem, readonly number[]>;
  readonly readings: Map<Clause, Reading>;
  /** The rows that fit each clause. */
  readonly fits: Map<Clause, readonly FrameFit[]>;
  /** Events that phrases of this sentence tell of, by the first token of the phrase. */
  readonly eventAt: Map<number, ArticleEvent>;
  /** Dates and places that belong to events that nouns name, and not to what the clause around them tells. */
  readonly eventDates: Set<DateExpression>;
  readonly eventPlaces: Set<MentionItem>;
  /** The events that phrases name, as far as they have been asked for. */
  readonly eventMentions: Map<Phrase, EventMention | undefined>;
  /** Parts of phrases that name an event which owns what stands behind it. */
  readonly ownersIn: Map<Phrase, readonly Phrase[]>;
  /** The events that those parts name. */
  readonly ownerEvents: Map<Phrase, ArticleEvent>;
  /** Where statements of this sentence were read, by where they stand in the article's list. */
  readonly readAt: Map<number, ReadAt>;
}

/** The clause in which something is said, and the phrase whose noun says it, where none of its verbs does. */
export interface ReadAt {
  readonly clause: Clause;
  readonly nounPhrase: Phrase | undefined;
}

/** A clause with who says it and how. */
export interface Reading {
  readonly modality: Modality;
  /** Outermost first: entities, or the words that name a source. */
  readonly attribution: readonly (number | { readonly words: string })[];
  readonly speaker: number | undefined;
  readonly tense: Tense;
}

/** The rows that fit a clause of the sentence. */
export function fitsOf(state: SentenceState, clause: Clause): readonly FrameFit[] {
  let fits = state.fits.get(clause);
  if (fits === undefined) {
    fits = fitFrames(clause, state.sentence, state.grammar.pack, state.grammar.frames, state.article.relations);
    state.fits.set(clause, fits);
  }
  return fits;
}

export const entityId = (index: number): LocalId => `e${index}`;
export const eventId = (event: ArticleEvent): LocalId => `v${event.index}`;
export const isEntity = (id: LocalId): boolean => id.startsWith("e");
export const indexOf = (id: LocalId): number => Number(id.slice(1));

/** Where each statement of an article stands in its list, by what makes it the same as another. */
const keysOf = new WeakMap<readonly StatementDraft[], Map<string, number>>();

/**
 * Adds a statement unless the same sentence has said the same already; of two readings the surer one stays. Returns where
 * it stands.
 */
export function addStatement(statements: StatementDraft[], statement: StatementDraft): number {
  let places = keysOf.get(statements);
  if (places === undefined) keysOf.set(statements, (places = new Map()));
  const { subject, relation, object, modality, event, office, role, evidence } = statement;
  const key = `${evidence.start} ${subject} ${relation} ${object} ${modality} ${event} ${office} ${role}`;
  const place = places.get(key);
  const old = place === undefined ? undefined : statements[place];
  if (place === undefined || old === undefined) {
    places.set(key, statements.length);
    return statements.push(statement) - 1;
  }
  if (old.confidence < statement.confidence) statements[place] = statement;
  return place;
}

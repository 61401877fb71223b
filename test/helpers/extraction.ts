import type {
  EntityDraft,
  EventDraft,
  EventName,
  Extraction,
  LocalId,
  Mention,
  Name,
  StatementDraft,
} from "../../src/model/extraction.ts";
import type { LanguageCode } from "../../src/model/ids.ts";
import type { TimeSpan } from "../../src/model/time.ts";
import { spanOfDate } from "../../src/model/time.ts";
import type { ArticleRecord } from "../../src/pipeline/build-graph.ts";
import { articleOf, type Source } from "./knowledge.ts";

/** Drafts with defaults: a test names only what it is about. */

const languageOf = (text: string): LanguageCode => (/\p{Script=Arabic}/u.test(text) ? "ur" : "en") as LanguageCode;

export const nameOf = (text: string): Name => ({ text, language: languageOf(text) });

export const eventName = (text: string, proper = true): EventName => ({ ...nameOf(text), proper });

export function entityDraft(names: string | readonly string[], given: Partial<EntityDraft> = {}): EntityDraft {
  const all = typeof names === "string" ? [names] : names;
  return { kind: "Person", names: all.map(nameOf), offices: [], ...given };
}

/** An event of these entities, at a time as exact as a date. */
export function eventDraft(
  type: string,
  participants: readonly LocalId[],
  { date, ...given }: Partial<EventDraft> & { readonly date?: string } = {},
): EventDraft {
  const evidence = { start: 0, end: 1 };
  const time: TimeSpan = date === undefined ? {} : spanOfDate(date);
  return {
    type,
    names: [],
    time,
    constraint: {},
    news: true,
    status: "held",
    participants: participants.map((entity) => ({
      entity,
      role: "participant",
      evidence,
      rule: "test",
      confidence: 0.9,
    })),
    inviters: [],
    invitees: [],
    topic: [],
    related: [],
    content: [],
    evidence: [evidence],
    confidence: 0.9,
    ...given,
  };
}

export function statementDraft(
  subject: LocalId,
  relation: string,
  object: LocalId,
  given: Partial<StatementDraft> = {},
): StatementDraft {
  return {
    subject,
    relation,
    object,
    modality: "actual",
    attribution: [],
    evidence: { start: 0, end: 1 },
    trigger: [],
    language: "en" as LanguageCode,
    rule: "test",
    confidence: 0.9,
    ...given,
  };
}

interface Given {
  readonly entities?: readonly EntityDraft[];
  readonly events?: readonly EventDraft[];
  readonly statements?: readonly StatementDraft[];
  readonly mentions?: readonly Mention[];
}

/** An article of this text and what was read in it. Its only sentence is the whole text. */
export function recordOf(
  text: string,
  { entities = [], events = [], statements = [], mentions = [] }: Given,
  source: Source = {},
): ArticleRecord {
  const article = articleOf(text, { name: text, ...source });
  const extraction: Extraction = {
    format: "dragoman-extraction",
    article: article.id,
    key: "",
    language: languageOf(text),
    covered: true,
    anchor: {},
    entities,
    events,
    mentions,
    sentences: [{ start: 0, end: text.length }],
    statements,
  };
  return { article, extraction };
}

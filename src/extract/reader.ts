import type { Paragraph, Sentence } from "../language/document.ts";
import type { Phonetics } from "../language/phonetic.ts";
import type { EntityDraft, EventDraft, LocalId, Mention, StatementDraft } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import { contains, type Span } from "../model/text.ts";
import { dayNumber, type TimeSpan } from "../model/time.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { clausesOfAppositions } from "./appositions.ts";
import { createArticleEvents, NEWS_DAYS, type ArticleEvent } from "./article-events.ts";
import { chunkSentence } from "./chunks.ts";
import { buildClauses } from "./clauses.ts";
import { readCounts } from "./read-counts.ts";
import { createDiscourse } from "./discourse.ts";
import { contentOf } from "./event-mentions.ts";
import { grammarOf, type Grammar } from "./grammar.ts";
import { assignControlledSubject, attachPostposedReports, reportsSpeech } from "./mood.ts";
import type { Clause, Phrase } from "./parse.ts";
import { isBeforeStory, ownDates, toldDay, whenOf } from "./event-clauses.ts";
import { tieClaims } from "./claims.ts";
import { claimSurroundings, readEventNouns, readSessions } from "./read-events.ts";
import { withoutPrivate } from "./public.ts";
import { stateOfficesInTurn } from "./succession.ts";
import { readFrames } from "./read-frames.ts";
import { readPlaces, readSeats } from "./read-places.ts";
import { isStranger, nameOf, resolutionRank, resolveItem } from "./references.ts";
import { assignRoles } from "./roles.ts";
import { readingOf, speakerOf } from "./speech.ts";
import { addStatement, entityId, eventId, indexOf, isEntity, type ArticleState, type SentenceState } from "./state.ts";
import { datelineEnd, type Home } from "./home.ts";
import type { World } from "./world.ts";

/** What an article gives when it has been read to its end. */
export interface ReadResult {
  readonly entities: readonly EntityDraft[];
  readonly events: readonly EventDraft[];
  readonly mentions: readonly Mention[];
  readonly sentences: readonly Span[];
  readonly statements: readonly StatementDraft[];
}

/** Reads an article sentence by sentence, in order; what was read before decides what "he" and "the call" mean. */
export interface Reader {
  /** Makes the people known whom the article calls by a complete name, before it is read. */
  readonly introduce: (sentence: Sentence, items: readonly MentionItem[], paragraph: Paragraph) => void;
  /** The author of a post. */
  readonly author: (paragraph: Paragraph) => number | undefined;
  readonly read: (sentence: Sentence, items: readonly MentionItem[], paragraph: Paragraph) => SentenceState;
  readonly finish: () => ReadResult;
}

const EVENT_RULE = "event";
/** A headline is written to catch the eye: what it says counts for less. */
const HEADLINE_TRUST = 0.8;
const PLACE_CONFIDENCE = 0.9;

export function createReader(
  knowledge: Knowledge,
  world: World,
  phonetics: Phonetics,
  text: string,
  home: Home | undefined,
  anchor: TimeSpan,
): Reader {
  const eventTypes = new Map(knowledge.ontology.events.map((event) => [event.id, event]));
  const article: ArticleState = {
    text,
    anchorDay: anchor.to,
    relations: new Map(knowledge.ontology.relations.map((relation) => [relation.id, relation])),
    eventTypes,
    discourse: createDiscourse(world, phonetics, home, anchor),
    dateline: undefined,
    newsDay: undefined,
    toldDay: undefined,
    events: createArticleEvents(eventTypes, anchor.to),
    mentions: [],
    sentences: [],
    languages: new Map(),
    statements: [],
    body: [],
    lastEnds: new Map(),
  };
  const author = ({ author: signed, pack }: Paragraph): number | undefined =>
    signed === undefined
      ? undefined
      : article.discourse.addAuthor(signed.name, signed.handle, pack.code as LanguageCode);
  return {
    author,
    introduce: (sentence, items, { pack }) => {
      for (const item of items) {
        if (item.name === undefined || item.reference.type === "body") continue;
        const { norms, surface } = nameOf(item, sentence, text, pack);
        article.discourse.introduce(item, norms, surface, pack.code as LanguageCode, ageBehind(sentence, item));
      }
    },
    read: (sentence, items, paragraph) => readSentence(article, sentence, items, paragraph, author(paragraph)),
    finish: () => {
      stateEvents(article);
      stateOfficesInTurn(article.statements, article.relations, world.leads);
      const said: ReadResult = {
        entities: article.discourse.drafts(),
        events: article.events.drafts(anchor, article.newsDay, () => contentOf(article.body)),
        mentions: article.mentions,
        sentences: article.sentences,
        statements: article.statements,
      };
      return withoutPrivate(said, article.relations);
    },
  };
}

const OLDEST = 120;

/** "Kurz, 35, said", "Kurz (35)": how old somebody is, as the number between two marks behind his name says. */
function ageBehind({ tokens }: Sentence, { to }: MentionItem): number | undefined {
  const [before, number, behind] = tokens.slice(to, to + 3);
  if (number?.shape !== "number" || before?.shape !== "mark" || behind?.shape !== "mark") return undefined;
  const age = Number(number.text);
  return Number.isInteger(age) && age < OLDEST ? age : undefined;
}

function readSentence(
  article: ArticleState,
  sentence: Sentence,
  items: readonly MentionItem[],
  paragraph: Paragraph,
  author: number | undefined,
): SentenceState {
  const grammar = grammarOf(paragraph.pack, article.relations);
  const span: Span = { start: sentence.start, end: sentence.end };
  const state: SentenceState = {
    article,
    grammar,
    sentence,
    index: article.sentences.length,
    paragraph,
    language: paragraph.pack.code as LanguageCode,
    span,
    author,
    trust: paragraph.zone === "headline" ? HEADLINE_TRUST : 1,
    clauses: paragraph.pack.covered ? parseClauses(sentence, items, paragraph, grammar) : [],
    resolved: new Map(),
    readings: new Map(),
    fits: new Map(),
    eventAt: new Map(),
    eventDates: new Set(),
    eventPlaces: new Set(),
    eventMentions: new Map(),
    ownersIn: new Map(),
    ownerEvents: new Map(),
    readAt: new Map(),
  };
  const said = article.statements.length;
  article.sentences.push(span);
  article.languages.set(span.start, state.language);
  if (paragraph.zone === "body") article.body.push(article.text.slice(span.start, span.end));
  // "…, said X, the department's spokeswoman": which department that is must be known before who says it.
  for (const item of items) if (namesOrganization(item)) resolveItem(state, item);
  for (const clause of state.clauses) resolveClause(state, clause, isAged(items) ? "named" : "all");
  if (isAged(items)) for (const clause of state.clauses) resolveClause(state, clause, "all");
  noteDateline(state, items);
  for (const clause of state.clauses) claimSurroundings(state, clause);
  for (const clause of state.clauses) readEventNouns(state, clause, "free");
  for (const clause of state.clauses) readSessions(state, clause);
  for (const clause of state.clauses) readFrames(state, clause);
  tieClaims(state);
  for (const clause of state.clauses) readEventNouns(state, clause, "rest");
  for (const clause of state.clauses) readPlaces(state, clause);
  for (const item of items) resolveItem(state, item);
  readSeats(state, items);
  readCounts(state);
  noteTopics(state, said);
  noteNewsDay(state);
  noteToldDay(state);
  return state;
}

/** Remembers where the article is written: what stands before the mark of its dateline. */
function noteDateline(state: SentenceState, items: readonly MentionItem[]): void {
  const [first] = items;
  if (state.article.dateline !== undefined || first?.from !== 0 || datelineEnd(state.sentence, items) === 0) return;
  const [place] = resolveItem(state, first);
  if (place !== undefined && state.article.discourse.entity(place).kind === KINDS.place) state.article.dateline = place;
}

/** Remembers the day of the news: of the first clause that gives a day as past, a day or two before the article at most. */
function noteNewsDay(state: SentenceState): void {
  const { article } = state;
  if (article.anchorDay === undefined || article.newsDay !== undefined) return;
  for (const clause of state.clauses) {
    const { tense } = readingOf(state, clause);
    const { from, to } = whenOf(state, ownDates(state, clause), tense)?.time ?? {};
    if (tense === "future" || isBeforeStory(clause) || from === undefined || from !== to) continue;
    const days = dayNumber(article.anchorDay) - dayNumber(from);
    if (days < 0 || days > NEWS_DAYS) continue;
    article.newsDay = from;
    return;
  }
}

/** Remembers the last day that a clause gives as past. */
function noteToldDay(state: SentenceState): void {
  for (const clause of state.clauses) {
    const { tense } = readingOf(state, clause);
    if (tense === "past")
      state.article.toldDay = toldDay(state, ownDates(state, clause), tense) ?? state.article.toldDay;
  }
}

/** Chunks, clauses, roles: the grammar of a sentence, before anything is known of what it speaks of. */
function parseClauses(
  sentence: Sentence,
  items: readonly MentionItem[],
  paragraph: Paragraph,
  grammar: Grammar,
): readonly Clause[] {
  const clauses = buildClauses(chunkSentence(sentence, items, grammar.pack), grammar.clauses);
  for (const clause of clauses) clause.tokens = sentence.tokens;
  assignRoles(clauses, grammar.roles);
  attachPostposedReports(clauses, grammar.mood);
  for (const clause of clauses) {
    assignControlledSubject(clause, grammar.mood);
    clause.speaksFor = paragraph.zone === "post" && clause.subject === undefined && clause.kind === "main";
  }
  return [...clauses, ...clausesOfAppositions(clauses, sentence, grammar.roles)];
}

/** Whether a mention names an organization by itself, whatever stands around it. */
function namesOrganization({ reference, possessive }: MentionItem): boolean {
  if (reference.type === "body") return reference.country !== undefined && !possessive;
  return (reference.type === "known" || reference.type === "name") && reference.kind === KINDS.organization;
}

/** Whether somebody is named by his age: who is meant is told by all who are named before it, in whatever clause. */
function isAged(items: readonly MentionItem[]): boolean {
  return items.some(hasAge);
}

function hasAge({ reference }: MentionItem): boolean {
  return reference.type === "description" && reference.age !== undefined;
}

function resolveClause(state: SentenceState, clause: Clause, which: "named" | "all"): void {
  const { speaker } = readingOf(state, clause);
  const all: Member[] = [];
  for (const phrase of clause.phrases)
    for (const item of phrase.members) if (which === "all" || !hasAge(item)) all.push({ item, phrase });
  if (all.length > 1) all.sort((a, b) => resolutionRank(a.item) - resolutionRank(b.item) || a.item.from - b.item.from);
  for (const { item, phrase } of all) {
    resolveItem(state, item, {
      clause,
      others: othersThan(phrase, all, state),
      isSubject: phrase.from === clause.subject?.from,
      inPair: phrase.pairs,
      speaker,
    });
  }
  for (const owned of clause.phrases)
    for (const { item } of owned.owners)
      resolveItem(state, item, { clause, others: [], isSubject: false, speaker, owned });
}

interface Member {
  readonly item: MentionItem;
  readonly phrase: Phrase;
}

/** Whom the other phrases of a clause refer to, as far as it is known. */
function othersThan(phrase: Phrase, all: readonly Member[], { resolved }: SentenceState): readonly number[] {
  const others: number[] = [];
  for (const other of all) if (other.phrase !== phrase) others.push(...(resolved.get(other.item) ?? []));
  return others;
}

/**
 * Remembers who the sentence was about and who spoke, for the pronouns and quotations of the next. Its own statements stand
 * in the article's from `said` on.
 */
function noteTopics(state: SentenceState, said: number): void {
  const { discourse } = state.article;
  const main = state.clauses.find((clause) => clause.parent === undefined && clause.subject !== undefined);
  const [subject] = main?.subject?.members ?? [];
  const [found] = subject === undefined ? [] : (state.resolved.get(subject) ?? []);
  // Whom a quotation speaks of is not whom the article goes on with.
  if (found !== undefined && main?.quoted !== true) discourse.noteSubject(found);
  else if (isStranger(state, main?.subject)) discourse.noteStranger(state.index);
  const together = (main?.subject?.members ?? []).flatMap((item) => state.resolved.get(item) ?? []);
  const [a, b, ...more] = together.length > 1 ? together : (joinedIn(state.article, said) ?? []);
  if (a !== undefined && b !== undefined && more.length === 0) discourse.notePair([a, b]);
  const report = state.clauses.find((clause) => reportsSpeech(clause, state.grammar.mood) !== undefined);
  const voice = report === undefined ? undefined : speakerOf(state, report);
  if (typeof voice === "number") discourse.noteSpeaker(voice, state.index);
}

/** Both ends of the first statement from an index on that says two of one kind did something together: "Kerry met Lavrov". */
function joinedIn(
  { statements, relations, discourse }: ArticleState,
  from: number,
): readonly [number, number] | undefined {
  for (const { subject, object, relation, modality } of statements.slice(from)) {
    if (modality !== "actual" || relations.get(relation)?.symmetric !== true) continue;
    if (!isEntity(subject) || !isEntity(object)) continue;
    const [a, b] = [indexOf(subject), indexOf(object)];
    if (discourse.entity(a).kind === discourse.entity(b).kind) return [a, b];
  }
  return undefined;
}

/** States who took part in each event and where it was. */
function stateEvents(article: ArticleState): void {
  if (article.events.all.length === 0) return;
  const languageAt = ({ start }: Span): LanguageCode => article.languages.get(start) ?? ("und" as LanguageCode);
  const triggerOf = eventWords(article);
  for (const event of article.events.all) {
    const modality = event.status === "planned" ? "planned" : "actual";
    for (const { entity, role, evidence, rule, confidence } of event.participants.values()) {
      const base = {
        modality,
        attribution: [],
        trigger: triggerOf(event, evidence, rule, entity),
        role,
        evidence,
        rule,
        confidence,
        language: languageAt(evidence),
      } as const;
      addStatement(article.statements, {
        ...base,
        subject: entity,
        relation: "PARTICIPATED_IN",
        object: eventId(event),
      });
    }
    const [evidence] = event.evidence;
    if (event.place === undefined || evidence === undefined) continue;
    addStatement(article.statements, {
      subject: eventId(event),
      relation: "LOCATED_IN",
      object: entityId(event.place),
      modality,
      attribution: [],
      trigger: triggerOf(event, evidence, EVENT_RULE),
      evidence,
      language: languageAt(evidence),
      rule: EVENT_RULE,
      confidence: PLACE_CONFIDENCE * event.confidence,
    });
  }
}

/**
 * The words of a sentence that tell of an event, or of somebody's part in it: those that name it there, else those by
 * which the rule says something, else those that name who took part.
 */
function eventWords({
  mentions,
  statements,
}: ArticleState): (event: ArticleEvent, evidence: Span, rule: string, entity?: LocalId) => readonly Span[] {
  const named = new Map<LocalId, Span[]>();
  for (const { of, start, end } of mentions) {
    const spans = named.get(of);
    if (spans === undefined) named.set(of, [{ start, end }]);
    else spans.push({ start, end });
  }
  const fired = new Map(
    statements.flatMap(({ rule, event, evidence, trigger }) =>
      [rule, event].map((by) => [`${by} ${evidence.start}`, trigger] as const),
    ),
  );
  return (event, evidence, rule, entity) => {
    const namesOf = (id: LocalId): readonly Span[] => (named.get(id) ?? []).filter((span) => contains(evidence, span));
    const id = eventId(event);
    const all = [
      namesOf(id),
      ...[rule, id].map((by) => fired.get(`${by} ${evidence.start}`) ?? []),
      entity === undefined ? [] : namesOf(entity),
    ];
    return all.find((spans) => spans.length > 0) ?? [];
  };
}

import { articleName, publicationDate, type Article } from "../model/article.ts";
import type { Extraction, LocalId, StatementDraft } from "../model/extraction.ts";
import type { ArticleNode, EntityNode, EventNode, Evidence, Graph, GraphEdge } from "../model/graph.ts";
import { hashOf, type ArticleId, type FactId, type NodeId } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import type { Resolution, ResolvedEvent } from "../model/resolution.ts";
import { compareText, type Span } from "../model/text.ts";
import { boundsOf } from "../model/time.ts";
import type { Ontology, Relation } from "../seeds/knowledge.ts";
import { createGraph } from "./memory.ts";

/** An article together with what was read in it. */
export interface FoldableRecord {
  readonly article: Article;
  readonly extraction: Extraction;
}

/** Digits of the hash of a fact. */
const FACT_HASH = 16;
const MENTION_RULE = "mention";
const MENTIONED_IN = "MENTIONED_IN";
/** Where no rules of the language confirm it, a name may be another word. */
const UNCOVERED_CONFIDENCE = 0.5;

/** What makes a fact this fact and no other, and what its statements add to it. */
interface OpenFact {
  readonly id: FactId;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly relation: string;
  readonly modality: GraphEdge["modality"];
  readonly event: NodeId | null;
  readonly date: string | null;
  readonly about: FactId | null;
  readonly office: string | null;
  readonly role: string | null;
  readonly evidence: Map<string, Piece>;
}

/** A piece of evidence, and the text that it comes from: copies of one text are one voice. */
interface Piece {
  readonly item: Evidence;
  readonly voice: ArticleId;
  readonly confidence: number;
}

/**
 * Folds the statements of all articles into one graph: statements with the same subject, relation, object, modality and
 * event (or date, or office) are one edge, whose evidence they are. A function of the set of records.
 */
export function foldGraph(records: readonly FoldableRecord[], resolution: Resolution, ontology: Ontology): Graph {
  const relations = new Map(ontology.relations.map((relation) => [relation.id, relation]));
  const events = new Map(resolution.events.map((event) => [event.id as string, event]));
  const facts = new Map<string, OpenFact>();
  const mentions = new Map<string, { count: number; articles: Set<string> }>();
  const voiceOf = ({ article }: FoldableRecord): ArticleId => resolution.originalOf(article.id) ?? article.id;

  for (const record of records) {
    const identities = new Map<StatementDraft, OpenFact | undefined>();
    for (const statement of record.extraction.statements) addStatement(statement, record, identities);
    const told = record.extraction.statements.filter((statement) => identities.get(statement) !== undefined);
    addMentions(record, told);
  }

  function identity(
    statement: StatementDraft,
    record: FoldableRecord,
    identities: Map<StatementDraft, OpenFact | undefined>,
  ): OpenFact | undefined {
    if (identities.has(statement)) return identities.get(statement);
    identities.set(statement, undefined);
    const relation = relations.get(statement.relation);
    const subject = resolution.nodeOf(record.article.id, statement.subject);
    const object = resolution.nodeOf(record.article.id, statement.object);
    if (relation === undefined || subject === undefined || object === undefined || subject === object) return undefined;
    const event =
      statement.event === undefined ? null : (resolution.nodeOf(record.article.id, statement.event) ?? null);
    const aboutStatement = statement.about === undefined ? undefined : record.extraction.statements[statement.about];
    const about = aboutStatement === undefined ? null : (identity(aboutStatement, record, identities)?.id ?? null);
    const fact = openFact(facts, relation, subject, object, statement, event, about);
    identities.set(statement, fact);
    return fact;
  }

  function addStatement(
    statement: StatementDraft,
    record: FoldableRecord,
    identities: Map<StatementDraft, OpenFact | undefined>,
  ): void {
    const fact = identity(statement, record, identities);
    if (fact === undefined) return;
    const attribution = statement.attribution
      .flatMap((source) =>
        typeof source === "string" ? [resolution.nodeOf(record.article.id, source) ?? ""] : [source.words],
      )
      .filter((source) => source !== "");
    addEvidence(fact, {
      item: evidenceOf(record, statement.evidence, statement.language, attribution, statement.rule),
      voice: voiceOf(record),
      confidence: statement.confidence,
    });
  }

  /** `told`: the statements of an article that are facts of the graph. */
  function addMentions(record: FoldableRecord, told: readonly StatementDraft[]): void {
    const { mentions: named, sentences, covered } = record.extraction;
    const sentenceOf = ({ start }: Span): Span | undefined =>
      sentences.find((sentence) => sentence.start <= start && start < sentence.end);
    for (const { of, start, end, language } of named) {
      const confidence = covered ? 1 : UNCOVERED_CONFIDENCE;
      addMention(record, of, sentenceOf({ start, end }), { language, rule: MENTION_RULE, confidence });
    }
    // A call that only a verb tells has no words of its own, nor has the ministry whose spokesman somebody is.
    const haveWords = new Set(named.map(({ of }) => of));
    const sentencesOf = new Map<LocalId, Set<Span>>();
    for (const { subject, object, evidence, language, rule, confidence } of told) {
      for (const local of [subject, object]) {
        const sentence = sentenceOf(evidence);
        const seen = sentencesOf.get(local) ?? new Set();
        if (haveWords.has(local) || sentence === undefined || seen.has(sentence)) continue;
        sentencesOf.set(local, seen.add(sentence));
        addMention(record, local, sentence, { language, rule, confidence });
      }
    }
  }

  function addMention(
    record: FoldableRecord,
    local: LocalId,
    sentence: Span | undefined,
    { language, rule, confidence }: Pick<StatementDraft, "language" | "rule" | "confidence">,
  ): void {
    const relation = relations.get(MENTIONED_IN);
    const node = resolution.nodeOf(record.article.id, local);
    if (node === undefined || relation === undefined || sentence === undefined) return;
    const seen = mentions.get(node) ?? { count: 0, articles: new Set<string>() };
    seen.count += 1;
    seen.articles.add(record.article.id);
    mentions.set(node, seen);
    const article = `article:${record.article.id}` as NodeId;
    const fact = openFact(facts, relation, node, article, { modality: "actual" }, null, null);
    const item = evidenceOf(record, sentence, language, [], rule);
    addEvidence(fact, { item, voice: voiceOf(record), confidence });
  }

  const edges = [...facts.values()].map((fact) => closeFact(fact, events));
  const used = new Set<string>(edges.flatMap(({ source, target }) => [source, target]));
  const seenOf = (id: string): { readonly mentions: number; readonly articles: number } => {
    const seen = mentions.get(id);
    return { mentions: seen?.count ?? 0, articles: seen?.articles.size ?? 0 };
  };
  const entityNodes = resolution.entities
    .filter(({ id }) => used.has(id))
    .map(({ id, kind, label, aliases, aliasCounts, names, sameAs }): EntityNode => ({
      type: "entity",
      id,
      kind,
      label,
      aliases,
      aliasCounts,
      names,
      sameAs,
      ...seenOf(id),
    }));
  const eventNodes = resolution.events
    .filter(({ id }) => used.has(id))
    .map((event) => eventNode(event, seenOf(event.id)));
  return createGraph(
    [...entityNodes, ...eventNodes, ...records.map((record) => articleNode(record, resolution))],
    edges,
  );
}

function openFact(
  facts: Map<string, OpenFact>,
  relation: Relation,
  subject: NodeId,
  object: NodeId,
  statement: Pick<StatementDraft, "modality"> & Partial<StatementDraft>,
  event: NodeId | null,
  about: FactId | null,
): OpenFact {
  const [source, target] = relation.symmetric && object < subject ? [object, subject] : [subject, object];
  const { modality } = statement;
  const date = relation.group === "state" || event !== null ? null : (statement.time?.date ?? null);
  const office = statement.office ?? null;
  const role = statement.role ?? null;
  const id =
    `fact:${hashOf([source, relation.id, target, modality, event ?? date, office, role, about], FACT_HASH)}` as FactId;
  const known = facts.get(id);
  if (known !== undefined) return known;
  const fact: OpenFact = {
    id,
    source,
    target,
    relation: relation.id,
    modality,
    event,
    date,
    about,
    office,
    role,
    evidence: new Map(),
  };
  facts.set(id, fact);
  return fact;
}

function evidenceOf(
  record: FoldableRecord,
  span: Span,
  language: Evidence["language"],
  attribution: readonly string[],
  rule: string,
): Evidence {
  const { start, end } = span;
  return {
    article: articleName(record.article),
    start,
    end,
    text: record.article.text.slice(start, end),
    language,
    attribution,
    rule,
  };
}

/** One sentence is one piece of evidence; of several rules that read it the surest is named. */
function addEvidence(fact: OpenFact, piece: Piece): void {
  const { item, confidence } = piece;
  const key = JSON.stringify([item.article, item.start, item.end]);
  const known = fact.evidence.get(key);
  const better =
    known === undefined ||
    confidence > known.confidence ||
    (confidence === known.confidence && compareText(item.rule, known.item.rule) < 0);
  if (better) fact.evidence.set(key, piece);
}

function closeFact(fact: OpenFact, events: ReadonlyMap<string, ResolvedEvent>): GraphEdge {
  const pieces = [...fact.evidence.values()].sort(
    (a, b) => compareText(a.item.article, b.item.article) || a.item.start - b.item.start || a.item.end - b.item.end,
  );
  const best = new Map<string, number>();
  for (const { voice, confidence } of pieces) best.set(voice, Math.max(best.get(voice) ?? 0, confidence));
  // Texts that say the same make it surer, each as if independent of the others, and never certain.
  const doubt = [...best.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  const time = fact.event === null ? undefined : events.get(fact.event)?.time;
  const date = time?.date ?? fact.date;
  return {
    id: fact.id,
    source: fact.source,
    target: fact.target,
    relation: fact.relation,
    modality: fact.modality,
    date,
    dateFrom: time?.from ?? (date === null ? null : boundsOf(date).from),
    dateTo: time?.to ?? (date === null ? null : boundsOf(date).to),
    event: fact.event,
    about: fact.about,
    office: fact.office,
    role: fact.role,
    confidence: Math.min(0.99, Math.round((1 - doubt) * 100) / 100),
    weight: best.size,
    evidence: pieces.map(({ item }) => item),
  };
}

function eventNode(event: ResolvedEvent, seen: { readonly mentions: number; readonly articles: number }): EventNode {
  return {
    type: "event",
    id: event.id,
    kind: KINDS.event,
    label: event.label,
    eventType: event.type,
    aliases: event.aliases,
    aliasCounts: event.aliasCounts,
    properNames: event.properNames,
    names: event.names,
    date: event.time.date ?? null,
    dateFrom: event.time.from ?? null,
    dateTo: event.time.to ?? null,
    place: event.place ?? null,
    status: event.status,
    conflictFields: event.conflicts.map(({ field }) => field),
    conflictValues: event.conflicts.map(({ value }) => value),
    conflictArticles: event.conflicts.map(({ article }) => article),
    historyStatuses: event.history.map(({ status }) => status),
    historyDates: event.history.map(({ date }) => date ?? ""),
    historyArticles: event.history.map(({ article }) => article),
    countKinds: event.counts.map(({ what }) => what),
    countValues: event.counts.map(({ value }) => value),
    countArticles: event.counts.map(({ article }) => article),
    ...seen,
  };
}

function articleNode({ article, extraction }: FoldableRecord, { originalOf }: Resolution): ArticleNode {
  const [source] = article.sources;
  const original = originalOf(article.id);
  return {
    type: "article",
    id: `article:${article.id}` as NodeId,
    kind: KINDS.article,
    label: articleName(article),
    language: extraction.language,
    publishedAt: publicationDate(article) ?? null,
    url: source.url ?? null,
    title: source.title ?? null,
    outlet: source.outlet ?? null,
    copyOf: original === undefined ? null : (`article:${original}` as NodeId),
  };
}

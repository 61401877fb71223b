import { DragomanError } from "../errors.ts";
import { articleName } from "../model/article.ts";
import type { LocalId } from "../model/extraction.ts";
import type { EntityNode, Evidence, Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import type { ArticleRecord } from "../pipeline/build-graph.ts";
import { toPlainText } from "./logger.ts";
import { countOf } from "./output.ts";

/** Facts, and articles, of a node that are listed; the rest is counted. */
const MOST_LINES = 50;

/**
 * Why a fact or a node is in the graph; of an article everything that was read in it. `records` are the articles with
 * their extractions, which hold the words by which each rule read a sentence. Throws `NOT_FOUND`, with what is similar,
 * for an id that is not in the graph.
 */
export function explain(graph: Graph, records: readonly ArticleRecord[], id: string): string {
  const edge = graph.edge(id);
  const node = graph.node(id);
  if (edge !== undefined) return toPlainText(explainFact(graph, records, edge));
  if (node?.type === "article") {
    const record = records.find(({ article }) => `article:${article.id}` === node.id);
    const read = record === undefined ? "" : explainHistory(record) + explainReading(graph, record);
    return toPlainText(explainNode(graph, node) + read);
  }
  if (node !== undefined) return toPlainText(explainNode(graph, node));
  const later = records.find(({ earlier = [] }) => earlier.some((version) => `article:${version.id}` === id));
  if (later !== undefined) {
    const now = `article:${later.article.id} (${articleName(later.article)})`;
    throw new DragomanError("NOT_FOUND", `${id} is an earlier version of ${now}, which stands in its place`);
  }
  const similar = findSimilar(graph, id).map((other) => `${other.id} (${other.label})`);
  const hint = similar.length > 0 ? `; is it ${similar.join(", or ")}?` : "; `dragoman query` finds ids";
  throw new DragomanError("NOT_FOUND", `the graph holds no fact or node ${id}${hint}`);
}

function explainFact(graph: Graph, records: readonly ArticleRecord[], edge: GraphEdge): string {
  const about = edge.about === null ? undefined : graph.edge(edge.about);
  const fields = describeFields([
    ["modality", edge.modality],
    ["date", describeDate(edge.date, edge.dateFrom, edge.dateTo)],
    ["event", edge.event === null ? null : describeRef(graph, edge.event)],
    ["office", edge.office],
    ["role", edge.role],
    ["about", about === undefined ? edge.about : `${about.id}  ${describeFact(graph, about)}`],
    ["confidence", String(edge.confidence)],
  ]);
  const head = `${edge.id}\n${describeFact(graph, edge)}\n${fields}`;
  const articles = new Set(edge.evidence.map(({ article }) => article)).size;
  const texts = articles === edge.weight ? "" : `, which print ${countOf(edge.weight, "text")}`;
  const said = `Said in ${countOf(articles, "article")}${texts}:`;
  return `${[head, said, ...edge.evidence.map((item) => describeEvidence(graph, records, edge, item))].join("\n\n")}\n`;
}

function explainNode(graph: Graph, node: GraphNode): string {
  const head = `${node.id}\n${node.label} (${node.kind})\n${describeFields(fieldsOf(graph, node))}`;
  const edges = graph.edgesOf(node.id);
  const toArticles = edges.filter((edge) => node.type !== "article" && graph.node(edge.target)?.type === "article");
  const articles = toArticles.map((edge) => `  ${labelOf(graph, edge.target)}`);
  const facts = edges
    .filter((edge) => !toArticles.includes(edge))
    .sort((a, b) => b.weight - a.weight)
    .map((edge) => `  ${edge.id}  ${describeFact(graph, edge)}`);
  const sections = [
    head,
    ...describeList(`In ${countOf(facts.length, "fact")}:`, facts),
    ...describeList(`In ${countOf(articles.length, "article")}:`, articles),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** A title with the first lines of a list; nothing for an empty list. */
function describeList(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`  and ${lines.length - MOST_LINES} more`] : [];
  return [[title, ...lines.slice(0, MOST_LINES), ...more].join("\n")];
}

type Field = readonly [name: string, value: string | null];

function fieldsOf(graph: Graph, node: GraphNode): readonly Field[] {
  if (node.type === "article") {
    const { language, publishedAt, title, outlet, url, copyOf } = node;
    return [
      ["title", title],
      ["outlet", outlet],
      ["published", publishedAt],
      ["language", language],
      ["address", url],
      ["same text as", copyOf === null ? null : describeRef(graph, copyOf)],
    ];
  }
  const names: readonly Field[] = [
    ...Object.entries(node.names).map(([language, list]): Field => [`names (${language})`, list.join(", ")]),
    ["called", describeAliases(node)],
    ["mentioned", `${countOf(node.mentions, "time")} in ${countOf(node.articles, "article")}`],
  ];
  if (node.type === "entity") return [...names, ["same as", node.sameAs.join(", ")]];
  return [
    ["type", node.eventType],
    ["date", describeDate(node.date, node.dateFrom, node.dateTo)],
    ["place", node.place === null ? null : describeRef(graph, node.place)],
    ["status", node.status],
    ...node.historyStatuses.map((status, index): Field => {
      const date = node.historyDates[index] ?? "";
      return ["history", `${status}${date === "" ? "" : `, ${date}`} in ${node.historyArticles[index]}`];
    }),
    ...node.countKinds.map((kind, index): Field => [
      "count",
      `${kind} ${node.countValues[index]} in ${node.countArticles[index]}`,
    ]),
    ...node.conflictFields.map((field, index): Field => {
      const value = node.conflictValues[index] ?? "";
      return ["conflict", `${field} is ${labelOf(graph, value)} in ${node.conflictArticles[index]}`];
    }),
    ...names,
  ];
}

/** The names, with how many texts use each: none use what only the gazetteer has. */
function describeAliases({ aliases, aliasCounts }: Pick<EntityNode, "aliases" | "aliasCounts">): string {
  return aliases.map((alias, i) => ((aliasCounts[i] ?? 0) === 0 ? alias : `${alias} (${aliasCounts[i]})`)).join(", ");
}

function describeFields(fields: readonly Field[]): string {
  const known = fields.filter(([, value]) => value !== null && value !== "");
  const width = Math.max(...known.map(([name]) => name.length));
  return known.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}

function describeFact(graph: Graph, edge: GraphEdge): string {
  const { source, target, relation, date, modality } = edge;
  const notes = [...(date === null ? [] : [date]), ...(modality === "actual" ? [] : [modality])];
  const note = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
  return `${labelOf(graph, source)} ${relation} ${labelOf(graph, target)}${note}`;
}

function describeEvidence(graph: Graph, records: readonly ArticleRecord[], edge: GraphEdge, item: Evidence): string {
  const { article, start, end, text, language, attribution, rule } = item;
  const sources = attribution.map((source) => labelOf(graph, source)).join(", who cites ");
  const by = sources === "" ? "" : `, as told by ${sources}`;
  const place = `${article} (${language}), ${start}–${end}`;
  const words = describeWords(wordsOf(records, edge, item));
  return `  ${place}, rule ${rule}${words}${by}\n    ${text.replaceAll(/\s+/g, " ")}`;
}

/** The words by which a rule read a sentence of an article as this relation. */
function wordsOf(records: readonly ArticleRecord[], { relation }: GraphEdge, item: Evidence): readonly string[] {
  const record = records.find(({ article }) => articleName(article) === item.article);
  if (record === undefined) return [];
  const { text } = record.article;
  const said = record.extraction.statements.filter(
    ({ evidence, rule, relation: stated }) =>
      evidence.start === item.start && evidence.end === item.end && rule === item.rule && stated === relation,
  );
  return [...new Set(said.flatMap(({ trigger }) => trigger.map(({ start, end }) => text.slice(start, end))))];
}

function describeWords(words: readonly string[]): string {
  return words.length === 0 ? "" : ` by “${words.join("”, “")}”`;
}

/** The texts that stood in the place of an article before it. */
function explainHistory({ earlier = [] }: ArticleRecord): string {
  if (earlier.length === 0) return "";
  const lines = earlier.map(({ id, source: { name, publishedAt }, until }) => {
    const time = [publishedAt === undefined ? "" : `of ${publishedAt}`, until === undefined ? "" : `until ${until}`];
    return `  ${[`article:${id}  ${name}`, ...time.filter((part) => part !== "")].join(", ")}`;
  });
  return `\n${["Earlier versions, no longer in the graph:", ...lines].join("\n")}\n`;
}

/** Every statement that was read in an article, in the order of its sentences, with the rule and the words that gave it. */
function explainReading(graph: Graph, { article: { text }, extraction }: ArticleRecord): string {
  const nameOf = (id: LocalId): string => {
    const index = Number(id.slice(1));
    const draft = id.startsWith("v") ? extraction.events[index] : extraction.entities[index];
    const known = draft !== undefined && "known" in draft ? graph.node(draft.known ?? "")?.label : undefined;
    const kind = draft === undefined ? "?" : "kind" in draft ? draft.kind : draft.type;
    return known ?? draft?.names[0]?.text ?? `a ${kind}`;
  };
  const lines = extraction.statements
    .toSorted((a, b) => a.evidence.start - b.evidence.start)
    .map(({ subject, relation, object, modality, evidence: { start, end }, rule, trigger }) => {
      const mood = modality === "actual" ? "" : ` (${modality})`;
      const words = describeWords(trigger.map((span) => text.slice(span.start, span.end)));
      return `  ${nameOf(subject)} ${relation} ${nameOf(object)}${mood}\n    ${start}–${end}, rule ${rule}${words}`;
    });
  const covered = extraction.covered
    ? ""
    : "\nThere are no rules for its language: names are read, relations are not.\n";
  return `${covered}\n${[`${countOf(lines.length, "statement")} read in it:`, ...lines].join("\n")}\n`;
}

function describeDate(date: string | null, from: string | null, to: string | null): string | null {
  if (from === null && to === null) return date;
  const bounds = from === to ? "" : `from ${from ?? "unknown"} to ${to ?? "unknown"}`;
  return [date, bounds].filter((part) => part !== null && part !== "").join(", ");
}

function describeRef(graph: Graph, id: string): string {
  return `${id} (${labelOf(graph, id)})`;
}

/** What a node is called; an attribution may also be words of the article. */
function labelOf(graph: Graph, id: string): string {
  return graph.node(id)?.label ?? id;
}

/** Nodes whose name or id holds the text, those mentioned most first. */
function findSimilar(graph: Graph, text: string): readonly GraphNode[] {
  const wanted = text.toLowerCase();
  const names = (node: GraphNode): readonly string[] => [
    node.id,
    node.label,
    ...(node.type === "article" ? [] : node.aliases),
  ];
  const mentions = (node: GraphNode): number => (node.type === "article" ? 0 : node.mentions);
  return [...graph.nodes()]
    .filter((node) => names(node).some((name) => name.toLowerCase().includes(wanted)))
    .sort((a, b) => mentions(b) - mentions(a))
    .slice(0, 3);
}

import type { Evidence, GraphEdge, GraphNode } from "../model/graph.ts";
import type { FactId, LanguageCode, NodeId } from "../model/ids.ts";
import type { Modality } from "../model/modality.ts";
import type { NodeLabel } from "./cypher.ts";
import type { CypherValue } from "./store.ts";

/** The inverse of `src/model/properties.ts`: what a database holds, as nodes and edges of the model. */

type Stored = Readonly<Record<string, CypherValue>>;

const ARTICLE: NodeLabel = "Article";
const NAMES = "names_";

export function decodeNode(labels: CypherValue, properties: Stored): GraphNode {
  const base = {
    id: text(properties["id"]) as NodeId,
    kind: text(properties["kind"]),
    label: text(properties["label"]),
  };
  if (Array.isArray(labels) && labels.includes(ARTICLE)) {
    return {
      ...base,
      type: "article",
      language: text(properties["lang"]) as LanguageCode,
      publishedAt: textOrNull(properties["publishedAt"]),
      url: textOrNull(properties["url"]),
      title: textOrNull(properties["title"]),
      outlet: textOrNull(properties["outlet"]),
      copyOf: textOrNull(properties["copyOf"]) as NodeId | null,
    };
  }
  const named = {
    ...base,
    aliases: texts(properties["aliases"]),
    aliasCounts: numbers(properties["aliasCounts"]),
    names: namesOf(properties),
    mentions: number(properties["mentions"]),
    articles: number(properties["articles"]),
  };
  if (typeof properties["type"] !== "string") return { ...named, type: "entity", sameAs: texts(properties["sameAs"]) };
  return {
    ...named,
    type: "event",
    eventType: properties["type"],
    properNames: texts(properties["properNames"]),
    date: textOrNull(properties["date"]),
    dateFrom: textOrNull(properties["dateFrom"]),
    dateTo: textOrNull(properties["dateTo"]),
    place: textOrNull(properties["place"]) as NodeId | null,
    status: text(properties["status"]),
    conflictFields: texts(properties["conflictFields"]),
    conflictValues: texts(properties["conflictValues"]),
    conflictArticles: texts(properties["conflictArticles"]),
    historyStatuses: texts(properties["historyStatuses"]),
    historyDates: texts(properties["historyDates"]),
    historyArticles: texts(properties["historyArticles"]),
    countKinds: texts(properties["countKinds"]),
    countValues: texts(properties["countValues"]),
    countArticles: texts(properties["countArticles"]),
  };
}

export interface StoredEdge {
  readonly relation: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Stored;
}

export function decodeEdge({ relation, source, target, properties }: StoredEdge): GraphEdge {
  return {
    id: text(properties["id"]) as FactId,
    source: source as NodeId,
    target: target as NodeId,
    relation,
    modality: text(properties["modality"]) as Modality,
    date: textOrNull(properties["date"]),
    dateFrom: textOrNull(properties["dateFrom"]),
    dateTo: textOrNull(properties["dateTo"]),
    event: textOrNull(properties["event"]) as NodeId | null,
    about: textOrNull(properties["about"]) as FactId | null,
    office: textOrNull(properties["office"]),
    role: textOrNull(properties["role"]),
    confidence: number(properties["confidence"]),
    weight: number(properties["weight"]),
    evidence: decodeEvidence(properties),
  };
}

function decodeEvidence(properties: Stored): readonly Evidence[] {
  const starts = numbers(properties["starts"]);
  const ends = numbers(properties["ends"]);
  const quotes = texts(properties["quotes"]);
  const langs = texts(properties["langs"]);
  const attributions = texts(properties["attributions"]);
  const rules = texts(properties["rules"]);
  return texts(properties["articles"]).map((article, index) => {
    const attribution = attributions[index] ?? "";
    return {
      article,
      start: starts[index] ?? 0,
      end: ends[index] ?? 0,
      text: quotes[index] ?? "",
      language: (langs[index] ?? "") as LanguageCode,
      attribution: attribution === "" ? [] : attribution.split(" > "),
      rule: rules[index] ?? "",
    };
  });
}

function namesOf(properties: Stored): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.keys(properties)
      .filter((name) => name.startsWith(NAMES))
      .map((name) => [name.slice(NAMES.length), texts(properties[name])]),
  );
}

function text(value: CypherValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function textOrNull(value: CypherValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: CypherValue | undefined): number {
  return typeof value === "number" ? value : 0;
}

function texts(value: CypherValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

function numbers(value: CypherValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(number) : [];
}

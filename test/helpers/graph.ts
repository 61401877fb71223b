import { createGraph } from "../../src/graph/memory.ts";
import type { ArticleNode, EntityNode, EventNode, Evidence, Graph, GraphEdge } from "../../src/model/graph.ts";
import type { FactId, LanguageCode, NodeId } from "../../src/model/ids.ts";

/** Valid nodes and edges with defaults: a test names only what it is about. */

/** Plain strings where the model has branded ones. */
type Given<Item> = {
  readonly [Key in keyof Item]?: Item[Key] extends string ? string : null extends Item[Key] ? string | null : Item[Key];
};

export function entity(id: string, given: Given<Omit<EntityNode, "id" | "type">> = {}): EntityNode {
  const aliasCounts = (given.aliases ?? []).map((_, i) => i);
  const rest = { names: {}, sameAs: [], mentions: 1, articles: 1 };
  const node = { kind: "Person", label: id, aliases: [], aliasCounts, ...rest, ...given };
  return { ...node, type: "entity", id: id as NodeId };
}

export function event(id: string, given: Given<Omit<EventNode, "id" | "type">> = {}): EventNode {
  const node = {
    kind: "Event",
    eventType: "Call",
    label: id,
    aliases: [],
    aliasCounts: (given.aliases ?? []).map((_, i) => i),
    names: {},
    properNames: given.aliases ?? [],
    date: null,
    dateFrom: null,
    dateTo: null,
    status: "held",
    conflictFields: [],
    conflictValues: [],
    conflictArticles: [],
    historyStatuses: [],
    historyDates: [],
    historyArticles: [],
    countKinds: [],
    countValues: [],
    countArticles: [],
    mentions: 1,
    articles: 1,
    ...given,
  };
  return { ...node, type: "event", id: id as NodeId, place: (given.place ?? null) as NodeId | null };
}

export function article(id: string, given: Given<Omit<ArticleNode, "id" | "type">> = {}): ArticleNode {
  const node = { kind: "Article", label: id, publishedAt: null, url: null, title: null, outlet: null, ...given };
  const copyOf = (given.copyOf ?? null) as NodeId | null;
  return { ...node, type: "article", id: id as NodeId, language: (given.language ?? "en") as LanguageCode, copyOf };
}

export function evidence(text: string, given: Given<Omit<Evidence, "text">> = {}): Evidence {
  const item = { article: "a1", start: 0, end: text.length, attribution: [], rule: "en.speak-with.v1", ...given };
  return { ...item, text, language: (given.language ?? "en") as LanguageCode };
}

export function edge(
  id: string,
  source: string,
  relation: string,
  target: string,
  given: Given<Omit<GraphEdge, "id" | "source" | "relation" | "target" | "modality">> &
    Partial<Pick<GraphEdge, "modality">> = {},
): GraphEdge {
  const fields = {
    date: null,
    dateFrom: null,
    dateTo: null,
    office: null,
    role: null,
    confidence: 0.9,
    weight: 1,
    evidence: [evidence("They spoke.")],
    modality: "actual" as const,
    ...given,
  };
  return {
    ...fields,
    id: id as FactId,
    source: source as NodeId,
    target: target as NodeId,
    relation,
    event: (given.event ?? null) as NodeId | null,
    about: (given.about ?? null) as FactId | null,
  };
}

export const BLINKEN = "person:antony-blinken";
export const BILAWAL = "person:bilawal-bhutto-zardari";

/**
 * Small, with one of everything that a store can stumble over: Urdu and German, parallel edges, a loop, events known to
 * the day, the month and not at all, empty lists, nulls, whole and broken confidence.
 */
export function sampleGraph(): Graph {
  const call = "event:call-2022-05-06-3fa1";
  const summit = "event:summit-2022-05";
  return createGraph(
    [
      entity(BLINKEN, {
        label: "Antony Blinken",
        aliases: ["Antony Blinken", "Antony J. Blinken", "Blinken", "US-Außenminister Blinken", "اینٹونی بلنکن"],
        names: { en: ["Antony Blinken", "Blinken"], de: [], ur: ["اینٹونی بلنکن"] },
        sameAs: ["Q7821917", "https://example.org/people?id=1&lang=en"],
        mentions: 14,
        articles: 2,
      }),
      entity(BILAWAL, {
        label: "Bilawal Bhutto-Zardari",
        aliases: ["Bilawal Bhutto-Zardari", "بلاول بھٹو"],
        names: { ur: ["بلاول بھٹو"] },
        mentions: 9,
        articles: 2,
      }),
      entity("gov:PK", { kind: "Government", label: "Pakistan", aliases: ["پاکستان"], mentions: 20, articles: 2 }),
      entity("org:pk-foreign-ministry", { kind: "Organization", label: "Auswärtiges Amt", mentions: 3 }),
      entity("place:new-york", { kind: "Place", label: "New York", aliases: ["نیویارک"], mentions: 2 }),
      event(call, {
        label: "Call: Antony Blinken – Bilawal Bhutto-Zardari",
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        conflictFields: ["date"],
        conflictValues: ["2022-05-07"],
        conflictArticles: ["001"],
        historyStatuses: ["planned", "held"],
        historyDates: ["2022-05", ""],
        historyArticles: ["000", "001"],
        countKinds: ["expelled"],
        countValues: [">=14"],
        countArticles: ["001"],
        mentions: 6,
        articles: 2,
      }),
      event(summit, {
        eventType: "Summit",
        label: "Zweiter Globaler Covid-Gipfel",
        date: "2022-05",
        dateFrom: "2022-05-01",
        dateTo: "2022-05-31",
        place: "place:new-york",
        status: "planned",
      }),
      event("event:call-undated", { label: "Call" }),
      article("article:9b2c1d7e0f3a4455", { label: "000", language: "de", publishedAt: "2022-05" }),
      article("article:aaaa1d7e0f3a4455", { label: "001", language: "ur", url: "https://example.org/?a=1&b=2" }),
    ],
    [
      edge("fact:01", BLINKEN, "SPOKE_WITH", BILAWAL, {
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        event: call,
        confidence: 1,
        weight: 2,
        evidence: [
          evidence("US-Außenminister Antony Blinken hat ein Telefongespräch … geführt", {
            article: "000",
            start: 207,
            end: 275,
            language: "de",
            rule: "de.speak-with.n3",
          }),
          evidence("امریکی وزیر خارجہ اینٹونی بلنکن نے … اپنے پاکستانی ہم منصب بلاول بھٹو سے ٹیلی فون پر بات کی۔", {
            article: "001",
            language: "ur",
            attribution: ["gov:PK", "the ministry"],
          }),
        ],
      }),
      edge("fact:02", BLINKEN, "SPOKE_WITH", BILAWAL, { event: "event:call-undated", confidence: 0.5 }),
      edge("fact:03", BILAWAL, "DENIED", BLINKEN, { about: "fact:01", modality: "alleged" }),
      edge("fact:04", BLINKEN, "PARTICIPATED_IN", call, { role: "participant" }),
      edge("fact:05", BILAWAL, "PARTICIPATED_IN", call, { role: "participant" }),
      edge("fact:06", summit, "LOCATED_IN", "place:new-york", { modality: "planned" }),
      edge("fact:07", BILAWAL, "HOLDS_OFFICE", "gov:PK", { office: "foreign-minister", weight: 2 }),
      edge("fact:08", "gov:PK", "SUPPORTS", "gov:PK", {
        evidence: [evidence("line one\nline two\r\n\t“end” \\ ' `$x`")],
      }),
      edge("fact:09", BLINKEN, "MENTIONED_IN", "article:9b2c1d7e0f3a4455"),
      edge("fact:10", BLINKEN, "MENTIONED_IN", "article:aaaa1d7e0f3a4455"),
      edge("fact:11", "org:pk-foreign-ministry", "PART_OF", "gov:PK"),
    ],
  );
}

/** A graph of many nodes in a ring, large enough for several batches. */
export function ringGraph(size: number): Graph {
  const id = (index: number): string => `person:${String(index % size).padStart(6, "0")}`;
  const indices = Array.from({ length: size }, (_, index) => index);
  return createGraph(
    indices.map((index) => entity(id(index))),
    indices.map((index) => edge(`fact:${String(index).padStart(6, "0")}`, id(index), "KNOWS", id(index + 1))),
  );
}

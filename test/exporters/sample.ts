import { createGraph } from "../../src/graph/memory.ts";
import type { ArticleNode, EntityNode, EventNode, Evidence, Graph, GraphEdge } from "../../src/model/graph.ts";
import type { FactId, LanguageCode, NodeId } from "../../src/model/ids.ts";

const nodeId = (id: string): NodeId => id as NodeId;
const factId = (id: string): FactId => id as FactId;

export function entity(id: string, given: Partial<Omit<EntityNode, "id">> = {}): EntityNode {
  return {
    id: nodeId(id),
    type: "entity",
    kind: "Person",
    label: id,
    aliases: [],
    names: {},
    mentions: 1,
    articles: 1,
    ...given,
  };
}

export function event(id: string, given: Partial<Omit<EventNode, "id">> = {}): EventNode {
  return {
    id: nodeId(id),
    type: "event",
    kind: "Event",
    eventType: "Call",
    label: id,
    aliases: [],
    names: {},
    date: null,
    dateFrom: null,
    dateTo: null,
    place: null,
    status: "held",
    conflictFields: [],
    conflictValues: [],
    conflictArticles: [],
    mentions: 1,
    articles: 1,
    ...given,
  };
}

export function article(id: string, given: Partial<Omit<ArticleNode, "id">> = {}): ArticleNode {
  return {
    id: nodeId(id),
    type: "article",
    kind: "Article",
    label: id,
    language: "en" as LanguageCode,
    publishedAt: null,
    url: null,
    title: null,
    outlet: null,
    ...given,
  };
}

export function evidence(text: string, given: Partial<Evidence> = {}): Evidence {
  return {
    article: "a1",
    start: 0,
    end: text.length,
    text,
    language: "en" as LanguageCode,
    attribution: [],
    rule: "en.speak-with.v1",
    ...given,
  };
}

export function edge(id: string, source: string, target: string, given: Partial<GraphEdge> = {}): GraphEdge {
  return {
    id: factId(id),
    source: nodeId(source),
    target: nodeId(target),
    relation: "SPOKE_WITH",
    modality: "actual",
    date: null,
    dateFrom: null,
    dateTo: null,
    event: null,
    about: null,
    office: null,
    role: null,
    confidence: 0.9,
    weight: 1,
    evidence: [evidence("They spoke.")],
    ...given,
  };
}

/** Small, with one of everything that a format can stumble over: scripts, parallel edges, a loop, roles, lists, markup. */
export function sampleGraph(): Graph {
  const blinken = "person:antony-blinken";
  const bhutto = "person:bilawal-bhutto-zardari";
  const call = "event:call-2022-05-06-3fa1";
  return createGraph(
    [
      entity(blinken, {
        label: "Antony Blinken",
        aliases: ["Antony Blinken", "Blinken", "اینٹونی بلنکن"],
        names: { de: ["Antony Blinken"], en: ["Antony Blinken", "Blinken"], ur: ["اینٹونی بلنکن"] },
        mentions: 14,
        articles: 3,
      }),
      entity(bhutto, { label: "Bilawal Bhutto-Zardari", names: { ur: ["بلاول بھٹو زرداری"] }, mentions: 9 }),
      entity("org:fish-chips", { kind: "Organization", label: `"Fish & Chips" <Ltd>`, aliases: ["F & C", "a|b,c;d"] }),
      entity("place:new-york", { kind: "Place", label: "New York", names: { fa: ["نیویورک"] } }),
      event(call, {
        label: "Call: Antony Blinken – Bilawal Bhutto-Zardari",
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        place: nodeId("place:new-york"),
        conflictFields: ["date"],
        conflictValues: ["2022-05-07"],
        conflictArticles: ["a2"],
      }),
      article("article:9b2c1d7e0f3a4455", { label: "a1", language: "de" as LanguageCode, publishedAt: "2022-05" }),
      article("article:aaaa1d7e0f3a4455", { label: "a2", url: "https://example.org/?a=1&b=2", title: "Title" }),
    ],
    [
      edge("fact:01", blinken, bhutto, {
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        event: nodeId(call),
        confidence: 1,
        weight: 2,
        evidence: [
          evidence("US-Außenminister Antony Blinken hat telefoniert.", { language: "de" as LanguageCode }),
          evidence("امریکی وزیر خارجہ نے بلاول بھٹو زرداری سے «فون» پر گفتگو کی۔", {
            article: "a2",
            language: "ur" as LanguageCode,
            attribution: ["gov:PK", "the ministry"],
          }),
        ],
      }),
      edge("fact:02", blinken, bhutto, { modality: "planned", evidence: [evidence("line one\nline two\r\n\tend")] }),
      edge("fact:03", bhutto, blinken, { relation: "DENIED", about: factId("fact:01") }),
      edge("fact:04", blinken, call, { relation: "PARTICIPATED_IN", role: "participant" }),
      edge("fact:05", blinken, "article:9b2c1d7e0f3a4455", { relation: "MENTIONED_IN" }),
      edge("fact:06", "org:fish-chips", "org:fish-chips", { relation: "SUPPORTS" }),
      edge("fact:07", bhutto, "org:fish-chips", { relation: "HOLDS_OFFICE", office: "foreign-minister" }),
    ],
  );
}

/** A graph of many nodes in a ring, large enough to be written in several chunks. */
export function ringGraph(size: number): Graph {
  const id = (index: number): string => `person:${String(index % size).padStart(6, "0")}`;
  const indices = Array.from({ length: size }, (_, index) => index);
  return createGraph(
    indices.map((index) => entity(id(index))),
    indices.map((index) => edge(`fact:${String(index).padStart(6, "0")}`, id(index), id(index + 1))),
  );
}

import type {
  ArticleNode,
  EntityNode,
  EventNode,
  Evidence,
  GraphEdge,
  GraphNode,
  GraphView,
} from "../../src/model/graph.ts";
import type { FactId, LanguageCode, NodeId } from "../../src/model/ids.ts";
import { isoDay } from "../../src/model/time.ts";
import { event } from "../helpers/graph.ts";

/** A generated graph: streamed, so that nothing of it is held, and the same every time it is read. */
export interface GeneratedGraph extends GraphView {
  readonly nodeCount: number;
  readonly edgeCount: number;
  nodes(): Iterable<GraphNode>;
  edges(): Iterable<GraphEdge>;
}

/** Shares of the nodes, in the order of their ids. */
const SHARES = { article: 0.3, event: 0.2, government: 0.002, organization: 0.048, person: 0.35, place: 0.1 } as const;
type Sort = keyof typeof SHARES;
const PREFIXES: Readonly<Record<Sort, string>> = {
  article: "article",
  event: "event",
  government: "gov",
  organization: "org",
  person: "person",
  place: "place",
};

/** What connects what, and how many of ten edges do. */
const RELATIONS: readonly (readonly [relation: string, source: Sort, target: Sort, tenths: number, dated: boolean])[] =
  [
    ["MENTIONED_IN", "person", "article", 3, false],
    ["MENTIONED_IN", "event", "article", 1, false],
    ["PARTICIPATED_IN", "person", "event", 1, true],
    ["SPOKE_WITH", "person", "person", 1, true],
    ["MET", "person", "person", 1, true],
    ["ACCUSED", "government", "government", 1, true],
    ["SUPPORTS", "government", "person", 1, true],
    ["HOLDS_OFFICE", "person", "government", 0.4, false],
    ["MEMBER_OF", "person", "organization", 0.3, false],
    ["LOCATED_IN", "event", "place", 0.3, true],
  ];

const QUOTES: readonly (readonly [language: string, text: string])[] = [
  [
    "en",
    "The two ministers agreed on Tuesday to resume talks on the border crossing that has been closed since spring, the ministry said in a statement.",
  ],
  [
    "de",
    "Die beiden Minister vereinbarten am Dienstag, die Gespräche über den seit dem Frühjahr geschlossenen Grenzübergang wieder aufzunehmen.",
  ],
  [
    "ur",
    "دونوں وزرائے خارجہ نے منگل کے روز ٹیلی فون پر گفتگو کی اور سرحدی گزرگاہ کے بارے میں بات چیت دوبارہ شروع کرنے پر اتفاق کیا۔",
  ],
];

const FIRST_DAY = 15_000;
const DAYS = 3000;

/**
 * Makes a graph of the shape that news give: many mentions in articles, few nodes with very many edges, one or two
 * sentences in three languages behind every edge. Ids are in order, as a view wants them.
 */
export function generatedGraph(nodeCount: number, edgeCount: number): GeneratedGraph {
  const sizes = new Map(
    Object.entries(SHARES).map(([sort, share]) => [sort as Sort, Math.max(2, Math.round(share * nodeCount))]),
  );
  return {
    nodeCount: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    edgeCount,
    *nodes() {
      for (const [sort, size] of sizes) for (let number = 0; number < size; number += 1) yield nodeOf(sort, number);
    },
    *edges() {
      const random = createRandom(7);
      const pick = (sort: Sort): NodeId => idOf(sort, Math.floor(random() ** 3 * (sizes.get(sort) ?? 0)));
      for (let number = 0; number < edgeCount; number += 1) yield edgeOf(number, random, pick);
    },
  };
}

function idOf(sort: Sort, number: number): NodeId {
  return `${PREFIXES[sort]}:${String(number).padStart(8, "0")}` as NodeId;
}

function nodeOf(sort: Sort, number: number): EntityNode | EventNode | ArticleNode {
  const id = idOf(sort, number);
  const label = `${sort} ${number}`;
  if (sort === "article") {
    const [language] = quoteOf(number);
    return {
      type: "article",
      id,
      kind: "Article",
      label,
      language: language as LanguageCode,
      publishedAt: dayOf(number),
      url: `https://example.org/${number}`,
      title: label,
      outlet: null,
      copyOf: null,
    };
  }
  const names = { en: [`${label} the First`, label], ur: [`شخص ${number}`] };
  const aliases = [...names.en, ...names.ur];
  const named = { id, label, aliases, aliasCounts: aliases.map(() => 1), names, mentions: number % 50, articles: 3 };
  if (sort !== "event") {
    return { ...named, type: "entity", kind: sort.charAt(0).toUpperCase() + sort.slice(1), sameAs: [] };
  }
  const date = dayOf(number);
  return event(id, { ...named, properNames: [], date, dateFrom: date, dateTo: date });
}

function edgeOf(number: number, random: () => number, pick: (sort: Sort) => NodeId): GraphEdge {
  let tenth = random() * 10.1;
  const [relation, source, target, , dated] = RELATIONS.find((row) => (tenth -= row[3]) < 0) ?? RELATIONS[0]!;
  const date = dated ? dayOf(number) : null;
  const evidence = Array.from({ length: 1 + (number % 2) }, (_, index) => evidenceOf(number + index));
  return {
    id: `fact:${number.toString(16).padStart(16, "0")}` as FactId,
    source: pick(source),
    target: pick(target),
    relation,
    modality: "actual",
    date,
    dateFrom: date,
    dateTo: date,
    event: null,
    about: null,
    office: null,
    role: null,
    confidence: 0.9,
    weight: evidence.length,
    evidence,
  };
}

function evidenceOf(number: number): Evidence {
  const [language, text] = quoteOf(number);
  const start = (number * 37) % 4000;
  return {
    article: `report-${number % 30_000}`,
    start,
    end: start + text.length,
    text,
    language: language as LanguageCode,
    attribution: number % 4 === 0 ? ["gov:00000001"] : [],
    rule: "en.speak-with.v1",
  };
}

function quoteOf(number: number): readonly [language: string, text: string] {
  return QUOTES[number % QUOTES.length] ?? ["en", ""];
}

function dayOf(number: number): string {
  return isoDay(FIRST_DAY + (number % DAYS));
}

/** Numbers from 0 to 1 that look random (Park and Miller, 1988). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

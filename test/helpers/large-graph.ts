import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutGraph } from "../../src/graph/layout.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { Article } from "../../src/model/article.ts";
import type { Evidence, Graph, GraphEdge } from "../../src/model/graph.ts";
import { articleIdOf, type LanguageCode, type NodeId } from "../../src/model/ids.ts";
import type { NodeMention, Reading, Saying } from "../../src/model/reading.ts";
import { boundsOf, isoDay } from "../../src/model/time.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { plantedGraph } from "../graph/planted.ts";
import { article, edge, entity, event } from "./graph.ts";
import { readOntology } from "./served-graph.ts";

/** A person who spoke with every other one of her community, and with some who have to do with nobody else. */
export const HUB = "person:0-0";
/** How many she spoke with who have to do with nobody else. */
export const LEAVES = 10;
const COMMUNITIES = 10;
const MEMBERS = 91;
const EVENTS = 40;
const ARTICLES = 40;
const PARTICIPANTS = 4;
const FACTS = 5000;
/** 2021-01-01, as a number of days. */
const FIRST_DAY = Math.floor(Date.UTC(2021, 0, 1) / 86_400_000);
const DAYS = 700;

const LANGUAGES = ["en", "de", "ur"] as const;
type Language = (typeof LANGUAGES)[number];
/** How a sentence of each language goes: the one, the words for what was done, the other. */
const SENTENCES: Readonly<
  Record<Language, (one: string, other: string) => readonly [string, string, string, string, string]>
> = {
  en: (one, other) => [one, " ", "spoke with", ` ${other}`, "."],
  de: (one, other) => [one, " ", "telefonierte mit", ` ${other}`, "."],
  ur: (one, other) => [one, ` نے ${other} سے `, "بات کی", "", "۔"],
};

function namesOf(id: string): Readonly<Record<Language, readonly string[]>> {
  const number = id.slice("person:".length);
  return { en: [`Person ${number}`], de: [`Person ${number}`], ur: [`شخص ${number}`] };
}

/** Articles that are written while the facts are made that they report. */
interface Draft {
  readonly name: string;
  readonly language: Language;
  text: string;
  readonly mentions: NodeMention[];
  readonly sayings: Saying[];
}

/** Writes one more sentence into an article, and gives what a fact has of it. */
function report(draft: Draft, one: string, relation: string, other: string): Evidence {
  const { language } = draft;
  const [first = "", second = ""] = [one, other].map((id) => namesOf(id)[language][0] ?? id);
  const sentence = SENTENCES[language](first, second);
  const start = draft.text.length;
  const text = sentence.join("");
  const spanOf = (words: string, after = 0): { readonly start: number; readonly end: number } => {
    const from = start + text.indexOf(words, after);
    return { start: from, end: from + words.length };
  };
  draft.text += `${text}\n\n`;
  const [source, target] = [one as NodeId, other as NodeId];
  draft.mentions.push(
    { ...spanOf(first), nodes: [source], form: "name" },
    { ...spanOf(second, first.length), nodes: [target], form: "name" },
  );
  draft.sayings.push({ start, end: start + text.length, source, relation, target, words: [spanOf(sentence[2])] });
  const place = { article: draft.name, start, end: start + text.length };
  return { ...place, text, language: language as LanguageCode, attribution: [], rule: `${language}.generated` };
}

/**
 * A graph of 1,000 nodes and 5,000 facts with one of everything that the viewer shows: communities, a node with very many
 * neighbours, events with participants, times, ways of saying, and articles in three scripts that hold every quote.
 */
export function largeGraph(): Pick<GraphSource, "graph" | "article" | "reading"> {
  const bookkeeping = EVENTS * PARTICIPANTS + MEMBERS - 1 + LEAVES;
  const mentioned = 300;
  const planted = plantedGraph({
    nodes: COMMUNITIES * MEMBERS,
    edges: FACTS - bookkeeping - mentioned,
    communities: COMMUNITIES,
  });
  const drafts = Array.from({ length: ARTICLES }, (_, index): Draft => {
    const language = LANGUAGES[index % LANGUAGES.length] ?? "en";
    return { name: `report-${index}`, language, text: "", mentions: [], sayings: [] };
  });
  const draftOf = (index: number): Draft => drafts[index % ARTICLES] as Draft;
  const leaves = Array.from({ length: LEAVES }, (_, index) => `person:leaf-${index}`);
  const pairs: readonly (readonly [string, string])[] = [
    ...[...planted.edges()].map(({ source, target }) => [source, target] as const),
    ...Array.from({ length: MEMBERS - 1 }, (_, index) => [HUB, `person:0-${index + 1}`] as const),
    ...leaves.map((leaf) => [HUB, leaf] as const),
  ];
  const facts = pairs.map(([one, other], index): GraphEdge => {
    const relation = index % 3 === 0 ? "MET" : "SPOKE_WITH";
    const date = index % 3 === 1 ? null : isoDay(FIRST_DAY + ((index * 7) % DAYS));
    return edge(`fact:${index}`, one, relation, other, {
      modality: index % 20 === 7 ? "alleged" : "actual",
      confidence: index % 25 === 0 ? 0.9 : 0.5,
      date,
      ...(date === null ? {} : { dateFrom: boundsOf(date).from, dateTo: boundsOf(date).to }),
      ...(index < 2 * EVENTS ? { event: eventId(index % EVENTS) } : {}),
      evidence: [report(draftOf(index), one, relation, other)],
    });
  });
  const participants = Array.from({ length: EVENTS * PARTICIPANTS }, (_, index) => {
    const of = Math.floor(index / PARTICIPANTS);
    const person = `person:${of % COMMUNITIES}-${index % PARTICIPANTS}`;
    const evidence = [report(draftOf(of), person, "SPOKE_WITH", HUB)];
    return edge(`fact:part-${index}`, person, "PARTICIPATED_IN", eventId(of), { role: "participant", evidence });
  });
  const articles = drafts.map(({ name, text }, index) => {
    const publishedAt = isoDay(FIRST_DAY + index * 17);
    const about = { title: `Report ${index}`, outlet: `Outlet ${index % 4}`, publishedAt };
    const given: Article = { id: articleIdOf(text), text, sources: [{ name, ...about }] };
    return { given, about };
  });
  const nodeOf = (index: number): string => `article:${articles[index % ARTICLES]?.given.id}`;
  const mentions = Array.from({ length: mentioned }, (_, index) => {
    const fact = facts[index * 13] as GraphEdge;
    return edge(`fact:mention-${index}`, fact.source, "MENTIONED_IN", nodeOf(index * 13), { evidence: fact.evidence });
  });
  const graph = createGraph(
    [
      ...[...[...planted.nodes()].map(({ id }) => id), ...leaves].map((id) => {
        const names = namesOf(id);
        return entity(id, { label: names.en[0] ?? id, names, aliases: [...names.en, ...names.ur] });
      }),
      ...Array.from({ length: EVENTS }, (_, index) => {
        const date = isoDay(FIRST_DAY + index * 17);
        return event(eventId(index), { label: `Call ${index}`, date, dateFrom: date, dateTo: date });
      }),
      ...articles.map(({ about }, index) => {
        return article(nodeOf(index), { label: draftOf(index).name, language: draftOf(index).language, ...about });
      }),
    ],
    [...facts, ...participants, ...mentions],
  );
  const byName = new Map(articles.map(({ given }, index) => [`report-${index}`, given]));
  const readings = new Map(
    drafts.map(({ name, mentions: of, sayings }): [string, Reading] => [name, { mentions: of, sayings }]),
  );
  return {
    graph,
    article: (name) => byName.get(name),
    reading: (name) => Promise.resolve(readings.get(name)),
  };
}

function eventId(index: number): string {
  return `event:call-${index}`;
}

/** This graph as the server takes it, with a database that answers questions. */
export async function openLargeSource(): Promise<{
  readonly source: GraphSource;
  readonly close: () => Promise<void>;
}> {
  const given = largeGraph();
  const graph: Graph = given.graph;
  const folder = mkdtempSync(join(tmpdir(), "dragoman-large-"));
  const store = await openEmbeddedStore({ path: join(folder, "store") });
  await store.write(graph);
  const positions = layoutGraph(graph, { seed: 1, hiddenKinds: new Set(["Article"]) });
  return {
    source: {
      ...given,
      positions,
      ontology: readOntology(),
      ...(store.query === undefined ? {} : { query: store.query }),
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { dayNumber } from "../../../src/model/time.ts";
import { type Facet, FACETS, type Facets } from "../state/facets.ts";
import type { Filters, View } from "../state/view.ts";
import type { GraphModel } from "./model.ts";

/** What is shown whatever the view says, by index: what is selected. */
export interface Pinned {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** What of a view decides what is shown. */
export type Showing = Pick<View, "filters" | "stage" | "away" | "asked">;

export interface Visibility {
  /** 1 where the node is shown. */
  readonly nodes: Uint8Array;
  /** 1 where the edge is shown. */
  readonly edges: Uint8Array;
  /** How many are shown. */
  readonly counts: Counts;
}

export interface Counts {
  readonly nodes: number;
  /** Edges but those that lead to an article: they say where something is mentioned, nothing of the world. */
  readonly facts: number;
  /** By facet and index of its value: of kinds the nodes, of relations the edges, of all else the facts. */
  readonly facets: Readonly<Record<Facet, readonly number[]>>;
}

/**
 * What a view shows of a graph. An edge is shown when it keeps to the filters and both its ends are on stage; a node when it
 * is on stage and a shown edge leads to it, or it was asked for by itself.
 */
export function computeVisibility(model: GraphModel, view: Showing, pinned: Pinned): Visibility {
  const { data } = model;
  const { filters } = view;
  const allowed = allowedNodes(model, view);
  for (const node of pinned.nodes) allowed[node] = 1;

  const nodes = filters.unconnected ? allowed.slice() : new Uint8Array(allowed.length);
  for (const id of view.asked) markAllowed(model, id, allowed, nodes);
  if (view.stage !== undefined) for (const id of view.stage) markAllowed(model, id, allowed, nodes);
  for (const node of pinned.nodes) nodes[node] = 1;
  const { source, target } = data.edges;
  const edges = new Uint8Array(source.length);
  const isWanted = edgeTest(model, filters);
  const isPinned = new Set(pinned.edges);
  for (let edge = 0; edge < edges.length; edge += 1) {
    const from = source[edge] ?? 0;
    const to = target[edge] ?? 0;
    if (!(allowed[from] === 1 && allowed[to] === 1 && isWanted(edge)) && !isPinned.has(edge)) continue;
    edges[edge] = 1;
    nodes[from] = 1;
    nodes[to] = 1;
  }
  return { nodes, edges, counts: countShown(model, nodes, edges) };
}

/** How many there are, shown or not. */
export function countAll(model: GraphModel): Counts {
  const { nodes, edges } = model.data;
  return countShown(model, new Uint8Array(nodes.id.length).fill(1), new Uint8Array(edges.id.length).fill(1));
}

function markAllowed({ nodeIndex }: GraphModel, id: string, allowed: Uint8Array, shown: Uint8Array): void {
  const index = nodeIndex.get(id);
  if (index !== undefined && allowed[index] === 1) shown[index] = 1;
}

/** 1 for each node that may be shown: of a kind that is on, on stage, not put away, and not of another time. */
function allowedNodes(model: GraphModel, { filters, stage, away, asked }: Showing): Uint8Array {
  const { data, facets } = model;
  const { kind, id, from, to } = data.nodes;
  const offKinds = flags(facets.values.kinds, filters.off.kinds);
  const isInTime = timeTest(filters, from, to);
  return Uint8Array.from(kind, (of, node) => {
    const name = id[node] ?? "";
    if (away.has(name) || (stage !== undefined && !stage.has(name))) return 0;
    if (node >= model.core && stage === undefined && !asked.has(name)) return 0;
    if (offKinds[of] === 1 && !asked.has(name)) return 0;
    // Only events have a time; people and states are of all times.
    return data.ontology.kinds[of]?.type !== "event" || isInTime(node) ? 1 : 0;
  });
}

/** Whether an edge keeps to the filters, whatever its ends are. */
export function edgeTest({ data, facets }: GraphModel, filters: Filters): (edge: number) => boolean {
  const { off, confidence } = filters;
  const { relation, modality, articles, from, to } = data.edges;
  const offRelations = flags(facets.values.relations, off.relations);
  const offModalities = flags(facets.values.modalities, off.modalities);
  const offArticles = offArticlesOf(facets, filters);
  const isInTime = timeTest(filters, from, to);
  return (edge) =>
    offRelations[relation[edge] ?? 0] !== 1 &&
    offModalities[modality[edge] ?? 0] !== 1 &&
    (data.edges.confidence[edge] ?? 1) >= confidence &&
    isInTime(edge) &&
    (offArticles === undefined || (articles[edge] ?? []).some((article) => offArticles[article] !== 1));
}

/** 1 for each article whose language or source is off; undefined where none is. */
function offArticlesOf({ values, languageOf, sourceOf }: Facets, { off }: Filters): Uint8Array | undefined {
  if (off.languages.size === 0 && off.sources.size === 0) return undefined;
  const offLanguages = flags(values.languages, off.languages);
  const offSources = flags(values.sources, off.sources);
  return Uint8Array.from(languageOf, (language, article) =>
    offLanguages[language] === 1 || offSources[sourceOf[article] ?? 0] === 1 ? 1 : 0,
  );
}

type Days = readonly (number | null)[];

/** Whether something may lie in the time that is asked for. A side that is open may reach as far as is asked. */
function timeTest({ from, to, undated }: Filters, first: Days, last: Days): (index: number) => boolean {
  if (from === undefined && to === undefined) return () => true;
  const [least, most] = [from === undefined ? -Infinity : dayNumber(from), to === undefined ? Infinity : dayNumber(to)];
  return (index) => {
    const begins = first[index] ?? null;
    const ends = last[index] ?? null;
    if (begins === null && ends === null) return undated;
    return (ends ?? Infinity) >= least && (begins ?? -Infinity) <= most;
  };
}

function flags(values: readonly string[], off: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(values, (value) => (off.has(value) ? 1 : 0));
}

function countShown({ data, facets, isFact }: GraphModel, nodes: Uint8Array, edges: Uint8Array): Counts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, facets.values[facet].map(() => 0)])) as Record<
    Facet,
    number[]
  >;
  const add = (facet: Facet, value: number | undefined): void => {
    const list = counts[facet];
    if (value !== undefined) list[value] = (list[value] ?? 0) + 1;
  };
  let nodeCount = 0;
  let facts = 0;
  for (let node = 0; node < nodes.length; node += 1) {
    if (nodes[node] !== 1) continue;
    nodeCount += 1;
    add("kinds", data.nodes.kind[node]);
  }
  for (let edge = 0; edge < edges.length; edge += 1) {
    if (edges[edge] !== 1) continue;
    add("relations", data.edges.relation[edge]);
    if (isFact[edge] !== 1) continue;
    facts += 1;
    add("modalities", data.edges.modality[edge]);
    const articles = data.edges.articles[edge] ?? [];
    for (const language of new Set(articles.map((article) => facets.languageOf[article]))) add("languages", language);
    for (const source of new Set(articles.map((article) => facets.sourceOf[article]))) add("sources", source);
  }
  return { nodes: nodeCount, facts, facets: counts };
}

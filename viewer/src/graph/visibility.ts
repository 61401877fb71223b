import type { GraphData } from "../../../src/server/contract.ts";

/** What is switched off, by index into the ontology's lists and the modalities. */
export interface Filters {
  readonly hiddenKinds: ReadonlySet<number>;
  readonly hiddenRelations: ReadonlySet<number>;
  readonly hiddenModalities: ReadonlySet<number>;
  /** Whether nodes are shown that no shown edge leads to. */
  readonly unconnected: boolean;
}

/** What is shown whatever the filters say, by index: what is selected. */
export interface Pinned {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface Visibility {
  /** 1 where the node is shown. */
  readonly nodes: Uint8Array;
  /** 1 where the edge is shown. */
  readonly edges: Uint8Array;
  /** How many are shown, in all and by index. */
  readonly counts: Counts;
}

export interface Counts {
  readonly nodes: number;
  /** Edges but those that lead to an article: they say where something is mentioned, nothing of the world. */
  readonly facts: number;
  readonly kinds: readonly number[];
  readonly relations: readonly number[];
  /** Of facts. */
  readonly modalities: readonly number[];
}

/** The first view: actors and events, and what is said to be or is to come. Articles would tie everything together. */
export function initialFilters({ ontology, modalities, shownModalities }: GraphData): Filters {
  return {
    hiddenKinds: indexesWhere(ontology.kinds, ({ type }) => type === "article"),
    hiddenRelations: new Set(),
    hiddenModalities: indexesWhere(modalities, (modality) => !shownModalities.includes(modality)),
    unconnected: false,
  };
}

/** An edge is shown when its relation, its modality and both ends are; a node when its kind is and an edge leads to it. */
export function computeVisibility(data: GraphData, filters: Filters, pinned: Pinned): Visibility {
  const { hiddenKinds, hiddenRelations, hiddenModalities, unconnected } = filters;
  const allowed = Uint8Array.from(data.nodes.kind, (kind) => (hiddenKinds.has(kind) ? 0 : 1));
  for (const node of pinned.nodes) allowed[node] = 1;

  const nodes = unconnected ? allowed.slice() : new Uint8Array(allowed.length);
  for (const node of pinned.nodes) nodes[node] = 1;
  const { source, target, relation, modality } = data.edges;
  const edges = new Uint8Array(source.length);
  const isPinned = new Set(pinned.edges);
  for (let edge = 0; edge < edges.length; edge += 1) {
    const from = source[edge] ?? 0;
    const to = target[edge] ?? 0;
    const isShown =
      allowed[from] === 1 &&
      allowed[to] === 1 &&
      !hiddenRelations.has(relation[edge] ?? 0) &&
      !hiddenModalities.has(modality[edge] ?? 0);
    if (!isShown && !isPinned.has(edge)) continue;
    edges[edge] = 1;
    nodes[from] = 1;
    nodes[to] = 1;
  }
  return { nodes, edges, counts: countShown(data, nodes, edges) };
}

/** How many there are, shown or not. */
export function countAll(data: GraphData): Counts {
  return countShown(data, new Uint8Array(data.nodes.id.length).fill(1), new Uint8Array(data.edges.id.length).fill(1));
}

function countShown(data: GraphData, nodes: Uint8Array, edges: Uint8Array): Counts {
  const { ontology, nodes: columns } = data;
  const toArticle = data.edges.target.map((target) => ontology.kinds[columns.kind[target] ?? 0]?.type === "article");
  const facts = edges.map((shown, edge) => (toArticle[edge] === true ? 0 : shown));
  return {
    nodes: sum(nodes),
    facts: sum(facts),
    kinds: countBy(data.nodes.kind, nodes, data.ontology.kinds.length),
    relations: countBy(data.edges.relation, edges, data.ontology.relations.length),
    modalities: countBy(data.edges.modality, facts, data.modalities.length),
  };
}

function countBy(column: readonly number[], shown: Uint8Array, size: number): readonly number[] {
  const counts = Array.from({ length: size }, () => 0);
  column.forEach((value, index) => {
    counts[value] = (counts[value] ?? 0) + (shown[index] ?? 0);
  });
  return counts;
}

function sum(flags: Uint8Array): number {
  return flags.reduce((total, flag) => total + flag, 0);
}

function indexesWhere<T>(items: readonly T[], test: (item: T) => boolean): ReadonlySet<number> {
  return new Set(items.flatMap((item, index) => (test(item) ? [index] : [])));
}

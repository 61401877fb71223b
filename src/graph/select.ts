import { DragomanError } from "../errors.ts";
import type { GraphEdge, GraphView } from "../model/graph.ts";
import type { Modality } from "../model/modality.ts";

/** Which part of a graph is wanted. A condition that is left out lets everything through; all that are given must hold. */
export interface GraphSelection {
  /** Kinds of nodes. */
  readonly kinds?: ReadonlySet<string>;
  readonly relations?: ReadonlySet<string>;
  readonly modalities?: ReadonlySet<Modality>;
  /** Days (ISO 8601), inclusive: facts that may lie between them, so never one of which no time is known. */
  readonly from?: string;
  readonly to?: string;
  /** Texts that say it, at least. */
  readonly minWeight?: number;
  /** Nodes, by id, and how many facts away from one of them the others may be. They are in the selection whatever their kind. */
  readonly around?: { readonly ids: readonly string[]; readonly steps: number };
}

/**
 * The part of a graph that a selection wants, as another view of it: nothing is copied, and only ids and times are held.
 *
 * A fact is in it when it keeps to the conditions and both its ends are in it. The time of a fact is its own, else that of
 * the event at one of its ends: who takes part in a call of May does so in May. A node is in it when its kind is wanted, it
 * lies within the steps, and, where there is a condition on facts, a fact that keeps to it joins it to another node of a
 * wanted kind: so nodes stand alone only where no fact was chosen. Steps do not go through an article, which would join
 * all that it mentions. What a fact or node refers to in a property (an event, a place, the fact that is denied) may be
 * outside of the selection.
 *
 * Reading the view throws `NOT_FOUND` where a node of `around` is not in the graph.
 */
export function selectGraph(graph: GraphView, selection: GraphSelection): GraphView {
  if (Object.values(selection).every((condition) => condition === undefined)) return graph;
  let chosen: Promise<Choice> | undefined;
  const choice = (): Promise<Choice> => (chosen ??= choose(graph, selection));
  return {
    async *nodes() {
      const { ids } = await choice();
      for await (const node of graph.nodes()) if (ids.has(node.id)) yield node;
    },
    async *edges() {
      const { ids, isWanted } = await choice();
      for await (const edge of graph.edges()) {
        if (ids.has(edge.source) && ids.has(edge.target) && isWanted(edge)) yield edge;
      }
    },
  };
}

/** The nodes and facts of these ids, as another view of the graph. Ids that it does not have are passed over. */
export function pickGraph(graph: GraphView, nodes: ReadonlySet<string>, facts: ReadonlySet<string>): GraphView {
  return {
    async *nodes() {
      for await (const node of graph.nodes()) if (nodes.has(node.id)) yield node;
    },
    async *edges() {
      for await (const edge of graph.edges()) {
        if (facts.has(edge.id) && nodes.has(edge.source) && nodes.has(edge.target)) yield edge;
      }
    },
  };
}

type FactCondition = (edge: GraphEdge) => boolean;

interface Choice {
  /** Of the nodes. */
  readonly ids: ReadonlySet<string>;
  readonly isWanted: FactCondition;
}

/** Days, inclusive. A side that is open may reach as far as is asked. */
interface Time {
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
}

/** What the nodes of a graph tell of which are wanted. */
interface NodesSeen {
  readonly ofKind: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** When events were. */
  readonly times: ReadonlyMap<string, Time>;
}

async function choose(graph: GraphView, selection: GraphSelection): Promise<Choice> {
  const { around } = selection;
  const { ofKind, articles, times } = await seeNodes(graph, selection);
  const condition = factCondition(selection, times);
  const isWanted: FactCondition = condition ?? (() => true);
  const isStep: FactCondition = (edge) => ofKind.has(edge.source) && ofKind.has(edge.target) && isWanted(edge);
  if (around !== undefined) {
    const ids = await reach(graph, new Set(around.ids), around.steps, isStep, (id) => !articles.has(id));
    return { ids, isWanted };
  }
  if (condition === undefined) return { ids: ofKind, isWanted };
  const ids = new Set<string>();
  for await (const edge of graph.edges()) if (isStep(edge)) ids.add(edge.source).add(edge.target);
  return { ids, isWanted };
}

async function seeNodes(graph: GraphView, { kinds, around }: GraphSelection): Promise<NodesSeen> {
  const centres = new Set(around?.ids);
  const missing = new Set(centres);
  const ofKind = new Set<string>();
  const articles = new Set<string>();
  const times = new Map<string, Time>();
  for await (const node of graph.nodes()) {
    missing.delete(node.id);
    if (kinds === undefined || kinds.has(node.kind) || centres.has(node.id)) ofKind.add(node.id);
    if (node.type === "article") articles.add(node.id);
    if (node.type === "event" && isTimed(node)) times.set(node.id, node);
  }
  for (const id of missing) throw new DragomanError("NOT_FOUND", `the graph holds no node ${id}`);
  return { ofKind, articles, times };
}

function isTimed({ dateFrom, dateTo }: Time): boolean {
  return dateFrom !== null || dateTo !== null;
}

/** What a fact must be. Undefined where every fact will do. */
function factCondition(
  { relations, modalities, from, to, minWeight }: GraphSelection,
  times: ReadonlyMap<string, Time>,
): FactCondition | undefined {
  const conditions: FactCondition[] = [];
  if (relations !== undefined) conditions.push(({ relation }) => relations.has(relation));
  if (modalities !== undefined) conditions.push(({ modality }) => modalities.has(modality));
  if (minWeight !== undefined) conditions.push(({ weight }) => weight >= minWeight);
  if (from !== undefined || to !== undefined) {
    conditions.push((edge) => {
      const time = isTimed(edge) ? edge : (times.get(edge.source) ?? times.get(edge.target));
      if (time === undefined) return false;
      const { dateFrom, dateTo } = time;
      return (
        (from === undefined || dateTo === null || dateTo >= from) &&
        (to === undefined || dateFrom === null || dateFrom <= to)
      );
    });
  }
  return conditions.length === 0 ? undefined : (edge) => conditions.every((holds) => holds(edge));
}

/** The nodes that lie within so many steps. The facts are gone through once a step, since a view has no index. */
async function reach(
  graph: GraphView,
  centres: ReadonlySet<string>,
  steps: number,
  isStep: FactCondition,
  leadsOn: (id: string) => boolean,
): Promise<ReadonlySet<string>> {
  const reached = new Set(centres);
  let rim: ReadonlySet<string> = centres;
  for (let step = 0; step < steps && rim.size > 0; step += 1) {
    const next = new Set<string>();
    for await (const edge of graph.edges()) {
      if (!isStep(edge)) continue;
      if (rim.has(edge.source) && !reached.has(edge.target)) next.add(edge.target);
      if (rim.has(edge.target) && !reached.has(edge.source)) next.add(edge.source);
    }
    for (const id of next) reached.add(id);
    rim = new Set([...next].filter(leadsOn));
  }
  return reached;
}

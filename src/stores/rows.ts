import type { GraphEdge, GraphNode, GraphView } from "../model/graph.ts";
import { nodeProperties, storedEdgeProperties, type Properties, type PropertyValue } from "../model/properties.ts";
import { DATE_PROPERTIES, FLOAT_PROPERTIES, type NodeLabel } from "./cypher.ts";

/** Rows of one transaction: enough to make its overhead small, few enough for any server's memory. */
const BATCH_SIZE = 1000;

/** What is known, and nothing that is null: a database says "not known" by having no such property. */
type KnownProperties = Readonly<Record<string, NonNullable<PropertyValue>>>;

/** A node or an edge as a parameter of a statement. Values that need a function of Cypher stand beside `properties`. */
export interface Row {
  readonly id: string;
  readonly properties: KnownProperties;
  readonly [beside: string]: PropertyValue | KnownProperties;
}

export interface NodeBatch {
  readonly label: NodeLabel;
  readonly kind: string;
  readonly rows: readonly Row[];
}

export interface EdgeBatch {
  readonly relation: string;
  readonly source: NodeLabel;
  readonly target: NodeLabel;
  readonly rows: readonly Row[];
}

/** The nodes of a graph by kind, since the label of a statement is fixed. Notes in `labels` where each is looked up. */
export async function* nodeBatches(
  graph: GraphView,
  labels: Map<string, NodeLabel>,
  size: number = BATCH_SIZE,
): AsyncGenerator<NodeBatch> {
  const batches = createGroups<GraphNode, NodeBatch>(size, nodeRow);
  for await (const node of graph.nodes()) {
    const label: NodeLabel = node.type === "article" ? "Article" : "Entity";
    labels.set(node.id, label);
    yield* batches.add({ label, kind: node.kind }, node);
  }
  yield* batches.rest();
}

/** The edges of a graph by relation and labels of both ends. Throws `RangeError` for one that ends at no node of it. */
export async function* edgeBatches(
  graph: GraphView,
  labels: ReadonlyMap<string, NodeLabel>,
  size: number = BATCH_SIZE,
): AsyncGenerator<EdgeBatch> {
  const batches = createGroups<GraphEdge, EdgeBatch>(size, edgeRow);
  for await (const edge of graph.edges()) {
    const source = labels.get(edge.source);
    const target = labels.get(edge.target);
    if (source === undefined || target === undefined)
      throw new RangeError(`edge ${edge.id} ends at no node of the graph`);
    yield* batches.add({ relation: edge.relation, source, target }, edge);
  }
  yield* batches.rest();
}

function nodeRow(node: GraphNode): Row {
  return toRow(node.id, nodeProperties(node));
}

function edgeRow(edge: GraphEdge): Row {
  const { source, target } = edge;
  return Object.assign(toRow(edge.id, storedEdgeProperties(edge)), { source, target });
}

const BESIDE: readonly string[] = [...DATE_PROPERTIES, ...FLOAT_PROPERTIES];

function toRow(id: string, all: Properties): Row {
  const properties: Record<string, NonNullable<PropertyValue>> = { id };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null && !BESIDE.includes(name)) properties[name] = value;
  }
  const beside: Record<string, PropertyValue> = {};
  for (const name of BESIDE) beside[name] = all[name] ?? null;
  return { id, properties, ...beside };
}

interface Groups<Item, Batch extends { readonly rows: readonly Row[] }> {
  /** Puts an item to its like, and gives the batch that it has filled. */
  add(key: Omit<Batch, "rows">, item: Item): Iterable<Batch>;
  /** The batches that are not full, in the order of their first items. */
  rest(): Iterable<Batch>;
}

/** Rows are made when their batch is full: what waits for its like is held as the graph has it. */
function createGroups<Item, Batch extends { readonly rows: readonly Row[] }>(
  size: number,
  rowOf: (item: Item) => Row,
): Groups<Item, Batch> {
  const groups = new Map<string, { readonly key: Omit<Batch, "rows">; items: Item[] }>();
  const toBatch = (key: Omit<Batch, "rows">, items: readonly Item[]): Batch =>
    ({ ...key, rows: items.map(rowOf) }) as unknown as Batch;
  return {
    *add(key, item) {
      const name = JSON.stringify(key);
      const group = groups.get(name) ?? { key, items: [] };
      groups.set(name, group);
      group.items.push(item);
      if (group.items.length < size) return;
      yield toBatch(group.key, group.items);
      group.items = [];
    },
    *rest() {
      for (const { key, items } of groups.values()) if (items.length > 0) yield toBatch(key, items);
    },
  };
}

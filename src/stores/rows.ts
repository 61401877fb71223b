import type { GraphEdge, GraphNode, GraphView } from "../model/graph.ts";
import {
  edgeProperties,
  evidenceLists,
  nodeProperties,
  type Properties,
  type PropertyValue,
} from "../model/properties.ts";
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
  const batches = createGroups<NodeBatch>(size);
  for await (const node of graph.nodes()) {
    const label: NodeLabel = node.type === "article" ? "Article" : "Entity";
    labels.set(node.id, label);
    yield* batches.add({ label, kind: node.kind }, nodeRow(node));
  }
  yield* batches.rest();
}

/** The edges of a graph by relation and labels of both ends. Throws `RangeError` for one that ends at no node of it. */
export async function* edgeBatches(
  graph: GraphView,
  labels: ReadonlyMap<string, NodeLabel>,
  size: number = BATCH_SIZE,
): AsyncGenerator<EdgeBatch> {
  const batches = createGroups<EdgeBatch>(size);
  for await (const edge of graph.edges()) {
    const source = labels.get(edge.source);
    const target = labels.get(edge.target);
    if (source === undefined || target === undefined)
      throw new RangeError(`edge ${edge.id} ends at no node of the graph`);
    yield* batches.add({ relation: edge.relation, source, target }, edgeRow(edge));
  }
  yield* batches.rest();
}

function nodeRow(node: GraphNode): Row {
  return toRow(node.id, nodeProperties(node));
}

function edgeRow(edge: GraphEdge): Row {
  const { source, target } = edge;
  return { ...toRow(edge.id, { ...edgeProperties(edge), ...evidenceLists(edge) }), source, target };
}

const BESIDE: readonly string[] = [...DATE_PROPERTIES, ...FLOAT_PROPERTIES];

function toRow(id: string, all: Properties): Row {
  const properties: Record<string, NonNullable<PropertyValue>> = { id };
  for (const [name, value] of Object.entries(all)) {
    if (value !== null && !BESIDE.includes(name)) properties[name] = value;
  }
  return { id, properties, ...Object.fromEntries(BESIDE.map((name) => [name, all[name] ?? null])) };
}

interface Groups<Batch extends { readonly rows: readonly Row[] }> {
  /** Puts a row to its like, and gives the batch that it has filled. */
  add(key: Omit<Batch, "rows">, row: Row): Iterable<Batch>;
  /** The batches that are not full, in the order of their first rows. */
  rest(): Iterable<Batch>;
}

function createGroups<Batch extends { readonly rows: readonly Row[] }>(size: number): Groups<Batch> {
  const groups = new Map<string, { readonly key: Omit<Batch, "rows">; rows: Row[] }>();
  const toBatch = (key: Omit<Batch, "rows">, rows: readonly Row[]): Batch => ({ ...key, rows }) as Batch;
  return {
    *add(key, row) {
      const name = JSON.stringify(key);
      const group = groups.get(name) ?? { key, rows: [] };
      groups.set(name, group);
      group.rows.push(row);
      if (group.rows.length < size) return;
      yield toBatch(group.key, group.rows);
      group.rows = [];
    },
    *rest() {
      for (const { key, rows } of groups.values()) if (rows.length > 0) yield toBatch(key, rows);
    },
  };
}

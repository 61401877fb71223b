import type { GraphEdge, GraphNode, GraphView } from "../model/graph.ts";
import { NODE_LABELS, type NodeLabel, type RunCypher } from "./cypher.ts";
import { createBatches, type Batch } from "./neo4j-batches.ts";
import type { Neo4jConnection, Transact } from "./neo4j-connection.ts";
import { createCursor, type Cursor, type Held } from "./neo4j-cursor.ts";
import { type Draft, draftEdge, draftNode } from "./neo4j-rows.ts";
import { openSchema } from "./neo4j-schema.ts";
import { untilNotTaken } from "./neo4j-taken.ts";
import type { WriteOptions } from "./store.ts";
import {
  createLabelsByPrefix,
  type EdgeKey,
  edgePage,
  type NodeKey,
  nodePage,
  putEdges,
  putNodes,
  removeEdges,
  removeNodes,
} from "./neo4j-write.ts";

export interface SyncOptions extends Pick<WriteOptions, "signal" | "onProgress"> {
  /** Also remove what this program has written and the graph does not hold. Default: false. */
  readonly prune?: boolean;
  /** Only find out what would be done. Default: false. */
  readonly dryRun?: boolean;
  /** The server did not take something, or was away, and it is tried again. */
  readonly onRetry?: () => void;
}

/** What bringing a graph into a database comes to. */
export interface SyncCounts {
  /** In the graph. */
  readonly total: number;
  readonly made: number;
  readonly changed: number;
  /** In the database, written by this program, and not in the graph. */
  readonly gone: number;
  /** Of those that are gone, which are removed. Nodes to which others have tied something stay. */
  readonly removed: number;
}

export interface SyncResult {
  readonly nodes: SyncCounts;
  readonly edges: SyncCounts;
}

/** Ids that one transaction removes. */
const REMOVED_AT_ONCE = 1000;

/**
 * Brings a graph into Neo4j: compares by hashes, in the order of the ids, what is there with what is to be there, and writes
 * what is not the same. Nothing is held but some batches and pages, however large the graph. Nodes come first, then edges.
 *
 * It may be interrupted at any time: a batch is there whole or not at all, and the next call does the rest. Throws `RangeError`
 * for a graph that is not sorted, and for an edge that ends nowhere.
 */
export async function syncGraph(
  { neo4j, transact }: Neo4jConnection,
  graph: GraphView,
  options: SyncOptions,
): Promise<SyncResult> {
  const { prune = false, dryRun = false, signal, onProgress, onRetry } = options;
  signal?.throwIfAborted();
  const unlessAborted = createAbortable(signal);
  const transacting: Transact = (mode, work) => unlessAborted(transact(mode, work, onRetry));
  const read: RunCypher = (cypher, parameters) => transacting("READ", (run) => run(cypher, parameters));
  const write = <Value>(work: (run: RunCypher) => Promise<Value>): Promise<Value> =>
    untilNotTaken(() => transacting("WRITE", work));
  const schema = await openSchema(transacting);
  if (!dryRun) await schema.forNodes();

  const labels = createLabelsByPrefix();
  const nodes = createTally();
  const edges = createTally();

  const nodeCursor = (label: NodeLabel, gone: (held: Held) => Promise<void> | void): Cursor =>
    schema.hasLabel(label) ? createCursor({ statement: nodePage(label), read, gone }) : nothing;
  const edgeCursor = (relation: string, gone: (held: Held) => Promise<void> | void): Cursor =>
    createCursor({ statement: edgePage(relation), read, gone });

  await compareNodes();
  await compareEdges();
  if (prune && !dryRun && nodes.gone > 0) await pruneNodes();
  if (prune && dryRun) [nodes, edges].forEach((tally) => (tally.removed = tally.gone));
  return { nodes, edges };

  async function compareNodes(): Promise<void> {
    const writer = createWriter<NodeKey>(async ({ key, drafts }) => {
      const rows = drafts.map((draft) => draft.toRow(neo4j));
      await write((run) => putNodes(run, key, rows));
    });
    const cursors = byLabel((label) => nodeCursor(label, () => void (nodes.gone += 1)));
    for await (const node of graph.nodes()) {
      signal?.throwIfAborted();
      const label = labelOf(node);
      labels.note(node.id, label);
      const held = await cursors[label].find(node.id);
      const draft = draftNode(node);
      if (tell(nodes, draft, held)) {
        const former = held?.kind === undefined || held.kind === node.kind ? {} : { former: held.kind };
        await writer.add({ label, kind: node.kind, ...former }, draft);
      }
      if (nodes.total % TELL_EVERY === 0) onProgress?.({ phase: "nodes", done: nodes.total });
    }
    await writer.finish();
    for (const label of NODE_LABELS) await cursors[label].finish();
    onProgress?.({ phase: "nodes", done: nodes.total });
  }

  async function compareEdges(): Promise<void> {
    const writer = createWriter<EdgeKey>(async ({ key, drafts }) => {
      const rows = drafts.map((draft) => draft.toRow(neo4j));
      await write((run) => putEdges(run, key, rows));
    });
    const removers: Remover[] = [];
    const cursors = new Map<string, Cursor>();
    const open = (relation: string): Cursor => {
      const remover = createRemover((ids) => write((run) => removeEdges(run, relation, ids)));
      removers.push(remover);
      const cursor = edgeCursor(relation, async ({ id }) => {
        edges.gone += 1;
        if (prune && !dryRun) await remover.add(id);
      });
      cursors.set(relation, cursor);
      return cursor;
    };
    for (const relation of schema.relations) open(relation);
    const dated = new Set<string>();
    for await (const edge of graph.edges()) {
      signal?.throwIfAborted();
      await prepare(edge, dated);
      const { relation } = edge;
      const cursor = cursors.get(relation) ?? (dryRun ? nothing : open(relation));
      const held = await cursor.find(edge.id);
      const draft = draftEdge(edge);
      if (tell(edges, draft, held)) {
        const ends = { source: labels.of(edge.source), target: labels.of(edge.target) };
        await writer.add({ relation, ...ends, held: held !== undefined }, draft);
      }
      if (edges.total % TELL_EVERY === 0) onProgress?.({ phase: "edges", done: edges.total });
    }
    await writer.finish();
    for (const cursor of cursors.values()) await cursor.finish();
    for (const remover of removers) edges.removed += await remover.finish();
    onProgress?.({ phase: "edges", done: edges.total });
  }

  /** What a relation needs stands before its first edge. */
  async function prepare({ relation, dateFrom, dateTo }: GraphEdge, dated: Set<string>): Promise<void> {
    const isDated = dateFrom !== null || dateTo !== null;
    const known = `${relation} ${String(isDated)}`;
    if (dryRun || dated.has(known)) return;
    await schema.forEdges(relation, isDated);
    dated.add(known);
  }

  /** Only when no edge of ours ends at them any more; so a second look finds out again which they are. */
  async function pruneNodes(): Promise<void> {
    const removers: Remover[] = [];
    const cursors = byLabel((label) => {
      const remover = createRemover((ids) => write((run) => removeNodes(run, label, ids)));
      removers.push(remover);
      return nodeCursor(label, ({ id }) => remover.add(id));
    });
    for await (const node of graph.nodes()) {
      signal?.throwIfAborted();
      await cursors[labelOf(node)].find(node.id);
    }
    for (const label of NODE_LABELS) await cursors[label].finish();
    for (const remover of removers) nodes.removed += await remover.finish();
  }

  /** Writes one batch while the next one is made. In a dry run it writes none. */
  function createWriter<Key extends object>(writeBatch: (batch: Batch<Key>) => Promise<void>) {
    const batches = createBatches<Key>();
    let pending: Promise<void> = Promise.resolve();
    const start = async (batch: Batch<Key>): Promise<void> => {
      await pending;
      signal?.throwIfAborted();
      pending = writeBatch(batch);
      pending.catch(() => undefined);
    };
    return {
      async add(key: Key, draft: Draft): Promise<void> {
        if (!dryRun) for (const batch of batches.add(key, draft)) await start(batch);
      },
      async finish(): Promise<void> {
        for (const batch of batches.rest()) await start(batch);
        await pending;
      },
    };
  }
}

const TELL_EVERY = 1000;

/**
 * What is given to it rejects as soon as the signal is aborted, so that nobody waits for a server that is tried again and
 * again. No `Promise.race`: with a promise that lives as long as the load, that would keep every page until then. One
 * listener for all, since each relation reads its pages at the same time as the others.
 */
function createAbortable(signal: AbortSignal | undefined): <Value>(work: Promise<Value>) => Promise<Value> {
  if (signal === undefined) return (work) => work;
  const waiting = new Set<(reason: unknown) => void>();
  signal.addEventListener("abort", () => waiting.forEach((reject) => reject(signal.reason)), { once: true });
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.add(reject);
      work.then(resolve, reject).finally(() => waiting.delete(reject));
    });
}

type Tally = { -readonly [Name in keyof SyncCounts]: SyncCounts[Name] };

function createTally(): Tally {
  return { total: 0, made: 0, changed: 0, gone: 0, removed: 0 };
}

/** Counts it, and says whether it is to be written. */
function tell(tally: Tally, { hash }: Draft, held: Held | undefined): boolean {
  tally.total += 1;
  if (held?.hash === hash) return false;
  if (held === undefined) tally.made += 1;
  else tally.changed += 1;
  return true;
}

interface Remover {
  add(id: string): Promise<void>;
  /** How many were removed in all. */
  finish(): Promise<number>;
}

function createRemover(remove: (ids: readonly string[]) => Promise<number>): Remover {
  let ids: string[] = [];
  let removed = 0;
  const flush = async (): Promise<void> => {
    if (ids.length > 0) removed += await remove(ids);
    ids = [];
  };
  return {
    async add(id) {
      ids.push(id);
      if (ids.length >= REMOVED_AT_ONCE) await flush();
    },
    async finish() {
      await flush();
      return removed;
    },
  };
}

/** Of what was never written there is nothing. */
const nothing: Cursor = { find: () => Promise.resolve(undefined), finish: () => Promise.resolve() };

function labelOf(node: GraphNode): NodeLabel {
  return node.type === "article" ? "Article" : "Entity";
}

function byLabel<Value>(make: (label: NodeLabel) => Value): Readonly<Record<NodeLabel, Value>> {
  return { Entity: make("Entity"), Article: make("Article") };
}

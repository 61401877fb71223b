import type { GraphView } from "../model/graph.ts";
import { formerKinds, type NodeLabel, removeKind, type RunCypher, upsertEdges, upsertNodes } from "./cypher.ts";
import { edgeBatches, nodeBatches } from "./rows.ts";
import type { WriteOptions, WriteResult } from "./store.ts";

export interface CypherWriteOptions {
  readonly signal?: WriteOptions["signal"] | undefined;
  readonly onProgress?: WriteOptions["onProgress"] | undefined;
  /** The database held nothing before, so no node can have changed its kind. */
  readonly fresh: boolean;
}

/** Brings a graph into a Cypher database: upserts by id in batches, nodes first. */
export async function writeGraph(run: RunCypher, graph: GraphView, options: CypherWriteOptions): Promise<WriteResult> {
  const { fresh, signal, onProgress } = options;
  const labels = new Map<string, NodeLabel>();
  let nodes = 0;
  for await (const { label, kind, rows } of nodeBatches(graph, labels)) {
    signal?.throwIfAborted();
    const ids = rows.map((row) => row.id);
    if (!fresh) await forgetFormerKinds(run, label, kind, ids);
    await run(upsertNodes(label, kind), { rows });
    nodes += rows.length;
    onProgress?.({ phase: "nodes", done: nodes });
  }
  let edges = 0;
  for await (const { relation, source, target, rows } of edgeBatches(graph, labels)) {
    signal?.throwIfAborted();
    await run(upsertEdges(relation, source, target), { rows });
    edges += rows.length;
    onProgress?.({ phase: "edges", done: edges });
  }
  signal?.throwIfAborted();
  return { nodes, edges };
}

/** A node whose kind has changed must not keep the label of the former one. */
async function forgetFormerKinds(
  run: RunCypher,
  label: NodeLabel,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  for (const row of await run(formerKinds(label), { ids, kind })) {
    const former = row["kind"];
    if (typeof former === "string") await run(removeKind(label, former), { ids, kind: former });
  }
}

import { join } from "node:path";
import type { Origin, Size } from "../folder/derived.ts";
import { writeGraphFile, writePositionsFile } from "../folder/graph-file.ts";
import { writeIdentityFile, writeUnsureFile } from "../folder/identity-file.ts";
import type { Ledger } from "../folder/ledger.ts";
import type { JournalMark } from "../folder/read-journal.ts";
import type { Identity } from "../model/identity.ts";
import { compareText } from "../model/text.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { openEmbeddedStore } from "../stores/embedded.ts";
import { identifyGraph } from "./build-graph.ts";
import type { OnEvent } from "./events.ts";
import { layOut } from "./lay-out.ts";
import { readRecords, verdictsInForce } from "./read-ledger.ts";

/** What a generation is made from: another journal, other knowledge or another engine makes another graph. */
export function originOf(journal: JournalMark, knowledge: Knowledge): Origin {
  return { journal, version: knowledge.version };
}

/** Where a generation keeps each part of what is derived from a journal. */
export const partsOf = (directory: string) => ({
  graph: join(directory, "graph.jsonl"),
  positions: join(directory, "positions.jsonl"),
  identities: join(directory, "identities.jsonl"),
  unsure: join(directory, "unsure.jsonl"),
  store: join(directory, "store"),
});

/**
 * Resolves and folds what a journal amounts to into a graph, lays it out, and writes it, what its nodes are made of, its
 * layout and its database into a folder.
 */
export async function derive(directory: string, ledger: Ledger, knowledge: Knowledge, onEvent: OnEvent): Promise<Size> {
  const parts = partsOf(directory);
  const records = readRecords(ledger);
  onEvent({ type: "progress", step: "resolve", done: 0, total: records.length });
  const { graph, identities, unsure } = identifyGraph(records, knowledge, verdictsInForce(ledger));
  onEvent({ type: "progress", step: "resolve", done: records.length, total: records.length });
  await writeGraphFile(parts.graph, graph);
  const shown = new Set<string>([...graph.nodes()].map(({ id }) => id));
  await writeIdentityFile(parts.identities, nodesAmong(identities(), shown));
  await writeUnsureFile(
    parts.unsure,
    unsure().filter(({ nodes }) => nodes.every((node) => shown.has(node))),
  );

  onEvent({ type: "progress", step: "layout", done: 0, total: graph.nodeCount });
  await writePositionsFile(parts.positions, layOut(graph));
  onEvent({ type: "progress", step: "layout", done: graph.nodeCount, total: graph.nodeCount });

  const total = graph.nodeCount + graph.edgeCount;
  const store = await openEmbeddedStore({ path: parts.store });
  try {
    await store.write(graph, {
      onProgress: ({ phase, done }) =>
        onEvent({ type: "progress", step: "store", done: phase === "nodes" ? done : graph.nodeCount + done, total }),
    });
  } finally {
    await store.close();
  }
  return { nodes: graph.nodeCount, edges: graph.edgeCount };
}

/** Those that are nodes, by id: entities of which nothing is said, and that no article mentions, are none. */
function nodesAmong(identities: Iterable<Identity>, shown: ReadonlySet<string>): readonly Identity[] {
  return [...identities].filter(({ node }) => shown.has(node)).sort((a, b) => compareText(a.node, b.node));
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DragomanError } from "../errors.ts";
import { isSameOrigin, type Derived, type Origin, type Size } from "../folder/derived.ts";
import { readGraphFile, readPositionsFile, streamGraphFile } from "../folder/graph-file.ts";
import { readUnsureFile } from "../folder/identity-file.ts";
import { readJournal } from "../folder/read-journal.ts";
import { openJournal } from "../folder/write-journal.ts";
import { createGraph } from "../graph/memory.ts";
import { withLists } from "../language/lists.ts";
import { articleName } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EntityList } from "../model/entity-list.ts";
import type { UnsurePair } from "../model/identity.ts";
import type { Graph, GraphView, Positions } from "../model/graph.ts";
import { once } from "../model/once.ts";
import type { Reading } from "../model/reading.ts";
import type { LoggedVerdict } from "../model/verdict.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import { openEmbeddedStore } from "../stores/embedded.ts";
import type { GraphStore } from "../stores/store.ts";
import type { ArticleRecord } from "./build-graph.ts";
import { derive, originOf, partsOf } from "./derive.ts";
import type { OnEvent } from "./events.ts";
import { currentOrigin, ensureGeneration, readWhole } from "./generation.ts";
import { readRecords } from "./read-ledger.ts";
import { readingOf } from "./reading-of.ts";
import { logVerdicts } from "./verdict-log.ts";
import { openWorld, type World } from "./world.ts";

export interface OpenOptions {
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  readonly onEvent?: OnEvent;
}

/** A graph folder that is open for reading. Each part is loaded when it is first asked for. */
export interface OpenGraph {
  /** What the graph was made from. */
  readonly origin: Origin;
  /** How large it is. */
  readonly size: Size;
  graph(): Promise<Graph>;
  /** The graph for whoever goes through it once: nothing of it is held. */
  readonly view: GraphView;
  positions(): Promise<Positions>;
  /** The articles, and what was read in them. */
  records(): Promise<readonly ArticleRecord[]>;
  /** The lists of the user that are in force. */
  lists(): Promise<readonly EntityList[]>;
  /** What nodes are made of; places of articles and former ids lead to nodes. */
  world(): Promise<World>;
  /** What was read in the article that evidence calls by this name. */
  reading(name: string): Promise<Reading | undefined>;
  /** Pairs of nodes that might be one, those of which most hangs on the answer first. */
  unsure(): Promise<readonly UnsurePair[]>;
  /** What people decided, in the order in which they did. */
  verdicts(): Promise<readonly LoggedVerdict[]>;
  /** The embedded database, which answers Cypher. It can only be read. */
  store(): Promise<GraphStore>;
  close(): Promise<void>;
}

/**
 * Opens the graph of a folder. What is derived from the journal is made again where it is missing, damaged (which
 * is reported) or older than the journal; where the folder cannot be written, in a temporary folder that is gone after `close`. While a build runs the
 * graph from before it is read, and that is reported.
 *
 * Throws `GRAPH_FOLDER` where there is no graph, `JOURNAL_INVALID` for a damaged journal.
 */
export async function openGraph(folder: string, options: OpenOptions = {}): Promise<OpenGraph> {
  const { knowledge = loadKnowledge(), onEvent = () => undefined } = options;
  const report = (diagnostic: Diagnostic): void => onEvent({ type: "diagnostic", diagnostic });
  const { origin, size, directory, dispose } = await findGeneration(folder, knowledge, onEvent);
  const parts = partsOf(directory);
  const ledger = once(async () => (await readJournal(folder, report)).ledger);
  let store: Promise<GraphStore> | undefined;
  const graph = once(async () => {
    const { nodes, edges } = await readGraphFile(parts.graph);
    return createGraph(nodes, edges);
  });
  const records = once(async () => readRecords(await ledger()));
  const world = once(async () => openWorld(directory, await ledger(), await graph()));
  const idsByName = once(
    async () => new Map((await records()).map(({ article }) => [articleName(article), article.id])),
  );
  return {
    origin,
    size,
    view: streamGraphFile(parts.graph),
    graph,
    positions: once(() => readPositionsFile(parts.positions)),
    records,
    lists: once(async () => (await ledger()).lists()),
    world,
    reading: async (name) => {
      const id = (await idsByName()).get(name);
      const here = await world();
      const record = id === undefined ? undefined : here.record(id);
      return record === undefined ? undefined : readingOf(record, here);
    },
    unsure: once(() => readUnsureFile(parts.unsure)),
    verdicts: once(async () => logVerdicts(await ledger())),
    store: () => (store ??= openEmbeddedStore({ path: parts.store, readOnly: true })),
    close: async () => {
      await (await store)?.close();
      await dispose();
    },
  };
}

interface Generation {
  readonly origin: Origin;
  readonly size: Size;
  readonly directory: string;
  readonly dispose: () => Promise<void>;
}

function keep({ origin, size, folder }: Derived): Generation {
  return { origin, size, directory: folder, dispose: () => Promise.resolve() };
}

async function findGeneration(folder: string, knowledge: Knowledge, onEvent: OnEvent): Promise<Generation> {
  // What is damaged is reported by whoever makes it again.
  const derived = await readWhole(folder, () => undefined);
  const origin = await currentOrigin(folder, knowledge);
  if (derived !== undefined && isSameOrigin(derived.origin, origin)) return keep(derived);
  const report = (diagnostic: Diagnostic): void => onEvent({ type: "diagnostic", diagnostic });
  try {
    const journal = await openJournal(folder, report);
    try {
      return keep(await ensureGeneration(folder, journal, knowledge, onEvent));
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    if (error.code === "GRAPH_LOCKED" && derived?.origin.version === origin.version) {
      const message = "a build is running; this is the graph from before it";
      report({ code: "GRAPH_OLDER", severity: "note", message, at: folder });
      return keep(derived);
    }
    if (error.code !== "GRAPH_LOCKED" && error.code !== "GRAPH_FOLDER") throw error;
    await readWhole(folder, onEvent);
    return await deriveAside(folder, knowledge, onEvent);
  }
}

async function deriveAside(folder: string, knowledge: Knowledge, onEvent: OnEvent): Promise<Generation> {
  const directory = await mkdtemp(join(tmpdir(), "dragoman-"));
  const dispose = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const { ledger, mark } = await readJournal(folder, (diagnostic) => onEvent({ type: "diagnostic", diagnostic }));
    const size = await derive(directory, ledger, withLists(knowledge, ledger.lists()), onEvent);
    return { origin: originOf(mark, knowledge), size, directory, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

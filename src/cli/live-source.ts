import { createHash } from "node:crypto";
import { DragomanError } from "../errors.ts";
import { isSameOrigin, type Origin, readDerived } from "../folder/derived.ts";
import { isSystemError } from "../folder/unwritable.ts";
import { articleName } from "../model/article.ts";
import type { EntityList } from "../model/entity-list.ts";
import type { Graph, Positions } from "../model/graph.ts";
import { curate } from "../pipeline/curate.ts";
import { layOut } from "../pipeline/lay-out.ts";
import { openGraph, type OpenGraph } from "../pipeline/open-graph.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import type { GraphSource, ServedArticle, SourceOntology } from "../server/source.ts";
import type { CypherParameter, QueryOptions, QueryResult } from "../stores/store.ts";
import { exportWords } from "./export-words.ts";
import { logDiagnostic, logger } from "./logger.ts";
import { createEventDisplay } from "./run-build.ts";

/** Milliseconds between two looks at whether a build has made a new graph. */
const LOOK_MS = 1000;

/** A source that serves the graph of a folder as it is now. */
export interface LiveSource {
  readonly source: GraphSource;
  close(): Promise<void>;
}

/** One state of the graph, loaded. */
interface Snapshot {
  readonly open: OpenGraph;
  readonly graph: Graph;
  readonly positions: Positions;
  readonly articles: ReadonlyMap<string, ServedArticle>;
  readonly lists: readonly EntityList[];
  /** Queries that it is answering: it is closed after them. */
  readonly queries: Set<Promise<unknown>>;
}

/** Opens the graph of a folder for the server, and takes over what a build that runs beside it makes. */
export async function openLiveSource(folder: string, knowledge: Knowledge): Promise<LiveSource> {
  let snapshot = await load(folder, knowledge);
  let seen = snapshot.open.origin;
  let looking: Promise<void> = Promise.resolve();
  /** Former states of the graph that still answer queries: nobody who decides waits for them. */
  const closing = new Set<Promise<void>>();

  const loadAgain = async (): Promise<void> => {
    const previous = snapshot;
    const next = await load(folder, knowledge);
    // Whoever looks at the graph finds what they know about where it was.
    snapshot = { ...next, positions: layOut(next.graph, previous.positions) };
    const closed = close(previous)
      .catch(logError)
      .finally(() => closing.delete(closed));
    closing.add(closed);
  };
  const look = async (): Promise<void> => {
    const current = (await readDerived(folder))?.origin;
    if (current === undefined || isSameOrigin(current, seen)) return;
    // Noted first: a graph that cannot be opened is tried and told once.
    seen = current;
    await loadAgain();
    logger.info(`The graph of ${folder} has changed, and is served as it is now.`);
  };
  /** After the looks that were begun before, looks, and does what is to be done then. */
  const lookAgain = (andThen: () => Promise<void> | undefined = () => undefined): Promise<void> =>
    (looking = looking.then(look).then(andThen).catch(logError));
  const timer = setInterval(() => void lookAgain(), LOOK_MS);

  /**
   * What work gives on the graph as it is now. Builds keep the generation before theirs only: where two of them were quicker
   * than the look, the files of the one that is served are gone, and the work is done on the new one. Where they were damaged
   * meanwhile, loading the graph again makes them again from the journal; that is tried once.
   */
  const onCurrent = async <Value>(work: (current: Snapshot) => Promise<Value>, mended = false): Promise<Value> => {
    const tried = snapshot;
    try {
      return await work(tried);
    } catch (error) {
      if (isRefusal(error)) throw error;
      const mend = !mended && isDamage(error);
      await lookAgain(() => (mend && snapshot === tried ? loadAgain() : undefined));
      if (snapshot === tried) throw error;
      return await onCurrent(work, mend);
    }
  };

  const source: GraphSource = {
    get graph() {
      return snapshot.graph;
    },
    get positions() {
      return snapshot.positions;
    },
    get revision() {
      return nameOf(snapshot.open.origin);
    },
    ontology: toSourceOntology(knowledge),
    get lists() {
      return snapshot.lists;
    },
    exportWords: (languages) => exportWords(knowledge, languages),
    article: (name) => snapshot.articles.get(name),
    reading: (name) => onCurrent(({ open }) => open.reading(name)),
    query: (cypher, parameters, options) =>
      onCurrent(async ({ open, queries }) => {
        const answer = ask(open, cypher, parameters, options);
        queries.add(answer);
        return await answer.finally(() => queries.delete(answer));
      }),
    curation: {
      identity: (id) => onCurrent(async ({ open }) => (await open.world()).identity(id)),
      articleName: (id) =>
        onCurrent(async ({ open }) => {
          const record = (await open.world()).record(id);
          return record === undefined ? undefined : articleName(record.article);
        }),
      unsure: () => onCurrent(({ open }) => open.unsure()),
      verdicts: () => onCurrent(({ open }) => open.verdicts()),
      nodesOf: (verdict) => onCurrent(async ({ open }) => (await open.world()).nodesOf(verdict)),
      decide: async ({ decision, by, why }) => {
        const { verdict, nodes } = await curate({
          graphFolder: folder,
          decision,
          knowledge,
          onEvent: (event) => void (event.type === "diagnostic" && logDiagnostic(event.diagnostic)),
          ...(by === undefined ? {} : { by }),
          ...(why === undefined ? {} : { why }),
        });
        await lookAgain();
        return { verdict: verdict.id, nodes };
      },
    },
  };
  return {
    source,
    close: async () => {
      clearInterval(timer);
      await looking;
      await Promise.all([...closing, close(snapshot)]);
    },
  };
}

/** A name of a state of the graph: what it was made from, in a few letters. */
function nameOf({ journal, version }: Origin): string {
  return createHash("sha256")
    .update(JSON.stringify([journal.bytes, journal.tail, version]))
    .digest("base64url")
    .slice(0, 16);
}

function logError(error: unknown): void {
  logger.error(error);
}

/** Whether it was the question: another graph would not answer it either. */
function isRefusal(error: unknown): boolean {
  return error instanceof DragomanError && (error.code === "QUERY_INVALID" || error.code === "QUERY_LIMIT");
}

/** Whether it was a file of the graph that could not be read, and not a question that cannot be answered. */
function isDamage(error: unknown): boolean {
  if (error instanceof DragomanError) return error.code === "GRAPH_FOLDER";
  return error instanceof SyntaxError || isSystemError(error);
}

async function ask(
  open: OpenGraph,
  cypher: string,
  parameters: Readonly<Record<string, CypherParameter>>,
  options: QueryOptions | undefined,
): Promise<QueryResult> {
  const store = await open.store();
  if (store.query === undefined) throw new TypeError("the embedded store answers queries");
  return await store.query(cypher, parameters, options);
}

async function close({ open, queries }: Snapshot): Promise<void> {
  await Promise.allSettled(queries);
  await open.close();
}

async function load(folder: string, knowledge: Knowledge): Promise<Snapshot> {
  const { onEvent, clear } = createEventDisplay();
  const open = await openGraph(folder, { knowledge, onEvent }).finally(clear);
  const [graph, positions, records, lists] = await Promise.all([
    open.graph(),
    open.positions(),
    open.records(),
    open.lists(),
  ]);
  const articles = new Map(records.map(({ article, earlier = [] }) => [articleName(article), { ...article, earlier }]));
  return { open, graph, positions, articles, lists, queries: new Set() };
}

/** The words of the ontology, as the server wants them. */
export function toSourceOntology({ ontology, gazetteer }: Knowledge): SourceOntology {
  return {
    kinds: ontology.kinds.map(({ id, labels, colour }) => ({ id, labels, colour })),
    relations: ontology.relations.map(({ id, group, symmetric, labels, inverse }) => ({
      id,
      group,
      symmetric,
      labels,
      ...(inverse === undefined ? {} : { inverse }),
    })),
    events: ontology.events.map(({ id, labels }) => ({ id, labels })),
    roles: ontology.roles.map(({ id, labels }) => ({ id, labels })),
    counts: ontology.counts.map(({ id, labels }) => ({ id, labels })),
    offices: gazetteer.offices.map(({ id, label }) => ({ id, labels: label })),
  };
}

import { DragomanError } from "../errors.ts";
import type { CypherParameter, GraphStore } from "../stores/store.ts";
import { withInterrupt } from "./interrupt.ts";
import { logger } from "./logger.ts";
import { openNeo4j } from "./neo4j.ts";
import { print } from "./output.ts";
import { ROW_FORMATS, type RowFormat } from "./rows.ts";
import { withGraph } from "./with-graph.ts";

export interface QueryCommandOptions {
  readonly graph: string;
  readonly neo4j?: true;
  readonly uri?: string;
  readonly parameter?: Readonly<Record<string, CypherParameter>>;
  readonly format: RowFormat;
  readonly limit?: number;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Answers a query from the graph folder, or from Neo4j, on standard output. */
export async function runQuery(cypher: string, options: QueryCommandOptions): Promise<void> {
  if (options.neo4j === true) {
    const store = await openNeo4j(options.uri);
    try {
      await answer(store, cypher, options);
    } finally {
      await store.close();
    }
  } else await withGraph(options.graph, async (graph) => answer(await graph.store(), cypher, options));
}

async function answer(store: GraphStore, cypher: string, options: QueryCommandOptions): Promise<void> {
  const { query } = store;
  if (query === undefined) throw new DragomanError("QUERY_INVALID", `the store ${store.id} answers no queries`);
  const { parameter = {}, format, limit, timeout } = options;
  const result = await withInterrupt(new DragomanError("QUERY_LIMIT", "the query was stopped"), (signal) =>
    query(cypher, parameter, {
      signal,
      ...(limit === undefined ? {} : { maxRows: limit }),
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    }),
  );
  await print(ROW_FORMATS[format](result));
  if (result.truncated) logger.warn(`there are more rows than these ${result.rows.length}; --limit raises the limit`);
}

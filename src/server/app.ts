import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Graph } from "../model/graph.ts";
import { withLabels } from "../model/labels.ts";
import type { GraphSource } from "./source.ts";
import { addCuration } from "./curation.ts";
import { createDetails, type Details } from "./details.ts";
import { toGraphData } from "./graph-data.ts";
import { checkHost, checkOrigin, LOOPBACK_HOSTS, protectPage } from "./guard.ts";
import { problem, problemOf } from "./problem.ts";
import { found, parse, readJsonBody } from "./requests.ts";
import { createSearch, type Search } from "./search.ts";
import { serveFolder } from "./static-files.ts";
import { countGraph } from "./stats.ts";

export interface AppOptions {
  /** Folder of the built viewer. Without it there is the API only. */
  readonly viewer?: string;
  /**
   * Names by which the server may be asked, as a Host header has them, without a port.
   * Default: `localhost`, `127.0.0.1`, `[::1]`. Everybody who reaches the server under another name can read the graph.
   */
  readonly allowedHosts?: readonly string[];
  /** Told of errors that are no client's fault, since a client is told nothing of them. */
  readonly onError?: (error: unknown) => void;
}

/** Bytes of a request's body. A query is some hundred. */
const BODY_LIMIT = 64 * 1024;

/** Languages of labels that are kept ready for each graph. */
const LABELS_KEPT = 4;

const labelParameters = z.object({
  labels: z
    .string()
    .regex(/^[a-z]{2,3}(?:,[a-z]{2,3}){0,4}$/, "labels are language codes, such as ur,de")
    .optional(),
});
const searchParameters = z.object({
  q: z.string().max(200).default(""),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});
const queryBody = z.strictObject({
  query: z.string().min(1).max(20_000),
  parameters: z.record(z.string(), z.json()).default({}),
});

/** What is computed once for a graph. */
interface Derived {
  readonly json: () => string;
  readonly details: Details;
  readonly search: Search;
}

/**
 * The viewer and its API as a Hono app: no socket, so that tests ask `app.request()`.
 *
 * Routes: `GET /api/graph`, `/api/search?q=&limit=`, `/api/node/:id`, `/api/edge/:id`, all with `labels=ur,de` if labels
 * are wanted in other languages, `/api/article/:name`, `/api/stats`, and `POST /api/query` where the source answers
 * queries. Errors are problem details (RFC 9457).
 * Nothing can be changed through it but by `addCuration`, where the source takes decisions.
 */
export function createApp(source: GraphSource, options: AppOptions = {}): Hono {
  const { allowedHosts = LOOPBACK_HOSTS, onError } = options;
  const deriveFrom = createDerive(source);
  const derived = (context: Context): Derived =>
    deriveFrom(source.graph, parse(labelParameters, context.req.query()).labels);
  const app = new Hono();

  app.use(protectPage(), checkHost(allowedHosts), checkOrigin());
  app.use("/api/*", async (context, next) => {
    await next();
    // Articles may be confidential: they do not stay in the browser's cache.
    context.header("Cache-Control", "no-store");
  });

  app.get("/api/graph", (context) =>
    context.body(derived(context).json(), 200, { "Content-Type": "application/json" }),
  );
  app.get("/api/stats", (context) => context.json(countGraph(source.graph, source.lists ?? [])));
  app.get("/api/search", (context) => {
    const { q, limit } = parse(searchParameters, context.req.query());
    return context.json(derived(context).search(q, limit));
  });
  app.get("/api/node/:id", (context) => {
    const id = context.req.param("id");
    return context.json(found(derived(context).details.node(id), "node", id));
  });
  app.get("/api/edge/:id", (context) => {
    const id = context.req.param("id");
    return context.json(found(derived(context).details.edge(id), "edge", id));
  });
  app.get("/api/article/:name", async (context) => {
    const name = context.req.param("name");
    const article = found(await source.article(name), "article", name);
    return context.json(derived(context).details.article(name, article));
  });

  const { query } = source;
  if (query !== undefined) {
    const limit = bodyLimit({
      maxSize: BODY_LIMIT,
      onError: () => problem(413, `A request holds at most ${BODY_LIMIT} bytes.`),
    });
    app.post("/api/query", limit, async (context) => {
      const body = parse(queryBody, await readJsonBody(context.req));
      return context.json(await query(body.query, body.parameters));
    });
  }

  if (source.curation !== undefined) addCuration(app, source.curation, () => source.graph);

  if (options.viewer !== undefined) app.use(serveFolder(options.viewer));
  app.notFound((context) => problem(404, `There is nothing at ${context.req.path}.`));
  app.onError((error) => {
    const response = problemOf(error);
    if (response.status >= 500) onError?.(error);
    return response;
  });
  return app;
}

/** Derived data by graph and languages of labels: made when first asked for, gone with the graph. */
function createDerive(source: GraphSource): (graph: Graph, labels: string | undefined) => Derived {
  const known = new WeakMap<Graph, Map<string, Derived>>();
  const eventTypes = new Map(source.ontology.events.map(({ id, labels }) => [id, labels]));
  return (graph, labels = "") => {
    const ofGraph = known.get(graph) ?? new Map<string, Derived>();
    known.set(graph, ofGraph);
    const languages = labels === "" ? [] : labels.split(",");
    const derived = ofGraph.get(labels) ?? derive(graph, languages);
    // What was asked for last is kept longest.
    ofGraph.delete(labels);
    ofGraph.set(labels, derived);
    for (const oldest of ofGraph.keys()) if (ofGraph.size > LABELS_KEPT) ofGraph.delete(oldest);
    return derived;
  };

  function derive(usual: Graph, languages: readonly string[]): Derived {
    const graph = languages.length === 0 ? usual : withLabels(usual, { languages, eventTypes });
    let json: string | undefined;
    return {
      json: () => (json ??= JSON.stringify(toGraphData(graph, source.positions, source.ontology, languages))),
      details: createDetails(graph),
      search: createSearch(graph),
    };
  }
}

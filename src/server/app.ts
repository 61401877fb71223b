import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { type ExportOptions, findExporter, findFolderExporter } from "../exporters/index.ts";
import { centresOf, neighbourhood } from "../graph/neighbourhood.ts";
import { addCuration } from "./curation.ts";
import { compress } from "./compress.ts";
import { findPaths } from "./connections.ts";
import type { GraphData } from "./contract.ts";
import { createDerive, type Derived } from "./derived.ts";
import { streamPage, streamPart } from "./export-part.ts";
import { streamExport, streamExportFile } from "./export-stream.ts";
import { factFilter, termsOf } from "./filters.ts";
import { toGraphData } from "./graph-data.ts";
import { checkHost, checkOrigin, checkToken, LOOPBACK_HOSTS, protectPage } from "./guard.ts";
import { limitConcurrency, limitRate } from "./limits.ts";
import { describeRoutes } from "./openapi.ts";
import { problem, problemOf } from "./problem.ts";
import { found } from "./found.ts";
import { createRouter } from "./router.ts";
import { ROUTES } from "./routes.ts";
import { type GraphSource, describeSource } from "./source.ts";
import { serveFolder } from "./static-files.ts";
import { makeTimeline } from "./timeline.ts";
import { withWords, withWordsOfChains } from "./words.ts";

export interface AppOptions {
  /** Folder of the built viewer. Without it there is the API only. */
  readonly viewer?: string;
  /**
   * Names by which the server may be asked, as a Host header has them, without a port.
   * Default: `localhost`, `127.0.0.1`, `[::1]`. Everybody who reaches the server under another name can read the graph.
   */
  readonly allowedHosts?: readonly string[];
  /** What a client must know to be answered. Without it everybody is who reaches the server. */
  readonly token?: string;
  /** How often a client may ask the API. Default: 1200, which people at the page do not reach. */
  readonly requestsPerMinute?: number;
  /** Version of the program, for the description. */
  readonly version?: string;
  /** Told of errors that are no client's fault, since a client is told nothing of them. */
  readonly onError?: (error: unknown) => void;
}

const REQUESTS_PER_MINUTE = 1200;
/** Queries and exports that are answered at once. */
const COSTLY_AT_ONCE = 16;

/**
 * The viewer and its API as a Hono app: no socket, so that tests ask `app.request()`.
 *
 * What there is stands in `ROUTES`, and for programs at `/api/openapi.json`. Errors are problem details (RFC 9457).
 * Nothing can be changed through it but by `addCuration`, where the source takes decisions.
 */
export function createApp(source: GraphSource, options: AppOptions = {}): Hono {
  const { allowedHosts = LOOPBACK_HOSTS, requestsPerMinute = REQUESTS_PER_MINUTE, version = "0", onError } = options;
  const derived = createDerive(source);
  const app = new Hono();

  app.use(protectPage(), compress(), checkHost(allowedHosts), checkOrigin(), limitRate(requestsPerMinute));
  if (options.token !== undefined) app.use(checkToken(options.token));
  app.use("/api/*", async (context, next) => {
    await next();
    // Articles may be confidential: they do not stay in the browser's cache.
    context.header("Cache-Control", "no-store");
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: ({ req }, methods) =>
        problem(405, `${req.path} answers ${methods.join(" and ")} only.`, { headers: { Allow: methods.join(", ") } }),
    }),
  );

  const router = createRouter(app);
  const costly = limitConcurrency(COSTLY_AT_ONCE);
  router.add(ROUTES.graph, ({ query, context }): Response | GraphData => {
    const { graph, json, overview, languages, ontology, whole, refer } = derived(query.labels);
    if (query.around === undefined) {
      const { text, tag } = graph.nodeCount > (query.overviewAbove ?? Infinity) ? overview() : json();
      return context.body(text, 200, { "Content-Type": "application/json", ETag: tag });
    }
    const centres = centresOf(graph, query.around);
    const first = found(centres[0], "node or fact", query.around);
    const part = neighbourhood(graph, centres, { ...query, isWanted: factFilter(query, ontology()) });
    return {
      ...toGraphData(part.graph, source.positions, source.ontology, languages, {
        ...describeSource(source),
        whole: whole(),
      }),
      part: { around: refer().node(first.id), steps: query.steps, complete: part.complete },
    };
  });
  if (source.revision !== undefined) router.add(ROUTES.revision, () => ({ revision: source.revision ?? "" }));
  router.add(ROUTES.stats, () => derived().stats());
  router.add(ROUTES.search, ({ query: { q, labels, kinds, limit, offset } }) => {
    const { search, ontology } = derived(labels);
    return search()(q, limit, { offset, kinds: termsOf("kind", kinds, ontology().kinds) });
  });
  router.add(ROUTES.node, async ({ params: { id }, query: { labels, ...page } }) => {
    const details = derived(labels).details();
    const node = details.node(id, page);
    if (node !== undefined) return node;
    // A link that somebody kept leads to what became of its node.
    const now = await source.curation?.identity(id);
    return found(now === undefined ? undefined : derived(labels).details().node(now.node, page), "node", id);
  });
  router.add(ROUTES.edge, ({ params: { id }, query: { labels, ...page } }) =>
    withWords(found(derived(labels).details().edge(id, page), "fact", id), source.reading),
  );
  router.add(ROUTES.article, async ({ params: { name }, query: { labels } }) => {
    const article = found(await source.article(name), "article", name);
    const reading = await source.reading?.(name);
    return derived(labels).details().article(name, article, reading);
  });
  router.add(ROUTES.path, ({ query }) => withWordsOfChains(findPaths(derived(query.labels), query), source.reading));
  router.add(ROUTES.timeline, ({ query }) => makeTimeline(derived(query.labels), query));
  const exportOptions = ({ languages }: Derived, { layout }: { readonly layout: string }): ExportOptions => ({
    ...source.exportWords?.(languages),
    ...(layout === "true" ? { positions: source.positions } : {}),
  });
  router.add(
    ROUTES.export,
    ({ params, query }) => {
      const exporter = found(findExporter(params.format), "format", params.format);
      const of = derived(query.labels);
      return streamExport(exporter, of, query, exportOptions(of, query));
    },
    costly,
  );
  router.add(
    ROUTES.exportFile,
    ({ params, query }) => {
      const exporter = found(findFolderExporter(params.format), "format", params.format);
      const of = derived(query.labels);
      return streamExportFile(exporter, params.file, of, query, exportOptions(of, query));
    },
    costly,
  );
  router.add(
    ROUTES.part,
    ({ params, query, body }) => {
      if (params.format === "html") return streamPage(source, found(options.viewer, "format", params.format), body);
      const of = derived(query.labels);
      return streamPart(of.graph, body, params.format, exportOptions(of, { layout: "true" }));
    },
    costly,
  );
  const { query: ask } = source;
  if (ask !== undefined) {
    router.add(
      ROUTES.query,
      ({ body, context }) =>
        ask(body.query, body.parameters, {
          maxRows: body.limit,
          timeoutMs: body.timeout * 1000,
          // Nobody waits for the answer to a client that has gone.
          signal: context.req.raw.signal,
        }),
      costly,
    );
  }
  if (source.curation !== undefined) addCuration(router, source.curation, (labels) => derived(labels).refer());
  app.get("/api/openapi.json", (context) => context.json(describeRoutes(router.routes, version)));

  if (options.viewer !== undefined) app.use(serveFolder(options.viewer));
  app.notFound((context) => problem(404, `There is nothing at ${context.req.path}.`));
  app.onError((error) => {
    const response = problemOf(error);
    if (response.status >= 500) onError?.(error);
    return response;
  });
  return app;
}

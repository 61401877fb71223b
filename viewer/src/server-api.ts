import type {
  ArticleDetail,
  DecisionResult,
  EdgeDetail,
  GraphData,
  IdentityDetail,
  NodeDetail,
  Paths,
  Problem,
  QueryResult,
  Review,
  Revision,
  SearchResult,
  Verdicts,
} from "../../src/server/contract.ts";
import type { Api } from "./api.ts";
import { MOST_NODES } from "./most-nodes.ts";
import { RequestError } from "./request-error.ts";
import { strings } from "./strings/index.ts";

/** What the server offers. */
export const serverApi: Api = {
  graph: (labels, signal) => get<GraphData>("graph", signal, { labels, overviewAbove: String(MOST_NODES) }),
  revision: async (signal) => (await get<Revision>("revision", signal)).revision,
  around: ({ id, steps, limit }, labels, signal) =>
    get<GraphData>("graph", signal, {
      labels,
      around: id,
      steps: String(steps),
      limit: String(limit),
      modalities: "all",
    }),
  node: (id, limit, labels, signal) =>
    get<NodeDetail>(`node/${encodeURIComponent(id)}`, signal, { labels, limit: String(limit) }),
  edge: (id, limit, labels, signal) =>
    get<EdgeDetail>(`edge/${encodeURIComponent(id)}`, signal, { labels, limit: String(limit) }),
  article: (name, labels, signal) => get<ArticleDetail>(`article/${encodeURIComponent(name)}`, signal, { labels }),
  search: (query, labels, signal) => get<SearchResult>("search", signal, { q: query, labels }),
  curation: {
    identity: (id, signal) => get<IdentityDetail>(`identity/${encodeURIComponent(id)}`, signal),
    review: ({ node, limit }, labels, signal) => get<Review>("review", signal, { node, limit: String(limit), labels }),
    verdicts: (limit, signal) => get<Verdicts>("verdicts", signal, { order: "latest", limit: String(limit) }),
    decide: (request) => post<DecisionResult>("verdicts", request),
  },
  path: ({ maxSteps, relations, modalities, through, undated, minConfidence, ...wish }, labels, signal) =>
    get<Paths>("path", signal, {
      ...wish,
      labels,
      maxSteps: String(maxSteps),
      undated: undated?.toString(),
      minConfidence: minConfidence?.toString(),
      relations: relations?.join(","),
      modalities: modalities?.join(","),
      through: through?.join(","),
    }),
  part: async (part, format, labels, signal) => (await postFor(`part/${format}`, part, signal, { labels })).blob(),
  page: async (part, view, signal) => (await postFor("part/html", { ...part, view }, signal)).blob(),
  query: (query, parameters, signal) => post<QueryResult>("query", { query, parameters }, signal),
};

type Parameters = Readonly<Record<string, string | undefined>>;

async function get<T>(path: string, signal: AbortSignal, parameters: Parameters = {}): Promise<T> {
  return (await (await accepted(fetch(addressOf(path, parameters), { signal }))).json()) as T;
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return (await (await postFor(path, body, signal)).json()) as T;
}

/** What the server answers to a body, be it JSON or a file. */
async function postFor(
  path: string,
  body: unknown,
  signal?: AbortSignal,
  parameters: Parameters = {},
): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body), ...(signal === undefined ? {} : { signal }) };
  return await accepted(fetch(addressOf(path, parameters), init));
}

/** Addresses are relative to the page, so that it works below any path. */
function addressOf(path: string, parameters: Parameters = {}): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `api/${path}${given.length === 0 ? "" : `?${new URLSearchParams(given)}`}`;
}

/** What a server answered, where that is no error. */
async function accepted(answer: Promise<Response>): Promise<Response> {
  const response = await answer.catch((error: unknown) => {
    // What browsers say of a server that does not answer is in English, and of none of its reasons.
    throw error instanceof TypeError ? new RequestError(strings.unreachable) : error;
  });
  if (response.ok) return response;
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json") === true;
  const detail = isProblem ? ((await response.json()) as Problem).detail : response.statusText;
  throw new RequestError(detail, response.status);
}

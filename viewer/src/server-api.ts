import type {
  ArticleDetail,
  DecisionResult,
  EdgeDetail,
  GraphData,
  IdentityDetail,
  NodeDetail,
  Paths,
  Problem,
  Review,
  SearchResult,
  Verdicts,
} from "../../src/server/contract.ts";
import type { Api } from "./api.ts";

/** What the server offers. */
export const serverApi: Api = {
  graph: (labels, signal) => get<GraphData>("graph", signal, { labels }),
  node: (id, labels, signal) => get<NodeDetail>(`node/${encodeURIComponent(id)}`, signal, { labels }),
  edge: (id, labels, signal) => get<EdgeDetail>(`edge/${encodeURIComponent(id)}`, signal, { labels }),
  article: (name, labels, signal) => get<ArticleDetail>(`article/${encodeURIComponent(name)}`, signal, { labels }),
  search: (query, labels, signal) => get<SearchResult>("search", signal, { q: query, labels }),
  curation: {
    identity: (id, signal) => get<IdentityDetail>(`identity/${encodeURIComponent(id)}`, signal),
    review: (limit, labels, signal) => get<Review>("review", signal, { limit: String(limit), labels }),
    verdicts: (signal) => get<Verdicts>("verdicts", signal, { limit: "1000" }),
    decide: async (request) => {
      const response = await fetch("api/verdicts", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(request),
      });
      return await read<DecisionResult>(response);
    },
  },
  path: ({ from, to, maxSteps, relations, modalities, through }, labels, signal) =>
    get<Paths>("path", signal, {
      from,
      to,
      labels,
      maxSteps: String(maxSteps),
      relations: relations?.join(","),
      modalities: modalities?.join(","),
      through: through?.join(","),
    }),
};

/** Addresses are relative to the page, so that it works below any path. */
async function get<T>(
  path: string,
  signal: AbortSignal,
  parameters: Readonly<Record<string, string | undefined>> = {},
): Promise<T> {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
  return await read<T>(await fetch(`api/${path}${search}`, { signal }));
}

/** What a server answered. */
async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json") === true;
  const detail = isProblem ? ((await response.json()) as Problem).detail : response.statusText;
  throw new Error(detail);
}

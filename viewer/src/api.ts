import type {
  ArticleDetail,
  EdgeDetail,
  GraphData,
  NodeDetail,
  Problem,
  SearchResult,
} from "../../src/server/contract.ts";

/** What the server offers. Each rejects with an Error that says what went wrong, or with the signal's AbortError. */
export const api = {
  graph: (signal: AbortSignal) => get<GraphData>("graph", signal),
  node: (id: string, signal: AbortSignal) => get<NodeDetail>(`node/${encodeURIComponent(id)}`, signal),
  edge: (id: string, signal: AbortSignal) => get<EdgeDetail>(`edge/${encodeURIComponent(id)}`, signal),
  article: (name: string, signal: AbortSignal) => get<ArticleDetail>(`article/${encodeURIComponent(name)}`, signal),
  search: (query: string, signal: AbortSignal) => get<SearchResult>(`search?q=${encodeURIComponent(query)}`, signal),
};

/** Addresses are relative to the page, so that it works below any path. */
async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(`api/${path}`, { signal });
  if (response.ok) return (await response.json()) as T;
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json") === true;
  const detail = isProblem ? ((await response.json()) as Problem).detail : response.statusText;
  throw new Error(detail);
}

import type {
  ArticleDetail,
  EdgeDetail,
  GraphData,
  NodeDetail,
  Problem,
  SearchResult,
} from "../../src/server/contract.ts";
import type { LabelLanguage } from "./label-choice.ts";

/** What the server offers. Each rejects with an Error that says what went wrong, or with the signal's AbortError. */
export const api = {
  graph: (labels: LabelLanguage, signal: AbortSignal) => get<GraphData>("graph", signal, { labels }),
  node: (id: string, labels: LabelLanguage, signal: AbortSignal) =>
    get<NodeDetail>(`node/${encodeURIComponent(id)}`, signal, { labels }),
  edge: (id: string, labels: LabelLanguage, signal: AbortSignal) =>
    get<EdgeDetail>(`edge/${encodeURIComponent(id)}`, signal, { labels }),
  article: (name: string, signal: AbortSignal) => get<ArticleDetail>(`article/${encodeURIComponent(name)}`, signal),
  search: (query: string, labels: LabelLanguage, signal: AbortSignal) =>
    get<SearchResult>("search", signal, { q: query, labels }),
};

/** Addresses are relative to the page, so that it works below any path. */
async function get<T>(
  path: string,
  signal: AbortSignal,
  parameters: Readonly<Record<string, string | undefined>> = {},
): Promise<T> {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
  const response = await fetch(`api/${path}${search}`, { signal });
  if (response.ok) return (await response.json()) as T;
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json") === true;
  const detail = isProblem ? ((await response.json()) as Problem).detail : response.statusText;
  throw new Error(detail);
}

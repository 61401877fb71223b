import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DragomanError, type ErrorCode } from "../errors.ts";
import type { Problem } from "./contract.ts";

/** The errors that are the client's to mend. Every other code is a failure of the server. */
const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  NOT_FOUND: 404,
  QUERY_INVALID: 400,
  QUERY_LIMIT: 422,
  VERDICT_INVALID: 422,
  GRAPH_LOCKED: 409,
  STORE_UNAVAILABLE: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Content too large",
  415: "Unsupported media type",
  421: "Misdirected request",
  422: "Unprocessable content",
  429: "Too many requests",
  503: "Service unavailable",
};

/** What a status means. */
export function titleOf(status: number): string {
  return TITLES[status] ?? "Internal server error";
}

/** An error response in the form of RFC 9457. */
export function problem(
  status: ContentfulStatusCode,
  detail: string,
  { code, headers = {} }: { readonly code?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const body: Problem = {
    type: "about:blank",
    title: titleOf(status),
    status,
    detail,
    ...(code === undefined ? {} : { code }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json" },
  });
}

/** What a client is told of an error: the words of errors thrown on purpose, nothing of the others. */
export function problemOf(error: unknown): Response {
  if (error instanceof DragomanError) return problem(STATUS[error.code] ?? 500, error.message, { code: error.code });
  if (error instanceof HTTPException) return problem(error.status, error.message);
  return problem(500, "The server failed to answer this request.");
}

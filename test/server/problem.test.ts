import { expect, test } from "vitest";
import { DragomanError, type ErrorCode } from "../../src/errors.ts";
import { problemOf } from "../../src/server/problem.ts";

test.each<readonly [ErrorCode, number, string]>([
  ["NOT_FOUND", 404, "Not found"],
  ["QUERY_INVALID", 400, "Bad request"],
  ["QUERY_LIMIT", 422, "Unprocessable content"],
  ["VERDICT_INVALID", 422, "Unprocessable content"],
  ["GRAPH_LOCKED", 409, "Conflict"],
  ["STORE_UNAVAILABLE", 503, "Service unavailable"],
  ["GRAPH_FOLDER", 500, "Internal server error"],
])("an error %s is a problem of status %i", async (code, status, title) => {
  const response = problemOf(new DragomanError(code, "what happened"));
  expect(await response.json()).toEqual({ type: "about:blank", title, status, detail: "what happened", code });
  expect(response.status).toBe(status);
});

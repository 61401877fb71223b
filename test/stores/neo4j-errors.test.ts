import { expect, test } from "vitest";
import { DragomanError } from "../../src/errors.ts";
import { toNeo4jError } from "../../src/stores/neo4j-errors.ts";

/** What the driver throws. */
function thrown(code: string, message: string, cause?: Error): Error {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });
}

const long =
  "Failed to connect to server. Please ensure that your database is listening on the correct host and port. Caused by: ";

test.each([
  [
    "Neo.ClientError.Security.Unauthorized",
    "unauthorized",
    "STORE_AUTH",
    /NEO4J_USERNAME and NEO4J_PASSWORD, or NEO4J_TOKEN/,
  ],
  [
    "Neo.ClientError.Security.Forbidden",
    "Schema operations are not allowed",
    "STORE_AUTH",
    /does not let this user.*administrator/,
  ],
  ["Neo.ClientError.Database.DatabaseNotFound", "Graph not found: x", "STORE_UNAVAILABLE", /NEO4J_DATABASE/],
  ["Neo.ClientError.Cluster.NotALeader", "No longer the leader", "STORE_UNAVAILABLE", /only reads.*neo4j:\/\//],
  ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "read-only", "STORE_UNAVAILABLE", /only reads/],
  [
    "Neo.DatabaseError.Statement.ExecutionFailed",
    "The shortest path algorithm does not work when the start and end nodes are the same.",
    "QUERY_INVALID",
    /WHERE a <> b/,
  ],
  [
    "Neo.DatabaseError.Statement.ExecutionFailed",
    "Something else",
    "STORE_UNAVAILABLE",
    /has failed \(Neo\..*Something/,
  ],
  ["Neo.ClientError.Schema.ConstraintValidationFailed", "already exists", "STORE_UNAVAILABLE", /a database of its own/],
  [
    "Neo.DatabaseError.Transaction.TransactionCommitFailed",
    "Could not apply the transaction: x",
    "STORE_UNAVAILABLE",
    /disk .* full/,
  ],
  [
    "Neo.DatabaseError.General.UnknownError",
    "java.io.IOException: No space left on device",
    "STORE_UNAVAILABLE",
    /disk .* full/,
  ],
  [
    "ServiceUnavailable",
    `${long}Server certificate is not trusted. If you trust it, …`,
    "STORE_UNAVAILABLE",
    /NODE_EXTRA_CA_CERTS.*\+ssc/,
  ],
  [
    "ServiceUnavailable",
    `${long}Server certificate is not trusted. certificate has expired`,
    "STORE_UNAVAILABLE",
    /not valid now/,
  ],
  [
    "ServiceUnavailable",
    `${long}Hostname/IP does not match certificate's altnames: x`,
    "STORE_UNAVAILABLE",
    /for another name/,
  ],
  [
    "ServiceUnavailable",
    `${long}Client network socket disconnected before secure TLS connection was established`,
    "STORE_UNAVAILABLE",
    /without \+s/,
  ],
  ["ServiceUnavailable", `${long}connect ECONNREFUSED 127.0.0.1:7687`, "STORE_UNAVAILABLE", /check that it runs/],
  ["Neo.ClientError.Statement.SyntaxError", "Invalid input", "QUERY_INVALID", /^Invalid input$/],
])("%s: %s", (code, said, expected, message) => {
  const error = toNeo4jError(thrown(code, said), "neo4j://user:secret@localhost");
  expect(error).toBeInstanceOf(DragomanError);
  expect(error).toMatchObject({ code: expected, message: expect.stringMatching(message) });
  expect(String(error)).not.toContain("secret");
});

test("why no member of a cluster answers stands in the cause", () => {
  const cause = thrown("SessionExpired", `${long}Server certificate is not trusted.`);
  const error = toNeo4jError(
    thrown("ServiceUnavailable", "Could not perform discovery.", cause),
    "neo4j+s://localhost",
  );
  expect(error).toMatchObject({ message: expect.stringMatching(/NODE_EXTRA_CA_CERTS/) });
});

test("what is none of the driver's stays as it is", () => {
  const error = new RangeError("edge x ends at no node");
  expect(toNeo4jError(error, "neo4j://localhost")).toBe(error);
});

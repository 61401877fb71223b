import { DragomanError, type ErrorCode } from "../errors.ts";
import { slownessAdvice } from "./dialect.ts";

/** What the user may see of an address: never a password that stands in it. */
export function addressOf(uri: string): string {
  return uri.replace(/\/\/.*@/s, "//");
}

interface Meaning {
  readonly codes: RegExp;
  readonly code: ErrorCode;
  readonly message: (said: string, cypher: string) => string;
}

/** What the codes of server and driver mean, the first that fits. */
const MEANINGS: readonly Meaning[] = [
  {
    codes: /^Neo\.ClientError\.Security\./,
    code: "STORE_AUTH",
    message: (said) => `Neo4j refuses the user or the password (${said}); check NEO4J_USERNAME and NEO4J_PASSWORD`,
  },
  {
    codes: /^Neo\.ClientError\.Database\.DatabaseNotFound$/,
    code: "STORE_UNAVAILABLE",
    message: (said) => `Neo4j has no such database (${said}); check NEO4J_DATABASE`,
  },
  {
    codes: /^Neo\.ClientError\.Statement\.AccessMode$/,
    code: "QUERY_INVALID",
    message: () => "a query can only read; to change the graph use dragoman build, merge, split or reject",
  },
  {
    codes:
      /TransactionTimedOut|^Neo\.ClientError\.Transaction\.(?:TransactionTimedOut|Terminated)|MemoryPool|OutOfMemory/,
    code: "QUERY_LIMIT",
    message: (said, cypher) => `Neo4j has ended the query (${said}): ${slownessAdvice(cypher)}`,
  },
  {
    codes: /^Neo\.(?:ClientError\.|DatabaseError\.Transaction\.TransactionStartFailed$)/,
    code: "QUERY_INVALID",
    message: (said) => said,
  },
  {
    codes: /^(?:ServiceUnavailable|SessionExpired|N\/A)$/,
    code: "STORE_UNAVAILABLE",
    message: (said) => `Neo4j does not answer (${said}); check that it runs, and NEO4J_URI`,
  },
];

/** An error of the driver as one for people. What does not come from the driver is given back as it is. */
export function toNeo4jError(error: unknown, uri: string, cypher = ""): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  if (error instanceof DragomanError) return error;
  const { code } = error;
  const meaning = MEANINGS.find(({ codes }) => codes.test(code));
  const said = essenceOf(error.message);
  const message = meaning?.message(said, cypher) ?? `Neo4j has failed (${code}: ${said})`;
  const place = meaning?.code === "QUERY_INVALID" || meaning?.code === "QUERY_LIMIT" ? {} : { at: addressOf(uri) };
  return new DragomanError(meaning?.code ?? "STORE_UNAVAILABLE", message, { ...place, cause: error });
}

/** The driver explains connection errors at length: the cause, which comes last, says most, the routing table least. */
function essenceOf(message: string): string {
  const cause = /Caused by: (.*)$/s.exec(message)?.[1] ?? message;
  return cause
    .replace(/ Known routing table: .*$/s, "")
    .trim()
    .replace(/\.$/, "");
}

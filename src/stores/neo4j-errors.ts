import { DragomanError, type ErrorCode } from "../errors.ts";
import { slownessAdvice } from "./dialect.ts";

/** What the user may see of an address: never a password that stands in it. */
export function addressOf(uri: string): string {
  return uri.replace(/\/\/.*@/s, "//");
}

interface Meaning {
  readonly codes: RegExp;
  /** Where the code alone does not tell. */
  readonly says?: RegExp;
  readonly code: ErrorCode;
  readonly message: (said: string, cypher: string) => string;
}

/** What the codes of server and driver mean, the first that fits. */
const MEANINGS: readonly Meaning[] = [
  {
    codes: /^Neo\.ClientError\.Security\.(?:Forbidden|AuthorizationExpired)/,
    code: "STORE_AUTH",
    message: (said) => `Neo4j does not let this user do that (${said}); ask its administrator for the role`,
  },
  {
    codes: /^Neo\.ClientError\.Security\./,
    code: "STORE_AUTH",
    message: (said) =>
      `Neo4j refuses the user or the password (${said}); check NEO4J_USERNAME and NEO4J_PASSWORD, or NEO4J_TOKEN`,
  },
  {
    codes: /^Neo\.ClientError\.Database\.DatabaseNotFound$/,
    code: "STORE_UNAVAILABLE",
    message: (said) => `Neo4j has no such database (${said}); check NEO4J_DATABASE`,
  },
  {
    codes:
      /^Neo\.ClientError\.(?:Cluster\.NotALeader|General\.(?:ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessDatabase))$/,
    code: "STORE_UNAVAILABLE",
    message: (said) =>
      `this Neo4j only reads (${said}); give the address of the cluster as neo4j://, which finds the member that writes, or make the database writable`,
  },
  {
    codes: /^Neo\.ClientError\.Statement\.AccessMode$/,
    code: "QUERY_INVALID",
    message: () => "a query can only read; to change the graph use dragoman build, merge, split or reject",
  },
  {
    codes: /^Neo\.DatabaseError\.Statement\.ExecutionFailed$/,
    says: /shortest path algorithm/,
    code: "QUERY_INVALID",
    message: () => "shortestPath needs two different ends: write WHERE a <> b before it",
  },
  {
    codes: /^Neo\.ClientError\.Schema\.Constraint(?:CreationFailed|ValidationFailed)$/,
    code: "STORE_UNAVAILABLE",
    message: (said) =>
      `others use the labels or relations of the graph in this database, with ids that are there twice (${said}); give the graph a database of its own`,
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
    message: (said) =>
      connectionAdvice(said) ??
      `Neo4j does not answer (${said}); check that it runs, and NEO4J_URI: where it demands encryption, with +s`,
  },
];

/** What the network says when one side speaks TLS and the other does not, or does not like the certificate. */
const TLS: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    /altname|does not match certificate|ERR_TLS_CERT/i,
    "the certificate of Neo4j is for another name: use the name in NEO4J_URI that is in it",
  ],
  [/certificate (?:has expired|is not yet valid)|CERT_HAS_EXPIRED/i, "the certificate of Neo4j is not valid now"],
  [
    /certificate is not trusted|self[- ]signed|unable to (?:verify|get)|DEPTH_ZERO|UNABLE_TO|CERT_UNTRUSTED/i,
    "this machine does not know who signed the certificate of Neo4j: name the file of the authority in NODE_EXTRA_CA_CERTS, or write +ssc instead of +s to take any",
  ],
  [
    /before secure TLS|wrong version number|ssl3_get_record|packet length too long|EPROTO/i,
    "Neo4j does not speak TLS at this address: write neo4j:// or bolt:// without +s, or turn TLS on there",
  ],
];

function connectionAdvice(said: string): string | undefined {
  const advice = TLS.find(([pattern]) => pattern.test(said))?.[1];
  return advice === undefined ? undefined : `${advice} (${said.split(". ")[0]})`;
}

/** What a server says when it could not write to its disk. The second is all that it says from then on. */
const DISK =
  /No space left on device|File too large|Disk quota|critical error, and needs to be restarted|Could not (?:append|apply) the transaction/i;

/** An error of the driver as one for people. What does not come from the driver is given back as it is. */
export function toNeo4jError(error: unknown, uri: string, cypher = ""): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  if (error instanceof DragomanError) return error;
  const { code } = error;
  const said = essenceOf(innermost(error).message);
  const meaning = MEANINGS.find(({ codes, says }) => codes.test(code) && says?.test(said) !== false);
  if (DISK.test(error.message)) {
    const advice =
      "the disk of Neo4j may be full: look into its debug.log, free some space there, and start Neo4j again";
    return new DragomanError("STORE_UNAVAILABLE", `Neo4j cannot write (${said}); ${advice}`, {
      at: addressOf(uri),
      cause: error,
    });
  }
  const message = meaning?.message(said, cypher) ?? `Neo4j has failed (${code}: ${said})`;
  const place = meaning?.code === "QUERY_INVALID" || meaning?.code === "QUERY_LIMIT" ? {} : { at: addressOf(uri) };
  return new DragomanError(meaning?.code ?? "STORE_UNAVAILABLE", message, { ...place, cause: error });
}

/** What a driver that asks a cluster for its members says is only that none answered; why is in the causes. */
function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}

/** The driver explains connection errors at length: the cause, which comes last, says most, the routing table least. */
function essenceOf(message: string): string {
  const cause = /Caused by: (.*)$/s.exec(message)?.[1] ?? message;
  return cause
    .replace(/ Known routing table: .*$/s, "")
    .trim()
    .replace(/\.$/, "");
}

/** The codes of every error that this package throws on purpose. Tests and callers switch on them. */
export const ERROR_CODES = [
  /** The command line or an option is wrong. */
  "USAGE",
  /** A file under `seeds/` does not follow its schema. */
  "SEED_INVALID",
  /** The compiled knowledge is missing: the project has not been built. */
  "KNOWLEDGE_MISSING",
  /** A file or folder that was named cannot be read. */
  "INPUT_UNREADABLE",
  /** A list of entities that the user gives cannot be used as it is. */
  "LIST_INVALID",
  /** The input was read, and holds no article. */
  "INPUT_EMPTY",
  /** The graph folder cannot be written or is not one. */
  "GRAPH_FOLDER",
  /** Another process is writing to the graph folder. */
  "GRAPH_LOCKED",
  /** The journal is damaged, or written by a newer version. */
  "JOURNAL_INVALID",
  /** A store cannot be reached. */
  "STORE_UNAVAILABLE",
  /** A store refused the user or the password. */
  "STORE_AUTH",
  /** A package that an optional part needs is not installed. */
  "DRIVER_MISSING",
  /** A query is not understood, or would write. */
  "QUERY_INVALID",
  /** A query ran past its limit of time or memory. */
  "QUERY_LIMIT",
  /** Something that was asked for by its id is not in the graph. */
  "NOT_FOUND",
  /** What was decided cannot be: an event is no person. */
  "VERDICT_INVALID",
  /** A file cannot be written. */
  "OUTPUT",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * Every error that this package throws on purpose. Callers switch on `code`; people read `message`.
 *
 * The message says what happened and what to do; `at` says where: `seeds/languages/de/frames.yaml:41:7`, a path, a URL.
 */
export class DragomanError extends Error {
  override readonly name = "DragomanError";
  readonly code: ErrorCode;
  readonly at: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly at?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(
      options.at === undefined ? message : `${options.at}: ${message}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.at = options.at;
  }
}

import type { ErrorCode } from "../errors.ts";
import type { GrafeoFailure } from "./grafeo-errors.ts";
import type { CypherParameter, QueryResult } from "./store.ts";

/** What `query-process.ts` and the process of `query-child.ts` say to each other, as JSON. One query at a time. */

export interface QueryRequest {
  readonly path: string;
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, CypherParameter>>;
  readonly maxRows: number;
  /** Bytes of memory at which the process ends itself. */
  readonly maxMemory: number;
}

export type QueryReply =
  /** The database is open, the query begins: from here on its time is measured. */
  | { readonly type: "begun" }
  | { readonly type: "result"; readonly result: QueryResult }
  | { readonly type: "refused"; readonly failure: GrafeoFailure }
  /** The database cannot be opened. */
  | { readonly type: "failed"; readonly code: ErrorCode; readonly message: string };

/** Exit code of a process that has used more memory than its request allows. */
export const OUT_OF_MEMORY = 86;

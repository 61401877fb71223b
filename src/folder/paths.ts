import { join } from "node:path";

/** Where the parts of a graph folder are. */
export interface GraphPaths {
  readonly folder: string;
  /** The truth: append-only, one JSON object a line. */
  readonly journal: string;
  /** Present while a process writes. */
  readonly lock: string;
  /** Everything that can be made again from the journal. */
  readonly derived: string;
  /** Says which generation of `derived` is the current one, and what it was made from. */
  readonly state: string;
}

export function graphPaths(folder: string): GraphPaths {
  const derived = join(folder, "derived");
  return {
    folder,
    journal: join(folder, "journal.jsonl"),
    lock: join(folder, "lock"),
    derived,
    state: join(derived, "state.json"),
  };
}

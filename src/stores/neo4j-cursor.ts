import type { RunCypher } from "./cypher.ts";

/** What a database holds under an id. */
export interface Held {
  readonly id: string;
  /** Absent where somebody else has written it. */
  readonly hash: string | undefined;
  readonly kind: string | undefined;
}

/** Walks through what a database holds of one label or type, in the order of the ids. Asked ids must ascend. */
export interface Cursor {
  /** What is held under this id. Everything of ours before it that was not asked for goes to `gone`. */
  find(id: string): Promise<Held | undefined>;
  /** Goes to the end. */
  finish(): Promise<void>;
}

/** So many ids and hashes come at a time: little memory for a cursor a relation, few round trips for a million. */
const PAGE = 2000;

export interface CursorOptions {
  /** Answers `after` and `limit` with `id`, `hash` and `kind` in the order of the ids. */
  readonly statement: string;
  readonly read: RunCypher;
  readonly gone: (held: Held) => Promise<void> | void;
}

/**
 * The next page is asked for while one is looked at. What is written meanwhile lies behind the cursor, so it is of no
 * concern that the pages are no single state of the database.
 *
 * Ids beyond the Basic Multilingual Plane stand elsewhere in the order of a database than in ours. They are passed over
 * here, so they are never gone, and are written every time.
 */
export function createCursor({ statement, read, gone }: CursorOptions): Cursor {
  const ask = (after: string): Promise<readonly Held[]> => {
    const asked = read(statement, { after, limit: PAGE }).then((rows) =>
      rows.map(({ id, hash, kind }) => ({ id: String(id), hash: textOf(hash), kind: textOf(kind) })),
    );
    // It is awaited later, or not at all where something else fails before.
    asked.catch(() => undefined);
    return asked;
  };
  let page: readonly Held[] = [];
  let at = 0;
  let next: Promise<readonly Held[]> | undefined = ask("");
  let last = "";

  const current = async (): Promise<Held | undefined> => {
    for (;;) {
      const held = page[at];
      if (held !== undefined && isOrdered(held.id)) return held;
      if (held !== undefined) at += 1;
      else if (next === undefined) return undefined;
      else {
        page = await next;
        at = 0;
        const end = page.at(-1);
        next = end === undefined || page.length < PAGE ? undefined : ask(end.id);
      }
    }
  };

  return {
    async find(id) {
      if (!isOrdered(id)) return undefined;
      if (id <= last) throw new RangeError(`${id} comes after ${last}: a graph must be sorted by id`);
      last = id;
      for (let held = await current(); held !== undefined; held = await current()) {
        if (held.id > id) return undefined;
        at += 1;
        if (held.id === id) return held;
        if (held.hash !== undefined) await gone(held);
      }
      return undefined;
    },
    async finish() {
      for (let held = await current(); held !== undefined; held = await current()) {
        at += 1;
        if (held.hash !== undefined) await gone(held);
      }
    },
  };
}

/** Whether the order of a database, by code point, is that of ours, by code unit. */
function isOrdered(id: string): boolean {
  return !/[\uD800-\uDFFF]/.test(id);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

import type { NodeId } from "../model/ids.ts";

/** An id that something may have, and how to find out a longer one. */
export type Wish = () => string;

/**
 * Gives each of many things an id of its own while they come and go. Which one it is is a function of what is there: each
 * has the first of its wishes that nobody else comes to, or the last. A step costs what wishes the same, and not what else
 * there is.
 */
export interface Ids<Owner> {
  /** What an owner wishes to be called, each longer than the one before; `wishes` are asked for when it comes to that. */
  readonly wish: (owner: Owner, wishes: readonly [Wish, ...Wish[]]) => void;
  readonly drop: (owner: Owner) => void;
  /** Settles who has which. Returns those that have another than before, without those that were dropped. */
  readonly settle: () => ReadonlySet<Owner>;
  readonly idOf: (owner: Owner) => NodeId | undefined;
}

interface Entry {
  readonly wishes: readonly Wish[];
  /** The ids to which it came. It has the last one. */
  readonly claims: string[];
}

export function createIds<Owner>(): Ids<Owner> {
  const entries = new Map<Owner, Entry>();
  const claimants = new Map<string, Set<Owner>>();
  /** What owners were called before, of those that may be called otherwise now. */
  let before = new Map<Owner, string | undefined>();
  /** Ids to which somebody came, or from which somebody went. */
  let open = new Set<string>();

  const note = (owner: Owner): void => {
    if (!before.has(owner)) before.set(owner, entries.get(owner)?.claims.at(-1));
  };
  const claim = (owner: Owner, entry: Entry): void => {
    const id = entry.wishes[entry.claims.length]?.();
    if (id === undefined) return;
    note(owner);
    entry.claims.push(id);
    claimants.set(id, (claimants.get(id) ?? new Set()).add(owner));
    open.add(id);
  };
  /** Takes back all claims but the first `kept`. */
  const withdraw = (owner: Owner, entry: Entry, kept: number): void => {
    note(owner);
    for (const id of entry.claims.splice(kept)) {
      const owners = claimants.get(id);
      owners?.delete(owner);
      if (owners?.size === 0) claimants.delete(id);
      open.add(id);
    }
  };
  const drop = (owner: Owner): void => {
    const entry = entries.get(owner);
    if (entry === undefined) return;
    withdraw(owner, entry, 0);
    entries.delete(owner);
  };

  return {
    wish: (owner, wishes) => {
      drop(owner);
      const entry: Entry = { wishes, claims: [] };
      // What it was called before it was dropped is known by now.
      note(owner);
      entries.set(owner, entry);
      claim(owner, entry);
    },
    drop,
    settle: () => {
      // Longer ids come later, so that nothing goes in circles.
      for (const id of open) {
        open.delete(id);
        const owners = claimants.get(id);
        const isShared = owners !== undefined && owners.size > 1;
        for (const owner of owners ?? []) {
          const entry = entries.get(owner);
          if (entry === undefined) continue;
          const level = entry.claims.indexOf(id);
          const isLast = level === entry.claims.length - 1;
          if (isShared && isLast) claim(owner, entry);
          if (!isShared && !isLast) withdraw(owner, entry, level + 1);
        }
      }
      const changed = new Set<Owner>();
      for (const [owner, former] of before) {
        const now = entries.get(owner)?.claims.at(-1);
        if (now !== undefined && now !== former) changed.add(owner);
      }
      before = new Map();
      return changed;
    },
    idOf: (owner) => entries.get(owner)?.claims.at(-1) as NodeId | undefined,
  };
}

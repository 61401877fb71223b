import type { Facet } from "./facets.ts";
import type { Filters, Look, Place, View } from "./view.ts";

/** What a step is called, so that undo can say what it takes back. The words are in `strings/`. */
export type StepName =
  | "filter"
  | "time"
  | "reset"
  | "expand"
  | "collapse"
  | "focus"
  | "keep"
  | "hide"
  | "bring"
  | "everything"
  | "pick"
  | "pin"
  | "unpin"
  | "look";

/** A step from one view to another, which can be taken back. Applying it to the same view gives the same view. */
export interface Command {
  readonly name: StepName;
  readonly apply: (view: View) => View;
  /** Steps one after the other with the same key are one step: all that a slider does while it is moved. */
  readonly key?: string;
}

type Ids = Iterable<string>;

const filters = (change: Partial<Filters>, name: StepName = "filter", key?: string): Command => ({
  name,
  apply: (view) => ({ ...view, filters: { ...view.filters, ...change } }),
  ...(key === undefined ? {} : { key }),
});

/** Switches values of a facet off, and all others on. */
export function setFacet(facet: Facet, off: ReadonlySet<string>): Command {
  return {
    name: "filter",
    apply: (view) => ({ ...view, filters: { ...view.filters, off: { ...view.filters.off, [facet]: off } } }),
  };
}

/** Switches a value of a facet off where it is on, and on where it is off. */
export function toggleFacet(facet: Facet, value: string): Command {
  return {
    name: "filter",
    apply: (view) => {
      const off = view.filters.off[facet];
      return setFacet(facet, off.has(value) ? without(off, [value]) : withMore(off, [value])).apply(view);
    },
  };
}

/**
 * Only what may lie between two ISO 8601 days, inclusive. A side that is left out is open. All that one movement of the hand
 * does, which has one number, is one step.
 */
export function setTime(from: string | undefined, to: string | undefined, movement = 0): Command {
  return filters({ from, to }, "time", `time ${movement}`);
}

export function setUndated(undated: boolean): Command {
  return filters({ undated });
}

export function setConfidence(confidence: number): Command {
  return filters({ confidence }, "filter", "confidence");
}

export function setUnconnected(unconnected: boolean): Command {
  return filters({ unconnected });
}

/** The filters of the first view. */
export function resetFilters(first: View): Command {
  return filters(first.filters, "reset");
}

/** Shows nodes wherever they were hidden: put away, off stage, or of a kind that is off. */
export function bringIn(ids: Ids, name: StepName = "bring"): Command {
  const all = [...ids];
  return {
    name,
    apply: (view) => ({
      ...view,
      away: without(view.away, all),
      asked: withMore(view.asked, all),
      stage: view.stage === undefined ? undefined : withMore(view.stage, all),
    }),
  };
}

/** Puts nodes away. */
export function putAway(ids: Ids, name: StepName = "hide"): Command {
  const all = [...ids];
  return {
    name,
    apply: (view) => ({
      ...view,
      away: withMore(view.away, all),
      asked: without(view.asked, all),
      picked: without(view.picked, all),
    }),
  };
}

/** Drops nodes from those that are picked. */
export function unpick(ids: Ids): Command {
  const gone = [...ids];
  return { name: "pick", apply: (view) => ({ ...view, picked: without(view.picked, gone) }) };
}

/** Only these nodes are on stage. */
export function stage(ids: Ids, name: StepName = "focus"): Command {
  const all = new Set(ids);
  return { name, apply: (view) => ({ ...view, stage: all, away: without(view.away, all) }) };
}

/** Takes back what was put away, brought in or put on stage. Filters stay. */
export function showEverything(first: View): Command {
  const { away, asked, stage: whole } = first;
  return { name: "everything", apply: (view) => ({ ...view, away, asked, stage: whole }) };
}

/** Picks these nodes, and no others. */
export function pick(ids: Ids): Command {
  const picked = new Set(ids);
  return { name: "pick", apply: (view) => ({ ...view, picked }) };
}

/** Picks a node, or drops it where it is picked. */
export function togglePick(id: string): Command {
  return {
    name: "pick",
    apply: (view) => ({
      ...view,
      picked: view.picked.has(id) ? without(view.picked, [id]) : withMore(view.picked, [id]),
    }),
  };
}

/** Puts nodes where they stay. With a key, as one step with those before it. */
export function pin(places: ReadonlyMap<string, Place>, key?: string): Command {
  return {
    name: "pin",
    apply: (view) => ({ ...view, pinned: new Map([...view.pinned, ...places]) }),
    ...(key === undefined ? {} : { key }),
  };
}

/** Lets nodes go back to where the layout has them. */
export function unpin(ids: Ids): Command {
  const gone = new Set(ids);
  return {
    name: "unpin",
    apply: (view) => ({ ...view, pinned: new Map([...view.pinned].filter(([id]) => !gone.has(id))) }),
  };
}

export function setLook(change: Partial<Look>): Command {
  return { name: "look", apply: (view) => ({ ...view, look: { ...view.look, ...change } }) };
}

function withMore(set: ReadonlySet<string>, more: Ids): ReadonlySet<string> {
  return new Set([...set, ...more]);
}

function without(set: ReadonlySet<string>, gone: Ids): ReadonlySet<string> {
  const left = new Set(set);
  for (const id of gone) left.delete(id);
  return left;
}

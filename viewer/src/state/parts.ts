import type { GraphData } from "../../../src/server/contract.ts";
import { mergeParts } from "../graph/merge.ts";
import { createModel } from "../graph/model.ts";
import { factOf, nodesOf } from "./selection.ts";
import type { ViewerState, ViewerStore } from "./store.ts";

/** Fetches what lies around a node, or around both ends of a fact; at most so many nodes of it. */
export type FetchAround = (id: string, steps: number, limit: number) => Promise<GraphData>;

/** Fetches parts of a graph of which the page has only an overview. */
export interface Parts {
  /** Whether what is so near to these nodes is there, as far as it is ever fetched. */
  readonly has: (ids: readonly string[], steps: number) => boolean;
  /** Adds what is so near to these nodes. Rejects where it cannot be had. */
  readonly add: (ids: readonly string[], steps: number) => Promise<void>;
  /** What was left out of the neighbours of these nodes: nothing, some that can be added, or more than can be. */
  readonly left: (ids: readonly string[]) => "nothing" | "some" | "too many";
  /** Adds more of their neighbours, where some were left out. Rejects where they cannot be had. */
  readonly addLeft: (ids: readonly string[]) => Promise<void>;
  /** Fetches what the view, the selection and what is pointed out name, now and from now on. Returns what ends that. */
  readonly follow: () => () => void;
}

/** Nodes around one that are fetched at once, at most; and where more of its neighbours are wanted, what a server gives. */
const MOST = 1000;
const MORE = 5000;
/** Of a node that is only named, enough to tie it to what is there. */
const SOME = 30;
/** Nodes and facts that are fetched before they are put into the picture, which takes a while. */
const AT_ONCE = 50;

/** What is to be fetched around a node or a fact. */
interface Wish {
  readonly id: string;
  readonly steps: number;
  readonly limit: number;
}

export function createParts(store: ViewerStore, fetchAround: FetchAround): Parts {
  /** What is fetched or being fetched for this model. */
  let known = new Map<string, Promise<GraphData>>();
  let { model } = store.state();
  /** What was added on purpose: a model that comes instead of this one is to hold it as well. */
  const added = new Map<string, Wish>();

  /** Of what the limit left nodes out. */
  const cut = new Set<string>();

  const keyOf = ({ id, steps, limit }: Wish): string => `${limit} ${steps} ${id}`;
  const around = (id: string, steps: number, limit = MOST): Wish => ({ id, steps, limit });
  /** Not while it is on its way: nobody is to be told of a node that there is nothing around it. */
  const isThere = (wish: Wish): boolean => known.has(keyOf(wish)) && added.has(keyOf(wish));
  const isPart = (): boolean => store.state().model.data.overview !== undefined;
  /** A model that others put there, with other names or after a decision, begins anew with its overview. */
  const forget = (): void => {
    const now = store.state().model;
    if (now === model) return;
    model = now;
    known = new Map();
  };
  const fetchOnce = (wish: Wish): Promise<GraphData> => {
    const found = known.get(keyOf(wish)) ?? fetchAround(wish.id, wish.steps, wish.limit);
    known.set(keyOf(wish), found);
    return found;
  };
  const put = (parts: readonly GraphData[]): void => {
    if (parts.length === 0) return;
    const { data, core } = store.state().model;
    model = createModel(parts.reduce(mergeParts, data), core);
    store.replace(model);
  };
  /** What was added first: most of what is named is in it. */
  const missing = (): readonly Wish[] => {
    const state = store.state();
    const { nodeIndex, edgeIndex } = state.model;
    const named = new Set(namedIn(state).filter((id) => !nodeIndex.has(id) && !edgeIndex.has(id)));
    const lists = [[...added.values()], [...named].map((id): Wish => ({ id, steps: 1, limit: SOME }))];
    const unknown = lists.map((wishes) => wishes.filter((wish) => !known.has(keyOf(wish))));
    return (unknown.find((wishes) => wishes.length > 0) ?? []).slice(0, AT_ONCE);
  };
  const fill = (): void => {
    forget();
    const wishes = isPart() ? missing() : [];
    if (wishes.length === 0) return;
    const begun = known;
    void Promise.allSettled(wishes.map(fetchOnce)).then((results) => {
      // What comes too late is a part of a graph that is no more.
      if (begun === known) {
        put(results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
        for (const wish of wishes.filter((_, index) => results[index]?.status === "rejected")) {
          // A node that is gone with a decision is not asked for with every graph to come.
          if (added.delete(keyOf(wish))) known.delete(keyOf(wish));
        }
      }
      fill();
    });
  };
  const isCut = (id: string, limit: number): boolean => cut.has(keyOf(around(id, 1, limit)));
  const hasLeft = (id: string): boolean => isCut(id, MOST) && !isThere(around(id, 1, MORE));
  const add = async (wanted: readonly Wish[]): Promise<void> => {
    forget();
    if (!isPart()) return;
    const wishes = wanted.filter((wish) => !isThere(wish));
    const begun = known;
    try {
      const parts = await Promise.all(wishes.map(fetchOnce));
      forget();
      if (begun !== known) return await add(wanted);
      for (const [index, wish] of wishes.entries()) {
        added.set(keyOf(wish), wish);
        if (parts[index]?.part?.complete === false) cut.add(keyOf(wish));
      }
      put(parts);
    } catch (error) {
      for (const wish of wishes) known.delete(keyOf(wish));
      throw error;
    }
  };
  return {
    has: (ids, steps) => {
      forget();
      return !isPart() || ids.every((id) => isThere(around(id, steps)));
    },
    add: (ids, steps) => add(ids.map((id) => around(id, steps))),
    left: (ids) => (ids.some(hasLeft) ? "some" : ids.some((id) => isCut(id, MORE)) ? "too many" : "nothing"),
    addLeft: (ids) => add(ids.filter(hasLeft).map((id) => around(id, 1, MORE))),
    follow: () => {
      fill();
      return store.subscribe(fill);
    },
  };
}

/** The facts and nodes that a state speaks of; facts first, since they bring their ends along. */
function namedIn({ view, selection, highlight }: ViewerState): readonly string[] {
  const fact = factOf(selection);
  return [
    ...(fact === undefined ? [] : [fact]),
    ...(highlight?.edges ?? []),
    ...nodesOf(selection),
    ...(highlight?.nodes ?? []),
    ...view.asked,
    ...(view.stage ?? []),
    ...view.picked,
  ];
}

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
  /** Fetches what the view, the selection and what is pointed out name, now and from now on. Returns what ends that. */
  readonly follow: () => () => void;
}

/** Nodes around one that are fetched at once, at most. */
const MOST = 1000;
/** Of a node that is only named, enough to tie it to what is there. */
const SOME = 30;
/** Nodes and facts that are fetched before they are put into the picture, which takes a while. */
const AT_ONCE = 50;

export function createParts(store: ViewerStore, fetchAround: FetchAround): Parts {
  /** What is fetched or being fetched for this model. */
  let known = new Map<string, Promise<GraphData>>();
  let { model } = store.state();

  const key = (id: string, steps: number): string => `${steps} ${id}`;
  const isPart = (): boolean => store.state().model.data.overview !== undefined;
  /** A model that others put there, with other names or after a decision, begins anew with its overview. */
  const forget = (): void => {
    const now = store.state().model;
    if (now === model) return;
    model = now;
    known = new Map();
  };
  const fetchOnce = (id: string, steps: number, limit: number): Promise<GraphData> => {
    const name = key(id, limit === MOST ? steps : 0);
    const found = known.get(name) ?? fetchAround(id, steps, limit);
    known.set(name, found);
    return found;
  };
  const put = (parts: readonly GraphData[]): void => {
    const { data, core } = store.state().model;
    const fitting = parts.filter((part) => part.labels.join() === data.labels.join());
    if (fitting.length === 0) return;
    model = createModel(fitting.reduce(mergeParts, data), core);
    store.replace(model);
  };
  const missing = (): readonly string[] => {
    const state = store.state();
    const { nodeIndex, edgeIndex } = state.model;
    const ids = namedIn(state).filter((id) => !nodeIndex.has(id) && !edgeIndex.has(id) && !known.has(key(id, 0)));
    return [...new Set(ids)].slice(0, AT_ONCE);
  };
  const fill = (): void => {
    if (!isPart()) return;
    forget();
    const ids = missing();
    if (ids.length === 0) return;
    void Promise.allSettled(ids.map((id) => fetchOnce(id, 1, SOME))).then((results) => {
      put(results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
      fill();
    });
  };
  return {
    has: (ids, steps) => {
      forget();
      return !isPart() || ids.every((id) => known.has(key(id, steps)));
    },
    add: async (ids, steps) => {
      if (!isPart()) return;
      forget();
      const wanted = ids.filter((id) => !known.has(key(id, steps)));
      try {
        put(await Promise.all(wanted.map((id) => fetchOnce(id, steps, MOST))));
      } catch (error) {
        for (const id of wanted) known.delete(key(id, steps));
        throw error;
      }
    },
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

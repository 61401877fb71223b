import type { GraphModel } from "../graph/model.ts";
import { hangingOn, hiddenNeighbours, within, withoutStage } from "../graph/neighbours.ts";
import type { Visibility } from "../graph/visibility.ts";
import { keepLast } from "../keep-last.ts";
import { bringIn, putAway, stage } from "./commands.ts";
import type { Parts } from "./parts.ts";
import type { ViewerStore } from "./store.ts";
import type { Filters } from "./view.ts";

/** So many nodes are brought in at once that somebody is asked before. */
export interface Question {
  /** The nodes whose neighbours they are. */
  readonly ids: readonly string[];
  readonly count: number;
  /** Brings in those with most facts, all, or none. */
  readonly answer: (much: "most" | "all" | "none") => void;
}

/** What the page has to do while somebody explores. */
export interface ExplorerPage {
  readonly ask: (question: Question) => void;
  /** Nothing is hidden around the node, and nothing hangs on it alone; or there is so much that not all of it was fetched. */
  readonly onNothing: (id: string, isTooMuch: boolean) => void;
  /** What is around a node could not be fetched. */
  readonly onFailed: (error: unknown) => void;
  /** These nodes are of interest now. */
  readonly onShown: (ids: readonly string[]) => void;
}

/** Goes from nodes to what is around them. Knows nothing of the page. */
export interface Explorer {
  /** The neighbours that the filters let through and that are not shown, those first that have most facts. */
  readonly hidden: (ids: readonly string[]) => readonly string[];
  /** Whether more may be hidden around nodes than is known: what is there of a large graph is not all of it. */
  readonly mayHideMore: (ids: readonly string[]) => boolean;
  /** The nodes that hang on this one alone. */
  readonly hanging: (id: string) => readonly string[];
  /** Shows what is hidden around nodes; where that is much, only after somebody was asked. */
  readonly expand: (ids: readonly string[]) => void;
  /** Puts away what hangs on a node alone. */
  readonly collapse: (id: string) => void;
  /** Expands what can be expanded, else collapses it. */
  readonly toggle: (id: string) => void;
  /** Only these nodes and what is so many facts away from them. */
  readonly focus: (ids: readonly string[], steps: number) => void;
}

/** Neighbours that are brought in without a question, and those that are where the answer is "most". */
export const FEW = 50;

export function createExplorer(store: ViewerStore, page: ExplorerPage, parts?: Parts): Explorer {
  /** Goes on once what is so near to nodes is there: at once, where it is. */
  const withAround = (ids: readonly string[], steps: number, go: () => void): void => {
    if (parts === undefined || parts.has(ids, steps)) go();
    else parts.add(ids, steps).then(go, page.onFailed);
  };
  /** Kept as long as it stays the same, since it takes a pass over all facts. */
  const reachableBy = keepLast((model: GraphModel, filters: Filters, asked: ReadonlySet<string>) =>
    withoutStage(model, { filters, asked }),
  );
  const reachable = (): Visibility => {
    const { model, view } = store.state();
    return reachableBy(model, view.filters, view.asked);
  };
  const hidden = (ids: readonly string[]): readonly string[] => {
    const { model, visibility } = store.state();
    return hiddenNeighbours(model, reachable(), visibility, ids);
  };
  const hanging = (id: string): readonly string[] => {
    const { model, visibility } = store.state();
    return hangingOn(model, visibility, id);
  };
  const bring = (ids: readonly string[], found: readonly string[]): void => {
    store.run(bringIn([...ids, ...found], "expand"));
    // Another stage is fitted to the picture as a whole.
    if (store.state().view.stage === undefined) page.onShown([...ids, ...found]);
  };
  const mayHideMore = (ids: readonly string[]): boolean =>
    parts !== undefined && (!parts.has(ids, 1) || parts.left(ids) === "some");
  const expand = (ids: readonly string[]): void => withAround(ids, 1, () => bringAround(ids));
  const bringAround = (ids: readonly string[]): void => {
    const left = parts?.left(ids) ?? "nothing";
    if (left === "some") {
      // Those that come first are mostly shown already.
      parts?.addLeft(ids).then(() => bringAround(ids), page.onFailed);
      return;
    }
    const found = hidden(ids);
    if (found.length === 0) for (const id of ids.slice(0, 1)) page.onNothing(id, left === "too many");
    else if (found.length <= FEW) bring(ids, found);
    else {
      page.ask({
        ids,
        count: found.length,
        answer: (much) => {
          if (much !== "none") bring(ids, much === "all" ? found : found.slice(0, FEW));
        },
      });
    }
  };
  const collapse = (id: string): void => {
    const found = hanging(id);
    if (found.length === 0) page.onNothing(id, parts?.left([id]) === "too many");
    else store.run(putAway(found, "collapse"));
  };
  return {
    hidden,
    mayHideMore,
    hanging,
    expand,
    collapse,
    toggle: (id) => (hidden([id]).length > 0 || mayHideMore([id]) ? expand([id]) : collapse(id)),
    focus: (ids, steps) =>
      withAround(ids, steps, () => {
        const around = [...within(store.state().model, reachable(), ids, steps)];
        store.run(stage(around, "focus"));
      }),
  };
}

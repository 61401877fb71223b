import { computeVisibility, type Pinned, type Visibility } from "../graph/visibility.ts";
import type { GraphModel } from "../graph/model.ts";
import { keepLast } from "../keep-last.ts";
import type { Command, StepName } from "./commands.ts";
import { after, beginHistory, type History, redone, undone } from "./history.ts";
import { factOf, NO_SELECTION, nodesOf, type Selection } from "./selection.ts";
import { initialView, type View } from "./view.ts";

/** What was done last: for those who do not see the picture, and for the names of undo and redo. */
export interface Told {
  readonly name: StepName;
  readonly how: "done" | "undone" | "redone";
}

/** Nodes and facts that a panel points out, by id: the chains between two nodes, what a query found. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What can lie below the picture. */
export const DOCKS = ["timeline", "query"] as const;
export type Dock = (typeof DOCKS)[number];

/** Everything that the page shows is made of this. It never changes; a step makes another. */
export interface ViewerState {
  readonly model: GraphModel;
  readonly selection: Selection;
  readonly highlight: Highlight | undefined;
  readonly view: View;
  /** What the view shows of the graph. */
  readonly visibility: Visibility;
  /** The step that undo takes back, and the one that redo does again. */
  readonly undo: StepName | undefined;
  readonly redo: StepName | undefined;
  readonly told: Told | undefined;
  readonly dock: Dock | undefined;
}

/** Holds the state, and tells those who listen of each new one. Knows nothing of the page. */
export interface ViewerStore {
  readonly state: () => ViewerState;
  /** The view with which a page opens that names no other. */
  readonly first: () => View;
  readonly run: (command: Command) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (selection: Selection) => void;
  /** Points something out until something else is selected. It is shown, whatever the view hides. */
  readonly pointOut: (highlight: Highlight | undefined) => void;
  readonly openDock: (dock: Dock | undefined) => void;
  /** Takes another selection, view and dock as they are, without a step. */
  readonly restore: (selection: Selection, view: View, dock: Dock | undefined) => void;
  /** Goes on with another graph: one with other names, or with more in it. Selection, view and steps stay. */
  readonly replace: (model: GraphModel) => void;
  /**
   * Goes on with the graph after a decision about these nodes, as they are now. Where what was selected is no more, the first
   * of them is.
   */
  readonly renew: (model: GraphModel, nodes: readonly string[]) => void;
  /** Calls the listener after each change, until the function that it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What a state is derived from. */
type Given = Pick<ViewerState, "model" | "selection" | "highlight" | "told" | "dock"> & { readonly history: History };

export function createStore(model: GraphModel): ViewerStore {
  let first = initialView(model.data);
  let given: Given = {
    model,
    selection: NO_SELECTION,
    highlight: undefined,
    told: undefined,
    dock: undefined,
    history: beginHistory(first),
  };
  const visibilityOf = keepVisibility();
  let state = derive(given, visibilityOf);
  const listeners = new Set<() => void>();
  const become = (change: Partial<Given>): void => {
    given = { ...given, told: undefined, ...change };
    state = derive(given, visibilityOf);
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    first: () => first,
    run: (command) => become({ history: after(given.history, command), told: { name: command.name, how: "done" } }),
    undo: () => {
      if (state.undo !== undefined)
        become({ history: undone(given.history), told: { name: state.undo, how: "undone" } });
    },
    redo: () => {
      if (state.redo !== undefined)
        become({ history: redone(given.history), told: { name: state.redo, how: "redone" } });
    },
    select: (selection) => become({ selection, highlight: undefined }),
    pointOut: (highlight) => become({ highlight }),
    openDock: (dock) => become({ dock }),
    restore: (selection, view, dock) => become({ selection, highlight: undefined, history: beginHistory(view), dock }),
    replace: (next) => {
      first = initialView(next.data);
      become({ model: next });
    },
    renew: (next, nodes) => {
      first = initialView(next.data);
      const { selection } = given;
      const isThere =
        (selection.type !== "node" || next.nodeIndex.has(selection.id) || nodes.includes(selection.id)) &&
        (selection.type !== "fact" || next.edgeIndex.has(selection.id));
      // An overview does not hold every node.
      const id = nodes.find((node) => next.nodeIndex.has(node)) ?? nodes[0];
      const instead: Selection = id === undefined ? NO_SELECTION : { type: "node", id };
      become({ model: next, ...(isThere ? {} : { selection: instead }) });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function derive(
  { model, selection, highlight, told, dock, history }: Given,
  visibilityOf: typeof computeVisibility,
): ViewerState {
  const { view, past, future } = history;
  return {
    model,
    selection,
    highlight,
    view,
    visibility: visibilityOf(model, view, alwaysShown(model, selection, highlight)),
    undo: past.at(-1)?.name,
    redo: future.at(-1)?.name,
    told,
    dock,
  };
}

/**
 * `computeVisibility`, kept while what decides it stays the same: a look, a place or a pick changes nothing of it, and mostly
 * something is selected that is shown anyway.
 */
function keepVisibility(): typeof computeVisibility {
  const withoutPinned = keepLast(
    (model: GraphModel, filters: View["filters"], stage: View["stage"], away: View["away"], asked: View["asked"]) =>
      computeVisibility(model, { filters, stage, away, asked }, { nodes: [], edges: [] }),
  );
  return (model, view, pinned) => {
    const visibility = withoutPinned(model, view.filters, view.stage, view.away, view.asked);
    const isShown =
      pinned.nodes.every((node) => visibility.nodes[node] === 1) &&
      pinned.edges.every((edge) => visibility.edges[edge] === 1);
    return isShown ? visibility : computeVisibility(model, view, pinned);
  };
}

/** What is selected or pointed out is shown, whatever the view hides. */
function alwaysShown(
  { nodeIndex, edgeIndex, data }: GraphModel,
  selection: Selection,
  highlight: Highlight | undefined,
): Pinned {
  const nodes = [...nodesOf(selection), ...(highlight?.nodes ?? [])].flatMap((id) => nodeIndex.get(id) ?? []);
  const fact = factOf(selection);
  const facts = [...(fact === undefined ? [] : [fact]), ...(highlight?.edges ?? [])];
  const edges = facts.flatMap((id) => edgeIndex.get(id) ?? []);
  const ends = edges.flatMap((edge) => [data.edges.source[edge] ?? 0, data.edges.target[edge] ?? 0]);
  return { nodes: [...nodes, ...ends], edges };
}

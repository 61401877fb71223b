import { useEffect, useState } from "preact/hooks";
import { fromHash, type Selection, toHash } from "./selection.ts";

export interface SelectionControl {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** Goes back to what was selected before; absent at the first selection of a visit. */
  readonly back: (() => void) | undefined;
}

/** The selection lives in the address: the browser's own buttons go through it. */
export function useSelection(): SelectionControl {
  const [state, setState] = useState(readAddress);
  useEffect(() => {
    const update = (): void => setState(readAddress());
    addEventListener("popstate", update);
    return () => removeEventListener("popstate", update);
  }, []);
  return {
    selection: state.selection,
    select: (selection) => {
      const hash = toHash(selection);
      if (hash === location.hash) return;
      history.pushState({ depth: state.depth + 1 }, "", hash === "" ? location.pathname + location.search : hash);
      setState(readAddress());
    },
    back: state.depth > 0 ? () => history.back() : undefined,
  };
}

function readAddress(): { readonly selection: Selection; readonly depth: number } {
  const state: unknown = history.state;
  const isOwn = typeof state === "object" && state !== null && "depth" in state && typeof state.depth === "number";
  return { selection: fromHash(location.hash), depth: isOwn ? (state.depth as number) : 0 };
}

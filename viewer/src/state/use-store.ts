import { useEffect, useState } from "preact/hooks";
import type { ViewerState, ViewerStore } from "./store.ts";

/** The state as it is now; renders anew whenever it changes. */
export function useViewerState(store: ViewerStore): ViewerState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const update = (): void => setState(store.state());
    update();
    return store.subscribe(update);
  }, [store]);
  return state;
}

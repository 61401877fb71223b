import { rarely } from "../rarely.ts";
import { type CameraPlace, fromHash, toHash } from "./address.ts";
import { isSame } from "./selection.ts";
import type { ViewerStore } from "./store.ts";

/**
 * Changes of the address that are made at once, and milliseconds between more of them: browsers refuse more than about a
 * hundred in half a minute, which a slider makes in two seconds.
 */
const AT_ONCE = 20;
const PAUSE = 400;

/** Keeps the address of the page and the state in step. */
export interface BrowserAddress {
  /** Where the camera is now. */
  readonly moved: (camera: CameraPlace) => void;
  /** Where the camera is to be, as the link says with which the page was opened. */
  readonly camera: () => CameraPlace | undefined;
  /** The address as it is to be now, of the whole page. */
  readonly link: () => string;
  /** Goes back to what was selected before; absent at the first selection of a visit. */
  readonly back: () => (() => void) | undefined;
  readonly close: () => void;
}

/**
 * The address always leads to what the page shows: a selection is a step of the browser's history, so that its own buttons
 * go through them; a step of the view only changes the address, since undo takes it back.
 */
export function followAddress(store: ViewerStore): BrowserAddress {
  const read = (): ReturnType<typeof fromHash> =>
    fromHash(location.hash, store.first(), store.state().model.facets.values);
  const opened = read();
  let { camera } = opened;
  let depth = depthOf(history.state) ?? 0;
  let selected = opened.selection;
  store.restore(opened.selection, opened.view, opened.dock);

  const write = (how: "pushState" | "replaceState"): void => {
    const { selection, view, dock } = store.state();
    const here = {
      selection,
      view,
      ...(dock === undefined ? {} : { dock }),
      ...(camera === undefined ? {} : { camera }),
    };
    const hash = toHash(here, store.first());
    history[how]({ depth }, "", hash === "" ? location.pathname + location.search : hash);
  };
  const replace = rarely(() => write("replaceState"), AT_ONCE, PAUSE);
  const unsubscribe = store.subscribe(() => {
    const { selection } = store.state();
    // The same once more is no step.
    if (isSame(selection, selected)) {
      replace.call();
      return;
    }
    replace.cancel();
    selected = selection;
    depth += 1;
    write("pushState");
  });
  const onMove = (): void => {
    const { selection, view, dock } = read();
    const from = depthOf(history.state);
    depth = from ?? 0;
    selected = selection;
    // An address that somebody typed brings its view along; one that the page wrote itself only its selection.
    if (from === undefined) store.restore(selection, view, dock);
    else store.select(selection);
  };
  addEventListener("popstate", onMove);
  addEventListener("pagehide", replace.flush);
  return {
    moved: (place) => {
      camera = place;
      replace.call();
    },
    camera: () => camera,
    link: () => {
      replace.flush();
      return location.href;
    },
    back: () => (depth > 0 ? () => history.back() : undefined),
    close: () => {
      unsubscribe();
      removeEventListener("popstate", onMove);
      removeEventListener("pagehide", replace.flush);
    },
  };
}

function depthOf(state: unknown): number | undefined {
  const isOwn = typeof state === "object" && state !== null && "depth" in state && typeof state.depth === "number";
  return isOwn ? (state.depth as number) : undefined;
}

import type { ViewerState } from "../state/store.ts";
import type { View } from "../state/view.ts";
import { useViewer } from "./context.ts";
import { hide } from "./node-menu.ts";

/** Shares of the picture that it moves by with each press of a key, and pixels that a node does. */
const PAN = 0.15;
const NUDGE = 24;
const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What the picked and the selected nodes are in the picture: those with which a key does something. */
export function chosenNodes({ selection, view }: ViewerState): readonly string[] {
  if (selection.type === "node") return [selection.id];
  return selection.type === "picked" ? [...view.picked] : [];
}

/** The nodes that a menu is of which was asked for at one of them: all that are picked, where it is one of these. */
export function menuNodes({ picked }: View, id: string | undefined): readonly string[] {
  if (id === undefined) return [];
  return picked.has(id) ? [...picked] : [id];
}

/** What keys do while the picture has the focus. */
export function usePictureKeys(): (event: KeyboardEvent) => void {
  const viewer = useViewer();
  return (event) => {
    const { picture, state } = viewer;
    const view = picture.current;
    const ids = chosenNodes(state);
    const [across, down] = ARROWS[event.key] ?? [];
    if (view === undefined || event.ctrlKey || event.metaKey) return;
    if (across !== undefined && down !== undefined) {
      if (event.altKey && ids.length > 0) view.nudge(ids, across * NUDGE, down * NUDGE);
      else if (!event.altKey) view.pan(across * PAN, down * PAN);
      else return;
    } else if (event.key === "+" || event.key === "=") view.zoomIn();
    else if (event.key === "-") view.zoomOut();
    else if (event.key === "0") view.fit();
    else if (event.key === "Delete" && ids.length > 0) hide(viewer, ids);
    else return;
    event.preventDefault();
  };
}

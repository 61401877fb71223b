import type Sigma from "sigma";
import type { Coordinates, MouseCoords } from "sigma/types";
import type { Place } from "../state/view.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";
import { isInside } from "./polygon.ts";

/** What somebody does by moving the pointer over the picture. */
export interface GestureEvents {
  /** The nodes that move along with one that is taken hold of. */
  readonly heldWith: (id: string) => readonly string[];
  readonly placeOf: (id: string) => Place;
  /** Nodes are being moved; they are not there yet. */
  readonly onDrag: (places: ReadonlyMap<string, Place>) => void;
  readonly onDrop: (places: ReadonlyMap<string, Place>) => void;
  /** The shown nodes with their places in the picture, for the lasso. */
  readonly shown: () => Iterable<readonly [id: string, at: Coordinates]>;
  readonly onLasso: (ids: readonly string[]) => void;
  /** A finger rests on a node, or on nothing. */
  readonly onLongTouch: (id: string | undefined, at: Coordinates) => void;
}

export interface Gestures {
  /** Whether the next movement draws a lasso instead of moving the picture. Shift does so at any time. */
  readonly armLasso: (isArmed: boolean) => void;
  /** Whether the click that comes now ends a gesture, and is none. */
  readonly isEnd: () => boolean;
  readonly close: () => void;
}

/** Pixels that a pointer may move and still click. */
const TOLERANCE = 4;
/** Milliseconds until a touch is a long one. */
const LONG = 550;
const SVG = "http://www.w3.org/2000/svg";

/** Lets nodes be dragged and surrounded by a lasso, with a mouse or a finger. */
export function followGestures(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  container: HTMLElement,
  events: GestureEvents,
): Gestures {
  let start: Coordinates | undefined;
  let held: readonly string[] = [];
  let corners: Coordinates[] | undefined;
  /** Where the held nodes were, and where they are while they move. */
  let origins: ReadonlyMap<string, Place> = new Map();
  let moved: ReadonlyMap<string, Place> | undefined;
  let isArmed = false;
  let isEnd = false;
  let touch: ReturnType<typeof setTimeout> | undefined;
  const { drawing, line } = createDrawing(container);

  const begin = (event: MouseCoords, node: string | undefined): void => {
    const { original } = event;
    letGo();
    isEnd = false;
    const touches = "touches" in original ? original.touches.length : 0;
    const isOther = "button" in original && original.button !== 0;
    if (isOther || touches > 1) return;
    start = { x: event.x, y: event.y };
    if (isArmed || (node === undefined && original.shiftKey)) corners = [start];
    else if (node !== undefined && !original.shiftKey && !original.ctrlKey && !original.metaKey) {
      held = events.heldWith(node);
    }
    if (touches === 1) {
      const at = start;
      touch = setTimeout(() => {
        letGo();
        isEnd = true;
        events.onLongTouch(node, at);
      }, LONG);
    }
  };
  const letGo = (): void => {
    clearTimeout(touch);
    [start, held, corners, moved] = [undefined, [], undefined, undefined];
    drawing.setAttribute("visibility", "hidden");
  };
  const move = (event: MouseCoords): void => {
    if (start === undefined) return;
    const isFar = Math.hypot(event.x - start.x, event.y - start.y) > TOLERANCE;
    if (isFar) clearTimeout(touch);
    if (corners === undefined && held.length === 0) return;
    event.preventSigmaDefault();
    event.original.preventDefault();
    if (corners !== undefined) {
      corners.push({ x: event.x, y: event.y });
      line.setAttribute("points", corners.map(({ x, y }) => `${x},${y}`).join(" "));
      drawing.setAttribute("visibility", "visible");
    } else if (moved !== undefined || isFar) {
      const [from, to] = [sigma.viewportToGraph(start), sigma.viewportToGraph(event)];
      if (moved === undefined) origins = new Map(held.map((id) => [id, events.placeOf(id)]));
      moved = new Map(
        [...origins].map(([id, { x, y }]) => [id, roundPlace({ x: x + to.x - from.x, y: y + to.y - from.y })]),
      );
      events.onDrag(moved);
    }
  };
  const end = (): void => {
    const [ring, places] = [corners, moved];
    letGo();
    if (ring !== undefined && ring.length > 2) {
      isEnd = true;
      events.onLasso([...events.shown()].filter(([, at]) => isInside(at, ring)).map(([id]) => id));
    } else if (places !== undefined) {
      isEnd = true;
      events.onDrop(places);
    }
  };
  sigma.on("downNode", ({ node, event }) => begin(event, node));
  sigma.on("downStage", ({ event }) => begin(event, undefined));
  sigma.on("moveBody", ({ event }) => move(event));
  sigma.on("upNode", end);
  sigma.on("upStage", end);
  return {
    armLasso: (isOn) => {
      isArmed = isOn;
      container.classList.toggle("lasso-armed", isOn);
    },
    isEnd: () => isEnd,
    close: () => {
      letGo();
      drawing.remove();
    },
  };
}

/** As exact as the layout is: links carry these. */
export function roundPlace({ x, y }: Place): Place {
  return { x: Math.round(x * 1e4) / 1e4, y: Math.round(y * 1e4) / 1e4 };
}

/** Where the lasso is drawn, above the picture. */
function createDrawing(container: HTMLElement): { readonly drawing: SVGElement; readonly line: SVGElement } {
  const drawing = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "polygon");
  drawing.classList.add("lasso");
  drawing.setAttribute("visibility", "hidden");
  drawing.append(line);
  container.append(drawing);
  return { drawing, line };
}

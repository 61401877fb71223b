import type { Coordinates } from "sigma/types";
import type { Place } from "../state/view.ts";
import type { GraphModel } from "./model.ts";
import type { Visibility } from "./visibility.ts";

export interface Extent {
  x: [number, number];
  y: [number, number];
}

/** The least share of the whole layout that a picture is fitted to: a few nodes are not to fill it like balloons. */
const LEAST = 0.2;

/** The rectangle around points; an empty one where there are none. */
export function extentOf(points: readonly Coordinates[]): Extent {
  const extent: Extent = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const { x, y } of points) {
    extent.x = [Math.min(extent.x[0], x), Math.max(extent.x[1], x)];
    extent.y = [Math.min(extent.y[0], y), Math.max(extent.y[1], y)];
  }
  return extent;
}

/**
 * What a picture is fitted to: the rectangle around the nodes that are shown, around all of them where none is, and never
 * less than a share of the whole. `reach` is how many times larger the whole is.
 */
export function boundsOf(
  { data }: GraphModel,
  { nodes, counts }: Visibility,
  placeOf: (id: string) => Place,
): { readonly bounds: Extent; readonly reach: number } {
  const places = data.nodes.id.map(placeOf);
  const whole = extentOf(places);
  const shown = extentOf(places.filter((_, index) => nodes[index] === 1 || counts.nodes === 0));
  const side = Math.max(length(whole.x), length(whole.y)) || 1;
  const bounds: Extent = { x: widened(shown.x, side * LEAST), y: widened(shown.y, side * LEAST) };
  return { bounds, reach: Math.max(1, side / Math.max(length(bounds.x), length(bounds.y))) };
}

function length([from, to]: readonly [number, number]): number {
  return to - from;
}

/** A span about the same middle that is at least so long. */
function widened([from, to]: readonly [number, number], least: number): [number, number] {
  const more = Math.max(0, least - (to - from)) / 2;
  return [from - more, to + more];
}

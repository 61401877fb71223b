import type { Coordinates } from "sigma/types";

/** A drawn edge, in pixels of the screen. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: Coordinates;
  readonly target: Coordinates;
  /** How far it is bent to its left, as a share of its length; 0 for straight. */
  readonly bend: number;
}

/** Into how many straight pieces a bent edge is cut for measuring. */
const PIECES = 16;

/**
 * The edge that lies nearest to a point and no further than `reach` pixels. Lines are too thin to be hit exactly; among
 * equally near ones the first is taken.
 */
export function edgeNear(point: Coordinates, edges: Iterable<DrawnEdge>, reach: number): string | undefined {
  let nearest: string | undefined;
  let least = reach;
  for (const edge of edges) {
    const distance = distanceToEdge(point, edge);
    if (distance < least || (distance === least && nearest === undefined)) {
      least = distance;
      nearest = edge.id;
    }
  }
  return nearest;
}

function distanceToEdge(point: Coordinates, { source, target, bend }: DrawnEdge): number {
  if (bend === 0) return distanceToLine(point, source, target);
  // The quadratic Bézier curve of @sigma/edge-curve: its middle point is off the line by `bend` times the length.
  const control = {
    x: (source.x + target.x) / 2 + (target.y - source.y) * bend,
    y: (source.y + target.y) / 2 - (target.x - source.x) * bend,
  };
  let least = Infinity;
  let from = source;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const to = {
      x: (1 - t) ** 2 * source.x + 2 * (1 - t) * t * control.x + t ** 2 * target.x,
      y: (1 - t) ** 2 * source.y + 2 * (1 - t) * t * control.y + t ** 2 * target.y,
    };
    least = Math.min(least, distanceToLine(point, from, to));
    from = to;
  }
  return least;
}

function distanceToLine(point: Coordinates, from: Coordinates, to: Coordinates): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

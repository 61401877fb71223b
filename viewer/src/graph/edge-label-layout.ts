import type { Coordinates } from "sigma/types";
import type { Box } from "./label-layout.ts";

/** Words that want to stand along an edge, in pixels of the screen. */
export interface EdgeLabelRequest {
  readonly source: Coordinates;
  readonly target: Coordinates;
  /** How far it is bent to its left, as a share of its length; 0 for straight. */
  readonly bend: number;
  /** Pixels of the edge that its nodes cover. */
  readonly covered: number;
  readonly width: number;
  readonly height: number;
  /** Whether it stands upright, and may be wider than the edge is long: a number. */
  readonly isUpright: boolean;
  /** Whether it chooses first, and is drawn even where no place is free. */
  readonly isFirst: boolean;
}

/** Where words stand: their middle, and their turn in radians, by which they are never upside down. */
export interface EdgeLabelPlace extends Coordinates {
  readonly angle: number;
}

/**
 * Places for words at the middle of their edges, where they fit and cover no other and no box; undefined where there is none.
 * In the order of the requests.
 */
export function placeEdgeLabels(
  requests: readonly EdgeLabelRequest[],
  boxes: Iterable<Box>,
): readonly (EdgeLabelPlace | undefined)[] {
  const taken: (readonly Coordinates[])[] = [...boxes].map(({ left, top, right, bottom }) => [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]);
  const places = new Map<EdgeLabelRequest, EdgeLabelPlace>();
  const order = [...requests].sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
  for (const request of order) {
    const { source, target, width, height, isFirst, isUpright, covered } = request;
    const room = Math.hypot(target.x - source.x, target.y - source.y) - covered;
    if (isUpright ? room < height : room < width && !isFirst) continue;
    const place = middleOf(request);
    const corners = cornersOf(place, width, height);
    if (!isFirst && taken.some((other) => overlap(corners, other))) continue;
    taken.push(corners);
    places.set(request, place);
  }
  return requests.map((request) => places.get(request));
}

/** The middle of the quadratic Bézier curve of @sigma/edge-curve: off the line by half of what its control point is. */
function middleOf({ source, target, bend, isUpright }: EdgeLabelRequest): EdgeLabelPlace {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const angle = Math.atan2(dy, dx);
  const readable = angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
  return {
    x: (source.x + target.x) / 2 + (dy * bend) / 2,
    y: (source.y + target.y) / 2 - (dx * bend) / 2,
    angle: isUpright ? 0 : readable,
  };
}

function cornersOf({ x, y, angle }: EdgeLabelPlace, width: number, height: number): readonly Coordinates[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([across = 0, down = 0]) => ({
    x: x + (across * width * cos - down * height * sin) / 2,
    y: y + (across * width * sin + down * height * cos) / 2,
  }));
}

/** Whether two convex shapes overlap: they do not where a line along one of their sides divides them. */
function overlap(a: readonly Coordinates[], b: readonly Coordinates[]): boolean {
  return [...normalsOf(a), ...normalsOf(b)].every(({ x, y }) => {
    const [ofA, ofB] = [a, b].map((shape) => shape.map((corner) => corner.x * x + corner.y * y)) as [
      number[],
      number[],
    ];
    return Math.min(...ofA) < Math.max(...ofB) && Math.min(...ofB) < Math.max(...ofA);
  });
}

function normalsOf(shape: readonly Coordinates[]): readonly Coordinates[] {
  return shape.map((from, index) => {
    const to = shape[(index + 1) % shape.length] ?? from;
    return { x: to.y - from.y, y: from.x - to.x };
  });
}

import type { Coordinates } from "sigma/types";
import { type Box, boxOf, leastOf } from "./label-layout.ts";

/** Words that want to stand along an edge, in pixels of the screen. */
export interface EdgeLabelRequest {
  readonly source: Coordinates;
  readonly target: Coordinates;
  /** How far it is bent to its left, as a share of its length; 0 for straight. */
  readonly bend: number;
  /** Of its source and its target. */
  readonly radii: readonly [number, number];
  readonly width: number;
  readonly height: number;
  /** Whether it stands upright, and may be wider than the edge is long: a number. */
  readonly isUpright: boolean;
  /** Whether it chooses first, and is drawn even where no place is free: beside its edge where that is too short. */
  readonly isFirst: boolean;
}

/** Where words stand: their middle, and their turn in radians, by which they are never upside down. */
export interface EdgeLabelPlace extends Coordinates {
  readonly angle: number;
}

/** The cost of covering what is looked at as well: its name, other words, the ends of the edge. */
export const LOOKED_AT = 10;
/** Pixels from its edge that are as bad for words as to cover something that is not looked at. */
const FAR = 25;
/** Where words are tried beside an edge, as shares of how far they have to go there. */
const AROUND = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].flatMap((across) =>
  [0, 1, -1, 1.5, -1.5, 2, -2].map((down) => [across, down] as const),
);

/** Something that words at an edge are not to cover. */
export interface Obstacle {
  readonly box: Box;
  /** How bad it is where it cannot be helped, beside others. */
  readonly cost: number;
}

interface Shape {
  readonly corners: readonly Coordinates[];
  readonly cost: number;
}

/**
 * Places for words at the middle of their edges, where they fit and cover no other and no obstacle; undefined where there is
 * none. In the order of the requests.
 */
export function placeEdgeLabels(
  requests: readonly EdgeLabelRequest[],
  obstacles: readonly Obstacle[],
): readonly (EdgeLabelPlace | undefined)[] {
  const taken: Shape[] = obstacles.map(({ box, cost }) => ({ corners: cornersOfBox(box), cost }));
  const places = new Map<EdgeLabelRequest, EdgeLabelPlace>();
  const order = [...requests].sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
  for (const request of order) {
    const { source, target, width, height, isFirst, isUpright, radii } = request;
    const room = Math.hypot(target.x - source.x, target.y - source.y) - radii[0] - radii[1];
    const isShort = room < width;
    if (isUpright ? room < height : isShort && !isFirst) continue;
    const place = isShort && !isUpright ? besideEdge(request, taken) : middleOf(request);
    const corners = cornersOf(place, width, height);
    if (!isFirst && taken.some((other) => overlap(corners, other.corners))) continue;
    taken.push({ corners, cost: LOOKED_AT });
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

/** A place at the middle of an edge, or near it, where words stand upright and cover little. */
function besideEdge(request: EdgeLabelRequest, taken: readonly Shape[]): EdgeLabelPlace {
  const middle = middleOf(request);
  const { width, height, source, target, radii } = request;
  const ends = [
    { ...source, radius: radii[0] },
    { ...target, radius: radii[1] },
  ].map((disc) => ({ corners: cornersOfBox(boxOf(disc)), cost: LOOKED_AT }));
  const radius = Math.max(...radii);
  const reach = {
    x: (width + Math.abs(target.x - source.x)) / 2 + radius,
    y: (height + Math.abs(target.y - source.y)) / 2 + radius,
  };
  const places = AROUND.map(([across, down]) => ({
    x: middle.x + across * reach.x,
    y: middle.y + down * reach.y,
    angle: 0,
  }));
  const costOf = (place: EdgeLabelPlace): number => {
    const corners = cornersOf(place, width, height);
    const covered = [...ends, ...taken].filter((other) => overlap(corners, other.corners));
    const away = Math.hypot(place.x - middle.x, place.y - middle.y);
    return covered.reduce((sum, { cost }) => sum + cost, away / FAR);
  };
  return leastOf(places, costOf) ?? { ...middle, angle: 0 };
}

function cornersOfBox({ left, top, right, bottom }: Box): readonly Coordinates[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
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

/** x and y of each node in turn. */
export type Coordinates = Float64Array;

/** Distance that neighbours have on average, and that any two nodes keep at least, in units of the layout. */
export const MEAN_DISTANCE = 20;
export const LEAST_DISTANCE = 10;

/** From this many nodes on they are drawn so small that overlaps do not matter, and removing them takes long. */
const LARGE = 20_000;
const MOST_ROUNDS = 100;
/** How much of an overlap is left to the next round: without a rest two nodes would come to lie at exactly the limit. */
const SURPLUS = 1.02;

/**
 * Centres a connected part of the graph, turns its longest side to lie flat, since screens and labels are wide, and
 * scales it to `MEAN_DISTANCE`.
 */
export function normalise(coordinates: Coordinates): void {
  const size = coordinates.length / 2;
  const [centreX, centreY] = [0, 1].map((offset) => sum(size, (node) => coordinates[2 * node + offset]!) / size);
  for (let node = 0; node < size; node += 1) {
    coordinates[2 * node]! -= centreX!;
    coordinates[2 * node + 1]! -= centreY!;
  }
  const xx = sum(size, (node) => coordinates[2 * node]! ** 2);
  const yy = sum(size, (node) => coordinates[2 * node + 1]! ** 2);
  const xy = sum(size, (node) => coordinates[2 * node]! * coordinates[2 * node + 1]!);
  const spread = Math.sqrt((xx + yy) / size);
  if (spread === 0) return;
  const turn = -0.5 * Math.atan2(2 * xy, xx - yy);
  // The mean square distance from the middle of a disc is half the square of its radius.
  const radius = MEAN_DISTANCE * Math.sqrt(size / Math.PI);
  const scale = radius / (Math.SQRT2 * spread);
  const [cosine, sine] = [scale * Math.cos(turn), scale * Math.sin(turn)];
  for (let node = 0; node < size; node += 1) {
    const x = coordinates[2 * node]!;
    const y = coordinates[2 * node + 1]!;
    coordinates[2 * node] = x * cosine - y * sine;
    coordinates[2 * node + 1] = x * sine + y * cosine;
  }
}

/**
 * Pushes nodes that are closer than `LEAST_DISTANCE` apart, until none are or it has tried long enough. Those before
 * `firstMovable` stay where they are. Does nothing in a large graph.
 */
export function separate(coordinates: Coordinates, firstMovable = 0): void {
  const size = coordinates.length / 2;
  if (size > LARGE) return;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moved = false;
    forEachClosePair(coordinates, (one, other) => {
      if (push(coordinates, one, other, firstMovable)) moved = true;
    });
    if (!moved) return;
  }
}

/** Moves two nodes apart along the line between them, if they are too close and not both fixed. */
function push(coordinates: Coordinates, one: number, other: number, firstMovable: number): boolean {
  let x = coordinates[2 * other]! - coordinates[2 * one]!;
  let y = coordinates[2 * other + 1]! - coordinates[2 * one + 1]!;
  let distance = Math.hypot(x, y);
  const [freeOne, freeOther] = [one >= firstMovable, other >= firstMovable];
  if (distance >= LEAST_DISTANCE || !(freeOne || freeOther)) return false;
  const missing = SURPLUS * LEAST_DISTANCE - distance;
  if (distance < 1e-6) {
    // Two nodes on one spot have no line between them: any direction will do that is always the same.
    [x, y, distance] = [Math.cos(other), Math.sin(other), 1];
  }
  const shareOne = freeOne ? (freeOther ? 0.5 : 1) : 0;
  const stepX = (missing * x) / distance;
  const stepY = (missing * y) / distance;
  coordinates[2 * one]! -= shareOne * stepX;
  coordinates[2 * one + 1]! -= shareOne * stepY;
  coordinates[2 * other]! += (1 - shareOne) * stepX;
  coordinates[2 * other + 1]! += (1 - shareOne) * stepY;
  return true;
}

/** Calls back for pairs that may be closer than `LEAST_DISTANCE`: those in one cell of a grid or in cells side by side. */
function forEachClosePair(coordinates: Coordinates, callback: (one: number, other: number) => void): void {
  const cells = new Map<number, number[]>();
  for (let node = 0; node < coordinates.length / 2; node += 1) {
    const column = Math.floor(coordinates[2 * node]! / LEAST_DISTANCE);
    const row = Math.floor(coordinates[2 * node + 1]! / LEAST_DISTANCE);
    for (let near = 0; near < 9; near += 1) {
      const cell = cells.get(cellKey(column + (near % 3) - 1, row + Math.floor(near / 3) - 1));
      for (const earlier of cell ?? []) callback(earlier, node);
    }
    const key = cellKey(column, row);
    const own = cells.get(key);
    if (own === undefined) cells.set(key, [node]);
    else own.push(node);
  }
}

/** One number for a cell of the grid: rows and columns stay far below a million. */
function cellKey(column: number, row: number): number {
  return column * 2 ** 22 + row;
}

/** Middle of the circle around the points, and its radius. */
export function circleAround(coordinates: Coordinates): {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
} {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let index = 0; index < coordinates.length; index += 2) {
    left = Math.min(left, coordinates[index]!);
    right = Math.max(right, coordinates[index]!);
    low = Math.min(low, coordinates[index + 1]!);
    high = Math.max(high, coordinates[index + 1]!);
  }
  const [x, y] = [(left + right) / 2, (low + high) / 2];
  let radius = 0;
  for (let index = 0; index < coordinates.length; index += 2) {
    radius = Math.max(radius, Math.hypot(coordinates[index]! - x, coordinates[index + 1]! - y));
  }
  return { x, y, radius };
}

function sum(size: number, term: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < size; index += 1) total += term(index);
  return total;
}

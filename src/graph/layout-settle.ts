import { settleByForce } from "./layout-force.ts";
import { neighboursOf, type Network } from "./layout-network.ts";
import type { Coordinates } from "./layout-space.ts";

/** Where each node was before, x and y in turn; NaN for a node that is new. */
export type Remembered = Float64Array;

/** The share of a connected part that has to be old, for the part to stay what it is. */
const LEAST_OLD = 0.75;
/** How much larger the forces draw than the picture is: started at their own scale, they have little to move. */
const SCALE_OF_FORCES = 10;

/** Whether so much of a connected part is old that it keeps its shape. */
export function isMostlyOld(remembered: Remembered): boolean {
  let old = 0;
  for (let index = 0; index < remembered.length; index += 2) if (!Number.isNaN(remembered[index]!)) old += 1;
  return old >= LEAST_OLD * (remembered.length / 2);
}

/**
 * Places a connected network of which most was placed before: old nodes start where they were and new ones between their
 * neighbours, the forces move all of them a little, and the whole is laid over what it was, so that scale, turn and place
 * stay. Wants `isMostlyOld`.
 */
export function settle(network: Network, remembered: Remembered): Coordinates {
  const start = withNewBetween(network, remembered);
  const settled = settleByForce(
    network,
    start.map((value) => value * SCALE_OF_FORCES),
  );
  return laidOver(settled, remembered);
}

/** Puts each new node in the middle of its neighbours that have a place; those that have none wait until they do. */
function withNewBetween(network: Network, remembered: Remembered): Coordinates {
  const places = remembered.slice();
  const { starts, nodes } = neighboursOf(network);
  let waiting = Array.from({ length: network.size }, (_, node) => node).filter((node) =>
    Number.isNaN(places[2 * node]!),
  );
  while (waiting.length > 0) {
    const found = waiting.flatMap((node) => {
      const near = [...nodes.subarray(starts[node], starts[node + 1])].filter(
        (other) => !Number.isNaN(places[2 * other]!),
      );
      if (near.length === 0) return [];
      // Two new nodes with the same neighbours would come to lie on one spot, from which no force moves them apart.
      const angle = node * Math.PI * (3 - Math.sqrt(5));
      return [
        {
          node,
          x: mean(near, (other) => places[2 * other]!) + Math.cos(angle),
          y: mean(near, (other) => places[2 * other + 1]!) + Math.sin(angle),
        },
      ];
    });
    for (const { node, x, y } of found) places.set([x, y], 2 * node);
    const done = new Set(found.map(({ node }) => node));
    waiting = waiting.filter((node) => !done.has(node));
  }
  return places;
}

/**
 * Turns, scales and moves points so that the old ones lie as near as can be to where they were: least squares over
 * similarities of the plane (Procrustes).
 */
function laidOver(coordinates: Coordinates, remembered: Remembered): Coordinates {
  const old = Array.from({ length: coordinates.length / 2 }, (_, node) => node).filter(
    (node) => !Number.isNaN(remembered[2 * node]!),
  );
  const middle = (of: Float64Array): readonly [number, number] => [
    mean(old, (node) => of[2 * node]!),
    mean(old, (node) => of[2 * node + 1]!),
  ];
  const [fromX, fromY] = middle(coordinates);
  const [toX, toY] = middle(remembered);
  let [along, across, square] = [0, 0, 0];
  for (const node of old) {
    const [x, y] = [coordinates[2 * node]! - fromX, coordinates[2 * node + 1]! - fromY];
    const [u, v] = [remembered[2 * node]! - toX, remembered[2 * node + 1]! - toY];
    along += x * u + y * v;
    across += x * v - y * u;
    square += x * x + y * y;
  }
  const [cosine, sine] = square === 0 ? [1, 0] : [along / square, across / square];
  const placed = new Float64Array(coordinates.length);
  for (let index = 0; index < coordinates.length; index += 2) {
    const [x, y] = [coordinates[index]! - fromX, coordinates[index + 1]! - fromY];
    placed[index] = cosine * x - sine * y + toX;
    placed[index + 1] = sine * x + cosine * y + toY;
  }
  return placed;
}

function mean(items: readonly number[], value: (item: number) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

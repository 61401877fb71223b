import type { Coordinates } from "sigma/types";

/** Whether a point lies within a closed polygon, by the number of sides that a ray from it crosses. */
export function isInside({ x, y }: Coordinates, corners: readonly Coordinates[]): boolean {
  let isIn = false;
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length] ?? from;
    const crosses = from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
    if (crosses) isIn = !isIn;
  }
  return isIn;
}

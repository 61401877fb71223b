import type { Drawing } from "./drawing.ts";

/** Pixels of the screen that a picture takes. */
export type PictureSize = Pick<Drawing, "width" | "height">;

/** Pixels across a picture in which something can still be seen. */
export const LEAST_WIDTH = 100;
/** Pixels of each side that every browser can draw: Safari is the one that draws least. */
const MOST_PIXELS = 16_384;

/** How high a picture of a drawing is, in pixels. */
export function heightFor({ width, height }: PictureSize, across: number): number {
  return Math.max(1, Math.round((across * height) / width));
}

/** How wide it can be, so that it is not too high either. */
export function widestFor({ width, height }: PictureSize): number {
  return Math.floor(MOST_PIXELS * Math.min(1, width / height));
}

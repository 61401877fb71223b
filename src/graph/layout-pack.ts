import { circleAround, LEAST_DISTANCE, MEAN_DISTANCE, type Coordinates } from "./layout-space.ts";

/** Room between parts, in units of the layout: more at their sides, where names stand. */
const MARGIN = { across: 45, down: 30 };
/** Parts come to lie around the first in this shape: screens are wide. */
const ASPECT = 1.3;
/** Cells of the grid along a side of the picture, about. */
const CELLS = 100;

/** Cells of a grid, each as column and row. */
type Cells = readonly (readonly [column: number, row: number])[];

/** How far a part is to be moved. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/**
 * Puts connected parts beside each other, each as near to the middle as there is room for it outside of the others' outlines:
 * the first in the middle where nothing is `fixed`, else around what is. So a part that is flat is not surrounded by a circle
 * of nothing. Takes the largest part first for its first.
 */
export function packParts(parts: readonly Coordinates[], fixed: Coordinates): readonly Shift[] {
  const count = [fixed, ...parts].reduce((sum, { length }) => sum + length / 2, 0);
  const size = Math.max(LEAST_DISTANCE, (MEAN_DISTANCE * Math.sqrt(count)) / CELLS);
  const middle = fixed.length === 0 ? { x: 0, y: 0 } : circleAround(fixed);
  const taken = new Set(outlineOf(fixed, middle, size).map(([column, row]) => keyOf(column, row)));
  const places = nearestFirst();
  /** By outline the first place that was not tried for it: where there was no room, there never will be. */
  const untried = new Map<string, number>();
  return parts.map((part) => {
    const centre = circleAround(part);
    const outline = outlineOf(part, centre, size);
    const room = withMargin(outline, size);
    const outlineKey = outline.join();
    let number = untried.get(outlineKey) ?? 0;
    const isFree = ([column, row]: Cells[number]): boolean =>
      room.every(([across, down]) => !taken.has(keyOf(column + across, row + down)));
    while (!isFree(places(number))) number += 1;
    untried.set(outlineKey, number + 1);
    const [column, row] = places(number);
    for (const [across, down] of outline) taken.add(keyOf(column + across, row + down));
    return { x: middle.x + column * size - centre.x, y: middle.y + row * size - centre.y };
  });
}

/** Cells of the points around a middle, and those between them both in their row and in their column. */
function outlineOf(points: Coordinates, middle: Shift, size: number): Cells {
  const rows = new Map<number, Range>();
  const columns = new Map<number, Range>();
  for (let index = 0; index < points.length; index += 2) {
    const column = Math.round((points[index]! - middle.x) / size);
    const row = Math.round((points[index + 1]! - middle.y) / size);
    widen(rows, row, column);
    widen(columns, column, row);
  }
  return [...rows].flatMap(([row, { least, most }]) =>
    Array.from({ length: most - least + 1 }, (_, index) => [least + index, row] as const).filter(([column]) => {
      const range = columns.get(column);
      return range !== undefined && range.least <= row && row <= range.most;
    }),
  );
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function widen(ranges: Map<number, Range>, key: number, value: number): void {
  const { least, most } = ranges.get(key) ?? { least: value, most: value };
  ranges.set(key, { least: Math.min(least, value), most: Math.max(most, value) });
}

/** An outline with the room that is to be free around it; its own cells first, since they are taken most often. */
function withMargin(outline: Cells, size: number): Cells {
  const [across, down] = [MARGIN.across, MARGIN.down].map((margin) => Math.max(1, Math.floor(margin / size)));
  const cells = new Map(outline.map((cell) => [keyOf(...cell), cell]));
  for (const [column, row] of outline) {
    for (let right = -across!; right <= across!; right += 1) {
      for (let up = -down!; up <= down!; up += 1) {
        if ((right / across!) ** 2 + (up / down!) ** 2 <= 1.2)
          cells.set(keyOf(column + right, row + up), [column + right, row + up]);
      }
    }
  }
  return [...cells.values()];
}

/** The cells of a grid without end, those nearest to the middle first. */
function nearestFirst(): (number: number) => Cells[number] {
  let reach = 8;
  let cells: Cells = within(reach);
  return (number) => {
    while (number >= cells.length) {
      reach *= 2;
      cells = within(reach);
    }
    return cells[number]!;
  };
}

/** The cells within an ellipse of this half height, from the middle outwards. */
function within(reach: number): Cells {
  const wide = Math.floor(reach * ASPECT);
  const cells: (readonly [number, number])[] = [];
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -wide; column <= wide; column += 1) {
      if (distanceOf([column, row]) <= reach * reach) cells.push([column, row]);
    }
  }
  return cells.sort((a, b) => distanceOf(a) - distanceOf(b));
}

function distanceOf([column, row]: Cells[number]): number {
  return (column / ASPECT) ** 2 + row ** 2;
}

/** One number for a cell: rows and columns stay far below a million. */
function keyOf(column: number, row: number): number {
  return column * 2 ** 22 + row;
}

/** A node, in pixels of the screen. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A label that wants a place beside its node, in pixels of the screen. */
export interface LabelRequest extends Disc {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Whether it is drawn even where no place is free. */
  readonly forced: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between a node and its label. */
const GAP = 4;

/**
 * Finds a place for each label: right of its node, left, below or above it, where neither another label nor a node is,
 * be it one of the labels' or one of the further ones in `discs`.
 * Forced labels choose first, then those of larger nodes; what finds no place is left out. The same requests in any
 * order give the same places.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  discs: readonly Disc[],
  width: number,
): ReadonlyMap<string, Box> {
  const order = [...requests].sort(
    (a, b) => Number(b.forced) - Number(a.forced) || b.radius - a.radius || (a.key < b.key ? -1 : 1),
  );
  const nodes = [...order, ...discs].map(({ x, y, radius }) => boxAround(x, y, radius, radius));
  const placed = new Map<string, Box>();
  for (const request of order) {
    const taken = [...placed.values()];
    const inside = candidates(request).filter((box) => box.left >= 0 && box.right <= width);
    const free = inside.find((box) => ![...taken, ...nodes].some((other) => overlap(box, other)));
    const box = free ?? (request.forced ? (inside[0] ?? candidates(request)[0]) : undefined);
    if (box !== undefined) placed.set(request.key, box);
  }
  return placed;
}

function candidates({ x, y, radius, width, height }: LabelRequest): readonly Box[] {
  const away = radius + GAP;
  return [
    boxAround(x + away + width / 2, y, width / 2, height / 2),
    boxAround(x - away - width / 2, y, width / 2, height / 2),
    boxAround(x, y + away + height / 2, width / 2, height / 2),
    boxAround(x, y - away - height / 2, width / 2, height / 2),
  ];
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

import type { Coordinates } from "sigma/types";

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
  readonly rank: LabelRank;
}

/**
 * What a label gives way to. What is pointed at is drawn whatever it covers; what is looked at covers no other label, and
 * stands off its node, or covers a node of a lower rank, where it has to; all others cover nothing.
 */
export const LABEL_RANKS = ["must", "should", "may"] as const;
export type LabelRank = (typeof LABEL_RANKS)[number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between a node and its label. */
const GAP = 4;
/** Pixels that a label of some rank may stand farther off, where there is no room beside its node. */
const FARTHER = [14, 30];
/** How much worse it is to cover the node of a label of this rank than one without a label. */
const COVERING: Readonly<Record<LabelRank, number>> = { must: Infinity, should: 4, may: 1 };

/**
 * Finds a place for each label beside its node, where no other label is, nor a node, be it one of the labels' or one of the
 * further ones in `discs`. Labels of a higher rank choose first, then those of larger nodes; what finds no place that its
 * rank allows is left out. The same requests in any order give the same places.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  discs: readonly Disc[],
  width: number,
): ReadonlyMap<string, Box> {
  const order = [...requests].sort(
    (a, b) =>
      LABEL_RANKS.indexOf(a.rank) - LABEL_RANKS.indexOf(b.rank) || b.radius - a.radius || (a.key < b.key ? -1 : 1),
  );
  const nodes = [
    ...order.map(({ rank, ...disc }) => ({ box: boxOf(disc), cost: COVERING[rank] })),
    ...discs.map((disc) => ({ box: boxOf(disc), cost: 1 })),
  ];
  const placed = new Map<string, Box>();
  for (const request of order) {
    const all = candidates(request, GAP);
    const taken = [...placed.values()];
    const isFree = (box: Box): boolean => isInside(box, width) && !taken.some((other) => overlap(box, other));
    const covered = (box: Box): number =>
      nodes.reduce((sum, node) => sum + (overlap(box, node.box) ? node.cost : 0), 0);
    const off = (): readonly Box[] => FARTHER.flatMap((more) => candidates(request, GAP + more)).filter(isFree);
    const free = all.filter(isFree);
    const box =
      free.find((candidate) => covered(candidate) === 0) ??
      (request.rank === "may" ? undefined : leastOf([...off(), ...free], covered)) ??
      (request.rank === "must" ? (all.find((candidate) => isInside(candidate, width)) ?? all[0]) : undefined);
    if (box !== undefined) placed.set(request.key, box);
  }
  return placed;
}

/** From the rim of a node to its label, where that stands so far off that one does not see whose it is. */
export function leaderOf({ x, y, radius }: Disc, box: Box): readonly [Coordinates, Coordinates] | undefined {
  const near = { x: clamp(x, box.left, box.right), y: clamp(y, box.top, box.bottom) };
  const length = Math.hypot(near.x - x, near.y - y);
  if (length < radius + GAP + (FARTHER[0] ?? 0) / 2) return undefined;
  return [{ x: x + ((near.x - x) / length) * radius, y: y + ((near.y - y) / length) * radius }, near];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** The first of those of which a measure is least, and not without end. */
export function leastOf<Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  let least = { item: undefined as Item | undefined, value: Infinity };
  for (const item of items) {
    const value = measure(item);
    if (value < least.value) least = { item, value };
  }
  return least.item;
}

/** Right, left, below and above; then each of them moved to one of its sides. */
function candidates({ x, y, radius, width, height }: LabelRequest, gap: number): readonly Box[] {
  const away = radius + gap;
  const [across, down] = [away + width / 2, away + height / 2];
  const places: readonly (readonly [number, number])[] = [
    [across, 0],
    [-across, 0],
    [0, down],
    [0, -down],
    [across, radius],
    [across, -radius],
    [-across, radius],
    [-across, -radius],
    [width / 2, down],
    [width / 2, -down],
    [-width / 2, down],
    [-width / 2, -down],
  ];
  return places.map(([right, below]) => boxAround(x + right, y + below, width / 2, height / 2));
}

/** The box around a node. */
export function boxOf({ x, y, radius }: Disc): Box {
  return boxAround(x, y, radius, radius);
}

function isInside(box: Box, width: number): boolean {
  return box.left >= 0 && box.right <= width;
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

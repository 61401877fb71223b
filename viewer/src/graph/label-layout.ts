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
 * What a label gives way to. What is pointed at is drawn whatever it covers; what is looked at covers no other label, but a
 * node where it has to; all others cover nothing.
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
  const nodes = [...order, ...discs].map(({ x, y, radius }) => boxAround(x, y, radius, radius));
  const placed = new Map<string, Box>();
  for (const request of order) {
    const all = candidates(request);
    const inside = all.filter((box) => box.left >= 0 && box.right <= width);
    const taken = [...placed.values()];
    const free = inside.filter((box) => !taken.some((other) => overlap(box, other)));
    const covered = (box: Box): number => nodes.filter((node) => overlap(box, node)).length;
    const box =
      free.find((candidate) => covered(candidate) === 0) ??
      (request.rank === "may" ? undefined : leastOf(free, covered)) ??
      (request.rank === "must" ? (inside[0] ?? all[0]) : undefined);
    if (box !== undefined) placed.set(request.key, box);
  }
  return placed;
}

/** The first of those of which a measure is least. */
function leastOf<Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  let least: { readonly item: Item; readonly value: number } | undefined;
  for (const item of items) {
    const value = measure(item);
    if (least === undefined || value < least.value) least = { item, value };
  }
  return least?.item;
}

/** Right, left, below and above; then each of them moved to one of its sides. */
function candidates({ x, y, radius, width, height }: LabelRequest): readonly Box[] {
  const away = radius + GAP;
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

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

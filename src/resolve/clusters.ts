/** Sets of things that are one, joined step by step; a pair that is known to differ is never joined. */
export interface Clusters {
  readonly find: (index: number) => number;
  readonly members: (index: number) => readonly number[];
  /** Every cluster, by its first member. */
  readonly groups: () => readonly (readonly number[])[];
  /** Whether the clusters of two things may be one. */
  readonly mayJoin: (a: number, b: number) => boolean;
  /** Joins the clusters of two things, if they may be one. `certain`: only a verdict keeps them apart. */
  readonly join: (a: number, b: number, certain?: boolean) => void;
}

/** What clusters are joined by. */
export interface ClusterRules {
  /** Whether nothing that is said of two things says that they are two. */
  readonly fits: (a: number, b: number) => boolean;
  /** Whether somebody says that two things are two. */
  readonly areApart: (a: number, b: number) => boolean;
  /**
   * Pairs of which somebody says that they are one. What is one by that fits others as soon as one of it does: no reading
   * of names could tell that they belong together.
   */
  readonly ruledOne: readonly (readonly [a: number, b: number])[];
}

/** Union-find whose representative is the smallest member, so that the order of joins does not show. */
export function createClusters(size: number, { fits, areApart, ruledOne }: ClusterRules): Clusters {
  const root = Array.from({ length: size }, (_, i) => i);
  const lists = Array.from({ length: size }, (_, i) => [i]);
  const find = (index: number): number => {
    let at = index;
    while (root[at] !== at) at = root[at] ?? at;
    for (let i = index; root[i] !== at;) {
      const next = root[i] ?? at;
      root[i] = at;
      i = next;
    }
    return at;
  };
  const everyPair = (x: number, y: number, holds: (a: number, b: number) => boolean): boolean =>
    (lists[x] ?? []).every((a) => (lists[y] ?? []).every((b) => holds(a, b)));
  const unite = (a: number, b: number, mayBeOne: (x: number, y: number) => boolean): void => {
    const [x, y] = [find(a), find(b)].sort((left, right) => left - right) as [number, number];
    if (x === y || !mayBeOne(x, y)) return;
    root[y] = x;
    lists[x] = [...(lists[x] ?? []), ...(lists[y] ?? [])].sort((one, other) => one - other);
    lists[y] = [];
  };
  const isFree = (x: number, y: number): boolean => everyPair(x, y, (a, b) => !areApart(a, b));

  for (const [a, b] of ruledOne) unite(a, b, isFree);
  /** What each thing is one with by what somebody says. */
  const together = ruledOne.length === 0 ? undefined : root.map((_, i) => lists[find(i)] ?? []);
  const fit =
    together === undefined
      ? fits
      : (a: number, b: number): boolean =>
          (together[a] ?? []).some((one) => (together[b] ?? []).some((other) => fits(one, other)));
  const agree = (x: number, y: number): boolean => isFree(x, y) && everyPair(x, y, fit);

  return {
    find,
    members: (index) => lists[find(index)] ?? [],
    groups: () => lists.filter((list) => list.length > 0),
    mayJoin: (a, b) => agree(find(a), find(b)),
    join: (a, b, certain = false) => unite(a, b, certain ? isFree : agree),
  };
}

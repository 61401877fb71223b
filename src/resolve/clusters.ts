/** Sets of things that are one, joined step by step; a pair that is known to differ is never joined. */
export interface Clusters {
  readonly find: (index: number) => number;
  readonly members: (index: number) => readonly number[];
  /** Joins the clusters of two things unless some pair across them may not be one. Tells whether they are one now. */
  readonly join: (a: number, b: number, mayBeOne: (a: number, b: number) => boolean) => boolean;
}

/** Union-find whose representative is the smallest member, so that the order of joins does not show. */
export function createClusters(size: number): Clusters {
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
  return {
    find,
    members: (index) => lists[find(index)] ?? [],
    join: (a, b, mayBeOne) => {
      const [x, y] = [find(a), find(b)].sort((left, right) => left - right) as [number, number];
      if (x === y) return true;
      const left = lists[x] ?? [];
      const right = lists[y] ?? [];
      if (!left.every((one) => right.every((other) => mayBeOne(one, other)))) return false;
      root[y] = x;
      lists[x] = [...left, ...right].sort((one, other) => one - other);
      lists[y] = [];
      return true;
    },
  };
}

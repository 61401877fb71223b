/** How near groups come to the true ones: means over all things of the share of their group that is theirs, and of theirs that is in it. */
export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** B³ (Bagga and Baldwin, 1998) of pairs of a group that was found and the true one. */
export function bCubed(pairs: readonly (readonly [found: string, truth: string])[]): BCubed {
  const tally = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const found = tally(pairs.map(([group]) => group));
  const truths = tally(pairs.map(([, truth]) => truth));
  const both = tally(pairs.map((pair) => JSON.stringify(pair)));
  const mean = (sizes: ReadonlyMap<string, number>, at: 0 | 1): number => {
    const shares = pairs.map((pair) => (both.get(JSON.stringify(pair)) ?? 0) / (sizes.get(pair[at]) ?? 1));
    return shares.reduce((sum, share) => sum + share, 0) / pairs.length;
  };
  const [precision, recall] = [mean(found, 0), mean(truths, 1)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

import type { Method } from "./methods.ts";
import type { NamePair, Names } from "./sets.ts";

/** How often what was found is right, and how much of what is right was found. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How well a method tells names of one person from names of two; with pairs that it gets wrong. */
export function scorePairs(
  { likeness, needed }: Method,
  pairs: readonly NamePair[],
): Score & { readonly needed: number; readonly wrong: readonly (NamePair & { readonly likeness: number })[] } {
  const judged = pairs.map((pair) => ({ ...pair, likeness: likeness(pair.a, pair.b) }));
  const threshold =
    needed ??
    bestThreshold(
      judged.map((pair) => ({ likeness: pair.likeness, right: pair.same })),
      judged.filter(({ same }) => same).length,
    );
  const linked = judged.filter((pair) => pair.likeness >= threshold);
  const right = linked.filter(({ same }) => same).length;
  return {
    ...scoreOf(right, linked.length, judged.filter(({ same }) => same).length),
    needed: threshold,
    wrong: judged.filter((pair) => pair.likeness >= threshold !== pair.same),
  };
}

/** Names of one thing, and the names of what it could be. */
export interface Linking {
  readonly queries: readonly string[];
  /** The target at the place of a query is the right one. */
  readonly targets: readonly (readonly string[])[];
}

/** How names in one language are linked to names in another. */
export function linkingOf(all: readonly Names[], from: keyof Names, to: keyof Names): Linking {
  return { queries: all.map((one) => one[from][0] ?? ""), targets: all.map((one) => one[to]) };
}

/**
 * How well a method finds for each name the thing of that name among all: how often it is the most alike, and how well
 * it links where a name is linked to the most alike one if that is alike enough, and more alike by `margin` than others.
 */
export function scoreLinks(
  { likeness, needed }: Method,
  { queries, targets }: Linking,
  margin: number,
): Score & { readonly first: number; readonly needed: number } {
  const found = queries.map((query, i) => {
    let [best, second, at] = [0, 0, -1];
    for (const [j, names] of targets.entries()) {
      let alike = 0;
      for (const name of names) alike = Math.max(alike, likeness(query, name));
      if (alike > best) [best, second, at] = [alike, best, j];
      else second = Math.max(second, alike);
    }
    return { likeness: best - second >= margin ? best : 0, right: at === i };
  });
  const threshold = needed ?? bestThreshold(found, queries.length);
  const linked = found.filter((one) => one.likeness >= threshold);
  return {
    ...scoreOf(linked.filter(({ right }) => right).length, linked.length, queries.length),
    first: found.filter(({ right }) => right).length / queries.length,
    needed: threshold,
  };
}

/** The share of pairs of names of one person that share a key, of those that are alike enough to be one. */
export function blockingRecall({ keysOf }: Required<Pick<Method, "keysOf">>, pairs: readonly NamePair[]): number {
  const same = pairs.filter((pair) => pair.same);
  const kept = same.filter(({ a, b }) => {
    const keys = new Set(keysOf(a));
    return keysOf(b).some((key) => keys.has(key));
  });
  return kept.length / same.length;
}

/** The share of all pairs of names that share a key. */
export function blockingShare({ keysOf }: Required<Pick<Method, "keysOf">>, names: readonly string[]): number {
  const blocks = new Map<string, number[]>();
  const seen = new Set<number>();
  for (const [i, name] of names.entries()) {
    for (const key of new Set(keysOf(name))) {
      const block = blocks.get(key) ?? [];
      blocks.set(key, block);
      for (const j of block) seen.add(i * names.length + j);
      block.push(i);
    }
  }
  return seen.size / ((names.length * (names.length - 1)) / 2);
}

function scoreOf(right: number, linked: number, wanted: number): Score {
  const [precision, recall] = [linked === 0 ? 1 : right / linked, right / wanted];
  return { precision, recall, f1: (2 * right) / (linked + wanted) };
}

/** The likeness from which on what is linked gives the best F1. */
function bestThreshold(
  judged: readonly { readonly likeness: number; readonly right: boolean }[],
  wanted: number,
): number {
  let [best, at, right] = [0, 1, 0];
  const falling = [...judged].sort((x, y) => y.likeness - x.likeness);
  for (const [i, one] of falling.entries()) {
    if (one.likeness === 0) break;
    if (one.right) right += 1;
    if (falling[i + 1]?.likeness === one.likeness) continue;
    const { f1 } = scoreOf(right, i + 1, wanted);
    if (f1 > best) [best, at] = [f1, one.likeness];
  }
  return at;
}

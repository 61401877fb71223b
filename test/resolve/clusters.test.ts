import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClusters, type ClusterRules, type Clusters } from "../../src/resolve/clusters.ts";

const clustersOf = (size: number, rules: Partial<ClusterRules> = {}): Clusters =>
  createClusters(size, { fits: () => true, areApart: () => false, ruledOne: [], ...rules });
describe("createClusters", () => {
  it("begins with everything apart", () => {
    expect(clustersOf(3).groups()).toEqual([[0], [1], [2]]);
  });

  it("joins through others", () => {
    const clusters = clustersOf(5);
    clusters.join(4, 2);
    clusters.join(2, 3);
    expect(clusters.groups()).toEqual([[0], [1], [2, 3, 4]]);
    expect([2, 3, 4].map(clusters.find)).toEqual([2, 2, 2]);
    expect(clusters.members(4)).toEqual([2, 3, 4]);
  });

  it("refuses to join where any pair across may not be one", () => {
    const clusters = clustersOf(4, { fits: (a, b) => !(Math.min(a, b) === 0 && Math.max(a, b) === 3) });
    clusters.join(0, 1);
    clusters.join(2, 3);
    expect(clusters.mayJoin(1, 2)).toBe(false);
    clusters.join(1, 2);
    expect(clusters.groups()).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("joins what is certain against whatever is said, but not what is ruled apart", () => {
    const rules = { fits: () => false, areApart: (a: number, b: number) => a + b === 3 };
    const clusters = clustersOf(4, rules);
    clusters.join(0, 1, true);
    clusters.join(0, 2, true);
    clusters.join(0, 3, true);
    expect(clusters.groups()).toEqual([[0, 1], [2], [3]]);
  });

  it("begins with what is ruled one, which fits others as soon as one of it does", () => {
    const clusters = clustersOf(4, { ruledOne: [[0, 1]], fits: (a, b) => a + b === 3 });
    clusters.join(0, 2);
    clusters.join(0, 3);
    expect(clusters.groups()).toEqual([[0, 1, 2], [3]]);
  });

  const joins = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });

  it("gives the same groups in whatever order things are joined", () => {
    fc.assert(
      fc.property(joins, (pairs) => {
        const groups = (order: readonly (readonly [number, number])[]): unknown => {
          const clusters = clustersOf(10);
          for (const [a, b] of order) clusters.join(a, b);
          return clusters.groups();
        };
        expect(groups([...pairs].reverse().map(([a, b]) => [b, a]))).toEqual(groups(pairs));
      }),
    );
  });

  it("holds everything once and never two that may not be one", () => {
    fc.assert(
      fc.property(joins, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 5 }), (pairs, apart) => {
        const forbidden = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
        const mayBeOne = (a: number, b: number): boolean => !forbidden.has(`${a} ${b}`);
        const clusters = clustersOf(10, { fits: mayBeOne });
        for (const [a, b] of pairs) clusters.join(a, b);
        const groups = clusters.groups();
        expect(groups.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        for (const group of groups)
          for (const a of group) for (const b of group) if (a !== b) expect(mayBeOne(a, b)).toBe(true);
      }),
    );
  });
});

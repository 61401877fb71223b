import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClusters, type Clusters } from "../../src/resolve/clusters.ts";

const always = (): boolean => true;
const groupsOf = (clusters: Clusters, size: number): (readonly number[])[] => {
  const roots = Array.from({ length: size }, (_, i) => i).filter((i) => clusters.find(i) === i);
  return roots.map((root) => clusters.members(root));
};

describe("createClusters", () => {
  it("begins with everything apart", () => {
    expect(groupsOf(createClusters(3), 3)).toEqual([[0], [1], [2]]);
  });

  it("joins through others", () => {
    const clusters = createClusters(5);
    clusters.join(4, 2, always);
    clusters.join(2, 3, always);
    expect(groupsOf(clusters, 5)).toEqual([[0], [1], [2, 3, 4]]);
    expect([2, 3, 4].map(clusters.find)).toEqual([2, 2, 2]);
    expect(clusters.members(4)).toEqual([2, 3, 4]);
  });

  it("tells whether two are one now", () => {
    const clusters = createClusters(3);
    expect(clusters.join(0, 1, always)).toBe(true);
    expect(clusters.join(1, 0, () => false)).toBe(true);
    expect(clusters.join(1, 2, () => false)).toBe(false);
  });

  it("refuses to join where any pair across may not be one", () => {
    const clusters = createClusters(4);
    const mayBeOne = (a: number, b: number): boolean => !(Math.min(a, b) === 0 && Math.max(a, b) === 3);
    clusters.join(0, 1, mayBeOne);
    clusters.join(2, 3, mayBeOne);
    expect(clusters.join(1, 2, mayBeOne)).toBe(false);
    expect(groupsOf(clusters, 4)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  const joins = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });

  it("gives the same groups in whatever order things are joined", () => {
    fc.assert(
      fc.property(joins, (pairs) => {
        const groups = (order: readonly (readonly [number, number])[]): unknown => {
          const clusters = createClusters(10);
          for (const [a, b] of order) clusters.join(a, b, always);
          return groupsOf(clusters, 10);
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
        const clusters = createClusters(10);
        for (const [a, b] of pairs) clusters.join(a, b, mayBeOne);
        const groups = groupsOf(clusters, 10);
        expect(groups.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        for (const group of groups)
          for (const a of group) for (const b of group) if (a !== b) expect(mayBeOne(a, b)).toBe(true);
      }),
    );
  });
});

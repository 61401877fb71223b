import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClusters } from "../../src/resolve/clusters.ts";
import { createLinkage, type Link, type Linkable, type Linkage } from "../../src/resolve/linkage.ts";

/** A number: alike are those that lie close together; those of one tenth are never in one group. */
interface Item extends Linkable {
  readonly value: number;
}

const item = (value: number): Item => ({ key: String(value).padStart(3, "0"), value });

const mayBeOne = (a: Item, b: Item): boolean => Math.abs(a.value - b.value) < 10;

function partition(items: readonly Item[], links: readonly Link<Item>[]): readonly (readonly Item[])[] {
  const at = new Map(items.map(({ key }, i) => [key, i]));
  const itemAt = (i: number): Item => items[i] as Item;
  const sets = createClusters(items.length, {
    fits: (a, b) => mayBeOne(itemAt(a), itemAt(b)),
    areApart: () => false,
    ruledOne: [],
  });
  for (const { a, b } of links) sets.join(at.get(a.key) ?? 0, at.get(b.key) ?? 0);
  return sets.groups().map((group) => group.map(itemAt));
}

const numbers = (): Linkage<Item> =>
  createLinkage<Item>({
    keysOf: ({ value }) => [0, 1].map((step) => String(Math.floor(value / 5) + step)),
    compare: (a, b) => {
      const apart = Math.abs(a.value - b.value);
      return apart > 4 ? undefined : apart === 4 ? 0.9 : 4 - apart;
    },
    partition,
  });

function groupsOf(linkage: Linkage<Item>): string {
  return [...linkage.groups()]
    .map(({ members }) => members.map(({ value }) => value).join(","))
    .sort()
    .join(" | ");
}

const linked = (values: readonly number[]): Linkage<Item> => {
  const linkage = numbers();
  for (const value of values) linkage.put(item(value));
  linkage.settle();
  return linkage;
};

describe("a linkage", () => {
  it("groups what is linked, through others too", () => {
    expect(groupsOf(linked([1, 3, 5, 20, 40, 41]))).toBe("1,3,5 | 20 | 40,41");
  });

  it("keeps apart what may not be one, and joins the more alike first", () => {
    expect(groupsOf(linked([1, 4, 7, 9, 12]))).toBe("1,4,7,9 | 12");
  });

  it("keeps unsure pairs without joining them", () => {
    const linkage = linked([1, 5]);
    expect(groupsOf(linkage)).toBe("1 | 5");
    expect([...linkage.linksOf(item(1))].map(({ b, score }) => [b.value, score])).toEqual([[5, 0.9]]);
  });

  it("tells what moved, what changed, and what is gone", () => {
    const linkage = linked([1, 3, 20]);
    linkage.put(item(21));
    linkage.drop(item(1));
    const { moved, changed, gone } = linkage.settle();
    expect([...moved].map(({ value }) => value)).toEqual([21]);
    expect(changed.size).toBe(2);
    expect(gone.size).toBe(0);
    linkage.drop(item(3));
    expect(linkage.settle().gone.size).toBe(1);
    expect(groupsOf(linkage)).toBe("20,21");
  });

  it("leaves the identity of a group with most of its members", () => {
    const linkage = linked([1, 2, 3, 6]);
    const before = linkage.groupOf(item(2));
    linkage.drop(item(3));
    linkage.settle();
    expect(groupsOf(linkage)).toBe("1,2 | 6");
    expect(linkage.groupOf(item(2))).toBe(before);
  });

  it("compares nothing that has no key in common", () => {
    const linkage = linked(Array.from({ length: 30 }, (_, i) => i * 20));
    expect(linkage.effort().compared).toBe(0);
  });

  it("has the same groups in whatever order things come and go", () => {
    const value = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { maxLength: 30 }),
        fc.uniqueArray(value),
        fc.infiniteStream(fc.boolean()),
        (stay, pass, settles) => {
          const passing = pass.filter((one) => !stay.includes(one));
          const linkage = numbers();
          const step = (change: () => void): void => {
            change();
            if (settles.next().value) linkage.settle();
          };
          for (const one of passing) step(() => linkage.put(item(one)));
          for (const one of [...stay].reverse()) step(() => linkage.put(item(one)));
          for (const one of passing) step(() => linkage.drop(item(one)));
          for (const one of stay) step(() => linkage.put(item(one)));
          linkage.settle();
          expect(groupsOf(linkage)).toBe(groupsOf(linked(stay)));
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIds, type Ids } from "../../src/resolve/ids.ts";

/** Wishes `a`, then `a-1`, then `a-1-2` of something that is called `a12`. */
function wish(ids: Ids<string>, owner: string): void {
  const [first = "", second = "", third = ""] = owner;
  ids.wish(owner, [() => first, () => `${first}-${second}`, () => `${first}-${second}-${third}`]);
}

const settled = (owners: readonly string[]): Ids<string> => {
  const ids = createIds<string>();
  for (const owner of owners) wish(ids, owner);
  ids.settle();
  return ids;
};

describe("ids", () => {
  it.each([
    [["a12"], ["a"]],
    [
      ["a12", "b12"],
      ["a", "b"],
    ],
    [
      ["a12", "a34"],
      ["a-1", "a-3"],
    ],
    [
      ["a12", "a34", "a35"],
      ["a-1", "a-3-4", "a-3-5"],
    ],
  ])("of %j are %j", (owners, expected) => {
    const ids = settled(owners);
    expect(owners.map(ids.idOf)).toEqual(expected);
  });

  it("leave the short one to whoever wishes no other", () => {
    const ids = settled(["a12"]);
    ids.wish("known", [() => "a"]);
    expect([...ids.settle()].sort()).toEqual(["a12", "known"]);
    expect([ids.idOf("known"), ids.idOf("a12")]).toEqual(["a", "a-1"]);
  });

  it("become short again when the others are gone", () => {
    const ids = settled(["a12", "a34", "a35", "b12"]);
    ids.drop("a12");
    ids.drop("a34");
    expect([...ids.settle()]).toEqual(["a35"]);
    expect(ids.idOf("a35")).toBe("a");
    expect([...ids.settle()]).toEqual([]);
  });

  it("are the same in whatever order things come and go", () => {
    const owner = fc
      .tuple(fc.constantFrom("a", "b"), fc.constantFrom("1", "2"), fc.constantFrom("1", "2", "3"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.uniqueArray(owner),
        fc.uniqueArray(owner),
        fc.infiniteStream(fc.boolean()),
        (stay, pass, settles) => {
          const passing = pass.filter((one) => !stay.includes(one));
          const ids = createIds<string>();
          const step = (change: () => void): void => {
            change();
            if (settles.next().value) ids.settle();
          };
          for (const one of [...passing, ...stay.toReversed()]) step(() => wish(ids, one));
          for (const one of passing) step(() => ids.drop(one));
          for (const one of stay) step(() => wish(ids, one));
          ids.settle();
          const whole = settled(stay);
          expect(stay.map(ids.idOf)).toEqual(stay.map(whole.idOf));
        },
      ),
    );
  });
});

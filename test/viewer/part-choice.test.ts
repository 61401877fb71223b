import { describe, expect, it } from "vitest";
import type { Part } from "../../src/model/decision.ts";
import type { IdentityDetail } from "../../src/server/contract.ts";
import { partOf, partsToTick, type Ticked, toggled } from "../../viewer/src/part-choice.ts";

type Parts = IdentityDetail["parts"];

const part = (called: readonly string[], ...articles: readonly string[]): Parts[number] => ({
  called,
  known: null,
  state: null,
  places: articles.map((article, index) => ({ article, start: index, end: index + 5 })),
});
const identity = (...parts: Parts): IdentityDetail => ({ id: "person:a", parts, links: [], verdicts: [] });
const tick = (change: Partial<Record<keyof Ticked, readonly (string | number)[]>>): Ticked => ({
  parts: new Set((change.parts ?? []) as readonly number[]),
  articles: new Set((change.articles ?? []) as readonly string[]),
  names: new Set((change.names ?? []) as readonly string[]),
});

const two = identity(part(["Ada"], "b", "a"), part(["Ada Lovelace"], "c"));
const one = identity(part(["Ada", "Lovelace"], "b", "a", "a"));
const single = identity(part(["Ada"], "a"));

describe("parting a node", () => {
  it.each<readonly [string, IdentityDetail, ReturnType<typeof partsToTick>]>([
    ["by its parts and articles", two, { parts: [0, 1], articles: ["a", "b", "c"], names: [] }],
    [
      "by its names and articles, where it has one part",
      one,
      { parts: [], articles: ["a", "b"], names: ["Ada", "Lovelace"] },
    ],
    ["not at all, where it has one of each", single, { parts: [], articles: [], names: [] }],
  ])("is offered %s", (_, of, expected) => {
    expect(partsToTick(of)).toEqual(expected);
  });

  it.each<readonly [string, IdentityDetail, Ticked, Part | undefined]>([
    ["nothing is no part", two, tick({}), undefined],
    [
      "a part is the places where it stands",
      two,
      tick({ parts: [1] }),
      { mentions: [{ article: "c", start: 0, end: 5 }] },
    ],
    ["every part is the node itself", two, tick({ parts: [0, 1] }), undefined],
    [
      "articles and names go together",
      one,
      tick({ articles: ["b"], names: ["Ada"] }),
      { articles: ["b"], names: ["Ada"] },
    ],
    ["every name is the node itself", one, tick({ names: ["Ada", "Lovelace"] }), undefined],
    ["every article is the node itself", one, tick({ names: ["Ada"], articles: ["a", "b"] }), undefined],
  ])("%s", (_, of, ticked, expected) => {
    expect(partOf(of, ticked)).toEqual(expected);
  });

  it("ticks and unticks, and leaves the set before as it was", () => {
    const before = new Set(["a"]);
    expect([...toggled(before, "b")]).toEqual(["a", "b"]);
    expect([...toggled(before, "a")]).toEqual([]);
    expect([...before]).toEqual(["a"]);
  });
});

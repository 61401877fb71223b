import { describe, expect, it } from "vitest";
import type { Extraction } from "../../src/model/extraction.ts";
import type { ArticleId } from "../../src/model/ids.ts";
import { createStories, type Mates } from "../../src/resolve/mates.ts";
import { entityDraft, recordOf } from "../helpers/extraction.ts";

/** An extraction of an article of a day that names these states. */
function article(day: string | undefined, ...states: readonly string[]): Extraction {
  const entities = states.map((state) => entityDraft(state, { kind: "Government", known: `gov:${state}` }));
  const { extraction } = recordOf("text", { entities });
  return { ...extraction, anchor: day === undefined ? {} : { from: day, to: day } };
}

const id = (name: string): ArticleId => name as ArticleId;

function told(articles: Readonly<Record<string, Extraction>>): Mates {
  const stories = createStories();
  for (const [name, extraction] of Object.entries(articles)) stories.add(id(name), extraction);
  return stories;
}

const base = article("2022-05-06", "PK", "US", "AF", "IN");

describe("two articles tell one story", () => {
  it.each<[string, Extraction, boolean]>([
    ["that name the same on one day", article("2022-05-06", "PK", "US", "AF", "IN"), true],
    ["on the next day", article("2022-05-07", "PK", "US", "AF", "IN"), true],
    ["where one of them names more", article("2022-05-06", "PK", "US", "AF", "IN", "CN", "IR", "RU"), true],
    ["not two days later", article("2022-05-08", "PK", "US", "AF", "IN"), false],
    ["not with three names in common", article("2022-05-06", "PK", "US", "AF", "CN"), false],
    ["not without a day", article(undefined, "PK", "US", "AF", "IN"), false],
  ])("%s", (_, other, expected) => {
    const stories = told({ base, other });
    expect(stories.of(id("base")).has(id("other"))).toBe(expected);
    expect(stories.of(id("other")).has(id("base"))).toBe(expected);
  });

  it("not where the names in common are few of those of either", () => {
    const many = ["PK", "US", "AF", "IN", "CN", "IR", "RU", "DE", "FR"] as const;
    const others = ["PK", "US", "AF", "IN", "TR", "SA", "QA", "EG", "JP"] as const;
    const stories = told({ a: article("2022-05-06", ...many), b: article("2022-05-06", ...others) });
    expect(stories.of(id("a")).size).toBe(0);
  });

  it("until one of them is removed", () => {
    const stories = told({ base, other: article("2022-05-06", "PK", "US", "AF", "IN") });
    stories.remove(id("other"));
    expect(stories.of(id("base")).size).toBe(0);
    stories.add(id("third"), article("2022-05-06", "PK", "US", "AF", "IN"));
    expect([...stories.of(id("third"))]).toEqual(["base"]);
  });
});

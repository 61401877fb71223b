import { describe, expect, it } from "vitest";
import { createResolver } from "../../src/resolve/resolve.ts";
import { generateNews } from "../bench/generated-news.ts";
import { knowledge } from "../helpers/knowledge.ts";

/** What the last article costs, when all others are there. */
function lastOf(mentions: number): { readonly compared: number; readonly named: number; readonly changed: number } {
  const news = generateNews(knowledge, mentions);
  const resolver = createResolver(knowledge);
  for (const article of news.slice(0, -1)) resolver.add(article);
  resolver.settle();
  const before = resolver.effort();
  for (const article of news.slice(-1)) resolver.add(article);
  const { entities, events } = resolver.settle();
  const after = resolver.effort();
  const compared = after.profiles.compared - before.profiles.compared + after.events.compared - before.events.compared;
  return { compared, named: after.named - before.named, changed: entities.put.length + events.put.length };
}

describe("one more article", () => {
  const [few, many] = [lastOf(1000), lastOf(16_000)];

  it("is compared with what could be the same, and not with all that there is", () => {
    expect(many.compared).toBeLessThan(few.compared + 200);
  });

  it("has what it speaks of named anew, and nothing else", () => {
    for (const { named, changed } of [few, many]) {
      expect(named).toBeLessThan(25);
      expect(changed).toBeLessThan(15);
    }
  });

  it("tells nothing twice", () => {
    const resolver = createResolver(knowledge);
    for (const article of generateNews(knowledge, 200)) resolver.add(article);
    const { entities, events } = resolver.settle();
    expect(entities.put).toHaveLength(resolver.resolution().entities.length);
    expect(events.put).toHaveLength(resolver.resolution().events.length);
    expect(resolver.settle()).toEqual({ entities: { put: [], gone: [] }, events: { put: [], gone: [] } });
  });
});

describe("an article that goes", () => {
  it("takes along what only it spoke of, and leaves the names as they were before it came", () => {
    const news = generateNews(knowledge, 2000);
    const resolver = createResolver(knowledge);
    for (const article of news.slice(0, -1)) resolver.add(article);
    const before = [...resolver.resolution().entities, ...resolver.resolution().events];
    resolver.settle();
    for (const article of news.slice(-1)) resolver.add(article);
    const came = resolver.settle();
    for (const { article } of news.slice(-1)) resolver.remove(article.id);
    const went = resolver.settle();
    expect([...resolver.resolution().entities, ...resolver.resolution().events]).toEqual(before);
    const ids = new Set(before.map(({ id }) => id));
    const fresh = [...came.entities.put, ...came.events.put].map(({ id }) => id).filter((id) => !ids.has(id));
    expect([...went.entities.gone, ...went.events.gone].sort()).toEqual(fresh.sort());
  });
});

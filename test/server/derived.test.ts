import { describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { createDerive } from "../../src/server/derived.ts";
import { servedSource } from "../helpers/served-graph.ts";

describe("what is derived from a graph", () => {
  const source = servedSource();

  it("is made once, and again for another graph", () => {
    let { graph } = source;
    const derive = createDerive({
      ...source,
      get graph() {
        return graph;
      },
    });
    const first = derive();
    expect(derive()).toBe(first);
    expect(first.json()).toBe(first.json());
    graph = createGraph([], []);
    expect(derive()).not.toBe(first);
    expect(derive().stats().nodes).toBe(0);
  });

  it("is kept for four languages of labels, those that were asked for last", () => {
    const derive = createDerive(source);
    const urdu = derive("ur");
    for (const others of ["de", "en", "de,en"]) derive(others);
    expect(derive("ur")).toBe(urdu);
    for (const others of ["en,de", "en,ur", "de,ur"]) derive(others);
    expect(derive("ur")).toBe(urdu);
    for (const others of ["de", "en", "de,en", "en,de"]) derive(others);
    expect(derive("ur")).not.toBe(urdu);
  });
});

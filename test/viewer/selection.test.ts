import { describe, expect, it } from "vitest";
import { fromHash, type Selection, toHash } from "../../viewer/src/selection.ts";

describe("a selection in the address", () => {
  it.each<Selection>([
    { type: "none" },
    { type: "node", id: "gov:PK" },
    { type: "node", id: "place:a&b=c#d" },
    { type: "fact", id: "fact:0123" },
    { type: "article", name: "001_7d70f8e804b6c5f2" },
    { type: "article", name: "https://example.org/?a=1&b=2", fact: "fact:0", evidence: 0 },
    { type: "article", name: "مضمون" },
  ])("comes back as it was: %o", (selection) => {
    expect(fromHash(toHash(selection))).toEqual(selection);
  });

  it.each(["", "#", "#other", "#node", "#node=", "#%E0%A4%A"])("is none for %s", (hash) => {
    expect(fromHash(hash)).toEqual({ type: "none" });
  });
});

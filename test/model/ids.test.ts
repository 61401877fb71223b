import { describe, expect, it } from "vitest";
import { articleIdOf, hashOf } from "../../src/model/ids.ts";
import { bodyId, countryOf, stateId } from "../../src/model/kinds.ts";

/** Frozen: journals and exports hold these. Another value means that every graph folder changes its ids. */
describe("ids stay what they are", () => {
  it.each([
    ["", "e3b0c44298fc1c14"],
    ["Guten Tag", "6b973d266dfceb93"],
    ["سلام", "bda1fa4834533661"],
  ])("of the article “%s”", (text, id) => {
    expect(articleIdOf(text)).toBe(id);
  });

  it("of a state and of a body", () => {
    expect(stateId("PK")).toBe("gov:PK");
    expect(bodyId("PK", "foreign-ministry")).toBe("org:pk-foreign-ministry");
  });
});

describe("articleIdOf", () => {
  it.each([
    ["a newline of another system", "a\nb", "a\r\nb"],
    ["letters put together of parts", "f\u00FCr", "fu\u0308r"],
    ["a space at the end", "a", "a "],
  ])("tells texts apart by %s", (_, one, other) => {
    expect(articleIdOf(one)).not.toBe(articleIdOf(other));
  });
});

describe("hashOf", () => {
  it("has as many hexadecimal digits as asked for", () => {
    expect(hashOf(["a"], 4)).toMatch(/^[0-9a-f]{4}$/);
    expect(hashOf(["a"], 16)).toMatch(new RegExp(`^${hashOf(["a"], 4)}[0-9a-f]{12}$`));
  });

  it.each([
    ["where one part ends and the next begins", ["ab", "c"], ["a", "bc"]],
    ["a number and its digits", [1], ["1"]],
    ["null and an empty text", [null], [""]],
    ["the order of parts", ["a", "b"], ["b", "a"]],
  ])("tells apart %s", (_, one, other) => {
    expect(hashOf(one, 16)).not.toBe(hashOf(other, 16));
  });
});

describe("countryOf", () => {
  it.each([
    ["gov:PK", "PK"],
    ["org:pk-foreign-ministry", undefined],
    ["person:gov:PK", undefined],
  ])("of %s is %s", (id, country) => {
    expect(countryOf(id)).toBe(country);
  });
});

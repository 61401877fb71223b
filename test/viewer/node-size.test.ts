import { expect, it } from "vitest";
import { nodeSize, sizeMarks } from "../../viewer/src/graph/node-size.ts";

it.each([
  [0, []],
  [1, []],
  [2, ["1", "2"]],
  [3, ["1", "3"]],
  [20, ["1", "5", "20"]],
  [52, ["1", "13", "52"]],
  [53, ["1", "13", "52 or more"]],
  [4000, ["1", "13", "52 or more"]],
])("where %i is the most, the legend of sizes shows %j", (most, expected) => {
  expect(sizeMarks(most).map(({ weight, orMore }) => `${weight}${orMore ? " or more" : ""}`)).toEqual(expected);
});

it("draws numbers of the legend so that they can be told apart, and more than the last as the last", () => {
  const [first = 0, second = 0, third = 0] = sizeMarks(1000).map(({ weight }) => nodeSize(weight, 5000));
  expect(second).toBeGreaterThan(first * 1.3);
  expect(third).toBeGreaterThan(second * 1.3);
  expect(nodeSize(1000, 5000)).toBe(third);
});

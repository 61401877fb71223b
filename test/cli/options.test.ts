import { describe, expect, test } from "vitest";
import { collectParameter, parseCount, parsePort, parseTimeout } from "../../src/cli/options.ts";

describe("parameters of a query", () => {
  test.each([
    ["name=Blinken", { name: "Blinken" }],
    ["$name=a=b", { name: "a=b" }],
    ["n=5", { n: 5 }],
    ['n="5"', { n: "5" }],
    ['list=[1,"a",null]', { list: [1, "a", null] }],
    ["empty=", { empty: "" }],
    ["name=بلنکن", { name: "بلنکن" }],
  ])("%s", (text, value) => {
    expect(collectParameter(text)).toEqual(value);
  });

  test("add up", () => {
    expect(collectParameter("b=2", collectParameter("a=1"))).toEqual({ a: 1, b: 2 });
  });

  test.each(["name", "=x", "1a=x", "a b=x"])("%s is none", (text) => {
    expect(() => collectParameter(text)).toThrow(/must be name=value/);
  });
});

test.each([
  [parseCount, "12", 12],
  [parsePort, "0", 0],
  [parsePort, "65535", 65_535],
  [parseTimeout, "1.5", 1500],
  [parseTimeout, "0.0001", 1],
])("%o of %s", (parse, text, value) => {
  expect(parse(text)).toBe(value);
});

test.each([
  [parseCount, "0"],
  [parseCount, "1.5"],
  [parseCount, "many"],
  [parsePort, "65536"],
  [parsePort, ""],
  [parsePort, "-1"],
  [parseTimeout, "0"],
  [parseTimeout, "soon"],
])("%o refuses %j", (parse, text) => {
  expect(() => parse(text)).toThrow(/must be/);
});

import { describe, expect, test } from "vitest";
import { refuseFileAccess } from "../../src/stores/query-text.ts";

describe("a query that loads a file is refused", () => {
  test.each([
    "LOAD CSV FROM 'file:///x' AS row RETURN row",
    "load\tcsv from 'x' as row return row",
    "LOAD/**/CSV FROM 'x' AS row RETURN row",
    "LOAD /* a */ // b\n /* c */ CSV FROM 'x' AS row RETURN row",
    "LOAD /* csv */ CSV FROM 'x' AS row RETURN row",
    "LOAD\u00a0CSV FROM 'x' AS row RETURN row",
    "\\u004C\\u004fAD \\uuu0043SV FROM 'x' AS row RETURN row",
    "WITH '\\u0027' AS a LOAD CSV FROM 'x' AS row RETURN row, '\\u0027'",
    "RETURN '/*' AS a UNION LOAD CSV FROM 'x' AS a RETURN a // */",
    "MATCH (n) RETURN n UNION LOAD CSV FROM 'x' AS n RETURN n",
    "WITH 1 AS payload LOAD CSV FROM 'x' AS row RETURN row",
  ])("%s", (cypher) => {
    expect(() => refuseFileAccess(cypher)).toThrow(expect.objectContaining({ code: "QUERY_INVALID" }));
  });
});

test("no text keeps the check busy, however long it is", () => {
  for (const text of ["load/*", "load//", "load"]) {
    const began = performance.now();
    refuseFileAccess(text.repeat(20_000) + " ".repeat(100_000));
    expect(performance.now() - began, text).toBeLessThan(2000);
  }
});

describe("other queries pass", () => {
  test.each([
    "MATCH (n) WHERE n.label CONTAINS 'load' RETURN n.csv",
    "MATCH (n) RETURN n.load AS load, n.x AS csv",
    "// LOAD /* unfinished",
    "",
  ])("%s", (cypher) => {
    expect(() => refuseFileAccess(cypher)).not.toThrow();
  });
});

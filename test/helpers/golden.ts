import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { parse, stringify } from "yaml";

/**
 * Compares with a file of expectations.
 *
 * `DRAGOMAN_GOLDEN=1` writes the file instead: look at the difference before it is committed.
 */
export function expectGolden(file: string, value: unknown): void {
  if (process.env["DRAGOMAN_GOLDEN"] === "1") writeFileSync(file, stringify(value, { lineWidth: 0 }));
  if (!existsSync(file)) throw new Error(`${file} is missing; DRAGOMAN_GOLDEN=1 writes it`);
  expect(value).toEqual(parse(readFileSync(file, "utf8")));
}

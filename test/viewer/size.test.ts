import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { checkBuild } from "../helpers/cli.ts";
import { VIEWER } from "../helpers/viewer.ts";

/** What the page loads before it can be used, compressed as the server does it. */
const MOST_BYTES = 120_000;

it("loads no more script at first than a slow line carries in a second", () => {
  checkBuild(["src", "viewer"]);
  const page = readFileSync(join(VIEWER, "index.html"), "utf8");
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? "");
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((script) => gzipSync(readFileSync(join(VIEWER, script)), { level: 9 }).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatTable } from "../../src/cli/rows.ts";
import type { Report } from "../../src/model/diagnostic.ts";
import { gatherArticles } from "../../src/read/gather.ts";
import { readInputs } from "../../src/read/read-inputs.ts";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import type { GraphStore, QueryResult } from "../../src/stores/store.ts";
import { recipesOf, sectionsOf } from "../../viewer/src/query/cookbook.ts";
import { graphOf } from "../helpers/knowledge.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";

/**
 * Every query of the cookbook gives on both stores the rows that stand below it. `DRAGOMAN_COOKBOOK=1` writes them anew:
 * look at the difference before it is committed.
 */
const COOKBOOK = fileURLToPath(new URL("../../docs/cookbook.md", import.meta.url));
const ARTICLES = fileURLToPath(new URL("cookbook/", import.meta.url));
const LEAST = 30;

/** The page in sections, each with a recipe but the first and the last. */
const page = readFileSync(COOKBOOK, "utf8");
const sections = sectionsOf(page);
const recipes = recipesOf(page);

const folder = mkdtempSync(join(tmpdir(), "dragoman-cookbook-"));
const neo4j = await leaseNeo4j();
const STORES = [
  {
    name: "the embedded database",
    skip: undefined,
    open: () => openEmbeddedStore({ path: join(folder, "cookbook.db") }),
  },
  {
    name: "Neo4j",
    skip: "skip" in neo4j ? neo4j.skip : undefined,
    open: () => {
      if ("skip" in neo4j) throw new Error(neo4j.skip);
      return openNeo4jStore(neo4j.connection);
    },
  },
] as const;

it(`the cookbook has at least ${LEAST} recipes, each with a name of its own`, () => {
  expect(new Set(recipes.map(({ title }) => title)).size).toBe(recipes.length);
  expect(recipes.length).toBeGreaterThanOrEqual(LEAST);
});

const refuse: Report = ({ message }) => {
  throw new Error(message);
};
const graph = graphOf(await gatherArticles(readInputs([ARTICLES], { report: refuse }), refuse));

describe.for(STORES)("the cookbook on $name", ({ skip, open }) => {
  let store: GraphStore;
  beforeAll(async () => {
    if (skip !== undefined) return;
    store = await open();
    await store.write(graph, { replace: true });
  });
  afterAll(async () => {
    await store?.close();
  });

  it.skipIf(skip !== undefined).for(recipes)("$title", async ({ query, parameters, rows, title }) => {
    const result = await store.query?.(query, parameters);
    expect(result?.rows.length).toBeGreaterThan(0);
    const table = formatTable(result as QueryResult);
    if (process.env["DRAGOMAN_COOKBOOK"] === "1") writeRows(title, table);
    else expect(table).toBe(rows);
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (!("skip" in neo4j)) neo4j.release();
});

/** Puts the rows below the query of a recipe. */
function writeRows(title: string, table: string): void {
  const at = sections.findIndex((section) => section.startsWith(`### ${title}\n`));
  const query = /^```cypher\n[^]*?^```\n/m;
  const section = (sections[at] ?? "").replace(/\n```text\n[^]*?^```\n/m, "");
  sections[at] = section.replace(query, (text) => `${text}\n\`\`\`text\n${table}\`\`\`\n`);
  writeFileSync(COOKBOOK, sections.join(""));
}

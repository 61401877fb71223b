import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openJournal } from "../../src/folder/write-journal.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { articleIdOf } from "../../src/model/ids.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import type { BuildEvent } from "../../src/pipeline/events.ts";
import { rebuildFolder } from "../../src/pipeline/generation.ts";
import { openGraph, type OpenGraph } from "../../src/pipeline/open-graph.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

async function sampleGraph(): Promise<string> {
  const folder = join(tempFolder(), "graph");
  await buildFolder({ inputs: [SAMPLES], graphFolder: folder, jobs: 1 });
  return folder;
}

interface Opened {
  readonly nodes: number;
  readonly edges: number;
  readonly records: number;
  readonly placed: number;
  readonly counted: unknown;
}

async function look(open: OpenGraph): Promise<Opened> {
  const graph = await open.graph();
  const store = await open.store();
  const result = await store.query?.("MATCH (n) RETURN count(n) AS nodes");
  return {
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
    records: (await open.records()).length,
    placed: (await open.positions()).size,
    counted: result?.rows[0]?.[0],
  };
}

async function openAndLook(folder: string): Promise<Opened & { readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const onEvent = (event: BuildEvent): void => {
    if (event.type === "diagnostic") diagnostics.push(event.diagnostic);
  };
  const open = await openGraph(folder, { onEvent });
  try {
    return { ...(await look(open)), diagnostics };
  } finally {
    await open.close();
  }
}

describe("a graph folder", () => {
  test("opens with the graph, its layout, its articles and its database", async () => {
    const opened = await openAndLook(await sampleGraph());
    expect(opened.nodes).toBeGreaterThan(5);
    expect(opened.edges).toBeGreaterThan(5);
    expect(opened).toMatchObject({ records: 5, placed: opened.nodes, counted: opened.nodes, diagnostics: [] });
  });

  test.each([
    ["was deleted", (folder: string) => rmSync(join(folder, "derived"), { recursive: true })],
    ["has a damaged state", (folder: string) => writeFileSync(join(folder, "derived", "state.json"), "{")],
  ])("whose derived part %s opens as before", async (_, damage) => {
    const folder = await sampleGraph();
    const before = await openAndLook(folder);
    damage(folder);
    expect(await openAndLook(folder)).toEqual(before);
  });

  test("whose journal has gone on opens with what is in it now", async () => {
    const folder = await sampleGraph();
    const before = await openAndLook(folder);
    const journal = await openJournal(folder, () => undefined);
    const text = readFileSync(join(SAMPLES, "001_7d70f8e804b6c5f2.txt"), "utf8");
    await journal.append([{ type: "removal", article: articleIdOf(text) }]);
    await journal.close();
    const after = await openAndLook(folder);
    expect(after.records).toBe(4);
    expect(after.nodes).toBeLessThan(before.nodes);
    expect(after.counted).toBe(after.nodes);
  });

  test("shows the graph from before, while a build runs", async () => {
    const folder = await sampleGraph();
    const before = await openAndLook(folder);
    const journal = await openJournal(folder, () => undefined);
    await journal.append([{ type: "article", id: articleIdOf("T"), text: "T", sources: [{ name: "t" }] }]);
    const during = await openAndLook(folder);
    await journal.close();
    expect(during).toEqual({
      ...before,
      diagnostics: [expect.objectContaining({ code: "GRAPH_OLDER", severity: "note" })],
    });
  });

  test("that cannot be written, and holds nothing derived, is derived aside, and leaves nothing there", async () => {
    const folder = await sampleGraph();
    const { diagnostics: _, ...before } = await openAndLook(folder);
    rmSync(join(folder, "derived"), { recursive: true });
    const journal = await openJournal(folder, () => undefined);
    const temporary = tempFolder();
    vi.stubEnv("TMPDIR", temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const open = await openGraph(folder);
    expect(await look(open)).toEqual(before);
    const aside = (): readonly string[] => readdirSync(temporary).filter((name) => name.startsWith("dragoman-"));
    // Beside what is derived there is the scratch folder of the process that answered the query.
    expect(aside().filter((name) => !name.startsWith("dragoman-query-"))).toHaveLength(1);
    await open.close();
    expect(aside()).toEqual([]);
    await journal.close();
  });

  test("that is none is an error, and is not made", async () => {
    const folder = tempFolder();
    await expect(openGraph(join(folder, "graph"))).rejects.toMatchObject({ code: "GRAPH_FOLDER" });
    await expect(rebuildFolder({ graphFolder: join(folder, "graph") })).rejects.toMatchObject({ code: "GRAPH_FOLDER" });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("rebuilding gives the same bytes", async () => {
  const folder = await sampleGraph();
  const bytes = (generation: string): readonly Buffer[] =>
    ["graph.jsonl", "positions.jsonl"].map((name) => readFileSync(join(folder, "derived", generation, name)));
  const size = await rebuildFolder({ graphFolder: folder });
  expect(size.edges).toBeGreaterThan(5);
  expect(bytes("2")).toEqual(bytes("1"));
});

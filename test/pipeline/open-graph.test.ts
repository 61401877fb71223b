import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { findDamage, readDerived } from "../../src/folder/derived.ts";
import { openJournal } from "../../src/folder/write-journal.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { articleIdOf } from "../../src/model/ids.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import type { BuildEvent } from "../../src/pipeline/events.ts";
import { rebuildFolder } from "../../src/pipeline/generation.ts";
import { openGraph, type OpenGraph } from "../../src/pipeline/open-graph.ts";
import { keptFolder, tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

const built = keptFolder();
afterAll(built.remove);
let whole: Promise<unknown> | undefined;

/** A graph of the samples, which is built once for all tests. */
async function sampleGraph(): Promise<string> {
  await (whole ??= buildFolder({ inputs: [SAMPLES], graphFolder: built.path, jobs: 1 }));
  const folder = join(tempFolder(), "graph");
  cpSync(built.path, folder, { recursive: true });
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
  return {
    nodes: graph.nodeCount,
    edges: graph.edgeCount,
    records: (await open.records()).length,
    placed: (await open.positions()).size,
    counted: (await store.counts()).nodes,
  };
}

/** Where the last line of a file begins. */
const lastLine = (path: string): number => readFileSync(path).lastIndexOf("\n", statSync(path).size - 2) + 1;

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

let untouched: Promise<Opened> | undefined;

/** What a graph of the samples that nothing happened to opens with. */
function openedWhole(): Promise<Opened> {
  const openAndForget = async (): Promise<Opened> => {
    const { diagnostics: _, ...rest } = await openAndLook(await sampleGraph());
    return rest;
  };
  return (untouched ??= openAndForget());
}

describe("a graph folder", () => {
  test("opens with the graph, its layout, its articles and its database", async () => {
    const opened = await openAndLook(await sampleGraph());
    expect(opened.nodes).toBeGreaterThan(5);
    expect(opened.edges).toBeGreaterThan(5);
    expect(opened).toMatchObject({ records: 5, placed: opened.nodes, counted: opened.nodes, diagnostics: [] });
  });

  const derivedOf = (folder: string): string => join(folder, "derived");
  const flip = (path: string, at: number): void => {
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length * at)] = 0x3f;
    writeFileSync(path, bytes);
  };

  test("whose derived part was deleted opens as before, and says nothing of it", async () => {
    const folder = await sampleGraph();
    const before = await openAndLook(folder);
    rmSync(derivedOf(folder), { recursive: true });
    expect(await openAndLook(folder)).toEqual(before);
  });

  test.each([
    ["a damaged state", "state.json", (path: string) => writeFileSync(path, "{")],
    ["no state", "state.json", (path: string) => rmSync(path)],
    [
      "a state of another version",
      "state.json",
      (path: string) =>
        writeFileSync(path, readFileSync(path, "utf8").replace(/"formatVersion":\d+/, '"formatVersion":1')),
    ],
    ["a database with one other byte", "1/store", (path: string) => flip(path, 0.9)],
    ["half a database", "1/store", (path: string) => truncateSync(path, statSync(path).size / 2)],
    ["a database that is none", "1/store", (path: string) => writeFileSync(path, "")],
    ["no database", "1/store", (path: string) => rmSync(path)],
    ["a graph that lacks its last edge", "1/graph.jsonl", (path: string) => truncateSync(path, lastLine(path))],
    ["a graph with one other byte", "1/graph.jsonl", (path: string) => flip(path, 0.5)],
    ["no positions", "1/positions.jsonl", (path: string) => rmSync(path)],
    ["damaged identities", "1/identities.jsonl", (path: string) => flip(path, 0.5)],
  ])("with %s is made again from the journal, which is said", async (_, file, damage) => {
    const folder = await sampleGraph();
    const before = await openedWhole();
    const journal = readFileSync(join(folder, "journal.jsonl"));
    damage(join(derivedOf(folder), file));
    const { diagnostics, ...after } = await openAndLook(folder);
    expect(after).toEqual(before);
    const said = { code: "DERIVED_DAMAGED", message: expect.stringContaining(file), at: folder };
    expect(diagnostics).toEqual([expect.objectContaining(said)]);
    expect(readFileSync(join(folder, "journal.jsonl"))).toEqual(journal);
    expect(await findDamage(folder, await readDerived(folder))).toBeUndefined();
  });

  test("that is damaged while a build runs is derived aside, which is said", async () => {
    const folder = await sampleGraph();
    const before = await openedWhole();
    flip(join(derivedOf(folder), "1", "store"), 0.9);
    const journal = await openJournal(folder, () => undefined);
    const { diagnostics, ...after } = await openAndLook(folder);
    await journal.close();
    expect(after).toEqual(before);
    expect(diagnostics).toMatchObject([{ code: "DERIVED_DAMAGED" }]);
  });

  test("whose journal has lost what it had is told as that, once", async () => {
    const folder = await sampleGraph();
    const journal = join(folder, "journal.jsonl");
    truncateSync(journal, lastLine(journal));
    const told = { code: "JOURNAL_SHORTER", severity: "warning", at: journal };
    expect((await openAndLook(folder)).diagnostics).toMatchObject([told]);
    expect((await openAndLook(folder)).diagnostics).toEqual([]);
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
    expect(aside()).toHaveLength(1);
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

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExportedFile, Exporter, FolderExporter } from "../../src/exporters/exporter.ts";
import { EXPORTERS, exporterForFile, findExporter, FOLDER_EXPORTERS } from "../../src/exporters/index.ts";
import { json } from "../../src/exporters/json.ts";
import { writeExport, writeFolderExport, writeText } from "../../src/exporters/write.ts";
import { encodeToString } from "../contract/exporter.ts";
import { ringGraph } from "../helpers/graph.ts";
import { sampleGraph } from "./sample.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-export-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Yields some text, then does what `then` does. */
function endingWith(then: () => void): Exporter {
  return {
    ...json,
    defaults: {},
    async *encode() {
      yield await Promise.resolve("some text");
      then();
      yield "more text";
    },
  };
}

describe("writeExport", () => {
  it.each(EXPORTERS)("writes what $id encodes", async (exporter) => {
    const file = join(folder, "graph");
    await writeExport(exporter, sampleGraph(), {}, file);
    expect(readFileSync(file, "utf8")).toBe(await encodeToString(exporter, sampleGraph()));
  });

  it("writes more than one chunk, and passes options on", async () => {
    const file = join(folder, "graph.json");
    await writeExport(json, ringGraph(2000), { positions: new Map([["person:000000", { x: 1, y: 2 }]]) }, file);
    const written = JSON.parse(readFileSync(file, "utf8")) as { nodes: { attributes: object }[]; edges: unknown[] };
    expect(written.edges).toHaveLength(2000);
    expect(written.nodes[0]?.attributes).toMatchObject({ x: 1, y: 2 });
  });

  it("writes text in any script whole, in chunks of any length", async () => {
    const file = join(folder, "text");
    const chunks = [
      ...Array.from({ length: 300 }, (_, index) => `${index} ہے۔😀`.repeat(500)),
      "ہے۔".repeat(500_000),
      "end",
    ];
    await writeText(chunks, file);
    expect(readFileSync(file, "utf8") === chunks.join("")).toBe(true);
  });

  it("replaces a file, keeps its permissions, and leaves nothing else behind", async () => {
    const file = join(folder, "graph.json");
    writeFileSync(file, "old");
    // Others may write, which a process usually holds back from what it makes.
    chmodSync(file, 0o662);
    await writeExport(json, sampleGraph(), {}, file);
    expect(readFileSync(file, "utf8")).toMatch(/^\{/);
    expect(statSync(file).mode & 0o777).toBe(0o662);
    expect(readdirSync(folder)).toEqual(["graph.json"]);
  });

  it("replaces what a link leads to, not the link", async () => {
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real", "graph.json"), "old");
    symlinkSync(join("real", "graph.json"), join(folder, "link.json"));
    await writeExport(json, sampleGraph(), {}, join(folder, "link.json"));
    expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real", "graph.json"), "utf8")).toMatch(/^\{/);
  });

  it("leaves the file as it was when the graph cannot be read to its end", async () => {
    const file = join(folder, "graph.json");
    writeFileSync(file, "old");
    const failure = new Error("the store is gone");
    const exporter = endingWith(() => {
      throw failure;
    });
    await expect(writeExport(exporter, sampleGraph(), {}, file)).rejects.toBe(failure);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["graph.json"]);
  });

  it("stops when it is told to, and leaves the file as it was", async () => {
    const file = join(folder, "graph.json");
    writeFileSync(file, "old");
    const controller = new AbortController();
    const reason = new Error("Ctrl-C");
    const exporter = endingWith(() => {
      expect(readdirSync(folder)).toHaveLength(2);
      controller.abort(reason);
    });
    await expect(writeExport(exporter, sampleGraph(), {}, file, { signal: controller.signal })).rejects.toBe(reason);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["graph.json"]);
  });

  it.each([
    ["a folder that does not exist", "missing/graph.json", "ENOENT", /folder does not exist\. Create the folder/],
    ["a path through a file", "file/graph.json", "ENOTDIR", /a part of its path is a file/],
    ["a folder", "sub", "EISDIR", /it is a folder\. Name a file in it/],
    ["a name that is too long", "x".repeat(300), "ENAMETOOLONG", /Choose a shorter one/],
  ])("refuses %s with a remedy", async (_what, name, code, message) => {
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "sub"));
    const file = join(folder, name);
    await expect(writeExport(json, sampleGraph(), {}, file)).rejects.toMatchObject({
      code: "OUTPUT",
      at: file,
      message: expect.stringMatching(message) as string,
      cause: { code },
    });
    expect(readdirSync(folder).sort()).toEqual(["file", "sub"]);
  });

  it.runIf(process.platform === "linux")("tells of a full disk, and writes to a device as it is", async () => {
    await expect(writeExport(json, sampleGraph(), {}, "/dev/full")).rejects.toMatchObject({
      code: "OUTPUT",
      at: "/dev/full",
      message: expect.stringMatching(/the disk is full\. Free some space/) as string,
    });
    await writeExport(json, sampleGraph(), {}, "/dev/null");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  // Nothing is forbidden to root.
  it.skipIf(process.getuid?.() === 0)("tells of missing permission", async () => {
    chmodSync(folder, 0o500);
    await expect(writeExport(json, sampleGraph(), {}, join(folder, "graph.json"))).rejects.toMatchObject({
      code: "OUTPUT",
      message: expect.stringMatching(/permission is denied/) as string,
    });
  });
});

describe("writeFolderExport", () => {
  const exporter = (...files: readonly ExportedFile[]): FolderExporter => ({
    id: "folder",
    name: "Folder",
    modalities: [],
    flavors: [],
    defaults: {},
    files: () => files,
  });

  it("writes every file, makes the folder, and leaves others in it alone", async () => {
    const target = join(folder, "graph");
    const both = exporter({ name: "a.csv", text: ["a", "b"] }, { name: "b.csv", text: ["c"] });
    expect(await writeFolderExport(both, sampleGraph(), {}, target)).toEqual(["a.csv", "b.csv"]);
    writeFileSync(join(target, "own.txt"), "own");
    chmodSync(join(target, "a.csv"), 0o600);
    await writeFolderExport(both, sampleGraph(), {}, target);
    expect(statSync(join(target, "a.csv")).mode & 0o777).toBe(0o600);
    expect(readdirSync(target).sort()).toEqual(["a.csv", "b.csv", "own.txt"]);
    expect(readFileSync(join(target, "a.csv"), "utf8")).toBe("ab");
  });

  it("changes no file when one of them fails", async () => {
    const failure = new Error("the store is gone");
    function* failing(): Generator<string> {
      yield "some";
      throw failure;
    }
    writeFileSync(join(folder, "a.csv"), "old");
    for (const target of [folder, join(folder, "new")]) {
      const both = exporter({ name: "a.csv", text: ["new"] }, { name: "b.csv", text: failing() });
      await expect(writeFolderExport(both, sampleGraph(), {}, target)).rejects.toBe(failure);
    }
    expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });

  it("changes no file when a folder has the name of one", async () => {
    const both = exporter({ name: "a.csv", text: ["new"] }, { name: "b.csv", text: ["new"] });
    writeFileSync(join(folder, "a.csv"), "old");
    mkdirSync(join(folder, "b.csv"));
    await expect(writeFolderExport(both, sampleGraph(), {}, folder)).rejects.toMatchObject({
      code: "OUTPUT",
      at: join(folder, "b.csv"),
      message: expect.stringMatching(/it is no file\. Take it away/) as string,
    });
    expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["a.csv", "b.csv"]);
  });

  it.each([
    ["a file", "file", /it is a file\. Name a folder/],
    ["a folder in one that is not there", "missing/graph", /its folder does not exist/],
  ])("refuses %s with a remedy", async (_what, name, message) => {
    writeFileSync(join(folder, "file"), "");
    const target = join(folder, name);
    await expect(writeFolderExport(exporter(), sampleGraph(), {}, target)).rejects.toMatchObject({
      code: "OUTPUT",
      at: target,
      message: expect.stringMatching(message) as string,
    });
  });
});

describe("the list of exporters", () => {
  it("has no id and no extension twice", () => {
    const ids = [...EXPORTERS, ...FOLDER_EXPORTERS].map(({ id }) => id);
    const extensions = EXPORTERS.flatMap((exporter) => exporter.extensions);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it("finds an exporter by its id or by the name of a file", () => {
    expect(findExporter("graphml")?.id).toBe("graphml");
    expect(findExporter("nothing")).toBeUndefined();
    expect(exporterForFile("out/My.Graph.GRAPHML")?.id).toBe("graphml");
    expect(exporterForFile("graph.json")?.id).toBe("json");
    expect(exporterForFile("json")).toBeUndefined();
  });
});

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  findDamage,
  isSameOrigin,
  readDerived,
  replaceDerived,
  type Origin,
  type Size,
} from "../../src/folder/derived.ts";
import { readGraphFile, readPositionsFile, writeGraphFile, writePositionsFile } from "../../src/folder/graph-file.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { EntityNode } from "../../src/model/graph.ts";
import type { NodeId } from "../../src/model/ids.ts";
import { tempFolder } from "../helpers/temp.ts";

const origin = (bytes: number): Origin => ({ journal: { bytes, tail: "t" }, version: "v" });

const fill =
  (from: Origin, content: string) =>
  (directory: string): Promise<{ readonly origin: Origin; readonly size: Size }> => {
    writeFileSync(join(directory, "file"), content);
    return Promise.resolve({ origin: from, size: { nodes: 3, edges: 2 } });
  };

describe("a generation", () => {
  test("is there when it is whole, with what it was made from", async () => {
    const folder = tempFolder();
    expect(await readDerived(folder)).toBeUndefined();
    const made = await replaceDerived(folder, fill(origin(1), "one"));
    expect(await readDerived(folder)).toEqual(made);
    expect(made).toEqual({
      origin: origin(1),
      size: { nodes: 3, edges: 2 },
      folder: join(folder, "derived", "1"),
      sums: { file: expect.any(Number) },
    });
  });

  test("stays where the next one fails", async () => {
    const folder = tempFolder();
    const made = await replaceDerived(folder, fill(origin(1), "one"));
    const failing = replaceDerived(folder, () => Promise.reject(new RangeError("a mistake")));
    await expect(failing).rejects.toThrow(new RangeError("a mistake"));
    expect(await readDerived(folder)).toEqual(made);
    expect(readdirSync(join(folder, "derived"))).toEqual(["1", "state.json"]);
  });

  test("outlives one other, for those who still read it", async () => {
    const folder = tempFolder();
    for (const bytes of [1, 2, 3]) await replaceDerived(folder, fill(origin(bytes), ""));
    expect(readdirSync(join(folder, "derived")).sort()).toEqual(["2", "3", "state.json"]);
    expect((await readDerived(folder))?.origin).toEqual(origin(3));
  });

  test("is damaged where a byte of a file is another, however large the file", async () => {
    const folder = tempFolder();
    const large = "x".repeat(3_000_000);
    const made = await replaceDerived(folder, fill(origin(1), large));
    expect(await findDamage(folder, made)).toBeUndefined();
    writeFileSync(join(made.folder, "file"), `y${large.slice(1)}`);
    expect(await findDamage(folder, made)).toBe(`${join(made.folder, "file")} is damaged`);
  });

  test("is made beside the one before", async () => {
    const folder = tempFolder();
    const seen: (string | undefined)[] = [];
    for (const bytes of [1, 2]) {
      await replaceDerived(folder, (directory, previous) => {
        seen.push(previous);
        return fill(origin(bytes), "")(directory);
      });
    }
    expect(seen).toEqual([undefined, join(folder, "derived", "1")]);
  });

  test.each([
    "",
    "{",
    "null",
    '{"formatVersion":0,"generation":"1"}',
    '{"formatVersion":3,"generation":"../..","sums":{},"nodes":1,"edges":1,"journal":{"bytes":1,"tail":""},"version":""}',
    '{"formatVersion":3,"generation":"1","sums":null,"nodes":1,"edges":1,"journal":{"bytes":1,"tail":""},"version":""}',
  ])("is made again where its state is %j", async (state) => {
    const folder = tempFolder({ "derived/state.json": state });
    expect(await readDerived(folder)).toBeUndefined();
    await replaceDerived(folder, fill(origin(1), ""));
    expect((await readDerived(folder))?.origin).toEqual(origin(1));
  });

  test("a folder that cannot be written is named", async () => {
    const folder = tempFolder({ derived: "a file" });
    await expect(replaceDerived(folder, fill(origin(1), ""))).rejects.toMatchObject({
      code: "GRAPH_FOLDER",
      at: join(folder, "derived"),
    });
    expect(existsSync(join(folder, "derived"))).toBe(true);
  });
});

test("an origin is the same when journal and knowledge are", () => {
  expect(isSameOrigin(origin(1), origin(1))).toBe(true);
  expect(isSameOrigin(origin(1), origin(2))).toBe(false);
  expect(isSameOrigin(origin(1), { ...origin(1), version: "w" })).toBe(false);
  expect(isSameOrigin(origin(1), { ...origin(1), journal: { bytes: 1, tail: "u" } })).toBe(false);
});

test("graph and positions come back as they were", async () => {
  const node: EntityNode = {
    id: "gov:PK" as NodeId,
    type: "entity",
    kind: "Government",
    label: "پاکستان\u2028",
    aliases: ["Pakistan"],
    aliasCounts: [1],
    names: { ur: ["پاکستان"], en: [] },
    sameAs: ["Q843"],
    mentions: 3,
    articles: 2,
  };
  const folder = tempFolder();
  await writeGraphFile(join(folder, "graph"), createGraph([node], []));
  expect(await readGraphFile(join(folder, "graph"))).toEqual({ nodes: [node], edges: [] });
  const positions = new Map([["gov:PK", { x: 0.1, y: -2e-9 }]]);
  await writePositionsFile(join(folder, "positions"), positions);
  expect(await readPositionsFile(join(folder, "positions"))).toEqual(positions);
});

import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore, STORE_IDS } from "../../src/stores/index.ts";
import { tempFolder } from "../helpers/temp.ts";

test("the ids of stores are part of the interface", () => {
  expect(STORE_IDS).toEqual(["memory", "embedded", "neo4j"]);
});

test("a store is opened by its id, and says it", async () => {
  const memory = await openStore("memory", undefined);
  const embedded = await openStore("embedded", { path: join(tempFolder(), "store") });
  onTestFinished(async () => {
    await Promise.all([memory.close(), embedded.close()]);
  });
  expect([memory.id, embedded.id]).toEqual(["memory", "embedded"]);
});

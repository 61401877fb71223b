import { join } from "node:path";
import { expect, test } from "vitest";
import { streamGraphFile, writeGraphFile } from "../../src/folder/graph-file.ts";
import { sampleGraph } from "../helpers/graph.ts";
import { tempFolder } from "../helpers/temp.ts";

async function all<Item>(items: Iterable<Item> | AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test("a graph comes out of its file as it went in, as often as it is asked for", async () => {
  const file = join(tempFolder(), "graph.jsonl");
  const graph = sampleGraph();
  await writeGraphFile(file, graph);
  const view = streamGraphFile(file);
  for (let time = 0; time < 2; time += 1) {
    expect(await all(view.nodes())).toEqual([...graph.nodes()]);
    expect(await all(view.edges())).toEqual([...graph.edges()]);
  }
});

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openLiveSource, type LiveSource } from "../../src/cli/live-source.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import { curate } from "../../src/pipeline/curate.ts";
import { knowledge } from "../helpers/knowledge.ts";
import { tempFolder } from "../helpers/temp.ts";

/** A graph folder with one meeting in it, and what serves it while nobody looks whether there is a new graph. */
async function serveMeeting(): Promise<{ readonly graphFolder: string; readonly live: LiveSource }> {
  const folder = tempFolder({ "in/a.txt": "Angela Merkel met Emmanuel Macron in the city of Berlin on Monday." });
  const graphFolder = join(folder, "graph");
  await buildFolder({ inputs: [join(folder, "in")], graphFolder, knowledge, jobs: 1 });
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const live = await openLiveSource(graphFolder, knowledge);
  onTestFinished(() => live.close());
  return { graphFolder, live };
}

test("a query is answered by the graph as it is, even where builds were quicker than the look at them", async () => {
  const { graphFolder, live } = await serveMeeting();
  const { revision } = live.source;
  const names = ["Merkel", "Angela Dorothea Merkel"];
  for (const name of names) {
    await curate({ graphFolder, knowledge, decision: { type: "rename", id: "person:angela-merkel", name } });
  }
  const result = await live.source.query?.("MATCH (p:Person {id: 'person:angela-merkel'}) RETURN p.label", {});
  expect(result?.rows).toEqual([[names.at(-1)]]);
  expect((await live.source.curation?.verdicts())?.length).toBe(names.length);
  expect(live.source.revision).not.toBe(revision);
});

test("what is damaged while it is served is told, made again from the journal, and answered", async () => {
  const { graphFolder, live } = await serveMeeting();
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  writeFileSync(join(graphFolder, "derived", "1", "store"), "not a database");
  const count = "MATCH (n:Article) RETURN count(n)";
  const answers = await Promise.all([1, 2].map(async () => await live.source.query?.(count, {})));
  expect(answers.map((answer) => answer?.rows)).toEqual([[[1]], [[1]]]);
  expect(said.mock.calls.join()).toMatch(/store is damaged; it is made again from the journal/);
  rmSync(join(graphFolder, "derived"), { recursive: true });
  expect((await live.source.curation?.identity("person:angela-merkel"))?.node).toBe("person:angela-merkel");
  expect((await live.source.query?.(count, {}))?.rows).toEqual([[1]]);
});

test("a decision does not wait for queries on the graph before it", async () => {
  const { live } = await serveMeeting();
  const gone = new AbortController();
  const endless =
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN sum(a)";
  const order: string[] = [];
  const ended = live.source.query?.(endless, {}, { signal: gone.signal }).catch(() => order.push("query"));
  await live.source.curation?.decide({ decision: { type: "note", id: "person:angela-merkel", text: "seen" } });
  order.push("decision");
  gone.abort();
  await ended;
  expect(order).toEqual(["decision", "query"]);
});

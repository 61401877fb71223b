import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openLiveSource } from "../../src/cli/live-source.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import { curate } from "../../src/pipeline/curate.ts";
import { knowledge } from "../helpers/knowledge.ts";
import { tempFolder } from "../helpers/temp.ts";

test("a query is answered by the graph as it is, even where builds were quicker than the look at them", async () => {
  const folder = tempFolder({ "in/a.txt": "Angela Merkel met Emmanuel Macron in the city of Berlin on Monday." });
  const graphFolder = join(folder, "graph");
  await buildFolder({ inputs: [join(folder, "in")], graphFolder, knowledge, jobs: 1 });
  // Nobody looks whether there is a new graph.
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const live = await openLiveSource(graphFolder, knowledge);
  onTestFinished(() => live.close());
  const names = ["Merkel", "Angela Dorothea Merkel"];
  for (const name of names) {
    await curate({ graphFolder, knowledge, decision: { type: "rename", id: "person:angela-merkel", name } });
  }
  const result = await live.source.query?.("MATCH (p:Person {id: 'person:angela-merkel'}) RETURN p.label", {});
  expect(result?.rows).toEqual([[names.at(-1)]]);
  expect((await live.source.curation?.verdicts())?.length).toBe(names.length);
});

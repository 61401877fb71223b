import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLiveSource } from "../../src/cli/live-source.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import { loadKnowledge } from "../../src/seeds/knowledge.ts";
import type { GraphSource } from "../../src/server/source.ts";

/** The graph of the sample articles, really built, as the server shows it. */
export async function openSeedsSource(): Promise<{
  readonly source: GraphSource;
  readonly close: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-seeds-"));
  const knowledge = loadKnowledge();
  await buildFolder({ inputs: ["seeds/articles"], graphFolder: folder, knowledge });
  const live = await openLiveSource(folder, knowledge);
  return {
    source: live.source,
    close: async () => {
      await live.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

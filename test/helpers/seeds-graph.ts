import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLiveSource } from "../../src/cli/live-source.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import { loadKnowledge } from "../../src/seeds/knowledge.ts";
import type { GraphSource } from "../../src/server/source.ts";

/** The graph of the sample articles and of further ones, by name, really built, as the server shows it. */
export async function openSeedsSource(further: Readonly<Record<string, string>> = {}): Promise<{
  readonly source: GraphSource;
  readonly close: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-seeds-"));
  const files = mkdtempSync(join(tmpdir(), "dragoman-articles-"));
  for (const [name, text] of Object.entries(further)) writeFileSync(join(files, `${name}.txt`), text);
  const inputs = ["seeds/articles", ...(Object.keys(further).length === 0 ? [] : [files])];
  const knowledge = loadKnowledge();
  await buildFolder({ inputs, graphFolder: folder, knowledge });
  rmSync(files, { recursive: true });
  const live = await openLiveSource(folder, knowledge);
  return {
    source: live.source,
    close: async () => {
      await live.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

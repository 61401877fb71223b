import { once } from "node:events";
import { createApp } from "../server/app.ts";
import { serve } from "../server/serve.ts";
import { loadKnowledge } from "../seeds/knowledge.ts";
import { accessFor } from "./access.ts";
import { TOKEN_VARIABLE } from "./commands/serve.ts";
import { openLiveSource } from "./live-source.ts";
import { logger } from "./logger.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { print } from "./output.ts";
import { readVersion } from "./version.ts";
import { findViewer } from "./viewer-folder.ts";

export interface ServeCommandOptions {
  readonly graph: string;
  readonly port: number;
  readonly host: string;
  /** Further names by which the server may be asked. */
  readonly names: readonly string[];
  readonly open: boolean;
}

/** Serves the graph of a folder until the process is told to stop. */
export async function runServe({ graph, port, host, names, open }: ServeCommandOptions): Promise<void> {
  const viewer = findViewer();
  const access = accessFor(host, names, process.env[TOKEN_VARIABLE]);
  const live = await openLiveSource(graph, loadKnowledge());
  try {
    const app = createApp(live.source, {
      ...access,
      viewer,
      version: readVersion(),
      onError: (error) => logger.error(error),
    });
    const served = await serve({ app, port, host });
    await print(`The graph of ${graph} is at ${served.url} (Ctrl-C stops)\n`);
    if (open) openInBrowser(served.url);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await served.close();
  } finally {
    await live.close();
  }
}

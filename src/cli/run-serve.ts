import { once } from "node:events";
import { createApp } from "../server/app.ts";
import { serve } from "../server/serve.ts";
import { loadKnowledge } from "../seeds/knowledge.ts";
import { openLiveSource } from "./live-source.ts";
import { logger } from "./logger.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { print } from "./output.ts";
import { findViewer } from "./viewer-folder.ts";

export interface ServeCommandOptions {
  readonly graph: string;
  readonly port: number;
  readonly open: boolean;
}

/** Serves the graph of a folder until the process is told to stop. */
export async function runServe({ graph, port, open }: ServeCommandOptions): Promise<void> {
  const viewer = findViewer();
  const live = await openLiveSource(graph, loadKnowledge());
  try {
    const app = createApp(live.source, { viewer, onError: (error) => logger.error(error) });
    const served = await serve({ app, port });
    await print(`The graph of ${graph} is at ${served.url} (Ctrl-C stops)\n`);
    if (open) openInBrowser(served.url);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await served.close();
  } finally {
    await live.close();
  }
}

import { once } from "node:events";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { loadKnowledge } from "../seeds/knowledge.ts";
import { createMcpServer } from "../server/mcp.ts";
import { openLiveSource } from "./live-source.ts";
import { logger } from "./logger.ts";
import { readVersion } from "./version.ts";

/**
 * Serves the graph of a folder to the program that started this one, over standard input and output, until that closes
 * them. Standard output holds the protocol and nothing else: whatever is told goes to standard error.
 */
export async function runMcp(graph: string): Promise<void> {
  const live = await openLiveSource(graph, loadKnowledge());
  try {
    const ended = Promise.race([
      once(process.stdin, "end"),
      once(process.stdin, "close"),
      once(process, "SIGINT"),
      once(process, "SIGTERM"),
    ]);
    const version = readVersion();
    const handle = serveStdio(() => createMcpServer(live.source, version), { onerror: (error) => logger.warn(error) });
    await ended;
    await handle.close();
  } finally {
    await live.close();
  }
}

import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { describe, expect, it, onTestFinished } from "vitest";
import { createMcpServer } from "../../src/server/mcp.ts";
import type { GraphSource } from "../../src/server/source.ts";
import type { QueryOptions, QueryResult } from "../../src/stores/store.ts";
import { servedSource } from "../helpers/served-graph.ts";

/** A client of the tools, whose queries are answered so. */
async function connect(answer: (options: QueryOptions) => Promise<QueryResult>): Promise<Client> {
  const source: GraphSource = { ...servedSource(), query: (_cypher, _parameters, options = {}) => answer(options) };
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = createMcpServer(source, "1");
  const client = new Client({ name: "test", version: "1" });
  await server.connect(there);
  await client.connect(here);
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return client;
}

const cypher = (limit: number) => ({ name: "cypher", arguments: { query: "RETURN 1", limit } });

describe("a query of a model", () => {
  it("that gives too much is asked once or twice more, not as often as its limit can be halved", async () => {
    const limits: number[] = [];
    const client = await connect(async ({ maxRows = 0 }) => {
      limits.push(maxRows);
      return { columns: ["text"], rows: Array.from({ length: maxRows }, () => ["x".repeat(5000)]), truncated: true };
    });
    const { structuredContent } = await client.callTool(cypher(500));
    const { rows } = structuredContent as QueryResult;
    expect(rows.length).toBe(limits.at(-1));
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(structuredContent).length).toBeLessThanOrEqual(60_000);
    expect(limits.length).toBeLessThanOrEqual(3);
  });

  it("is ended when the model waits no longer", async () => {
    let isAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    let isEnded = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      isEnded = resolve;
    });
    const client = await connect(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener("abort", () => {
            isEnded();
            reject(new Error("ended"));
          });
          isAsked();
        }),
    );
    const gone = new AbortController();
    const answer = client.callTool(cypher(1), { signal: gone.signal });
    await asked;
    gone.abort();
    await expect(answer).rejects.toThrow(/./);
    await ended;
  });
});

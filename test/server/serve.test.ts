import { connect, createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { serve, type Served } from "../../src/server/serve.ts";
import { servedSource } from "../helpers/served-graph.ts";

const app = createApp(servedSource());
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const item of open.splice(0)) await item.close();
});

async function start(port: number, host?: string): Promise<Served> {
  const served = await serve({ app, port, ...(host === undefined ? {} : { host }) });
  open.push(served);
  return served;
}

async function occupy(port: number): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  open.push(server);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

describe("serve", () => {
  it("answers on the loopback address", async () => {
    const { url } = await start(0);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const response = await fetch(`${url}api/stats`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ articles: 5 });
  });

  it("takes the next port when the first is taken", async () => {
    const taken = await occupy(0);
    const { url } = await start(taken);
    const port = Number(new URL(url).port);
    expect(port).toBeGreaterThan(taken);
    expect(port).toBeLessThanOrEqual(taken + 20);
    expect((await fetch(`${url}api/stats`)).status).toBe(200);
  });

  it("says so when the address cannot be listened on", async () => {
    await expect(serve({ app, port: 0, host: "192.0.2.1" })).rejects.toMatchObject({
      code: "USAGE",
      message: expect.stringContaining("192.0.2.1"),
    });
  });

  it("refuses a request for another host on the wire, too", async () => {
    const { url } = await start(0);
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
        socket.write("GET /api/stats HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n");
      });
      let answer = "";
      socket.setEncoding("utf8");
      socket.on("data", (chunk: string) => (answer += chunk));
      socket.on("end", () => resolve(answer.split("\r\n")[0] ?? ""));
      socket.on("error", reject);
    });
    expect(status).toContain("421");
  });

  it("closes though a client keeps its connection open, and twice does no harm", async () => {
    const served = await start(0);
    await (await fetch(`${served.url}api/stats`)).text();
    await Promise.all([served.close(), served.close()]);
    await expect(fetch(`${served.url}api/stats`)).rejects.toThrow("fetch failed");
  });
});

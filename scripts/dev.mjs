#!/usr/bin/env node
/**
 * Develop the viewer: Vite serves its sources and reloads them, and `dragoman serve`, run from `src/`, answers `/api`.
 * What follows `npm run dev --` goes to `serve`: `npm run dev -- --graph my-graph`.
 */
import { spawn, spawnSync } from "node:child_process";
import { createServer as createTcpServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const setup = spawnSync(process.execPath, ["scripts/setup.mjs"], { cwd: root, stdio: "inherit" });
if (setup.status !== 0) process.exit(setup.status ?? 1);

const port = await freePort();
const serve = ["node_modules/tsx/dist/cli.mjs", "watch", "src/cli/main.ts", "serve", "--port", String(port)];
const api = spawn(process.execPath, [...serve, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
api.on("exit", (code) => process.exit(code ?? 1));
process.on("exit", () => api.kill());
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));

// Not before `setup` has run: until then there may be no packages.
const { createServer } = await import("vite");
const page = await createServer({
  configFile: `${root}viewer/vite.config.ts`,
  server: { host: "127.0.0.1", proxy: { "/api": `http://127.0.0.1:${port}` } },
});
await page.listen();
page.printUrls();

/** A port of this machine that nothing listens on. */
async function freePort() {
  const server = createTcpServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}

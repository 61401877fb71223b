#!/usr/bin/env node
/**
 * Builds `dist/`: the program, the knowledge compiled from `seeds/`, and the viewer's page.
 *
 * Runs as npm's `prepare`, so inside `npm ci`, and says nothing unless a step fails. It needs no package but those that
 * it runs.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const compiler = "node_modules/typescript/bin/tsc";

if (!existsSync(join(root, compiler))) {
  // `npm ci --omit=dev` runs `prepare` too. A program that is already there needs no compiler.
  if (existsSync(join(dist, "cli", "main.js"))) process.exit(0);
  fail("there is no TypeScript compiler in node_modules. Run `npm ci --include=dev`.");
}

const started = new Date();
const stamp = join(dist, ".built");
rmSync(stamp, { force: true });
removeOrphans("");
run("compiling src", compiler, "-p", "tsconfig.build.json");
if (existsSync(join(dist, "seeds", "build.js"))) run("compiling seeds", "dist/seeds/build.js");
if (existsSync(join(dist, "language", "build.js"))) run("writing down phrases", "dist/language/build.js");
if (existsSync(join(root, "viewer", "vite.config.ts"))) {
  // The second lies in the folder of the first, which is emptied before.
  for (const [what, mode] of [
    ["building the viewer", "production"],
    ["building the viewer for files", "file"],
  ]) {
    const config = ["--config", "viewer/vite.config.ts", "--mode", mode, "--logLevel", "warn"];
    run(what, "node_modules/vite/bin/vite.js", "build", ...config);
  }
}
const main = join(dist, "cli", "main.js");
if (existsSync(main)) chmodSync(main, 0o755);
mkdirSync(dist, { recursive: true });
writeFileSync(stamp, "");
// A file that was saved while the build ran is newer than the stamp, and so makes the next one necessary.
utimesSync(stamp, started, started);

/** Runs a script of Node at the root of the project; its output is shown when it fails. */
function run(what, script, ...args) {
  const { status, signal, error, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(
    `${what} failed: \`${script} ${args.join(" ")}\` ${error?.message ?? (signal ? `was ended by ${signal}` : `exited with ${status}`)}.`,
  );
}

/** Removes what was compiled from sources that are gone: the compiler leaves it lying. */
function removeOrphans(folder) {
  if (!existsSync(join(dist, folder))) return;
  for (const entry of readdirSync(join(dist, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (existsSync(join(root, "src", path))) removeOrphans(path);
      else if (path !== "viewer") rmSync(join(dist, path), { recursive: true });
      continue;
    }
    const source = path.replace(/\.(?:js|d\.ts)$/, ".ts");
    if (source !== path && !existsSync(join(root, "src", source))) rmSync(join(dist, path));
  }
}

function fail(message) {
  console.error(`build: ${message}`);
  process.exit(1);
}

#!/usr/bin/env node
/**
 * Makes a fresh clone ready, and keeps it so: `npm start` and `npm test` run this first.
 *
 * It installs the packages when `node_modules` is missing or older than the lock file, and builds `dist/` when a source
 * is newer than the last build. When nothing is to do it takes some milliseconds and says nothing.
 */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

// Inside `npm ci` or `npm install` the packages are being installed right now.
const installing = ["ci", "install"].includes(process.env.npm_command ?? "");
if (!installing && !isInstalled()) {
  if (isLink("node_modules")) {
    console.error(
      "setup: node_modules is a link, and `npm ci` would empty the folder that it leads to. Install there, or remove the link.",
    );
    process.exit(1);
  }
  console.error("Installing the packages that package-lock.json names …");
  npm("ci", "--include=dev", "--loglevel=error");
}
if (!isBuilt()) {
  console.error("Building …");
  run(process.execPath, [join(root, "scripts", "build.mjs")]);
}

/** npm writes `node_modules/.package-lock.json` as the last thing that it does. */
function isInstalled() {
  const installed = modified("node_modules/.package-lock.json");
  return installed !== undefined && installed >= (modified("package-lock.json") ?? 0);
}

function isBuilt() {
  const built = modified("dist/.built");
  if (built === undefined) return false;
  const configs = readdirSync(root).filter((name) => /^(?:package|tsconfig.*)\.json$/.test(name));
  return (
    Math.max(newest("src"), newest("seeds"), newest("viewer"), newest("scripts/build.mjs"), ...configs.map(newest)) <=
    built
  );
}

/** Time of the latest change in a file or folder. A folder's own time counts: it tells that a file was removed. */
function newest(path) {
  const own = modified(path) ?? 0;
  if (own === 0 || !statSync(join(root, path)).isDirectory()) return own;
  return readdirSync(join(root, path)).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own);
}

function modified(path) {
  const file = join(root, path);
  return existsSync(file) ? statSync(file).mtimeMs : undefined;
}

function isLink(path) {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function npm(...args) {
  // The npm that runs this script, where there is one: on Windows `npm` by name would need a shell.
  const script = process.env.npm_execpath;
  if (script !== undefined && basename(script) === "npm-cli.js") run(process.execPath, [script, ...args]);
  else run("npm", args);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  if (error !== undefined) console.error(`setup: ${command} cannot be run: ${error.message}`);
  process.exit(status ?? 1);
}

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Names under which systems install Chromium or Chrome. */
const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Where it is when it is on no path. */
const PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser for tests: `CHROMIUM_PATH`, else one that the system has, else Playwright's own.
 *
 * Where there is none, tests are skipped with a line that says so; with `CI=true` that is an error.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
  }
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "")];
  const commands = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  const found = [...commands, ...PLACES, chromium.executablePath()].find((path) => existsSync(path));
  if (found !== undefined) return found;
  const message = "There is no Chromium: install it, or set CHROMIUM_PATH.";
  if (process.env["CI"] === "true") throw new Error(message);
  process.stderr.write(`Browser tests are skipped. ${message}\n`);
  return undefined;
}

/** Starts a browser that draws WebGL without a graphics card, the same everywhere, and asks the network for nothing. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  // Chromium's sandbox does not work for root, as whom containers run.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-default-apps",
      "--disable-domain-reliability",
      "--disable-sync",
      "--no-first-run",
      "--no-pings",
      "--force-color-profile=srgb",
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  });
}

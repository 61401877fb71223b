import { spawn } from "node:child_process";
import { logger } from "./logger.ts";

/** The program that opens an address, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens an address of our own in the user's browser. Where that fails, the user opens it. */
export function openInBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => logger.warn(`no browser could be opened; open ${url} yourself`));
  child.unref();
}

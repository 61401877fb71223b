import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const requirements = fileURLToPath(new URL("requirements.txt", import.meta.url));
const cache = fileURLToPath(new URL("../../../.cache/python/", import.meta.url));

/** A Python that has networkx and igraph, or why there is none. */
export type PreparedPython = { readonly python: string } | { readonly missing: string };

/**
 * Finds a Python with the packages of `requirements.txt`: in an environment of its own under `.cache/python/`, made once;
 * else the system's, which has them where Debian's python3-networkx and python3-igraph are installed.
 */
export async function preparePython(): Promise<PreparedPython> {
  try {
    return { python: await makeEnvironment() };
  } catch (error) {
    const system = "/usr/bin/python3";
    const found = await run(system, ["-c", "import networkx, igraph"]).catch(() => undefined);
    if (found !== undefined) return { python: system };
    return { missing: `no Python with networkx and igraph: ${lastLine(error)}` };
  }
}

async function makeEnvironment(): Promise<string> {
  const environment = join(cache, createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12));
  const python = join(environment, "bin", "python");
  const complete = join(environment, "complete");
  if (existsSync(complete)) return python;
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  await run("python3", ["-m", "venv", environment]);
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(complete, "");
  return python;
}

function lastLine(error: unknown): string {
  const lines = error instanceof Error ? error.message.trim().split("\n") : [String(error)];
  return lines.at(-1) ?? "";
}

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import { DragomanError } from "../errors.ts";
import { FILE_PAGE } from "./html.ts";
import { problem } from "./problem.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/**
 * Serves the files that a folder holds now. They are read once and looked up by their path, so no path can lead out of
 * the folder; links in it are not followed, and the page for files is not among them. Vite puts a hash into the names under `assets/`: those may be kept forever.
 *
 * Throws DragomanError `INPUT_UNREADABLE` where the folder cannot be read or holds no page.
 */
export function serveFolder(folder: string): MiddlewareHandler {
  const files = readFolder(folder);
  return async (context, next) => {
    const path = context.req.path === "/" ? "/index.html" : context.req.path;
    const file = files.get(path);
    if (file === undefined) return next();
    if (context.req.method !== "GET" && context.req.method !== "HEAD") {
      return problem(405, "A file can only be read.", { headers: { Allow: "GET, HEAD" } });
    }
    return context.body(file, 200, {
      "Content-Type": MEDIA_TYPES[extname(path)] ?? "application/octet-stream",
      "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
  };
}

function readFolder(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  try {
    const files = new Map(
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && !relative(folder, entry.parentPath).split(sep).includes(FILE_PAGE))
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [`/${relative(folder, path).split(sep).join("/")}`, new Uint8Array(readFileSync(path))];
        }),
    );
    if (files.has("/index.html")) return files;
  } catch (cause) {
    throw new DragomanError("INPUT_UNREADABLE", "The viewer's files cannot be read.", { at: folder, cause });
  }
  throw new DragomanError("INPUT_UNREADABLE", "The viewer has not been built: run `npm run build`.", { at: folder });
}

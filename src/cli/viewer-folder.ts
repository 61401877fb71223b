import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DragomanError } from "../errors.ts";

/** Where the build puts the viewer: beside the built code, and, seen from the sources, in `dist`. */
const VIEWERS = ["../viewer", "../../dist/viewer"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The folder of the built viewer. Throws `INPUT_UNREADABLE` where there is none. */
export function findViewer(): string {
  const viewer = VIEWERS.find((folder) => existsSync(`${folder}/index.html`));
  if (viewer !== undefined) return viewer;
  throw new DragomanError("INPUT_UNREADABLE", "the viewer has not been built; run `npm run build`");
}

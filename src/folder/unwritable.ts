import { DragomanError } from "../errors.ts";

const NO_RIGHT = "may not be written; name another folder, or change its permissions";
const NO_ROOM =
  "there is no room left to write; free some and run the same command again: what was written before is kept";
const NO_FOLDER = "is a file, not a folder; name another folder for the graph";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: NO_RIGHT,
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
  EFBIG: NO_ROOM,
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
};

/** The `GRAPH_FOLDER` error for a graph folder, or a file in it, that the system does not let us use. */
export function unwritable(path: string, cause: unknown): DragomanError {
  if (cause instanceof DragomanError) return cause;
  const reason =
    REASONS[errorCode(cause)] ?? `cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`;
  return new DragomanError("GRAPH_FOLDER", reason, { at: path, cause });
}

/** The system's code of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Whether it was the system that refused, and no mistake of ours. */
export function isSystemError(error: unknown): boolean {
  return /^E[A-Z\d]+$/.test(errorCode(error));
}

import { DragomanError } from "../errors.ts";
import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist",
  EACCES: "may not be read; check its permissions",
  EPERM: "may not be read; check its permissions",
  EISDIR: "is a folder; name a file",
  ELOOP: "is a link that leads back to itself",
};

/** The error for a file or folder that the system does not let us read. */
export function unreadable(path: string, cause: unknown): DragomanError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reason = REASONS[code] ?? `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
  return new DragomanError("INPUT_UNREADABLE", reason, { at: path, cause });
}

/** The same as a diagnostic, for what is passed over so that the rest can be read. Rethrows what is no error of ours. */
export function toDiagnostic(error: unknown, code: DiagnosticCode): Diagnostic {
  if (!(error instanceof DragomanError)) throw error;
  if (error.at === undefined) return { code, severity: "error", message: error.message };
  return { code, severity: "error", message: error.message.slice(error.at.length + 2), at: error.at };
}

import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { DragomanError } from "../errors.ts";

/**
 * Reads a YAML file and checks it against a schema.
 *
 * Throws `SEED_INVALID` with `file:line:column` of the first mistake: of syntax, a key given twice, a key that the
 * schema does not know, a value that it does not allow.
 */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, uniqueKeys: true, strict: true });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [mistake] = [...document.errors, ...document.warnings];
  if (mistake !== undefined) {
    throw new DragomanError("SEED_INVALID", mistake.message.split("\n")[0] ?? "not YAML", {
      at: place(mistake.pos[0]),
    });
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  throw new DragomanError("SEED_INVALID", `${path.join(".")}: ${issue?.message ?? "does not follow the schema"}`, {
    at: place(offsetOf(document, path)),
  });
}

/** Offset of the node at `path`, or of the nearest one above it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return 0;
}

import { readFileSync } from "node:fs";
import { isMap, isNode, LineCounter, parseDocument } from "yaml";
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
  const [unknown] = issue?.code === "unrecognized_keys" ? issue.keys : [];
  throw new DragomanError("SEED_INVALID", `${path.join(".")}: ${issue?.message ?? "does not follow the schema"}`, {
    at: place(offsetOf(document, path, unknown)),
  });
}

/** Offset of the node at `path`, or of the nearest one above it; of the key `unknown` in it where one is given. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], unknown?: string): number {
  for (let { length } = path; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const key = isMap(node) ? node.items.find((pair) => String(pair.key) === unknown)?.key : undefined;
    const place = isNode(key) ? key : node;
    if (isNode(place) && place.range) return place.range[0];
  }
  return 0;
}

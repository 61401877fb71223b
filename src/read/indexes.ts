import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../model/diagnostic.ts";
import { readJsonLines } from "./json-lines.ts";
import { readChunks } from "./lines.ts";
import type { RawMetadata } from "./metadata.ts";

/** The file that describes the articles beside it, and holds none itself. */
export const INDEX_FILE = "index.jsonl";

/** Looks up what a folder's `index.jsonl` says of an article. */
export type KnownMetadata = (name: string) => RawMetadata;

/**
 * Reads each folder's `index.jsonl` once. A folder without one knows nothing of its articles, and entries without an
 * article are passed over. A line that cannot be understood is reported.
 */
export function createIndexes(report: Report): { readonly of: (folder: string) => Promise<KnownMetadata> } {
  const byFolder = new Map<string, Promise<KnownMetadata>>();
  return {
    of: (folder) => {
      const known = byFolder.get(folder) ?? readIndex(join(folder, INDEX_FILE), report);
      byFolder.set(folder, known);
      return known;
    },
  };
}

async function readIndex(file: string, report: Report): Promise<KnownMetadata> {
  const entries = new Map<string, RawMetadata>();
  if ((await stat(file).catch(() => undefined))?.isFile() !== true) return () => ({});
  for await (const { value } of readJsonLines(readChunks(file), file, report)) {
    const id = value["id"];
    if (typeof id === "string" || typeof id === "number") entries.set(comparable(String(id)), value);
  }
  return (name) => entries.get(comparable(name)) ?? {};
}

/** File systems differ in how they store composed letters: `ü` as one character or as two. */
function comparable(name: string): string {
  return name.normalize("NFC");
}

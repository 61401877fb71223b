import type { Report } from "../model/diagnostic.ts";
import type { RawMetadata } from "./metadata.ts";

const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** The fields of the YAML block that a Markdown file may begin with. The block itself stays in the text. */
export async function readFrontMatter(text: string, at: string, report: Report): Promise<RawMetadata> {
  const block = text.startsWith("---") ? BLOCK.exec(text) : null;
  if (block === null || block.index !== 0) return {};
  const { parse } = await import("yaml");
  try {
    const value: unknown = parse(block[1] ?? "", { logLevel: "error" });
    return typeof value === "object" && value !== null ? (value as RawMetadata) : {};
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    const message = `has front matter that is not YAML, and is read without it: ${reason}`;
    report({ code: "METADATA_DROPPED", severity: "warning", message, at });
    return {};
  }
}

import { belongsTo, isExtraction } from "../model/check-extraction.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Extraction } from "../model/extraction.ts";
import { articleIdOf } from "../model/ids.ts";
import type { FoundText } from "./found-text.ts";
import { splitLines, type Line } from "./lines.ts";
import { parseMetadata, type RawMetadata } from "./metadata.ts";

/** A line that is an object, with where it stands. */
export interface JsonLine {
  readonly value: Readonly<Record<string, unknown>>;
  readonly line: number;
  readonly at: string;
}

/** The objects of a file of JSON lines. A line that is none is reported and passed over. */
export async function* readJsonLines(
  chunks: AsyncIterable<Buffer>,
  file: string,
  report: Report,
): AsyncGenerator<JsonLine> {
  for await (const line of splitLines(chunks, file, report)) {
    const at = `${file}:${line.number}`;
    const value = parseObject(line);
    if (typeof value === "string") report({ code: "LINE_MALFORMED", severity: "error", message: value, at });
    else yield { value, line: line.number, at };
  }
}

/** The object, or what is wrong with the line. */
function parseObject(line: Line): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(line.text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'is not a JSON object; an article is {"id": …, "text": …}';
  } catch (error) {
    return `is not JSON: ${(error as SyntaxError).message}; write one article a line, as {"id": …, "text": …}`;
  }
}

/**
 * The article of a line `{ id, text, title?, url?, lang?, publishedAt?, source? }`, which may bring its extraction along.
 * Where the line leaves something out, `known` fills it in. A line that holds no article is reported, and gives
 * `undefined`.
 */
export function articleOfLine(
  { value, line, at }: JsonLine,
  path: string,
  known: (name: string) => RawMetadata,
  report: Report,
): FoundText | undefined {
  const name = nameOf(value);
  const problem = problemOf(value["text"]) ?? (name === undefined ? "has no id; give every article one" : undefined);
  if (problem !== undefined || name === undefined) {
    report({ code: "LINE_MALFORMED", severity: "error", message: problem ?? "", at });
    return undefined;
  }
  const own = Object.fromEntries(
    Object.entries({ ...value, date: value["publishedAt"] }).filter(
      ([, field]) => field !== undefined && field !== null,
    ),
  );
  const metadata = parseMetadata({ ...known(name), ...own }, at, report);
  const text = value["text"] as string;
  const extraction = extractionOfLine(value, text, at, report);
  return { text, source: { name, ...metadata }, path, line, ...(extraction === undefined ? {} : { extraction }) };
}

function nameOf(value: Readonly<Record<string, unknown>>): string | undefined {
  for (const field of [value["id"], value["url"]]) {
    if (typeof field === "number") return String(field);
    if (typeof field === "string" && field.trim() !== "") return field;
  }
  return undefined;
}

function problemOf(text: unknown): string | undefined {
  if (text === undefined) return 'has no text; an article is {"id": …, "text": …}';
  if (typeof text !== "string") return "has a text that is not a string; write it in quotation marks";
  if (text.trim() === "") return "has an empty text; give it the text of the article, or leave the line out";
  if (!/\p{Surrogate}/u.test(text)) return undefined;
  return "has half a character (a lone surrogate) in its text; write the article out again from its source";
}

/** What a line tells of an article beside its text: the field of the line, and that of a source. */
const SOURCE_FIELDS = [
  ["title", "title"],
  ["url", "url"],
  ["lang", "language"],
  ["publishedAt", "publishedAt"],
  ["source", "outlet"],
] as const;

/** A line that holds an article and what was read in it: what `articleOfLine` takes in again as it was. */
export function encodeExtraction({ text, source }: Pick<FoundText, "text" | "source">, extraction: Extraction): string {
  const metadata = SOURCE_FIELDS.map(([field, from]) => [field, source[from]]);
  const { name: id } = source;
  return `${JSON.stringify({ format: extraction.format, id, ...Object.fromEntries(metadata), text, extraction })}\n`;
}

function extractionOfLine(
  { format, extraction }: JsonLine["value"],
  text: string,
  at: string,
  report: Report,
): Extraction | undefined {
  if (format !== "dragoman-extraction") return undefined;
  if (isExtraction(extraction) && belongsTo(extraction, { id: articleIdOf(text), text })) return extraction;
  const message = "its extraction is damaged, or that of another text; the article is read again";
  report({ code: "EXTRACTION_DROPPED", severity: "warning", message, at });
  return undefined;
}

import type { Report } from "../model/diagnostic.ts";
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
    return `is not JSON: ${(error as SyntaxError).message}`;
  }
}

/**
 * The article of a line `{ id, text, title?, url?, lang?, publishedAt?, source? }`. Where the line leaves something
 * out, `known` fills it in. A line that holds no article is reported, and gives `undefined`.
 */
export function articleOfLine(
  { value, line, at }: JsonLine,
  path: string,
  known: (name: string) => RawMetadata,
  report: Report,
): FoundText | undefined {
  if (value["format"] === "dragoman-extraction") {
    const message = "holds an extraction; this version takes articles only, so give it the article instead";
    report({ code: "LINE_UNSUPPORTED", severity: "error", message, at });
    return undefined;
  }
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
  return { text: value["text"] as string, source: { name, ...metadata }, path, line };
}

function nameOf(value: Readonly<Record<string, unknown>>): string | undefined {
  for (const field of [value["id"], value["url"]]) {
    if (typeof field === "number") return String(field);
    if (typeof field === "string" && field.trim() !== "") return field;
  }
  return undefined;
}

function problemOf(text: unknown): string | undefined {
  if (text === undefined) return "has no text";
  if (typeof text !== "string") return "has a text that is not a string";
  if (text.trim() === "") return "has an empty text";
  return /\p{Surrogate}/u.test(text) ? "has half a character (a lone surrogate) in its text" : undefined;
}

import type { Article } from "./article.ts";
import type { Extraction } from "./extraction.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has the form of an extraction, as far as a graph can be made of it. */
export function isExtraction(value: unknown): value is Extraction {
  if (!isFields(value) || value["format"] !== "dragoman-extraction") return false;
  const { article, key, sentences, entities, events, mentions, statements } = value;
  return (
    typeof article === "string" &&
    typeof key === "string" &&
    [sentences, entities, events, mentions, statements].every((list) => Array.isArray(list))
  );
}

/**
 * Whether an extraction that comes from elsewhere can be one of this article: every place that it names lies in the
 * text, and every entity and event that it refers to is in it.
 */
export function belongsTo(extraction: Extraction, { id, text }: Pick<Article, "id" | "text">): boolean {
  if (extraction.article !== id) return false;
  const counts = { e: extraction.entities.length, v: extraction.events.length };
  return [
    extraction.entities,
    extraction.events,
    extraction.mentions,
    extraction.sentences,
    extraction.statements,
  ].every((list) => isSound(list, counts, text.length));
}

/** Fields that hold local ids, wherever they stand in an extraction. */
const REFERENCES: ReadonlySet<string> = new Set([
  "of",
  "subject",
  "object",
  "event",
  "place",
  "entity",
  "inviters",
  "invitees",
  "related",
]);

function isSound(value: unknown, counts: { readonly e: number; readonly v: number }, length: number): boolean {
  if (Array.isArray(value)) return value.every((item) => isSound(item, counts, length));
  if (!isFields(value)) return true;
  if ("start" in value || "end" in value) {
    const { start, end } = value;
    if (!isIndex(start, length) || !isIndex(end, length) || start > end) return false;
  }
  return Object.entries(value).every(([field, content]) => {
    if (!REFERENCES.has(field)) return isSound(content, counts, length);
    return (Array.isArray(content) ? content : [content]).every((id) => exists(id, counts));
  });
}

function exists(id: unknown, counts: { readonly e: number; readonly v: number }): boolean {
  const match = typeof id === "string" ? /^([ev])(\d+)$/.exec(id) : null;
  return match !== null && Number(match[2]) < counts[match[1] as "e" | "v"];
}

function isIndex(value: unknown, length: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= length;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

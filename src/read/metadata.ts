import type { ArticleSource } from "../model/article.ts";
import type { Report } from "../model/diagnostic.ts";
import type { LanguageCode } from "../model/ids.ts";

/** What is known of an article beside its text and its name. */
export type Metadata = Omit<ArticleSource, "name">;

/** Metadata as files write it: keys of `index.jsonl`, of front matter, and of JSON lines once `publishedAt` is `date`. */
export type RawMetadata = Readonly<Record<string, unknown>>;

interface Field {
  readonly key: string;
  readonly is: keyof Metadata;
  readonly parse: (text: string) => string | undefined;
  readonly expected: string;
}

const FIELDS: readonly Field[] = [
  { key: "date", is: "publishedAt", parse: parseDate, expected: "a date of ISO 8601, such as 2022-05-06" },
  { key: "lang", is: "language", parse: parseLanguage, expected: "a language code, such as de" },
  { key: "title", is: "title", parse: (text) => text, expected: "a text" },
  { key: "url", is: "url", parse: parseUrl, expected: "an http or https address" },
  { key: "source", is: "outlet", parse: (text) => text, expected: "a text" },
];

/** Checks metadata. What is not what it should be is reported and left out; `null` and empty texts are absent. */
export function parseMetadata(raw: RawMetadata, at: string, report: Report): Metadata {
  const metadata: Partial<Record<keyof Metadata, string>> = {};
  for (const { key, is, parse, expected } of FIELDS) {
    const value = raw[key];
    if (value === undefined || value === null || value === "") continue;
    const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : undefined;
    const parsed = text === undefined || text === "" ? undefined : parse(text);
    if (parsed !== undefined) metadata[is] = parsed;
    else {
      const message = `${key} ${JSON.stringify(value)} is not ${expected}; the article is read without it`;
      report({ code: "METADATA_DROPPED", severity: "warning", message, at });
    }
  }
  return metadata as Metadata;
}

/**
 * The day, month or year of an ISO 8601 date or date and time, as `2022-05-06`, `2022-05` or `2022`.
 *
 * Of a time only its day is kept, in the zone that it is written in: that is the day from which a newsroom says "yesterday".
 */
export function parseDate(text: string): string | undefined {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}(?::?\d{2}){0,2}(?:[.,]\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [, year = "", month, day] = match;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${month}`;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) < 1 || Number(day) > lastDay ? undefined : `${year}-${month}-${day}`;
}

/** The primary subtag of a BCP 47 language tag: `de` of `de-AT`, and of `deu`. */
export function parseLanguage(text: string): LanguageCode | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(text)) return undefined;
  return new Intl.Locale(text.split(/[-_]/)[0] ?? text).language as LanguageCode;
}

/** An address that a page may link to. Others (`javascript:`, `file:`) are none. */
function parseUrl(text: string): string | undefined {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}

import type { ParameterTexts } from "./parameters.ts";

/** A query as it was asked. */
export interface PastQuery {
  readonly query: string;
  readonly parameters: ParameterTexts;
}

/** How many are kept. */
const LENGTH = 40;

/** The queries with one more, which stands first. Asked again it does not stand there twice. */
export function withQuery(queries: readonly PastQuery[], asked: PastQuery): readonly PastQuery[] {
  const others = queries.filter(({ query }) => query.trim() !== asked.query.trim());
  return [asked, ...others].slice(0, LENGTH);
}

/** Reads queries from anything. What is none is passed over. */
export function pastQueriesFrom(value: unknown): readonly PastQuery[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const { query, parameters } = fieldsOf(item);
    if (typeof query !== "string") return [];
    const texts = Object.entries(fieldsOf(parameters)).filter(([, text]) => typeof text === "string");
    return [{ query, parameters: Object.fromEntries(texts) as ParameterTexts }];
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

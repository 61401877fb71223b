import type { HonoRequest } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";
import { DragomanError } from "../errors.ts";

/** What a client sent, checked. Throws `QUERY_INVALID` for input that does not follow its schema. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => [...path.map(String), message].join(": "));
  throw new DragomanError("QUERY_INVALID", issues.join("; "));
}

/** Parameters of an address. Throws `QUERY_INVALID` for one that is given twice, of which only one would count. */
export function onceEach(parameters: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, [value = "", ...more]]) => {
      if (more.length === 0) return [name, value];
      throw new DragomanError(
        "QUERY_INVALID",
        `${name} is given ${more.length + 1} times. Write its values with commas.`,
      );
    }),
  );
}

/** The body of a request that says that it is JSON. Throws a response of status 415 where it does not, `QUERY_INVALID` where it is none. */
export async function readJsonBody(request: HonoRequest): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(request.header("Content-Type") ?? "")) {
    throw new HTTPException(415, { message: "Send the request as application/json." });
  }
  try {
    return await request.raw.json();
  } catch (cause) {
    throw new DragomanError("QUERY_INVALID", "The body is not JSON.", { cause });
  }
}

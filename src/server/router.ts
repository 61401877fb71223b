import type { Context, Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import type { z } from "zod";
import { problem } from "./problem.ts";
import { onceEach, parse, readJsonBody } from "./requests.ts";
import { hasTag, type Route } from "./routes.ts";
import type { Answer } from "./schema-common.ts";

/** What a client asked for, checked. */
export interface Asked<Of extends Route> {
  readonly params: z.output<Of["params"]>;
  readonly query: z.output<Of["query"]>;
  readonly body: Of extends { readonly body: infer Body extends z.ZodType } ? z.output<Body> : undefined;
  readonly context: Context;
}

/** An answer as data, or a response that is ready. */
type Answered<Of extends Route> = Response | (Of["answer"] extends z.ZodType ? Answer<Of["answer"]> : never);

export interface Router {
  /** Serves a route. What comes in is checked, what goes out has a tag by which a client need not fetch it again. */
  readonly add: <Of extends Route>(
    route: Of,
    handle: (asked: Asked<Of>) => Answered<Of> | Promise<Answered<Of>>,
    ...before: readonly MiddlewareHandler[]
  ) => void;
  /** What is served. */
  readonly routes: readonly Route[];
}

export function createRouter(app: Hono): Router {
  const routes: Route[] = [];
  return {
    routes,
    add: (route, handle, ...before) => {
      routes.push(route);
      const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
      app.on(route.method.toUpperCase(), [path], ...before, ...limitsOf(route), async (context) => {
        const answer = await handle({
          params: parse(route.params, context.req.param()),
          query: parse(route.query, onceEach(context.req.queries())),
          body: route.body === undefined ? undefined : parse(route.body, await readJsonBody(context.req)),
          context,
        } as Asked<typeof route>);
        return answer instanceof Response ? answer : context.json(answer);
      });
    },
  };
}

function limitsOf(route: Route): readonly MiddlewareHandler[] {
  const { bodyLimit: maxSize } = route;
  if (maxSize === undefined) return hasTag(route) ? [etag()] : [];
  return [bodyLimit({ maxSize, onError: () => problem(413, `A request holds at most ${maxSize} bytes.`) })];
}

import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { rateLimiter } from "hono-rate-limiter";
import { problem } from "./problem.ts";

const MINUTE = 60_000;

/** Refuses a client that asks more often than so many times a minute, and says when it may ask again. */
export function limitRate(perMinute: number): MiddlewareHandler {
  return rateLimiter({
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: "draft-7",
    keyGenerator: addressOf,
    handler: (context) => {
      const refusal = problem(429, `A client may ask ${perMinute} times a minute. Wait as long as Retry-After says.`);
      // Made by the context, it keeps the headers that tell how long that is.
      return context.newResponse(refusal.body, refusal);
    },
  });
}

/** Refuses a request while so many others are being answered: each may cost seconds. */
export function limitConcurrency(max: number): MiddlewareHandler {
  let running = 0;
  return async (_, next) => {
    if (running >= max) {
      return problem(429, `${max} such requests are being answered. Ask again after one of them.`, {
        headers: { "Retry-After": "1" },
      });
    }
    running += 1;
    try {
      return await next();
    } finally {
      running -= 1;
    }
  };
}

/** Who asks. Without a socket, as in tests of the app alone, everybody is one. */
function addressOf(context: Context): string {
  return "incoming" in (context.env ?? {}) ? (getConnInfo(context).remote.address ?? "") : "";
}

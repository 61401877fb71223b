import type { EventEmitter } from "node:events";
import type { HttpBindings } from "@hono/node-server";
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

/** Refuses a request while so many others are being answered, to the last byte: each may cost seconds. */
export function limitConcurrency(max: number): MiddlewareHandler {
  let running = 0;
  return async (context, next) => {
    if (running >= max) {
      return problem(429, `${max} such requests are being answered. Ask again after one of them.`, {
        headers: { "Retry-After": "1" },
      });
    }
    running += 1;
    const release = (): void => void (running -= 1);
    // An answer that is streamed goes on after its handler; a client that goes away ends it too.
    const outgoing = outgoingOf(context);
    outgoing?.once("close", release);
    try {
      return await next();
    } finally {
      if (outgoing === undefined) release();
    }
  };
}

/** Who asks. Without a socket, as in tests of the app alone, everybody is one. */
function addressOf(context: Context): string {
  return outgoingOf(context) === undefined ? "" : (getConnInfo(context).remote.address ?? "");
}

/** The answer as Node.js sends it; undefined without a socket. */
function outgoingOf(context: Context): EventEmitter | undefined {
  return (context.env as Partial<HttpBindings> | undefined)?.outgoing;
}

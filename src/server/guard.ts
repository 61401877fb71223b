import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { timingSafeEqual } from "hono/utils/buffer";
import { problem } from "./problem.ts";

/** The names under which a program on the same machine reaches a server on its loopback address. */
export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Headers that keep the page to its own files: no script, style, font or connection from elsewhere, none inside the
 * page, no frame around it, and no string that becomes markup (Trusted Types).
 */
export function protectPage(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    crossOriginEmbedderPolicy: true,
    xFrameOptions: "DENY",
    // There is no TLS on the loopback address.
    strictTransportSecurity: false,
  });
}

/**
 * Refuses requests for another host. A page of the web can make its own name point to 127.0.0.1 (DNS rebinding) and
 * would then read the graph as its own; its requests still carry its name. The port is no help against that, and
 * differs behind a tunnel or a development server.
 */
export function checkHost(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  return async (context, next) => {
    const host = context.req.header("Host") ?? new URL(context.req.url).host;
    const name = /^(\[[^\]]+\]|[^:]+)(?::\d{1,5})?$/.exec(host)?.[1]?.toLowerCase();
    if (name !== undefined && names.has(name)) return next();
    return problem(421, `This server answers requests for ${allowed.join(", ")} only.`);
  };
}

/** Refuses requests that change or cost something when a browser sends them for a page of another origin. */
export function checkOrigin(): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") return next();
    const host = context.req.header("Host") ?? new URL(context.req.url).host;
    const origin = context.req.header("Origin");
    const site = context.req.header("Sec-Fetch-Site");
    const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
    if (isOwn && (site === undefined || site === "same-origin" || site === "none")) return next();
    return problem(403, "This request comes from a page of another origin.");
  };
}

/**
 * Refuses requests that do not know the token. Programs send it as a bearer token (RFC 6750), browsers as the password of
 * Basic authentication (RFC 7617), for which they ask by themselves, keep it to this origin, and send it with all that
 * the page fetches: so it stands in no address, no storage and no script. The user's name counts for nothing.
 */
export function checkToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const given = tokenOf(context.req.header("Authorization") ?? "");
    if (given !== undefined && (await timingSafeEqual(given, token))) return next();
    return problem(401, "This server wants its token: as a bearer token, or as the password where a browser asks.", {
      headers: { "WWW-Authenticate": 'Basic realm="Dragoman", charset="UTF-8"' },
    });
  };
}

function tokenOf(authorization: string): string | undefined {
  const [, scheme = "", value = ""] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== "basic") return value === "" ? undefined : value;
  const credentials = Buffer.from(value, "base64").toString("utf8");
  return credentials.slice(credentials.indexOf(":") + 1);
}

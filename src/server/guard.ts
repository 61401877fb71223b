import type { HonoRequest, MiddlewareHandler } from "hono";
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

/**
 * Refuses what a browser sends for a page of another origin: requests that change or cost something, and those that the
 * page embeds, which it cannot read but could time. A link to the page may be followed.
 */
export function checkOrigin(): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    const site = context.req.header("Sec-Fetch-Site") ?? "none";
    const isOwnSite = site === "same-origin" || site === "none";
    const isOwn =
      method === "GET" || method === "HEAD"
        ? isOwnSite || context.req.header("Sec-Fetch-Mode") === "navigate"
        : isOwnSite && isOwnOrigin(context.req);
    return isOwn ? next() : problem(403, "This request comes from a page of another origin.");
  };
}

function isOwnOrigin(request: HonoRequest): boolean {
  const origin = request.header("Origin");
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === (request.header("Host") ?? new URL(request.url).host);
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

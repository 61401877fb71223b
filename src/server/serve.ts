import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, RequestError } from "@hono/node-server";
import type { Hono } from "hono";
import { DragomanError } from "../errors.ts";
import { problem, problemOf } from "./problem.ts";

export interface ServeOptions {
  readonly app: Hono;
  /** The first port to try; 0 takes any that is free. */
  readonly port: number;
  /** Default: `127.0.0.1`, which only programs of this machine reach. */
  readonly host?: string;
}

export interface Served {
  /** Where the viewer is: `http://127.0.0.1:7474/`. */
  readonly url: string;
  /** Stops listening, lets running requests end for a moment, then cuts them off. Calling it twice does no harm. */
  readonly close: () => Promise<void>;
}

/** How many ports after the first are tried. */
const MORE_PORTS = 20;
/** Milliseconds that a client has to send a request: one that dawdles holds no connection. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000 };
/** Milliseconds that running requests have left when the server is closed. */
const GRACE = 10_000;
/** Milliseconds between two looks for connections whose requests have ended since. */
const LOOK = 50;

/**
 * Listens, on the next free port if the one that is asked for is taken.
 *
 * Throws DragomanError `USAGE` where no port is free or the address cannot be listened on.
 */
export async function serve({ app, port, host = "127.0.0.1" }: ServeOptions): Promise<Served> {
  const answer = getRequestListener(app.fetch, { hostname: host, errorHandler: answerFailure });
  const last = port === 0 ? 0 : Math.min(port + MORE_PORTS, 65_535);
  for (let candidate = port; ; candidate += 1) {
    const server = createServer(PATIENCE, (incoming, outgoing) => void answer(incoming, outgoing));
    try {
      const taken = await listen(server, candidate, host);
      return { url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`, close: createClose(server) };
    } catch (cause) {
      if (isAddressInUse(cause) && candidate < last) continue;
      throw new DragomanError("USAGE", describeFailure(cause, port, last, host), { cause });
    }
  }
}

/** The app answers its own errors. These come before it: a path or a header that makes no address. */
function answerFailure(error: unknown): Response {
  return error instanceof RequestError ? problem(400, error.message) : problemOf(error);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function createClose(server: Server): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () =>
    (closing ??= new Promise((resolve) => {
      const cut = setTimeout(() => server.closeAllConnections(), GRACE);
      // A client that keeps its connection would otherwise hold the server until it times out.
      const look = setInterval(() => server.closeIdleConnections(), LOOK);
      server.close(() => {
        clearTimeout(cut);
        clearInterval(look);
        resolve();
      });
    }));
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function describeFailure(cause: unknown, first: number, last: number, host: string): string {
  if (isAddressInUse(cause)) return `The ports ${first} to ${last} of ${host} are all taken: choose another one.`;
  return `Cannot listen on ${host}, port ${first}: ${cause instanceof Error ? cause.message : String(cause)}`;
}

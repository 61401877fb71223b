import { hostname, networkInterfaces } from "node:os";
import { DragomanError } from "../errors.ts";
import { LOOPBACK_HOSTS } from "../server/guard.ts";
import { TOKEN_VARIABLE } from "./commands/serve.ts";

/** Who may reach a server, and what they must know. */
export interface Access {
  /** Names by which it may be asked. */
  readonly allowedHosts: readonly string[];
  readonly token?: string;
}

/** A token that can be guessed is none. */
const SHORTEST_TOKEN = 16;
/** Addresses that stand for all of the machine. */
const EVERY_ADDRESS: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/**
 * Who may reach a server that listens on an address. On the loopback address a token is asked for only where one is set;
 * elsewhere there must be one. Throws `USAGE` where it is missing or too short, and for a name that no request would have.
 */
export function accessFor(host: string, given: readonly string[], token: string | undefined): Access {
  const names = given.map(nameInHostHeader);
  const written = inHostHeader(host);
  const isLoopback = LOOPBACK_HOSTS.includes(written) || /^127(?:\.\d{1,3}){3}$/.test(host);
  if (token === undefined || token === "") {
    if (isLoopback) return { allowedHosts: [...LOOPBACK_HOSTS, written, ...names] };
    throw new DragomanError(
      "USAGE",
      `others reach ${host}: set ${TOKEN_VARIABLE} to a token that they must know, such as one from: openssl rand -hex 32`,
    );
  }
  if (token.length < SHORTEST_TOKEN || !/^[\x21-\x7e]+$/.test(token)) {
    throw new DragomanError(
      "USAGE",
      `${TOKEN_VARIABLE} must hold at least ${SHORTEST_TOKEN} letters, digits or signs of ASCII without spaces`,
    );
  }
  const own = EVERY_ADDRESS.has(host) ? [host, hostname(), ...addresses()].map(inHostHeader) : [written];
  return { allowedHosts: [...LOOPBACK_HOSTS, ...own, ...names], token };
}

function addresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((each = []) => each.map(({ address }) => address));
}

/** An address of IPv6 stands in brackets there. */
function inHostHeader(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** A name as requests have it: in ASCII. */
function nameInHostHeader(name: string): string {
  const address = `http://${inHostHeader(name)}/`;
  if (!/[/?#@\\[\]]/.test(name) && URL.canParse(address)) return new URL(address).hostname;
  throw new DragomanError(
    "USAGE",
    `--name ${name} is no name of a host: write it alone, such as graph.example, without https://, port or path`,
  );
}

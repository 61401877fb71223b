import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { createApp, type AppOptions } from "../../src/server/app.ts";
import type { Graph } from "../../src/model/graph.ts";
import type { Problem } from "../../src/server/contract.ts";
import { serve, type Served } from "../../src/server/serve.ts";
import type { GraphSource } from "../../src/server/source.ts";
import type { QueryResult } from "../../src/stores/store.ts";
import { evidence, ringGraph } from "../helpers/graph.ts";
import { servedSource } from "../helpers/served-graph.ts";

/** What goes over the wire: a client that means harm writes what it likes. */

const TOKEN = "a-token-that-is-long-enough";
const EMPTY: QueryResult = { columns: [], rows: [], truncated: false };

let folder: string;
let source: GraphSource;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-static-"));
  mkdirSync(join(folder, "viewer"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "viewer", "index.html"), "<!doctype html>page");
  source = { ...servedSource(), query: async () => EMPTY };
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

async function start(options: AppOptions = {}, given: GraphSource = source): Promise<Served> {
  const served = await serve({ app: createApp(given, { viewer: join(folder, "viewer"), ...options }), port: 0 });
  open.push(served);
  return served;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | readonly string[];
}

/** Sends a request as it is: no path is tidied up, any Host header goes, a body of several parts goes without a length. */
async function send(
  { url }: Served,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const asking = request({ hostname, port, path, method, headers, agent: false });
  // A server that refuses a body may close before it has all of it.
  asking.on("error", () => undefined);
  for (const part of typeof body === "string" ? [body] : (body ?? [])) asking.write(part);
  asking.end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

/** Fails unless it is a problem (RFC 9457) with this status. */
function expectProblem({ status, headers, body }: Answer, expected: number): Problem {
  expect([status, headers["content-type"]]).toEqual([expected, "application/problem+json"]);
  const problem = JSON.parse(body) as Problem;
  expect(problem).toMatchObject({ type: "about:blank", status: expected });
  expect([problem.title, problem.detail]).not.toContain("");
  return problem;
}

const query = (headers: Readonly<Record<string, string>> = {}): Asked => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: '{"query":"RETURN 1"}',
});

describe("a path that leads out of the folder", () => {
  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/./../secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "//secret.txt",
    "/..;/secret.txt",
    "/api/../../secret.txt",
    "/api/article/..%2f..%2fsecret.txt",
    "/api/article/%2e%2e%2fsecret.txt",
    "/api/export/..%2fsecret.txt",
  ])("finds nothing: %s", async (path) => {
    const answer = await send(await start(), path);
    expect([400, 404]).toContain(answer.status);
    expect(expectProblem(answer, answer.status).detail).not.toBe("secret");
    expect(answer.body).not.toMatch(/^secret/);
  });
});

describe("a request that is too large", () => {
  const long = "x".repeat(40_000);

  it.each([
    ["by its length", `{"query":"${long}${long}"}`],
    ["without a length", ['{"query":"', long, long, '"}']],
  ])("is refused %s", async (_, body) => {
    expectProblem(await send(await start(), "/api/query", { ...query(), body }), 413);
  });

  it("is refused for its headers as well, and the server goes on", async () => {
    const served = await start();
    expect((await send(served, "/api/stats", { headers: { "X-Long": long } })).status).toBe(431);
    expect((await send(served, "/api/stats")).status).toBe(200);
  });
});

describe("a request from elsewhere", () => {
  it.each([
    ["a name of an attacker, as in DNS rebinding", { Host: "attacker.example" }, 421],
    ["a name that begins like ours", { Host: "127.0.0.1.attacker.example" }, 421],
    ["a page of another site", { Origin: "https://attacker.example" }, 403],
    ["a page of another port", { Origin: "http://127.0.0.1:1" }, 403],
    ["a sandboxed frame", { Origin: "null" }, 403],
    ["another site, whatever its Origin", { "Sec-Fetch-Site": "cross-site" }, 403],
  ])("is refused: %s", async (_, headers, status) => {
    expectProblem(await send(await start(), "/api/query", query(headers)), status);
  });

  it.each([
    ["embeds an answer", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" }, 403],
    ["fetches an answer", { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors" }, 403],
    ["is followed by a link", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" }, 200],
    ["is our own", { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors" }, 200],
  ])("that only reads, of a page that %s", async (_, headers, status) => {
    expect((await send(await start(), "/api/search?q=khan", { headers })).status).toBe(status);
  });

  it("is allowed no answer that its page could read", async () => {
    const { headers } = await send(await start(), "/api/stats", { headers: { Origin: "https://attacker.example" } });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    const preflight = await send(await start(), "/api/query", {
      method: "OPTIONS",
      headers: { Origin: "https://attacker.example", "Access-Control-Request-Method": "POST" },
    });
    expectProblem(preflight, 403);
  });
});

describe("what a route does not do", () => {
  it.each([
    ["DELETE", "/api/graph", 405, "GET, HEAD"],
    ["PUT", "/api/node/person:x", 405, "GET, HEAD"],
    ["GET", "/api/query", 405, "POST"],
    ["POST", "/index.html", 405, "GET, HEAD"],
    ["GET", "/api/none", 404, undefined],
  ])("%s %s is %i", async (method, path, status, allow) => {
    const answer = await send(await start(), path, { method });
    expectProblem(answer, status);
    expect(answer.headers.allow).toBe(allow);
  });

  it("is told of a media type that it does not take", async () => {
    expectProblem(await send(await start(), "/api/query", query({ "Content-Type": "text/plain" })), 415);
  });
});

describe("a client that asks too often", () => {
  it("is told when it may ask again", async () => {
    const served = await start({ requestsPerMinute: 3 });
    for (const _ of [1, 2, 3]) expect((await send(served, "/api/stats")).status).toBe(200);
    const answer = await send(served, "/api/stats");
    expectProblem(answer, 429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("has only so many queries answered at once", async () => {
    const { promise, resolve } = withResolvers<QueryResult>();
    let asked = 0;
    const ask = (): Promise<QueryResult> => {
      asked += 1;
      return promise;
    };
    const served = await start({}, { ...source, query: ask });
    const waiting = Array.from({ length: 16 }, () => send(served, "/api/query", query()));
    await vi.waitFor(
      () => {
        expect(asked).toBe(16);
      },
      { timeout: 10_000 },
    );
    const refused = await Promise.race([
      send(served, "/api/query", query()),
      vi.waitFor(
        () => {
          expect(asked).toBe(17);
        },
        { timeout: 10_000 },
      ),
    ]);
    if (refused === undefined) throw new Error("a seventeenth query was asked");
    expectProblem(refused, 429);
    resolve(EMPTY);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
    expect((await send(served, "/api/query", query())).status).toBe(200);
  });
});

describe("exports that nobody fetches to their end", () => {
  it("are only so many at once, and end with their clients", async () => {
    // More than fits between the two ends of a connection, and than can be compressed into that.
    const noise = (id: string): string => createHash("shake256", { outputLength: 5000 }).update(id).digest("hex");
    const ring = ringGraph(4000);
    const edges = [...ring.edges()].map((edge) => ({ ...edge, evidence: [evidence(noise(edge.id))] }));
    const graph = createGraph([...ring.nodes()], edges);
    const written = { begun: 0, ended: 0 };
    // Tells of each export whether it is still being written.
    const watched: Graph = {
      ...graph,
      edges: function* () {
        written.begun += 1;
        try {
          yield* graph.edges();
        } finally {
          written.ended += 1;
        }
      } as Graph["edges"],
    };
    const served = await start({}, { ...source, graph: watched });
    const stalled = await Promise.all(
      Array.from({ length: 16 }, (_, index) => stall(served, index % 4 === 0 ? "br" : "identity")),
    );
    // One more than those that are stalled: what there are in the graph is looked through once.
    await vi.waitFor(() => expect(written.begun).toBe(17), { timeout: 10_000 });
    expectProblem(await send(served, "/api/export/cypher"), 429);
    expect(written.ended).toBe(1);
    for (const response of stalled) response.destroy();
    await vi.waitFor(() => expect(written.ended).toBe(written.begun), { timeout: 10_000 });
    expect((await send(served, "/api/stats")).status).toBe(200);
  });
});

/** Begins to fetch an export and reads no further than its first bytes. */
async function stall({ url }: Served, encoding: string): Promise<IncomingMessage> {
  const headers = { "Accept-Encoding": encoding };
  const [response] = (await once(
    request(`${url}api/export/json?modalities=all`, { headers, agent: false }).end(),
    "response",
  )) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.pause();
  return response;
}

function withResolvers<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe("a token", () => {
  const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString("base64")}`;

  it.each([
    ["none", undefined, 401],
    ["another", "Bearer another-token-that-is-long", 401],
    ["a beginning of it", `Bearer ${TOKEN.slice(0, -1)}`, 401],
    ["nothing", "Bearer ", 401],
    ["it as the user's name", basic(`${TOKEN}:`), 401],
    ["it as a bearer token", `Bearer ${TOKEN}`, 200],
    ["it as a password", basic(`somebody:${TOKEN}`), 200],
    ["it as a password without a name", basic(`:${TOKEN}`), 200],
  ])("is asked of every request: %s", async (_, authorization, status) => {
    const served = await start({ token: TOKEN });
    const headers: Readonly<Record<string, string>> =
      authorization === undefined ? {} : { Authorization: authorization };
    for (const path of ["/", "/api/stats", "/api/openapi.json"]) {
      const answer = await send(served, path, { headers });
      expect([path, answer.status]).toEqual([path, status]);
      if (status === 401) {
        expectProblem(answer, 401);
        expect(answer.headers["www-authenticate"]).toMatch(/^Basic realm=/);
        expect(answer.body).not.toContain(TOKEN);
      }
    }
  });

  it("does not count in an address", async () => {
    expectProblem(await send(await start({ token: TOKEN }), `/api/stats?token=${TOKEN}`), 401);
  });
});

describe("what is sent", () => {
  it("is not sent again to a client that has it", async () => {
    const served = await start();
    for (const path of ["/api/graph", "/api/stats", "/api/node/person:imran-khan"]) {
      const { headers, body } = await send(served, path);
      expect(headers.etag).toMatch(/^"/);
      const again = await send(served, path, { headers: { "If-None-Match": headers.etag ?? "" } });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, "", headers.etag]);
      expect(again.headers["content-security-policy"]).toContain("default-src 'none'");
      const other = await send(served, path, { headers: { "If-None-Match": '"other"' } });
      expect([other.status, other.body]).toEqual([200, body]);
    }
  });

  it.each([
    ["br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["gzip;q=0.5, br;q=0.1", "gzip", gunzipSync],
  ])("is compressed as the client likes it: %s", async (accepted, encoding, decompress) => {
    const served = await start();
    for (const path of ["/api/graph", "/api/export/graphml"]) {
      const plain = await send(served, path);
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(plain.headers.vary).toMatch(/Accept-Encoding/i);
      const response = await fetchRaw(`${served.url.slice(0, -1)}${path}`, accepted);
      expect(response.encoding).toBe(encoding);
      expect(response.bytes.length).toBeLessThan(plain.body.length / 3);
      expect(decompress(response.bytes).toString("utf8")).toBe(plain.body);
    }
  });

  it("as compressed is known by the same tag", async () => {
    const served = await start();
    const { headers } = await send(served, "/api/graph", { headers: { "Accept-Encoding": "br" } });
    // Other bytes: it is a weak one.
    expect(headers.etag).toBe(`W/${(await send(served, "/api/graph")).headers.etag}`);
    const again = await send(served, "/api/graph", {
      headers: { "Accept-Encoding": "br", "If-None-Match": headers.etag ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("is nothing but headers where only these are asked for", async () => {
    const served = await start();
    for (const path of ["/api/stats", "/api/export/json"]) {
      const { status, headers, body } = await send(served, path, {
        method: "HEAD",
        headers: { "Accept-Encoding": "br" },
      });
      expect([status, headers["content-encoding"], body]).toEqual([200, undefined, ""]);
    }
  });

  it("is a part of the graph where that is asked for, as a file", async () => {
    const served = await start();
    const { headers, body } = await send(
      served,
      "/api/export/json?kinds=Person&relations=SPOKE_WITH&modalities=actual",
    );
    expect(headers["content-disposition"]).toBe('attachment; filename="graph.json"');
    const { nodes, edges } = JSON.parse(body) as {
      readonly nodes: readonly { readonly attributes: { readonly kind: string } }[];
      readonly edges: readonly { readonly attributes: { readonly type: string } }[];
    };
    expect(new Set(nodes.map(({ attributes }) => attributes.kind))).toEqual(new Set(["Person"]));
    expect(new Set(edges.map(({ attributes }) => attributes.type))).toEqual(new Set(["SPOKE_WITH"]));
    expectProblem(await send(served, "/api/export/graphml?flavor=docx"), 400);
    expectProblem(await send(served, "/api/export/graphml?around=person:nobody"), 404);
  });
});

/** The bytes as they came. */
async function fetchRaw(url: string, accepted: string): Promise<{ readonly encoding: string; readonly bytes: Buffer }> {
  const asking = request(url, { headers: { "Accept-Encoding": accepted }, agent: false }).end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { encoding: response.headers["content-encoding"] ?? "", bytes: Buffer.concat(chunks) };
}

describe("closing", () => {
  it("lets open requests end, and takes no more", async () => {
    const { promise, resolve } = withResolvers<QueryResult>();
    const { promise: asked, resolve: isAsked } = withResolvers<void>();
    const answering: GraphSource["query"] = () => {
      isAsked();
      return promise;
    };
    const served = await start({}, { ...source, query: answering });
    // A client that keeps its connection, as browsers do.
    const headers = { "Content-Type": "application/json" };
    const answer = fetch(`${served.url}api/query`, { method: "POST", headers, body: '{"query":"RETURN 1"}' });
    await asked;
    const closed = served.close();
    await expect(fetch(`${served.url}api/stats`)).rejects.toThrow("fetch failed");
    resolve(EMPTY);
    expect((await answer).status).toBe(200);
    const began = performance.now();
    await closed;
    // Node.js itself would keep it for more than three seconds.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { Article } from "../../src/model/article.ts";
import { createApp } from "../../src/server/app.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { entity } from "../helpers/graph.ts";
import { readOntology } from "../helpers/served-graph.ts";

const MARKUP = `<img src=x onerror="alert(1)"></script><script>alert(2)</script>`;

const hostile = entity("person:x", {
  label: MARKUP,
  aliases: [MARKUP],
  names: { en: [MARKUP] },
  sameAs: [MARKUP, `https://example.org/"><script>alert(3)</script>`],
});
const source: GraphSource = {
  graph: createGraph([hostile], []),
  positions: new Map(),
  ontology: readOntology(),
  article: (): Article => ({
    id: "0" as Article["id"],
    text: MARKUP,
    sources: [{ name: "x" }, { name: "y", url: "javascript:alert(1)" }],
  }),
  query: async () => ({ columns: [], rows: [], truncated: false }),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-static-"));
  mkdirSync(join(folder, "viewer", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "viewer", "index.html"), "<!doctype html>page");
  writeFileSync(join(folder, "viewer", "assets", "main-1a2b.js"), "export {};");
  symlinkSync(join(folder, "secret.txt"), join(folder, "viewer", "link.txt"));
  symlinkSync(folder, join(folder, "viewer", "up"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const app = (): ReturnType<typeof createApp> => createApp(source, { viewer: join(folder, "viewer") });

/** Asks for a path as it is: `new Request` would tidy it up, a client that means harm does not. */
async function requestRaw(path: string): Promise<Response> {
  const request = new Request("http://localhost/");
  Object.defineProperty(request, "url", { value: `http://localhost${path}` });
  return app().fetch(request);
}

describe("headers", () => {
  it.each(["/", "/assets/main-1a2b.js", "/api/graph", "/api/node/none", "/none"])("protect %s", async (path) => {
    const { headers } = await app().request(path);
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    for (const name of ["Opener-Policy", "Resource-Policy"]) {
      expect(headers.get(`Cross-Origin-${name}`)).toBe("same-origin");
    }
    expect(headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("keep what comes from articles out of the browser's cache", async () => {
    for (const path of ["/api/graph", "/api/article/x", "/api/node/none"]) {
      expect((await app().request(path)).headers.get("Cache-Control"), path).toBe("no-store");
    }
  });
});

describe("the Host header", () => {
  it.each([
    ["localhost", 200],
    ["localhost:7000", 200],
    ["LOCALHOST:7000", 200],
    ["127.0.0.1:7000", 200],
    ["[::1]:7000", 200],
    ["attacker.example", 421],
    ["attacker.example:7000", 421],
    ["localhost.attacker.example", 421],
    ["127.0.0.1.attacker.example:7000", 421],
    ["localhost:7000@attacker.example", 421],
    ["0.0.0.0:7000", 421],
    ["[::2]:7000", 421],
    ["", 421],
  ])("%s gives %i", async (host, status) => {
    for (const path of ["/api/stats", "/"]) {
      expect((await app().request(path, { headers: { Host: host } })).status).toBe(status);
    }
  });

  it("can be another one where that is asked for", async () => {
    const open = createApp(source, { allowedHosts: ["graph.example"] });
    expect((await open.request("/api/stats", { headers: { Host: "graph.example:80" } })).status).toBe(200);
    expect((await open.request("/api/stats", { headers: { Host: "localhost" } })).status).toBe(421);
  });
});

describe("the Origin of a query", () => {
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (
      await app().request("/api/query", {
        method: "POST",
        body: '{"query":"RETURN 1"}',
        headers: { Host: "127.0.0.1:7000", "Content-Type": "application/json", ...headers },
      })
    ).status;

  it.each([
    ["none, as from a program", {}, 200],
    ["the page's own", { Origin: "http://127.0.0.1:7000", "Sec-Fetch-Site": "same-origin" }, 200],
    ["another site", { Origin: "https://attacker.example" }, 403],
    ["another port of this machine", { Origin: "http://127.0.0.1:8000" }, 403],
    ["null, as from a sandboxed frame or a file", { Origin: "null" }, 403],
    ["none, but sent across sites", { "Sec-Fetch-Site": "cross-site" }, 403],
  ])("%s", async (_, headers, status) => {
    expect(await ask(headers)).toBe(status);
  });
});

describe("files", () => {
  it("are the page's, with their types", async () => {
    const page = await app().request("/");
    expect(await page.text()).toBe("<!doctype html>page");
    expect(page.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("Cache-Control")).toBe("no-cache");
    const script = await app().request("/assets/main-1a2b.js");
    expect(script.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("Cache-Control")).toContain("immutable");
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%5csecret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "//secret.txt",
    "/%00",
    "/%",
    "/link.txt",
    "/up/secret.txt",
    "/assets",
    "/assets/",
    "/index.html/",
  ])("are no others: %s", async (path) => {
    const response = await requestRaw(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/^secret/);
  });

  it("are found under a raw path as well", async () => {
    expect((await requestRaw("/index.html")).status).toBe(200);
  });

  it("cannot be written to", async () => {
    expect((await app().request("/index.html", { method: "POST" })).status).toBe(405);
  });

  it("must have been built", () => {
    for (const viewer of [join(folder, "none"), join(folder, "viewer", "assets")]) {
      expect(() => createApp(source, { viewer })).toThrow(expect.objectContaining({ code: "INPUT_UNREADABLE" }));
    }
  });
});

describe("text from articles", () => {
  it.each(["/api/node/person:x", "/api/search?q=img", "/api/article/x", "/api/graph"])(
    "is data, not markup, in %s",
    async (path) => {
      const response = await app().request(path);
      expect(response.headers.get("Content-Type")).toMatch(/^application\/json/);
      expect(JSON.stringify(await response.json())).toContain(JSON.stringify(MARKUP).slice(1, -1));
    },
  );

  it("does not become a link to a script", async () => {
    expect(await (await app().request("/api/article/x")).text()).not.toContain("javascript:");
  });

  it("is not markup in an error either", async () => {
    const response = await app().request(`/api/node/${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });
});

import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type AppOptions, createApp } from "../../src/server/app.ts";
import { serve, type Served } from "../../src/server/serve.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { launchBrowser } from "./browser.ts";
import { checkBuild } from "./cli.ts";
import { openSeedsSource } from "./seeds-graph.ts";

/** The built page. */
export const VIEWER = fileURLToPath(new URL("../../dist/viewer", import.meta.url));

export interface VisitOptions extends BrowserContextOptions {
  /** What stands behind the address of the page. */
  readonly hash?: string;
  /** The address of another server. */
  readonly url?: string;
  /** What the browser says on its console of answers that are errors on purpose. */
  readonly expected?: readonly RegExp[];
}

/** The page as it is built, on a real server and in a real browser. */
export interface TestViewer {
  readonly browser: Browser;
  readonly source: GraphSource;
  readonly url: string;
  /**
   * Opens the page, runs the steps, and fails when the page reports an error: an exception, a message on the console
   * (violations of the content security policy are among them), or an answer that is none.
   */
  readonly visit: (steps: (page: Page) => Promise<void>, options?: VisitOptions) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Serves a graph (that of the sample articles where none is given) and starts the browser at this path. */
export async function openViewer(executable: string, given?: GraphSource): Promise<TestViewer> {
  checkBuild(["src", "viewer"]);
  const seeds = given === undefined ? await openSeedsSource() : undefined;
  const source = given ?? seeds?.source;
  if (source === undefined) throw new TypeError("there is no graph");
  const served = await serveViewer(source);
  const browser = await launchBrowser(executable);
  return {
    browser,
    source,
    url: served.url,
    visit: (steps, options) => visit(browser, served.url, steps, options),
    close: async () => {
      await browser.close();
      await served.close();
      await seeds?.close();
    },
  };
}

/** Serves a graph with the built page. */
export function serveViewer(source: GraphSource, options: Omit<AppOptions, "viewer"> = {}): Promise<Served> {
  return serve({ app: createApp(source, { ...options, viewer: VIEWER }), port: 0 });
}

/** Passes requests below a path on to a server, as a server does that stands before several. */
export async function serveBelow(
  address: string,
  path: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const proxy = createServer((incoming, answer) => {
    const to = new URL((incoming.url ?? "").replace(path, ""), address);
    const headers = { ...incoming.headers, host: to.host };
    incoming.pipe(
      ask(to, { method: incoming.method ?? "GET", headers }, (from) => {
        answer.writeHead(from.statusCode ?? 500, from.headers);
        from.pipe(answer);
      }),
    );
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

async function visit(
  browser: Browser,
  served: string,
  steps: (page: Page) => Promise<void>,
  { hash = "", url = served, expected = [], ...options }: VisitOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Chromium complains of its own software rendering where pixels are read.
    if (![/GPU stall due to ReadPixels/, ...expected].some((pattern) => pattern.test(message.text())))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    // A search that is no longer wanted is stopped by the page itself.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("blob:")) {
      complaints.push(`left the server: ${request.url()}`);
    }
  });
  try {
    await page.goto(url + hash);
    await steps(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The picture is there. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => "dragoman" in globalThis);
}

export const panel = (page: Page): Locator => page.getByRole("article");
export const heading = (page: Page): Locator => panel(page).getByRole("heading", { level: 2 });
export const search = (page: Page): Locator => page.getByRole("combobox", { name: "Search the graph" });

/** A point of the page, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What tests ask of a page. */
interface PageGlobals {
  readonly dragoman: { readonly screenPosition: (id: string) => Point | undefined };
  readonly requestAnimationFrame: (callback: () => void) => void;
}

/** Where a node is drawn, when what is under way is drawn: the picture follows the camera with the next frame. */
export async function placeOf(page: Page, id: string): Promise<Point> {
  const place = await page.evaluate(async (node) => {
    const { dragoman, requestAnimationFrame } = globalThis as unknown as PageGlobals;
    for (let frame = 0; frame < 2; frame += 1) await new Promise<void>((resolve) => requestAnimationFrame(resolve));
    return dragoman.screenPosition(node);
  }, id);
  if (place === undefined) throw new Error(`${id} is not in the picture`);
  return place;
}

/** Waits until an element reads so, whatever spaces there are between its words. */
export async function expectText(locator: Locator, text: string | RegExp): Promise<void> {
  const read = async (): Promise<string> => (await locator.innerText()).replaceAll(/\s+/g, " ").trim();
  if (typeof text === "string") await expect.poll(read).toBe(text);
  else await expect.poll(read).toMatch(text);
}

import type { Browser } from "playwright-core";
import { layoutGraph } from "../../src/graph/layout.ts";
import type { Graph } from "../../src/model/graph.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { plantedGraph } from "../graph/planted.ts";
import { findBrowser, launchBrowser } from "../helpers/browser.ts";
import { openSeedsSource } from "../helpers/seeds-graph.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { placeOf, serveViewer } from "../helpers/viewer.ts";
import { figure, type Section } from "./measure.ts";

const ROUNDS = 3;
/** Nodes that the pointer is put on. */
const HOVERS = 20;

/** How long the page takes to open, and what pointing at a node costs, in a browser without a graphics card. */
export async function viewer(): Promise<Section> {
  const executable = findBrowser();
  if (executable === undefined) return { title: "The viewer was not measured: no browser", columns: [], rows: [] };
  const browser = await launchBrowser(executable);
  const seeds = await openSeedsSource();
  const rows: string[][] = [];
  try {
    rows.push(await measure(browser, "the sample articles", seeds.source));
    for (const [nodes, edges, communities] of [
      [1_000, 5_000, 10],
      [10_000, 50_000, 40],
    ] as const) {
      const source = sourceOf(plantedGraph({ nodes, edges, communities }));
      rows.push(await measure(browser, `${nodes} nodes, ${edges} edges`, source));
    }
  } finally {
    await seeds.close();
    await browser.close();
  }
  return {
    title: `The viewer in ${browser.version()}, drawn by the processor; the best of ${ROUNDS} visits:`,
    columns: ["graph", "to the first frame, ms", "script at a node under the pointer, ms"],
    rows,
  };
}

function sourceOf(graph: Graph): GraphSource {
  return { ...servedSource(), graph, positions: layoutGraph(graph, { seed: 1 }) };
}

async function measure(browser: Browser, name: string, source: GraphSource): Promise<string[]> {
  const served = await serveViewer(source);
  const visits: { readonly opened: number; readonly hover: number }[] = [];
  try {
    // The first visit makes what the server keeps.
    for (let round = 0; round <= ROUNDS; round += 1) visits.push(await visit(browser, served.url, source));
  } finally {
    await served.close();
  }
  const least = (of: "opened" | "hover"): string => figure(Math.min(...visits.slice(1).map((one) => one[of])));
  return [name, least("opened"), least("hover")];
}

interface Waiting {
  /** Milliseconds that scripts waited for the graphics, which here is the processor. */
  waited: number;
}

/**
 * Runs in the page. To find the node under the pointer sigma reads a pixel, and waits until all is drawn that it comes from:
 * without a graphics card that is most of the time, and none of it is script.
 */
function countWaiting(): void {
  const page = globalThis as unknown as Waiting & {
    WebGL2RenderingContext: { prototype: { readPixels: (...given: readonly unknown[]) => void } };
  };
  page.waited = 0;
  const { prototype } = page.WebGL2RenderingContext;
  const { readPixels } = prototype;
  prototype.readPixels = function (...given) {
    const began = performance.now();
    readPixels.apply(this, [...given]);
    page.waited += performance.now() - began;
  };
}

async function visit(
  browser: Browser,
  url: string,
  { graph }: GraphSource,
): Promise<{ readonly opened: number; readonly hover: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  try {
    const page = await context.newPage();
    await page.addInitScript(countWaiting);
    await page.goto(url);
    const isDrawn = (): boolean => performance.getEntriesByName("dragoman: first frame").length > 0;
    await page.waitForFunction(isDrawn, undefined, { timeout: 60_000 });
    const opened = await page.evaluate(() => performance.getEntriesByName("dragoman: first frame")[0]?.startTime ?? 0);

    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const scriptSeconds = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find((metric) => metric.name === "ScriptDuration")?.value ?? 0;
    };
    const actors = [...graph.nodes()].filter(({ type }) => type === "entity").slice(0, HOVERS);
    const places = [];
    for (const { id } of actors) places.push(await placeOf(page, id));
    const waited = (): Promise<number> => page.evaluate(() => (globalThis as unknown as Waiting).waited);
    const [scriptBefore, waitedBefore] = [await scriptSeconds(), await waited()];
    for (const { x, y } of places) await page.mouse.move(x, y);
    const script = ((await scriptSeconds()) - scriptBefore) * 1000;
    return { opened, hover: (script - (await waited()) + waitedBefore) / places.length };
  } finally {
    await context.close();
  }
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MultiDirectedGraph } from "graphology";
import type { SerializedGraph } from "graphology-types";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { expectText, heading, isReady, openViewer, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
/** A view that differs from the first one: a person is looked at, events are off, what is alleged is on. */
const HASH = "#node=person%3Aantony-blinken&no-kinds=Event&also-modalities=alleged";

describe.skipIf(executable === undefined)("taking away", () => {
  let viewer: TestViewer;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-take-"));
    viewer = await openViewer(executable ?? "");
  });
  afterAll(async () => {
    await viewer?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Chooses a line of the menu, and gives the file that it leads to. */
  async function take(page: Page, name: RegExp): Promise<string> {
    await page.getByRole("button", { name: "Take away" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name }).click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    await page.getByText(`${download.suggestedFilename()} is written.`).waitFor();
    return file;
  }

  /** How many nodes and facts the page says that it shows. */
  async function shown(page: Page): Promise<readonly number[]> {
    const text = await page.getByText(/^Showing \d+ of \d+ nodes/).innerText();
    return (/Showing (\d+) of .* and (\d+) of/.exec(text) ?? []).slice(1).map(Number);
  }

  it("gives the picture as it is seen, in the size that is chosen, and as shapes", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        const image = readFileSync(await take(page, /^PNG, 3840 × \d+ pixels$/));
        expect(image.subarray(1, 4).toString("latin1")).toBe("PNG");
        expect(image.readUInt32BE(16)).toBe(3840);
        // A picture of nothing but its ground is a few kilobytes.
        expect(image.length).toBeGreaterThan(60_000);

        const button = page.getByRole("button", { name: "Take away" });
        await page.getByRole("button", { name: "Close", exact: true }).last().press("Enter");
        expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);
        await button.click();
        await page.getByRole("menuitem", { name: "PNG of another width …" }).press("Enter");
        const dialog = page.getByRole("dialog", { name: "Width of the picture" });
        const width = dialog.getByRole("spinbutton", { name: "Pixels across" });
        const save = dialog.getByRole("button", { name: "Save" });
        for (const impossible of ["99", "16385", "", "1000.5"]) {
          await width.fill(impossible);
          expect(await save.isDisabled()).toBe(true);
        }
        await dialog.getByText("From 100 to 16,384:").waitFor();
        await width.fill("1234");
        const [download] = await Promise.all([page.waitForEvent("download"), width.press("Enter")]);
        expect(readFileSync(await download.path()).readUInt32BE(16)).toBe(1234);
        expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);

        const paints = (isAble: boolean): Promise<void> =>
          page.evaluate((able) => {
            const { prototype } = (
              globalThis as unknown as { HTMLCanvasElement: { prototype: { toBlob: unknown; first?: unknown } } }
            ).HTMLCanvasElement;
            prototype.first ??= prototype.toBlob;
            prototype.toBlob = able ? prototype.first : (done: (blob: null) => void) => done(null);
          }, isAble);
        await paints(false);
        await button.click();
        await page.getByRole("menuitem", { name: /^PNG, 1920/ }).click();
        await page.getByRole("alert").getByText("The browser cannot draw a picture this large.").waitFor();
        await paints(true);

        const svg = readFileSync(await take(page, /^SVG/), "utf8");
        const [nodes] = await shown(page);
        const middles = [...svg.matchAll(/<circle (cx="[^"]*" cy="[^"]*")/g)].map((match) => match[1]);
        expect(new Set(middles).size).toBe(nodes);
        expect(svg).toMatch(/font-weight="600"[^>]*>Antony Blinken</);
        expect(svg).toContain("<polygon");
        expect(svg, "what is planned").toContain("stroke-dasharray");
        expect(svg).toMatch(/<g id="relations"[^>]*>\n<g transform="translate/);
        // A file that is not well-formed shows no names.
        const opened = await page.context().newPage();
        await opened.goto(pathToFileURL(join(folder, "dragoman.svg")).href);
        expect(await opened.locator("text").allTextContents()).toContain("Antony Blinken");
      },
      { hash: HASH, reducedMotion: "reduce" },
    );
  });

  it("gives what is shown as data, and as a page that begins with the same view and gives it again without a server", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        const [nodes, facts] = await shown(page);
        const json = JSON.parse(readFileSync(await take(page, /^JSON/), "utf8")) as SerializedGraph;
        const graph = MultiDirectedGraph.from(json);
        expect([graph.order, graph.size]).toEqual([nodes, facts]);
        expect(graph.hasNode("person:antony-blinken")).toBe(true);
        expect(readFileSync(await take(page, /^CSV, table of the facts/), "utf8")).toContain("alleged");

        const failed = async (name: RegExp): Promise<string> => {
          await page.getByRole("button", { name: "Take away" }).click();
          await page.getByRole("menuitem", { name }).click();
          return (await page.getByRole("alert").innerText()).replaceAll(/\s+/g, " ");
        };
        await page.route("**/api/part/nodes.csv*", (route) =>
          route.fulfill({ status: 503, contentType: "application/problem+json", body: '{"detail":"Too busy."}' }),
        );
        expect(await failed(/^CSV, table of the nodes/)).toContain(
          "dragoman-nodes.csv could not be written: Too busy.",
        );

        const url = pathToFileURL(await take(page, /^HTML/)).href;
        await viewer.visit(
          async (opened) => {
            await isReady(opened);
            await expectText(heading(opened), "Antony Blinken");
            expect(await shown(opened)).toEqual([nodes, facts]);
            const graphml = readFileSync(await take(opened, /^GraphML/), "utf8");
            expect(graphml.match(/<node /g)).toHaveLength(nodes ?? 0);
            expect(graphml.match(/<edge /g)).toHaveLength(facts ?? 0);
            await opened.getByRole("button", { name: "Take away" }).click();
            expect(await opened.getByRole("menuitem", { name: /^HTML/ }).count()).toBe(0);
          },
          { url },
        );
      },
      { hash: HASH, expected: [/status of 503/] },
    );
  });

  it("copies a link that leads to exactly this view, and shows it where nothing may be copied", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        await page.getByRole("button", { name: "Zoom in" }).click();
        await page.waitForURL(/camera=/);
        const copy = async (): Promise<void> => {
          await page.getByRole("button", { name: "Take away" }).click();
          await page.getByRole("menuitem", { name: "Copy the link to this view" }).click();
        };
        await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
        await copy();
        await page.getByText("The link is copied.").waitFor();
        const link = await page.evaluate(() =>
          (
            globalThis as unknown as { navigator: { clipboard: { readText: () => Promise<string> } } }
          ).navigator.clipboard.readText(),
        );
        expect(link).toBe(page.url());
        expect(link).toMatch(/node=person%3Aantony-blinken.*no-kinds=Event.*camera=/);
        await page.evaluate(() =>
          Object.defineProperty((globalThis as unknown as { navigator: object }).navigator, "clipboard", {
            value: undefined,
          }),
        );
        await copy();
        expect(await page.getByRole("textbox", { name: /^The browser lets nothing be copied/ }).inputValue()).toBe(
          link,
        );
      },
      { hash: HASH, reducedMotion: "reduce" },
    );
  });
});

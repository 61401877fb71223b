import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { openLargeSource } from "../helpers/large-graph.ts";
import { expectText, heading, isReady, openViewer, panel, serveBelow, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();

describe.skipIf(executable === undefined)("1,000 nodes and 5,000 facts for everyone, and to take away", () => {
  let viewer: TestViewer;
  let large: Awaited<ReturnType<typeof openLargeSource>>;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-large-take-"));
    large = await openLargeSource();
    viewer = await openViewer(executable ?? "", large.source);
  });
  afterAll(async () => {
    await viewer?.close();
    await large?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const status = (page: Page) => page.getByText(/^Showing [\d,]+ of [\d,]+ nodes/);

  /** Chooses a line of the menu, and gives the file that it leads to. */
  async function take(page: Page, name: RegExp): Promise<string> {
    await page.getByRole("button", { name: "Take away" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name }).click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }

  it("gives the picture, the data and a page of its own of exactly what is shown", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        const [nodes, , facts] = ((await status(page).innerText()).match(/[\d,]+/g) ?? []).map((one) =>
          Number(one.replaceAll(",", "")),
        );
        const image = readFileSync(await take(page, /^PNG, 1920 × \d+ pixels$/));
        expect([image.subarray(1, 4).toString("latin1"), image.readUInt32BE(16)]).toEqual(["PNG", 1920]);
        const svg = readFileSync(await take(page, /^SVG/), "utf8");
        expect(new Set([...svg.matchAll(/<circle (cx="[^"]*" cy="[^"]*")/g)].map(([, at]) => at)).size).toBe(nodes);
        const graphml = readFileSync(await take(page, /^GraphML/), "utf8");
        expect([graphml.match(/<node /g)?.length, graphml.match(/<edge /g)?.length]).toEqual([nodes, facts]);
        const csv = readFileSync(await take(page, /^CSV, table of the facts/), "utf8");
        expect(csv.trimEnd().split("\r\n").length).toBe((facts ?? 0) + 1);
        await viewer.visit(
          async (opened) => {
            await isReady(opened);
            await expectText(heading(opened), "Person 0-0");
            await expectText(status(opened), `Showing ${nodes} of 960 nodes and ${facts} of ${facts} facts.`);
            await panel(opened).locator("button.row").first().click();
            await panel(opened).locator("blockquote").first().waitFor();
          },
          { url: pathToFileURL(await take(page, /^HTML/)).href },
        );
      },
      { hash: "#node=person%3A0-0&no-kinds=Event&confidence=0.8&unconnected=yes", reducedMotion: "reduce" },
    );
  });

  it("is walked by the keyboard alone to a quote, in a list that shows what the picture shows", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        const list = page.getByRole("list", { name: "List of nodes" });
        const first = list.getByRole("button", { name: "Person 0-0", exact: true });
        expect(await list.getByRole("listitem").count()).toBe(100);
        await first.focus();
        await page.keyboard.press("Shift+F10");
        await page.keyboard.type("1");
        await page.keyboard.press("Enter");
        await page
          .getByRole("status")
          .filter({ hasText: /^Done: focus\. / })
          .waitFor();
        const nodes = Number(/^Showing (\d+)/.exec(await status(page).innerText())?.[1]);
        await expect.poll(() => list.getByRole("listitem").count()).toBe(Math.min(100, nodes));
        await page.keyboard.press("/");
        await page.keyboard.type("Person 3-14");
        await page.keyboard.press("Enter");
        await page.locator("h2:focus").waitFor();
        await expectText(heading(page), "Person 3-14");
        const focused = page.locator(":focus");
        for (let presses = 0; (await focused.getAttribute("class")) !== "row"; presses += 1) {
          expect(presses).toBeLessThan(40);
          await page.keyboard.press("Tab");
        }
        await page.keyboard.press("Enter");
        await panel(page).locator("blockquote").first().waitFor();
      },
      { reducedMotion: "reduce" },
    );
  });

  it("speaks Urdu with names in Urdu, below another path, under the policy that lets no markup in", async () => {
    const below = await serveBelow(viewer.url, "/of/ours/");
    try {
      await viewer.visit(
        async (page) => {
          await isReady(page);
          await expectText(heading(page), "شخص 3-14");
          expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
          const isThere = await page.evaluate(`document.fonts.check('16px "Noto Nastaliq Urdu"', "ہے")`);
          expect(isThere).toBe(true);
          await expect(page.evaluate("document.body.innerHTML = '<b>markup</b>'")).rejects.toThrow(/TrustedHTML/);
        },
        { url: below.url, locale: "ur", hash: "#node=person%3A3-14", expected: [/TrustedHTML/] },
      );
    } finally {
      below.close();
    }
  });
});

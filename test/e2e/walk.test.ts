import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { expectText, heading, isReady, openViewer, panel, search, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const PICTURES = fileURLToPath(new URL("../../docs/walk/", import.meta.url));

/** The walk that README shows. `DRAGOMAN_PICTURES=1` takes its pictures anew. */
describe.skipIf(executable === undefined)("a minute in the viewer", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
  });
  afterAll(() => viewer?.close());

  async function picture(page: Page, name: string): Promise<void> {
    if (process.env["DRAGOMAN_PICTURES"] !== "1") return;
    mkdirSync(PICTURES, { recursive: true });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${PICTURES}${name}.png`, animations: "disabled" });
  }

  it("leads from the whole to a name, its sentences in three languages, an article and a time", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        await picture(page, "1-whole");

        await search(page).fill("بلاول");
        await search(page).press("Enter");
        await expectText(heading(page), "Bilawal Bhutto-Zardari");
        await picture(page, "2-name");

        await panel(page)
          .locator("div:has(> dt:text-is('spoke with'))")
          .getByRole("button", { name: /^Antony Blinken/ })
          .click();
        await expectText(heading(page), /^Antony Blinken spoke with Bilawal/);
        const urdu = panel(page).locator("figure:has(blockquote[lang=ur])").first();
        await urdu.evaluate((figure) => figure.scrollIntoView({ block: "end" }));
        await picture(page, "3-sentences");

        await urdu.getByRole("button", { name: /^Open the article/ }).click();
        await panel(page).locator("mark").first().waitFor();
        await picture(page, "4-article");

        await page.getByRole("button", { name: "Language and appearance" }).click();
        await page.getByRole("menuitemradio", { name: "اردو" }).click();
        await page.getByRole("button", { name: "زبان اور انداز" }).click();
        await page.getByRole("menuitemradio", { name: "تاریک" }).click();
        await page.getByRole("button", { name: "وقت کی لکیر" }).first().click();
        await page.locator(".dock svg, .dock canvas, .dock [role=group]").first().waitFor();
        expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
        await picture(page, "5-time");
      },
      { reducedMotion: "reduce", colorScheme: "light" },
    );
  });
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layoutGraph } from "../../src/graph/layout.ts";
import { plantedGraph } from "../graph/planted.ts";
import { findBrowser } from "../helpers/browser.ts";
import { servedSource } from "../helpers/served-graph.ts";
import {
  expectText,
  heading,
  isReady,
  openViewer,
  panel,
  placeOf,
  search,
  type TestViewer,
} from "../helpers/viewer.ts";

const executable = findBrowser();
const NODE = "person:0-1";

describe.skipIf(executable === undefined)("the viewer on 1,000 nodes and 5,000 facts", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    const graph = plantedGraph({ nodes: 1000, edges: 5000, communities: 10 });
    const source = { ...servedSource(), graph, positions: layoutGraph(graph, { seed: 1 }) };
    viewer = await openViewer(executable ?? "", source);
  });
  afterAll(() => viewer?.close());

  const status = (page: Page) => page.getByText(/^Showing [\d,]+ of [\d,]+ nodes/);

  it("is searched, looked into, cut down to a neighbourhood and coloured by communities, step by step and back", async () => {
    await viewer.visit(
      async (page) => {
        await isReady(page);
        await expectText(status(page), "Showing 1,000 of 1,000 nodes and 5,000 of 5,000 facts.");
        const { x, y } = await placeOf(page, NODE);
        expect(x > 0 && y > 0).toBe(true);

        await search(page).fill(NODE);
        await page.getByRole("listbox").getByRole("option").first().waitFor();
        await search(page).press("Enter");
        await expectText(heading(page), NODE);
        await panel(page).getByText("Explore from here").click();
        await panel(page)
          .getByRole("button", { name: /^1 step$/ })
          .click();
        await expect.poll(() => status(page).innerText()).not.toContain("Showing 1,000 of");
        await page.keyboard.press("Control+z");
        await expectText(status(page), /^Showing 1,000 of 1,000 nodes/);

        await page.getByRole("button", { name: "How it is drawn" }).click();
        await page.getByRole("menuitemradio", { name: "By community" }).click();
        await page.getByRole("button", { name: /^Undo: / }).waitFor();
        await page.reload();
        await isReady(page);
        expect(new URL(page.url()).hash).toContain("colour=community");
        await expectText(heading(page), NODE);

        await panel(page).locator("button.row").first().click();
        await panel(page).locator("blockquote").first().waitFor();
      },
      { reducedMotion: "reduce" },
    );
  });
});

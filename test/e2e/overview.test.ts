import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { type StarSource, starSource } from "../helpers/star-graph.ts";
import { expectText, heading, openViewer, panel, search, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();

describe.skipIf(executable === undefined)("the overview of a graph of very many nodes", () => {
  let viewer: TestViewer;
  let star: StarSource;
  beforeAll(async () => {
    star = starSource(20_100);
    viewer = await openViewer(executable ?? "", star);
  });
  afterAll(() => viewer?.close());

  const shows = (page: Page, nodes: string): Promise<void> =>
    expectText(page.getByText(/^Showing/), new RegExp(`^Showing ${nodes} of 20,101 nodes`));
  const expand = async (page: Page): Promise<void> => {
    await panel(page).getByText("Explore from here").click();
    await panel(page).getByRole("button", { name: "Show hidden neighbours" }).click();
  };

  it("says that it is one, and grows by what is asked for", async () => {
    await viewer.visit(
      async (page) => {
        await page.getByText("This graph has 20,101 nodes: you see the 1,500 with most facts.").waitFor();
        await shows(page, "1,500");
        await search(page).fill("State 19999");
        await page.getByRole("option", { name: /^State 19999/ }).click();
        await expectText(heading(page), "State 19999");
        await shows(page, "1,501");
        await expand(page);
        await page.getByText("Nothing is hidden around State 19999.").waitFor();
        await page.keyboard.press("Escape");
        await shows(page, "1,500");
        // Of very many neighbours those that come first are shown already: more are fetched.
        await page.goto(`${viewer.url}#node=${star.centre}`);
        await expectText(heading(page), "Centre");
        await expand(page);
        await page.getByRole("dialog").getByRole("button", { name: "The 50 with most facts" }).click();
        await shows(page, "1,550");
        await page.keyboard.press("Control+z");
        await shows(page, "1,500");
      },
      { reducedMotion: "reduce" },
    );
  });

  it("shows a fact that a link leads to, though one of its ends was not there", async () => {
    const [fact] = star.graph.edgesOf("gov:19998");
    await viewer.visit(
      async (page) => {
        await expectText(heading(page), /State 19998/);
        await shows(page, "1,501");
        expect(await page.getByRole("img", { name: /^Picture of the graph: 1,501 nodes, 1,502 facts/ }).count()).toBe(
          1,
        );
      },
      { reducedMotion: "reduce", hash: `#fact=${fact?.id}` },
    );
  });
});

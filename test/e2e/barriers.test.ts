import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectNoBarriers } from "../helpers/barriers.ts";
import { findBrowser } from "../helpers/browser.ts";
import { expectText, heading, isReady, openViewer, panel, search, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const BLINKEN = "person:antony-blinken";
const BILAWAL = "person:bilawal-bhutto-zardari";
const FORMS = ["It is the same as …", "A part of it is another …", "It is called otherwise …", "It is nothing …"];

/** Every panel, in every look. */
describe.skipIf(executable === undefined)("nobody is kept out", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
  });
  afterAll(() => viewer?.close());

  type Steps = (page: Page, seen: (view: string) => Promise<void>) => Promise<void>;
  const visit = (hash: string, steps: Steps): Promise<void> =>
    viewer.visit(
      async (page) => {
        await isReady(page);
        await steps(page, (view) => expectNoBarriers(page, view));
      },
      { reducedMotion: "reduce", hash, expected: [/status of 404/] },
    );
  const button = (page: Page, name: string | RegExp) => panel(page).getByRole("button", { name }).first();
  const factOf = (relation: string): string => {
    const found = [...viewer.source.graph.edges()].find((edge) => edge.relation === relation);
    return `#fact=${encodeURIComponent(found?.id ?? "")}`;
  };

  it("of the overview, its filters and the search", async () => {
    await visit("", async (page, seen) => {
      await seen("overview");
      await search(page).fill("bl");
      await page.getByRole("listbox").getByRole("option").first().waitFor();
      await seen("suggestions");
      await search(page).fill("qqqq");
      await page.getByText("No name matches.").waitFor();
      await seen("no suggestion");
      await search(page).press("Escape");
      await page.getByLabel("From", { exact: true }).fill("2022-05-01");
      await page.getByLabel("To", { exact: true }).fill("2021-05-01");
      await page.getByText("The end lies before the beginning").waitFor();
      await seen("a time that ends before it begins");
    });
  });

  it("of a node and of what can be decided about it", async () => {
    await visit(`#node=${BLINKEN}`, async (page, seen) => {
      await panel(page).getByText("Explore from here").click();
      await seen("node");
      await panel(page).getByText("Why this is one").click();
      await button(page, "It is nothing …").waitFor();
      await seen("identity");
      for (const form of FORMS) {
        await button(page, form).click();
        await panel(page).getByRole("form", { name: form }).waitFor();
        await seen(form);
        await page.keyboard.press("Escape");
      }
      await page.goto(`${viewer.url}#node=person%3Anobody`);
      await page.getByRole("alert").waitFor();
      await seen("a node that is not there");
    });
  });

  it("of a fact, its article, an event and what contradicts", async () => {
    await visit(factOf("DENIED"), async (page, seen) => {
      await panel(page).getByRole("region", { name: "What else is said of it" }).waitFor();
      await button(page, "This is wrong …").click();
      await panel(page).getByRole("form").waitFor();
      await seen("fact");
      await button(page, /^Open the article/).click();
      await button(page, /facts from this sentence$/).click();
      await panel(page).locator(".sentence-facts").waitFor();
      await seen("article");
      await page.goto(`${viewer.url}#article=001_7d70f8e804b6c5f2&of=${BILAWAL}`);
      await panel(page).locator("[lang=ur]").first().waitFor();
      await seen("article in Urdu");
      const call = [...viewer.source.graph.nodes()].find(({ id }) => id.startsWith("event:call-2022-05-06"));
      await page.goto(`${viewer.url}#node=${encodeURIComponent(call?.id ?? "")}`);
      await panel(page).locator(".event-card").waitFor();
      await seen("event");
    });
  });

  it("of what is picked, of paths, and of all decisions", async () => {
    await visit(`#picked=${BLINKEN}&picked=gov%3APK&panel=picked`, async (page, seen) => {
      await expectText(heading(page), "2 nodes picked");
      await button(page, "They are one").click();
      await panel(page).getByText("They are of several kinds").waitFor();
      await seen("picked");
      await page.goto(`${viewer.url}#from=${BLINKEN}&to=person%3Aqamar-javed-bajwa`);
      await panel(page).locator("blockquote").first().waitFor();
      await seen("path");
      await page.goto(`${viewer.url}#from=${BLINKEN}&to=person%3Aomar-saeed-sheikh`);
      await panel(page).getByText("No chain of at most 4 steps").waitFor();
      await seen("no path");
      await page.goto(viewer.url + factOf("DENIED"));
      await button(page, "This is wrong …").click();
      await button(page, "Record").click();
      await page.getByText("Recorded in the journal.").waitFor();
      await page.keyboard.press("Escape");
      await page.getByText("Decisions of people").click();
      await page.locator(".verdicts").last().getByRole("listitem").first().waitFor();
      await viewer.source.curation?.decide({ decision: { type: "note", id: "person:antony-blinken", text: "seen" } });
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      await page.getByText("The graph has changed since it was loaded.").waitFor();
      await seen("what is recorded, all decisions, and that somebody else has decided something");
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { edge, entity, evidence } from "../helpers/graph.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { expectText, heading, openViewer, panel, serveViewer, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const URDU = "001_7d70f8e804b6c5f2";
const GERMAN = "000_26e7d26395f65de3";

describe.skipIf(executable === undefined)("evidence in the viewer", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
  });
  afterAll(async () => {
    await viewer?.close();
  });

  const factOf = (relation: string, source: string, target: string): string => {
    const found = [...viewer.source.graph.edges()].find(
      (fact) => fact.relation === relation && fact.source === source && fact.target === target,
    );
    return `#fact=${encodeURIComponent(found?.id ?? "")}`;
  };

  it("marks in every quote, in its own script, the words for who, to whom and what", async () => {
    await viewer.visit(
      async (page) => {
        const german = panel(page).locator("blockquote[lang=de]").first();
        await expectText(german.locator(".word-source").first(), "Antony Blinken");
        await expectText(german.locator(".word-target").first(), "Bilawal Bhutto-Zardari");
        expect(await german.locator(".word-deed").allInnerTexts()).toContain("Telefongespräch");
        const urdu = panel(page).locator("blockquote[lang=ur]").first();
        await expectText(urdu.locator(".word-source").first(), "اینٹونی بلنکن");
        expect(await urdu.getAttribute("dir")).toBe("rtl");
        // The marks leave the quote as it is.
        const [first] =
          viewer.source.graph.edge(decodeURIComponent(page.url().split("#fact=")[1] ?? ""))?.evidence ?? [];
        await expectText(german, (first?.text ?? "").replaceAll(/\s+/g, " "));
        await expectText(heading(page).locator(".word-deed"), "spoke with");
      },
      { hash: factOf("SPOKE_WITH", "person:antony-blinken", "person:bilawal-bhutto-zardari") },
    );
  });

  it("puts a denial beside what it denies", async () => {
    await viewer.visit(
      async (page) => {
        const sides = panel(page).getByRole("region", { name: "What else is said of it" }).getByRole("listitem");
        await sides.nth(1).waitFor();
        expect(await sides.nth(0).getAttribute("aria-current")).toBe("true");
        expect(await sides.nth(0).innerText()).toContain("zurückgewiesen");
        await sides
          .nth(1)
          .getByRole("button", { name: /accused/ })
          .click();
        await expectText(heading(page), /Imran Khan accused United States$/);
      },
      { hash: factOf("DENIED", "gov:US", "person:imran-khan") },
    );
  });

  it("shows of an event who took part as what, when, and of a state who held which office", async () => {
    const call = [...viewer.source.graph.nodes()].find(({ id }) => id.startsWith("event:call-2022-05-06"));
    await viewer.visit(
      async (page) => {
        const card = panel(page).locator(".event-card");
        await expectText(card, /^Type Call Date May 6, 2022 Status held participant .*Blinken/);
        // Who takes part stands in the card, and not again below it.
        const others = panel(page).getByRole("region", { name: "Who and where" });
        expect(await others.getByText("Antony Blinken").count()).toBe(0);
        await card
          .getByRole("listitem")
          .filter({ hasText: "Blinken" })
          .getByRole("button", { name: "2 articles" })
          .click();
        await expectText(heading(page), /^Antony Blinken took part in Call: /);
        await page.goto(`${viewer.url}#node=${encodeURIComponent("gov:PK")}`);
        const offices = panel(page).getByRole("region", { name: "Offices" });
        await offices.getByRole("heading", { name: "Foreign Minister" }).waitFor();
        expect(await offices.getByRole("button").allInnerTexts()).toContainEqual(expect.stringContaining("Qureshi"));
      },
      { hash: `#node=${encodeURIComponent(call?.id ?? "")}` },
    );
  });

  it("leads from a node to where an article speaks of it, and from there to other nodes and to the facts", async () => {
    await viewer.visit(
      async (page) => {
        await panel(page).getByRole("region", { name: "Articles" }).getByRole("button", { name: URDU }).click();
        await page.getByText(/^1 of \d+ mentions$/).waitFor();
        const sought = panel(page).locator(".sought").first();
        await expectText(sought, "بلاول بھٹو");
        await expect.poll(() => isSeen(sought)).toBe(true);
        await page.getByRole("button", { name: "Next mention" }).click();
        await page.getByText(/^2 of \d+ mentions$/).waitFor();
        const current = panel(page).locator(".sought.current");
        expect(await current.getAttribute("data-stop")).toBe(
          await panel(page).locator(".sought").nth(1).getAttribute("data-stop"),
        );
        await expect.poll(() => isSeen(current)).toBe(true);
        // The Tab key enters the text there; in a text that runs to the left, the arrow to the left goes on.
        expect(await current.getAttribute("tabindex")).toBe("0");
        await current.focus();
        await page.keyboard.press("ArrowLeft");
        const focused = Number(await page.locator(":focus").getAttribute("data-stop"));
        expect(focused).toBeGreaterThan(Number(await current.getAttribute("data-stop")));

        await panel(page)
          .getByRole("button", { name: /facts from this sentence$/ })
          .first()
          .click();
        await panel(page)
          .locator(".sentence-facts")
          .getByRole("button", { name: /spoke with/ })
          .waitFor();
        await panel(page).getByRole("link", { name: "نیڈ پرائس" }).first().click();
        await expectText(heading(page), "Ned Price");
        await page.goBack();
        await panel(page).locator(".sentence-facts, .article-text").first().waitFor();
        await page.getByRole("button", { name: "Show in the picture" }).click();
        expect(await page.getByRole("button", { name: "Show in the picture" }).getAttribute("aria-pressed")).toBe(
          "true",
        );
      },
      { hash: `#node=${encodeURIComponent("person:bilawal-bhutto-zardari")}` },
    );
  });

  it("is one stop of the Tab key in an article, in which arrow keys go from mention to mention", async () => {
    await viewer.visit(
      async (page) => {
        const text = panel(page).getByRole("group", { name: /^Text/ });
        await text.waitFor();
        expect(await text.locator("[tabindex='0']").count()).toBe(1);
        await text.locator("[tabindex='0']").focus();
        const focused = page.locator(":focus");
        await expectText(focused, "Antony Blinken");
        await page.keyboard.press("ArrowRight");
        await expectText(focused, "Bilawal Bhutto");
        expect(await text.locator("[tabindex='0']").count()).toBe(1);
        // As with any link, Control opens another page.
        const opened = page.context().waitForEvent("page");
        await focused.click({ modifiers: ["ControlOrMeta"] });
        expect((await opened).url()).toContain(encodeURIComponent("person:bilawal-bhutto-zardari"));
        await (await opened).close();
        await text.waitFor();
        // Words for several nodes ask which is meant.
        await text.getByRole("link", { name: "beide Seiten" }).first().focus();
        await page.keyboard.press("Enter");
        await page.getByRole("menu", { name: "It speaks of" }).waitFor();
        await page.keyboard.press("Enter");
        await expectText(heading(page), "Antony Blinken");
      },
      { hash: `#article=${GERMAN}` },
    );
  });

  it("shows an article also where the sentence of a link is gone, and says so", async () => {
    await viewer.visit(
      async (page) => {
        await panel(page)
          .getByText(/^The sentence that the link names was not found/)
          .waitFor();
        await panel(page)
          .getByRole("group", { name: /^Text/ })
          .getByRole("link", { name: "Antony Blinken" })
          .first()
          .waitFor();
        expect(await panel(page).locator("mark").count()).toBe(0);
      },
      { hash: `#article=${GERMAN}&fact=fact:0`, expected: [/404/] },
    );
  });

  it("shows of a fact with many sentences the first, says how many there are, and gives more", async () => {
    const said = Array.from({ length: 120 }, (_, index) => evidence(`They met: ${index}.`, { article: `a${index}` }));
    const graph = createGraph([entity("a"), entity("b")], [edge("f", "a", "MET", "b", { evidence: said })]);
    const served = await serveViewer({ ...servedSource(), graph });
    try {
      await viewer.visit(
        async (page) => {
          const quotes = panel(page).locator("blockquote");
          await panel(page).getByRole("heading", { name: "120 sentences say so (50/120)" }).waitFor();
          expect(await quotes.count()).toBe(50);
          await panel(page).getByRole("button", { name: "Show 50 more" }).click();
          await panel(page).getByRole("heading", { name: "120 sentences say so (100/120)" }).waitFor();
          // What is there stays, and so does the focus.
          await expectText(page.locator(":focus"), "Show 20 more");
          await page.keyboard.press("Enter");
          await expect.poll(() => quotes.count()).toBe(120);
          await expectText(quotes.last(), "They met: 119.");
        },
        { hash: "#fact=f", url: served.url },
      );
    } finally {
      await served.close();
    }
  });

  it("says that the graph has been changed elsewhere, and shows it when that is wanted", async () => {
    await viewer.visit(
      async (page) => {
        await expectText(heading(page), "Bilawal Bhutto-Zardari");
        const rename = { type: "rename", id: "person:bilawal-bhutto-zardari", name: "Bilawal Zardari" } as const;
        const renamed = viewer.source.curation?.decide({ decision: rename });
        await renamed;
        // The page asks when somebody comes back to it, without waiting for its next turn.
        await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        await page.getByText("The graph has changed since it was loaded.").waitFor();
        await expectText(heading(page), "Bilawal Bhutto-Zardari");
        await page.getByRole("button", { name: "Show it as it is now" }).click();
        await expectText(heading(page), "Bilawal Zardari");
        await expect.poll(() => page.getByText("The graph has changed").count()).toBe(0);
        await page.keyboard.press("Escape");
        const { verdict } = (await renamed) ?? { verdict: "" };
        await viewer.source.curation?.decide({ decision: { type: "undo", verdict } });
        await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        await page.getByRole("button", { name: "Show it as it is now" }).click();
        await page.getByRole("button", { name: "Bilawal Bhutto-Zardari", exact: true }).waitFor();
        // What had the focus is gone: it goes on in its place.
        expect(await page.locator(":focus").getAttribute("role")).toBe("status");
      },
      { hash: `#node=${encodeURIComponent("person:bilawal-bhutto-zardari")}` },
    );
  });
});

async function isSeen(locator: ReturnType<typeof heading>): Promise<boolean> {
  const box = await locator.boundingBox();
  return box !== null && box.y > 0 && box.y + box.height < 800;
}

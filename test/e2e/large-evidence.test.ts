import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { HUB, openLargeSource } from "../helpers/large-graph.ts";
import { expectText, heading, isReady, openViewer, panel, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();

describe.skipIf(executable === undefined)("the evidence of 5,000 facts, their times, and questions to them", () => {
  let viewer: TestViewer;
  let large: Awaited<ReturnType<typeof openLargeSource>>;
  beforeAll(async () => {
    large = await openLargeSource();
    viewer = await openViewer(executable ?? "", large.source);
  });
  afterAll(async () => {
    await viewer?.close();
    await large?.close();
  });

  const visit = (hash: string, steps: (page: Page) => Promise<void>): Promise<void> =>
    viewer.visit(
      async (page) => {
        await isReady(page);
        await steps(page);
      },
      { reducedMotion: "reduce", hash },
    );

  it("leads from a fact to its quote, its article, all that is spoken of there, and back to the graph", async () => {
    const edges = [...large.source.graph.edges()];
    const mentioned = new Set(edges.flatMap(({ relation, source }) => (relation === "MENTIONED_IN" ? [source] : [])));
    const fact = edges.find(
      ({ evidence, relation, source }) =>
        evidence[0]?.language === "ur" && relation === "SPOKE_WITH" && mentioned.has(source),
    );
    const who = large.source.graph.node(fact?.source ?? "");
    await visit(`#fact=${encodeURIComponent(fact?.id ?? "")}`, async (page) => {
      const quote = panel(page).locator("blockquote[lang=ur][dir=rtl]").first();
      await expectText(quote, fact?.evidence[0]?.text ?? "");
      await expectText(quote.locator(".word-deed"), "بات کی");
      expect(await panel(page).innerText()).toMatch(/Outlet \d/);
      await panel(page)
        .getByRole("button", { name: /^Open the article/ })
        .first()
        .click();
      await expectText(panel(page).locator("mark").first(), fact?.evidence[0]?.text ?? "");
      await panel(page).locator("mark").getByRole("link").first().click();
      await expectText(heading(page), who?.label ?? "");
      await panel(page)
        .getByRole("region", { name: /^Articles/ })
        .getByRole("button")
        .first()
        .click();
      await page.getByText(/^1 of \d+ mentions?$/).waitFor();
      await page.getByRole("button", { name: "Show in the picture" }).click();
    });
  });

  it("shows an event with its participants, and when it was among all that its people did", async () => {
    await visit("#node=event%3Acall-3&dock=timeline", async (page) => {
      const card = panel(page).locator(".event-card");
      await expectText(card, /^Type Call Date February 21, 2021 Status held participant Person 3-/);
      expect(await card.getByRole("listitem").count()).toBe(4);
      await card.getByRole("button", { name: "Person 3-0" }).first().click();
      await expectText(heading(page), "Person 3-0");
      const rows = page.getByRole("list", { name: "What happened" }).getByRole("listitem");
      await rows.filter({ hasText: "Call 3" }).first().waitFor();
      expect(await rows.count()).toBeGreaterThan(3);
    });
  });

  it("answers questions, whose rows the picture shows", async () => {
    await visit("#dock=query", async (page) => {
      const dock = page.getByRole("region", { name: "Query", exact: true });
      const editor = dock.getByRole("textbox", { name: "Query in Cypher" });
      await editor.focus();
      await page.keyboard.insertText("MATCH (p:Person {id: 'person:0-0'})-[r:MET]-(o) RETURN p, r, o");
      await editor.press("Control+Enter");
      await dock.getByText(/^\d+ rows$/).waitFor();
      const met = [...large.source.graph.edges()].filter(
        ({ relation, source, target }) => relation === "MET" && [source, target].some((id) => id === HUB),
      );
      const nodes = new Set(met.flatMap(({ source, target }) => [source, target]));
      await dock.getByText(`In it: ${nodes.size} nodes, ${met.length} facts.`).waitFor();
      await dock.getByRole("button", { name: "Show only these" }).click();
      await page.getByText(new RegExp(`^Showing ${nodes.size} of 1,000 nodes`)).waitFor();
    });
  });
});

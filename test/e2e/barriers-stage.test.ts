import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { expectNoBarriers } from "../helpers/barriers.ts";
import { findBrowser } from "../helpers/browser.ts";
import { starSource } from "../helpers/star-graph.ts";
import { isReady, openViewer, serveViewer, type TestViewer, type VisitOptions } from "../helpers/viewer.ts";

const executable = findBrowser();
const BLINKEN = "person:antony-blinken";

/** Every menu, what lies around the picture, and the page where there is little or very much to show, in every look. */
describe.skipIf(executable === undefined)("nobody is kept out", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
  });
  afterAll(() => viewer?.close());

  type Steps = (page: Page, seen: (view: string) => Promise<void>) => Promise<void>;
  const visit = (steps: Steps, options: VisitOptions = {}): Promise<void> =>
    viewer.visit((page) => steps(page, (view) => expectNoBarriers(page, view)), {
      reducedMotion: "reduce",
      ...options,
    });
  /** Opens the page of another graph. */
  const visitOther = async (source: GraphSource, steps: Steps, hash = ""): Promise<void> => {
    const served = await serveViewer(source);
    try {
      await visit(steps, { url: served.url, hash, expected: [/status of 503/] });
    } finally {
      await served.close();
    }
  };
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole("button", { name }).first().click();

  it("of the menus", async () => {
    await visit(
      async (page, seen) => {
        await isReady(page);
        for (const menu of [
          "Language and appearance",
          "Take away",
          "How it is drawn",
          "What to do with Antony Blinken",
        ]) {
          await press(page, menu);
          await page.getByRole("menu", { name: menu }).waitFor();
          await seen(menu);
          await page.keyboard.press("Escape");
        }
        await press(page, "Take away");
        await page.getByRole("menuitem", { name: "PNG of another width …" }).click();
        await page.getByRole("dialog").waitFor();
        await seen("the width of a picture");
        await page.keyboard.press("Escape");
        await press(page, "Take away");
        await page.getByRole("menuitem", { name: /^SVG/ }).click();
        await page.getByText("dragoman.svg is written.").waitFor();
        await press(page, "Pick with a lasso");
        await page.getByText("Draw around the nodes").waitFor();
        await seen("what is written, and a hint");
        await page.goto(`${viewer.url}#stage=`);
        await page.locator(".stage").getByRole("status").filter({ hasText: "Nothing" }).waitFor();
        await seen("an empty picture");
      },
      { hash: `#node=${BLINKEN}` },
    );
  });

  it("of the timeline, and of queries with their answers", async () => {
    await visit(
      async (page, seen) => {
        await page.getByRole("list", { name: "What happened" }).getByRole("listitem").first().waitFor();
        await seen("timeline");
        await press(page, "Query");
        const editor = page.getByRole("textbox", { name: "Query in Cypher" });
        const ask = async (query: string): Promise<void> => {
          await editor.press("Control+a");
          await editor.press("Delete");
          await page.keyboard.insertText(query);
          await editor.press("Control+Enter");
        };
        await editor.waitFor();
        await seen("query");
        await ask(
          "MATCH (p:Person)-[r]->(o) WHERE o.id <> $other RETURN p, r, o, 1.5, true, [p, 'زبان'], null LIMIT 9",
        );
        await page.getByText("9 rows", { exact: true }).waitFor();
        await seen("rows");
        await ask("MATCH (n RETURN n");
        await page.getByRole("alert").waitFor();
        await seen("a query that is wrong");
      },
      { hash: `#node=${BLINKEN}&dock=timeline&colour=community&size=texts`, expected: [/status of 400/] },
    );
  });

  it("who reads Urdu or German", async () => {
    for (const locale of ["ur", "de"]) {
      await visit(
        async (page, seen) => {
          await page.locator(".happenings li").first().waitFor();
          await seen(locale);
          await page.locator("button.row").first().click();
          await page.locator("blockquote").first().waitFor();
          await seen(`fact, ${locale}`);
        },
        { locale, hash: `#node=${BLINKEN}&dock=timeline&colour=community` },
      );
    }
  });

  it("of a graph of very many nodes, and of the question before many are shown", async () => {
    await visitOther(starSource(20_100), async (page, seen) => {
      await page.getByText("This graph has 20,101 nodes").waitFor();
      await isReady(page);
      await seen("the part of a graph");
    });
    const star = starSource(60);
    await visitOther(
      star,
      async (page, seen) => {
        await page.getByText("Explore from here").click();
        await press(page, "Show 60 hidden neighbours");
        await page.getByRole("dialog").waitFor();
        await seen("the question");
      },
      `#node=${star.centre}&stage=${star.centre}`,
    );
  });

  it("of a graph that is empty, or not there", async () => {
    await visitOther({ ...viewer.source, graph: createGraph([], []) }, async (page, seen) => {
      await page.getByRole("heading", { name: "This graph is empty" }).waitFor();
      await seen("an empty graph");
      await page.route("**/api/graph*", (route) => route.fulfill({ status: 503, body: "" }));
      await page.reload();
      await page.getByRole("alert").waitFor();
      await seen("a graph that cannot be loaded");
    });
  });
});

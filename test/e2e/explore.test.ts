import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Served } from "../../src/server/serve.ts";
import { findBrowser } from "../helpers/browser.ts";
import { type StarSource, starSource } from "../helpers/star-graph.ts";
import {
  expectText,
  heading,
  isReady,
  openViewer,
  panel,
  placeOf,
  type Point,
  serveViewer,
  type TestViewer,
  type VisitOptions,
} from "../helpers/viewer.ts";

const executable = findBrowser();
const BLINKEN = "person:antony-blinken";
const BILAWAL = "person:bilawal-bhutto-zardari";

describe.skipIf(executable === undefined)("exploring", () => {
  let viewer: TestViewer;
  let star: StarSource;
  let starServer: Served;

  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
    star = starSource(120);
    starServer = await serveViewer(star);
  });
  afterAll(async () => {
    await starServer?.close();
    await viewer?.close();
  });

  /** Opens the page with a picture that is at rest at once. */
  const visit = (steps: (page: Page) => Promise<void>, options: VisitOptions = {}): Promise<void> =>
    viewer.visit(
      async (page) => {
        await isReady(page);
        await steps(page);
      },
      { reducedMotion: "reduce", ...options },
    );
  const inAddress = (page: Page, part: string): Promise<void> =>
    page.waitForURL((url) => decodeURIComponent(url.hash).includes(part));
  const menu = (page: Page) => page.getByRole("menu");
  const choose = (page: Page, name: string | RegExp): Promise<void> =>
    menu(page).getByRole("menuitem", { name }).click();
  const status = (page: Page) => page.getByText(/^Showing \d+ of [\d,]+ nodes/);
  const drag = async (page: Page, from: Point, ...through: readonly Point[]): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const { x, y } of through) await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
  };

  it("shows only what is around a node, and takes that back", async () => {
    await visit(async (page) => {
      const before = await status(page).innerText();
      const node = await placeOf(page, BLINKEN);
      await page.mouse.click(node.x, node.y, { button: "right" });
      await menu(page).getByRole("menuitem", { name: "Open" }).waitFor();
      await choose(page, /^1 step$/);
      await inAddress(page, `stage=${BLINKEN}`);
      expect(await status(page).innerText()).not.toBe(before);
      await page.keyboard.press("Control+z");
      await expectText(status(page), before);
    });
  });

  it("puts away what hangs on a node with a double click, and brings it back with another", async () => {
    await visit(
      async (page) => {
        const middle = await placeOf(page, star.centre);
        await page.mouse.dblclick(middle.x, middle.y);
        await expectText(status(page), /^Showing 3 of 121 nodes/);
        await page.mouse.dblclick(middle.x, middle.y);
        const question = page.getByRole("dialog", { name: "118 neighbours are hidden" });
        await question.getByRole("button", { name: "The 50 with most facts" }).click();
        await expectText(status(page), /^Showing 53 of 121 nodes/);
        await page.getByRole("button", { name: "Undo: expand" }).click();
        await expectText(status(page), /^Showing 3 of 121 nodes/);
      },
      { url: starServer.url },
    );
  });

  it("says so where there is nothing to expand, and asks nothing that Escape cannot end", async () => {
    await visit(
      async (page) => {
        const end = await placeOf(page, "gov:00060");
        await page.mouse.dblclick(end.x, end.y);
        await page.getByText("Nothing is hidden around State 00060.").waitFor();
        await panel(page).getByText("Explore from here").click();
        await panel(page).getByRole("button", { name: "Hide" }).click();
        await page.getByRole("region", { name: "Overview" }).waitFor();
        await expectText(status(page), /^Showing 120 of 121 nodes/);
        await page.goto(`${starServer.url}#node=${star.centre}&stage=${star.centre}`);
        await panel(page).getByText("Explore from here").click();
        await panel(page).getByRole("button", { name: "Show 120 hidden neighbours" }).click();
        const question = page.getByRole("dialog");
        await question.waitFor();
        await page.keyboard.press("Escape");
        await question.waitFor({ state: "hidden" });
        await expectText(heading(page), "Centre");
        await expectText(status(page), /^Showing 1 of 121 nodes/);
      },
      { url: starServer.url },
    );
  });

  it("moves a node and keeps it where it was put, also in the link", async () => {
    await visit(async (page) => {
      const from = await placeOf(page, BLINKEN);
      await drag(page, from, { x: from.x - 40, y: from.y + 70 });
      const moved = await placeOf(page, BLINKEN);
      expect(Math.hypot(moved.x - from.x + 40, moved.y - from.y - 70)).toBeLessThan(1);
      // A drag is no click.
      await page.getByRole("region", { name: "Overview" }).waitFor();
      await inAddress(page, `,${BLINKEN}`);
      await page.reload();
      await isReady(page);
      const again = await placeOf(page, BLINKEN);
      expect(Math.hypot(again.x - from.x, again.y - from.y)).toBeGreaterThan(20);
      // What a click is on is known once the first frame is drawn.
      await page.mouse.move(again.x, again.y);
      const picture = page.getByRole("img", { name: /^Picture of the graph/ });
      await expect.poll(() => picture.evaluate((element) => element.style.cursor), { timeout: 10_000 }).toBe("pointer");
      await page.mouse.click(again.x, again.y, { button: "right" });
      await choose(page, "Let go to its usual place");
      await page.waitForURL((url) => !url.hash.includes("pin="));
    });
  });

  it("picks nodes with a lasso, and tells what is between them", async () => {
    await visit(async (page) => {
      const [one, other] = [await placeOf(page, BLINKEN), await placeOf(page, BILAWAL)];
      await page.getByRole("button", { name: "Pick with a lasso" }).click();
      await page.locator(".lasso-armed").waitFor();
      await page.getByText("Draw around the nodes").waitFor();
      const left = Math.min(one.x, other.x) - 15;
      const right = Math.max(one.x, other.x) + 15;
      const top = Math.min(one.y, other.y) - 15;
      const bottom = Math.max(one.y, other.y) + 15;
      const corners = [
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ];
      await drag(page, { x: left, y: top }, ...corners);
      await expectText(heading(page), /^\d+ nodes picked$/);
      const nodes = panel(page).getByRole("region", { name: "Nodes" });
      await nodes.getByRole("button", { name: "Antony Blinken", exact: true }).waitFor();
      const facts = panel(page).getByRole("region", { name: "Facts between them" });
      await facts.getByRole("button", { name: /^Antony Blinken spoke with Bilawal/ }).waitFor();
      await panel(page).getByRole("button", { name: "Only these" }).click();
      const picked = /^(\d+)/.exec(await heading(page).innerText())?.[1];
      await expectText(status(page), new RegExp(`^Showing ${picked} of`));
      await panel(page).getByRole("button", { name: "Drop all" }).click();
      await panel(page).getByText("Nothing is picked.").waitFor();
    });
  });

  it("leads by the keyboard alone from two names to the chain between them and a quote", async () => {
    await visit(async (page) => {
      const list = page.getByRole("list", { name: "List of nodes" });
      await list.getByRole("button", { name: "Antony Blinken", exact: true }).focus();
      await page.keyboard.press("Enter");
      await expectText(heading(page), "Antony Blinken");
      await page.locator("h2:focus").waitFor();
      await page.getByRole("img", { name: /^Picture of the graph/ }).focus();
      await page.keyboard.press("ContextMenu");
      await menu(page).waitFor();
      await page.keyboard.press("Enter");
      await expectText(heading(page), "1 node picked");
      await page.keyboard.press("Escape");
      const other = list.getByRole("button", { name: "Qamar Javed Bajwa", exact: true });
      await other.focus();
      await page.keyboard.press("Shift+F10");
      await menu(page).getByRole("menuitem", { name: "Shortest path from Antony Blinken" }).focus();
      await page.keyboard.press("Enter");
      await expectText(heading(page), "Antony Blinken … Qamar Javed Bajwa");
      await panel(page)
        .getByText(/^\d+ chains? of 1 step/)
        .waitFor();
      await inAddress(page, "from=person:antony-blinken&to=person:qamar-javed-bajwa");
      const quote = await panel(page).locator("blockquote").first().innerText();
      await panel(page)
        .getByRole("button", { name: /^Open the article/ })
        .first()
        .click();
      expect(await panel(page).locator("mark").first().innerText()).toBe(quote);
    });
  });

  it("says so where no chain joins two nodes, and looks further", async () => {
    await visit(
      async (page) => {
        await panel(page).getByText("No chain of at most 4 steps").waitFor();
        await panel(page).getByRole("button", { name: "Look further" }).click();
        await panel(page).getByText("No chain of at most 8 steps").waitFor();
      },
      { hash: `#from=${BLINKEN}&to=person%3Aomar-saeed-sheikh` },
    );
  });

  it("is moved and read by keys while it has the focus", async () => {
    await visit(
      async (page) => {
        const picture = page.getByRole("img", { name: /^Picture of the graph/ });
        await page.locator("h2:focus").waitFor();
        await picture.focus();
        const before = await placeOf(page, BLINKEN);
        await page.keyboard.press("ArrowRight");
        await expect
          .poll(async () => (await placeOf(page, BLINKEN)).x, { timeout: 10_000 })
          .toBeLessThan(before.x - 50);
        await page.keyboard.press("Alt+ArrowDown");
        await inAddress(page, `,${BLINKEN}`);
        await page.keyboard.press("Delete");
        await inAddress(page, `hidden=${BLINKEN}`);
      },
      { hash: `#node=${BLINKEN}` },
    );
  });

  it("opens a menu under a finger that rests, and moves what it drags", async () => {
    await visit(
      async (page) => {
        const { x, y } = await placeOf(page, BLINKEN);
        const session = await page.context().newCDPSession(page);
        const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]): Promise<unknown> =>
          session.send("Input.dispatchTouchEvent", { type, touchPoints: [...points] });
        await touch("touchStart", [{ x, y }]);
        await menu(page).getByRole("menuitem", { name: "Pick", exact: true }).waitFor();
        await touch("touchEnd", []);
        await page.keyboard.press("Escape");
        await touch("touchStart", [{ x, y }]);
        await touch("touchMove", [{ x: x + 20, y: y + 20 }]);
        await touch("touchMove", [{ x: x + 60, y: y + 40 }]);
        await touch("touchEnd", []);
        await inAddress(page, `,${BLINKEN}`);
      },
      { hasTouch: true },
    );
  });
});

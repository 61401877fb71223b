import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
  type TestViewer,
  type VisitOptions,
} from "../helpers/viewer.ts";

const executable = findBrowser();

describe.skipIf(executable === undefined)("the picture, with a mouse or with fingers", () => {
  let viewer: TestViewer;
  let star: StarSource;
  beforeAll(async () => {
    star = starSource(20);
    viewer = await openViewer(executable ?? "", star);
  });
  afterAll(() => viewer?.close());

  const visit = (steps: (page: Page) => Promise<void>, options: VisitOptions = {}): Promise<void> =>
    viewer.visit(
      async (page) => {
        await isReady(page);
        await steps(page);
      },
      { reducedMotion: "reduce", ...options },
    );
  const menu = (page: Page) => page.getByRole("menu");
  const choose = (page: Page, name: string): Promise<void> => menu(page).getByRole("menuitem", { name }).click();
  const status = (page: Page) => page.getByText(/^Showing \d+ of \d+ nodes/);
  const drag = async (page: Page, from: Point, ...through: readonly Point[]): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const { x, y } of through) await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
  };
  /** A place beside the nodes: between two spokes of the star. */
  const empty = async (page: Page): Promise<Point> => {
    const { x, y } = await placeOf(page, star.centre);
    return { x: x + 60, y: y - 9 };
  };

  it("picks and drops nodes one by one with Shift or Ctrl, and a group by drawing with Shift", async () => {
    await visit(async (page) => {
      const click = async (id: string, modifier: "Shift" | "Control"): Promise<void> => {
        const { x, y } = await placeOf(page, id);
        await page.keyboard.down(modifier);
        await page.mouse.click(x, y);
        await page.keyboard.up(modifier);
      };
      await click("gov:00003", "Shift");
      await expectText(heading(page), "1 node picked");
      await click("gov:00010", "Control");
      await expectText(heading(page), "2 nodes picked");
      const nodes = panel(page).getByRole("region", { name: "Nodes" });
      await nodes.getByRole("button", { name: "State 00010", exact: true }).waitFor();
      await click("gov:00003", "Shift");
      await expectText(heading(page), "1 node picked");

      const { x, y } = await placeOf(page, "gov:00015");
      await page.keyboard.down("Shift");
      const [left, right, top, bottom] = [x - 25, x + 25, y - 25, y + 25];
      await drag(page, { x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom });
      await page.keyboard.up("Shift");
      await expectText(heading(page), "2 nodes picked");
      await nodes.getByRole("button", { name: "State 00015", exact: true }).waitFor();

      // What is picked moves as one.
      const [one, other] = [await placeOf(page, "gov:00010"), await placeOf(page, "gov:00015")];
      await drag(page, one, { x: one.x + 30, y: one.y - 20 });
      const [after, along] = [await placeOf(page, "gov:00010"), await placeOf(page, "gov:00015")];
      expect(Math.hypot(after.x - one.x - 30, after.y - one.y + 20)).toBeLessThan(1);
      expect(Math.hypot(along.x - other.x - 30, along.y - other.y + 20)).toBeLessThan(1);
      await page.getByRole("button", { name: /^Undo: / }).click();
      await expect.poll(async () => (await placeOf(page, "gov:00015")).x, { timeout: 10_000 }).toBeCloseTo(other.x);
    });
  });

  it("has a menu of its own where there is no node", async () => {
    await visit(
      async (page) => {
        await expectText(status(page), /^Showing 20 of/);
        const open = async (): Promise<void> => {
          const { x, y } = await empty(page);
          await page.mouse.click(x, y, { button: "right" });
          await menu(page).waitFor();
        };
        await open();
        expect(await menu(page).getAttribute("aria-label")).toBe("What to do with the picture");
        expect(await menu(page).getByRole("menuitem", { name: "Drop all" }).isDisabled()).toBe(true);
        await choose(page, "Show everything that was hidden");
        await expectText(status(page), /^Showing 21 of/);
        await open();
        await choose(page, "Pick everything that is shown");
        await expectText(heading(page), "21 nodes picked");
        await open();
        await choose(page, "Drop all");
        await panel(page).getByText("Nothing is picked.").waitFor();
        const moved = await placeOf(page, "gov:00003");
        await open();
        await choose(page, "Let go all that were moved");
        await expect
          .poll(async () => (await placeOf(page, "gov:00003")).x, { timeout: 10_000 })
          .not.toBeCloseTo(moved.x);
        await open();
        expect(await menu(page).getByRole("menuitem", { name: "Let go all" }).isDisabled()).toBe(true);
        await page.keyboard.press("Escape");
        await menu(page).waitFor({ state: "hidden" });
        const before = await placeOf(page, "gov:00003");
        await page.getByRole("button", { name: "Zoom in" }).click();
        await expect
          .poll(async () => (await placeOf(page, "gov:00003")).x, { timeout: 10_000 })
          .not.toBeCloseTo(before.x);
        await open();
        await menu(page).getByRole("menuitem", { name: "Fit into the picture" }).click();
        await expect.poll(async () => (await placeOf(page, "gov:00003")).x, { timeout: 10_000 }).toBeCloseTo(before.x);
      },
      { hash: "#hidden=gov%3A00012&pin=40%2C40%2Cgov%3A00003" },
    );
  });

  it("is zoomed by two fingers, and a finger that rests on nothing opens its menu", async () => {
    await visit(
      async (page) => {
        const session = await page.context().newCDPSession(page);
        const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]): Promise<unknown> =>
          session.send("Input.dispatchTouchEvent", { type, touchPoints: [...points] });
        const apart = async (): Promise<number> => {
          const [one, other] = [await placeOf(page, "gov:00001"), await placeOf(page, "gov:00011")];
          return Math.hypot(one.x - other.x, one.y - other.y);
        };
        const before = await apart();
        const { x, y } = await placeOf(page, star.centre);
        const fingers = (distance: number): readonly Point[] => [
          { x: x - distance, y: y + 40 },
          { x: x + distance, y: y + 40 },
        ];
        await touch("touchStart", fingers(30));
        for (const distance of [40, 50, 60]) await touch("touchMove", fingers(distance));
        await touch("touchEnd", []);
        await expect.poll(async () => (await apart()) / before, { timeout: 10_000 }).toBeGreaterThan(1.6);
        expect((await apart()) / before).toBeLessThan(2.4);
        expect(await menu(page).count()).toBe(0);
        await page.getByRole("button", { name: "Fit into the picture" }).click();
        await expect.poll(apart, { timeout: 10_000 }).toBeCloseTo(before);
        await touch("touchStart", [await empty(page)]);
        await menu(page).getByRole("menuitem", { name: "Pick everything that is shown" }).waitFor();
        await touch("touchEnd", []);
        await page.keyboard.press("Escape");
        await menu(page).waitFor({ state: "hidden" });
        // A finger that rested chooses nothing as it goes.
        await touch("touchStart", [await placeOf(page, "gov:00003")]);
        await menu(page).getByRole("menuitem", { name: "Open" }).waitFor();
        await touch("touchEnd", []);
        await page.keyboard.press("Escape");
        await menu(page).waitFor({ state: "hidden" });
        expect(await page.getByRole("region", { name: "Overview" }).count()).toBe(1);
      },
      { hasTouch: true },
    );
  });

  it("says so where nothing is shown, and leads back", async () => {
    await visit(
      async (page) => {
        await page.getByText("Nothing of the graph is shown.").waitFor();
        await page.getByRole("button", { name: "Show everything that was hidden" }).click();
        await page.getByRole("button", { name: "Show everything that was hidden" }).waitFor({ state: "hidden" });
        await page.locator(".nothing-shown").getByRole("button", { name: "Reset 1 filter" }).click();
        await expectText(status(page), /^Showing 21 of/);
        await page.getByText("Nothing of the graph is shown.").waitFor({ state: "hidden" });
        await page.locator('[role="img"]:focus').waitFor();
      },
      { hash: "#stage=&no-kinds=Government" },
    );
  });

  it("makes one step of the browser's history of a selection, however often it is clicked", async () => {
    await visit(async (page) => {
      const { x, y } = await placeOf(page, "gov:00003");
      await page.mouse.click(x, y);
      await expectText(heading(page), "State 00003");
      await page.keyboard.press("Escape");
      await page.getByRole("region", { name: "Overview" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.goBack();
      await expectText(heading(page), "State 00003");
    });
  });

  it("leaves the keys of the page to what is typed", async () => {
    await visit(async (page) => {
      const field = page.getByRole("combobox", { name: "Search the graph" });
      const day = page.getByLabel("From");
      await day.focus();
      await page.keyboard.press("/");
      expect(await day.evaluate((element) => element.matches(":focus"))).toBe(true);
      await page.getByRole("slider").focus();
      await page.keyboard.press("/");
      await expect.poll(() => field.evaluate((element) => element.matches(":focus"))).toBe(true);
    });
  });
});

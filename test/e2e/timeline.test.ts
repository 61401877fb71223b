import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { layoutGraph } from "../../src/graph/layout.ts";
import { plantedGraph } from "../graph/planted.ts";
import { findBrowser } from "../helpers/browser.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { expectText, heading, isReady, openViewer, serveViewer, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const TIMELINE = "#dock=timeline";

describe.skipIf(executable === undefined)("time in the viewer", () => {
  let viewer: TestViewer;
  let visit: TestViewer["visit"];
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
    ({ visit } = viewer);
  });
  afterAll(() => viewer?.close());

  const chart = (page: Page): Locator => page.getByRole("group", { name: /^(Facts over time|وقت کے ساتھ حقائق)/ });
  const begin = (page: Page): Locator => page.getByRole("slider", { name: "Beginning of the time" });
  const end = (page: Page): Locator => page.getByRole("slider", { name: "End of the time" });
  const happened = (page: Page): Locator => page.getByRole("list", { name: "What happened" }).getByRole("listitem");
  const shown = async (page: Page): Promise<number> =>
    Number(/and (\d+) of/.exec(await page.getByText(/^Showing \d+ of/).innerText())?.[1]);

  it("filters by a time that is drawn into the chart, as one step, and keeps it in the address", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const all = await shown(page);
        // A column says what it is where the pointer rests: nothing lies above it.
        const day = chart(page).getByTitle(/^May 6, 2022: \d+ facts?/);
        await day.hover();
        await day.click();
        await page.waitForURL(/since=2022-05-06&until=2022-05-06/);
        await page.getByRole("button", { name: "Undo: time" }).click();
        await expect.poll(() => shown(page)).toBe(all);
        const columns = await chart(page).locator(".time-column").count();
        const { x, y, width, height } = (await chart(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
        await page.mouse.move(x + width * 0.6, y + height * 0.3);
        await page.mouse.down();
        await page.mouse.move(x + width * 0.7, y + height * 0.3);
        await page.mouse.move(x + width * 0.8, y + height * 0.3);
        await page.mouse.up();
        await page.waitForURL(/since=2022-05-\d\d&until=2022-05-\d\d/);
        // It stays under the hand, however little happened in that time.
        expect(await chart(page).boundingBox()).toEqual({ x, y, width, height });
        expect(await chart(page).locator(".time-column").count()).toBe(columns);
        await expect.poll(() => shown(page)).toBeLessThan(all);
        await page.reload();
        await isReady(page);
        const some = await shown(page);
        expect(some).toBeLessThan(all);
        expect(some).toBeGreaterThan(0);
        await page.getByRole("button", { name: "All of time" }).click();
        await expect.poll(() => shown(page)).toBe(all);
        await page.getByRole("button", { name: "Undo: time" }).click();
        await expect.poll(() => shown(page)).toBe(some);
        // What is chosen is moved as a whole, also as one step.
        const days = (): (string | null)[] =>
          ["since", "until"].map((side) => new URLSearchParams(page.url().split("#")[1]).get(side));
        const chosen = days();
        await page.mouse.move(x + width * 0.7, y + height * 0.3);
        await page.mouse.down();
        await page.mouse.move(x + width * 0.5, y + height * 0.3);
        await page.mouse.move(x + width * 0.4, y + height * 0.3);
        await page.mouse.up();
        await expect
          .poll(() => days().map((bound, side) => bound !== null && bound < (chosen[side] ?? "")))
          .toEqual([true, true]);
        await page.getByRole("button", { name: "Undo: time" }).click();
        await expect.poll(days).toEqual(chosen);
      },
      { hash: TIMELINE },
    );
  });

  it("filters by the keyboard, in the direction of the page", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const all = await shown(page);
        expect(await begin(page).getAttribute("aria-valuetext")).toBe("no limit");
        await begin(page).focus();
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowRight");
        await expect.poll(() => shown(page)).toBeLessThan(all);
        expect(await begin(page).getAttribute("aria-valuetext")).toMatch(/ \d{4}$/);
        await page.getByRole("status").filter({ hasText: "Done: time." }).waitFor();
        await page.keyboard.press("ArrowLeft");
        await page.keyboard.press("Home");
        await expect.poll(() => shown(page)).toBe(all);
        await end(page).focus();
        await page.keyboard.press("Home");
        await expect.poll(() => shown(page)).toBeLessThan(all);
        await page.keyboard.press("Control+z");
        await expect.poll(() => shown(page)).toBe(all);
      },
      { hash: TIMELINE },
    );
    await visit(
      async (page) => {
        await isReady(page);
        const first = chart(page).getByRole("slider").first();
        await first.focus();
        await page.keyboard.press("ArrowLeft");
        await page.waitForURL(/since=/);
        await page.keyboard.press("ArrowRight");
        await page.waitForURL((url) => !url.hash.includes("since="));
      },
      { hash: TIMELINE, locale: "ur" },
    );
  });

  it("tells what happened to what is selected, and stays while one goes through it", async () => {
    await visit(
      async (page) => {
        await happened(page).first().waitFor();
        await page.getByText("Antony Blinken", { exact: true }).first().waitFor();
        const rows = await happened(page).allInnerTexts();
        expect(rows.length).toBeGreaterThan(3);
        expect(rows[0]).toMatch(/2021/);
        const call = happened(page).getByRole("button", { name: /^Call: Antony Blinken – Bilawal/ });
        await call.click();
        await expectText(heading(page), /^Call: Antony Blinken – Bilawal/);
        expect(await happened(page).allInnerTexts()).toEqual(rows);
        expect(await call.getAttribute("aria-current")).toBe("true");
      },
      { hash: "#node=person%3Aantony-blinken&dock=timeline" },
    );
  });

  it("tells what several that are picked have to do with each other", async () => {
    await visit(
      async (page) => {
        await page.getByText("Between Antony Blinken and Bilawal Bhutto-Zardari").waitFor();
        expect(await happened(page).count()).toBeGreaterThan(0);
        expect(await happened(page).count()).toBeLessThan(12);
      },
      { hash: "#picked=person%3Aantony-blinken&picked=person%3Abilawal-bhutto-zardari&dock=timeline" },
    );
  });

  it("leaves the picture room in a small window", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const { height } = (await page.getByRole("img", { name: /^Picture/ }).boundingBox()) ?? { height: 0 };
        expect(height).toBeGreaterThan(100);
        await end(page).focus();
        await page.keyboard.press("Home");
        await page.waitForURL(/until=/);
      },
      { hash: `${TIMELINE}&colour=community`, viewport: { width: 390, height: 700 } },
    );
  });

  it("tells with a legend what the sizes of nodes mean, and follows the choice", async () => {
    await visit(async (page) => {
      await isReady(page);
      const legend = page.locator(".size-legend");
      await expectText(legend, /^Facts at a node 1 \d+ \d+$/);
      const radii = await legend
        .locator("circle")
        .evaluateAll((circles) => circles.map((each) => each.getAttribute("r")));
      expect(radii.map(Number)).toEqual(radii.map(Number).toSorted((a, b) => a - b));
      await page.getByRole("button", { name: "How it is drawn" }).click();
      await page.getByRole("menuitemradio", { name: "By reports" }).click();
      await expectText(legend, /^Reports of a node 1 \d+ \d+$/);
      await page
        .getByRole("list", { name: /^Kinds/ })
        .getByRole("button")
        .first()
        .waitFor();
    });
  });

  it("colours communities, calls them by their main nodes, and points out the one that is pressed", async () => {
    await visit(async (page) => {
      await isReady(page);
      await page.getByRole("button", { name: "How it is drawn" }).click();
      await page.getByRole("menuitemradio", { name: "By community" }).click();
      const communities = page.getByRole("list", { name: /^Communities/ }).getByRole("button");
      const one = communities.and(page.getByRole("button", { name: /Antony Blinken.*: \d+ of \d+ shown$/ }));
      expect(await one.getAttribute("aria-pressed")).toBe("false");
      await one.click();
      await expect.poll(() => one.getAttribute("aria-pressed")).toBe("true");
      await one.click();
      await expect.poll(() => one.getAttribute("aria-pressed")).toBe("false");
    });
  });

  it("writes at the edges of what is selected, and at no others", async () => {
    await visit(async (page) => {
      await isReady(page);
      const written = (): Promise<string> =>
        page
          .locator("canvas.sigma-edgeLabels")
          .evaluate((canvas) => (canvas as unknown as { toDataURL: () => string }).toDataURL());
      const nothing = await written();
      await page
        .getByRole("list", { name: "List of nodes" })
        .getByRole("button", { name: "Pakistan", exact: true })
        .click();
      await expect.poll(written).not.toBe(nothing);
      await page.keyboard.press("Escape");
      await expect.poll(written).toBe(nothing);
    });
  });

  it("draws what a step changes in a large graph as if all were drawn anew", async () => {
    const planted = plantedGraph({ nodes: 1_000, edges: 5_000, communities: 10 });
    const edges = [...planted.edges()].map((edge, index) => ({ ...edge, confidence: index % 25 === 0 ? 0.9 : 0.5 }));
    const graph = createGraph([...planted.nodes()], edges);
    const served = await serveViewer({ ...servedSource(), graph, positions: layoutGraph(graph, { seed: 1 }) });
    try {
      await visit(
        async (page) => {
          await isReady(page);
          const drawn = (): Promise<string> =>
            page
              .locator("canvas.sigma-labels")
              .evaluate((canvas) => (canvas as unknown as { toDataURL: () => string }).toDataURL());
          // A server without a database answers no questions.
          expect(await page.getByRole("toolbar").getByRole("button", { name: "Query" }).count()).toBe(0);
          const before = await drawn();
          await page.getByRole("slider", { name: /^Confidence/ }).fill("0.8");
          expect(await shown(page)).toBe(200);
          await expect.poll(drawn).not.toBe(before);
          const stepped = await drawn();
          // Another size, and back: both draw all anew.
          await page.getByRole("button", { name: "How it is drawn" }).click();
          await page.getByRole("menuitemradio", { name: "By reports" }).click();
          await page.waitForURL(/size=texts/);
          await page.getByRole("button", { name: /^Undo/ }).click();
          await page.waitForURL((url) => !url.hash.includes("size="));
          await expect.poll(drawn).toBe(stepped);
        },
        { url: served.url, reducedMotion: "reduce" },
      );
    } finally {
      await served.close();
    }
  });

  it("filters by confidence and by days, says how many filters are changed, and takes them all back", async () => {
    await visit(async (page) => {
      await isReady(page);
      const all = await shown(page);
      await page.getByRole("slider", { name: /^Confidence/ }).fill("0.9");
      await expect.poll(() => shown(page)).toBeLessThan(all);
      await page.getByLabel("From", { exact: true }).fill("2022-05-01");
      const dated = await shown(page);
      await page.getByRole("checkbox", { name: "Also what has no date" }).check();
      await expect.poll(() => shown(page)).toBeGreaterThan(dated);
      await page.getByLabel("To", { exact: true }).fill("2021-01-01");
      await page.getByText("The end lies before the beginning").waitFor();
      await page.getByRole("button", { name: "Reset 3 filters" }).click();
      await expect.poll(() => shown(page)).toBe(all);
      await page.getByRole("button", { name: "No filter is changed" }).waitFor();
    });
  });
});

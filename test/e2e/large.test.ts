import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { HUB, LEAVES, openLargeSource } from "../helpers/large-graph.ts";
import {
  expectText,
  heading,
  isReady,
  openViewer,
  panel,
  placeOf,
  type Point,
  search,
  type TestViewer,
  type VisitOptions,
} from "../helpers/viewer.ts";

const executable = findBrowser();
const NODE = "person:3-14";

describe.skipIf(executable === undefined)("exploring and filtering 1,000 nodes and 5,000 facts", () => {
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

  const visit = (hash: string, steps: (page: Page) => Promise<void>, options: VisitOptions = {}): Promise<void> =>
    viewer.visit(
      async (page) => {
        await isReady(page);
        await steps(page);
      },
      { reducedMotion: "reduce", hash, ...options },
    );
  const status = (page: Page) => page.getByText(/^Showing [\d,]+ of [\d,]+ nodes/);
  const shown = async (page: Page): Promise<{ readonly nodes: number; readonly facts: number }> => {
    const numbers = (await status(page).innerText()).replaceAll(",", "").match(/\d+/g) ?? [];
    return { nodes: Number(numbers[0]), facts: Number(numbers[2]) };
  };
  const inAddress = (page: Page, part: string): Promise<void> =>
    page.waitForURL((url) => decodeURIComponent(url.hash).includes(part));
  const button = (page: Page, name: string | RegExp) => panel(page).getByRole("button", { name });
  /** The facts that the first view shows, of which this holds. */
  const usual = (holds: (fact: ReturnType<typeof facts>[number]) => boolean = () => true): number =>
    facts().filter((fact) => fact.modality === "actual" && fact.relation !== "MENTIONED_IN" && holds(fact)).length;
  const facts = () => [...large.source.graph.edges()];

  it("finds names in any script, and asks before it brings in very many", async () => {
    await visit("", async (page) => {
      await expectText(status(page), `Showing 960 of 1,000 nodes and ${usual().toLocaleString("en")} of 4,700 facts.`);
      await search(page).fill("شخص 3-14");
      await search(page).press("Enter");
      await expectText(heading(page), "Person 3-14");
      const picture = await page.getByRole("img", { name: /^Picture/ }).boundingBox();
      const { x, y } = await placeOf(page, NODE);
      expect(Math.abs(x - ((picture?.x ?? 0) + (picture?.width ?? 0) / 2))).toBeLessThan(2);
      expect(Math.abs(y - ((picture?.y ?? 0) + (picture?.height ?? 0) / 2))).toBeLessThan(2);

      await page.goto(`${viewer.url}#node=${HUB}`);
      await panel(page).getByText("Explore from here").click();
      await button(page, `Put away ${LEAVES} nodes that hang on it alone`).click();
      await expect
        .poll(() => shown(page))
        .toEqual({ nodes: 960 - LEAVES, facts: usual(({ target }) => !target.includes("leaf")) });
      await button(page, `Show ${LEAVES} hidden neighbours`).click();
      await expect.poll(() => shown(page)).toEqual({ nodes: 960, facts: usual() });

      await page.goto(`${viewer.url}#node=${HUB}&stage=${HUB}`);
      await button(page, /^Show \d+ hidden neighbours$/).click();
      const question = page.getByRole("dialog", { name: /^\d+ neighbours are hidden$/ });
      await question.getByRole("button", { name: "The 50 with most facts" }).click();
      await expect.poll(async () => (await shown(page)).nodes).toBe(51);
      await page.getByRole("button", { name: "Undo: expand" }).click();
      await expect.poll(async () => (await shown(page)).nodes).toBe(1);
    });
  });

  it("shows a neighbourhood, in which nodes are moved, surrounded and hidden, each step of which can be taken back", async () => {
    await visit(`#node=${NODE}`, async (page) => {
      await panel(page).getByText("Explore from here").click();
      await button(page, "1 step").click();
      await expect.poll(async () => (await shown(page)).nodes).toBeLessThan(50);
      const { nodes } = await shown(page);

      const from = await placeOf(page, NODE);
      const drag = async (...through: readonly Point[]): Promise<void> => {
        const [first = from, ...rest] = through;
        await page.mouse.move(first.x, first.y);
        await page.mouse.down();
        for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 4 });
        await page.mouse.up();
      };
      await drag(from, { x: from.x + 30, y: from.y + 20 });
      await inAddress(page, `,${NODE}`);
      const picture = (await page.getByRole("img", { name: /^Picture/ }).boundingBox()) ?? {
        x: 0,
        y: 0,
        width: 0,
        height: 0,
      };
      const [left, top, right, bottom] = [
        picture.x + 2,
        picture.y + 2,
        picture.x + picture.width - 2,
        picture.y + picture.height - 2,
      ];
      await page.getByRole("button", { name: "Pick with a lasso" }).click();
      await page.locator(".lasso-armed").waitFor();
      await drag({ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom });
      await expectText(heading(page), `${nodes} nodes picked`);
      await button(page, "Hide").click();
      await expect.poll(async () => (await shown(page)).nodes).toBe(0);
      for (const step of ["hide", "pick", "move"]) await page.getByRole("button", { name: `Undo: ${step}` }).click();
      await expect.poll(async () => (await shown(page)).nodes).toBe(nodes);
      await page.getByRole("button", { name: "Undo: focus" }).click();
      await expect.poll(async () => (await shown(page)).nodes).toBe(960);
    });
  });

  it("leads along the shortest path, with the sentences of each step", async () => {
    await visit(`#from=${NODE}&to=person%3Aleaf-3`, async (page) => {
      await expectText(heading(page), "Person 3-14 … Person leaf-3");
      const chain = panel(page).locator(".chain").first();
      await chain.locator("blockquote").first().waitFor();
      const steps = await chain.locator(".chain-step").count();
      expect(steps).toBeGreaterThan(1);
      expect(await chain.locator("blockquote").count()).toBeGreaterThanOrEqual(steps);
    });
  });

  it("counts what each filter leaves, and what lies in a time that is drawn", async () => {
    await visit("#dock=timeline", async (page) => {
      await page.getByRole("button", { name: "Event 40 of 40 shown" }).click();
      await expect
        .poll(() => shown(page))
        .toEqual({ nodes: 920, facts: usual(({ relation }) => relation !== "PARTICIPATED_IN") });
      await page.getByRole("button", { name: "Undo: filter" }).click();
      await page.getByRole("slider", { name: /^Confidence/ }).fill("0.8");
      await expect.poll(async () => (await shown(page)).facts).toBe(usual(({ confidence }) => confidence >= 0.8));
      await page.getByRole("button", { name: "Reset 1 filter" }).click();
      await page.getByRole("checkbox", { name: /^alleged/ }).check();
      const said = ["actual", "alleged"];
      const all = facts().filter(({ relation, modality }) => relation !== "MENTIONED_IN" && said.includes(modality));
      await expect.poll(async () => (await shown(page)).facts).toBe(all.length);

      const chart = (await page.getByRole("group", { name: /^Facts over time/ }).boundingBox()) ?? {
        x: 0,
        y: 0,
        width: 0,
        height: 0,
      };
      await page.mouse.move(chart.x + chart.width * 0.3, chart.y + 20);
      await page.mouse.down();
      await page.mouse.move(chart.x + chart.width * 0.5, chart.y + 20, { steps: 3 });
      await page.mouse.up();
      await page.waitForURL(/since=.*until=/);
      const time = new URLSearchParams(new URL(page.url()).hash.slice(1));
      const [since = "", until = ""] = [time.get("since"), time.get("until")].map((day) => day ?? "");
      // Who took part in an event did so when it was.
      const whenOf = ({ date, target }: (typeof all)[number]): string => {
        const node = large.source.graph.node(target);
        return date ?? (node?.type === "event" ? node.date : null) ?? "";
      };
      const dated = all.filter((fact) => whenOf(fact) >= since && whenOf(fact) <= until).length;
      expect(dated).toBeGreaterThan(0);
      await expect.poll(async () => (await shown(page)).facts).toBe(dated);
    });
  });

  it("colours communities, points one out, and keeps the view in the address", async () => {
    await visit(`#node=${NODE}`, async (page) => {
      await page.getByRole("button", { name: "How it is drawn" }).click();
      await page.getByRole("menuitemradio", { name: "By community" }).click();
      const communities = page.getByRole("list", { name: /^Communities/ }).getByRole("button");
      await communities.first().click();
      await expect.poll(() => communities.first().getAttribute("aria-pressed")).toBe("true");
      expect(await communities.count()).toBeGreaterThan(7);
      await page.reload();
      await isReady(page);
      expect(new URL(page.url()).hash).toContain("colour=community");
      await expectText(heading(page), "Person 3-14");
    });
  });
});

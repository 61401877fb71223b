import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { expectText, heading, isReady, openViewer, panel, type Point, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const BLINKEN = "#node=person%3Aantony-blinken";

describe.skipIf(executable === undefined)("the viewer for everyone", () => {
  let viewer: TestViewer;
  let visit: TestViewer["visit"];
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
    ({ visit } = viewer);
  });
  afterAll(() => viewer?.close());

  it("can be walked by the keyboard alone, from the page to a quote", async () => {
    await visit(async (page) => {
      await isReady(page);
      await page.keyboard.press("/");
      await page.keyboard.type("Blinken");
      await page.getByRole("listbox").getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.locator("h2:focus").waitFor();
      const focused = page.locator(":focus");
      for (let presses = 0; (await focused.getAttribute("class")) !== "row"; presses += 1) {
        expect(presses).toBeLessThan(40);
        await page.keyboard.press("Tab");
        const outline = await focused.evaluate((element) => {
          const style = (
            globalThis as unknown as { getComputedStyle: (of: unknown) => { outlineStyle: string } }
          ).getComputedStyle(element);
          return style.outlineStyle;
        });
        expect(outline).not.toBe("none");
      }
      await page.keyboard.press("Enter");
      await panel(page).locator("blockquote").first().waitFor();
      expect(await panel(page).locator("blockquote").first().innerText()).not.toBe("");
    });
  });

  it.each(["en", "ur"])(
    "has a row of tools that is one stop of the Tab key, in which arrow keys go on, in %s",
    async (locale) => {
      await visit(
        async (page) => {
          await isReady(page);
          const tools = page.getByRole("toolbar");
          const buttons = tools.getByRole("button");
          const at = async (): Promise<number> =>
            (await buttons.all()).length === 0
              ? -1
              : await tools.evaluate((row) =>
                  [...row.querySelectorAll("button")].findIndex((button) => button.matches(":focus")),
                );
          const count = await buttons.count();
          const [forward, backward] = locale === "ur" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
          await buttons.first().focus();
          for (const [key, expected] of [
            [forward, 1],
            ["End", count - 1],
            [forward, 0],
            [backward, count - 1],
            ["Home", 0],
            [forward, 1],
            ["Tab", -1],
            ["Shift+Tab", 1],
          ] as const) {
            await page.keyboard.press(key ?? "");
            expect(await at(), key).toBe(expected);
          }
        },
        { locale },
      );
    },
  );

  it("opens a menu below its button, at the side where lines begin, and closes it where it was opened", async () => {
    for (const locale of ["en", "ur"]) {
      await visit(
        async (page) => {
          await isReady(page);
          const button = page.locator(".masthead .icon-button");
          const menu = page.getByRole("menu");
          await button.click();
          const [at, of] = [await menu.boundingBox(), await button.boundingBox()];
          const begins = (box: typeof at): number => (box?.x ?? 0) + (locale === "ur" ? (box?.width ?? 0) : 0);
          expect(Math.abs(begins(at) - begins(of))).toBeLessThan(1);
          expect(at?.y).toBeGreaterThan((of?.y ?? 0) + (of?.height ?? 0));
          expect(await menu.getByRole("menuitemradio", { name: "اردو" }).getAttribute("lang")).toBe("ur");
          await button.click();
          expect(await menu.count()).toBe(0);
          await button.press("Enter");
          await menu.waitFor();
          await page.keyboard.press("Tab");
          expect(await menu.count()).toBe(0);
          expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);
        },
        { locale },
      );
    }
  });

  it("begins each panel at its beginning, however far one had read in the one before", async () => {
    await visit(
      async (page) => {
        const scroller = page.locator(".panel");
        await panel(page).locator("button.row").last().scrollIntoViewIfNeeded();
        expect(await scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
        // What follows is there at once, and long: nothing else takes it to its beginning.
        await page.keyboard.press("Escape");
        await page.getByRole("region", { name: "Overview" }).waitFor();
        await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(0);
      },
      { hash: BLINKEN },
    );
  });

  it("speaks German and Urdu, mirrored, and remembers it", async () => {
    await visit(async (page) => {
      await isReady(page);
      await page.getByRole("button", { name: "Language and appearance" }).click();
      await page.getByRole("menuitemradio", { name: "اردو" }).click();
      await page.getByRole("button", { name: "زبان اور انداز" }).waitFor();
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      expect(await page.locator("html").getAttribute("lang")).toBe("ur");
      const side = await page.locator("aside").boundingBox();
      expect(side?.x).toBeGreaterThan(640);
      await page.getByRole("button", { name: "پاکستان", exact: true }).first().waitFor();
      await page.reload();
      await page.getByRole("button", { name: "زبان اور انداز" }).click();
      await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
      await page.getByRole("region", { name: "Überblick" }).waitFor();
      expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
    });
  });

  it("takes light, dark and more contrast where they are chosen, and follows the system where not", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const root = page.locator("html");
        expect(await root.getAttribute("data-theme")).toBe("dark");
        for (const [name, theme, contrast] of [
          ["Light", "light", "usual"],
          ["High contrast", "dark", "more"],
          ["As the system", "dark", "usual"],
        ] as const) {
          await page.getByRole("button", { name: "Language and appearance" }).click();
          await page.getByRole("menuitemradio", { name }).click();
          await expect.poll(() => root.getAttribute("data-theme")).toBe(theme);
          await expect.poll(() => root.getAttribute("data-contrast")).toBe(contrast);
        }
        const urdu = panel(page).locator("bdi[lang=ur]").first();
        const font = (): Promise<string> =>
          urdu.evaluate((element) => {
            const { getComputedStyle } = globalThis as unknown as {
              getComputedStyle: (of: unknown) => { fontFamily: string };
            };
            return getComputedStyle(element).fontFamily;
          });
        expect(await font()).toMatch(/^"Noto Nastaliq Urdu"/);
        await page.getByRole("button", { name: "Language and appearance" }).click();
        await page.getByRole("menuitemradio", { name: "Naskh" }).click();
        await expect.poll(font).not.toContain("Nastaliq");
        await page.emulateMedia({ colorScheme: "light" });
        await expect.poll(() => root.getAttribute("data-theme")).toBe("light");
      },
      { colorScheme: "dark", hash: BLINKEN },
    );
  });

  it("announces what a step did, and what undo took back", async () => {
    await visit(async (page) => {
      await isReady(page);
      const told = page.getByRole("status").filter({ hasText: /^(Done|Undone)/ });
      await page.getByRole("button", { name: /^Event \d/ }).click();
      await expectText(told, /^Done: filter\. \d+ nodes and \d+ facts are shown\.$/);
      await page.keyboard.press("Control+z");
      await expectText(told, /^Undone: filter\. /);
      await page.getByRole("button", { name: "Redo: filter" }).click();
      await expectText(page.getByRole("status").filter({ hasText: /^Done again/ }), /^Done again: filter\. /);
    });
  });

  it("fits on small screens and at twice the size, with nothing cut off", async () => {
    for (const viewport of [
      { width: 390, height: 780 },
      { width: 640, height: 400 },
    ]) {
      await visit(
        async (page) => {
          await isReady(page);
          await heading(page).waitFor();
          // What is wider than the window, or than a part of the page that lets nobody scroll to its rest.
          const cut = await page.evaluate(() => {
            interface Box {
              readonly className: unknown;
              readonly scrollWidth: number;
              readonly clientWidth: number;
            }
            const { document, getComputedStyle } = globalThis as unknown as {
              document: { documentElement: Box; querySelectorAll: (selector: string) => Iterable<Box> };
              getComputedStyle: (of: Box) => { overflowX: string };
            };
            const hides = (box: Box): boolean => ["hidden", "clip"].includes(getComputedStyle(box).overflowX);
            const boxes = [...document.querySelectorAll("body *:not(.unseen)")].filter(hides);
            return [document.documentElement, ...boxes]
              .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
              .map(({ className }) => String(className));
          });
          expect(cut).toEqual([]);
          const canvas = await page.locator(".canvas").boundingBox();
          expect(canvas?.height).toBeGreaterThan(100);
          expect(canvas?.width).toBe(viewport.width);
          await panel(page).locator("button.row").first().tap();
          await panel(page).locator("blockquote").first().waitFor();
        },
        { viewport, hasTouch: true, hash: BLINKEN },
      );
    }
  });

  it("keeps every menu inside the window at twice the size, where it can be gone through to its end", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const size = { width: 640, height: 400 };
        for (const name of ["زبان اور انداز", "ساتھ لے جائیں", "تصویر کا انداز", /کیا کیا جا سکتا ہے$/]) {
          await page.getByRole("toolbar").or(page.locator(".masthead")).getByRole("button", { name }).first().click();
          const menu = page.getByRole("menu");
          const box = (await menu.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
          expect(box.x >= 0 && box.y >= 0).toBe(true);
          expect(box.x + box.width).toBeLessThanOrEqual(size.width);
          expect(box.y + box.height).toBeLessThanOrEqual(size.height);
          await page.keyboard.press("End");
          const last = (await page.locator(":focus").boundingBox()) ?? { y: -1, height: 0 };
          expect(last.y >= 0 && last.y + last.height <= size.height).toBe(true);
          await page.keyboard.press("Escape");
        }
      },
      { viewport: { width: 640, height: 400 }, hash: BLINKEN, locale: "ur" },
    );
  });

  it("tells the same in the picture's name, the list and what is announced, after each kind of step", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const listed = page.getByRole("list", { name: "List of nodes" }).getByRole("listitem");
        const told = page.getByRole("status").filter({ hasText: /^(Done|Undone|Done again): / });
        const numbers = async (text: Promise<string | null>): Promise<readonly number[]> =>
          ((await text) ?? "").match(/\d+/g)?.map(Number) ?? [];
        let nodes = await listed.count();
        const does = async (how: string, step: () => Promise<void>): Promise<void> => {
          const before = nodes;
          await step();
          await told.filter({ hasText: how }).waitFor();
          await expect.poll(async () => (nodes = await listed.count())).not.toBe(before);
          const [ofPicture, facts] = await numbers(
            page.getByRole("img", { name: /^Picture/ }).getAttribute("aria-label"),
          );
          expect(ofPicture).toBe(nodes);
          expect(await numbers(told.innerText())).toEqual([nodes, facts]);
        };
        const menuOf = async (name: string, item: string): Promise<void> => {
          await page.getByRole("list", { name: "List of nodes" }).getByRole("button", { name, exact: true }).focus();
          await page.keyboard.press("Shift+F10");
          await page.getByRole("menuitem", { name: item, exact: true }).click();
        };
        await does("Done: filter.", () => page.getByRole("button", { name: /^Person \d/ }).click());
        await does("Undone: filter.", () => page.keyboard.press("Control+z"));
        await does("Done: hide.", () => menuOf("Antony Blinken", "Hide"));
        await does("Done: focus.", () => menuOf("Pakistan", "1 step"));
        await does("Undone: focus.", () => page.keyboard.press("Control+z"));
        await does("Done again: focus.", () => page.keyboard.press("Control+y"));
        await does("Done: time.", async () => {
          await page.getByRole("slider", { name: "Beginning of the time" }).focus();
          await page.keyboard.press("End");
        });
      },
      { hash: "#dock=timeline", reducedMotion: "reduce" },
    );
  });

  it("moves nothing by itself where less motion is asked for, and flies where not", async () => {
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      await visit(
        async (page) => {
          await isReady(page);
          const places = await page.evaluate(async () => {
            const { document, dragoman, requestAnimationFrame } = globalThis as unknown as {
              document: { querySelector: (selector: string) => { click: () => void } | null };
              dragoman: { screenPosition: (id: string) => Point };
              requestAnimationFrame: (then: () => void) => void;
            };
            const before = dragoman.screenPosition("gov:PK").x;
            const seen = new Set<number>();
            document.querySelector("[aria-label='Zoom in']")?.click();
            for (let frame = 0; frame < 60; frame += 1) {
              await new Promise<void>((resolve) => requestAnimationFrame(resolve));
              seen.add(dragoman.screenPosition("gov:PK").x);
            }
            seen.delete(before);
            return seen.size;
          });
          const appears = await page.evaluate(() => {
            const { document, getComputedStyle } = globalThis as unknown as {
              document: {
                createElement: (name: string) => { className: string };
                body: { append: (one: unknown) => void };
              };
              getComputedStyle: (of: unknown) => { animationDuration: string };
            };
            const element = document.createElement("p");
            element.className = "loading";
            document.body.append(element);
            return getComputedStyle(element).animationDuration;
          });
          if (reducedMotion === "reduce") expect([places, appears]).toEqual([1, "0s"]);
          else {
            expect(places).toBeGreaterThan(1);
            expect(appears).not.toBe("0s");
          }
        },
        { reducedMotion },
      );
    }
  });
});

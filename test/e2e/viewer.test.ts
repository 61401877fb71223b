import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { GraphEdge, GraphNode } from "../../src/model/graph.ts";
import { SHOWN_MODALITIES } from "../../src/model/modality.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { edgeNear } from "../../viewer/src/graph/hit-test.ts";
import { findBrowser } from "../helpers/browser.ts";
import { servedSource } from "../helpers/served-graph.ts";
import {
  expectText,
  heading,
  isReady,
  openViewer,
  panel,
  placeOf,
  type Point,
  search,
  serveBelow,
  serveViewer,
  type TestViewer,
} from "../helpers/viewer.ts";

const executable = findBrowser();

describe.skipIf(executable === undefined)("the viewer", () => {
  let viewer: TestViewer;
  let source: GraphSource;
  let visit: TestViewer["visit"];

  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
    ({ source, visit } = viewer);
  });
  afterAll(() => viewer?.close());

  it("leads from a name to the sentences in three languages that say it", async () => {
    await visit(async (page) => {
      await search(page).waitFor();
      // The box is there before the page listens for keys.
      await isReady(page);
      await page.keyboard.press("/");
      await page.keyboard.type("Blinken");
      await page.getByRole("option", { name: "Antony Blinken Person" }).click();
      await expectText(heading(page), "Antony Blinken");
      expect(await panel(page).locator("bdi[lang=ur][dir=rtl]").allInnerTexts()).toContain("اینٹونی بلنکن");
      await page.waitForURL(/#node=person%3Aantony-blinken(?:&camera=[^&]*)?$/);

      const calls = panel(page).locator("div:has(> dt:text-is('spoke with'))");
      await calls.getByRole("button", { name: "Bilawal Bhutto-Zardari" }).click();
      await expectText(heading(page), "Antony Blinken spoke with Bilawal Bhutto-Zardari");

      const german = panel(page).locator("blockquote[lang=de]").first();
      const urdu = panel(page).locator("blockquote[lang=ur]").first();
      expect(await german.getAttribute("dir")).toBe("ltr");
      expect(await urdu.getAttribute("dir")).toBe("rtl");
      expect(await german.innerText()).toContain("Telefongespräch mit seinem pakistanischen Amtskollegen");
      const quote = await urdu.innerText();
      expect(quote).toContain("بلاول بھٹو سے ٹیلی فون پر بات کی۔");
      expect(await panel(page).innerText()).toContain("May 6, 2022");

      await panel(page)
        .locator("figure:has(blockquote[lang=ur])")
        .first()
        .getByRole("button", { name: /^Open the article/ })
        .click();
      await panel(page).locator("mark").waitFor();
      expect(await panel(page).locator("mark").innerText()).toBe(quote);
      expect(await panel(page).innerText()).toContain("Received call from @SecBlinken");

      await page.getByRole("button", { name: "Back" }).click();
      await expectText(heading(page), "Antony Blinken spoke with Bilawal Bhutto-Zardari");
      await page.getByRole("button", { name: "Close" }).click();
      await page.getByRole("region", { name: "Overview" }).waitFor();
    });
  });

  it("names everything in the language that is chosen, and remembers it", async () => {
    await visit(async (page) => {
      const choice = page.getByRole("combobox", { name: "Names in" });
      const list = page.getByRole("list", { name: "List of nodes" });
      await isReady(page);
      expect(await choice.locator("option").allInnerTexts()).toEqual(
        expect.arrayContaining(["English", "Deutsch", "اردو"]),
      );
      await choice.selectOption("ur");
      await list.getByRole("button", { name: "اینٹونی بلنکن", exact: true }).click();
      await expectText(heading(page), "اینٹونی بلنکن");
      expect(await panel(page).innerText()).toMatch(/ٹیلی فونک رابطہ: /);
      expect(await panel(page).innerText()).toMatch(/Antony Blinken \d+×/);
      await page.reload();
      await expectText(heading(page), "اینٹونی بلنکن");
      await choice.selectOption("");
      await expectText(heading(page), "Antony Blinken");
    });
  });

  it("suggests names while one types, to be chosen by the keyboard alone, in any script", async () => {
    await visit(async (page) => {
      await search(page).fill("qqqq");
      await page.getByText("No name matches.").waitFor();
      await search(page).fill("call");
      await page.getByRole("listbox").getByRole("option").nth(1).waitFor();
      const second = await page.getByRole("listbox").getByRole("option").nth(1).getAttribute("id");
      await search(page).press("ArrowDown");
      expect(await search(page).getAttribute("aria-activedescendant")).toBe(second);
      await search(page).press("Escape");
      expect(await search(page).getAttribute("aria-expanded")).toBe("false");
      await search(page).fill("");
      await page.keyboard.type("بلاول");
      await page.keyboard.press("Enter");
      await expectText(heading(page), "Bilawal Bhutto-Zardari");
      await page.locator("h2:focus").waitFor();
    });
  });

  it("shows what was chosen when its address is opened", async () => {
    const meeting = [...source.graph.nodes()].find((node) => node.type === "event" && node.date === "2022-05-18");
    await visit(
      async (page) => {
        await expectText(heading(page), meeting?.label ?? "");
        const text = await panel(page).innerText();
        expect(text).toContain("May 18, 2022");
        expect(text).toContain("New York");
      },
      { hash: `#node=${encodeURIComponent(meeting?.id ?? "")}` },
    );
  });

  it("shows how it stood with an event, what was counted, and on what articles differ, each with its article", async () => {
    const other = await serveViewer(servedSource());
    try {
      await visit(
        async (page) => {
          await heading(page).waitFor();
          const text = await panel(page).innerText();
          expect(text).toContain("postponed Antony Blinken und Bilawal Bhutto diskutieren");
          expect(text).toContain("planned, May 18, 2022 001_7d70f8e804b6c5f2");
          expect(text).toContain("deployed: ≥ 3,000 001_7d70f8e804b6c5f2");
          const places = panel(page).getByRole("region", { name: "Articles differ" }).getByRole("listitem");
          await expectText(places.nth(0), /^New York Antony Blinken und Bilawal Bhutto diskutieren/);
          await expectText(places.nth(1), "Washington 001_7d70f8e804b6c5f2");
          await places.nth(1).getByRole("button").click();
          await expectText(heading(page), "001_7d70f8e804b6c5f2");
        },
        { url: other.url, hash: `#node=${encodeURIComponent("event:meeting-food")}` },
      );
    } finally {
      await other.close();
    }
  });

  it("counts what the filters leave, and lists it for those who do not see the picture", async () => {
    const all = [...source.graph.nodes()].filter((node) => node.type === "event").length;
    const alleged = [...source.graph.edges()].filter((edge) => edge.modality === "alleged").length;
    expect(alleged).toBeGreaterThan(0);
    await visit(async (page) => {
      const status = page.getByText(/^Showing \d+ of \d+ nodes/);
      const before = await status.innerText();
      const events = page.getByRole("button", { name: /^Event \d/ });
      expect(await events.getAttribute("aria-pressed")).toBe("true");
      await events.click();
      expect(await events.getAttribute("aria-pressed")).toBe("false");
      await page.getByRole("button", { name: `Event 0 of ${all} shown` }).waitFor();
      expect(shownFacts(await status.innerText())).toBeLessThan(shownFacts(before));
      await events.click();
      expect(await status.innerText()).toBe(before);

      await page.getByRole("checkbox", { name: /^alleged/ }).check();
      expect(shownFacts(await status.innerText())).toBe(shownFacts(before) + alleged);
      await page.getByRole("button", { name: "Who did what: none" }).click();
      expect(shownFacts(await status.innerText())).toBeLessThan(shownFacts(before) / 2);

      // Articles are kept out of the picture until they are asked for.
      await page.getByRole("button", { name: "Article 0 of 5 shown" }).click();
      await page.getByRole("button", { name: "Article 5 of 5 shown" }).waitFor();
      const list = page.getByRole("list", { name: "List of nodes" });
      await list.getByRole("button", { name: "Antony Blinken", exact: true }).click();
      await expectText(heading(page), "Antony Blinken");
    });
  });

  it("tells what the filters hide, where one looks for it", async () => {
    const hidden = [...source.graph.edges()].find((edge) => edge.modality === "alleged");
    const target = source.graph.node(hidden?.target ?? "");
    await visit(
      async (page) => {
        await page.getByText("hidden by the filters").first().click();
        await panel(page)
          .getByRole("button", { name: `${target?.label} alleged` })
          .first()
          .click();
        await expectText(heading(page), new RegExp(`${escaped(target?.label)} alleged$`));
        expect(await panel(page).innerText()).toMatch(/Stated as\s+alleged/);
      },
      { hash: `#node=${encodeURIComponent(hidden?.source ?? "")}` },
    );
  });

  it("opens nodes and facts that are clicked in the picture", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const node = await placeOf(page, "person:antony-blinken");
        await page.mouse.click(node.x, node.y);
        await expectText(heading(page), "Antony Blinken");
        await page.keyboard.press("Escape");
        await page.getByRole("region", { name: "Overview" }).waitFor();

        const { middle, sentence } = await freeEdge(page);
        await page.mouse.move(middle.x, middle.y);
        await page.getByText(sentence).first().waitFor();
        await page.mouse.click(middle.x, middle.y);
        await expectText(heading(page), sentence);
      },
      { reducedMotion: "reduce" },
    );
  });

  /** An edge whose middle no other edge and no node comes near, and the names at its ends. */
  async function freeEdge(page: Page): Promise<{ middle: Point; sentence: RegExp }> {
    const { graph } = source;
    const shown = [...graph.edges()].filter(
      (edge) => SHOWN_MODALITIES.includes(edge.modality) && graph.node(edge.target)?.type !== "article",
    );
    const places = new Map<string, Point>();
    for (const id of new Set(shown.flatMap((edge) => [edge.source, edge.target]))) {
      places.set(id, await placeOf(page, id));
    }
    const lines = shown.map(({ id, source: from, target: to }) => ({
      id,
      source: places.get(from) ?? { x: 0, y: 0 },
      target: places.get(to) ?? { x: 0, y: 0 },
      bend: 0,
    }));
    for (const edge of shown) {
      const line = lines.find(({ id }) => id === edge.id);
      if (line === undefined) continue;
      const middle = { x: (line.source.x + line.target.x) / 2, y: (line.source.y + line.target.y) / 2 };
      const others = lines.filter((other) => other !== line);
      const isFree = [...places.values()].every((place) => distance(place, middle) > 30);
      if (!isFree || edgeNear(middle, others, 15) !== undefined) continue;
      const [from, to] = [graph.node(edge.source)?.label, graph.node(edge.target)?.label];
      return { middle, sentence: new RegExp(`^${escaped(from)} .* ${escaped(to)}`) };
    }
    throw new Error("every edge of the picture is near another one");
  }

  it("flies to what is searched for", async () => {
    await visit(
      async (page) => {
        await isReady(page);
        const { left, top, width, height } = await page
          .getByRole("img", { name: /^Picture of the graph/ })
          .evaluate(
            (element) =>
              element.getBoundingClientRect().toJSON() as Record<"left" | "top" | "width" | "height", number>,
          );
        const middle = { x: left + width / 2, y: top + height / 2 };
        expect(distance(await placeOf(page, "org:taliban"), middle)).toBeGreaterThan(50);
        await search(page).fill("Taliban");
        await page.getByRole("option", { name: "Taliban Organization" }).click();
        await expect.poll(async () => distance(await placeOf(page, "org:taliban"), middle)).toBeLessThan(1);
      },
      { reducedMotion: "reduce" },
    );
  });

  it("draws Urdu with fonts of its own, before the first picture, on a light or a dark ground", async () => {
    await visit(async (page) => {
      await isReady(page);
      const loaded = await page.evaluate(() => {
        const { fonts } = (globalThis as unknown as { document: { fonts: FontSet } }).document;
        return ["Noto Sans Arabic", "Noto Nastaliq Urdu"].map((family) => ({
          status: [...fonts].filter((face) => face.family.includes(family)).map((face) => face.status),
          hasLetters: fonts.check(`16px "${family}"`, "ہے۔"),
        }));
      });
      expect(loaded).toEqual([
        { status: ["loaded", "loaded"], hasLetters: true },
        { status: ["loaded"], hasLetters: true },
      ]);
      const isLight = async (): Promise<boolean> => {
        const ground = await page.evaluate(() => {
          const view = globalThis as unknown as {
            getComputedStyle: (e: unknown) => { backgroundColor: string };
            document: { body: unknown };
          };
          return view.getComputedStyle(view.document.body).backgroundColor;
        });
        return Number(/\d+/.exec(ground)?.[0]) > 128;
      };
      expect(await isLight()).toBe(true);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(isLight).toBe(false);
    });
  });

  it("shows markup from articles as text", async () => {
    const markup = `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script>`;
    const hostile = await serveViewer(hostileSource(source, markup));
    try {
      await visit(
        async (page) => {
          await expectText(heading(page), markup);
          await search(page).fill("img");
          await page.getByRole("option", { name: markup }).first().waitFor();
          await panel(page).getByRole("button", { name: markup }).first().click();
          expect(await panel(page).locator("blockquote").innerText()).toBe(markup);
          await panel(page)
            .getByRole("button", { name: /^Open the article/ })
            .click();
          expect(await panel(page).locator("mark").innerText()).toBe(markup);
          expect(await page.title()).toBe("Dragoman");
        },
        { url: hostile.url, hash: "#node=person%3Aa" },
      );
    } finally {
      await hostile.close();
    }
  });

  it("lets those in who give the token where the browser asks, and nobody else", async () => {
    const token = "a-token-that-is-long-enough";
    const guarded = await serveViewer(source, { token });
    const context = await viewer.browser.newContext();
    try {
      const { origin } = new URL(guarded.url);
      await visit((page) => page.getByRole("region", { name: "Overview" }).waitFor(), {
        url: guarded.url,
        httpCredentials: { username: "anybody", password: token, origin },
      });
      const page = await context.newPage();
      await expect(page.goto(guarded.url)).rejects.toThrow("ERR_INVALID_AUTH_CREDENTIALS");
    } finally {
      await context.close();
      await guarded.close();
    }
  });

  it("works below any path, behind a server that passes requests on", async () => {
    const below = await serveBelow(viewer.url, "/below/this/");
    try {
      await visit(
        async (page) => {
          await search(page).fill("Blinken");
          await page.getByRole("option", { name: "Antony Blinken Person" }).click();
          await expectText(heading(page), "Antony Blinken");
        },
        { url: below.url },
      );
    } finally {
      below.close();
    }
  });

  it("says so when the graph is empty", async () => {
    const empty = await serveViewer({ ...source, graph: createGraph([], []) });
    try {
      await visit(async (page) => page.getByRole("heading", { name: "This graph is empty" }).waitFor(), {
        url: empty.url,
      });
    } finally {
      await empty.close();
    }
  });

  it("says so when the graph cannot be loaded, and tries again", async () => {
    const context = await viewer.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.route("**/api/graph*", (route) => route.abort());
    await page.goto(viewer.url);
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/graph*");
    await page.getByText("The server does not answer.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await search(page).waitFor();
    await context.close();
  });

  it("says so when what an address names is not there", async () => {
    const context = await viewer.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${viewer.url}#node=person%3Anobody`);
    await page.getByText("The graph has no node person:nobody.").waitFor();
    await context.close();
  });
});

interface FontSet extends Iterable<{ readonly family: string; readonly status: string }> {
  check: (font: string, text: string) => boolean;
}

function escaped(text = ""): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The number of facts in "Showing 26 of 33 nodes and 43 of 46 facts." */
function shownFacts(status: string): number {
  return Number(/and (\d+) of/.exec(status)?.[1]);
}

/** A graph in which everything that can be text is markup. */
function hostileSource(source: GraphSource, markup: string): GraphSource {
  const id = (text: string): GraphNode["id"] => text as GraphNode["id"];
  const person = (name: string): GraphNode => ({
    id: id(`person:${name}`),
    type: "entity",
    kind: "Person",
    label: markup,
    aliases: [markup],
    aliasCounts: [1],
    names: { en: [markup] },
    sameAs: [`https://example.org/${markup}`],
    mentions: 1,
    articles: 1,
  });
  const [template] = source.graph.edges();
  if (template === undefined) throw new Error("the graph has no edge");
  const evidence = { article: markup, start: 0, end: markup.length, text: markup, attribution: [markup], rule: markup };
  const edge: GraphEdge = {
    ...template,
    source: id("person:a"),
    target: id("person:b"),
    modality: "actual",
    evidence: [{ ...evidence, language: "en" as GraphEdge["evidence"][number]["language"] }],
  };
  return {
    ...source,
    graph: createGraph([person("a"), person("b")], [edge]),
    article: () => ({ id: "0" as never, text: markup, sources: [{ name: markup, title: markup }] }),
  };
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeExport } from "../../src/exporters/write.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { NodeId } from "../../src/model/ids.ts";
import type { Reading } from "../../src/model/reading.ts";
import { html, type HtmlOptions } from "../../src/server/html.ts";
import { findBrowser, launchBrowser } from "../helpers/browser.ts";
import { checkBuild } from "../helpers/cli.ts";
import { article, edge, entity, evidence } from "../helpers/graph.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { VIEWER } from "../helpers/viewer.ts";

const executable = findBrowser();

/** Ends a script, begins another, and has a handler, for whoever takes text for markup. */
const HOSTILE = `</script><!--<script>globalThis.ran = 1</script><img src=x onerror="globalThis.ran = 1">{{ran}}`;

describe.skipIf(executable === undefined)("the graph as one HTML file", () => {
  const source = servedSource();
  let folder: string;
  let browser: Browser;
  let options: HtmlOptions;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "dragoman-html-"));
    checkBuild(["src", "viewer"]);
    const { ontology, positions } = source;
    // The articles of this source are there at once.
    const byName = source.article as (name: string) => never;
    const names: Reading = {
      mentions: [{ start: 18, end: 31, nodes: ["person:antony-blinken" as NodeId], form: "name" }],
      sayings: [],
    };
    const reading = (name: string): Promise<Reading | undefined> =>
      Promise.resolve(name.startsWith("001_") ? names : undefined);
    options = { page: () => Promise.resolve({ viewer: VIEWER, ontology, positions, article: byName, reading }) };
    browser = await launchBrowser(executable ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a file from the disk, and fails where the page complains or asks for anything but itself. */
  async function visit(file: string, steps: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    const url = pathToFileURL(file).href;
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("request", (request) => {
      if (request.url() !== url && !request.url().startsWith("data:")) complaints.push(`asked for ${request.url()}`);
    });
    try {
      await page.goto(url);
      await page.waitForFunction(() => "dragoman" in globalThis);
      await steps(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const panel = (page: Page) => page.getByRole("article");

  it("opens from the disk, and leads from a name to its sentences and articles, in every language", async () => {
    const file = join(folder, "graph.html");
    await writeExport(html, source.graph, options, file);
    await writeExport(html, source.graph, options, `${file}.again`);
    expect(readFileSync(`${file}.again`).equals(readFileSync(file))).toBe(true);
    await visit(file, async (page) => {
      await page.getByRole("combobox", { name: "Search the graph" }).fill("Blinken");
      await page.getByRole("option", { name: "Antony Blinken Person" }).click();
      const calls = panel(page).locator("div:has(> dt:text-is('spoke with'))");
      await calls.getByRole("button", { name: "Bilawal Bhutto-Zardari" }).click();
      const urdu = panel(page).locator("blockquote[lang=ur]").first();
      expect(await urdu.getAttribute("dir")).toBe("rtl");
      const quote = await urdu.innerText();
      expect(await urdu.locator(".word-source").innerText()).toBe("اینٹونی بلنکن");
      // Nobody decides anything in a file.
      expect(await page.getByRole("button", { name: "This is wrong …" }).count()).toBe(0);
      await panel(page)
        .locator("figure:has(blockquote[lang=ur])")
        .first()
        .getByRole("button", { name: /^Open the article/ })
        .click();
      await panel(page).locator("mark").waitFor();
      expect(await panel(page).locator("mark").innerText()).toBe(quote);
      expect(await panel(page).getByRole("link", { name: "اینٹونی بلنکن" }).count()).toBe(1);
      await page.getByRole("button", { name: "Back" }).click();
      await page.getByRole("combobox", { name: "Names in" }).selectOption("ur");
      await panel(page).getByText("اینٹونی بلنکن").first().waitFor();
      expect(await page.evaluate(`document.fonts.check('16px "Noto Nastaliq Urdu"', "ہے")`)).toBe(true);
      // Chains are found by the page itself.
      await page.goto(`${pathToFileURL(file).href}#from=person%3Aantony-blinken&to=person%3Avladimir-putin`);
      await panel(page).locator(".chain blockquote").first().waitFor();
    });
  });

  it("says which article is not in it where it holds quotes only", async () => {
    const file = join(folder, "quotes.html");
    await writeExport(html, source.graph, { ...options, flavor: "quotes" }, file);
    expect(readFileSync(file, "utf8")).not.toContain(
      '"text":"ISLAMABAD: US-Außenminister Antony Blinken hat am Freitag',
    );
    await visit(file, async (page) => {
      await page.goto(`${pathToFileURL(file).href}#article=000_26e7d26395f65de3`);
      await page.reload();
      await page.getByText("It is not in this file.").waitFor();
    });
  });

  it("runs nothing that stands in names, quotes and texts", async () => {
    const graph = createGraph(
      [
        entity("person:a", { label: HOSTILE, aliases: [HOSTILE], names: { en: [HOSTILE] } }),
        entity("person:b", { label: "Antony Blinken" }),
        article("article:1", { label: HOSTILE, title: HOSTILE }),
      ],
      [
        edge("fact:1", "person:a", "MET", "person:b", {
          evidence: [evidence(HOSTILE, { article: HOSTILE, attribution: [HOSTILE] })],
        }),
        edge("fact:2", "person:a", "MENTIONED_IN", "article:1"),
      ],
    );
    const page = await options.page?.();
    if (page === undefined) throw new Error("the parts of the page are missing");
    const text = `${HOSTILE} and more`;
    const hostile = { id: "1", text, sources: [{ name: HOSTILE, title: HOSTILE }] };
    const file = join(folder, "hostile.html");
    const parts = { ...page, article: () => hostile as never };
    await writeExport(html, graph, { page: () => Promise.resolve(parts) }, file);
    await visit(file, async (opened) => {
      await opened.getByRole("combobox", { name: "Search the graph" }).fill("script");
      await opened.getByRole("option").first().click();
      await panel(opened).getByText(HOSTILE).first().waitFor();
      await panel(opened)
        .getByRole("button", { name: /Antony Blinken/ })
        .first()
        .click();
      await panel(opened)
        .getByRole("button", { name: /^Open the article/ })
        .first()
        .click();
      await panel(opened).getByText("and more").waitFor();
      expect(await opened.evaluate(() => "ran" in globalThis)).toBe(false);
      expect(await opened.locator("img").count()).toBe(0);
    });
  });

  it("has a policy that refuses scripts that were put into it, and markup from strings", async () => {
    const file = join(folder, "graph.html");
    const text = readFileSync(file, "utf8");
    const injected = join(folder, "injected.html");
    writeFileSync(injected, text.replace("<noscript>", "<script>globalThis.ran = 1</script><noscript>"));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(injected).href);
    await page.waitForFunction(() => "dragoman" in globalThis);
    expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
    await expect(page.evaluate("document.body.innerHTML = '<b>markup</b>'")).rejects.toThrow(/TrustedHTML/);
    await context.close();
  });
});

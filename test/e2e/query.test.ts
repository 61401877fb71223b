import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeExport } from "../../src/exporters/write.ts";
import { html } from "../../src/server/html.ts";
import type { QueryResult } from "../../src/stores/store.ts";
import { findBrowser } from "../helpers/browser.ts";
import { starSource } from "../helpers/star-graph.ts";
import { expectText, heading, openViewer, serveViewer, type TestViewer, VIEWER } from "../helpers/viewer.ts";

const executable = findBrowser();

describe.skipIf(executable === undefined)("questions in Cypher", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "");
  });
  afterAll(() => viewer?.close());

  const dock = (page: Page) => page.getByRole("region", { name: "Query", exact: true });
  const editor = (page: Page) => dock(page).getByRole("textbox", { name: "Query in Cypher" });
  const suggestion = (page: Page, name: RegExp) =>
    dock(page).getByRole("listbox", { name: "Suggestions" }).getByRole("option", { name });
  /** Goes on with the arrow key until a suggestion is marked: the editor takes no key for a moment after it shows some. */
  const markSuggestion = async (page: Page, name: string): Promise<void> => {
    const marked = suggestion(page, new RegExp(`^${name}`)).and(page.locator("[aria-selected=true]"));
    await expect
      .poll(async () => {
        await page.keyboard.press("ArrowDown");
        return await marked.count();
      })
      .toBe(1);
  };
  const table = (page: Page) => dock(page).getByRole("table");
  const write = async (page: Page, query: string): Promise<void> => {
    await editor(page).press("Control+a");
    await editor(page).press("Delete");
    await page.keyboard.insertText(query);
  };

  it("are written with completion and run by the keyboard alone; rows lead to the graph, and the picture shows them", async () => {
    await viewer.visit(
      async (page) => {
        await editor(page).focus();
        await page.keyboard.type("MATCH (p:P");
        await suggestion(page, /^Place/).waitFor();
        await markSuggestion(page, "Place");
        await markSuggestion(page, "Person");
        await page.keyboard.press("Tab");
        await expectText(editor(page), "MATCH (p:Person");
        await page.keyboard.type(")-[r:SPOKE_");
        await suggestion(page, /^SPOKE_WITH/).waitFor();
        await page.keyboard.type("WITH");
        await page.keyboard.insertText("]-(o) WHERE p.id = $who RETURN p, r, o.label AS other, r.date AS date");
        await dock(page).getByRole("textbox", { name: "$who" }).fill("person:antony-blinken");
        await editor(page).press("Control+Enter");
        await dock(page)
          .getByText(/^\d+ rows$/)
          .waitFor();
        expect(await table(page).getByRole("columnheader").allInnerTexts()).toEqual(["p", "r", "other", "date"]);
        const { graph } = viewer.source;
        const calls = [...graph.edges()].filter(
          ({ relation, source, target }) =>
            relation === "SPOKE_WITH" && [source, target].some((id) => id === "person:antony-blinken"),
        );
        expect(await table(page).locator("tbody tr").count()).toBe(calls.length);
        await dock(page).getByText(`In it: 1 node, ${calls.length} facts.`).waitFor();

        await dock(page).getByRole("button", { name: "Show only these" }).click();
        const ends = new Set(calls.flatMap(({ source, target }) => [source, target]));
        await page.getByText(new RegExp(`^Showing ${ends.size} of`)).waitFor();
        await page.getByRole("button", { name: "Undo: keep only these" }).click();
        await table(page).getByRole("button", { name: "spoke with" }).first().click();
        await expectText(heading(page), /^Antony Blinken spoke with/);

        // Suggestions give way to the answer.
        await write(page, "MATCH (o:Person) RETURN ");
        await page.keyboard.type("o");
        await suggestion(page, /^OPTIONAL/).waitFor();
        await page.keyboard.press("Control+Enter");
        await expect.poll(() => suggestion(page, /./).count()).toBe(0);
        await table(page).getByRole("columnheader", { name: "o", exact: true }).waitFor();
      },
      { hash: "#dock=query" },
    );
  });

  it("come from the cookbook, with the node that is looked at in place of the example's, and are kept", async () => {
    await viewer.visit(
      async (page) => {
        // What is looked at stands for the first person of the question, what is picked for others.
        await editor(page).waitFor();
        const question = "With whom one person was in contact, the most reported first";
        await dock(page)
          .getByRole("combobox", { name: /^Cookbook/ })
          .selectOption(question);
        const person = dock(page).getByRole("textbox", { name: "$person" });
        expect(await person.inputValue()).toBe("person:bilawal-bhutto-zardari");
        await dock(page).getByRole("button", { name: "Run" }).click();
        await table(page).getByRole("cell", { name: "Antony Blinken" }).waitFor();
        const chain = dock(page).getByRole("combobox", { name: /^Cookbook/ });
        await chain.selectOption("The shortest chain between two people");
        expect(await dock(page).getByRole("textbox", { name: "$from" }).inputValue()).toBe(
          "person:bilawal-bhutto-zardari",
        );
        expect(await dock(page).getByRole("textbox", { name: "$to" }).inputValue()).toBe("person:antony-blinken");
        await page.reload();
        await expectText(editor(page), /^MATCH \(p:Person \{id: \$person\}\)/);
        expect(await person.inputValue()).toBe("person:bilawal-bhutto-zardari");
        await write(page, "RETURN 1 AS one");
        await dock(page).getByRole("combobox", { name: "Earlier queries" }).selectOption({ index: 1 });
        await expectText(editor(page), /^MATCH \(p:Person \{id: \$person\}\)/);
      },
      { hash: "#node=person%3Abilawal-bhutto-zardari&picked=person%3Aantony-blinken&dock=query" },
    );
  });

  it("are chosen from the cookbook with the arrow keys, and the focus goes back to the button that opened the dock", async () => {
    await viewer.visit(async (page) => {
      const button = page.getByRole("toolbar").getByRole("button", { name: "Query", exact: true });
      await button.click();
      const past = dock(page).getByRole("combobox", { name: "Earlier queries" });
      expect(await past.isDisabled()).toBe(true);
      expect(await past.locator("option:checked").innerText()).toBe("Earlier queries");
      const cookbook = dock(page).getByRole("combobox", { name: /^Cookbook/ });
      await cookbook.focus();
      for (const recipe of ["0", "1", "2"]) {
        await page.keyboard.press("ArrowDown");
        await expect.poll(() => cookbook.inputValue()).toBe(recipe);
      }
      await expectText(editor(page), /MATCH/);
      expect(await cookbook.evaluate((element) => element.matches(":focus"))).toBe(true);
      await write(page, "RETURN 2");
      expect(await cookbook.inputValue()).toBe("");
      await dock(page).getByRole("button", { name: "Close" }).press("Enter");
      await dock(page).waitFor({ state: "detached" });
      expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);
    });
  });

  it("that take long can be stopped without losing the focus; rows are saved as CSV and JSON", async () => {
    await viewer.visit(
      async (page) => {
        await editor(page).waitFor();
        await write(
          page,
          "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b UNWIND range(1, 9000) AS c RETURN a + b + c AS n",
        );
        await editor(page).press("Control+Enter");
        await dock(page).getByText("Asking …").waitFor();
        await dock(page).getByRole("button", { name: "Stop" }).press("Enter");
        await dock(page).getByText("Stopped.").waitFor();
        const answer = dock(page).getByRole("region", { name: "Answer" });
        expect(await answer.evaluate((element) => element.matches(":focus"))).toBe(true);
        expect(await dock(page).getByRole("button", { name: "Stop" }).count()).toBe(0);

        // What is asked then is answered, and its rows are taken away whole, as a table of which a spreadsheet obeys nothing.
        await write(page, "UNWIND range(1, 150) AS n RETURN n, '=1+' + toString(n) AS text, ['زبان'] AS list");
        await editor(page).press("Control+Enter");
        await dock(page).getByText("150 rows").waitFor();
        expect(await dock(page).getByText("In it:").count()).toBe(0);
        const save = async (name: string): Promise<string> => {
          const [download] = await Promise.all([
            page.waitForEvent("download"),
            dock(page)
              .getByRole("button", { name: `Save as ${name}` })
              .click(),
          ]);
          await dock(page).getByText(`${download.suggestedFilename()} is written.`).waitFor();
          return readFileSync(await download.path(), "utf8");
        };
        const csv = (await save("CSV")).split("\r\n");
        expect(csv.slice(0, 2)).toEqual(["\uFEFFn,text,list", '1,\'=1+1,"[""زبان""]"']);
        expect(csv).toHaveLength(152);
        const json = JSON.parse(await save("JSON")) as readonly unknown[];
        expect(json).toHaveLength(150);
        expect(json[149]).toEqual({ n: 150, text: "=1+150", list: ["زبان"] });
        await dock(page).getByRole("button", { name: "Show 50 more" }).click();
        await expect.poll(() => table(page).locator("tbody tr").count()).toBe(150);

        // What is pointed out is shown whatever the view hides, until something else is selected.
        const shown = page.getByText(/^Showing \d+ of/);
        const usual = await shown.innerText();
        await write(page, "MATCH (a:Article) RETURN a LIMIT 1");
        await editor(page).press("Control+Enter");
        await dock(page).getByText("In it: 1 node, 0 facts.").waitFor();
        await expect.poll(() => shown.innerText()).not.toBe(usual);
        await page
          .getByRole("list", { name: "List of nodes" })
          .getByRole("button", { name: "Pakistan", exact: true })
          .click();
        await expect.poll(() => shown.innerText()).toBe(usual);
        await dock(page).getByRole("button", { name: "Point out" }).click();
        await expect.poll(() => shown.innerText()).not.toBe(usual);
        await write(page, "RETURN 1");
        await editor(page).press("Control+Enter");
        await expect.poll(() => shown.innerText()).toBe(usual);
      },
      { hash: "#dock=query" },
    );
  });

  it("that are wrong or would write are told in words, with what can be done", async () => {
    await viewer.visit(
      async (page) => {
        await editor(page).waitFor();
        const alert = dock(page).getByRole("alert");
        for (const query of ["MATCH (n RETURN n", "CREATE (n:Person)"]) {
          await write(page, query);
          await editor(page).press("Control+Enter");
          await alert.getByText("The database does not take this query:").waitFor();
          await alert.getByText("A query can only read.").waitFor();
        }
        await expectText(alert.locator("pre"), /^a query can only read: what it wrote would be gone/);
        await write(page, "RETURN '<img src=x>' AS text, null AS nothing, [1, 'زبان'] AS list");
        await editor(page).press("Control+Enter");
        await dock(page).getByText("1 row", { exact: true }).waitFor();
        expect(await table(page).getByRole("cell").allInnerTexts()).toEqual(["<img src=x>", "–", "1\nزبان"]);

        await write(page, "MATCH (n {id: 'person:nobody'}) RETURN n");
        await editor(page).press("Control+Enter");
        await dock(page).getByText("Nothing in the graph fits.").waitFor();

        for (const [status, title, advice] of [
          [422, "The query takes too long or too much memory:", "Ask for less"],
          [503, "The query could not be answered:", "Look whether the server still runs"],
        ] as const) {
          await page.route("**/api/query", (route) =>
            route.fulfill({ status, contentType: "application/problem+json", body: '{"detail":"<b>why</b>"}' }),
          );
          await editor(page).press("Control+Enter");
          for (const text of [title, advice, "<b>why</b>"]) await alert.getByText(text).waitFor();
        }
      },
      // The browser tells of the answers that are errors; the page has told the reader.
      { hash: "#dock=query", expected: [/status of (400|422|503)/] },
    );
  });

  it("about a large graph show what its overview does not hold", async () => {
    const far = {
      id: "gov:19998",
      labels: ["Entity", "Government"],
      properties: { kind: "Government", label: "State 19998" },
    };
    const query = (): Promise<QueryResult> => Promise.resolve({ columns: ["n"], rows: [[far]], truncated: false });
    const server = await serveViewer({ ...starSource(20_100), query });
    try {
      await viewer.visit(
        async (page) => {
          await page.getByText(/^Showing 1,500 of 20,101/).waitFor();
          await write(page, "MATCH (n) RETURN n");
          await editor(page).press("Control+Enter");
          await dock(page).getByText("In it: 1 node, 0 facts.").waitFor();
          await page.getByText(/^Showing 1,501 of 20,101/).waitFor();
          await table(page).getByRole("button", { name: "State 19998" }).click();
          await expectText(heading(page), "State 19998");
        },
        { url: server.url, hash: "#dock=query" },
      );
    } finally {
      await server.close();
    }
  });

  it("are not offered by a file that holds its graph, since it has no database", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dragoman-query-"));
    const { graph, ontology, positions } = viewer.source;
    const page = { viewer: VIEWER, ontology, positions, article: () => undefined };
    const file = join(folder, "graph.html");
    try {
      await writeExport(html, graph, { page: () => Promise.resolve(page) }, file);
      const url = pathToFileURL(file).href;
      await viewer.visit(
        async (opened) => {
          await opened.getByRole("toolbar").getByRole("button", { name: "Timeline", exact: true }).waitFor();
          expect(await opened.getByRole("toolbar").getByRole("button", { name: "Query" }).count()).toBe(0);
          expect(await dock(opened).count()).toBe(0);
        },
        { url, hash: "#dock=query" },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../helpers/browser.ts";
import { openSeedsSource } from "../helpers/seeds-graph.ts";
import { expectText, heading, openViewer, panel, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const GERMAN = "000_26e7d26395f65de3";
const BLINKEN = "person:antony-blinken";
/** Two who might be one. */
const ALIKE = {
  a: "Der SPD-Politiker Nils Schmid traf am Montag in Berlin den türkischen Außenminister Mevlüt Çavuşoğlu.",
  b: "Der SPD-Politiker Nils Schmidl kritisierte am Dienstag die Regierung der Türkei.",
};

describe.skipIf(executable === undefined)("decisions in the viewer", () => {
  let viewer: TestViewer;
  let seeds: Awaited<ReturnType<typeof openSeedsSource>>;
  beforeAll(async () => {
    seeds = await openSeedsSource(ALIKE);
    viewer = await openViewer(executable ?? "", seeds.source);
  });
  afterAll(async () => {
    await viewer?.close();
    await seeds?.close();
  });

  const factOf = (relation: string, source: string, target: string): string => {
    const found = [...viewer.source.graph.edges()].find(
      (edge) => edge.relation === relation && edge.source === source && edge.target === target,
    );
    return `#fact=${encodeURIComponent(found?.id ?? "")}`;
  };
  const picked = (...ids: readonly string[]): string =>
    `#panel=picked${ids.map((id) => `&picked=${encodeURIComponent(id)}`).join("")}`;

  it("takes two nodes for one and parts them again, and shows that without being loaded anew", async () => {
    await viewer.visit(
      async (page) => {
        let loads = 0;
        page.on("load", () => (loads += 1));
        await panel(page).getByText("Why this is one").click();
        await panel(page).getByRole("button", { name: "It is the same as …" }).click();
        const form = panel(page).getByRole("form", { name: "It is the same as …" });
        expect(await form.getByRole("button", { name: "Record" }).isDisabled()).toBe(true);
        await form.getByRole("searchbox").fill("blinken");
        await form.getByRole("radio", { name: /^Antony Blinken/ }).check();
        await form.getByRole("textbox", { name: /^Why/ }).fill("a test");
        await form.getByRole("textbox", { name: /^Who decides/ }).fill("Ada");
        await form.getByRole("button", { name: "Record" }).click();
        const notice = page.locator(".decision-notice");
        await notice.getByText("Recorded in the journal.").waitFor();
        await expectText(heading(page), "Antony Blinken");
        await panel(page).getByRole("region", { name: "Names" }).getByText("Ned Price").waitFor();

        await panel(page).getByText("Why this is one").click();
        await expectText(panel(page).locator(".verdicts"), /^One: Ned Price – Antony Blinken Ada.* a test Take back$/);
        await notice.getByRole("button", { name: "Take back" }).click();
        await notice.getByText("Taken back.").waitFor();
        await expectText(panel(page).locator(".verdicts"), /Taken back ?Ada/);
        await notice.getByRole("button", { name: "Ned Price" }).click();
        await expectText(heading(page), "Ned Price");

        await panel(page).getByText("Why this is one").click();
        await panel(page).getByRole("button", { name: "It is called otherwise …" }).click();
        await page.keyboard.press("Escape");
        // What had the focus is gone: it goes on where the form was.
        await expectText(page.locator(":focus"), "It is called otherwise …");
        await page.keyboard.press("Enter");
        expect(
          await panel(page)
            .getByRole("textbox", { name: /^Who decides/ })
            .inputValue(),
        ).toBe("Ada");
        // What the server refuses is said, and what was typed is still there.
        await panel(page).getByRole("textbox", { name: "Name", exact: true }).fill("!?");
        await page.keyboard.press("Enter");
        await expectText(panel(page).getByRole("alert"), /^This was not recorded\. .*holds no letter/);
        await panel(page).getByRole("textbox", { name: "Name", exact: true }).fill("Edward Price");
        await page.keyboard.press("Enter");
        await expectText(heading(page), "Edward Price");
        // What is open stays open, and the focus is where the form was.
        await expectText(page.locator(":focus"), "It is called otherwise …");

        await panel(page).getByRole("button", { name: "Write a note …" }).click();
        await panel(page).getByRole("textbox", { name: "Note", exact: true }).fill("called back");
        await page.keyboard.press("Enter");
        await expectText(panel(page).locator(".verdicts > li").first(), /^Note: Edward Price → called back Ada/);
        expect(loads).toBe(0);
        const kept = await page.evaluate("localStorage.getItem('dragoman.preferences')");
        expect(kept).toContain('"author":"Ada"');
      },
      { hash: `#node=${encodeURIComponent("person:ned-price")}`, expected: [/status of 422/] },
    );
  });

  it("parts a node, takes a fact out that is wrong, and lists all that was decided", async () => {
    await viewer.visit(async (page) => {
      const call = [...viewer.source.graph.nodes()].find(({ id }) => id.startsWith("event:call-2022-05-06"));
      await page.goto(`${viewer.url}#node=${encodeURIComponent(call?.id ?? "")}`);
      await panel(page).getByText("Why this is one").click();
      await panel(page).getByText("the same occasion").waitFor();
      await panel(page).getByRole("button", { name: "A part of it is another …" }).click();
      await panel(page).getByRole("checkbox", { name: GERMAN }).check();
      await panel(page).getByRole("button", { name: "Record" }).click();
      const notice = page.locator(".decision-notice");
      await notice.getByText("Recorded in the journal.").waitFor();
      expect(await notice.getByRole("button", { name: /^Call: / }).count()).toBe(2);
      await notice.getByRole("button", { name: "Take back" }).click();
      await notice.getByText("Taken back.").waitFor();
      expect(await notice.getByRole("button", { name: /^Call: / }).count()).toBe(1);

      const denial = factOf("DENIED", "gov:US", "person:imran-khan");
      await page.goto(viewer.url + denial);
      await panel(page).getByRole("button", { name: "This is wrong …" }).click();
      await panel(page).getByRole("button", { name: "Record" }).click();
      await notice.getByText("Recorded in the journal.").waitFor();
      await expectText(heading(page), /^(United States|Imran Khan)$/);
      expect(factOf("DENIED", "gov:US", "person:imran-khan")).toBe("#fact=");
      await page.keyboard.press("Escape");
      await page.getByText("Decisions of people").click();
      const decisions = page.locator(".verdicts").last().getByRole("listitem");
      await expectText(decisions.first(), /^Rejected: .*United States.* Take back$/);
      await decisions.first().getByRole("button", { name: "Take back" }).click();
      await decisions.first().getByRole("textbox", { name: /^Why/ }).fill("too hasty");
      await page.keyboard.press("Enter");
      await notice.getByText("Taken back.").waitFor();
      await expect.poll(() => factOf("DENIED", "gov:US", "person:imran-khan")).toBe(denial);
      await expectText(decisions.first(), /Taken back.* too hasty Put in force again$/);
      // Another button is there than the one that had the focus.
      await expectText(page.locator(":focus"), "Put in force again");
      await page.keyboard.press("Enter");
      await decisions.first().getByRole("button", { name: "Record" }).click();
      await expect.poll(() => factOf("DENIED", "gov:US", "person:imran-khan")).toBe("#fact=");
      await expectText(decisions.first(), /too hasty In force again.* Take back$/);
    });
  });

  it("asks about pairs that might be one, by keyboard alone", async () => {
    await viewer.visit(async (page) => {
      await page.goto(`${viewer.url}#node=person:nils-schmid`);
      await panel(page).getByText("Why this is one").click();
      await panel(page).getByRole("button", { name: "It is the same as …" }).click();
      // What might be one with it is offered before anything is typed.
      await panel(page)
        .getByRole("radio", { name: /^Nils Schmidl/ })
        .waitFor();
      await panel(page).getByRole("button", { name: "Close" }).click();
      // What had the focus is gone with the panel: it goes on in its place.
      await expect.poll(() => page.locator(":focus").getAttribute("class")).toBe("panel");
      await page.getByText("Decisions of people").click();
      const pair = page.locator(".verdicts").first().getByRole("listitem");
      await expectText(pair, /^Nils Schmid Nils Schmidl .* of what is needed1 article They are one They are two$/);
      await pair.getByRole("button", { name: "They are two" }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.type("another party");
      await page.keyboard.press("Enter");
      await page.getByText("No two nodes might be one.").waitFor();
      const decision = page.locator(".verdicts").last().getByRole("listitem").first();
      await expectText(decision, /^Two: Nils Schmid – Nils Schmidl .* another party Take back$/);
      // The pair is gone that had the focus: the next that can be decided has it.
      await expectText(page.locator(":focus"), "Take back");
      await page.keyboard.press("Enter");
      await decision.getByRole("button", { name: "Record" }).click();
      await pair.first().getByRole("button", { name: "They are one" }).click();
      await pair.first().getByRole("button", { name: "Record" }).click();
      const notice = page.locator(".decision-notice");
      await notice.getByText("Recorded in the journal.").waitFor();
      const left = ["person:nils-schmid", "person:nils-schmidl"].flatMap((id) => viewer.source.graph.node(id) ?? []);
      await expectText(notice.locator(".decided-nodes"), left.map(({ label }) => label).join());
    });
  });

  it("makes picked nodes one; of a person and a state it asks first, and of an event and a person never", async () => {
    await viewer.visit(
      async (page) => {
        await panel(page).getByRole("button", { name: "They are one" }).click();
        const form = panel(page).getByRole("form", { name: "They are one" });
        await form.getByText("They are of several kinds: Person and Government.").waitFor();
        const record = form.getByRole("button", { name: "Record" });
        expect(await record.isDisabled()).toBe(true);
        await form.getByRole("checkbox", { name: "They are one all the same" }).check();
        await record.click();
        const notice = page.locator(".decision-notice");
        await notice.getByText("Recorded in the journal.").waitFor();
        expect(viewer.source.graph.node(BLINKEN)).toBeUndefined();
        await notice.getByRole("button", { name: "Take back" }).click();
        await notice.getByText("Taken back.").waitFor();
        expect(viewer.source.graph.node(BLINKEN)).toBeDefined();

        const event = [...viewer.source.graph.nodes()].find(({ type }) => type === "event");
        await page.goto(viewer.url + picked(BLINKEN, event?.id ?? ""));
        await expectText(heading(page), "2 nodes picked");
        expect(await panel(page).getByRole("button", { name: "They are one" }).count()).toBe(0);
        // The form takes the same care.
        await page.goto(`${viewer.url}#node=${encodeURIComponent(BLINKEN)}`);
        await panel(page).getByText("Why this is one").click();
        await panel(page).getByRole("button", { name: "It is the same as …" }).click();
        await panel(page).getByRole("searchbox").fill("pakistan");
        const offered = panel(page).getByRole("radiogroup").locator("label");
        await offered.filter({ hasText: "Government" }).first().waitFor();
        expect(await offered.filter({ hasText: "Event" }).count()).toBe(0);
      },
      { hash: picked(BLINKEN, "gov:PK") },
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { articleIdOf } from "../../src/model/ids.ts";
import type { GraphSource, ServedArticle } from "../../src/server/source.ts";
import { findBrowser } from "../helpers/browser.ts";
import { article, edge, entity, event, evidence } from "../helpers/graph.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { expectText, heading, openViewer, panel, type TestViewer } from "../helpers/viewer.ts";

const executable = findBrowser();
const TEXT = "Dar said that Brussels had denied a deal.\n";
const NUMBERS = Array.from({ length: 230 }, (_, index) => index);

/** A small graph in which every field is said that panels have a place for. */
function fullSource(): GraphSource {
  const stored: ServedArticle = {
    id: articleIdOf(TEXT),
    text: TEXT,
    sources: [
      { name: "a1", url: "https://news.example/a1", outlet: "Dawn", publishedAt: "2024-05-06", title: "A denial" },
      { name: "a2", url: "https://mirror.example/a2", outlet: "روزنامہ" },
      { name: "a3" },
    ],
    earlier: [{ id: articleIdOf("T"), source: { name: "a0", publishedAt: "2024-05-05" }, until: "2024-05-06" }],
  };
  const said = evidence("Dar said that Brussels had denied a deal.", {
    article: "a1",
    attribution: ["person:dar", "officials"],
  });
  const claim = edge("f:claim", "gov:PK", "AGREED_WITH", "org:eu", { modality: "alleged", evidence: [said] });
  const graph = createGraph(
    [
      entity("person:dar", {
        label: "Ishaq Dar",
        names: { en: ["Ishaq Dar"], ur: ["اسحاق ڈار"] },
        aliases: ["Dar", "Ishaq Dar", "Mr Dar"],
        sameAs: ["Q6079210", "https://example.org/dar", "javascript:alert(1)"],
        mentions: 3,
      }),
      entity("gov:PK", { kind: "Government", label: "Pakistan" }),
      entity("org:eu", { kind: "Organization", label: "European Union" }),
      entity("person:hub", { label: "Hub" }),
      ...NUMBERS.map((index) => entity(`person:${index}`, { label: `Person ${index}` })),
      event("event:talks", { label: "Talks", date: "2024-05", dateFrom: "2024-05-03", dateTo: "2024-05-06" }),
      article("article:1", {
        label: "a1",
        title: "A denial",
        outlet: "Dawn",
        publishedAt: "2024-05-06",
        url: "https://news.example/a1",
        copyOf: "article:9",
      }),
      article("article:9", { label: "a9", title: "A denial, first" }),
    ],
    [
      claim,
      edge("f:denial", "org:eu", "DENIED", "gov:PK", {
        about: "f:claim",
        event: "event:talks",
        date: "2024-05",
        dateFrom: "2024-05-03",
        dateTo: "2024-05-06",
        role: "host",
        evidence: [said],
      }),
      edge("f:office", "person:dar", "HOLDS_OFFICE", "gov:PK", { office: "foreign-minister", evidence: [said] }),
      edge("f:former", "person:dar", "HOLDS_OFFICE", "gov:PK", {
        office: "finance-minister",
        modality: "denied",
        evidence: [said],
      }),
      edge("f:met", "org:eu", "MET", "gov:PK", { evidence: [evidence("They met.", { article: "a7" })] }),
      edge("m:1", "person:dar", "MENTIONED_IN", "article:1", { evidence: [said] }),
      ...NUMBERS.map((index) =>
        edge(`f:${index}`, "person:hub", "MET", `person:${index}`, {
          evidence: [evidence("They met.", { article: "a7" })],
        }),
      ),
    ],
  );
  return { ...servedSource(), graph, positions: new Map(), article: (name) => (name === "a1" ? stored : undefined) };
}

describe.skipIf(executable === undefined)("panels", () => {
  let viewer: TestViewer;
  beforeAll(async () => {
    viewer = await openViewer(executable ?? "", fullSource());
  });
  afterAll(async () => {
    await viewer?.close();
  });

  it("tell of an article where and when it was published, where else, and what stood there before", async () => {
    await viewer.visit(
      async (page) => {
        const properties = panel(page).locator(".properties");
        await expectText(
          properties,
          "Outlet Dawn Published May 6, 2024 Original news.example Also published by روزنامہ, a3 Same text as A denial, first Earlier versions May 5, 2024 until May 6, 2024",
        );
        const links = await properties
          .getByRole("link")
          .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
        expect(links).toEqual(["https://news.example/a1", "https://mirror.example/a2"]);
        // Without what was read in it, a key leads to the facts.
        await panel(page).locator(".article-text [tabindex='0']").focus();
        await page.keyboard.press("Enter");
        await panel(page)
          .getByRole("button", { name: /^European Union rejected what was said by Pakistan/ })
          .waitFor();
      },
      { hash: "#article=a1" },
    );
  });

  it("tell of a fact how it is said and by whom, when, as what, about what, and what else there is between the two", async () => {
    await viewer.visit(
      async (page) => {
        await expectText(
          panel(page).locator(".properties"),
          /^Stated as actual Date May 2024 May 3, 2024 – May 6, 2024 Event Talks Role host About Pakistan agreed with European Union alleged Confidence 90%$/,
        );
        await expectText(panel(page).locator(".attribution").last(), "Says: Ishaq Dar › officials");
        await expectText(
          panel(page).locator("figcaption").last(),
          /^A denial English ?Dawn ?May 6, 2024 ?Same text as A denial, first ?en\.speak-with/,
        );
        const others = panel(page).getByRole("region", { name: "Other facts between the two" });
        await others.getByRole("button", { name: /^Pakistan agreed with European Union/ }).waitFor();
        // Relations stand in the order of the ontology.
        await heading(page).getByRole("button", { name: "European Union" }).click();
        const relations = panel(page).locator(".facts").first().locator("dt");
        await expect.poll(() => relations.allInnerTexts()).toEqual(["met", "rejected what was said by"]);
        await page.goBack();
        await panel(page).locator(".attribution").last().getByRole("button", { name: "Ishaq Dar" }).click();
        await expectText(heading(page), "Ishaq Dar");
        await expectText(
          panel(page).getByRole("region", { name: "Names" }),
          "Names English Ishaq Dar 1× Urdu اسحاق ڈار Other names Dar · Mr Dar 2× Elsewhere Q6079210 · https://example.org/dar",
        );
        const offices = panel(page).getByRole("region", { name: "Offices" });
        await expectText(
          offices,
          /^Offices The dates are those of the reports\. .* foreign minister, Pakistan reported May 6, 2024 ?1 article$/,
        );
        expect(await panel(page).getByText("1 more, hidden by the filters").count()).toBe(1);
      },
      { hash: "#fact=f:denial" },
    );
  });

  it("give more of a node with many facts", async () => {
    await viewer.visit(
      async (page) => {
        const facts = panel(page).getByRole("region", { name: /^Facts/ });
        await facts.getByRole("heading", { name: "Facts (200/230)" }).waitFor();
        await panel(page).getByRole("button", { name: "Show 30 more" }).click();
        await facts.getByRole("heading", { name: "Facts", exact: true }).waitFor();
        expect(await facts.getByRole("listitem").count()).toBe(230);
        expect(
          await panel(page)
            .getByRole("button", { name: /^Show .* more$/ })
            .count(),
        ).toBe(0);
        // Nobody takes decisions here.
        expect(await panel(page).getByText("Why this is one").count()).toBe(0);
      },
      { hash: "#node=person:hub" },
    );
  });
});

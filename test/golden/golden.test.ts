import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";
import type { EventDraft, StatementDraft } from "../../src/model/extraction.ts";
import { expectGolden } from "../helpers/golden.ts";
import { articleOf, extract, graphOf, SEEDS } from "../helpers/knowledge.ts";
import { labelOf, writeStatement, type Reading } from "../helpers/reading.ts";

/** Length of an ISO day. */
const DAY_LENGTH = 10;
const root = fileURLToPath(new URL("./", import.meta.url));
const folders = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const cases = folders(root)
  .filter((language) => language !== "seeds" && language !== "stories")
  .flatMap((language) => folders(join(root, language)).map((slug) => [language, slug] as const));

describe("articles", () => {
  it.each(cases)("%s/%s", (language, slug) => {
    const folder = join(root, language, slug);
    const article = articleOf(readFileSync(join(folder, "article.txt"), "utf8"), { name: slug });
    const reading = { article, extraction: extract(article) };
    const { entities, events, statements } = reading.extraction;
    expectGolden(join(folder, "expected.yaml"), {
      language: reading.extraction.language,
      anchor: reading.extraction.anchor.date ?? null,
      entities: entities.map(
        ({ kind, known }, i) => `${kind}: ${labelOf(reading, `e${i}`)}${known === undefined ? "" : ` (${known})`}`,
      ),
      events: events.map((event) => describeEvent(reading, event)),
      statements: describeStatements(reading, statements),
    });
  });
});

/** Articles of several days and languages that tell of the same events; each is named by its day and its language. */
describe("articles that tell one story", () => {
  it.each(folders(join(root, "stories")))("%s", (slug) => {
    const folder = join(root, "stories", slug);
    const articles = readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => {
        const name = file.replace(/\.txt$/, "");
        return articleOf(readFileSync(join(folder, file), "utf8"), { name, publishedAt: name.slice(0, DAY_LENGTH) });
      });
    const events = [...graphOf(articles).nodes()].filter((node) => node.type === "event");
    expectGolden(join(folder, "expected.yaml"), {
      events: events.map((event) => ({
        event: `${event.label} | ${event.date ?? "undated"} | ${event.place ?? "somewhere"} | ${event.status}`,
        history: rowsOf(event.historyStatuses, event.historyDates, event.historyArticles),
        counts: rowsOf(event.countKinds, event.countValues, event.countArticles),
        conflicts: rowsOf(event.conflictFields, event.conflictValues, event.conflictArticles),
      })),
    });
  });
});

/** Parallel lists, a row of each. */
function rowsOf(...lists: readonly (readonly string[])[]): readonly string[] {
  return (lists[0] ?? []).map((_, i) => lists.map((list) => list[i] || "-").join(" | "));
}

describe("the sample articles", () => {
  it("give one graph", () => {
    const folder = join(SEEDS, "articles");
    const articles = readdirSync(folder)
      .sort()
      .map((file) => articleOf(readFileSync(join(folder, file), "utf8"), { name: file.slice(0, 3) }));
    const graph = graphOf(articles);
    const label = (id: string): string => graph.node(id)?.label ?? id;
    const nodes = [...graph.nodes()].filter(({ type }) => type !== "article");
    const edges = [...graph.edges()].filter(({ relation }) => relation !== "MENTIONED_IN");
    expectGolden(join(root, "seeds", "expected.yaml"), {
      nodes: nodes.map(
        (node) =>
          `${node.id} | ${node.label}${node.type === "event" ? ` | ${node.date ?? "undated"} | ${node.status}` : ""}`,
      ),
      edges: edges
        .map(({ source, relation, target, modality, date, office, evidence }) => {
          const names = [...new Set(evidence.map(({ article }) => article))].join(" ");
          const more = [
            ...(modality === "actual" ? [] : [modality]),
            ...(date === null ? [] : [date]),
            ...(office === null ? [] : [office]),
            names,
          ];
          return [`${label(source)} ${relation} ${label(target)}`, ...more].join(" | ");
        })
        .sort(),
    });
  });
});

function describeEvent(reading: Reading, event: EventDraft): string {
  const { date, from, to } = event.time;
  const people = event.participants.map(({ entity, role }) => `${role} ${labelOf(reading, entity)}`);
  return [
    `${event.type}${event.names[0] === undefined ? "" : ` “${event.names[0].text}”`}`,
    date ?? (from === undefined ? "undated" : `${from}/${to ?? ""}`),
    event.status,
    ...(event.place === undefined ? [] : [`in ${labelOf(reading, event.place)}`]),
    ...(event.ordinal === undefined ? [] : [`no. ${event.ordinal}`]),
    ...(event.medium === undefined ? [] : [event.medium]),
    ...(people.length === 0 ? [] : [people.join(", ")]),
  ].join(" | ");
}

/** Every statement by the sentence that says it. Who takes part in events stands with the events. */
function describeStatements(reading: Reading, statements: readonly StatementDraft[]): Record<string, string[]> {
  const bySentence: Record<string, string[]> = {};
  const inOrder = [...statements]
    .filter(({ relation }) => relation !== "PARTICIPATED_IN")
    .sort((a, b) => a.evidence.start - b.evidence.start);
  for (const statement of inOrder) {
    const { evidence, attribution, office } = statement;
    const sources = attribution.map((source) =>
      typeof source === "string" ? labelOf(reading, source) : `“${source.words}”`,
    );
    const said = sources.length === 0 ? [] : [`says ${sources.join(" > ")}`];
    const line = [writeStatement(reading, statement), ...(office === undefined ? [] : [office]), ...said].join(" | ");
    (bySentence[reading.article.text.slice(evidence.start, evidence.end)] ??= []).push(line);
  }
  return bySentence;
}

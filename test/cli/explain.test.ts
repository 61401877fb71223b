import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { describeStats } from "../../src/cli/describe-stats.ts";
import { explain } from "../../src/cli/explain.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { buildGraph } from "../../src/pipeline/build-graph.ts";
import { countGraph } from "../../src/server/stats.ts";
import { articleOf, extract, knowledge, SEEDS } from "../helpers/knowledge.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph } = servedSource();
const call = [...graph.edges()].find(({ relation, date }) => relation === "SPOKE_WITH" && date === "2022-05-06");

describe("a fact", () => {
  const text = explain(graph, [], call?.id ?? "");

  test("is told with its ends, its date and how the texts put it", () => {
    expect(text).toMatch(/^fact:/);
    expect(text).toContain("Antony Blinken SPOKE_WITH Bilawal Bhutto-Zardari (2022-05-06)");
    expect(text).toMatch(/modality +actual/);
    expect(text).toMatch(/event +event:/);
  });

  test("with every sentence that says it, where it stands and the rule that read it", () => {
    expect(call?.evidence.length).toBeGreaterThan(1);
    for (const { article, start, end, rule, text: quote } of call?.evidence ?? []) {
      expect(text).toMatch(new RegExp(`${article} \\(..\\), ${start}–${end}, rule ${rule}`));
      expect(text).toContain(quote.replaceAll(/\s+/g, " "));
    }
  });

  test("and with who says so", () => {
    const reported = [...graph.edges()].find(({ evidence }) =>
      evidence.some(({ attribution }) => attribution.length > 0),
    );
    const source = reported?.evidence.find(({ attribution }) => attribution.length > 0)?.attribution[0] ?? "";
    expect(explain(graph, [], reported?.id ?? "")).toContain(`, as told by ${graph.node(source)?.label ?? source}`);
  });
});

describe("a node", () => {
  test("is told with the names that were brought together in it, and its facts", () => {
    const text = explain(graph, [], "person:antony-blinken");
    expect(text).toMatch(/^person:antony-blinken\nAntony Blinken \(Person\)\n/);
    expect(text).toMatch(/names \(ur\) .*بلنکن/);
    expect(text).toMatch(/called .*Antony Blinken( \(\d+\))?, /);
    expect(text).not.toContain("(0)");
    expect(text).toMatch(/mentioned +\d+ times? in \d articles?/);
    expect(text).toMatch(new RegExp(`In \\d+ facts:\n(?: {2}fact:.*\n)* {2}${call?.id} {2}Antony Blinken SPOKE_WITH`));
    expect(text).toMatch(/\n\nIn 5 articles:\n(?: {2}\d{3}_\w+\n){5}$/);
  });

  test("an event with its date, an article with its title", () => {
    expect(explain(graph, [], call?.event ?? "")).toMatch(/type +Call\n +date +2022-05-06/);
    const told = explain(graph, [], "event:meeting-food");
    expect(told).toMatch(/history +postponed in 000_\w+\n +history +planned, 2022-05-18 in 001_/);
    expect(told).toMatch(/count +deployed >=3000 in 001_/);
    expect(told).toMatch(/conflict +place is New York in 000_\w+\n +conflict +place is Washington in 001_/);
    const article = [...graph.nodes()].find((node) => node.type === "article" && node.title !== null);
    expect(explain(graph, [], article?.id ?? "")).toMatch(/title +\S/);
  });
});

describe("what was read", () => {
  const files = readdirSync(join(SEEDS, "articles")).sort();
  const records = files.map((name) => {
    const article = articleOf(readFileSync(join(SEEDS, "articles", name), "utf8"), { name });
    return { article, extraction: extract(article) };
  });
  const read = buildGraph(records, knowledge);

  test.each(records.map((record, i) => ({ name: files[i], record })))(
    "in $name is told of the article, every statement with its rule and its words",
    ({ record: { article, extraction } }) => {
      expect(extraction.statements.length).toBeGreaterThan(5);
      const text = explain(read, records, `article:${article.id}`);
      expect(text).toContain(`\n${extraction.statements.length} statements read in it:\n`);
      for (const { relation, evidence, rule, trigger } of extraction.statements) {
        expect({ rule, words: trigger.length > 0 }).toEqual({ rule: expect.stringMatching(/^\S+$/), words: true });
        const words = trigger.map(({ start, end }) => `“${article.text.slice(start, end)}”`).join(", ");
        expect(text).toContain(`\n    ${evidence.start}–${evidence.end}, rule ${rule} by ${words}\n`);
        expect(text).toContain(` ${relation} `);
      }
    },
  );

  test("of a fact is told with the words in each sentence", () => {
    const facts = [...read.edges()].filter(({ relation }) => relation !== "MENTIONED_IN");
    expect(facts.length).toBeGreaterThan(30);
    for (const { id, evidence } of facts) {
      const lines = explain(read, records, id).split("\n");
      for (const { start, end, rule } of evidence) {
        expect(lines.some((line) => line.includes(`, ${start}–${end}, rule ${rule} by “`))).toBe(true);
      }
    }
  });

  test("in a language without rules is said to be names only", () => {
    const article = articleOf(
      "Le ministre de la Chine a rencontré son homologue de l’Iran à Paris, selon les agences.",
    );
    const record = { article, extraction: extract(article) };
    expect(explain(buildGraph([record], knowledge), [record], `article:${article.id}`)).toMatch(
      /There are no rules for its language.*\n\n0 statements read in it:\n$/,
    );
  });
});

test("copies of one text are told, with how many texts say a fact", () => {
  const text = "US Secretary of State Antony Blinken spoke with German Chancellor Olaf Scholz on Friday.";
  const copies = [articleOf(text, { name: "a" }), articleOf(`${text}\n`, { name: "b" })];
  const records = copies.map((article) => ({ article, extraction: extract(article) }));
  const built = buildGraph(records, knowledge);
  expect(explain(built, records, `article:${copies[1]?.id}`)).toContain(`same text as  article:${copies[0]?.id} (a)`);
  const fact = [...built.edges()].find(({ relation }) => relation === "SPOKE_WITH");
  expect(explain(built, records, fact?.id ?? "")).toContain("Said in 2 articles, which print 1 text:");
});

test("what is not there is named, with what is similar", () => {
  expect(() => explain(graph, [], "blinken")).toThrow(
    /holds no fact or node blinken; is it person:antony-blinken \(Antony Blinken\)/,
  );
  expect(() => explain(graph, [], "fact:0")).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
});

test("the counts of a graph are listed, those of an empty one are none", () => {
  const text = describeStats(countGraph(graph, [{ name: "people.csv", entities: [] }]));
  expect(text).toMatch(/^5 articles, \d+ nodes, \d+ edges, \d+ quotes\n\nNodes by kind\n/);
  expect(text).toMatch(/\n {2}Person +\d+\n/);
  expect(text).toMatch(/\n\nRows by gazetteer of your own\n {2}people\.csv {2}0\n$/);
  expect(describeStats(countGraph(createGraph([], []), []))).toBe("0 articles, 0 nodes, 0 edges, 0 quotes\n");
});

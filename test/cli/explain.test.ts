import { describe, expect, test } from "vitest";
import { describeStats } from "../../src/cli/describe-stats.ts";
import { explain } from "../../src/cli/explain.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { countGraph } from "../../src/server/stats.ts";
import { servedSource } from "../helpers/served-graph.ts";

const { graph } = servedSource();
const call = [...graph.edges()].find(({ relation, date }) => relation === "SPOKE_WITH" && date === "2022-05-06");

describe("a fact", () => {
  const text = explain(graph, call?.id ?? "");

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
    expect(explain(graph, reported?.id ?? "")).toContain(`, as told by ${graph.node(source)?.label ?? source}`);
  });
});

describe("a node", () => {
  test("is told with the names that were brought together in it, and its facts", () => {
    const text = explain(graph, "person:antony-blinken");
    expect(text).toMatch(/^person:antony-blinken\nAntony Blinken \(Person\)\n/);
    expect(text).toMatch(/names \(ur\) .*بلنکن/);
    expect(text).toMatch(/mentioned +\d+ times? in \d articles?/);
    expect(text).toMatch(new RegExp(`In \\d+ facts:\n(?: {2}fact:.*\n)* {2}${call?.id} {2}Antony Blinken SPOKE_WITH`));
    expect(text).toMatch(/\n\nIn 5 articles:\n(?: {2}\d{3}_\w+\n){5}$/);
  });

  test("an event with its date, an article with its title", () => {
    expect(explain(graph, call?.event ?? "")).toMatch(/type +Call\n +date +2022-05-06/);
    const article = [...graph.nodes()].find((node) => node.type === "article" && node.title !== null);
    expect(explain(graph, article?.id ?? "")).toMatch(/title +\S/);
  });
});

test("what is not there is named, with what is similar", () => {
  expect(() => explain(graph, "blinken")).toThrow(
    /holds no fact or node blinken; is it person:antony-blinken \(Antony Blinken\)/,
  );
  expect(() => explain(graph, "fact:0")).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
});

test("the counts of a graph are listed, those of an empty one are none", () => {
  const text = describeStats(countGraph(graph));
  expect(text).toMatch(/^5 articles, \d+ nodes, \d+ edges, \d+ quotes\n\nNodes by kind\n/);
  expect(text).toMatch(/\n {2}Person +\d+\n/);
  expect(describeStats(countGraph(createGraph([], [])))).toBe("0 articles, 0 nodes, 0 edges, 0 quotes\n");
});

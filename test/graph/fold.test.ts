import { describe, expect, it } from "vitest";
import { foldGraph } from "../../src/graph/fold.ts";
import type { StatementDraft } from "../../src/model/extraction.ts";
import type { Graph, GraphEdge } from "../../src/model/graph.ts";
import type { LanguageCode } from "../../src/model/ids.ts";
import { compareText } from "../../src/model/text.ts";
import { spanOfDate } from "../../src/model/time.ts";
import type { ArticleRecord } from "../../src/pipeline/build-graph.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { entityDraft, eventDraft, recordOf, statementDraft } from "../helpers/extraction.ts";
import { articleOf, graphOf, knowledge } from "../helpers/knowledge.ts";

const ENTITIES = [
  entityDraft("Antony Blinken", { known: "person:antony-blinken" }),
  entityDraft("Shah Mahmood Qureshi", { known: "person:shah-mahmood-qureshi" }),
  entityDraft("Pakistan", { kind: "Government", known: "gov:PK" }),
  entityDraft([]),
];
const [BLINKEN, QURESHI, PAKISTAN, NOBODY] = ["e0", "e1", "e2", "e3"] as const;

type More = Omit<Parameters<typeof recordOf>[1], "entities" | "statements"> & {
  readonly publishedAt?: string;
  readonly name?: string;
};

function record(
  text: string,
  statements: readonly StatementDraft[],
  { publishedAt, name, ...more }: More = {},
): ArticleRecord {
  const source = { ...(publishedAt === undefined ? {} : { publishedAt }), ...(name === undefined ? {} : { name }) };
  return recordOf(text, { entities: ENTITIES, statements, ...more }, source);
}

function fold(records: readonly ArticleRecord[]): Graph {
  const sorted = [...records].sort((a, b) => compareText(a.article.id, b.article.id));
  return foldGraph(sorted, resolve(sorted, knowledge), knowledge.ontology);
}

const edgesOf = (graph: Graph, relation: string): readonly GraphEdge[] =>
  [...graph.edges()].filter((edge) => edge.relation === relation);
const spoke = (given: Partial<StatementDraft> = {}): StatementDraft =>
  statementDraft(BLINKEN, "SPOKE_WITH", QURESHI, given);

describe("statements that are one fact", () => {
  it("of two articles are one edge, whose weight counts articles", () => {
    const [edge, ...more] = edgesOf(
      fold([
        record("one", [spoke()]),
        record("two", [spoke()]),
        record("six", [spoke(), spoke({ evidence: { start: 1, end: 3 } })]),
      ]),
      "SPOKE_WITH",
    );
    expect(more).toEqual([]);
    expect([edge?.weight, edge?.evidence.length]).toEqual([3, 4]);
  });

  it("of copies of one text are one voice: all are evidence, and count once, the surest of them", () => {
    const sure = (confidence: number): StatementDraft => spoke({ confidence });
    const [edge] = edgesOf(
      fold([
        record("one", [sure(0.4)]),
        record("“One”", [sure(0.5)]),
        record("one …", [sure(0.3)]),
        record("two", [sure(0.5)]),
      ]),
      "SPOKE_WITH",
    );
    expect([edge?.weight, edge?.confidence]).toEqual([2, 0.75]);
    expect(edge?.evidence.map(({ article }) => article)).toEqual(["one", "one …", "two", "“One”"]);
  });

  it("of a relation without direction are stored once, the smaller id first", () => {
    const graph = fold([record("one", [spoke()]), record("two", [statementDraft(QURESHI, "SPOKE_WITH", BLINKEN)])]);
    expect(edgesOf(graph, "SPOKE_WITH").map(({ source, target, weight }) => [source, target, weight])).toEqual([
      ["person:antony-blinken", "person:shah-mahmood-qureshi", 2],
    ]);
  });

  it("of a relation with direction are two", () => {
    const graph = fold([
      record("one", [statementDraft(BLINKEN, "THANKED", QURESHI), statementDraft(QURESHI, "THANKED", BLINKEN)]),
    ]);
    expect(edgesOf(graph, "THANKED")).toHaveLength(2);
  });

  it("are surer than each of them, and never certain", () => {
    const confidence = (...values: readonly number[]): number | undefined =>
      edgesOf(fold(values.map((value, i) => record(`article ${i}`, [spoke({ confidence: value })]))), "SPOKE_WITH")[0]
        ?.confidence;
    expect(confidence(0.9)).toBe(0.9);
    expect(confidence(0.8, 0.5)).toBe(0.9);
    expect(confidence(0.99, 0.99, 0.99)).toBe(0.99);
  });

  it("of one article count once for how sure it is", () => {
    const [edge] = edgesOf(
      fold([
        record("article", [spoke({ confidence: 0.5 }), spoke({ confidence: 0.6, evidence: { start: 2, end: 5 } })]),
      ]),
      "SPOKE_WITH",
    );
    expect([edge?.confidence, edge?.weight]).toEqual([0.6, 1]);
  });
});

describe("statements that are two facts", () => {
  const time = (date: string): Partial<StatementDraft> => ({ time: spanOfDate(date) });

  it.each<[string, StatementDraft, StatementDraft, string]>([
    ["in two moods", spoke(), spoke({ modality: "negated" }), "SPOKE_WITH"],
    ["on two days", spoke(time("2021-05-16")), spoke(time("2021-07-08")), "SPOKE_WITH"],
    ["with and without a day", spoke(time("2021-05-16")), spoke(), "SPOKE_WITH"],
    [
      "of two offices",
      statementDraft(QURESHI, "HOLDS_OFFICE", PAKISTAN, { office: "foreign-minister" }),
      statementDraft(QURESHI, "HOLDS_OFFICE", PAKISTAN, { office: "prime-minister" }),
      "HOLDS_OFFICE",
    ],
  ])("%s", (_, a, b, relation) => {
    expect(edgesOf(fold([record("text", [a, b])]), relation)).toHaveLength(2);
    expect(edgesOf(fold([record("text", [a]), record("two", [b])]), relation)).toHaveLength(2);
  });

  it("are not made by a date where the fact is a state", () => {
    const office = (date: string): StatementDraft =>
      statementDraft(QURESHI, "HOLDS_OFFICE", PAKISTAN, { office: "foreign-minister", ...time(date) });
    expect(edgesOf(fold([record("text", [office("2021-05-16"), office("2021-07-08")])]), "HOLDS_OFFICE")).toHaveLength(
      1,
    );
  });

  it("of two calls of one pair are two edges, each with its event and date", () => {
    const events = [
      eventDraft("Call", [BLINKEN, QURESHI], { date: "2021-05-16" }),
      eventDraft("Call", [BLINKEN, QURESHI], { date: "2021-07-08" }),
    ];
    const graph = fold([record("text", [spoke({ event: "v0" }), spoke({ event: "v1" })], { events })]);
    const edges = edgesOf(graph, "SPOKE_WITH");
    expect(edges.map(({ date, dateFrom, dateTo }) => `${date} ${dateFrom} ${dateTo}`).sort()).toEqual([
      "2021-05-16 2021-05-16 2021-05-16",
      "2021-07-08 2021-07-08 2021-07-08",
    ]);
    expect(new Set(edges.map(({ event }) => event)).size).toBe(2);
  });
});

describe("statements that make no edge", () => {
  it.each<[string, StatementDraft]>([
    ["of nobody", statementDraft(NOBODY, "THANKED", QURESHI)],
    ["to nobody", statementDraft(BLINKEN, "THANKED", NOBODY)],
    ["to oneself", statementDraft(BLINKEN, "THANKED", BLINKEN)],
    ["of an unknown relation", statementDraft(BLINKEN, "ADORES", QURESHI)],
  ])("%s", (_, statement) => {
    const graph = fold([record("text", [statement])]);
    expect(graph.edgeCount).toBe(0);
    expect([...graph.nodes()].map(({ kind }) => kind)).toEqual(["Article"]);
  });
});

describe("an edge", () => {
  it("of an event has the date that the event has from all its articles", () => {
    const call = (date?: string): ReturnType<typeof eventDraft> =>
      eventDraft("Call", [BLINKEN, QURESHI], { constraint: { weekday: 7 }, ...(date === undefined ? {} : { date }) });
    const graph = fold([
      record("one", [spoke({ event: "v0" })], { events: [call()] }),
      record("two", [spoke({ event: "v0" })], { events: [call("2021-05-16")] }),
    ]);
    expect(edgesOf(graph, "SPOKE_WITH").map(({ date, weight }) => [date, weight])).toEqual([["2021-05-16", 2]]);
  });

  it("quotes exactly what its articles hold, sorted by name and place", () => {
    const text = "Zwei 😀 Sätze: sie sprachen.";
    const at = (start: number, end: number): StatementDraft => spoke({ evidence: { start, end } });
    const graph = fold([
      record(text, [at(15, 28), at(0, 13)], { name: "z" }),
      record("They spoke.", [at(0, 11)], { name: "a" }),
    ]);
    expect(
      edgesOf(graph, "SPOKE_WITH")[0]?.evidence.map(({ article, start, end, text: quote }) => [
        article,
        start,
        end,
        quote,
      ]),
    ).toEqual([
      ["a", 0, 11, "They spoke."],
      ["z", 0, 13, "Zwei 😀 Sätze"],
      ["z", 15, 28, "sie sprachen."],
    ]);
  });

  it("names, of several rules that read one sentence, the surest", () => {
    const graph = fold([
      record("text", [
        spoke({ rule: "b", confidence: 0.5 }),
        spoke({ rule: "c", confidence: 0.9 }),
        spoke({ rule: "a", confidence: 0.9 }),
      ]),
    ]);
    expect(edgesOf(graph, "SPOKE_WITH")[0]?.evidence.map(({ rule }) => rule)).toEqual(["a"]);
  });

  it("says who says so, by id or in words, outermost first", () => {
    const graph = fold([record("text", [spoke({ attribution: [PAKISTAN, { words: "a source" }, NOBODY] })])]);
    expect(edgesOf(graph, "SPOKE_WITH")[0]?.evidence[0]?.attribution).toEqual(["gov:PK", "a source"]);
  });

  it("about another fact leads to it", () => {
    const denied = statementDraft(QURESHI, "DENIED", BLINKEN, { about: 1 });
    const alleged = statementDraft(PAKISTAN, "AIDED", QURESHI, { modality: "alleged" });
    const graph = fold([record("text", [denied, alleged])]);
    expect(edgesOf(graph, "DENIED")[0]?.about).toBe(edgesOf(graph, "AIDED")[0]?.id);
  });

  it("about another that is about it is read without end", () => {
    const graph = fold([
      record("text", [
        statementDraft(QURESHI, "DENIED", BLINKEN, { about: 1 }),
        statementDraft(BLINKEN, "ACCUSED", QURESHI, { about: 0 }),
      ]),
    ]);
    expect([...graph.edges()].map(({ relation }) => relation).sort()).toEqual([
      "ACCUSED",
      "DENIED",
      "MENTIONED_IN",
      "MENTIONED_IN",
    ]);
  });
});

describe("nodes", () => {
  const mentions = [
    { of: BLINKEN, form: "name", start: 0, end: 3, language: "en" as LanguageCode },
    { of: BLINKEN, form: "pronoun", start: 4, end: 6, language: "en" as LanguageCode },
  ] as const;

  it("know how often and in how many articles they are mentioned", () => {
    const graph = fold([
      record("one two three", [], { mentions }),
      record("two one three", [], { mentions: [mentions[0]] }),
    ]);
    const node = graph.node("person:antony-blinken");
    expect(node?.type === "entity" ? [node.mentions, node.articles] : undefined).toEqual([3, 2]);
    expect(edgesOf(graph, "MENTIONED_IN").map(({ source, weight }) => [source, weight])).toEqual([
      ["person:antony-blinken", 1],
      ["person:antony-blinken", 1],
    ]);
  });

  it("of which an article speaks without naming them are mentioned where it says something of them", () => {
    const meeting = eventDraft("Meeting", [BLINKEN, QURESHI], { date: "2022-05-06" });
    const graph = fold([
      record(
        "one two three",
        [
          statementDraft(BLINKEN, "PARTICIPATED_IN", "v0", { confidence: 0.7 }),
          statementDraft(QURESHI, "PARTICIPATED_IN", "v0", { evidence: { start: 4, end: 7 } }),
        ],
        { mentions, events: [meeting] },
      ),
    ]);
    const edges = edgesOf(graph, "MENTIONED_IN");
    expect(
      edges.map(({ source, confidence, evidence }) => [source.split("-")[0], confidence, evidence.length]),
    ).toEqual(
      expect.arrayContaining([
        ["event:meeting", 0.7, 1],
        ["person:antony", 0.99, 1],
      ]),
    );
    expect([...graph.nodes()].flatMap((node) => ("articles" in node ? [node.articles] : []))).toEqual([1, 1, 1]);
  });

  it("of articles tell whose text they print", () => {
    const graph = fold([
      record("one", [], { publishedAt: "2022-05-07" }),
      record("One!", [], { publishedAt: "2022-05-06" }),
      record("two", []),
    ]);
    const told = [...graph.nodes()].flatMap((node) =>
      node.type === "article" ? [[node.label, node.copyOf === null ? null : graph.node(node.copyOf)?.label]] : [],
    );
    expect(Object.fromEntries(told)).toEqual({ "One!": null, one: "One!", two: null });
  });

  it("that nothing is said of are left out", () => {
    expect([...fold([record("text", [spoke()])]).nodes()].map(({ kind }) => kind).sort()).toEqual([
      "Article",
      "Person",
      "Person",
    ]);
  });

  it("of articles tell where they come from", () => {
    const graph = fold([record("text", [], { publishedAt: "2021-05-17", name: "dawn-1" })]);
    expect([...graph.nodes()]).toMatchObject([
      { type: "article", kind: "Article", label: "dawn-1", publishedAt: "2021-05-17", language: "en", url: null },
    ]);
  });
});

describe("a graph of articles", () => {
  const texts = [
    [
      "US Secretary of State Antony Blinken spoke with Pakistani Foreign Minister Bilawal Bhutto-Zardari on Friday.",
      "2022-05-07",
    ],
    [
      "امریکی وزیر خارجہ اینٹونی بلنکن نے جمعے کو پاکستانی وزیر خارجہ بلاول بھٹو زرداری سے ٹیلی فون پر بات کی۔",
      "2022-05-08",
    ],
    [
      "US-Außenminister Antony Blinken telefonierte am Freitag mit dem pakistanischen Außenminister Bilawal Bhutto-Zardari.",
      "2022-05-07",
    ],
    [
      "US Secretary of State Antony Blinken spoke with Pakistani Foreign Minister Bilawal Bhutto-Zardari on Wednesday.",
      "2022-07-07",
    ],
  ] as const;
  const articles = texts.map(([text, publishedAt], i) => articleOf(text, { name: `a${i}`, publishedAt }));

  it("holds a call that three languages report once, and another call beside it", () => {
    const edges = edgesOf(graphOf(articles), "SPOKE_WITH");
    const lines = edges.map(
      ({ date, weight, evidence }) => `${date} ${weight} ${evidence.map(({ article }) => article).join(" ")}`,
    );
    expect(lines.sort()).toEqual(["2022-05-06 3 a0 a1 a2", "2022-07-06 1 a3"]);
  });

  it("is the same in whatever order articles come", () => {
    const whole = (graph: Graph): unknown => [[...graph.nodes()], [...graph.edges()]];
    const expected = whole(graphOf(articles));
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ])
      expect(
        whole(graphOf(order.map((i) => articles[i] ?? articles[0]).filter((article) => article !== undefined))),
      ).toEqual(expected);
  });

  it("keeps what it says when another article comes", () => {
    const few = [...graphOf(articles.slice(0, 3)).edges()].map(({ id }) => id);
    const more = new Set([...graphOf(articles).edges()].map(({ id }) => id as string));
    expect(few.filter((id) => !more.has(id))).toEqual([]);
  });

  it("quotes its articles exactly", () => {
    const byName = new Map(articles.map((article) => [article.sources[0].name, article.text]));
    const quotes = [...graphOf(articles).edges()].flatMap(({ evidence }) => evidence);
    expect(quotes.length).toBeGreaterThan(10);
    expect(quotes.filter(({ article, start, end, text }) => byName.get(article)?.slice(start, end) !== text)).toEqual(
      [],
    );
  });
});

import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv, type CsvOptions } from "../../src/exporters/csv.ts";
import type { Exporter } from "../../src/exporters/exporter.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { GraphView } from "../../src/model/graph.ts";
import { edge, entity, evidence } from "../helpers/graph.ts";
import { exporterContract } from "../contract/exporter.ts";
import { sampleGraph } from "./sample.ts";

type Row = Readonly<Record<string, string>>;

async function textsOf(graph: GraphView, options: CsvOptions = {}): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for await (const { name, text } of csv.files(graph, options)) {
    texts[name] = "";
    for await (const chunk of text) texts[name] += chunk;
  }
  return texts;
}

const rowsOf = (text: string): readonly Row[] => parse<Row>(text, { columns: true });

/** Both tables as one text, so that the contract of exporters can be tried on them. */
const BOTH: Exporter = {
  ...csv,
  extensions: ["csv"],
  mediaType: "text/csv",
  async *encode(graph, options) {
    for await (const { text } of csv.files(graph, options)) yield* text;
  },
};

exporterContract({
  exporter: BOTH,
  read: (text) => {
    const at = text.search(/^source,target,type,/m);
    const list = (json: string | undefined): string[] => JSON.parse(json ?? "") as string[];
    return {
      nodes: rowsOf(text.slice(0, at)).map(({ id = "", label = "" }) => ({ id, label })),
      edges: rowsOf(text.slice(at)).map(({ id = "", source = "", target = "", relation = "", quotes }) => {
        return { id, source, target, relation, quotes: list(quotes) };
      }),
    };
  },
  normalise: (label) => {
    const text = label
      .normalize("NFC")
      // eslint-disable-next-line no-control-regex -- no program keeps these
      .replace(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD");
    return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  },
});

describe("the CSV export", () => {
  it("names its columns as users' scripts and Gephi rely on", async () => {
    const { "nodes.csv": nodes = "", "edges.csv": edges = "" } = await textsOf(sampleGraph());
    expect(nodes).toMatch(/^id,label,kind,type,label_de,.*,mentions,articles\r\n/);
    expect(edges).toMatch(
      /^source,target,type,id,relation,label,modality,date,dateFrom,dateTo,year,event,about,office,role,confidence,weight,/,
    );
    expect(nodes.endsWith("\r\n")).toBe(true);
  });

  it("writes what is not known as nothing, and an empty text as a text", async () => {
    const { "nodes.csv": nodes = "" } = await textsOf(createGraph([entity("person:a", { label: "" })], []));
    expect(nodes.split("\r\n")[1]).toMatch(/^person:a,"",Person,Person,,/);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+49 30", "'+49 30"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\uFF1D1", "'\uFF1D1"],
    ["\uFF0B1", "'\uFF0B1"],
    ["\uFF0D1", "'\uFF0D1"],
    ["\uFF201", "'\uFF201"],
    ['=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'],
    ["a=1", "a=1"],
    ["'=1", "'=1"],
  ])("lets no spreadsheet take %j for a formula", async (label, cell) => {
    const graph = createGraph(
      [entity("person:a", { label })],
      [edge("fact:1", "person:a", "MET", "person:a", { office: label, evidence: [evidence(label)] })],
    );
    const { "nodes.csv": nodes = "", "edges.csv": edges = "" } = await textsOf(graph);
    expect(rowsOf(nodes)[0]?.["label"]).toBe(cell);
    expect(rowsOf(edges)[0]).toMatchObject({ office: cell, quotes: JSON.stringify([label]) });
  });

  it("quotes text with space around it, which some readers take away", async () => {
    const { "nodes.csv": nodes = "" } = await textsOf(createGraph([entity("person:a", { label: " a" })], []));
    expect(nodes.split("\r\n")[1]).toMatch(/^person:a," a",Person,/);
  });

  it("leaves ids as they are, and normalises other text", async () => {
    const id = "place:Mu\u0308nchen";
    const graph = createGraph([entity(id, { label: "Mu\u0308nchen" })], [edge("fact:e\u0301", id, "MET", id)]);
    const { "nodes.csv": nodes = "", "edges.csv": edges = "" } = await textsOf(graph);
    expect(rowsOf(nodes)[0]).toMatchObject({ id, label: "M\u00FCnchen" });
    expect(rowsOf(edges)[0]).toMatchObject({ id: "fact:e\u0301", source: id, target: id });
  });

  it("writes places as numbers, also where they are negative", async () => {
    const { "nodes.csv": nodes = "" } = await textsOf(createGraph([entity("person:a")], []), {
      positions: new Map([["person:a", { x: -1.5, y: 2 }]]),
    });
    expect(rowsOf(nodes)[0]).toMatchObject({ x: "-1.5", y: "2" });
  });

  it("begins with a byte order mark for Excel only", async () => {
    expect((await textsOf(sampleGraph()))["nodes.csv"]).toMatch(/^id,/);
    const excel = await textsOf(sampleGraph(), { flavor: "excel" });
    expect(excel["nodes.csv"]).toMatch(/^\uFEFFid,/);
    expect(excel["edges.csv"]).toMatch(/^\uFEFFsource,/);
  });
});

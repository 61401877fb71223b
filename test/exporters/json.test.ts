import { MultiDirectedGraph } from "graphology";
import type { SerializedGraph } from "graphology-types";
import { describe, expect, it } from "vitest";
import { json } from "../../src/exporters/json.ts";
import { encodeToString, exporterContract, type ReadGraph } from "../contract/exporter.ts";
import { sampleGraph } from "./sample.ts";

interface NodeAttributes {
  readonly label: string;
  readonly [name: string]: unknown;
}
interface EdgeAttributes {
  readonly type: string;
  readonly evidence: readonly { readonly text: string }[];
  readonly [name: string]: unknown;
}

function readWithGraphology(text: string): ReadGraph {
  const graph = MultiDirectedGraph.from<NodeAttributes, EdgeAttributes>(
    JSON.parse(text) as SerializedGraph<NodeAttributes, EdgeAttributes>,
  );
  return {
    nodes: graph.mapNodes((id, { label }) => ({ id, label })),
    edges: graph.mapEdges((id, attributes, source, target) => ({
      id,
      source,
      target,
      relation: attributes.type,
      quotes: attributes.evidence.map((item) => item.text),
    })),
  };
}

exporterContract({ exporter: json, read: readWithGraphology, normalise: (label) => label });

interface Written {
  readonly nodes: readonly { readonly key: string; readonly attributes: NodeAttributes }[];
  readonly edges: readonly { readonly key: string; readonly attributes: EdgeAttributes }[];
  readonly [name: string]: unknown;
}

async function written(options = {}): Promise<Written> {
  return JSON.parse(await encodeToString(json, sampleGraph(), options)) as Written;
}

describe("the JSON export", () => {
  it("says what it is and how to load it", async () => {
    const { attributes, options } = await written();
    expect(attributes).toEqual({ name: "dragoman", formatVersion: 1 });
    expect(options).toEqual({ type: "directed", multi: true, allowSelfLoops: true });
  });

  it.each([
    [
      "person:antony-blinken",
      ["kind", "label", "aliases", "aliasCounts", "names_de", "names_en", "names_ur", "sameAs", "mentions", "articles"],
    ],
    [
      "event:call-2022-05-06-3fa1",
      (
        "kind type label aliases aliasCounts properNames date dateFrom dateTo place status " +
        "conflictFields conflictValues conflictArticles historyStatuses historyDates historyArticles " +
        "countKinds countValues countArticles mentions articles"
      ).split(" "),
    ],
    ["article:9b2c1d7e0f3a4455", ["kind", "label", "lang", "publishedAt", "url", "copyOf"]],
    ["article:aaaa1d7e0f3a4455", ["kind", "label", "lang", "publishedAt", "url", "title", "copyOf"]],
  ])("gives %s its fields in their order", async (key, fields) => {
    const { nodes } = await written();
    expect(Object.keys(nodes.find((node) => node.key === key)?.attributes ?? {})).toEqual(fields);
  });

  it("writes a fact with its evidence", async () => {
    const { edges } = await written();
    expect(edges[0]).toEqual({
      key: "fact:01",
      source: "person:antony-blinken",
      target: "person:bilawal-bhutto-zardari",
      attributes: {
        type: "SPOKE_WITH",
        modality: "actual",
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        event: "event:call-2022-05-06-3fa1",
        about: null,
        office: null,
        confidence: 1,
        weight: 2,
        evidence: [
          {
            article: "a1",
            start: 0,
            end: 48,
            text: "US-Außenminister Antony Blinken hat telefoniert.",
            lang: "de",
            attribution: [],
            rule: "en.speak-with.v1",
          },
          {
            article: "a2",
            start: 0,
            end: 60,
            text: "امریکی وزیر خارجہ نے بلاول بھٹو زرداری سے «فون» پر گفتگو کی۔",
            lang: "ur",
            attribution: ["gov:PK", "the ministry"],
            rule: "en.speak-with.v1",
          },
        ],
      },
    });
  });

  it("names a role only where there is one", async () => {
    const { edges } = await written();
    expect(edges.filter((item) => "role" in item.attributes).map((item) => item.key)).toEqual(["fact:04"]);
    expect(edges.find((item) => item.key === "fact:04")?.attributes["role"]).toBe("participant");
  });

  it("holds one node or edge a line", async () => {
    const graph = sampleGraph();
    const lines = (await encodeToString(json, graph)).split("\n");
    expect(lines.filter((line) => line.startsWith('{"key":'))).toHaveLength(graph.nodeCount + graph.edgeCount);
  });

  it("adds positions only when they are asked for", async () => {
    const positions = new Map([["place:new-york", { x: 1.5, y: -2 }]]);
    const { nodes } = await written({ positions });
    expect(nodes.filter((node) => "x" in node.attributes).map((node) => node.key)).toEqual(["place:new-york"]);
    expect(nodes.find((node) => node.key === "place:new-york")?.attributes).toMatchObject({ x: 1.5, y: -2 });
    expect((await written()).nodes.some((node) => "x" in node.attributes)).toBe(false);
  });
});

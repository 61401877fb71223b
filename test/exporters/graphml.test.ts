import { MultiDirectedGraph } from "graphology";
import { parse } from "graphology-graphml";
import { describe, expect, it } from "vitest";
import { graphml, type GraphmlOptions } from "../../src/exporters/graphml.ts";

import { createGraph } from "../../src/graph/memory.ts";
import { edgeProperties, evidenceLists, nodeProperties } from "../../src/model/properties.ts";
import { encodeToString, exporterContract } from "../contract/exporter.ts";
import { edge as fact, entity } from "../helpers/graph.ts";
import { readGraphology, throughXml } from "./graphology.ts";
import { sampleGraph } from "./sample.ts";

exporterContract({
  exporter: graphml,
  read: (text) => readGraphology(parse(MultiDirectedGraph, text)),
  normalise: (label) => throughXml(label, "\n"),
});

interface Read {
  readonly node: (id: string) => Readonly<Record<string, unknown>>;
  readonly edge: (id: string) => Readonly<Record<string, unknown>>;
}

async function written(options: GraphmlOptions = {}): Promise<Read> {
  const graph = parse(MultiDirectedGraph, await encodeToString(graphml, sampleGraph(), options));
  return { node: (id) => graph.getNodeAttributes(id), edge: (id) => graph.getEdgeAttributes(id) };
}

/** What is declared: `node label string` for each key. */
function declaredKeys(text: string): readonly string[] {
  return [...text.matchAll(/<key id="(.)_(\w+)" for="(\w+)" attr\.name="(\w+)" attr\.type="(\w+)"\/>/g)].map(
    ([, prefix, id, domain, name, type]) => {
      expect([prefix, id]).toEqual([domain?.slice(0, 1), name]);
      return `${domain} ${name} ${type}`;
    },
  );
}

describe("the GraphML export", () => {
  it("declares these keys, which users' scripts rely on", async () => {
    const keys = declaredKeys(await encodeToString(graphml, sampleGraph()));
    expect(keys).toMatchInlineSnapshot(`
      [
        "node label string",
        "node name string",
        "node kind string",
        "node type string",
        "node label_de string",
        "node label_en string",
        "node label_fa string",
        "node label_ur string",
        "node aliases string",
        "node aliases_count int",
        "node aliasCounts string",
        "node names_de string",
        "node names_de_count int",
        "node names_en string",
        "node names_en_count int",
        "node names_fa string",
        "node names_fa_count int",
        "node names_ur string",
        "node names_ur_count int",
        "node sameAs string",
        "node sameAs_count int",
        "node properNames string",
        "node properNames_count int",
        "node date string",
        "node dateFrom string",
        "node dateTo string",
        "node year int",
        "node place string",
        "node status string",
        "node conflictFields string",
        "node conflictFields_count int",
        "node conflictValues string",
        "node conflictValues_count int",
        "node conflictArticles string",
        "node conflictArticles_count int",
        "node historyStatuses string",
        "node historyStatuses_count int",
        "node historyDates string",
        "node historyDates_count int",
        "node historyArticles string",
        "node historyArticles_count int",
        "node countKinds string",
        "node countKinds_count int",
        "node countValues string",
        "node countValues_count int",
        "node countArticles string",
        "node countArticles_count int",
        "node lang string",
        "node publishedAt string",
        "node url string",
        "node title string",
        "node outlet string",
        "node copyOf string",
        "node mentions int",
        "node articles int",
        "edge edge_id string",
        "edge label string",
        "edge interaction string",
        "edge type string",
        "edge modality string",
        "edge date string",
        "edge dateFrom string",
        "edge dateTo string",
        "edge year int",
        "edge event string",
        "edge about string",
        "edge office string",
        "edge role string",
        "edge confidence double",
        "edge weight double",
        "edge evidence_count int",
        "edge articles string",
        "edge starts string",
        "edge ends string",
        "edge quotes string",
        "edge langs string",
        "edge attributions string",
        "edge rules string",
      ]
    `);
  });

  it("declares every key once a domain, in portable types, and never one called id", async () => {
    const text = await encodeToString(graphml, sampleGraph(), { positions: new Map(), colours: new Map() });
    const keys = declaredKeys(text);
    expect(keys).toHaveLength(text.match(/<key /g)?.length ?? 0);
    expect(new Set(keys.map((key) => key.split(" ").slice(0, 2).join(" "))).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^(?:node|edge) (?!id ).* (?:string|int|double|boolean)$/);
    const used = new Set([...text.matchAll(/<data key="(\w+)">/g)].map(([, id]) => id));
    const declared = new Set([...text.matchAll(/<key id="(\w+)"/g)].map(([, id]) => id));
    expect([...used].filter((id) => !declared.has(id))).toEqual([]);
  });

  it("has a key for every property of the model", async () => {
    const graph = sampleGraph();
    const keys = declaredKeys(await encodeToString(graphml, graph)).map((key) => key.split(" ").slice(0, 2).join(" "));
    const properties = [
      ...[...graph.nodes()].flatMap((node) => Object.keys(nodeProperties(node)).map((name) => `node ${name}`)),
      ...[...graph.edges()].flatMap((item) => Object.keys(edgeProperties(item)).map((name) => `edge ${name}`)),
      ...[...graph.edges()].flatMap((item) => Object.keys(evidenceLists(item)).map((name) => `edge ${name}`)),
    ];
    expect([...new Set(properties)].filter((property) => !keys.includes(property))).toEqual([]);
  });

  it("writes a person with names by language and lists as JSON text", async () => {
    const { node } = await written();
    expect(node("person:antony-blinken")).toEqual({
      label: "Antony Blinken",
      name: "Antony Blinken",
      kind: "Person",
      type: "Person",
      label_de: "Antony Blinken",
      label_en: "Antony Blinken",
      label_ur: "اینٹونی بلنکن",
      aliases: '["Antony Blinken","Blinken","اینٹونی بلنکن"]',
      aliases_count: 3,
      aliasCounts: "[0,1,2]",
      names_de: '["Antony Blinken"]',
      names_de_count: 1,
      names_en: '["Antony Blinken","Blinken"]',
      names_en_count: 2,
      names_ur: '["اینٹونی بلنکن"]',
      names_ur_count: 1,
      sameAs: '["Q7821917","https://example.org/?a=1&b=2"]',
      sameAs_count: 2,
      mentions: 14,
      articles: 3,
    });
  });

  it("writes an event with its type, its year and what its articles disagree on", async () => {
    const { node } = await written();
    expect(node("event:call-2022-05-06-3fa1")).toEqual({
      label: "Call: Antony Blinken – Bilawal Bhutto-Zardari",
      name: "Call: Antony Blinken – Bilawal Bhutto-Zardari",
      kind: "Event",
      type: "Call",
      date: "2022-05-06",
      dateFrom: "2022-05-06",
      dateTo: "2022-05-06",
      year: 2022,
      place: "place:new-york",
      status: "held",
      conflictFields: '["date"]',
      conflictFields_count: 1,
      conflictValues: '["2022-05-07"]',
      conflictValues_count: 1,
      conflictArticles: '["a2"]',
      conflictArticles_count: 1,
      historyStatuses: '["planned","held"]',
      historyStatuses_count: 2,
      historyDates: '["2022-05",""]',
      historyDates_count: 2,
      historyArticles: '["a1","a2"]',
      historyArticles_count: 2,
      countKinds: '["expelled"]',
      countKinds_count: 1,
      countValues: '[">=14"]',
      countValues_count: 1,
      countArticles: '["a2"]',
      countArticles_count: 1,
      mentions: 1,
      articles: 1,
    });
  });

  it("leaves out what an article's source does not say", async () => {
    const { node } = await written();
    expect(node("article:9b2c1d7e0f3a4455")).toEqual({
      label: "a1",
      name: "a1",
      kind: "Article",
      type: "Article",
      lang: "de",
      publishedAt: "2022-05",
      year: 2022,
    });
  });

  it("writes a fact with its evidence in parallel lists", async () => {
    const { edge } = await written();
    expect(edge("fact:01")).toEqual({
      edge_id: "fact:01",
      label: "spoke with",
      interaction: "spoke with",
      type: "SPOKE_WITH",
      modality: "actual",
      date: "2022-05-06",
      dateFrom: "2022-05-06",
      dateTo: "2022-05-06",
      year: 2022,
      event: "event:call-2022-05-06-3fa1",
      confidence: 1,
      weight: 2,
      evidence_count: 2,
      articles: '["a1","a2"]',
      starts: "[0,0]",
      ends: "[48,60]",
      quotes: JSON.stringify([
        "US-Außenminister Antony Blinken hat telefoniert.",
        "امریکی وزیر خارجہ نے بلاول بھٹو زرداری سے «فون» پر گفتگو کی۔",
      ]),
      langs: '["de","ur"]',
      attributions: '["","gov:PK > the ministry"]',
      rules: '["en.speak-with.v1","en.speak-with.v1"]',
    });
  });

  it("calls relations what it is told to", async () => {
    const { edge } = await written({ relationLabels: new Map([["SPOKE_WITH", "sprach mit"]]) });
    expect(edge("fact:01")).toMatchObject({ label: "sprach mit", interaction: "sprach mit", type: "SPOKE_WITH" });
    expect(edge("fact:05")).toMatchObject({ label: "mentioned in" });
  });

  it("adds place, size and colour when they are asked for", async () => {
    const { node } = await written({
      positions: new Map([["place:new-york", { x: 1.5, y: -2 }]]),
      colours: new Map([["Place", "#0a80ff"]]),
    });
    // This reader turns r, g and b into the colour that Gephi will show.
    expect(node("place:new-york")).toMatchObject({ x: 1.5, y: -2, size: 2, color: "#0a80ff" });
    expect(node("person:antony-blinken")).not.toHaveProperty("x");
    expect((await written()).node("place:new-york")).not.toHaveProperty("size");
  });

  it("normalises labels and leaves ids as they are, wherever they stand", async () => {
    const decomposed = "Mu\u0308nchen";
    const graph = createGraph(
      [entity(`place:${decomposed}`, { label: decomposed })],
      [fact(`fact:${decomposed}`, `place:${decomposed}`, "MET", `place:${decomposed}`, { office: decomposed })],
    );
    const text = await encodeToString(graphml, graph);
    expect(text).toContain(`<node id="place:${decomposed}">`);
    expect(text).toContain(`<data key="e_edge_id">fact:${decomposed}</data>`);
    expect(text).toContain('<data key="n_label">M\u00FCnchen</data>');
    expect(text).toContain('<data key="e_office">M\u00FCnchen</data>');
  });
});

describe("the flavors of GraphML", () => {
  it.each(graphml.flavors)("%s is read by graphology, with all nodes and the ends of all facts", async (flavor) => {
    const sample = sampleGraph();
    const colours = new Map([["Person", "#373cf5"]]);
    const read = parse(MultiDirectedGraph, await encodeToString(graphml, sample, { flavor, colours }));
    expect(read.nodes()).toEqual([...sample.nodes()].map(({ id }) => id));
    const ends = new Set(read.mapEdges((_edge, _attributes, source, target) => `${source} ${target}`));
    expect([...sample.edges()].filter(({ source, target }) => !ends.has(`${source} ${target}`))).toEqual([]);
  });

  it("yed shows the label of a node in a box of the colour of its kind, and that of an edge", async () => {
    const colours = new Map([["Organization", "#419b14"]]);
    const positions = new Map([["org:fish-chips", { x: 1, y: 2 }]]);
    const text = await encodeToString(graphml, sampleGraph(), { flavor: "yed", colours, positions });
    expect(text).toContain('<key id="n_graphics" for="node" yfiles.type="nodegraphics"/>');
    expect(text).toContain(
      '<y:ShapeNode><y:Geometry width="180" height="30" x="1" y="-2"/><y:Fill color="#419b14" transparent="false"/>' +
        '<y:NodeLabel textColor="#ffffff">"Fish &amp; Chips" &lt;Ltd&gt;</y:NodeLabel>',
    );
    expect(text).toContain("<y:EdgeLabel>spoke with</y:EdgeLabel>");
  });

  it("apoc tells labels and types of the database as attributes", async () => {
    const text = await encodeToString(graphml, sampleGraph(), { flavor: "apoc" });
    expect(text).toContain('<node id="person:antony-blinken" labels=":Entity:Person">');
    expect(text).toContain('<node id="article:9b2c1d7e0f3a4455" labels=":Article">');
    expect(text).toMatch(/<edge id="fact:01" source="[^"]+" target="[^"]+" label="SPOKE_WITH">/);
  });

  it("simple has one edge for all facts of a pair, with what they have together", async () => {
    const read = parse(MultiDirectedGraph, await encodeToString(graphml, sampleGraph(), { flavor: "simple" }));
    expect(read.size).toBe(6);
    expect(read.getEdgeAttributes("person:antony-blinken person:bilawal-bhutto-zardari")).toEqual({
      edge_id: "person:antony-blinken person:bilawal-bhutto-zardari",
      label: "spoke with",
      interaction: "spoke with",
      relations: '["SPOKE_WITH"]',
      relations_count: 1,
      modalities: '["actual","planned"]',
      facts: 2,
      dateFrom: "2022-05-06",
      dateTo: "2022-05-06",
      weight: 3,
    });
  });

  it("are no others", async () => {
    await expect(encodeToString(graphml, sampleGraph(), { flavor: "toString" })).rejects.toThrow(
      "GraphML has no flavor toString: portable, yed, apoc, simple",
    );
  });
});

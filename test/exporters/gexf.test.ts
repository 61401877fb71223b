import { MultiGraph } from "graphology";
import { parse } from "graphology-gexf";
import { describe, expect, it } from "vitest";
import type { ColumnOptions } from "../../src/exporters/columns.ts";
import { gexf } from "../../src/exporters/gexf.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { GraphEdge } from "../../src/model/graph.ts";
import { encodeToString, exporterContract } from "../contract/exporter.ts";
import { edge, entity } from "../helpers/graph.ts";
import { readGraphology, throughXml } from "./graphology.ts";
import { sampleGraph } from "./sample.ts";

exporterContract({
  exporter: gexf,
  read: (text) => readGraphology(parse(MultiGraph, text), ""),
  normalise: (label) => throughXml(label, " "),
});

describe("the GEXF export", () => {
  const written = (options: ColumnOptions = {}): Promise<string> => encodeToString(gexf, sampleGraph(), options);

  it("has the days of facts and events, and nothing of a time where there is none", async () => {
    const text = await written();
    expect(text).toContain('mode="dynamic" timeformat="date" timerepresentation="interval"');
    expect(text).toMatch(/<node id="event:call[^>]+ start="2022-05-06" end="2022-05-06">/);
    expect(text).toMatch(/<edge id="fact:01"[^>]+ start="2022-05-06" end="2022-05-06">/);
    expect(text).toMatch(/<node id="person:antony-blinken" label="Antony Blinken">/);
    expect(text.match(/ start="/g)).toHaveLength(2);
  });

  it("has the first day and the last, and one of them where no more is known", async () => {
    const met = (id: string, days: object): GraphEdge => edge(id, "person:a", "MET", "person:a", days);
    const graph = createGraph(
      [entity("person:a")],
      [
        met("fact:1", { dateFrom: "2022-05-01", dateTo: "2022-05-31" }),
        met("fact:2", { dateFrom: "2022-05-01" }),
        met("fact:3", { dateTo: "2022-05-31" }),
      ],
    );
    const text = await encodeToString(gexf, graph);
    expect([...text.matchAll(/weight="1"([^>]*)>/g)].map(([, days]) => days)).toEqual([
      ' start="2022-05-01" end="2022-05-31"',
      ' start="2022-05-01"',
      ' end="2022-05-31"',
    ]);
  });

  it("declares no column for what has a place of its own", async () => {
    const titles = [...(await written()).matchAll(/<attribute [^>]*title="([^"]+)"/g)].map(([, title]) => title);
    expect(titles).toEqual(expect.arrayContaining(["kind", "aliases", "modality", "quotes"]));
    for (const own of ["label", "name", "interaction", "edge_id", "weight"]) expect(titles).not.toContain(own);
  });

  it("has edges with kind, weight and a label that reads", async () => {
    const text = await written({ relationLabels: new Map([["SPOKE_WITH", "sprach mit"]]) });
    expect(text).toMatch(/<edge id="fact:01"[^>]+ label="sprach mit" kind="SPOKE_WITH" weight="2" /);
  });

  it("has colours by kind, and places and sizes where they are given", async () => {
    const colours = new Map([["Person", "#373cf5"]]);
    const plain = await written({ colours });
    expect(plain).toContain('<viz:color r="55" g="60" b="245"/>');
    expect(plain).not.toContain("viz:position");
    const placed = await written({ colours, positions: new Map([["person:antony-blinken", { x: 1.5, y: -2 }]]) });
    expect(placed).toContain('<viz:position x="1.5" y="-2" z="0"/><viz:size value="');
  });
});

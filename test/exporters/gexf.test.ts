import { MultiGraph } from "graphology";
import { parse } from "graphology-gexf";
import { describe, expect, it } from "vitest";
import type { ColumnOptions } from "../../src/exporters/columns.ts";
import { gexf } from "../../src/exporters/gexf.ts";
import { encodeToString, exporterContract } from "../contract/exporter.ts";
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ColumnOptions } from "../../src/exporters/columns.ts";
import { csv } from "../../src/exporters/csv.ts";
import { gexf } from "../../src/exporters/gexf.ts";
import { graphml } from "../../src/exporters/graphml.ts";
import { writeExport, writeFolderExport } from "../../src/exporters/write.ts";
import { type GephiGraph, prepareGephi } from "./gephi/prepare.ts";
import { sampleGraph } from "./sample.ts";

const prepared = await prepareGephi();
const reason = "missing" in prepared ? prepared.missing : undefined;
if (reason !== undefined) {
  if (process.env["CI"] === "true") throw new Error(reason);
  process.stderr.write(`Exports are not read with Gephi: ${reason}\n`);
}

const OPTIONS: ColumnOptions = {
  colours: new Map([["Person", "#373cf5"]]),
  positions: new Map([["person:antony-blinken", { x: 1.5, y: -2 }]]),
};

/** What Gephi says of a file that it likes. */
const HARMLESS = [/^INFO: Parallel edges detected/, /^INFO: GEXF version 1\.3/];

describe.skipIf(reason !== undefined)("what Gephi imports", () => {
  let graphs: Readonly<Record<string, GephiGraph>>;
  beforeAll(async () => {
    if ("missing" in prepared) return;
    const folder = mkdtempSync(join(tmpdir(), "dragoman-gephi-"));
    try {
      const file = (name: string): string => join(folder, name);
      await writeExport(gexf, sampleGraph(), OPTIONS, file("graph.gexf"));
      await writeExport(graphml, sampleGraph(), OPTIONS, file("graph.graphml"));
      await writeExport(graphml, sampleGraph(), { ...OPTIONS, flavor: "simple" }, file("simple.graphml"));
      await writeFolderExport(csv, sampleGraph(), {}, file("tables"));
      const tables = [file("tables/nodes.csv"), file("tables/edges.csv")];
      const [inGexf, inGraphml, simple, inCsv] = await prepared.read([
        [file("graph.gexf")],
        [file("graph.graphml")],
        [file("simple.graphml")],
        tables,
      ]);
      graphs = { gexf: inGexf!, graphml: inGraphml!, simple: simple!, csv: inCsv! };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  const graphOf = (name: string): GephiGraph => graphs[name]!;
  const formats = ["gexf", "graphml", "csv"] as const;

  it.each([...formats, "simple"])("from %s without a warning or error", (format) => {
    const { issues } = graphOf(format);
    expect(issues.filter((issue) => !HARMLESS.some((harmless) => harmless.test(issue)))).toEqual([]);
  });

  it.each(formats)("from %s all nodes with their labels, in every script", (format) => {
    const sample = sampleGraph();
    expect(graphOf(format).nodes.map(({ id, label }) => ({ id, label }))).toEqual(
      [...sample.nodes()].map(({ id, label }) => ({ id, label })),
    );
    const blinken = graphOf(format).nodes.find(({ id }) => id === "person:antony-blinken");
    expect(blinken?.values).toMatchObject({
      label_ur: "اینٹونی بلنکن",
      aliases: '["Antony Blinken","Blinken","اینٹونی بلنکن"]',
      mentions: 14,
    });
  });

  it.each(formats)("from %s all facts with ends, direction and weight, parallel ones too", (format) => {
    expect(
      graphOf(format).edges.map(({ id, source, target, directed, weight }) => ({
        id,
        source,
        target,
        directed,
        weight,
      })),
    ).toEqual(
      [...sampleGraph().edges()].map(({ id, source, target, weight }) => {
        return { id, source, target, directed: true, weight };
      }),
    );
    const [call] = graphOf(format).edges;
    expect(call?.label).toBe("spoke with");
    expect(JSON.parse(String(call?.values["quotes"]))).toContain(
      "امریکی وزیر خارجہ نے بلاول بھٹو زرداری سے «فون» پر گفتگو کی۔",
    );
  });

  it.each(["gexf", "graphml"])("from %s columns that are numbers where they hold numbers", (format) => {
    const { nodeColumns, edgeColumns } = graphOf(format);
    expect(nodeColumns).toMatchObject({ kind: "String", mentions: "Integer", year: "Integer", date: "String" });
    expect(edgeColumns).toMatchObject({ confidence: "Double", evidence_count: "Integer", modality: "String" });
  });

  it.each(["gexf", "graphml"])("from %s places and colours", (format) => {
    expect(graphOf(format).nodes.find(({ id }) => id === "person:antony-blinken")).toMatchObject({
      colour: "#373cf5",
      x: 1.5,
      y: -2,
    });
  });

  it("from GEXF a time line", () => {
    const { dynamic, edges, nodes } = graphOf("gexf");
    expect(dynamic).toBe(true);
    const day = Date.parse("2022-05-06").toFixed(1);
    expect(edges[0]?.values["timeset"]).toBe(`<[${day}, ${day}]>`);
    expect(nodes.find(({ id }) => id.startsWith("event:"))?.values["timeset"]).toBe(`<[${day}, ${day}]>`);
    expect(nodes.find(({ id }) => id === "place:new-york")?.values["timeset"]).toBeUndefined();
  });

  it("from simple GraphML one edge a pair, with the sum of weights", () => {
    const pair = graphOf("simple").edges.find(({ source, target }) => {
      return source === "person:antony-blinken" && target === "person:bilawal-bhutto-zardari";
    });
    expect(pair).toMatchObject({ weight: 3, values: { facts: 2 } });
    expect(graphOf("simple").edges).toHaveLength(6);
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { graphml, type GraphmlOptions } from "../../src/exporters/graphml.ts";

import { writeExport } from "../../src/exporters/write.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { Graph } from "../../src/model/graph.ts";
import { preparePython } from "./python/prepare.ts";
import { edge, entity, evidence } from "../helpers/graph.ts";
import { sampleGraph } from "./sample.ts";

type Attributes = Readonly<Record<string, unknown>>;
interface Found {
  readonly directed: boolean;
  readonly nodes: readonly Attributes[];
  readonly edges: readonly Attributes[];
}

const READERS = ["networkx", "igraph"] as const;
const script = fileURLToPath(new URL("python/read_graphml.py", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dragoman-graphml-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const prepared = await preparePython();
const reason = "missing" in prepared ? prepared.missing : undefined;
if (reason !== undefined) {
  if (process.env["CI"] === "true") throw new Error(reason);
  process.stderr.write(`GraphML is not read with networkx and igraph: ${reason}\n`);
}

async function readBack(graph: Graph, options: GraphmlOptions = {}): Promise<Readonly<Record<string, Found>>> {
  if ("missing" in prepared) throw new Error(prepared.missing);
  const file = join(folder, "graph.graphml");
  await writeExport(graphml, graph, options, file);
  const output = execFileSync(prepared.python, [script, file], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return JSON.parse(output) as Record<string, Found>;
}

function byId(items: readonly Attributes[], id: string): Attributes | undefined {
  return items.find((item) => item["id"] === id);
}

describe.skipIf(reason !== undefined)("GraphML that networkx and igraph read", () => {
  it("has the same nodes and edges, with their ids, ends and direction, parallel edges and loops", async () => {
    const graph = sampleGraph();
    const found = await readBack(graph);
    for (const reader of READERS) {
      const { directed, nodes, edges } = found[reader]!;
      expect(directed).toBe(true);
      expect(nodes.map((node) => [node["id"], node["label"]])).toEqual([...graph.nodes()].map((n) => [n.id, n.label]));
      // networkx gives the edges of one node after those of another.
      const byEdgeId = new Map(edges.map((item) => [item["id"], item]));
      expect(edges).toHaveLength(graph.edgeCount);
      for (const { id, source, target, relation } of graph.edges()) {
        expect(byEdgeId.get(id)).toMatchObject({ source, target, type: relation });
      }
    }
  });

  it.each(graphml.flavors)("has all nodes, and the ends of all facts, in the flavor %s", async (flavor) => {
    const graph = sampleGraph();
    const found = await readBack(graph, { flavor, colours: new Map([["Person", "#373cf5"]]) });
    const pairs = new Set([...graph.edges()].map(({ source, target }) => `${source} ${target}`));
    for (const reader of READERS) {
      const { nodes, edges } = found[reader]!;
      expect(nodes.map((node) => [node["id"], node["label"]])).toEqual([...graph.nodes()].map((n) => [n.id, n.label]));
      expect(new Set(edges.map((item) => `${String(item["source"])} ${String(item["target"])}`))).toEqual(pairs);
    }
  });

  it("has the same text in every script, and numbers that are numbers", async () => {
    const found = await readBack(sampleGraph(), { positions: new Map([["place:new-york", { x: 1.5, y: -2 }]]) });
    for (const reader of READERS) {
      const { nodes, edges } = found[reader]!;
      expect(byId(nodes, "person:antony-blinken")).toMatchObject({
        type: "Person",
        label_ur: "اینٹونی بلنکن",
        aliases: '["Antony Blinken","Blinken","اینٹونی بلنکن"]',
        aliases_count: 3,
        sameAs: '["Q7821917","https://example.org/?a=1&b=2"]',
        mentions: 14,
      });
      expect(byId(nodes, "org:fish-chips")).toMatchObject({ label: `"Fish & Chips" <Ltd>` });
      expect(byId(nodes, "place:new-york")).toMatchObject({ x: 1.5, y: -2 });
      expect(byId(nodes, "person:antony-blinken")).not.toHaveProperty("year");
      const call = byId(edges, "fact:01");
      expect(call).toMatchObject({ edge_id: "fact:01", label: "spoke with", year: 2022, weight: 2, confidence: 1 });
      expect(JSON.parse(String(call?.["quotes"]))).toEqual([
        "US-Außenminister Antony Blinken hat telefoniert.",
        "امریکی وزیر خارجہ نے بلاول بھٹو زرداری سے «فون» پر گفتگو کی۔",
      ]);
      expect(JSON.parse(String(byId(edges, "fact:02")?.["quotes"]))).toEqual(["line one\nline two\r\n\tend"]);
    }
  });

  it("holds any character, in a label, in a list and in a quote", async () => {
    // Each code unit of the first plane stands once between two letters, so that halves of pairs stay halves.
    const samples = Array.from({ length: 256 }, (_, row) =>
      Array.from({ length: 256 }, (__, column) => `a${String.fromCharCode(row * 256 + column)}`).join(""),
    );
    const id = (row: number): string => `person:${String(row).padStart(3, "0")}`;
    const graph = createGraph(
      samples.map((text, row) => entity(id(row), { label: text, aliases: [text] })),
      samples.map((text, row) =>
        edge(`fact:${id(row)}`, id(row), "SPOKE_WITH", id(row), { evidence: [evidence(text)] }),
      ),
    );
    const found = await readBack(graph);
    for (const reader of READERS) {
      const { nodes, edges } = found[reader]!;
      for (const [row, text] of samples.entries()) {
        const node = byId(nodes, id(row));
        const writable = text
          .normalize("NFC")
          // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
          .replace(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD");
        expect(node?.["label"]).toBe(writable);
        expect(JSON.parse(String(byId(edges, `fact:${id(row)}`)?.["quotes"]))).toEqual([text]);
      }
    }
  });

  it("reads a graph without nodes", async () => {
    const found = await readBack(createGraph([], []));
    for (const reader of READERS) expect(found[reader]).toEqual({ directed: true, nodes: [], edges: [] });
  });
});

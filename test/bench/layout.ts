import { execFileSync } from "node:child_process";
import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import { layoutGraph } from "../../src/graph/layout.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { createRandom } from "../../src/graph/random.ts";
import type { Graph, Positions } from "../../src/model/graph.ts";
import { communityOf, plantedGraph } from "../graph/planted.ts";
import { type LayoutQuality, qualityOf } from "./layout-quality.ts";
import { best, figure, type Section, take } from "./measure.ts";

/** How long a graph takes to be laid out. */
export async function layout(): Promise<Section> {
  const rows: string[][] = [];
  for (const [nodes, edges, communities] of [
    [60, 200, 4],
    [1_000, 5_000, 10],
    [10_000, 50_000, 40],
  ] as const) {
    const graph = plantedGraph({ nodes, edges, communities });
    const { wall, processor } = await best(() => layoutGraph(graph, { seed: 1 }), { warm: 1, counted: 2 });
    rows.push([String(nodes), String(edges), figure(wall), figure(processor)]);
  }
  return { title: "Layout of a planted graph:", columns: ["nodes", "edges", "ms", "processor time, ms"], rows };
}

const SIZE = { nodes: 10_000, edges: 50_000, communities: 40 };
/** Share of the nodes that are new when a picture goes on after another. */
const NEW = 0.1;

/** Pictures of one graph by several methods, and how well each shows it. */
export async function layoutQuality(): Promise<Section> {
  const graph = plantedGraph(SIZE);
  const before = layoutGraph(withoutSome(graph), { seed: 1 });
  const methods: readonly (readonly [name: string, place: () => Positions])[] = [
    ["Dragoman", () => layoutGraph(graph, { seed: 1 })],
    [`Dragoman, ${NEW * 100} % of the nodes new`, () => layoutGraph(graph, { seed: 1, previous: before })],
    ["ForceAtlas2, theta 0.5, 200 steps", () => plainForceAtlas2(graph, 0.5, 200)],
    ["ForceAtlas2, theta 1.2, 200 steps", () => plainForceAtlas2(graph, 1.2, 200)],
    ["graphviz sfdp", () => sfdp(graph)],
  ];
  const rows: string[][] = [];
  for (const [name, place] of methods) {
    try {
      let positions: Positions = new Map();
      const { wall } = await take(() => (positions = place()));
      const quality = qualityOf(graph, positions, communityOf);
      rows.push([name, figure(wall / 1000), ...measures(quality), figure(medianMove(before, positions))]);
    } catch (error) {
      rows.push([name, "", "", "", "", "", error instanceof Error ? error.message : String(error)]);
    }
  }
  return {
    title: `Pictures of a planted graph of ${SIZE.nodes} nodes, ${SIZE.edges} edges and ${SIZE.communities} communities, on some of its nodes; each method has one thread:`,
    columns: [
      "method",
      "s",
      "neighbours among the nearest",
      "of the community among the ten nearest",
      "length of edges to all distances",
      "stress",
      "old nodes moved, median, % of the width",
    ],
    rows,
  };
}

function measures({ neighbours, community, length, stress }: LayoutQuality): readonly string[] {
  return [neighbours, community, length, stress].map(figure);
}

function withoutSome(graph: Graph): Graph {
  const kept = new Set([...graph.nodes()].filter((_, index) => index % (1 / NEW) !== 3).map(({ id }) => id));
  return createGraph(
    [...graph.nodes()].filter(({ id }) => kept.has(id)),
    [...graph.edges()].filter(({ source, target }) => kept.has(source) && kept.has(target)),
  );
}

/** How far the old nodes moved, in hundredths of the width of the picture. */
function medianMove(before: Positions, after: Positions): number {
  const width = 2 * Math.max(...[...before.values()].map(({ x, y }) => Math.hypot(x, y)));
  const moves = [...before].map(([id, { x, y }]) => {
    const now = after.get(id) ?? { x: 0, y: 0 };
    return Math.hypot(now.x - x, now.y - y);
  });
  return (100 * (moves.sort((a, b) => a - b)[Math.floor(moves.length / 2)] ?? 0)) / width;
}

/** The types of the package know its function by another name than it has. */
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

/** What the package does by itself, from random places. */
function plainForceAtlas2(graph: Graph, theta: number, iterations: number): Positions {
  const random = createRandom(1);
  const simple = new UndirectedGraph();
  for (const { id } of graph.nodes()) simple.addNode(id, { x: random(), y: random() });
  for (const { source, target } of graph.edges()) if (source !== target) simple.mergeEdge(source, target);
  const settings = { ...forceAtlas2.inferSettings(simple), barnesHutOptimize: true, barnesHutTheta: theta };
  return new Map(Object.entries(forceAtlas2(simple, { iterations, settings })) as [string, { x: number; y: number }][]);
}

function sfdp(graph: Graph): Positions {
  const lines = [...graph.edges()].map(({ source, target }) => `"${source}" -- "${target}"`);
  const nodes = [...graph.nodes()].map(({ id }) => `"${id}"`);
  const input = `strict graph { ${[...nodes, ...lines].join(";\n")} }`;
  const output = execFileSync("sfdp", ["-Tplain"], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  return new Map(
    [...output.matchAll(/^node "?([^" ]+)"? (\S+) (\S+)/gm)].map(([, id = "", x, y]) => [
      id,
      { x: Number(x), y: Number(y) },
    ]),
  );
}

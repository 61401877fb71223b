import type { Evidence, GraphEdge, GraphNode, Positions } from "../model/graph.ts";
import { MODALITIES } from "../model/modality.ts";
import { edgeProperties, nodeProperties, type Properties } from "../model/properties.ts";
import { inChunks, type Exporter } from "./exporter.ts";

export interface JsonOptions {
  /** Adds `x` and `y` to the nodes that have a place. Without it the file is a function of articles and verdicts alone. */
  readonly positions?: Positions;
}

/** Raised when a reader of the older form would misread the newer one. */
const FORMAT_VERSION = 1;

/** These say nothing where they hold nothing; every other property is written even then, so that its absence is no riddle. */
const ONLY_WHEN_KNOWN: ReadonlySet<string> = new Set(["title", "outlet", "role"]);

/**
 * The form of graphology's `graph.export()`, which `Graph.from` reads back.
 *
 * One node or edge a line, in the order of their ids, so that two versions of a graph can be compared line by line.
 */
export const json = {
  id: "json",
  name: "JSON",
  extensions: ["json"],
  mediaType: "application/json",
  modalities: MODALITIES,
  flavors: [],
  defaults: {},
  async *encode(graph, { positions }) {
    yield `{
"attributes":${JSON.stringify({ name: "dragoman", formatVersion: FORMAT_VERSION })},
"options":${JSON.stringify({ type: "directed", multi: true, allowSelfLoops: true })},
"nodes":[`;
    yield* inChunks(graph.nodes(), (node, index) => line(index, nodeRecord(node, positions)));
    yield `\n],\n"edges":[`;
    yield* inChunks(graph.edges(), (edge, index) => line(index, edgeRecord(edge)));
    yield "\n]\n}\n";
  },
} as const satisfies Exporter<JsonOptions>;

function line(index: number, record: object): string {
  return `${index === 0 ? "" : ","}\n${JSON.stringify(record)}`;
}

function nodeRecord(node: GraphNode, positions: Positions | undefined): object {
  const position = positions?.get(node.id);
  const place = position === undefined ? {} : { x: position.x, y: position.y };
  return { key: node.id, attributes: { ...known(nodeProperties(node)), ...place } };
}

function edgeRecord(edge: GraphEdge): object {
  return {
    key: edge.id,
    source: edge.source,
    target: edge.target,
    attributes: { type: edge.relation, ...known(edgeProperties(edge)), evidence: edge.evidence.map(evidenceRecord) },
  };
}

function evidenceRecord({ article, start, end, text, language, attribution, rule }: Evidence): object {
  return { article, start, end, text, lang: language, attribution, rule };
}

function known(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== null || !ONLY_WHEN_KNOWN.has(name)),
  );
}

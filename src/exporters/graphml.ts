import type { GraphEdge, GraphNode, GraphView, Positions } from "../model/graph.ts";
import {
  edgeProperties,
  evidenceLists,
  nodeProperties,
  type Properties,
  type PropertyValue,
} from "../model/properties.ts";
import { compareText } from "../model/text.ts";
import { inChunks, type Exporter } from "./exporter.ts";
import { xmlAttribute, xmlTag, xmlText } from "./xml.ts";

export interface GraphmlOptions {
  /** What edges are called, by relation. One that is missing reads as its name does: "spoke with" for SPOKE_WITH. */
  readonly relationLabels?: ReadonlyMap<string, string>;
  /** Adds `x`, `y` and `size`, which Gephi takes over as they are. */
  readonly positions?: Positions;
  /** Adds `r`, `g` and `b`: `#rrggbb` by kind of node. */
  readonly colours?: ReadonlyMap<string, string>;
}

type CellType = "string" | "int" | "double";
/** Name and type of each attribute, in the order in which they are declared and written. */
type Columns = readonly (readonly [name: string, type: CellType])[];
type Cells = Readonly<Record<string, string | number | null | undefined>>;

/** A list is JSON text and a count; readers have no other type for it in common. */
const list = (name: string): Columns => [
  [name, "string"],
  [`${name}_count`, "int"],
];

const EDGE_COLUMNS: Columns = [
  // igraph overwrites the `id` of an edge, so it is here once more.
  ["edge_id", "string"],
  ["label", "string"],
  // Cytoscape's name for the label.
  ["interaction", "string"],
  ["type", "string"],
  ["modality", "string"],
  ["date", "string"],
  ["dateFrom", "string"],
  ["dateTo", "string"],
  ["year", "int"],
  ["event", "string"],
  ["about", "string"],
  ["office", "string"],
  ["role", "string"],
  ["confidence", "double"],
  ["weight", "double"],
  ["evidence_count", "int"],
  ["articles", "string"],
  ["starts", "string"],
  ["ends", "string"],
  ["quotes", "string"],
  ["langs", "string"],
  ["attributions", "string"],
  ["rules", "string"],
];

/** Ids, written exactly as the `id` that they refer to, and evidence, as exactly as its offsets count. All else is NFC. */
const VERBATIM: ReadonlySet<string> = new Set([
  "edge_id",
  "event",
  "about",
  "place",
  "articles",
  "starts",
  "ends",
  "quotes",
  "langs",
  "attributions",
  "rules",
]);

/**
 * GraphML 1.0 in the dialect that networkx, igraph, graphology, Gephi and Cytoscape all read alike.
 *
 * Types are `string`, `int` and `double` only: igraph and graphology refuse others, and round a `long`. Keys have telling
 * ids, since Gephi once took `d3` for the label. What is not known is left out: an empty number is NaN in one reader
 * and 0 in another. Characters that XML cannot hold become U+FFFD, or an escape where the text is JSON.
 */
export const graphml = {
  id: "graphml",
  name: "GraphML",
  extensions: ["graphml"],
  mediaType: "application/graphml+xml",
  defaults: {},
  async *encode(graph, options) {
    const nodeColumns = [...baseNodeColumns(await languagesOf(graph)), ...viewColumns(options)];
    yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys("node", nodeColumns)}${keys("edge", EDGE_COLUMNS)}  <graph id="dragoman" edgedefault="directed">\n`;
    yield* inChunks(graph.nodes(), (node) => {
      const data = dataElements("node", nodeColumns, { ...nodeCells(node), ...viewCells(node, options) });
      return `    ${xmlTag("node", { id: node.id })}\n${data}    </node>\n`;
    });
    yield* inChunks(graph.edges(), (edge) => {
      const data = dataElements("edge", EDGE_COLUMNS, edgeCells(edge, options.relationLabels));
      return `    ${xmlTag("edge", { id: edge.id, source: edge.source, target: edge.target })}\n${data}    </edge>\n`;
    });
    yield "  </graph>\n</graphml>\n";
  },
} as const satisfies Exporter<GraphmlOptions>;

/** The languages in which nodes have names, sorted. */
async function languagesOf(graph: GraphView): Promise<readonly string[]> {
  const languages = new Set<string>();
  for await (const node of graph.nodes()) {
    if (node.type !== "article") for (const language of Object.keys(node.names)) languages.add(language);
  }
  return [...languages].sort(compareText);
}

function baseNodeColumns(languages: readonly string[]): Columns {
  return [
    ["label", "string"],
    // Cytoscape's name for the label.
    ["name", "string"],
    ["kind", "string"],
    ["type", "string"],
    ...languages.map((language) => [`label_${language}`, "string"] as const),
    ...list("aliases"),
    ...languages.flatMap((language) => list(`names_${language}`)),
    ["date", "string"],
    ["dateFrom", "string"],
    ["dateTo", "string"],
    ["year", "int"],
    ["place", "string"],
    ["status", "string"],
    ...list("conflictFields"),
    ...list("conflictValues"),
    ...list("conflictArticles"),
    ["lang", "string"],
    ["publishedAt", "string"],
    ["url", "string"],
    ["title", "string"],
    ["outlet", "string"],
    ["mentions", "int"],
    ["articles", "int"],
  ];
}

function viewColumns({ positions, colours }: GraphmlOptions): Columns {
  return [
    ...(positions === undefined
      ? []
      : ([
          ["x", "double"],
          ["y", "double"],
          ["size", "double"],
        ] as const)),
    ...(colours === undefined
      ? []
      : ([
          ["r", "int"],
          ["g", "int"],
          ["b", "int"],
        ] as const)),
  ];
}

function nodeCells(node: GraphNode): Cells {
  const properties = nodeProperties(node);
  return {
    // An event says what it is more exactly than its kind does.
    type: node.kind,
    ...flat(properties),
    name: node.label,
    ...(node.type === "article" ? {} : labelsByLanguage(node.names)),
    year: yearOf(properties["date"] ?? properties["publishedAt"]),
  };
}

function labelsByLanguage(names: Readonly<Record<string, readonly string[]>>): Cells {
  return Object.fromEntries(Object.entries(names).map(([language, [best]]) => [`label_${language}`, best]));
}

function viewCells(node: GraphNode, { positions, colours }: GraphmlOptions): Cells {
  const position = positions?.get(node.id);
  const colour = colours?.get(node.kind);
  const channel = (index: number): number | undefined =>
    colour === undefined ? undefined : Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  return {
    x: position?.x,
    y: position?.y,
    size: node.type === "article" ? 1 : 1 + Math.log2(1 + node.mentions),
    r: channel(0),
    g: channel(1),
    b: channel(2),
  };
}

function edgeCells(edge: GraphEdge, relationLabels: GraphmlOptions["relationLabels"]): Cells {
  const label = relationLabels?.get(edge.relation) ?? edge.relation.toLowerCase().replaceAll("_", " ");
  const evidence = Object.entries(evidenceLists(edge)).map(([name, values]) => [name, jsonText(values)]);
  return {
    ...flat(edgeProperties(edge)),
    edge_id: edge.id,
    label,
    interaction: label,
    type: edge.relation,
    year: yearOf(edge.date),
    evidence_count: edge.evidence.length,
    ...Object.fromEntries(evidence),
  };
}

/** Properties as cells: a list becomes JSON text and a count, an empty one nothing. */
function flat(properties: Properties): Cells {
  const cells: Record<string, string | number | null> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || typeof value !== "object") cells[name] = value;
    else if (value.length > 0) {
      cells[name] = jsonText(value);
      cells[`${name}_count`] = value.length;
    }
  }
  return cells;
}

/** JSON that reaches every reader whole: what XML cannot hold is escaped, and so are the line ends of XML 1.1. */
function jsonText(value: PropertyValue): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The year of an ISO 8601 date of any exactness. */
function yearOf(date: unknown): number | null {
  const year = typeof date === "string" ? /^\d{4}/.exec(date)?.[0] : undefined;
  return year === undefined ? null : Number(year);
}

/** Nodes and edges have keys of their own: one for both would be refused or ignored. */
function keyId(domain: "node" | "edge", name: string): string {
  return `${domain === "node" ? "n" : "e"}_${name}`;
}

function keys(domain: "node" | "edge", columns: Columns): string {
  return columns
    .map(([name, type]) => {
      const attributes = { id: keyId(domain, name), for: domain, "attr.name": name, "attr.type": type };
      return `  ${xmlTag("key", attributes, "/")}\n`;
    })
    .join("");
}

function dataElements(domain: "node" | "edge", columns: Columns, cells: Cells): string {
  let elements = "";
  for (const [name] of columns) {
    const value = cells[name];
    if (value === null || value === undefined) continue;
    const text = VERBATIM.has(name) ? String(value) : String(value).normalize("NFC");
    elements += `      <data key="${xmlAttribute(keyId(domain, name))}">${xmlText(text)}</data>\n`;
  }
  return elements;
}

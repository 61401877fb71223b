import type { GraphView } from "../model/graph.ts";
import type { PropertyValue } from "../model/properties.ts";
import { compareText } from "../model/text.ts";
import { inChunks, type Exporter } from "./exporter.ts";
import { edgeColumns, edgeRow, nodeColumns, nodeRow, type Column, type GraphmlOptions } from "./graphml-columns.ts";
import { xmlTag, xmlText } from "./xml.ts";

const NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
const ROOT = {
  xmlns: NAMESPACE,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd`,
};

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
    const ofNodes = nodeColumns(await languagesOf(graph), options);
    const ofEdges = edgeColumns(options);
    const nodeData = dataWriter("node", ofNodes);
    const edgeData = dataWriter("edge", ofEdges);
    yield `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTag("graphml", ROOT)}\n`;
    yield `${keys("node", ofNodes)}${keys("edge", ofEdges)}`;
    yield `  ${xmlTag("graph", { id: "dragoman", edgedefault: "directed" })}\n`;
    yield* inChunks(graph.nodes(), (node) => {
      return `    ${xmlTag("node", { id: node.id })}\n${nodeData(nodeRow(node))}    </node>\n`;
    });
    yield* inChunks(graph.edges(), (edge) => {
      const start = xmlTag("edge", { id: edge.id, source: edge.source, target: edge.target });
      return `    ${start}\n${edgeData(edgeRow(edge))}    </edge>\n`;
    });
    yield "  </graph>\n</graphml>\n";
  },
} as const satisfies Exporter<GraphmlOptions>;

/** The languages in which nodes have names, sorted: keys stand before the nodes that use them. */
async function languagesOf(graph: GraphView): Promise<readonly string[]> {
  const languages = new Set<string>();
  for await (const node of graph.nodes()) {
    if (node.type !== "article") for (const language of Object.keys(node.names)) languages.add(language);
  }
  return [...languages].sort(compareText);
}

type Domain = "node" | "edge";

/** Nodes and edges have keys of their own: one for both would be refused by some readers and ignored by others. */
function keyId(domain: Domain, name: string): string {
  return `${domain === "node" ? "n" : "e"}_${name}`;
}

function keys<Row>(domain: Domain, columns: readonly Column<Row>[]): string {
  return columns
    .map(({ name, type }) => {
      const attributes = { id: keyId(domain, name), for: domain, "attr.name": name, "attr.type": type };
      return `  ${xmlTag("key", attributes, "/")}\n`;
    })
    .join("");
}

/** A function that writes a row as `<data>` elements, one for each column in which it has a value. */
function dataWriter<Row>(domain: Domain, columns: readonly Column<Row>[]): (row: Row) => string {
  const elements = columns.map((column) => ({
    ...column,
    start: `      ${xmlTag("data", { key: keyId(domain, column.name) })}`,
  }));
  return (row) => {
    let written = "";
    for (const { start, read, verbatim } of elements) {
      const value = read(row);
      if (value === null || value === undefined) continue;
      if (typeof value === "number") written += `${start}${value}</data>\n`;
      else if (typeof value !== "string" && value.length === 0) continue;
      else {
        const text = typeof value === "string" ? value : jsonText(value);
        written += `${start}${xmlText(verbatim ? text : text.normalize("NFC"))}</data>\n`;
      }
    }
    return written;
  };
}

/** JSON that reaches every reader whole: what XML cannot hold is escaped, and so are the line ends of XML 1.1. */
function jsonText(value: PropertyValue): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

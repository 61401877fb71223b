import { SHOWN_MODALITIES } from "../model/modality.ts";
import { languagesOf, lookColumns, nodeColumns, nodeRow, type ColumnOptions } from "./columns.ts";
import { inChunks, type Exporter } from "./exporter.ts";
import { dataWriter, keys } from "./graphml-elements.ts";
import { flavorOf, GRAPHML_FLAVORS } from "./graphml-flavors.ts";
import { xmlTag } from "./xml.ts";

export interface GraphmlOptions extends ColumnOptions {
  /** Whose dialect it is: one of `GRAPHML_FLAVORS`. */
  readonly flavor?: string;
}

const NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
const ROOT = {
  xmlns: NAMESPACE,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd`,
};

/**
 * GraphML 1.0 in the dialect that networkx, igraph, graphology, Gephi and Cytoscape all read alike, unless a flavor adds
 * what one program wants.
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
  modalities: SHOWN_MODALITIES,
  flavors: GRAPHML_FLAVORS,
  defaults: {},
  async *encode(graph, options) {
    const { root, nodes, edges } = flavorOf(options.flavor, options);
    const columns = [...nodeColumns(await languagesOf(graph)), ...lookColumns(options)];
    const data = dataWriter("node", columns);
    yield `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTag("graphml", { ...ROOT, ...root })}\n`;
    yield `${keys("node", columns)}${nodes.keys}${edges.keys}`;
    yield `  ${xmlTag("graph", { id: "dragoman", edgedefault: "directed" })}\n`;
    yield* inChunks(graph.nodes(), (node) => {
      const start = xmlTag("node", { id: node.id, ...nodes.attributes(node) });
      return `    ${start}${data(nodeRow(node))}${nodes.data(node)}</node>\n`;
    });
    yield* edges.elements(graph);
    yield "  </graph>\n</graphml>\n";
  },
} as const satisfies Exporter<GraphmlOptions>;

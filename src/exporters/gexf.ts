import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { SHOWN_MODALITIES } from "../model/modality.ts";
import {
  channelsOf,
  edgeColumns,
  languagesOf,
  nodeColumns,
  nodeRow,
  relationLabel,
  sizeOf,
  textOf,
  type Column,
  type ColumnOptions,
} from "./columns.ts";
import { inChunks, type Exporter } from "./exporter.ts";
import { xmlAttribute, xmlTag } from "./xml.ts";

const NAMESPACE = "http://gexf.net/1.3";
const ROOT = {
  xmlns: NAMESPACE,
  "xmlns:viz": `${NAMESPACE}/viz`,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${NAMESPACE} ${NAMESPACE}/gexf.xsd`,
  version: "1.3",
};

/** What GEXF calls the types of columns. Lists are JSON text: of its list types readers know different spellings. */
const TYPES = { string: "string", int: "integer", double: "double" } as const;

/** These columns have places of their own in the elements. */
const IN_ELEMENTS: ReadonlySet<string> = new Set(["label", "name", "interaction", "edge_id", "weight"]);

/**
 * GEXF 1.3 (https://gexf.net) with a time line: what is known to have begun or ended has its first and last day, so that
 * Gephi shows the graph as it was at a time. Nodes have the colour of their kind.
 */
export const gexf = {
  id: "gexf",
  name: "GEXF",
  extensions: ["gexf"],
  mediaType: "application/gexf+xml",
  modalities: SHOWN_MODALITIES,
  flavors: [],
  defaults: {},
  async *encode(graph, options) {
    const ofNodes = inAttributes(nodeColumns(await languagesOf(graph)));
    const ofEdges = inAttributes(edgeColumns(options));
    yield `<?xml version="1.0" encoding="UTF-8"?>\n${xmlTag("gexf", ROOT)}\n`;
    yield "  <meta>\n    <creator>Dragoman</creator>\n  </meta>\n";
    const time = { mode: "dynamic", timeformat: "date", timerepresentation: "interval" };
    yield `  ${xmlTag("graph", { defaultedgetype: "directed", ...time })}\n`;
    yield `${declare("node", ofNodes)}${declare("edge", ofEdges)}    <nodes>\n`;
    yield* inChunks(graph.nodes(), (node) => {
      const start = xmlTag("node", { id: node.id, label: node.label.normalize("NFC"), ...timeOf(node) });
      return `      ${start}${look(node, options)}${values(ofNodes, nodeRow(node))}</node>\n`;
    });
    yield "    </nodes>\n    <edges>\n";
    yield* inChunks(graph.edges(), (edge) => {
      const start = xmlTag("edge", {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        label: relationLabel(edge.relation, options),
        // Edges of different kinds may be parallel.
        kind: edge.relation,
        weight: String(edge.weight),
        ...timeOf(edge),
      });
      return `      ${start}${values(ofEdges, edge)}</edge>\n`;
    });
    yield "    </edges>\n  </graph>\n</gexf>\n";
  },
} as const satisfies Exporter<ColumnOptions>;

interface Attribute<Row> {
  readonly column: Column<Row>;
  /** The element up to its value. */
  readonly start: string;
}

function inAttributes<Row>(columns: readonly Column<Row>[]): readonly Attribute<Row>[] {
  return columns
    .filter(({ name }) => !IN_ELEMENTS.has(name))
    .map((column) => ({ column, start: `<attvalue for="${xmlAttribute(column.name)}" value="` }));
}

function declare<Row>(domain: "node" | "edge", attributes: readonly Attribute<Row>[]): string {
  const declared = attributes.map(({ column: { name, type } }) => {
    return `      ${xmlTag("attribute", { id: name, title: name, type: TYPES[type] }, "/")}\n`;
  });
  return `    ${xmlTag("attributes", { class: domain, mode: "static" })}\n${declared.join("")}    </attributes>\n`;
}

function values<Row>(attributes: readonly Attribute<Row>[], row: Row): string {
  let written = "";
  for (const { column, start } of attributes) {
    const value = textOf(column, row);
    if (value !== undefined) written += `${start}${xmlAttribute(value)}"/>`;
  }
  return written === "" ? "" : `<attvalues>${written}</attvalues>`;
}

/** First and last day, both inclusive, as far as they are known. Other things than events and facts have no time. */
function timeOf(item: GraphNode | GraphEdge): Readonly<Record<string, string>> {
  if (!("dateFrom" in item)) return {};
  return {
    ...(item.dateFrom === null ? {} : { start: item.dateFrom }),
    ...(item.dateTo === null ? {} : { end: item.dateTo }),
  };
}

/** Colour by kind; with positions, place and size. */
function look(node: GraphNode, { colours, positions }: ColumnOptions): string {
  const channels = channelsOf(colours?.get(node.kind));
  const place = positions?.get(node.id);
  const [r, g, b] = (channels ?? []).map(String);
  return [
    r === undefined || g === undefined || b === undefined ? "" : xmlTag("viz:color", { r, g, b }, "/"),
    place === undefined ? "" : xmlTag("viz:position", { x: String(place.x), y: String(place.y), z: "0" }, "/"),
    positions === undefined ? "" : xmlTag("viz:size", { value: String(sizeOf(node)) }, "/"),
  ].join("");
}

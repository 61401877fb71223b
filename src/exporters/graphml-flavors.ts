import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { edgeColumns, pairColumns, relationLabel, type ColumnOptions } from "./columns.ts";
import { edgeElements, type EdgeElements } from "./graphml-elements.ts";
import { pairsOf } from "./pairs.ts";
import { xmlTag, xmlText } from "./xml.ts";

type Attributes = Readonly<Record<string, string>>;

/** What a program wants in GraphML beside what all programs read. */
interface Flavor {
  /** Attributes of the root. */
  readonly root: Attributes;
  readonly nodes: {
    readonly keys: string;
    readonly attributes: (node: GraphNode) => Attributes;
    readonly data: (node: GraphNode) => string;
  };
  readonly edges: EdgeElements;
}

const PLAIN_NODES: Flavor["nodes"] = { keys: "", attributes: () => ({}), data: () => "" };

/** A fact an edge, its id, ends and properties as every program reads them. */
const facts = (
  options: ColumnOptions,
  more: { readonly attributes?: (edge: GraphEdge) => Attributes; readonly data?: (edge: GraphEdge) => string } = {},
): EdgeElements =>
  edgeElements<GraphEdge>({
    columns: edgeColumns(options),
    rows: (graph) => graph.edges(),
    attributes: (edge) => ({ id: edge.id, source: edge.source, target: edge.target, ...more.attributes?.(edge) }),
    ...(more.data === undefined ? {} : { data: more.data }),
  });

const FLAVORS = {
  portable: (options) => ({ root: {}, nodes: PLAIN_NODES, edges: facts(options) }),

  /** yEd shows shapes and labels that are told in its own words, and no others. */
  yed: (options) => ({
    root: { "xmlns:y": "http://www.yworks.com/xml/graphml" },
    nodes: {
      ...PLAIN_NODES,
      keys: `  <key id="n_graphics" for="node" yfiles.type="nodegraphics"/>\n`,
      data: (node) => `<data key="n_graphics">${shape(node, options)}</data>`,
    },
    edges: withKey(
      facts(options, {
        data: (edge) =>
          `<data key="e_graphics"><y:PolyLineEdge><y:Arrows source="none" target="standard"/><y:EdgeLabel>` +
          `${xmlText(relationLabel(edge.relation, options))}</y:EdgeLabel></y:PolyLineEdge></data>`,
      }),
      `  <key id="e_graphics" for="edge" yfiles.type="edgegraphics"/>\n`,
    ),
  }),

  /** Neo4j's APOC takes labels and types from attributes that GraphML does not know: those that `load` gives. */
  apoc: (options) => ({
    root: {},
    nodes: {
      ...PLAIN_NODES,
      attributes: (node) => ({ labels: node.type === "article" ? `:${node.kind}` : `:Entity:${node.kind}` }),
    },
    edges: facts(options, { attributes: ({ relation }) => ({ label: relation }) }),
  }),

  /** One edge for all facts from one node to another, for programs that know no parallel edges. */
  simple: (options) => ({
    root: {},
    nodes: PLAIN_NODES,
    edges: edgeElements({
      columns: pairColumns(options),
      rows: pairsOf,
      attributes: ({ id, source, target }) => ({ id, source, target }),
    }),
  }),
} as const satisfies Readonly<Record<string, (options: ColumnOptions) => Flavor>>;

/** The flavors of GraphML, the usual one first. */
export const GRAPHML_FLAVORS: readonly string[] = Object.keys(FLAVORS);

/** The flavor of a name. Throws `RangeError` for a name that is none. */
export function flavorOf(name: string = "portable", options: ColumnOptions): Flavor {
  const flavors: Readonly<Record<string, (options: ColumnOptions) => Flavor>> = FLAVORS;
  const flavor = Object.hasOwn(flavors, name) ? flavors[name] : undefined;
  if (flavor === undefined) throw new RangeError(`GraphML has no flavor ${name}: ${GRAPHML_FLAVORS.join(", ")}`);
  return flavor(options);
}

function withKey({ keys, elements }: EdgeElements, key: string): EdgeElements {
  return { keys: keys + key, elements };
}

/** Pixels of a letter in a box of yEd, and of what is around them. */
const LETTER = 8;
const PADDING = 20;
const HEIGHT = 30;

/** A box with the label in it, in the colour of its kind. */
function shape(node: GraphNode, { positions, colours }: ColumnOptions): string {
  const place = positions?.get(node.id);
  const colour = colours?.get(node.kind);
  const geometry = {
    width: String(PADDING + LETTER * [...node.label].length),
    height: String(HEIGHT),
    // yEd counts downwards.
    ...(place === undefined ? {} : { x: String(place.x), y: String(-place.y) }),
  };
  const fill = colour === undefined ? "" : xmlTag("y:Fill", { color: colour, transparent: "false" }, "/");
  const label = xmlTag("y:NodeLabel", colour === undefined ? {} : { textColor: "#ffffff" });
  return (
    `<y:ShapeNode>${xmlTag("y:Geometry", geometry, "/")}${fill}${label}${xmlText(node.label)}</y:NodeLabel>` +
    `<y:Shape type="roundrectangle"/></y:ShapeNode>`
  );
}

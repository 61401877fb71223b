import type { GraphEdge, GraphNode, Positions } from "../model/graph.ts";
import {
  edgeProperties,
  evidenceLists,
  nodeProperties,
  type Properties,
  type PropertyValue,
} from "../model/properties.ts";

export interface GraphmlOptions {
  /** What edges are called, by relation. One that is missing reads as its name does: "spoke with" for SPOKE_WITH. */
  readonly relationLabels?: ReadonlyMap<string, string>;
  /** Adds `x`, `y` and `size`, which Gephi takes over as they are. */
  readonly positions?: Positions;
  /** Adds `r`, `g` and `b`: `#rrggbb` by kind of node. */
  readonly colours?: ReadonlyMap<string, string>;
}

/** An attribute of nodes or edges: one `<key>`, and a `<data>` in every row that has a value. */
export interface Column<Row> {
  readonly name: string;
  readonly type: "string" | "int" | "double";
  /** Ids are written exactly as the `id` that they refer to, and evidence as its offsets count it; all else is NFC. */
  readonly verbatim: boolean;
  /** A list is written as JSON text. Nothing is written for `null`, `undefined` or an empty list. */
  readonly read: (row: Row) => PropertyValue | undefined;
}

/** A node or an edge with its properties under the names that all exports share. */
interface WithProperties {
  readonly properties: Properties;
}
export interface NodeRow extends WithProperties {
  readonly node: GraphNode;
}
export interface EdgeRow extends WithProperties {
  readonly edge: GraphEdge;
  readonly evidence: Properties;
}

export function nodeRow(node: GraphNode): NodeRow {
  return { node, properties: nodeProperties(node) };
}

export function edgeRow(edge: GraphEdge): EdgeRow {
  return { edge, properties: edgeProperties(edge), evidence: evidenceLists(edge) };
}

/** Columns of the nodes of a graph that has names in these languages. */
export function nodeColumns(languages: readonly string[], options: GraphmlOptions): readonly Column<NodeRow>[] {
  return [
    property("label"),
    // Cytoscape's name for the label.
    column("name", "string", ({ node }) => node.label),
    property("kind"),
    // An event says what it is more exactly than its kind does.
    column("type", "string", ({ node, properties }) => properties["type"] ?? node.kind),
    ...languages.map((language) =>
      column<NodeRow>(`label_${language}`, "string", ({ node }) => bestName(node, language)),
    ),
    ...list("aliases"),
    property("aliasCounts"),
    ...languages.flatMap((language) => list(`names_${language}`)),
    ...list("sameAs"),
    ...list("properNames"),
    property("date"),
    property("dateFrom"),
    property("dateTo"),
    column("year", "int", ({ properties }) => yearOf(properties["date"] ?? properties["publishedAt"])),
    verbatim(property("place")),
    property("status"),
    ...list("conflictFields"),
    ...list("conflictValues"),
    ...list("conflictArticles"),
    ...list("historyStatuses"),
    ...list("historyDates"),
    ...list("historyArticles"),
    ...list("countKinds"),
    ...list("countValues"),
    ...list("countArticles"),
    property("lang"),
    property("publishedAt"),
    property("url"),
    property("title"),
    property("outlet"),
    verbatim(property("copyOf")),
    property("mentions", "int"),
    property("articles", "int"),
    ...viewColumns(options),
  ];
}

/** What Gephi takes for the look of a node. */
function viewColumns({ positions, colours }: GraphmlOptions): readonly Column<NodeRow>[] {
  const channel = (name: string, start: number): Column<NodeRow> =>
    column(name, "int", ({ node }) => {
      const colour = colours?.get(node.kind);
      return colour === undefined ? undefined : Number.parseInt(colour.slice(start, start + 2), 16);
    });
  return [
    ...(positions === undefined
      ? []
      : [
          column<NodeRow>("x", "double", ({ node }) => positions.get(node.id)?.x),
          column<NodeRow>("y", "double", ({ node }) => positions.get(node.id)?.y),
          column<NodeRow>("size", "double", ({ node }) => sizeOf(node)),
        ]),
    ...(colours === undefined ? [] : [channel("r", 1), channel("g", 3), channel("b", 5)]),
  ];
}

export function edgeColumns({ relationLabels }: GraphmlOptions): readonly Column<EdgeRow>[] {
  const label = ({ edge }: EdgeRow): string =>
    relationLabels?.get(edge.relation) ?? edge.relation.toLowerCase().replaceAll("_", " ");
  return [
    // igraph overwrites the `id` of an edge, so it is here once more.
    verbatim(column("edge_id", "string", ({ edge }) => edge.id)),
    column("label", "string", label),
    // Cytoscape's name for the label.
    column("interaction", "string", label),
    column("type", "string", ({ edge }) => edge.relation),
    property("modality"),
    property("date"),
    property("dateFrom"),
    property("dateTo"),
    column("year", "int", ({ edge }) => yearOf(edge.date)),
    verbatim(property("event")),
    verbatim(property("about")),
    property("office"),
    property("role"),
    property("confidence", "double"),
    property("weight", "double"),
    column("evidence_count", "int", ({ edge }) => edge.evidence.length),
    ...["articles", "starts", "ends", "quotes", "langs", "attributions", "rules"].map((name) =>
      verbatim(column<EdgeRow>(name, "string", ({ evidence }) => evidence[name])),
    ),
  ];
}

function column<Of extends WithProperties>(
  name: string,
  type: Column<Of>["type"],
  read: Column<Of>["read"],
): Column<Of> {
  return { name, type, verbatim: false, read };
}

function property(name: string, type: Column<WithProperties>["type"] = "string"): Column<WithProperties> {
  return column(name, type, ({ properties }) => properties[name]);
}

/** A list is JSON text and a count: readers have no type for lists in common. */
function list(name: string): readonly Column<WithProperties>[] {
  const count = ({ properties }: WithProperties): number | undefined => {
    const value = properties[name];
    return typeof value === "object" && value !== null && value.length > 0 ? value.length : undefined;
  };
  return [property(name), column(`${name}_count`, "int", count)];
}

function verbatim<Of>(of: Column<Of>): Column<Of> {
  return { ...of, verbatim: true };
}

function bestName(node: GraphNode, language: string): string | undefined {
  return node.type === "article" ? undefined : node.names[language]?.[0];
}

function sizeOf(node: GraphNode): number {
  return node.type === "article" ? 1 : 1 + Math.log2(1 + node.mentions);
}

/** The year of an ISO 8601 date of any exactness. */
function yearOf(date: PropertyValue | undefined): number | undefined {
  const year = typeof date === "string" ? /^\d{4}/.exec(date)?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
}

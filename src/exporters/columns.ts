import type { GraphEdge, GraphNode, GraphView, Positions } from "../model/graph.ts";
import { nodeProperties, type Properties, type PropertyValue } from "../model/properties.ts";
import { compareText } from "../model/text.ts";
import type { Pair } from "./pairs.ts";

/** What tables of nodes and edges are made with. */
export interface ColumnOptions {
  /** What edges are called, by relation. One that is missing reads as its name does: "spoke with" for SPOKE_WITH. */
  readonly relationLabels?: ReadonlyMap<string, string>;
  /** Adds `x`, `y` and `size`, which Gephi takes over as they are. */
  readonly positions?: Positions;
  /** `#rrggbb` by kind of node, which go with the positions as `r`, `g` and `b`, or stand where a format has a place for them. */
  readonly colours?: ReadonlyMap<string, string>;
}

/** An attribute of nodes or edges, in formats that are tables of both. */
export interface Column<Row> {
  readonly name: string;
  readonly type: "string" | "int" | "double";
  /** Ids are written exactly as the `id` that they refer to, all other text is NFC. What stands in a list is always exact. */
  readonly verbatim: boolean;
  /** A list is written as JSON text. Nothing is written for `null`, `undefined` or an empty list. */
  readonly read: (row: Row) => PropertyValue | undefined;
}

/** A node with its properties under the names that all exports share. */
export interface NodeRow {
  readonly node: GraphNode;
  readonly properties: Properties;
}

export function nodeRow(node: GraphNode): NodeRow {
  return { node, properties: nodeProperties(node) };
}

/** Columns of the nodes of a graph that has names in these languages. */
export function nodeColumns(languages: readonly string[]): readonly Column<NodeRow>[] {
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
  ];
}

/** What Gephi takes for the look of a node. */
export function lookColumns({ positions, colours }: ColumnOptions): readonly Column<NodeRow>[] {
  if (positions === undefined) return [];
  const channels = ["r", "g", "b"].map((name, channel) =>
    column<NodeRow>(name, "int", ({ node }) => channelsOf(colours?.get(node.kind))?.[channel]),
  );
  return [
    column<NodeRow>("x", "double", ({ node }) => positions.get(node.id)?.x),
    column<NodeRow>("y", "double", ({ node }) => positions.get(node.id)?.y),
    column<NodeRow>("size", "double", ({ node }) => sizeOf(node)),
    ...(colours === undefined ? [] : channels),
  ];
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function channelsOf(colour: string | undefined): readonly [number, number, number] | undefined {
  if (colour === undefined) return undefined;
  const channel = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** How a relation reads where it stands on an edge: in the words that are given, else as its name does. */
export function relationLabel(relation: string, { relationLabels }: Pick<ColumnOptions, "relationLabels">): string {
  return relationLabels?.get(relation) ?? relation.toLowerCase().replaceAll("_", " ");
}

/** Columns of edges. They read the fact itself: a graph has many, and each is read once. */
export function edgeColumns(options: ColumnOptions): readonly Column<GraphEdge>[] {
  const label = ({ relation }: GraphEdge): string => relationLabel(relation, options);
  const text = (name: string, read: Column<GraphEdge>["read"]): Column<GraphEdge> => column(name, "string", read);
  return [
    // igraph overwrites the `id` of an edge, so it is here once more.
    verbatim(text("edge_id", (edge) => edge.id)),
    text("label", label),
    // Cytoscape's name for the label.
    text("interaction", label),
    text("type", (edge) => edge.relation),
    text("modality", (edge) => edge.modality),
    text("date", (edge) => edge.date),
    text("dateFrom", (edge) => edge.dateFrom),
    text("dateTo", (edge) => edge.dateTo),
    column("year", "int", (edge) => yearOf(edge.date)),
    verbatim(text("event", (edge) => edge.event)),
    verbatim(text("about", (edge) => edge.about)),
    text("office", (edge) => edge.office),
    text("role", (edge) => edge.role),
    column("confidence", "double", (edge) => edge.confidence),
    column("weight", "double", (edge) => edge.weight),
    column("evidence_count", "int", (edge) => edge.evidence.length),
    text("articles", ({ evidence }) => evidence.map((item) => item.article)),
    text("starts", ({ evidence }) => evidence.map((item) => item.start)),
    text("ends", ({ evidence }) => evidence.map((item) => item.end)),
    text("quotes", ({ evidence }) => evidence.map((item) => item.text)),
    text("langs", ({ evidence }) => evidence.map((item) => item.language)),
    text("attributions", ({ evidence }) => evidence.map((item) => item.attribution.join(" > "))),
    text("rules", ({ evidence }) => evidence.map((item) => item.rule)),
  ];
}

/** Columns of edges that stand for all facts of a pair. */
export function pairColumns(options: ColumnOptions): readonly Column<Pair>[] {
  const label = ({ relations }: Pair): string =>
    relations.map((relation) => relationLabel(relation, options)).join(", ");
  return [
    verbatim(column("edge_id", "string", ({ id }) => id)),
    column("label", "string", label),
    column("interaction", "string", label),
    column("relations", "string", ({ relations }) => relations),
    column("relations_count", "int", ({ relations }) => relations.length),
    column("modalities", "string", ({ modalities }) => modalities),
    column("facts", "int", ({ facts }) => facts),
    column("dateFrom", "string", ({ dateFrom }) => dateFrom),
    column("dateTo", "string", ({ dateTo }) => dateTo),
    column("weight", "double", ({ weight }) => weight),
  ];
}

export function column<Of>(name: string, type: Column<Of>["type"], read: Column<Of>["read"]): Column<Of> {
  return { name, type, verbatim: false, read };
}

function property(name: string, type: Column<NodeRow>["type"] = "string"): Column<NodeRow> {
  return column(name, type, ({ properties }) => properties[name]);
}

/** A list is JSON text and a count: readers have no type for lists in common. */
function list(name: string): readonly Column<NodeRow>[] {
  const count = ({ properties }: NodeRow): number | undefined => {
    const value = properties[name];
    return typeof value === "object" && value !== null && value.length > 0 ? value.length : undefined;
  };
  return [property(name), column(`${name}_count`, "int", count)];
}

/** The same column, for text that is to reach its reader as it is. */
export function verbatim<Of>(of: Column<Of>): Column<Of> {
  return { ...of, verbatim: true };
}

/** The languages in which nodes have names, sorted: columns are told before the nodes that use them. */
export async function languagesOf(graph: GraphView): Promise<readonly string[]> {
  const languages = new Set<string>();
  for await (const node of graph.nodes()) {
    if (node.type !== "article") for (const language of Object.keys(node.names)) languages.add(language);
  }
  return [...languages].sort(compareText);
}

/** What a column holds of a row, as text. Undefined where there is nothing to write. */
export function textOf<Row>({ read, verbatim: exact }: Column<Row>, row: Row): string | undefined {
  const value = read(row);
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return value.length === 0 ? undefined : jsonText(value);
  return exact ? value : value.normalize("NFC");
}

/** Stands for itself in JSON, in every reader. Most of what is in lists holds nothing else, and nothing is to be escaped in it. */
const PLAIN = /^[ !#-[\]-~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFFFD]*$/;

/** JSON that reaches every reader whole: what XML cannot hold is escaped, and so are the line ends of XML 1.1. */
function jsonText(items: readonly (string | number)[]): string {
  let text = "[";
  for (const item of items) {
    if (text !== "[") text += ",";
    if (typeof item === "number") text += String(item);
    else text += PLAIN.test(item) ? `"${item}"` : jsonString(item);
  }
  return `${text}]`;
}

function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function bestName(node: GraphNode, language: string): string | undefined {
  return node.type === "article" ? undefined : node.names[language]?.[0];
}

/** Nodes that are mentioned more are larger. */
export function sizeOf(node: GraphNode): number {
  return node.type === "article" ? 1 : 1 + Math.log2(1 + node.mentions);
}

/** The year of an ISO 8601 date of any exactness. */
function yearOf(date: PropertyValue | undefined): number | undefined {
  const year = typeof date === "string" ? /^\d{4}/.exec(date)?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
}

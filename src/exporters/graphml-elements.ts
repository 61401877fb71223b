import type { GraphView } from "../model/graph.ts";
import { textOf, type Column } from "./columns.ts";
import { inChunks } from "./exporter.ts";
import { xmlTag, xmlText } from "./xml.ts";

type Domain = "node" | "edge";
type Attributes = Readonly<Record<string, string>>;

/** The edges of a file: what is declared of them, and their elements, one a line, in chunks. */
export interface EdgeElements {
  readonly keys: string;
  readonly elements: (graph: GraphView) => AsyncIterable<string>;
}

/** What makes rows of a kind into edges. */
export interface EdgeTable<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: (graph: GraphView) => Iterable<Row> | AsyncIterable<Row>;
  readonly attributes: (row: Row) => Attributes;
  /** More elements inside of it. */
  readonly data?: (row: Row) => string;
}

export function edgeElements<Row>({ columns, rows, attributes, data }: EdgeTable<Row>): EdgeElements {
  const columnData = dataWriter("edge", columns);
  return {
    keys: keys("edge", columns),
    elements: (graph) =>
      inChunks(rows(graph), (row) => {
        return `    ${xmlTag("edge", attributes(row))}${columnData(row)}${data?.(row) ?? ""}</edge>\n`;
      }),
  };
}

/** Nodes and edges have keys of their own: one for both would be refused by some readers and ignored by others. */
function keyId(domain: Domain, name: string): string {
  return `${domain === "node" ? "n" : "e"}_${name}`;
}

export function keys<Row>(domain: Domain, columns: readonly Column<Row>[]): string {
  return columns
    .map(({ name, type }) => {
      const attributes = { id: keyId(domain, name), for: domain, "attr.name": name, "attr.type": type };
      return `  ${xmlTag("key", attributes, "/")}\n`;
    })
    .join("");
}

/** A function that writes a row as `<data>` elements, one for each column in which it has a value. */
export function dataWriter<Row>(domain: Domain, columns: readonly Column<Row>[]): (row: Row) => string {
  const elements = columns.map((column) => ({
    column,
    start: xmlTag("data", { key: keyId(domain, column.name) }),
  }));
  return (row) => {
    let written = "";
    for (const { column, start } of elements) {
      const text = textOf(column, row);
      if (text !== undefined) written += `${start}${xmlText(text)}</data>`;
    }
    return written;
  };
}

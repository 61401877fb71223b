import type { GraphEdge } from "../model/graph.ts";
import { MODALITIES } from "../model/modality.ts";
import {
  column,
  edgeColumns,
  languagesOf,
  lookColumns,
  nodeColumns,
  nodeRow,
  textOf,
  verbatim,
  type Column,
  type ColumnOptions,
  type NodeRow,
} from "./columns.ts";
import { csvCell, EXCEL_MARK } from "./csv-cell.ts";
import { inChunks, type FolderExporter } from "./exporter.ts";

export interface CsvOptions extends ColumnOptions {
  /** `plain`, or `excel`: with the mark by which Excel knows UTF-8. */
  readonly flavor?: string;
}

const FLAVORS = ["plain", "excel"] as const;

/**
 * Two tables (RFC 4180: commas, quotation marks, CRLF), `nodes.csv` and `edges.csv`, with the names of columns that
 * Gephi's import knows: `id`, `label`, `source`, `target`, `type`, `weight`. The relation is in `relation`, since `type`
 * says that an edge is directed.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. Quotes from articles stand in lists of
 * JSON, so none of them does.
 */
export const csv = {
  id: "csv",
  name: "CSV",
  modalities: MODALITIES,
  flavors: FLAVORS,
  defaults: {},
  async *files(graph, options) {
    const languages = await languagesOf(graph);
    const mark = options.flavor === "excel" ? EXCEL_MARK : "";
    const ofNodes: readonly Column<NodeRow>[] = [
      verbatim(column("id", "string", ({ node }) => node.id)),
      ...nodeColumns(languages).filter(({ name }) => name !== "name"),
      ...lookColumns(options),
    ];
    yield { name: "nodes.csv", text: table(mark, ofNodes, graph.nodes(), nodeRow) };
    yield { name: "edges.csv", text: table(mark, csvEdgeColumns(options), graph.edges(), (edge) => edge) };
  },
} as const satisfies FolderExporter<CsvOptions>;

function csvEdgeColumns(options: ColumnOptions): readonly Column<GraphEdge>[] {
  const left = new Set(["edge_id", "interaction", "type"]);
  return [
    verbatim(column("source", "string", (edge) => edge.source)),
    verbatim(column("target", "string", (edge) => edge.target)),
    column("type", "string", () => "Directed"),
    verbatim(column("id", "string", (edge) => edge.id)),
    column("relation", "string", (edge) => edge.relation),
    ...edgeColumns(options).filter(({ name }) => !left.has(name)),
  ];
}

async function* table<Item, Row>(
  mark: string,
  columns: readonly Column<Row>[],
  items: Iterable<Item> | AsyncIterable<Item>,
  toRow: (item: Item) => Row,
): AsyncGenerator<string> {
  yield `${mark}${columns.map(({ name }) => name).join(",")}\r\n`;
  yield* inChunks(items, (item) => {
    const row = toRow(item);
    return `${columns.map((of) => cell(of, row)).join(",")}\r\n`;
  });
}

function cell<Row>(of: Column<Row>, row: Row): string {
  const text = textOf(of, row);
  if (text === undefined || of.type !== "string") return text ?? "";
  return csvCell(text);
}

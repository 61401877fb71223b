import { DragomanError } from "../errors.ts";
import { type ContentHash, edgeHash, HASH_PROPERTY, nodeHash } from "../model/content-hash.ts";
import type { GraphEdge, GraphNode, GraphView } from "../model/graph.ts";
import { MODALITIES } from "../model/modality.ts";
import { nodeProperties, storedEdgeProperties, type Properties, type PropertyValue } from "../model/properties.ts";
import { compareText } from "../model/text.ts";
import { DATE_PROPERTIES, FLOAT_PROPERTIES, identifier, type NodeLabel } from "../stores/cypher.ts";
import { schemaStatements } from "../stores/neo4j-schema.ts";
import { inChunks, type ExportedFile, type FolderExporter } from "./exporter.ts";

/**
 * What `neo4j-admin database import full` makes a database of, the fastest way into Neo4j: tables with headers in files of
 * their own, `import.sh` with the command, and `finish.cypher` with what an import cannot make: constraints, indexes, and
 * lists that are empty.
 *
 * The database is the one that `load` makes, with the hashes by which `load` knows what it wrote: a load after it finds
 * nothing to write. Lists have a delimiter that stands in none of them.
 *
 * Format: https://neo4j.com/docs/operations-manual/5/tools/neo4j-admin/neo4j-admin-import/
 */
export const neo4jAdmin = {
  id: "neo4j-admin",
  name: "neo4j-admin import",
  modalities: MODALITIES,
  flavors: [],
  defaults: {},
  async *files(graph) {
    const { nodes, edges, relations, dated, delimiter } = await survey(graph);
    for (const [type, { table }] of nodes) {
      const rows = inChunks(nodesOf(graph, type), (node) => nodeRow(node, table, delimiter));
      yield* tableFiles(`nodes-${type}`, ["id:ID", ":LABEL", ...table.columns.map(headerOf)], rows);
    }
    const rows = inChunks(graph.edges(), (edge) => edgeRow(edge, edges, delimiter));
    yield* tableFiles("edges", [":START_ID", ":END_ID", ":TYPE", "id", ...edges.columns.map(headerOf)], rows);
    const statements = [
      ...schemaStatements([...relations].sort(compareText), dated),
      ...[...nodes.values()].map(({ table, kinds }) =>
        fillStatement(`(x:${[...kinds].sort(compareText).map(identifier).join("|")})`, table),
      ),
      fillStatement("()-[x]->()", edges),
    ];
    yield { name: "finish.cypher", text: statements.flatMap((statement) => statement ?? []).map(asLine) };
    yield { name: "import.sh", text: [script([...nodes.keys()], delimiter)] };
  },
} as const satisfies FolderExporter;

type ColumnType = "string" | "long" | "double" | "date" | "string[]" | "long[]";

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

interface Table {
  readonly columns: readonly Column[];
  /** Lists that every row has, with what an empty cell in them is: an import knows no list without an item or with an empty one. */
  readonly fills: ReadonlyMap<string, "[]" | '[""]'>;
}

interface Survey {
  /** A table for each type of nodes, since each has the same properties throughout. */
  readonly nodes: ReadonlyMap<GraphNode["type"], { readonly table: Table; readonly kinds: ReadonlySet<string> }>;
  readonly edges: Table;
  readonly relations: ReadonlySet<string>;
  readonly dated: ReadonlySet<string>;
  readonly delimiter: Delimiter;
}

/** A character between the items of a list, as it stands in a file and on a command line. */
interface Delimiter {
  readonly character: string;
  readonly code: string;
}

/** Those that ASCII has for this, and some that no text has any use for: control characters, and the last for private use. */
const DELIMITERS = "\u001F\u001E\u001D\u001C\u0001\u0002\u0003\u0004\u0005\u0006\uF8FB\uF8FC\uF8FD\uF8FE\uF8FF";

/** Goes through the graph once: which columns there are, and what is free to stand between the items of a list. */
async function survey(graph: GraphView): Promise<Survey> {
  const taken = new Set<string>();
  const nodes = new Map<GraphNode["type"], { readonly look: Look; readonly kinds: Set<string> }>();
  const edges = createLook(taken);
  const relations = new Set<string>();
  const dated = new Set<string>();
  for await (const node of graph.nodes()) {
    const of = nodes.get(node.type) ?? { look: createLook(taken), kinds: new Set<string>() };
    nodes.set(node.type, of);
    of.kinds.add(node.kind);
    of.look.add(nodeProperties(node));
  }
  for await (const edge of graph.edges()) {
    relations.add(edge.relation);
    if (edge.dateFrom !== null || edge.dateTo !== null) dated.add(edge.relation);
    edges.add(storedEdgeProperties(edge));
  }
  return {
    nodes: new Map([...nodes].map(([type, { look, kinds }]) => [type, { table: look.table(), kinds }])),
    edges: edges.table(),
    relations,
    dated,
    delimiter: delimiterBut(taken),
  };
}

/** The first delimiter that is not taken. A text that has all of them is none, and nothing could be told apart in it. */
function delimiterBut(taken: ReadonlySet<string>): Delimiter {
  const character = DELIMITERS.split("").find((each) => !taken.has(each));
  if (character === undefined) {
    throw new DragomanError(
      "OUTPUT",
      "there is no character that stands in no list of this graph; use `dragoman load`",
    );
  }
  return { character, code: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` };
}

interface Look {
  add(properties: Properties): void;
  table(): Table;
}

function createLook(taken: Set<string>): Look {
  interface Seen {
    type: ColumnType;
    /** Rows that have it at all, as an empty list, and as a list of one empty text. */
    rows: number;
    readonly fills: { "[]": number; '[""]': number };
  }
  const columns = new Map<string, Seen>();
  let rows = 0;
  return {
    add(properties) {
      rows += 1;
      for (const [name, value] of Object.entries(properties)) {
        const type = typeOf(name, value);
        const seen = columns.get(name) ?? { type, rows: 0, fills: { "[]": 0, '[""]': 0 } };
        columns.set(name, seen);
        if (value === null) continue;
        // Of an empty list nothing but that it is one is known.
        if (seen.type === "string" || seen.type === "string[]") seen.type = type;
        seen.rows += 1;
        const fill = fillOf(value);
        if (fill !== undefined) seen.fills[fill] += 1;
        if (Array.isArray(value)) noteDelimiters(value, taken);
      }
    },
    table() {
      const fills = [...columns].flatMap(([name, { rows: having, fills: counts }]) => {
        const fill = counts["[]"] >= counts['[""]'] ? "[]" : '[""]';
        return having === rows && counts[fill] > 0 ? [[name, fill] as const] : [];
      });
      const own: Column[] = [...columns].map(([name, { type }]) => ({ name, type }));
      return { columns: [...own, { name: HASH_PROPERTY, type: "string" }], fills: new Map(fills) };
    },
  };
}

/** How a list that an import cannot make is written in Cypher. */
function fillOf(value: PropertyValue): "[]" | '[""]' | undefined {
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return "[]";
  return value.length === 1 && value[0] === "" ? '[""]' : undefined;
}

/** Makes the lists that an empty cell has stood for. `:auto` lets it do so in several transactions. */
function fillStatement(pattern: string, { fills }: Table): string | undefined {
  if (fills.size === 0) return undefined;
  const names = [...fills.keys()];
  const missing = names.map((name) => `x.${name} IS NULL`).join(" OR ");
  const values = [...fills].map(([name, fill]) => `x.${name} = coalesce(x.${name}, ${fill})`).join(", ");
  return `:auto MATCH ${pattern} WHERE x.${HASH_PROPERTY} IS NOT NULL AND (${missing}) CALL { WITH x SET ${values} } IN TRANSACTIONS OF 10000 ROWS`;
}

function asLine(statement: string): string {
  return `${statement.replaceAll("\n", " ")};\n`;
}

const DATES: readonly string[] = DATE_PROPERTIES;
const FLOATS: readonly string[] = FLOAT_PROPERTIES;

function typeOf(name: string, value: PropertyValue): ColumnType {
  if (DATES.includes(name)) return "date";
  if (FLOATS.includes(name)) return "double";
  if (typeof value === "number") return "long";
  if (Array.isArray(value)) return typeof value[0] === "number" ? "long[]" : "string[]";
  return "string";
}

const ANY_DELIMITER = new RegExp(`[${DELIMITERS}]`, "g");

function noteDelimiters(list: readonly (string | number)[], taken: Set<string>): void {
  for (const item of list) {
    if (typeof item === "string") for (const character of item.match(ANY_DELIMITER) ?? []) taken.add(character);
  }
}

function headerOf({ name, type }: Column): string {
  return `${name}:${type}`;
}

function* tableFiles(name: string, header: readonly string[], text: AsyncIterable<string>): Generator<ExportedFile> {
  yield { name: `${name}-header.csv`, text: [`${header.join(",")}\n`] };
  yield { name: `${name}.csv`, text };
}

async function* nodesOf(graph: GraphView, type: GraphNode["type"]): AsyncGenerator<GraphNode> {
  for await (const node of graph.nodes()) if (node.type === type) yield node;
}

function nodeRow(node: GraphNode, table: Table, delimiter: Delimiter): string {
  const label: NodeLabel = node.type === "article" ? "Article" : "Entity";
  const labels = [...new Set([label, node.kind])].join(delimiter.character);
  return rowOf([node.id, labels], table, nodeProperties(node), nodeHash(node), delimiter);
}

function edgeRow(edge: GraphEdge, table: Table, delimiter: Delimiter): string {
  const properties = storedEdgeProperties(edge);
  return rowOf([edge.source, edge.target, edge.relation, edge.id], table, properties, edgeHash(edge), delimiter);
}

function rowOf(
  fixed: readonly string[],
  { columns, fills }: Table,
  properties: Properties,
  { hash }: ContentHash,
  { character }: Delimiter,
): string {
  // What the import cannot make, and no statement can tell from what is not known, is left to the next load.
  const exact = Object.entries(properties).every(([name, value]) => {
    const fill = fillOf(value);
    return fill === undefined || fills.get(name) === fill;
  });
  const all: Properties = { ...properties, [HASH_PROPERTY]: exact ? hash : "?" };
  const cells = columns.map(({ name }) => cell(all[name] ?? null, character));
  return `${[...fixed.map(quoted), ...cells].join(",")}\n`;
}

/** An empty cell is nothing, and two quotation marks are an empty text. */
function cell(value: PropertyValue, delimiter: string): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return quoted(typeof value === "string" ? value : value.join(delimiter));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function script(types: readonly string[], { code }: Delimiter): string {
  const nodes = types.map((type) => `  --nodes=nodes-${type}-header.csv,nodes-${type}.csv \\\n`).join("");
  return `#!/bin/sh
# Makes a database of the files beside this one. Neo4j has to be stopped, and what follows the name of this script goes to
# the command: sh import.sh --overwrite-destination
# Afterwards start Neo4j and run: cypher-shell --file finish.cypher
# That makes constraints and indexes, and lists that are empty. From then on \`dragoman load\` writes only what changes.
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "$@" \\
${nodes}  --relationships=edges-header.csv,edges.csv \\
  --array-delimiter=${code} --multiline-fields=true --legacy-style-quoting=false \\
  neo4j
`;
}

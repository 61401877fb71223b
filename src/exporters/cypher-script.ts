import { MODALITIES } from "../model/modality.ts";
import type { PropertyValue } from "../model/properties.ts";
import { type NodeLabel, upsertEdges, upsertNodes } from "../stores/cypher.ts";
import { NODE_SCHEMA } from "../stores/neo4j-schema.ts";
import { edgeBatches, nodeBatches, type Row } from "../stores/rows.ts";
import { inChunks, type Exporter } from "./exporter.ts";

/** Rows of a statement. Neo4j reads a statement of some hundred kilobytes at once. */
const BATCH_SIZE = 100;

/**
 * A script of Cypher statements that makes the graph in Neo4j that `load` makes: constraints and indexes of nodes first, then
 * nodes and relationships in batches. It can be run again, and then changes nothing. Constraints of relationships, which a
 * graph needs that is loaded again and again, are left to `load`.
 *
 * A script has no parameters, so values stand in it as literals. No statement holds a `;` at the end of a line but its own.
 */
export const cypher = {
  id: "cypher",
  name: "Cypher script",
  extensions: ["cypher", "cql"],
  mediaType: "text/plain",
  modalities: MODALITIES,
  flavors: [],
  defaults: {},
  async *encode(graph) {
    for (const statement of NODE_SCHEMA) yield `${statement};\n`;
    const labels = new Map<string, NodeLabel>();
    for await (const { label, kind, rows } of nodeBatches(graph, labels, BATCH_SIZE)) {
      yield* withRows(upsertNodes(label, kind), rows);
    }
    for await (const { relation, source, target, rows } of edgeBatches(graph, labels, BATCH_SIZE)) {
      yield* withRows(upsertEdges(relation, source, target), rows);
    }
  },
} as const satisfies Exporter;

/** A statement with its `$rows` written out. */
async function* withRows(statement: string, rows: readonly Row[]): AsyncGenerator<string> {
  const [before = "", after = ""] = statement.split("$rows");
  yield `${before}[`;
  yield* inChunks(rows, (row, index) => `${index === 0 ? "" : ","}\n${cypherLiteral(row)}`);
  yield `\n]${after};\n`;
}

type Literal = PropertyValue | { readonly [name: string]: Literal };

/** A value as Cypher writes it, in one line. Halves of surrogate pairs, which no database holds, become U+FFFD. */
export function cypherLiteral(value: Literal): string {
  if (value === null) return "null";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `"${SPECIAL.test(value) ? value.replace(ESCAPED, escape) : value}"`;
  if (isList(value)) return `[${value.map(cypherLiteral).join(", ")}]`;
  const entries = Object.entries(value).map(([name, of]) => `${identifier(name)}: ${cypherLiteral(of)}`);
  return `{${entries.join(", ")}}`;
}

function isList(value: object): value is readonly (string | number)[] {
  return Array.isArray(value);
}

/** What ends a string or a line, and characters that editors and shells do not keep. */
// eslint-disable-next-line no-control-regex -- these are what must not reach the file as they are
const ESCAPED = /[\\"\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The same, and whole surrogate pairs, which are looked at more closely. Most texts hold none. */
// eslint-disable-next-line no-control-regex -- as above
const SPECIAL = /[\\"\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uD800-\uDFFF\uFFFE\uFFFF]/;

const NAMED: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdfff ? "\uFFFD" : `\\u${code.toString(16).padStart(4, "0")}`;
}

function identifier(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}

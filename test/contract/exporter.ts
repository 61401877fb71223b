import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exporter } from "../../src/exporters/exporter.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { GraphView } from "../../src/model/graph.ts";
import { sampleGraph } from "../exporters/sample.ts";
import { edge, entity, evidence, ringGraph } from "../helpers/graph.ts";

/** What a reader of the format finds in a file, as far as every format can say it. */
export interface ReadGraph {
  readonly nodes: readonly { readonly id: string; readonly label: string }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly relation: string;
    readonly quotes: readonly string[];
  }[];
}

export interface ExporterContract<Options extends object> {
  readonly exporter: Exporter<Options>;
  /** Reads a file by another program's parser, and throws where that finds it malformed. */
  readonly read: (text: string) => ReadGraph | Promise<ReadGraph>;
  /** What becomes of a label that the format cannot hold as it is. Quotes are exact in every format, unless it says otherwise. */
  readonly normalise: (label: string) => string;
  readonly normaliseQuote?: (quote: string) => string;
  /** Graphs with odd texts that are tried: fewer where a reader is slow. */
  readonly runs?: number;
}

export async function encodeToString<Options extends object>(
  exporter: Exporter<Options>,
  graph: GraphView,
  options: Readonly<Options> = exporter.defaults,
): Promise<string> {
  let text = "";
  for await (const chunk of exporter.encode(graph, options)) text += chunk;
  return text;
}

/** What every exporter keeps to. Each runs this on itself, beside the tests of its own format. */
export function exporterContract<Options extends object>({
  exporter,
  read,
  normalise,
  normaliseQuote = (quote) => quote,
  runs = 300,
}: ExporterContract<Options>): void {
  describe(`${exporter.id} keeps to the contract of exporters`, () => {
    it("says which files it writes", () => {
      expect(exporter.id).toMatch(/^[a-z0-9-]+$/);
      expect(exporter.name).not.toBe("");
      expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      for (const extension of exporter.extensions) expect(extension).toMatch(/^[a-z0-9.]+$/);
    });

    it("writes every node and edge once, in order, with its ends and its evidence", async () => {
      const graph = sampleGraph();
      const found = await read(await encodeToString(exporter, graph));
      expect(found.nodes).toEqual([...graph.nodes()].map(({ id, label }) => ({ id, label })));
      expect(found.edges).toEqual(
        [...graph.edges()].map((item) => ({
          id: item.id,
          source: item.source,
          target: item.target,
          relation: item.relation,
          quotes: item.evidence.map(({ text }) => normaliseQuote(text)),
        })),
      );
    });

    it("writes a graph without nodes", async () => {
      expect(await read(await encodeToString(exporter, createGraph([], [])))).toEqual({ nodes: [], edges: [] });
    });

    it("writes the same bytes every time, whether the graph comes at once or piece by piece", async () => {
      const graph = sampleGraph();
      const first = await encodeToString(exporter, graph);
      expect(await encodeToString(exporter, sampleGraph())).toBe(first);
      expect(await encodeToString(exporter, pieceByPiece(graph))).toBe(first);
    });

    it("writes a large graph in chunks", async () => {
      const lengths: number[] = [];
      for await (const chunk of exporter.encode(ringGraph(2000), exporter.defaults)) lengths.push(chunk.length);
      expect(lengths.length).toBeGreaterThan(4);
      expect(Math.max(...lengths)).toBeLessThan(200_000);
    });

    it("holds any text", async () => {
      await fc.assert(
        fc.asyncProperty(oddText, oddText, async (label, quote) => {
          const graph = createGraph(
            [entity("person:a", { label, aliases: [label], names: { en: [label] } })],
            [edge("fact:1", "person:a", "SPOKE_WITH", "person:a", { evidence: [evidence(quote)] })],
          );
          const found = await read(await encodeToString(exporter, graph));
          expect(found.nodes).toEqual([{ id: "person:a", label: normalise(label) }]);
          expect(found.edges[0]?.quotes).toEqual([normaliseQuote(quote)]);
        }),
        { numRuns: runs },
      );
    });
  });
}

/** Characters that formats treat in their own way, often enough to meet: markup, line ends, halves of pairs, marks. */
const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "\\",
        "]]>",
        "<!--",
        "&amp;",
        "&#3;",
        "\t",
        "\n",
        "\r",
        "\r\n",
        " ",
        "|",
      ),
      fc.constantFrom("\0", "\u0003", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"),
      fc.constantFrom(
        "\u0301",
        "e\u0301",
        "\u00E9",
        "\u0338",
        "ی",
        "ہے۔",
        "\u2067",
        "\u2069",
        "ß",
        "🇵🇰",
        "{",
        "[1]",
        ",",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

function pieceByPiece(graph: GraphView): GraphView {
  async function* each<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item> {
    for await (const item of items) {
      await Promise.resolve();
      yield item;
    }
  }
  return { nodes: () => each(graph.nodes()), edges: () => each(graph.edges()) };
}

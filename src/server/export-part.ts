import type { z } from "zod";
import type { ExportOptions } from "../exporters/index.ts";
import { PART_FORMATS, type PartFormatId } from "../exporters/part.ts";
import { pickGraph } from "../graph/select.ts";
import type { Graph } from "../model/graph.ts";
import { download } from "./export-stream.ts";
import { html } from "./html.ts";
import type { ROUTES } from "./routes.ts";
import type { GraphSource } from "./source.ts";

type Part = z.output<(typeof ROUTES)["part"]["body"]>;

/** Nodes and facts that somebody chose one by one, as a file. */
export function streamPart(
  graph: Graph,
  { nodes, facts }: Part,
  format: PartFormatId,
  options: Readonly<ExportOptions>,
): Response {
  const { mediaType, write } = PART_FORMATS[format];
  const name = format.includes(".") ? format : `graph.${format}`;
  return download(write(pickGraph(graph, new Set(nodes), new Set(facts)), options), name, mediaType);
}

/**
 * The same as a page, with the articles that name its nodes: the page tells of them beside every quote, whether they are
 * in its picture or not.
 */
export function streamPage(source: GraphSource, viewer: string, { nodes, facts, view }: Part): Response {
  const { graph, ontology, positions, article, reading } = source;
  const [ids, edges] = [new Set(nodes), new Set(facts)];
  for (const node of nodes) {
    for (const edge of graph.edgesOf(node)) {
      if (edge.source !== node || graph.node(edge.target)?.type !== "article") continue;
      ids.add(edge.target);
      edges.add(edge.id);
    }
  }
  const page = {
    viewer,
    ontology,
    positions,
    article,
    ...(reading === undefined ? {} : { reading }),
    ...(view === undefined ? {} : { view }),
  };
  const text = html.encode(pickGraph(graph, ids, edges), { page: () => Promise.resolve(page) });
  return download(text, "graph.html", html.mediaType);
}

import type { AbstractGraph } from "graphology-types";
import type { ReadGraph } from "../contract/exporter.ts";

/** What the contract asks of a graph that graphology has read. `empty`: what it is of a reader that drops empty labels. */
export function readGraphology(graph: AbstractGraph, empty?: string): ReadGraph {
  return {
    nodes: graph.mapNodes((id, { label = empty }) => ({ id, label: String(label) })),
    edges: graph.mapEdges((id, attributes, source, target) => ({
      id,
      source,
      target,
      relation: String(attributes["type"]),
      quotes: JSON.parse(String(attributes["quotes"])) as string[],
    })),
  };
}

/** A label as its reader gets it through XML; `lineEnd`: what it takes for one as XML 1.1 does. */
export function throughXml(label: string, lineEnd: string): string {
  return (
    label
      .normalize("NFC")
      // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD")
      .replace(/[\u0085\u2028]/g, lineEnd)
  );
}

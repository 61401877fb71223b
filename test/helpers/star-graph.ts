import { createGraph } from "../../src/graph/memory.ts";
import type { EntityNode, GraphEdge } from "../../src/model/graph.ts";
import type { FactId, NodeId } from "../../src/model/ids.ts";
import type { GraphSource } from "../../src/server/source.ts";
import { servedSource } from "./served-graph.ts";

export interface StarSource extends GraphSource {
  /** The node that all others are tied to. */
  readonly centre: string;
  /** The node with the second most facts, the last by its id: it has one with the first by its id. */
  readonly busy: string;
}

/** A graph in which one state has relations with so many others, of which two have some with each other as well. */
export function starSource(count: number): StarSource {
  const source = servedSource();
  const [template] = source.graph.edges();
  if (template === undefined) throw new Error("the graph has no edge");
  const names = Array.from({ length: count }, (_, index) => `State ${String(index + 1).padStart(5, "0")}`);
  const centre = "gov:centre";
  const idOf = (name: string): string => `gov:${name.slice(-5)}`;
  const node = (id: string, label: string): EntityNode => ({
    id: id as NodeId,
    type: "entity",
    kind: "Government",
    label,
    aliases: [label],
    aliasCounts: [1],
    names: { en: [label] },
    sameAs: [],
    mentions: 1,
    articles: 1,
  });
  const edge = (from: string, to: string, index: number): GraphEdge => ({
    ...template,
    id: `fact:${index.toString(16).padStart(16, "0")}` as FactId,
    source: from as NodeId,
    target: to as NodeId,
    relation: "HAS_RELATIONS_WITH",
    modality: "actual",
    event: null,
    about: null,
  });
  const [first = "", last = ""] = [names[0], names.at(-1)].map((name) => idOf(name ?? ""));
  const nodes = [node(centre, "Centre"), ...names.map((name) => node(idOf(name), name))];
  const edges = [
    ...names.map((name, index) => edge(centre, idOf(name), index)),
    edge(first, last, count),
    edge(last, first, count + 1),
  ];
  const positions = new Map(
    nodes.map(({ id }, index) => [
      id as string,
      id === centre
        ? { x: 0, y: 0 }
        : { x: 100 * Math.cos((index / count) * 2 * Math.PI), y: 100 * Math.sin((index / count) * 2 * Math.PI) },
    ]),
  );
  return { ...source, graph: createGraph(nodes, edges), positions, centre, busy: last };
}

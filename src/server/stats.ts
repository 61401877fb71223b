import type { EntityList } from "../model/entity-list.ts";
import type { Graph } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import type { Count, Stats } from "./contract.ts";

/** How much of what a graph holds, and of the lists with which it was made. */
export function countGraph(graph: Graph, lists: readonly EntityList[]): Stats {
  const nodes = [...graph.nodes()];
  const edges = [...graph.edges()];
  const evidence = edges.flatMap((edge) => edge.evidence);
  return {
    nodes: nodes.length,
    edges: edges.length,
    articles: nodes.filter((node) => node.type === "article").length,
    copies: nodes.filter((node) => node.type === "article" && node.copyOf !== null).length,
    evidence: evidence.length,
    kinds: countBy(nodes.map((node) => node.kind)),
    relations: countBy(edges.map((edge) => edge.relation)),
    modalities: countBy(edges.map((edge) => edge.modality)),
    languages: countBy(evidence.map((item) => item.language)),
    gazetteers: lists.map(({ name, entities }) => ({ id: name, count: entities.length })),
  };
}

function countBy(ids: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}

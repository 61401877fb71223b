import { shortestChains, type ChainOptions } from "../graph/chains.ts";
import type { Graph, GraphEdge } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import type { Chain, Paths } from "./contract.ts";
import type { References } from "./references.ts";

/** Facts that are shown of a step, and places that are quoted of each. */
const FACTS_SHOWN = 5;
const PLACES_SHOWN = 2;

/** The shortest chains between two nodes of the graph, with what connects each with the next and where that is said. */
export function findPaths(graph: Graph, refer: References, from: string, to: string, options: ChainOptions): Paths {
  const { length = null, total, chains } = shortestChains(graph, from, to, options);
  return {
    from: refer.node(from),
    to: refer.node(to),
    length,
    total,
    chains: chains.map((ids): Chain => ({
      nodes: ids.map(refer.node),
      steps: ids.slice(1).map((id, index) => {
        const facts = factsBetween(graph, ids[index] ?? id, id).filter(options.isWanted);
        return {
          total: facts.length,
          facts: facts.slice(0, FACTS_SHOWN).map((fact) => refer.brief(fact, PLACES_SHOWN)),
        };
      }),
    })),
  };
}

/** Those first that most texts report. */
function factsBetween(graph: Graph, one: string, other: string): readonly GraphEdge[] {
  return graph
    .edgesOf(one)
    .filter((edge) => (edge.source === one ? edge.target : edge.source) === other)
    .sort((a, b) => b.weight - a.weight || compareText(a.id, b.id));
}

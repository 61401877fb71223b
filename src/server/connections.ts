import { shortestChains } from "../graph/chains.ts";
import type { Graph, GraphEdge } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import type { Chain, Paths } from "./contract.ts";
import type { Derived } from "./derived.ts";
import { factFilter, type FactLimits, type FactWords, limitFilter, termsOf } from "./filters.ts";
import { found } from "./found.ts";

/** Facts that are shown of a step, and places that are quoted of each. */
const FACTS_SHOWN = 5;
const PLACES_SHOWN = 2;

export interface PathOptions extends FactWords, FactLimits {
  /** Ids of the two ends. */
  readonly from: string;
  readonly to: string;
  /** A chain has at most so many steps. */
  readonly maxSteps: number;
  /** Chains, at most. */
  readonly limit: number;
  /** Kinds of the nodes that may stand between the two. */
  readonly through?: readonly string[] | undefined;
}

/**
 * The shortest chains between two nodes of the graph, with what connects each with the next and where that is said. They do
 * not lead through articles, which would join all that they mention.
 *
 * Throws `NOT_FOUND` for an end that the graph does not have, `QUERY_INVALID` for words that the ontology does not have.
 */
export function findPaths(
  { graph, refer, ontology }: Pick<Derived, "graph" | "refer" | "ontology">,
  options: PathOptions,
): Paths {
  const { from, to, maxSteps, limit } = options;
  for (const id of [from, to]) found(graph.node(id), "node", id);
  const [isMeant, isWithin] = [factFilter(options, ontology()), limitFilter(options, graph)];
  const isWanted = (edge: GraphEdge): boolean => isMeant(edge) && isWithin(edge);
  const through = termsOf("kind", options.through, ontology().kinds);
  const { node, brief } = refer();
  const {
    length = null,
    total,
    chains,
  } = shortestChains(graph, from, to, {
    maxSteps,
    limit,
    isWanted,
    mayPass: ({ type, kind }) => type !== "article" && (through === undefined || through.has(kind)),
  });
  return {
    from: node(from),
    to: node(to),
    length,
    total,
    chains: chains.map((ids): Chain => ({
      nodes: ids.map(node),
      steps: ids.slice(1).map((id, index) => {
        const facts = factsBetween(graph, ids[index] ?? id, id).filter(isWanted);
        return {
          total: facts.length,
          facts: facts.slice(0, FACTS_SHOWN).map((fact) => brief(fact, PLACES_SHOWN)),
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

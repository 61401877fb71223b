import { DragomanError } from "../errors.ts";
import { selectGraph, type GraphSelection } from "../graph/select.ts";
import type { Graph, GraphView } from "../model/graph.ts";
import { MODALITIES, type Modality } from "../model/modality.ts";
import { boundsOf } from "../model/time.ts";
import type { OpenGraph } from "../pipeline/open-graph.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { findNode } from "./find-node.ts";

/** Which part of the graph is wanted, as it is given on the command line. */
export interface SelectionOptions {
  readonly kinds?: readonly string[];
  readonly relations?: readonly string[];
  /** Dates of ISO 8601, of any exactness. */
  readonly from?: string;
  readonly to?: string;
  readonly minWeight?: number;
  /** `all` for every one. */
  readonly modality?: readonly string[];
  /** Ids or names of nodes. */
  readonly around?: readonly string[];
  readonly steps?: number;
}

/** A part of a graph, and how many facts are not in it only because nobody asked for their modality. */
export interface Selected {
  readonly view: GraphView;
  readonly hidden: number;
}

/**
 * The part of an open graph that the options want. Throws `USAGE` for what no graph can hold, `NOT_FOUND` for a node that
 * is not in it. `shown`: the modalities where none are asked for.
 */
export async function selectFrom(
  open: OpenGraph,
  graph: Graph,
  options: SelectionOptions,
  { ontology }: Knowledge,
  shown: readonly Modality[],
): Promise<Selected> {
  const { kinds, relations, from, to, minWeight, modality, around, steps } = options;
  if (steps !== undefined && around === undefined) throw new DragomanError("USAGE", "--steps needs --around");
  const days = {
    ...(from === undefined ? {} : { from: boundsOf(from).from }),
    ...(to === undefined ? {} : { to: boundsOf(to).to }),
  };
  if (days.from !== undefined && days.to !== undefined && days.from > days.to) {
    throw new DragomanError("USAGE", `--from ${from} is after --to ${to}`);
  }
  const ids: string[] = [];
  for (const text of around ?? []) ids.push(await findNode(open, text));
  const rest: GraphSelection = {
    ...days,
    ...(kinds === undefined ? {} : { kinds: known("kind", kinds, idsOf(ontology.kinds)) }),
    ...(relations === undefined ? {} : { relations: known("relation", relations, idsOf(ontology.relations)) }),
    ...(minWeight === undefined ? {} : { minWeight }),
    ...(around === undefined ? {} : { around: { ids, steps: steps ?? 1 } }),
  };
  const asked = modality?.includes("all") === true ? MODALITIES : modality;
  const modalities = asked === undefined ? new Set(shown) : known("modality", asked, MODALITIES);
  const isEvery = MODALITIES.every((each) => modalities.has(each));
  const hides = asked === undefined && !isEvery;
  let hidden = 0;
  if (hides) for await (const edge of selectGraph(graph, rest).edges()) if (!modalities.has(edge.modality)) hidden += 1;
  return { view: selectGraph(graph, isEvery ? rest : { ...rest, modalities }), hidden };
}

function idsOf(terms: readonly { readonly id: string }[]): readonly string[] {
  return terms.map(({ id }) => id);
}

/** What is meant by words of an option, whatever their case. */
function known<Known extends string>(
  what: string,
  given: readonly string[],
  all: readonly Known[],
): ReadonlySet<Known> {
  const byName = new Map(all.map((each) => [each.toLowerCase(), each]));
  return new Set(
    given.map((name) => {
      const found = byName.get(name.toLowerCase());
      if (found !== undefined) return found;
      throw new DragomanError("USAGE", `there is no ${what} ${name}: ${all.join(", ")}`);
    }),
  );
}

import { DragomanError } from "../errors.ts";
import type { Graph, GraphEdge } from "../model/graph.ts";
import type { Modality } from "../model/modality.ts";
import { boundsOf } from "../model/time.ts";
import type { Ontology } from "./contract.ts";
import { confidenceOf, timeOf } from "./graph-data.ts";

/** Which facts a request wants. */
export interface FactWords {
  readonly relations?: readonly string[] | undefined;
  readonly modalities: readonly Modality[];
}

/** When facts are to have been, and how sure they are to be. */
export interface FactLimits {
  /** The first and the last day, month or year of which they may be. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Whether what has no date is let through where a time is asked for. */
  readonly undated?: boolean | undefined;
  /** From 0 to 1. */
  readonly minConfidence?: number | undefined;
}

/** Which facts keep to limits, as the filters of the page have it. */
export function limitFilter(
  { since, until, undated = false, minConfidence = 0 }: FactLimits,
  graph: Graph,
): (edge: GraphEdge) => boolean {
  const [first, last] = [since && boundsOf(since).from, until && boundsOf(until).to];
  const isInTime = (edge: GraphEdge): boolean => {
    const { dateFrom, dateTo } = timeOf(graph, edge);
    if (dateFrom === null && dateTo === null) return undated;
    return !(first && dateTo !== null && dateTo < first) && !(last && dateFrom !== null && dateFrom > last);
  };
  const hasTime = since !== undefined || until !== undefined;
  return (edge) => confidenceOf(edge) >= minConfidence && (!hasTime || isInTime(edge));
}

/** Which facts a request lets through. Throws `QUERY_INVALID` for a relation that there is not. */
export function factFilter({ relations, modalities }: FactWords, ontology: Ontology): (edge: GraphEdge) => boolean {
  const ofRelations = termsOf("relation", relations, ontology.relations);
  const ofModalities = new Set(modalities);
  return (edge) => ofModalities.has(edge.modality) && (ofRelations === undefined || ofRelations.has(edge.relation));
}

/**
 * The terms that the words of a request mean, whatever their case; undefined where it has none. Throws `QUERY_INVALID` for a
 * word that is none of them: nothing would be found by it, and that would be taken for an answer.
 */
export function termsOf(
  what: string,
  given: readonly string[] | undefined,
  terms: readonly { readonly id: string }[],
): ReadonlySet<string> | undefined {
  if (given === undefined) return undefined;
  const known = new Map(terms.map(({ id }) => [id.toLowerCase(), id]));
  return new Set(
    given.map((word) => {
      const id = known.get(word.toLowerCase());
      if (id !== undefined) return id;
      throw new DragomanError(
        "QUERY_INVALID",
        `There is no ${what} ${word}. There are: ${[...known.values()].join(", ")}.`,
      );
    }),
  );
}

/** The first and the last day that a request wants. Throws `QUERY_INVALID` where the one is after the other. */
export function daysOf({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): {
  readonly from?: string;
  readonly to?: string;
} {
  const first = from === undefined ? {} : { from: boundsOf(from).from };
  const last = to === undefined ? {} : { to: boundsOf(to).to };
  if (first.from === undefined || last.to === undefined || first.from <= last.to) return { ...first, ...last };
  throw new DragomanError("QUERY_INVALID", `from ${from} is after to ${to}`);
}

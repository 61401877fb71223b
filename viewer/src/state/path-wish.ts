import type { Modality } from "../../../src/model/modality.ts";
import type { GraphModel } from "../graph/model.ts";
import type { Filters } from "./view.ts";

/** Which chains between two nodes are wanted. Each list that is left out is the usual one. */
export interface PathWish {
  readonly from: string;
  readonly to: string;
  readonly maxSteps: number;
  readonly relations?: readonly string[];
  readonly modalities?: readonly Modality[];
  /** Kinds of the nodes that may stand between the two. */
  readonly through?: readonly string[];
  /** ISO 8601 days, inclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Whether facts without a date count where a time is asked for. */
  readonly undated?: boolean;
  readonly minConfidence?: number;
}

/**
 * What chain is asked for between two nodes: it goes over nothing that the filters hide. Languages and sources of reports do not
 * count. Undefined where the filters hide every fact, so that there can be none.
 */
export function pathWish(
  ends: { readonly from: string; readonly to: string },
  steps: number,
  { off, from, to, undated, confidence }: Filters,
  { facets, data }: Pick<GraphModel, "facets" | "data">,
): PathWish | undefined {
  const relations = facets.values.relations.filter((relation) => !off.relations.has(relation));
  const modalities = data.modalities.filter((modality) => !off.modalities.has(modality));
  const through = facets.values.kinds.filter((kind) => !off.kinds.has(kind));
  if (relations.length === 0 || modalities.length === 0) return undefined;
  return {
    ...ends,
    modalities,
    // Where no kind is on, nothing may stand between the two.
    ...(through.length === 0 ? { maxSteps: 1 } : { maxSteps: steps, through }),
    ...(off.relations.size === 0 ? {} : { relations }),
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
    ...(undated ? { undated } : {}),
    ...(confidence === 0 ? {} : { minConfidence: confidence }),
  };
}

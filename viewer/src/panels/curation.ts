import { useState } from "preact/hooks";
import type { Decision } from "../../../src/model/decision.ts";
import type { DecisionRequest, DecisionResult, GraphData } from "../../../src/server/contract.ts";
import { api, type CurationApi } from "../api.ts";

/** The last decision of this visit. */
export interface Decided extends DecisionResult {
  readonly type: Decision["type"];
}

/** What is known of decisions, and how one is made. */
export interface Curation extends Pick<CurationApi, "identity" | "review" | "verdicts"> {
  /** Records a decision, and shows the graph after it. Rejects with an Error that says why it could not be recorded. */
  readonly decide: (decision: Decision, why?: string) => Promise<void>;
  readonly last: Decided | undefined;
  readonly forget: () => void;
}

/** Nothing, where the graph takes no decisions. */
export function useCuration(
  { offers }: GraphData,
  onDecide: (request: DecisionRequest) => Promise<DecisionResult>,
): Curation | undefined {
  const [last, setLast] = useState<Decided>();
  if (api.curation === undefined || !offers.includes("curation")) return undefined;
  return {
    ...api.curation,
    decide: async (decision, why = "") => {
      const result = await onDecide({ decision, ...(why.trim() === "" ? {} : { why: why.trim() }) });
      setLast({ ...result, type: decision.type });
    },
    last,
    forget: () => setLast(undefined),
  };
}

import { useState } from "preact/hooks";
import type { Decision } from "../../../src/model/decision.ts";
import type { DecisionRequest, DecisionResult, GraphData } from "../../../src/server/contract.ts";
import { api, type CurationApi } from "../api.ts";

/** The last decision of this visit. */
export interface Decided extends DecisionResult {
  readonly type: Decision["type"];
}

/** Who decides, and why. What is empty is left out. */
export type Signed = Readonly<Partial<Record<"by" | "why", string>>>;

/** What is known of decisions, and how one is made. */
export interface Curation extends Pick<CurationApi, "identity" | "review" | "verdicts"> {
  /**
   * Records a decision, and shows the graph after it. Where nobody is named it is the author of before. Rejects with an Error
   * that says why it could not be recorded.
   */
  readonly decide: (decision: Decision, signed?: Signed) => Promise<void>;
  readonly last: Decided | undefined;
  readonly forget: () => void;
}

/** Nothing, where the graph takes no decisions. */
export function useCuration(
  { offers }: GraphData,
  author: string,
  onDecide: (request: DecisionRequest) => Promise<DecisionResult>,
): Curation | undefined {
  const [last, setLast] = useState<Decided>();
  if (api.curation === undefined || !offers.includes("curation")) return undefined;
  return {
    ...api.curation,
    decide: async (decision, { by = author, why = "" } = {}) => {
      const said = Object.entries({ by, why }).map(([name, text]) => [name, text.trim()]);
      const signed: Signed = Object.fromEntries(said.filter(([, text]) => text !== ""));
      const result = await onDecide({ decision, ...signed });
      setLast({ ...result, type: decision.type });
    },
    last,
    forget: () => setLast(undefined),
  };
}

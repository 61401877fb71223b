import type { Diagnostic } from "../model/diagnostic.ts";

/** The steps of a build, in their order, and those of an export and of a load. */
export const STEPS = ["read", "extract", "resolve", "layout", "store", "write", "load"] as const;
export type Step = (typeof STEPS)[number];

/** How far a step has come, in articles; for `store`, `write` and `load` in nodes and edges. `total` is absent while it is not known. */
export interface Progress {
  readonly type: "progress";
  readonly step: Step;
  readonly done: number;
  readonly total?: number;
}

/** What a build tells while it runs. The library never prints. */
export type BuildEvent = Progress | { readonly type: "diagnostic"; readonly diagnostic: Diagnostic };

/** Takes events as they come. */
export type OnEvent = (event: BuildEvent) => void;

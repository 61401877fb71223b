import type { GraphData } from "../../../src/server/contract.ts";
import { type Facet, FACETS } from "./facets.ts";

/** What is left out of the picture. */
export interface Filters {
  /** The values that are switched off, by facet. */
  readonly off: Readonly<Record<Facet, ReadonlySet<string>>>;
  /** ISO 8601 days, inclusive. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Whether what has no date is shown where a time is asked for. */
  readonly undated: boolean;
  /** The least confidence of a fact, 0 to 1. */
  readonly confidence: number;
  /** Whether nodes are shown that no shown fact leads to. */
  readonly unconnected: boolean;
}

export type ColourBy = "kind" | "community";
export type SizeBy = "facts" | "texts";
/** How many labels are drawn: none, a few, many, or as many as there is room for. */
export const LABEL_LEVELS = ["none", "few", "some", "many"] as const;
export type LabelLevel = (typeof LABEL_LEVELS)[number];

/** How the picture is drawn. */
export interface Look {
  readonly colour: ColourBy;
  readonly size: SizeBy;
  readonly labels: LabelLevel;
}

/** A place in the coordinates of the layout. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the picture shows and how: what undo takes back, and what a link carries. Nodes are named by their ids. */
export interface View {
  readonly filters: Filters;
  /** Only these nodes are on stage; all of them where there is none. */
  readonly stage: ReadonlySet<string> | undefined;
  /** Nodes that were put away one by one. */
  readonly away: ReadonlySet<string>;
  /** Nodes that were asked for, and are shown though their kind is switched off. */
  readonly asked: ReadonlySet<string>;
  /** Nodes that several things are done with at once. */
  readonly picked: ReadonlySet<string>;
  /** Where somebody put nodes. */
  readonly pinned: ReadonlyMap<string, Place>;
  readonly look: Look;
}

/** How many filters are not as in the first view: values of facets, the time, and each of the others. */
export function countChanges(filters: Filters, first: Filters): number {
  const facets = FACETS.map((facet) => {
    const [now, usual] = [filters.off[facet], first.off[facet]];
    return [...now].filter((value) => !usual.has(value)).length + [...usual].filter((value) => !now.has(value)).length;
  });
  const others = [
    filters.from !== first.from || filters.to !== first.to,
    filters.undated !== first.undated,
    filters.confidence !== first.confidence,
    filters.unconnected !== first.unconnected,
  ];
  return facets.reduce((sum, count) => sum + count, 0) + others.filter(Boolean).length;
}

const NONE: ReadonlySet<string> = new Set();

/** The first view: actors and events, and what is said to be or is to come. Articles would tie everything together. */
export function initialView({ ontology, modalities, shownModalities }: GraphData): View {
  return {
    filters: {
      off: {
        kinds: new Set(ontology.kinds.filter(({ type }) => type === "article").map(({ id }) => id)),
        relations: NONE,
        modalities: new Set(modalities.filter((modality) => !shownModalities.includes(modality))),
        languages: NONE,
        sources: NONE,
      },
      from: undefined,
      to: undefined,
      undated: false,
      confidence: 0,
      unconnected: false,
    },
    stage: undefined,
    away: NONE,
    asked: NONE,
    picked: NONE,
    pinned: new Map(),
    look: { colour: "kind", size: "facts", labels: "many" },
  };
}

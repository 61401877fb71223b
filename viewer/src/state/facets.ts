import type { GraphData } from "../../../src/server/contract.ts";

/** What nodes and facts can be switched off by. */
export const FACETS = ["kinds", "relations", "modalities", "languages", "sources"] as const;
export type Facet = (typeof FACETS)[number];

/** The values of every facet that the graph has, in the order in which the columns of `GraphData` count them. */
export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** The facets of a graph with the places of its articles in them. */
export interface Facets {
  readonly values: FacetValues;
  /** By index of an article, the index of its language and of its source. */
  readonly languageOf: readonly number[];
  readonly sourceOf: readonly number[];
}

export function createFacets({ ontology, modalities, articles }: GraphData): Facets {
  const languages = [...new Set(articles.language)].sort();
  const named = articles.name.map((name, index) => articles.outlet[index] ?? name);
  const sources = [...new Set(named)].sort();
  const indexOf = (values: readonly string[]): ((value: string) => number) => {
    const places = new Map(values.map((value, index) => [value, index]));
    return (value) => places.get(value) ?? 0;
  };
  return {
    values: {
      kinds: ontology.kinds.map(({ id }) => id),
      relations: ontology.relations.map(({ id }) => id),
      modalities,
      languages,
      sources,
    },
    languageOf: articles.language.map(indexOf(languages)),
    sourceOf: named.map(indexOf(sources)),
  };
}

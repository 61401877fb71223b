import type { GraphData, Term } from "../../../src/server/contract.ts";

/** A word of the graph that a query can use. */
export interface SchemaWord {
  readonly word: string;
  /** What it is called in the language of the interface. */
  readonly detail?: string;
}

/** The words of a graph. */
export interface QuerySchema {
  readonly labels: readonly SchemaWord[];
  readonly relations: readonly SchemaWord[];
  readonly properties: readonly SchemaWord[];
}

/** Properties of nodes and of relationships, but for the names by language. A test holds them to what databases are given. */
export const PROPERTIES: readonly string[] = (
  "id kind label type date dateFrom dateTo modality weight confidence event about office role " +
  "articles quotes starts ends langs attributions rules aliases aliasCounts sameAs mentions properNames place status " +
  "conflictFields conflictValues conflictArticles historyStatuses historyDates historyArticles " +
  "countKinds countValues countArticles lang publishedAt url title outlet copyOf"
).split(" ");

/**
 * What a query of this graph can name, with what a term is called for those who ask. All nodes but articles have the label
 * `Entity` beside that of their kind.
 */
export function schemaOf({ ontology, nameLanguages }: GraphData, labelOf: (term: Term) => string): QuerySchema {
  const wordOf = (term: Term): SchemaWord => {
    const detail = labelOf(term);
    return detail.toLowerCase() === term.id.toLowerCase() ? { word: term.id } : { word: term.id, detail };
  };
  return {
    labels: [{ word: "Entity" }, ...ontology.kinds.map(wordOf)],
    relations: ontology.relations.map(wordOf),
    properties: [...PROPERTIES, ...nameLanguages.map((language) => `names_${language}`)].map((word) => ({ word })),
  };
}
